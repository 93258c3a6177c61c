# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'group_order.ui'
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
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_GroupOrder(object):
    def setupUi(self, GroupOrder):
        if not GroupOrder.objectName():
            GroupOrder.setObjectName(u"GroupOrder")
        self.column = QVBoxLayout(GroupOrder)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(GroupOrder)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(GroupOrder)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.whom_label = QLabel(GroupOrder)
        self.whom_label.setObjectName(u"whom_label")

        self.fields.addWidget(self.whom_label, 0, 0, 1, 1)

        self.whom = QComboBox(GroupOrder)
        self.whom.setObjectName(u"whom")

        self.fields.addWidget(self.whom, 0, 1, 1, 1)

        self.what_label = QLabel(GroupOrder)
        self.what_label.setObjectName(u"what_label")

        self.fields.addWidget(self.what_label, 1, 0, 1, 1)

        self.what = QComboBox(GroupOrder)
        self.what.setObjectName(u"what")

        self.fields.addWidget(self.what, 1, 1, 1, 1)

        self.value_label = QLabel(GroupOrder)
        self.value_label.setObjectName(u"value_label")

        self.fields.addWidget(self.value_label, 2, 0, 1, 1)

        self.value_row = QHBoxLayout()
        self.value_row.setSpacing(8)
        self.value_row.setObjectName(u"value_row")
        self.choice = QComboBox(GroupOrder)
        self.choice.setObjectName(u"choice")

        self.value_row.addWidget(self.choice)

        self.typed = QLineEdit(GroupOrder)
        self.typed.setObjectName(u"typed")

        self.value_row.addWidget(self.typed)

        self.hint = QLabel(GroupOrder)
        self.hint.setObjectName(u"hint")

        self.value_row.addWidget(self.hint)

        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.value_row.addItem(self.fill_1)


        self.fields.addLayout(self.value_row, 2, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)

        self.column.addLayout(self.fields)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.preview = QLabel(GroupOrder)
        self.preview.setObjectName(u"preview")
        self.preview.setWordWrap(True)

        self.column.addWidget(self.preview)

        self.said = QLabel(GroupOrder)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.undo = QPushButton(GroupOrder)
        self.undo.setObjectName(u"undo")
        self.undo.setAutoDefault(False)

        self.foot.addWidget(self.undo)

        self.copy = QPushButton(GroupOrder)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.save = QPushButton(GroupOrder)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)

        self.close = QPushButton(GroupOrder)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.send = QPushButton(GroupOrder)
        self.send.setObjectName(u"send")
        self.send.setAutoDefault(False)

        self.foot.addWidget(self.send)


        self.column.addLayout(self.foot)

        self.column.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.whom_label.setBuddy(self.whom)
        self.what_label.setBuddy(self.what)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.whom, self.what)
        QWidget.setTabOrder(self.what, self.choice)
        QWidget.setTabOrder(self.choice, self.typed)
        QWidget.setTabOrder(self.typed, self.undo)
        QWidget.setTabOrder(self.undo, self.copy)
        QWidget.setTabOrder(self.copy, self.save)
        QWidget.setTabOrder(self.save, self.close)
        QWidget.setTabOrder(self.close, self.send)

        self.retranslateUi(GroupOrder)

        QMetaObject.connectSlotsByName(GroupOrder)
    # setupUi

    def retranslateUi(self, GroupOrder):
        GroupOrder.setWindowTitle(QCoreApplication.translate("GroupOrder", u"Order for several devices", None))
        self.title.setText(QCoreApplication.translate("GroupOrder", u"Order for several devices", None))
        self.where.setText(QCoreApplication.translate("GroupOrder", u"Every device is told the same. Below stands who will take it and who will not, before anything is sent. Orders go out a few at a time.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("GroupOrder", u"second", None))
        self.whom_label.setText(QCoreApplication.translate("GroupOrder", u"For", None))
#if QT_CONFIG(accessibility)
        self.whom.setAccessibleName(QCoreApplication.translate("GroupOrder", u"Devices the order is for", None))
#endif // QT_CONFIG(accessibility)
        self.what_label.setText(QCoreApplication.translate("GroupOrder", u"What", None))
#if QT_CONFIG(accessibility)
        self.what.setAccessibleName(QCoreApplication.translate("GroupOrder", u"Data point", None))
#endif // QT_CONFIG(accessibility)
        self.value_label.setText(QCoreApplication.translate("GroupOrder", u"Value", None))
#if QT_CONFIG(accessibility)
        self.choice.setAccessibleName(QCoreApplication.translate("GroupOrder", u"Value", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.typed.setAccessibleName(QCoreApplication.translate("GroupOrder", u"Value", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("GroupOrder", u"quiet", None))
        self.preview.setProperty(u"kind", QCoreApplication.translate("GroupOrder", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("GroupOrder", u"caution", None))
        self.undo.setText(QCoreApplication.translate("GroupOrder", u"Undo\u2026", None))
        self.copy.setText(QCoreApplication.translate("GroupOrder", u"Copy report", None))
        self.save.setText(QCoreApplication.translate("GroupOrder", u"Save report\u2026", None))
        self.close.setText(QCoreApplication.translate("GroupOrder", u"Close", None))
        self.send.setText(QCoreApplication.translate("GroupOrder", u"Send", None))
        self.send.setProperty(u"kind", QCoreApplication.translate("GroupOrder", u"primary", None))
    # retranslateUi

