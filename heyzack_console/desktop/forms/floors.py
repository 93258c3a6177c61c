# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'floors.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QDoubleSpinBox, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QListWidget,
    QListWidgetItem, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_Floors(object):
    def setupUi(self, Floors):
        if not Floors.objectName():
            Floors.setObjectName(u"Floors")
        self.column = QVBoxLayout(Floors)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Floors)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.floors = QListWidget(Floors)
        self.floors.setObjectName(u"floors")

        self.column.addWidget(self.floors)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")
        self.add = QPushButton(Floors)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.tools.addWidget(self.add)

        self.up = QPushButton(Floors)
        self.up.setObjectName(u"up")
        self.up.setAutoDefault(False)

        self.tools.addWidget(self.up)

        self.down = QPushButton(Floors)
        self.down.setObjectName(u"down")
        self.down.setAutoDefault(False)

        self.tools.addWidget(self.down)

        self.remove = QPushButton(Floors)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.tools.addWidget(self.remove)

        self.tools_fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.tools_fill)


        self.column.addLayout(self.tools)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.name_label = QLabel(Floors)
        self.name_label.setObjectName(u"name_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(Floors)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(120)

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.width_m_label = QLabel(Floors)
        self.width_m_label.setObjectName(u"width_m_label")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.width_m_label)

        self.width_m = QDoubleSpinBox(Floors)
        self.width_m.setObjectName(u"width_m")
        self.width_m.setMinimum(0.500000000000000)
        self.width_m.setMaximum(2000.000000000000000)
        self.width_m.setDecimals(2)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.width_m)

        self.height_m_label = QLabel(Floors)
        self.height_m_label.setObjectName(u"height_m_label")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.height_m_label)

        self.height_m = QDoubleSpinBox(Floors)
        self.height_m.setObjectName(u"height_m")
        self.height_m.setMinimum(0.500000000000000)
        self.height_m.setMaximum(2000.000000000000000)
        self.height_m.setDecimals(2)

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.height_m)


        self.column.addLayout(self.fields)

        self.hint = QLabel(Floors)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Floors)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(Floors)
        self.apply.setObjectName(u"apply")

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.width_m_label.setBuddy(self.width_m)
        self.height_m_label.setBuddy(self.height_m)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.floors, self.add)
        QWidget.setTabOrder(self.add, self.up)
        QWidget.setTabOrder(self.up, self.down)
        QWidget.setTabOrder(self.down, self.remove)
        QWidget.setTabOrder(self.remove, self.name)
        QWidget.setTabOrder(self.name, self.width_m)
        QWidget.setTabOrder(self.width_m, self.height_m)
        QWidget.setTabOrder(self.height_m, self.apply)
        QWidget.setTabOrder(self.apply, self.cancel)

        self.retranslateUi(Floors)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(Floors)
    # setupUi

    def retranslateUi(self, Floors):
        Floors.setWindowTitle(QCoreApplication.translate("Floors", u"Floors", None))
#if QT_CONFIG(accessibility)
        self.floors.setAccessibleName(QCoreApplication.translate("Floors", u"Floors, from top to bottom", None))
#endif // QT_CONFIG(accessibility)
        self.floors.setProperty(u"kind", QCoreApplication.translate("Floors", u"list", None))
        self.add.setText(QCoreApplication.translate("Floors", u"Add", None))
        self.up.setText(QCoreApplication.translate("Floors", u"Up", None))
        self.down.setText(QCoreApplication.translate("Floors", u"Down", None))
        self.remove.setText(QCoreApplication.translate("Floors", u"Remove", None))
        self.name_label.setText(QCoreApplication.translate("Floors", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Floors", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.width_m_label.setText(QCoreApplication.translate("Floors", u"Width", None))
#if QT_CONFIG(accessibility)
        self.width_m.setAccessibleName(QCoreApplication.translate("Floors", u"Width of the plan", None))
#endif // QT_CONFIG(accessibility)
        self.width_m.setSuffix(QCoreApplication.translate("Floors", u" m", None))
        self.height_m_label.setText(QCoreApplication.translate("Floors", u"Depth", None))
#if QT_CONFIG(accessibility)
        self.height_m.setAccessibleName(QCoreApplication.translate("Floors", u"Depth of the plan", None))
#endif // QT_CONFIG(accessibility)
        self.height_m.setSuffix(QCoreApplication.translate("Floors", u" m", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("Floors", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("Floors", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("Floors", u"Apply", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("Floors", u"primary", None))
    # retranslateUi

