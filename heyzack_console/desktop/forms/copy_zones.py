# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'copy_zones.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_CopyZones(object):
    def setupUi(self, CopyZones):
        if not CopyZones.objectName():
            CopyZones.setObjectName(u"CopyZones")
        self.column = QVBoxLayout(CopyZones)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(CopyZones)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.target_label = QLabel(CopyZones)
        self.target_label.setObjectName(u"target_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.target_label)

        self.target = QComboBox(CopyZones)
        self.target.setObjectName(u"target")

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.target)


        self.column.addLayout(self.fields)

        self.walls = QCheckBox(CopyZones)
        self.walls.setObjectName(u"walls")

        self.column.addWidget(self.walls)

        self.hint = QLabel(CopyZones)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(CopyZones)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(CopyZones)
        self.apply.setObjectName(u"apply")

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.target_label.setBuddy(self.target)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.target, self.walls)
        QWidget.setTabOrder(self.walls, self.apply)
        QWidget.setTabOrder(self.apply, self.cancel)

        self.retranslateUi(CopyZones)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(CopyZones)
    # setupUi

    def retranslateUi(self, CopyZones):
        CopyZones.setWindowTitle(QCoreApplication.translate("CopyZones", u"Copy zones", None))
        self.target_label.setText(QCoreApplication.translate("CopyZones", u"To", None))
#if QT_CONFIG(accessibility)
        self.target.setAccessibleName(QCoreApplication.translate("CopyZones", u"Floor to copy to", None))
#endif // QT_CONFIG(accessibility)
        self.walls.setText(QCoreApplication.translate("CopyZones", u"Lines of walls, doors and furniture too", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("CopyZones", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("CopyZones", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("CopyZones", u"Copy", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("CopyZones", u"primary", None))
    # retranslateUi

