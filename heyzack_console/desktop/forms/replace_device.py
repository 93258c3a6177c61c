# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'replace_device.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QHBoxLayout,
    QLabel, QLineEdit, QListWidget, QListWidgetItem,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_ReplaceDevice(object):
    def setupUi(self, ReplaceDevice):
        if not ReplaceDevice.objectName():
            ReplaceDevice.setObjectName(u"ReplaceDevice")
        self.column = QVBoxLayout(ReplaceDevice)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ReplaceDevice)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.meaning = QLabel(ReplaceDevice)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)

        self.column.addWidget(self.meaning)

        self.choice_row = QHBoxLayout()
        self.choice_row.setObjectName(u"choice_row")
        self.choice_label = QLabel(ReplaceDevice)
        self.choice_label.setObjectName(u"choice_label")

        self.choice_row.addWidget(self.choice_label)

        self.choice_fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choice_row.addItem(self.choice_fill)

        self.look = QPushButton(ReplaceDevice)
        self.look.setObjectName(u"look")
        self.look.setAutoDefault(False)

        self.choice_row.addWidget(self.look)


        self.column.addLayout(self.choice_row)

        self.choices = QListWidget(ReplaceDevice)
        self.choices.setObjectName(u"choices")
        self.choices.setWordWrap(True)
        self.choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.column.addWidget(self.choices)

        self.nothing = QLabel(ReplaceDevice)
        self.nothing.setObjectName(u"nothing")
        self.nothing.setWordWrap(True)

        self.column.addWidget(self.nothing)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(6)
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.id_label = QLabel(ReplaceDevice)
        self.id_label.setObjectName(u"id_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.id_label)

        self.id = QLineEdit(ReplaceDevice)
        self.id.setObjectName(u"id")
        self.id.setMaxLength(120)

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.id)

        self.cid_label = QLabel(ReplaceDevice)
        self.cid_label.setObjectName(u"cid_label")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.cid_label)

        self.cid = QLineEdit(ReplaceDevice)
        self.cid.setObjectName(u"cid")
        self.cid.setMaxLength(120)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.cid)

        self.host_label = QLabel(ReplaceDevice)
        self.host_label.setObjectName(u"host_label")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.host_label)

        self.host = QLineEdit(ReplaceDevice)
        self.host.setObjectName(u"host")
        self.host.setMaxLength(255)

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.host)

        self.key_label = QLabel(ReplaceDevice)
        self.key_label.setObjectName(u"key_label")

        self.fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.key_label)

        self.key = QLineEdit(ReplaceDevice)
        self.key.setObjectName(u"key")
        self.key.setMaxLength(16)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)

        self.fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.key)


        self.column.addLayout(self.fields)

        self.said = QLabel(ReplaceDevice)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(ReplaceDevice)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.replace = QPushButton(ReplaceDevice)
        self.replace.setObjectName(u"replace")

        self.foot.addWidget(self.replace)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.choice_label.setBuddy(self.choices)
        self.id_label.setBuddy(self.id)
        self.cid_label.setBuddy(self.cid)
        self.host_label.setBuddy(self.host)
        self.key_label.setBuddy(self.key)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReplaceDevice)

        self.replace.setDefault(True)


        QMetaObject.connectSlotsByName(ReplaceDevice)
    # setupUi

    def retranslateUi(self, ReplaceDevice):
        ReplaceDevice.setWindowTitle(QCoreApplication.translate("ReplaceDevice", u"Replace by another device", None))
        self.meaning.setText(QCoreApplication.translate("ReplaceDevice", u"It is retired with its history. The new one takes its name, place, lines, groups, rules and notes.", None))
        self.meaning.setProperty(u"kind", QCoreApplication.translate("ReplaceDevice", u"second", None))
        self.choice_label.setText(QCoreApplication.translate("ReplaceDevice", u"New device", None))
        self.look.setText(QCoreApplication.translate("ReplaceDevice", u"Look on the network", None))
#if QT_CONFIG(accessibility)
        self.choices.setAccessibleName(QCoreApplication.translate("ReplaceDevice", u"Devices that can take the place", None))
#endif // QT_CONFIG(accessibility)
        self.nothing.setText(QCoreApplication.translate("ReplaceDevice", u"No device without a place is known. Look on the network, or type the id.", None))
        self.nothing.setProperty(u"kind", QCoreApplication.translate("ReplaceDevice", u"quiet", None))
        self.id_label.setText(QCoreApplication.translate("ReplaceDevice", u"Device id", None))
#if QT_CONFIG(accessibility)
        self.id.setAccessibleName(QCoreApplication.translate("ReplaceDevice", u"Device id", None))
#endif // QT_CONFIG(accessibility)
        self.cid_label.setText(QCoreApplication.translate("ReplaceDevice", u"Address at the gateway", None))
#if QT_CONFIG(accessibility)
        self.cid.setAccessibleName(QCoreApplication.translate("ReplaceDevice", u"Address at the gateway", None))
#endif // QT_CONFIG(accessibility)
        self.host_label.setText(QCoreApplication.translate("ReplaceDevice", u"LAN address", None))
#if QT_CONFIG(accessibility)
        self.host.setAccessibleName(QCoreApplication.translate("ReplaceDevice", u"LAN address", None))
#endif // QT_CONFIG(accessibility)
        self.key_label.setText(QCoreApplication.translate("ReplaceDevice", u"Local key, if known", None))
#if QT_CONFIG(accessibility)
        self.key.setAccessibleName(QCoreApplication.translate("ReplaceDevice", u"Local key", None))
#endif // QT_CONFIG(accessibility)
        self.said.setProperty(u"kind", QCoreApplication.translate("ReplaceDevice", u"notice", None))
        self.cancel.setText(QCoreApplication.translate("ReplaceDevice", u"Cancel", None))
        self.replace.setText(QCoreApplication.translate("ReplaceDevice", u"Replace", None))
        self.replace.setProperty(u"kind", QCoreApplication.translate("ReplaceDevice", u"primary", None))
    # retranslateUi

