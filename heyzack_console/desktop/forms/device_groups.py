# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'device_groups.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QListWidget,
    QListWidgetItem, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_DeviceGroups(object):
    def setupUi(self, DeviceGroups):
        if not DeviceGroups.objectName():
            DeviceGroups.setObjectName(u"DeviceGroups")
        self.column = QVBoxLayout(DeviceGroups)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(DeviceGroups)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(DeviceGroups)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.groups = QListWidget(DeviceGroups)
        self.groups.setObjectName(u"groups")

        self.left.addWidget(self.groups)

        self.list_foot = QHBoxLayout()
        self.list_foot.setSpacing(8)
        self.list_foot.setObjectName(u"list_foot")
        self.from_selection = QPushButton(DeviceGroups)
        self.from_selection.setObjectName(u"from_selection")
        self.from_selection.setAutoDefault(False)

        self.list_foot.addWidget(self.from_selection)

        self.from_filter = QPushButton(DeviceGroups)
        self.from_filter.setObjectName(u"from_filter")
        self.from_filter.setAutoDefault(False)

        self.list_foot.addWidget(self.from_filter)

        self.fill_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.list_foot.addItem(self.fill_3)


        self.left.addLayout(self.list_foot)


        self.body.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.name_label = QLabel(DeviceGroups)
        self.name_label.setObjectName(u"name_label")

        self.fields.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(DeviceGroups)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(80)

        self.fields.addWidget(self.name, 0, 1, 1, 1)

        self.category_label = QLabel(DeviceGroups)
        self.category_label.setObjectName(u"category_label")

        self.fields.addWidget(self.category_label, 1, 0, 1, 1)

        self.kind_row = QHBoxLayout()
        self.kind_row.setSpacing(8)
        self.kind_row.setObjectName(u"kind_row")
        self.category = QComboBox(DeviceGroups)
        self.category.setObjectName(u"category")

        self.kind_row.addWidget(self.category)

        self.floor_label = QLabel(DeviceGroups)
        self.floor_label.setObjectName(u"floor_label")

        self.kind_row.addWidget(self.floor_label)

        self.floor = QComboBox(DeviceGroups)
        self.floor.setObjectName(u"floor")

        self.kind_row.addWidget(self.floor)

        self.kind_row.setStretch(0, 1)
        self.kind_row.setStretch(2, 1)

        self.fields.addLayout(self.kind_row, 1, 1, 1, 1)

        self.zone_label = QLabel(DeviceGroups)
        self.zone_label.setObjectName(u"zone_label")

        self.fields.addWidget(self.zone_label, 2, 0, 1, 1)

        self.room_row = QHBoxLayout()
        self.room_row.setSpacing(8)
        self.room_row.setObjectName(u"room_row")
        self.zone = QComboBox(DeviceGroups)
        self.zone.setObjectName(u"zone")

        self.room_row.addWidget(self.zone)

        self.product_label = QLabel(DeviceGroups)
        self.product_label.setObjectName(u"product_label")

        self.room_row.addWidget(self.product_label)

        self.product = QComboBox(DeviceGroups)
        self.product.setObjectName(u"product")

        self.room_row.addWidget(self.product)

        self.room_row.setStretch(0, 1)
        self.room_row.setStretch(2, 1)

        self.fields.addLayout(self.room_row, 2, 1, 1, 1)

        self.words_label = QLabel(DeviceGroups)
        self.words_label.setObjectName(u"words_label")

        self.fields.addWidget(self.words_label, 3, 0, 1, 1)

        self.words = QLineEdit(DeviceGroups)
        self.words.setObjectName(u"words")

        self.fields.addWidget(self.words, 3, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)

        self.right.addLayout(self.fields)

        self.members_row = QHBoxLayout()
        self.members_row.setSpacing(8)
        self.members_row.setObjectName(u"members_row")
        self.members = QLabel(DeviceGroups)
        self.members.setObjectName(u"members")
        self.members.setWordWrap(True)

        self.members_row.addWidget(self.members)

        self.fill_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.members_row.addItem(self.fill_4)

        self.add = QPushButton(DeviceGroups)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.members_row.addWidget(self.add)

        self.take_out = QPushButton(DeviceGroups)
        self.take_out.setObjectName(u"take_out")
        self.take_out.setAutoDefault(False)

        self.members_row.addWidget(self.take_out)


        self.right.addLayout(self.members_row)

        self.devices = QListWidget(DeviceGroups)
        self.devices.setObjectName(u"devices")

        self.right.addWidget(self.devices)


        self.body.addLayout(self.right)

        self.body.setStretch(0, 2)
        self.body.setStretch(1, 3)

        self.column.addLayout(self.body)

        self.said = QLabel(DeviceGroups)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.remove = QPushButton(DeviceGroups)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.foot.addWidget(self.remove)

        self.fill_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_5)

        self.show = QPushButton(DeviceGroups)
        self.show.setObjectName(u"show")
        self.show.setAutoDefault(False)

        self.foot.addWidget(self.show)

        self.order = QPushButton(DeviceGroups)
        self.order.setObjectName(u"order")
        self.order.setAutoDefault(False)

        self.foot.addWidget(self.order)

        self.close = QPushButton(DeviceGroups)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.save = QPushButton(DeviceGroups)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

        self.column.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.category_label.setBuddy(self.category)
        self.floor_label.setBuddy(self.floor)
        self.zone_label.setBuddy(self.zone)
        self.product_label.setBuddy(self.product)
        self.words_label.setBuddy(self.words)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.groups, self.from_selection)
        QWidget.setTabOrder(self.from_selection, self.from_filter)
        QWidget.setTabOrder(self.from_filter, self.name)
        QWidget.setTabOrder(self.name, self.category)
        QWidget.setTabOrder(self.category, self.floor)
        QWidget.setTabOrder(self.floor, self.zone)
        QWidget.setTabOrder(self.zone, self.product)
        QWidget.setTabOrder(self.product, self.words)
        QWidget.setTabOrder(self.words, self.add)
        QWidget.setTabOrder(self.add, self.take_out)
        QWidget.setTabOrder(self.take_out, self.devices)
        QWidget.setTabOrder(self.devices, self.remove)
        QWidget.setTabOrder(self.remove, self.show)
        QWidget.setTabOrder(self.show, self.order)
        QWidget.setTabOrder(self.order, self.close)
        QWidget.setTabOrder(self.close, self.save)

        self.retranslateUi(DeviceGroups)

        QMetaObject.connectSlotsByName(DeviceGroups)
    # setupUi

    def retranslateUi(self, DeviceGroups):
        DeviceGroups.setWindowTitle(QCoreApplication.translate("DeviceGroups", u"Groups of devices", None))
        self.title.setText(QCoreApplication.translate("DeviceGroups", u"Groups of devices", None))
        self.where.setText(QCoreApplication.translate("DeviceGroups", u"A group holds devices that you chose, or whatever fits its filter at the moment.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("DeviceGroups", u"second", None))
#if QT_CONFIG(accessibility)
        self.groups.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Groups", None))
#endif // QT_CONFIG(accessibility)
        self.from_selection.setText(QCoreApplication.translate("DeviceGroups", u"New from selection", None))
        self.from_filter.setText(QCoreApplication.translate("DeviceGroups", u"New filter", None))
        self.name_label.setText(QCoreApplication.translate("DeviceGroups", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Name of the group", None))
#endif // QT_CONFIG(accessibility)
        self.category_label.setText(QCoreApplication.translate("DeviceGroups", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.category.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Kind of device", None))
#endif // QT_CONFIG(accessibility)
        self.floor_label.setText(QCoreApplication.translate("DeviceGroups", u"Floor", None))
#if QT_CONFIG(accessibility)
        self.floor.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Floor", None))
#endif // QT_CONFIG(accessibility)
        self.zone_label.setText(QCoreApplication.translate("DeviceGroups", u"Room", None))
#if QT_CONFIG(accessibility)
        self.zone.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Room", None))
#endif // QT_CONFIG(accessibility)
        self.product_label.setText(QCoreApplication.translate("DeviceGroups", u"Product", None))
#if QT_CONFIG(accessibility)
        self.product.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Product", None))
#endif // QT_CONFIG(accessibility)
        self.words_label.setText(QCoreApplication.translate("DeviceGroups", u"Words", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Words in name, model or what it serves", None))
#endif // QT_CONFIG(accessibility)
        self.members.setProperty(u"kind", QCoreApplication.translate("DeviceGroups", u"second", None))
        self.add.setText(QCoreApplication.translate("DeviceGroups", u"Add selection", None))
        self.take_out.setText(QCoreApplication.translate("DeviceGroups", u"Take out", None))
#if QT_CONFIG(accessibility)
        self.devices.setAccessibleName(QCoreApplication.translate("DeviceGroups", u"Devices of the group", None))
#endif // QT_CONFIG(accessibility)
        self.said.setProperty(u"kind", QCoreApplication.translate("DeviceGroups", u"caution", None))
        self.remove.setText(QCoreApplication.translate("DeviceGroups", u"Remove", None))
        self.show.setText(QCoreApplication.translate("DeviceGroups", u"Select its devices", None))
        self.order.setText(QCoreApplication.translate("DeviceGroups", u"Order for the group\u2026", None))
        self.close.setText(QCoreApplication.translate("DeviceGroups", u"Close", None))
        self.save.setText(QCoreApplication.translate("DeviceGroups", u"Save", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("DeviceGroups", u"primary", None))
    # retranslateUi

