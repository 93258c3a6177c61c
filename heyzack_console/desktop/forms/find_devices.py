# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'find_devices.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_FindDevices(object):
    def setupUi(self, FindDevices):
        if not FindDevices.objectName():
            FindDevices.setObjectName(u"FindDevices")
        self.column = QVBoxLayout(FindDevices)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.words = QVBoxLayout()
        self.words.setSpacing(4)
        self.words.setObjectName(u"words")
        self.title = QLabel(FindDevices)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.words.addWidget(self.title)

        self.where = QLabel(FindDevices)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.words.addWidget(self.where)


        self.head.addLayout(self.words)

        self.head.setStretch(0, 1)

        self.column.addLayout(self.head)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")
        self.scan = QPushButton(FindDevices)
        self.scan.setObjectName(u"scan")
        self.scan.setAutoDefault(False)

        self.tools.addWidget(self.scan)

        self.range_label = QLabel(FindDevices)
        self.range_label.setObjectName(u"range_label")

        self.tools.addWidget(self.range_label)

        self.range = QLineEdit(FindDevices)
        self.range.setObjectName(u"range")

        self.tools.addWidget(self.range)

        self.probe = QPushButton(FindDevices)
        self.probe.setObjectName(u"probe")
        self.probe.setAutoDefault(False)

        self.tools.addWidget(self.probe)

        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.fill_1)

        self.import_keys = QPushButton(FindDevices)
        self.import_keys.setObjectName(u"import_keys")
        self.import_keys.setAutoDefault(False)

        self.tools.addWidget(self.import_keys)


        self.column.addLayout(self.tools)

        self.range_hint = QLabel(FindDevices)
        self.range_hint.setObjectName(u"range_hint")
        self.range_hint.setWordWrap(True)

        self.column.addWidget(self.range_hint)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.editor = QFrame(FindDevices)
        self.editor.setObjectName(u"editor")
        self.editor_row = QHBoxLayout(self.editor)
        self.editor_row.setSpacing(12)
        self.editor_row.setObjectName(u"editor_row")
        self.editor_row.setContentsMargins(12, 10, 12, 10)
        self.id_part = QVBoxLayout()
        self.id_part.setSpacing(4)
        self.id_part.setObjectName(u"id_part")
        self.id_label = QLabel(self.editor)
        self.id_label.setObjectName(u"id_label")

        self.id_part.addWidget(self.id_label)

        self.id = QLineEdit(self.editor)
        self.id.setObjectName(u"id")

        self.id_part.addWidget(self.id)

        self.id_hint = QLabel(self.editor)
        self.id_hint.setObjectName(u"id_hint")
        self.id_hint.setWordWrap(True)

        self.id_part.addWidget(self.id_hint)


        self.editor_row.addLayout(self.id_part)

        self.name_part = QVBoxLayout()
        self.name_part.setSpacing(4)
        self.name_part.setObjectName(u"name_part")
        self.name_label = QLabel(self.editor)
        self.name_label.setObjectName(u"name_label")

        self.name_part.addWidget(self.name_label)

        self.name = QLineEdit(self.editor)
        self.name.setObjectName(u"name")

        self.name_part.addWidget(self.name)

        self.name_hint = QLabel(self.editor)
        self.name_hint.setObjectName(u"name_hint")
        self.name_hint.setWordWrap(True)

        self.name_part.addWidget(self.name_hint)


        self.editor_row.addLayout(self.name_part)

        self.category_part = QVBoxLayout()
        self.category_part.setSpacing(4)
        self.category_part.setObjectName(u"category_part")
        self.category_label = QLabel(self.editor)
        self.category_label.setObjectName(u"category_label")

        self.category_part.addWidget(self.category_label)

        self.category = QComboBox(self.editor)
        self.category.setObjectName(u"category")

        self.category_part.addWidget(self.category)

        self.category_hint = QLabel(self.editor)
        self.category_hint.setObjectName(u"category_hint")
        self.category_hint.setWordWrap(True)

        self.category_part.addWidget(self.category_hint)


        self.editor_row.addLayout(self.category_part)

        self.key_part = QVBoxLayout()
        self.key_part.setSpacing(4)
        self.key_part.setObjectName(u"key_part")
        self.key_label = QLabel(self.editor)
        self.key_label.setObjectName(u"key_label")

        self.key_part.addWidget(self.key_label)

        self.key = QLineEdit(self.editor)
        self.key.setObjectName(u"key")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)

        self.key_part.addWidget(self.key)

        self.key_hint = QLabel(self.editor)
        self.key_hint.setObjectName(u"key_hint")
        self.key_hint.setWordWrap(True)

        self.key_part.addWidget(self.key_hint)


        self.editor_row.addLayout(self.key_part)

        self.editor_row.setStretch(0, 2)
        self.editor_row.setStretch(1, 2)
        self.editor_row.setStretch(2, 2)
        self.editor_row.setStretch(3, 2)

        self.column.addWidget(self.editor)

        self.site_place = QVBoxLayout()
        self.site_place.setSpacing(0)
        self.site_place.setObjectName(u"site_place")

        self.column.addLayout(self.site_place)

        self.said = QLabel(FindDevices)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.chosen = QLabel(FindDevices)
        self.chosen.setObjectName(u"chosen")

        self.foot.addWidget(self.chosen)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.close = QPushButton(FindDevices)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.add = QPushButton(FindDevices)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.foot.addWidget(self.add)


        self.column.addLayout(self.foot)

        self.column.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.range_label.setBuddy(self.range)
        self.id_label.setBuddy(self.id)
        self.name_label.setBuddy(self.name)
        self.category_label.setBuddy(self.category)
        self.key_label.setBuddy(self.key)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.scan, self.range)
        QWidget.setTabOrder(self.range, self.probe)
        QWidget.setTabOrder(self.probe, self.import_keys)
        QWidget.setTabOrder(self.import_keys, self.id)
        QWidget.setTabOrder(self.id, self.name)
        QWidget.setTabOrder(self.name, self.category)
        QWidget.setTabOrder(self.category, self.key)
        QWidget.setTabOrder(self.key, self.add)
        QWidget.setTabOrder(self.add, self.close)

        self.retranslateUi(FindDevices)

        QMetaObject.connectSlotsByName(FindDevices)
    # setupUi

    def retranslateUi(self, FindDevices):
        FindDevices.setWindowTitle(QCoreApplication.translate("FindDevices", u"Find devices on this network", None))
        self.title.setText(QCoreApplication.translate("FindDevices", u"Find devices on this network", None))
        self.where.setText(QCoreApplication.translate("FindDevices", u"Devices announce themselves every few seconds. Those of another subnet answer only when their range is tried.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"second", None))
        self.scan.setText(QCoreApplication.translate("FindDevices", u"Scan again", None))
        self.range_label.setText(QCoreApplication.translate("FindDevices", u"Range", None))
#if QT_CONFIG(accessibility)
        self.range.setAccessibleName(QCoreApplication.translate("FindDevices", u"Range of addresses", None))
#endif // QT_CONFIG(accessibility)
        self.range.setPlaceholderText(QCoreApplication.translate("FindDevices", u"192.168.1.0/24", None))
        self.probe.setText(QCoreApplication.translate("FindDevices", u"Try this range", None))
        self.import_keys.setText(QCoreApplication.translate("FindDevices", u"Import keys from a file\u2026", None))
        self.import_keys.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"link", None))
        self.range_hint.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"quiet", None))
        self.editor.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"notice", None))
        self.id_label.setText(QCoreApplication.translate("FindDevices", u"Device id", None))
#if QT_CONFIG(accessibility)
        self.id.setAccessibleName(QCoreApplication.translate("FindDevices", u"Device id", None))
#endif // QT_CONFIG(accessibility)
        self.id_hint.setText(QCoreApplication.translate("FindDevices", u"From the label or the app", None))
        self.id_hint.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"quiet", None))
        self.name_label.setText(QCoreApplication.translate("FindDevices", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("FindDevices", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.name_hint.setText(QCoreApplication.translate("FindDevices", u"As people in the building call it", None))
        self.name_hint.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"quiet", None))
        self.category_label.setText(QCoreApplication.translate("FindDevices", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.category.setAccessibleName(QCoreApplication.translate("FindDevices", u"Kind of device", None))
#endif // QT_CONFIG(accessibility)
        self.category_hint.setText(QCoreApplication.translate("FindDevices", u"What it is, hence its mark", None))
        self.category_hint.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"quiet", None))
        self.key_label.setText(QCoreApplication.translate("FindDevices", u"Local key (optional)", None))
#if QT_CONFIG(accessibility)
        self.key.setAccessibleName(QCoreApplication.translate("FindDevices", u"Local key", None))
#endif // QT_CONFIG(accessibility)
        self.key_hint.setText(QCoreApplication.translate("FindDevices", u"16 characters, never shown again", None))
        self.key_hint.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"quiet", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"caution", None))
        self.chosen.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"second", None))
        self.close.setText(QCoreApplication.translate("FindDevices", u"Close", None))
        self.add.setText(QCoreApplication.translate("FindDevices", u"Add devices", None))
        self.add.setProperty(u"kind", QCoreApplication.translate("FindDevices", u"primary", None))
    # retranslateUi

