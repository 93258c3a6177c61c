# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'add_devices.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_AddDevices(object):
    def setupUi(self, AddDevices):
        if not AddDevices.objectName():
            AddDevices.setObjectName(u"AddDevices")
        self.column = QVBoxLayout(AddDevices)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(AddDevices)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(AddDevices)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.site_place = QVBoxLayout()
        self.site_place.setSpacing(0)
        self.site_place.setObjectName(u"site_place")

        self.column.addLayout(self.site_place)

        self.roads = QGridLayout()
        self.roads.setObjectName(u"roads")
        self.roads.setHorizontalSpacing(16)
        self.roads.setVerticalSpacing(10)
        self.cloud = QPushButton(AddDevices)
        self.cloud.setObjectName(u"cloud")
        self.cloud.setAutoDefault(False)

        self.roads.addWidget(self.cloud, 0, 0, 1, 1)

        self.cloud_text = QLabel(AddDevices)
        self.cloud_text.setObjectName(u"cloud_text")
        self.cloud_text.setWordWrap(True)

        self.roads.addWidget(self.cloud_text, 0, 1, 1, 1)

        self.scan = QPushButton(AddDevices)
        self.scan.setObjectName(u"scan")
        self.scan.setAutoDefault(False)

        self.roads.addWidget(self.scan, 1, 0, 1, 1)

        self.scan_text = QLabel(AddDevices)
        self.scan_text.setObjectName(u"scan_text")
        self.scan_text.setWordWrap(True)

        self.roads.addWidget(self.scan_text, 1, 1, 1, 1)

        self.list = QPushButton(AddDevices)
        self.list.setObjectName(u"list")
        self.list.setAutoDefault(False)

        self.roads.addWidget(self.list, 2, 0, 1, 1)

        self.list_text = QLabel(AddDevices)
        self.list_text.setObjectName(u"list_text")
        self.list_text.setWordWrap(True)

        self.roads.addWidget(self.list_text, 2, 1, 1, 1)

        self.pair = QPushButton(AddDevices)
        self.pair.setObjectName(u"pair")
        self.pair.setAutoDefault(False)

        self.roads.addWidget(self.pair, 3, 0, 1, 1)

        self.pair_text = QLabel(AddDevices)
        self.pair_text.setObjectName(u"pair_text")
        self.pair_text.setWordWrap(True)

        self.roads.addWidget(self.pair_text, 3, 1, 1, 1)

        self.waiting = QPushButton(AddDevices)
        self.waiting.setObjectName(u"waiting")
        self.waiting.setAutoDefault(False)

        self.roads.addWidget(self.waiting, 4, 0, 1, 1)

        self.waiting_text = QLabel(AddDevices)
        self.waiting_text.setObjectName(u"waiting_text")
        self.waiting_text.setWordWrap(True)

        self.roads.addWidget(self.waiting_text, 4, 1, 1, 1)

        self.roads.setColumnStretch(1, 1)

        self.column.addLayout(self.roads)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(AddDevices)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.close = QPushButton(AddDevices)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.cloud, self.scan)
        QWidget.setTabOrder(self.scan, self.list)
        QWidget.setTabOrder(self.list, self.pair)
        QWidget.setTabOrder(self.pair, self.waiting)
        QWidget.setTabOrder(self.waiting, self.close)

        self.retranslateUi(AddDevices)

        QMetaObject.connectSlotsByName(AddDevices)
    # setupUi

    def retranslateUi(self, AddDevices):
        AddDevices.setWindowTitle(QCoreApplication.translate("AddDevices", u"Add devices", None))
        self.title.setText(QCoreApplication.translate("AddDevices", u"Where do the devices come from?", None))
        self.where.setText(QCoreApplication.translate("AddDevices", u"Afterwards the new devices are named, sorted and put into their rooms, by their templates and as you say.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"second", None))
        self.cloud.setText(QCoreApplication.translate("AddDevices", u"Tuya cloud project", None))
        self.cloud_text.setText(QCoreApplication.translate("AddDevices", u"Connects a project by its access id and secret, or takes one that is connected, and lists its devices with their keys.", None))
        self.cloud_text.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"second", None))
        self.scan.setText(QCoreApplication.translate("AddDevices", u"This network", None))
        self.scan_text.setText(QCoreApplication.translate("AddDevices", u"Listens on the local network. What is found is matched to the book and to the cloud's list.", None))
        self.scan_text.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"second", None))
        self.list.setText(QCoreApplication.translate("AddDevices", u"A list of devices", None))
        self.list_text.setText(QCoreApplication.translate("AddDevices", u"Reads a CSV file, or devices.json and snapshot.json with their keys.", None))
        self.list_text.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"second", None))
        self.pair.setText(QCoreApplication.translate("AddDevices", u"Pair a new device", None))
        self.pair_text.setText(QCoreApplication.translate("AddDevices", u"Shows a token as text and as a code; what is paired with it joins the cloud project.", None))
        self.pair_text.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"second", None))
        self.waiting.setText(QCoreApplication.translate("AddDevices", u"Devices beside the plan", None))
        self.waiting_text.setText(QCoreApplication.translate("AddDevices", u"Names and places devices that the book has already and that stand nowhere yet.", None))
        self.waiting_text.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"second", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("AddDevices", u"caution", None))
        self.close.setText(QCoreApplication.translate("AddDevices", u"Close", None))
    # retranslateUi

