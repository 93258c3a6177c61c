# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'local_key.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_LocalKey(object):
    def setupUi(self, LocalKey):
        if not LocalKey.objectName():
            LocalKey.setObjectName(u"LocalKey")
        self.column = QVBoxLayout(LocalKey)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(LocalKey)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(LocalKey)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.key_label = QLabel(LocalKey)
        self.key_label.setObjectName(u"key_label")

        self.column.addWidget(self.key_label)

        self.key = QLineEdit(LocalKey)
        self.key.setObjectName(u"key")

        self.column.addWidget(self.key)

        self.hint = QLabel(LocalKey)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(LocalKey)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.save = QPushButton(LocalKey)
        self.save.setObjectName(u"save")

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.key_label.setBuddy(self.key)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.key, self.save)
        QWidget.setTabOrder(self.save, self.cancel)

        self.retranslateUi(LocalKey)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(LocalKey)
    # setupUi

    def retranslateUi(self, LocalKey):
        LocalKey.setWindowTitle(QCoreApplication.translate("LocalKey", u"Local key", None))
        self.where.setText(QCoreApplication.translate("LocalKey", u"The key stands on the installer's sheet or in the device list of your Tuya project. It changes when the device is paired again.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("LocalKey", u"second", None))
        self.key_label.setText(QCoreApplication.translate("LocalKey", u"Local key", None))
#if QT_CONFIG(accessibility)
        self.key.setAccessibleName(QCoreApplication.translate("LocalKey", u"Local key", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("LocalKey", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("LocalKey", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("LocalKey", u"Save key", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("LocalKey", u"primary", None))
    # retranslateUi

