# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'about.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QTextBrowser,
    QVBoxLayout, QWidget)
class Ui_About(object):
    def setupUi(self, About):
        if not About.objectName():
            About.setObjectName(u"About")
        self.column = QVBoxLayout(About)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.icon = QLabel(About)
        self.icon.setObjectName(u"icon")

        self.head.addWidget(self.icon)

        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.setObjectName(u"words")
        self.title = QLabel(About)
        self.title.setObjectName(u"title")

        self.words.addWidget(self.title)

        self.version = QLabel(About)
        self.version.setObjectName(u"version")

        self.words.addWidget(self.version)


        self.head.addLayout(self.words)

        self.head.setStretch(1, 1)

        self.column.addLayout(self.head)

        self.purpose = QLabel(About)
        self.purpose.setObjectName(u"purpose")
        self.purpose.setWordWrap(True)

        self.column.addWidget(self.purpose)

        self.zones = QLabel(About)
        self.zones.setObjectName(u"zones")
        self.zones.setWordWrap(True)

        self.column.addWidget(self.zones)

        self.licences = QTextBrowser(About)
        self.licences.setObjectName(u"licences")
        self.licences.setOpenLinks(False)

        self.column.addWidget(self.licences)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.copy = QPushButton(About)
        self.copy.setObjectName(u"copy")

        self.foot.addWidget(self.copy)

        self.close = QPushButton(About)
        self.close.setObjectName(u"close")

        self.foot.addWidget(self.close)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.close, self.copy)
        QWidget.setTabOrder(self.copy, self.licences)

        self.retranslateUi(About)

        QMetaObject.connectSlotsByName(About)
    # setupUi

    def retranslateUi(self, About):
        About.setWindowTitle(QCoreApplication.translate("About", u"About HeyZack Console", None))
        self.title.setText(QCoreApplication.translate("About", u"HeyZack Console", None))
        self.version.setProperty(u"kind", QCoreApplication.translate("About", u"second", None))
        self.purpose.setText(QCoreApplication.translate("About", u"Operator console for buildings whose devices speak Tuya. It works on the local network and needs no internet.", None))
        self.zones.setProperty(u"kind", QCoreApplication.translate("About", u"caution", None))
#if QT_CONFIG(accessibility)
        self.licences.setAccessibleName(QCoreApplication.translate("About", u"Licences", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("About", u"Copy details", None))
        self.close.setText(QCoreApplication.translate("About", u"Close", None))
    # retranslateUi

