# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'export_site.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_ExportSite(object):
    def setupUi(self, ExportSite):
        if not ExportSite.objectName():
            ExportSite.setObjectName(u"ExportSite")
        self.column = QVBoxLayout(ExportSite)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ExportSite)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(ExportSite)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.seal = QCheckBox(ExportSite)
        self.seal.setObjectName(u"seal")

        self.column.addWidget(self.seal)

        self.passphrase_part = QVBoxLayout()
        self.passphrase_part.setSpacing(4)
        self.passphrase_part.setObjectName(u"passphrase_part")
        self.passphrase_label = QLabel(ExportSite)
        self.passphrase_label.setObjectName(u"passphrase_label")

        self.passphrase_part.addWidget(self.passphrase_label)

        self.passphrase = QLineEdit(ExportSite)
        self.passphrase.setObjectName(u"passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)

        self.passphrase_part.addWidget(self.passphrase)

        self.passphrase_hint = QLabel(ExportSite)
        self.passphrase_hint.setObjectName(u"passphrase_hint")
        self.passphrase_hint.setWordWrap(True)

        self.passphrase_part.addWidget(self.passphrase_hint)


        self.column.addLayout(self.passphrase_part)

        self.again_part = QVBoxLayout()
        self.again_part.setSpacing(4)
        self.again_part.setObjectName(u"again_part")
        self.again_label = QLabel(ExportSite)
        self.again_label.setObjectName(u"again_label")

        self.again_part.addWidget(self.again_label)

        self.again = QLineEdit(ExportSite)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.again_part.addWidget(self.again)

        self.again_hint = QLabel(ExportSite)
        self.again_hint.setObjectName(u"again_hint")
        self.again_hint.setWordWrap(True)

        self.again_part.addWidget(self.again_hint)


        self.column.addLayout(self.again_part)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(ExportSite)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_1)

        self.cancel = QPushButton(ExportSite)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.write = QPushButton(ExportSite)
        self.write.setObjectName(u"write")
        self.write.setAutoDefault(True)

        self.foot.addWidget(self.write)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.passphrase_label.setBuddy(self.passphrase)
        self.again_label.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.seal, self.passphrase)
        QWidget.setTabOrder(self.passphrase, self.again)
        QWidget.setTabOrder(self.again, self.write)
        QWidget.setTabOrder(self.write, self.cancel)

        self.retranslateUi(ExportSite)

        self.write.setDefault(True)


        QMetaObject.connectSlotsByName(ExportSite)
    # setupUi

    def retranslateUi(self, ExportSite):
        ExportSite.setWindowTitle(QCoreApplication.translate("ExportSite", u"Export the site", None))
        self.title.setText(QCoreApplication.translate("ExportSite", u"Export the site", None))
        self.where.setText(QCoreApplication.translate("ExportSite", u"A JSON file with floors, rooms, plans and devices. Local keys never leave this computer in the clear.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("ExportSite", u"second", None))
        self.seal.setText(QCoreApplication.translate("ExportSite", u"Include the local keys, sealed with a passphrase", None))
        self.passphrase_label.setText(QCoreApplication.translate("ExportSite", u"Passphrase", None))
#if QT_CONFIG(accessibility)
        self.passphrase.setAccessibleName(QCoreApplication.translate("ExportSite", u"Passphrase", None))
#endif // QT_CONFIG(accessibility)
        self.passphrase_hint.setText(QCoreApplication.translate("ExportSite", u"At least 8 characters. Whoever opens the file elsewhere needs it.", None))
        self.passphrase_hint.setProperty(u"kind", QCoreApplication.translate("ExportSite", u"quiet", None))
        self.again_label.setText(QCoreApplication.translate("ExportSite", u"Passphrase again", None))
#if QT_CONFIG(accessibility)
        self.again.setAccessibleName(QCoreApplication.translate("ExportSite", u"Passphrase again", None))
#endif // QT_CONFIG(accessibility)
        self.again_hint.setText(QCoreApplication.translate("ExportSite", u"It cannot be recovered.", None))
        self.again_hint.setProperty(u"kind", QCoreApplication.translate("ExportSite", u"quiet", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ExportSite", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("ExportSite", u"Cancel", None))
        self.write.setText(QCoreApplication.translate("ExportSite", u"Choose where\u2026", None))
        self.write.setProperty(u"kind", QCoreApplication.translate("ExportSite", u"primary", None))
    # retranslateUi

