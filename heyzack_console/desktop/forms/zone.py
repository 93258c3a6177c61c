# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'zone.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)
class Ui_Zone(object):
    def setupUi(self, Zone):
        if not Zone.objectName():
            Zone.setObjectName(u"Zone")
        self.column = QVBoxLayout(Zone)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Zone)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.name_label = QLabel(Zone)
        self.name_label.setObjectName(u"name_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.name_label)

        self.name = QLineEdit(Zone)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(120)

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.number_label = QLabel(Zone)
        self.number_label.setObjectName(u"number_label")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.number_label)

        self.number = QLineEdit(Zone)
        self.number.setObjectName(u"number")
        self.number.setMaxLength(120)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.number)

        self.use_label = QLabel(Zone)
        self.use_label.setObjectName(u"use_label")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.use_label)

        self.use = QLineEdit(Zone)
        self.use.setObjectName(u"use")
        self.use.setMaxLength(120)

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.use)

        self.kind_label = QLabel(Zone)
        self.kind_label.setObjectName(u"kind_label")

        self.fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.kind_label)

        self.kind = QComboBox(Zone)
        self.kind.setObjectName(u"kind")

        self.fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.kind)

        self.capacity_label = QLabel(Zone)
        self.capacity_label.setObjectName(u"capacity_label")

        self.fields.setWidget(4, QFormLayout.ItemRole.LabelRole, self.capacity_label)

        self.capacity = QSpinBox(Zone)
        self.capacity.setObjectName(u"capacity")
        self.capacity.setMaximum(100000)

        self.fields.setWidget(4, QFormLayout.ItemRole.FieldRole, self.capacity)


        self.column.addLayout(self.fields)

        self.hint = QLabel(Zone)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Zone)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(Zone)
        self.apply.setObjectName(u"apply")

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.number_label.setBuddy(self.number)
        self.use_label.setBuddy(self.use)
        self.kind_label.setBuddy(self.kind)
        self.capacity_label.setBuddy(self.capacity)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.number)
        QWidget.setTabOrder(self.number, self.use)
        QWidget.setTabOrder(self.use, self.kind)
        QWidget.setTabOrder(self.kind, self.capacity)
        QWidget.setTabOrder(self.capacity, self.apply)
        QWidget.setTabOrder(self.apply, self.cancel)

        self.retranslateUi(Zone)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(Zone)
    # setupUi

    def retranslateUi(self, Zone):
        Zone.setWindowTitle(QCoreApplication.translate("Zone", u"Zone", None))
        self.name_label.setText(QCoreApplication.translate("Zone", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Zone", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.number_label.setText(QCoreApplication.translate("Zone", u"Number", None))
#if QT_CONFIG(accessibility)
        self.number.setAccessibleName(QCoreApplication.translate("Zone", u"Number", None))
#endif // QT_CONFIG(accessibility)
        self.use_label.setText(QCoreApplication.translate("Zone", u"Use", None))
#if QT_CONFIG(accessibility)
        self.use.setAccessibleName(QCoreApplication.translate("Zone", u"Use", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("Zone", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("Zone", u"Kind", None))
#endif // QT_CONFIG(accessibility)
        self.capacity_label.setText(QCoreApplication.translate("Zone", u"Capacity", None))
#if QT_CONFIG(accessibility)
        self.capacity.setAccessibleName(QCoreApplication.translate("Zone", u"Capacity", None))
#endif // QT_CONFIG(accessibility)
        self.capacity.setSuffix(QCoreApplication.translate("Zone", u" people", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("Zone", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("Zone", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("Zone", u"Save", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("Zone", u"primary", None))
    # retranslateUi

