# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_devices.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_ImportDevices(object):
    def setupUi(self, ImportDevices):
        if not ImportDevices.objectName():
            ImportDevices.setObjectName(u"ImportDevices")
        self.column = QVBoxLayout(ImportDevices)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ImportDevices)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(ImportDevices)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(12)
        self.file_row.setObjectName(u"file_row")
        self.choose = QPushButton(ImportDevices)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.file_row.addWidget(self.choose)

        self.file = QLabel(ImportDevices)
        self.file.setObjectName(u"file")
        self.file.setWordWrap(True)

        self.file_row.addWidget(self.file)

        self.file_row.setStretch(1, 1)

        self.column.addLayout(self.file_row)

        self.report = QLabel(ImportDevices)
        self.report.setObjectName(u"report")
        self.report.setWordWrap(True)

        self.column.addWidget(self.report)

        self.site_place = QVBoxLayout()
        self.site_place.setSpacing(0)
        self.site_place.setObjectName(u"site_place")

        self.column.addLayout(self.site_place)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(ImportDevices)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.copy = QPushButton(ImportDevices)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_1)

        self.close = QPushButton(ImportDevices)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(ImportDevices)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(True)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.choose, self.copy)
        QWidget.setTabOrder(self.copy, self.apply)
        QWidget.setTabOrder(self.apply, self.close)

        self.retranslateUi(ImportDevices)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(ImportDevices)
    # setupUi

    def retranslateUi(self, ImportDevices):
        ImportDevices.setWindowTitle(QCoreApplication.translate("ImportDevices", u"Import devices and keys", None))
        self.title.setText(QCoreApplication.translate("ImportDevices", u"Import devices and keys", None))
        self.where.setText(QCoreApplication.translate("ImportDevices", u"A devices.json or snapshot.json of tinytuya, or a CSV whose first line names its columns: id, name, key, ip, version, category, parent, node id.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("ImportDevices", u"second", None))
        self.choose.setText(QCoreApplication.translate("ImportDevices", u"Choose a file\u2026", None))
        self.file.setText(QCoreApplication.translate("ImportDevices", u"No file chosen", None))
        self.file.setProperty(u"kind", QCoreApplication.translate("ImportDevices", u"quiet", None))
        self.report.setProperty(u"kind", QCoreApplication.translate("ImportDevices", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ImportDevices", u"caution", None))
        self.copy.setText(QCoreApplication.translate("ImportDevices", u"Copy what is left out", None))
        self.close.setText(QCoreApplication.translate("ImportDevices", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("ImportDevices", u"Take in", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("ImportDevices", u"primary", None))
    # retranslateUi

