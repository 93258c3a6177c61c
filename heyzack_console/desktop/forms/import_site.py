# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_site.ui'
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
class Ui_ImportSite(object):
    def setupUi(self, ImportSite):
        if not ImportSite.objectName():
            ImportSite.setObjectName(u"ImportSite")
        self.column = QVBoxLayout(ImportSite)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ImportSite)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(ImportSite)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(12)
        self.file_row.setObjectName(u"file_row")
        self.choose = QPushButton(ImportSite)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.file_row.addWidget(self.choose)

        self.file = QLabel(ImportSite)
        self.file.setObjectName(u"file")
        self.file.setWordWrap(True)

        self.file_row.addWidget(self.file)

        self.file_row.setStretch(1, 1)

        self.column.addLayout(self.file_row)

        self.report = QLabel(ImportSite)
        self.report.setObjectName(u"report")
        self.report.setWordWrap(True)

        self.column.addWidget(self.report)

        self.passphrase_part = QVBoxLayout()
        self.passphrase_part.setSpacing(4)
        self.passphrase_part.setObjectName(u"passphrase_part")
        self.passphrase_label = QLabel(ImportSite)
        self.passphrase_label.setObjectName(u"passphrase_label")

        self.passphrase_part.addWidget(self.passphrase_label)

        self.passphrase = QLineEdit(ImportSite)
        self.passphrase.setObjectName(u"passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)

        self.passphrase_part.addWidget(self.passphrase)

        self.passphrase_hint = QLabel(ImportSite)
        self.passphrase_hint.setObjectName(u"passphrase_hint")
        self.passphrase_hint.setWordWrap(True)

        self.passphrase_part.addWidget(self.passphrase_hint)


        self.column.addLayout(self.passphrase_part)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(ImportSite)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.unlock = QPushButton(ImportSite)
        self.unlock.setObjectName(u"unlock")
        self.unlock.setAutoDefault(False)

        self.foot.addWidget(self.unlock)

        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_1)

        self.cancel = QPushButton(ImportSite)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(ImportSite)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(True)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.passphrase_label.setBuddy(self.passphrase)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.choose, self.passphrase)
        QWidget.setTabOrder(self.passphrase, self.apply)
        QWidget.setTabOrder(self.apply, self.cancel)
        QWidget.setTabOrder(self.cancel, self.unlock)

        self.retranslateUi(ImportSite)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(ImportSite)
    # setupUi

    def retranslateUi(self, ImportSite):
        ImportSite.setWindowTitle(QCoreApplication.translate("ImportSite", u"Open a site file", None))
        self.title.setText(QCoreApplication.translate("ImportSite", u"Open a site file", None))
        self.where.setText(QCoreApplication.translate("ImportSite", u"A site exported from a console: floors, rooms, plans and devices.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"second", None))
        self.choose.setText(QCoreApplication.translate("ImportSite", u"Choose a file\u2026", None))
        self.file.setText(QCoreApplication.translate("ImportSite", u"No file chosen", None))
        self.file.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"quiet", None))
        self.report.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"notice", None))
        self.passphrase_label.setText(QCoreApplication.translate("ImportSite", u"Passphrase of the sealed keys (optional)", None))
#if QT_CONFIG(accessibility)
        self.passphrase.setAccessibleName(QCoreApplication.translate("ImportSite", u"Passphrase of the sealed keys", None))
#endif // QT_CONFIG(accessibility)
        self.passphrase_hint.setText(QCoreApplication.translate("ImportSite", u"Without it the site is taken in and its keys stay sealed.", None))
        self.passphrase_hint.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"quiet", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"caution", None))
        self.unlock.setText(QCoreApplication.translate("ImportSite", u"Unlock the stored keys\u2026", None))
        self.unlock.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"link", None))
        self.cancel.setText(QCoreApplication.translate("ImportSite", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("ImportSite", u"Open the site", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("ImportSite", u"primary", None))
    # retranslateUi

