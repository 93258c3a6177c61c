# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unlock_secrets.ui'
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
class Ui_UnlockSecrets(object):
    def setupUi(self, UnlockSecrets):
        if not UnlockSecrets.objectName():
            UnlockSecrets.setObjectName(u"UnlockSecrets")
        self.column = QVBoxLayout(UnlockSecrets)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(UnlockSecrets)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(UnlockSecrets)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.passphrase_part = QVBoxLayout()
        self.passphrase_part.setSpacing(4)
        self.passphrase_part.setObjectName(u"passphrase_part")
        self.passphrase_label = QLabel(UnlockSecrets)
        self.passphrase_label.setObjectName(u"passphrase_label")

        self.passphrase_part.addWidget(self.passphrase_label)

        self.passphrase = QLineEdit(UnlockSecrets)
        self.passphrase.setObjectName(u"passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)

        self.passphrase_part.addWidget(self.passphrase)

        self.passphrase_hint = QLabel(UnlockSecrets)
        self.passphrase_hint.setObjectName(u"passphrase_hint")
        self.passphrase_hint.setWordWrap(True)

        self.passphrase_part.addWidget(self.passphrase_hint)


        self.column.addLayout(self.passphrase_part)

        self.again_part = QVBoxLayout()
        self.again_part.setSpacing(4)
        self.again_part.setObjectName(u"again_part")
        self.again_label = QLabel(UnlockSecrets)
        self.again_label.setObjectName(u"again_label")

        self.again_part.addWidget(self.again_label)

        self.again = QLineEdit(UnlockSecrets)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.again_part.addWidget(self.again)

        self.again_hint = QLabel(UnlockSecrets)
        self.again_hint.setObjectName(u"again_hint")
        self.again_hint.setWordWrap(True)

        self.again_part.addWidget(self.again_hint)


        self.column.addLayout(self.again_part)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(UnlockSecrets)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_1)

        self.cancel = QPushButton(UnlockSecrets)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.unlock = QPushButton(UnlockSecrets)
        self.unlock.setObjectName(u"unlock")
        self.unlock.setAutoDefault(True)

        self.foot.addWidget(self.unlock)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.passphrase_label.setBuddy(self.passphrase)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.passphrase, self.again)
        QWidget.setTabOrder(self.again, self.unlock)
        QWidget.setTabOrder(self.unlock, self.cancel)

        self.retranslateUi(UnlockSecrets)

        self.unlock.setDefault(True)


        QMetaObject.connectSlotsByName(UnlockSecrets)
    # setupUi

    def retranslateUi(self, UnlockSecrets):
        UnlockSecrets.setWindowTitle(QCoreApplication.translate("UnlockSecrets", u"Unlock the stored keys", None))
        self.title.setText(QCoreApplication.translate("UnlockSecrets", u"Unlock the stored keys", None))
        self.where.setText(QCoreApplication.translate("UnlockSecrets", u"This computer has no key ring for them, so the local keys of the devices lie in a vault file. Its passphrase opens it until the engine ends.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("UnlockSecrets", u"second", None))
        self.passphrase_label.setText(QCoreApplication.translate("UnlockSecrets", u"Passphrase", None))
#if QT_CONFIG(accessibility)
        self.passphrase.setAccessibleName(QCoreApplication.translate("UnlockSecrets", u"Passphrase", None))
#endif // QT_CONFIG(accessibility)
        self.passphrase_hint.setText(QCoreApplication.translate("UnlockSecrets", u"At least 8 characters.", None))
        self.passphrase_hint.setProperty(u"kind", QCoreApplication.translate("UnlockSecrets", u"quiet", None))
        self.again_label.setText(QCoreApplication.translate("UnlockSecrets", u"Again, only for a new vault (optional)", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("UnlockSecrets", u"Passphrase again", None))
#endif // QT_CONFIG(accessibility)
        self.again_hint.setText(QCoreApplication.translate("UnlockSecrets", u"If there is no vault yet, this passphrase makes one. It cannot be recovered.", None))
        self.again_hint.setProperty(u"kind", QCoreApplication.translate("UnlockSecrets", u"quiet", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("UnlockSecrets", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("UnlockSecrets", u"Cancel", None))
        self.unlock.setText(QCoreApplication.translate("UnlockSecrets", u"Unlock", None))
        self.unlock.setProperty(u"kind", QCoreApplication.translate("UnlockSecrets", u"primary", None))
    # retranslateUi

