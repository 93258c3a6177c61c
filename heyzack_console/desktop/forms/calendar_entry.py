# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'calendar_entry.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDateTimeEdit, QDialog,
    QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_CalendarEntry(object):
    def setupUi(self, CalendarEntry):
        if not CalendarEntry.objectName():
            CalendarEntry.setObjectName(u"CalendarEntry")
        self.column = QVBoxLayout(CalendarEntry)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.heading = QLabel(CalendarEntry)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.column.addWidget(self.heading)

        self.title_label = QLabel(CalendarEntry)
        self.title_label.setObjectName(u"title_label")

        self.column.addWidget(self.title_label)

        self.title = QLineEdit(CalendarEntry)
        self.title.setObjectName(u"title")
        self.title.setMaxLength(200)

        self.column.addWidget(self.title)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.kind_label = QLabel(CalendarEntry)
        self.kind_label.setObjectName(u"kind_label")

        self.grid.addWidget(self.kind_label, 0, 0, 1, 1)

        self.status_label = QLabel(CalendarEntry)
        self.status_label.setObjectName(u"status_label")

        self.grid.addWidget(self.status_label, 0, 1, 1, 1)

        self.kind = QComboBox(CalendarEntry)
        self.kind.setObjectName(u"kind")

        self.grid.addWidget(self.kind, 1, 0, 1, 1)

        self.status = QComboBox(CalendarEntry)
        self.status.setObjectName(u"status")

        self.grid.addWidget(self.status, 1, 1, 1, 1)

        self.start_label = QLabel(CalendarEntry)
        self.start_label.setObjectName(u"start_label")

        self.grid.addWidget(self.start_label, 2, 0, 1, 1)

        self.end_label = QLabel(CalendarEntry)
        self.end_label.setObjectName(u"end_label")

        self.grid.addWidget(self.end_label, 2, 1, 1, 1)

        self.start = QDateTimeEdit(CalendarEntry)
        self.start.setObjectName(u"start")
        self.start.setCalendarPopup(True)

        self.grid.addWidget(self.start, 3, 0, 1, 1)

        self.end = QDateTimeEdit(CalendarEntry)
        self.end.setObjectName(u"end")
        self.end.setCalendarPopup(True)

        self.grid.addWidget(self.end, 3, 1, 1, 1)


        self.column.addLayout(self.grid)

        self.recurs_label = QLabel(CalendarEntry)
        self.recurs_label.setObjectName(u"recurs_label")

        self.column.addWidget(self.recurs_label)

        self.recurs = QComboBox(CalendarEntry)
        self.recurs.setObjectName(u"recurs")
        self.recurs.setEditable(True)

        self.column.addWidget(self.recurs)

        self.note_label = QLabel(CalendarEntry)
        self.note_label.setObjectName(u"note_label")

        self.column.addWidget(self.note_label)

        self.note = QLineEdit(CalendarEntry)
        self.note.setObjectName(u"note")
        self.note.setMaxLength(4000)

        self.column.addWidget(self.note)

        self.hint = QLabel(CalendarEntry)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.free = QPushButton(CalendarEntry)
        self.free.setObjectName(u"free")
        self.free.setAutoDefault(False)

        self.foot.addWidget(self.free)

        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(CalendarEntry)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.save = QPushButton(CalendarEntry)
        self.save.setObjectName(u"save")

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.kind_label.setBuddy(self.kind)
        self.status_label.setBuddy(self.status)
        self.start_label.setBuddy(self.start)
        self.end_label.setBuddy(self.end)
        self.recurs_label.setBuddy(self.recurs)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(CalendarEntry)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(CalendarEntry)
    # setupUi

    def retranslateUi(self, CalendarEntry):
        CalendarEntry.setWindowTitle(QCoreApplication.translate("CalendarEntry", u"Calendar entry", None))
        self.title_label.setText(QCoreApplication.translate("CalendarEntry", u"What", None))
#if QT_CONFIG(accessibility)
        self.title.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"What", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("CalendarEntry", u"Kind", None))
        self.status_label.setText(QCoreApplication.translate("CalendarEntry", u"How certain", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"Kind", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.status.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"How certain", None))
#endif // QT_CONFIG(accessibility)
        self.start_label.setText(QCoreApplication.translate("CalendarEntry", u"From", None))
        self.end_label.setText(QCoreApplication.translate("CalendarEntry", u"Until", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"From, in the entry's time zone", None))
#endif // QT_CONFIG(accessibility)
        self.start.setDisplayFormat(QCoreApplication.translate("CalendarEntry", u"ddd d MMM yyyy, HH:mm", None))
#if QT_CONFIG(accessibility)
        self.end.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"Until, in the entry's time zone", None))
#endif // QT_CONFIG(accessibility)
        self.end.setDisplayFormat(QCoreApplication.translate("CalendarEntry", u"ddd d MMM yyyy, HH:mm", None))
        self.recurs_label.setText(QCoreApplication.translate("CalendarEntry", u"How often", None))
#if QT_CONFIG(accessibility)
        self.recurs.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"How often, or a recurrence rule", None))
#endif // QT_CONFIG(accessibility)
        self.note_label.setText(QCoreApplication.translate("CalendarEntry", u"Note (optional)", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("CalendarEntry", u"Note", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("CalendarEntry", u"quiet", None))
        self.free.setText(QCoreApplication.translate("CalendarEntry", u"Next free slot", None))
        self.cancel.setText(QCoreApplication.translate("CalendarEntry", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("CalendarEntry", u"Save", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("CalendarEntry", u"primary", None))
    # retranslateUi

