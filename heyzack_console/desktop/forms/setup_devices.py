# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_devices.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_SetupDevices(object):
    def setupUi(self, SetupDevices):
        if not SetupDevices.objectName():
            SetupDevices.setObjectName(u"SetupDevices")
        self.column = QVBoxLayout(SetupDevices)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(SetupDevices)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(SetupDevices)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.editor = QWidget(SetupDevices)
        self.editor.setObjectName(u"editor")
        self.editor_row = QHBoxLayout(self.editor)
        self.editor_row.setSpacing(8)
        self.editor_row.setObjectName(u"editor_row")
        self.editor_row.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(self.editor)
        self.name_label.setObjectName(u"name_label")

        self.editor_row.addWidget(self.name_label)

        self.name = QLineEdit(self.editor)
        self.name.setObjectName(u"name")

        self.editor_row.addWidget(self.name)

        self.category_label = QLabel(self.editor)
        self.category_label.setObjectName(u"category_label")

        self.editor_row.addWidget(self.category_label)

        self.category = QComboBox(self.editor)
        self.category.setObjectName(u"category")
        self.category.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.category.setMinimumContentsLength(14)

        self.editor_row.addWidget(self.category)

        self.room_label = QLabel(self.editor)
        self.room_label.setObjectName(u"room_label")

        self.editor_row.addWidget(self.room_label)

        self.room = QComboBox(self.editor)
        self.room.setObjectName(u"room")
        self.room.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.room.setMinimumContentsLength(14)

        self.editor_row.addWidget(self.room)

        self.editor_row.setStretch(1, 2)
        self.editor_row.setStretch(3, 1)
        self.editor_row.setStretch(5, 2)

        self.column.addWidget(self.editor)

        self.preview = QLabel(SetupDevices)
        self.preview.setObjectName(u"preview")
        self.preview.setWordWrap(True)

        self.column.addWidget(self.preview)

        self.said = QLabel(SetupDevices)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.chosen = QLabel(SetupDevices)
        self.chosen.setObjectName(u"chosen")

        self.foot.addWidget(self.chosen)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.copy = QPushButton(SetupDevices)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.save = QPushButton(SetupDevices)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)

        self.close = QPushButton(SetupDevices)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(SetupDevices)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(False)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

        self.column.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.category_label.setBuddy(self.category)
        self.room_label.setBuddy(self.room)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.category)
        QWidget.setTabOrder(self.category, self.room)
        QWidget.setTabOrder(self.room, self.copy)
        QWidget.setTabOrder(self.copy, self.save)
        QWidget.setTabOrder(self.save, self.close)
        QWidget.setTabOrder(self.close, self.apply)

        self.retranslateUi(SetupDevices)

        QMetaObject.connectSlotsByName(SetupDevices)
    # setupUi

    def retranslateUi(self, SetupDevices):
        SetupDevices.setWindowTitle(QCoreApplication.translate("SetupDevices", u"Set up the new devices", None))
        self.title.setText(QCoreApplication.translate("SetupDevices", u"Set up the new devices", None))
        self.where.setText(QCoreApplication.translate("SetupDevices", u"Names and kinds come from the templates, rooms from the cloud or from the names. Change what is not right; nothing is done before you press the button.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("SetupDevices", u"second", None))
        self.name_label.setText(QCoreApplication.translate("SetupDevices", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("SetupDevices", u"Name of the selected device", None))
#endif // QT_CONFIG(accessibility)
        self.category_label.setText(QCoreApplication.translate("SetupDevices", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.category.setAccessibleName(QCoreApplication.translate("SetupDevices", u"Kind of the selected devices", None))
#endif // QT_CONFIG(accessibility)
        self.room_label.setText(QCoreApplication.translate("SetupDevices", u"Room", None))
#if QT_CONFIG(accessibility)
        self.room.setAccessibleName(QCoreApplication.translate("SetupDevices", u"Room of the selected devices", None))
#endif // QT_CONFIG(accessibility)
        self.preview.setProperty(u"kind", QCoreApplication.translate("SetupDevices", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("SetupDevices", u"caution", None))
        self.chosen.setProperty(u"kind", QCoreApplication.translate("SetupDevices", u"second", None))
        self.copy.setText(QCoreApplication.translate("SetupDevices", u"Copy report", None))
        self.save.setText(QCoreApplication.translate("SetupDevices", u"Save report\u2026", None))
        self.close.setText(QCoreApplication.translate("SetupDevices", u"Close", None))
        self.apply.setText(QCoreApplication.translate("SetupDevices", u"Set up", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("SetupDevices", u"primary", None))
    # retranslateUi

