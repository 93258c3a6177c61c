# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'access.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDateTimeEdit,
    QDialog, QGridLayout, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_Access(object):
    def setupUi(self, Access):
        if not Access.objectName():
            Access.setObjectName(u"Access")
        self.column = QVBoxLayout(Access)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Access)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(Access)
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

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.who_label = QLabel(Access)
        self.who_label.setObjectName(u"who_label")

        self.fields.addWidget(self.who_label, 0, 0, 1, 1)

        self.who_row = QHBoxLayout()
        self.who_row.setSpacing(8)
        self.who_row.setObjectName(u"who_row")
        self.who = QComboBox(Access)
        self.who.setObjectName(u"who")

        self.who_row.addWidget(self.who)

        self.may = QComboBox(Access)
        self.may.setObjectName(u"may")

        self.who_row.addWidget(self.may)

        self.access_right = QComboBox(Access)
        self.access_right.setObjectName(u"access_right")

        self.who_row.addWidget(self.access_right)

        self.who_row.setStretch(0, 2)
        self.who_row.setStretch(1, 1)
        self.who_row.setStretch(2, 1)

        self.fields.addLayout(self.who_row, 0, 1, 1, 1)

        self.what_label = QLabel(Access)
        self.what_label.setObjectName(u"what_label")

        self.fields.addWidget(self.what_label, 1, 0, 1, 1)

        self.what = QComboBox(Access)
        self.what.setObjectName(u"what")

        self.fields.addWidget(self.what, 1, 1, 1, 1)

        self.until_label = QLabel(Access)
        self.until_label.setObjectName(u"until_label")

        self.fields.addWidget(self.until_label, 2, 0, 1, 1)

        self.until_row = QHBoxLayout()
        self.until_row.setSpacing(8)
        self.until_row.setObjectName(u"until_row")
        self.ends = QCheckBox(Access)
        self.ends.setObjectName(u"ends")

        self.until_row.addWidget(self.ends)

        self.until = QDateTimeEdit(Access)
        self.until.setObjectName(u"until")
        self.until.setCalendarPopup(True)

        self.until_row.addWidget(self.until)

        self.note = QLineEdit(Access)
        self.note.setObjectName(u"note")
        self.note.setMaxLength(200)

        self.until_row.addWidget(self.note)

        self.until_row.setStretch(2, 1)

        self.fields.addLayout(self.until_row, 2, 1, 1, 1)

        self.fields.setColumnStretch(1, 1)

        self.column.addLayout(self.fields)

        self.said = QLabel(Access)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.revoke = QPushButton(Access)
        self.revoke.setObjectName(u"revoke")
        self.revoke.setAutoDefault(False)

        self.foot.addWidget(self.revoke)

        self.fill_7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_7)

        self.close = QPushButton(Access)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.add = QPushButton(Access)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.foot.addWidget(self.add)


        self.column.addLayout(self.foot)

        self.column.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.who_label.setBuddy(self.who)
        self.what_label.setBuddy(self.what)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.who, self.may)
        QWidget.setTabOrder(self.may, self.access_right)
        QWidget.setTabOrder(self.access_right, self.what)
        QWidget.setTabOrder(self.what, self.ends)
        QWidget.setTabOrder(self.ends, self.until)
        QWidget.setTabOrder(self.until, self.note)
        QWidget.setTabOrder(self.note, self.revoke)
        QWidget.setTabOrder(self.revoke, self.close)
        QWidget.setTabOrder(self.close, self.add)

        self.retranslateUi(Access)

        QMetaObject.connectSlotsByName(Access)
    # setupUi

    def retranslateUi(self, Access):
        Access.setWindowTitle(QCoreApplication.translate("Access", u"Access", None))
        self.title.setText(QCoreApplication.translate("Access", u"Access", None))
        self.where.setText(QCoreApplication.translate("Access", u"Without a rule the role decides. A rule that takes is stronger than one that gives; who may not see a device may not operate it either.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("Access", u"second", None))
        self.who_label.setText(QCoreApplication.translate("Access", u"Who", None))
#if QT_CONFIG(accessibility)
        self.who.setAccessibleName(QCoreApplication.translate("Access", u"Person or role", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.may.setAccessibleName(QCoreApplication.translate("Access", u"Gives or takes", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.access_right.setAccessibleName(QCoreApplication.translate("Access", u"Right", None))
#endif // QT_CONFIG(accessibility)
        self.what_label.setText(QCoreApplication.translate("Access", u"What", None))
#if QT_CONFIG(accessibility)
        self.what.setAccessibleName(QCoreApplication.translate("Access", u"Device, room or group", None))
#endif // QT_CONFIG(accessibility)
        self.until_label.setText(QCoreApplication.translate("Access", u"Until", None))
        self.ends.setText(QCoreApplication.translate("Access", u"ends", None))
#if QT_CONFIG(accessibility)
        self.until.setAccessibleName(QCoreApplication.translate("Access", u"End, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.until.setDisplayFormat(QCoreApplication.translate("Access", u"ddd d MMM yyyy, HH:mm", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("Access", u"Note", None))
#endif // QT_CONFIG(accessibility)
        self.note.setPlaceholderText(QCoreApplication.translate("Access", u"Note", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("Access", u"caution", None))
        self.revoke.setText(QCoreApplication.translate("Access", u"Revoke", None))
        self.close.setText(QCoreApplication.translate("Access", u"Close", None))
        self.add.setText(QCoreApplication.translate("Access", u"Add rule", None))
        self.add.setProperty(u"kind", QCoreApplication.translate("Access", u"primary", None))
    # retranslateUi

