# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'diagnose.ui'
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
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QTabWidget, QVBoxLayout, QWidget)
class Ui_Diagnose(object):
    def setupUi(self, Diagnose):
        if not Diagnose.objectName():
            Diagnose.setObjectName(u"Diagnose")
        self.column = QVBoxLayout(Diagnose)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Diagnose)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.measure = QCheckBox(Diagnose)
        self.measure.setObjectName(u"measure")

        self.column.addWidget(self.measure)

        self.pages = QTabWidget(Diagnose)
        self.pages.setObjectName(u"pages")
        self.pages.setDocumentMode(True)

        self.column.addWidget(self.pages)

        self.progress_place = QVBoxLayout()
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Diagnose)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.save = QPushButton(Diagnose)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)

        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.close = QPushButton(Diagnose)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.run = QPushButton(Diagnose)
        self.run.setObjectName(u"run")

        self.foot.addWidget(self.run)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.measure, self.pages)
        QWidget.setTabOrder(self.pages, self.run)
        QWidget.setTabOrder(self.run, self.save)
        QWidget.setTabOrder(self.save, self.close)

        self.retranslateUi(Diagnose)

        self.run.setDefault(True)


        QMetaObject.connectSlotsByName(Diagnose)
    # setupUi

    def retranslateUi(self, Diagnose):
        Diagnose.setWindowTitle(QCoreApplication.translate("Diagnose", u"Diagnose", None))
        self.measure.setText(QCoreApplication.translate("Diagnose", u"Release the connection and measure", None))
#if QT_CONFIG(tooltip)
        self.measure.setToolTip(QCoreApplication.translate("Diagnose", u"Values of the device pause for some seconds; the session is taken back afterwards", None))
#endif // QT_CONFIG(tooltip)
        self.save.setText(QCoreApplication.translate("Diagnose", u"Save\u2026", None))
        self.close.setText(QCoreApplication.translate("Diagnose", u"Close", None))
        self.run.setText(QCoreApplication.translate("Diagnose", u"Run checks", None))
        self.run.setProperty(u"kind", QCoreApplication.translate("Diagnose", u"primary", None))
    # retranslateUi

