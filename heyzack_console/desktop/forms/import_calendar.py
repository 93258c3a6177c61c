# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_calendar.ui'
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
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_ImportCalendar(object):
    def setupUi(self, ImportCalendar):
        if not ImportCalendar.objectName():
            ImportCalendar.setObjectName(u"ImportCalendar")
        self.column = QVBoxLayout(ImportCalendar)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ImportCalendar)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.meaning = QLabel(ImportCalendar)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)

        self.column.addWidget(self.meaning)

        self.file_row = QHBoxLayout()
        self.file_row.setSpacing(8)
        self.file_row.setObjectName(u"file_row")
        self.choose = QPushButton(ImportCalendar)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.file_row.addWidget(self.choose)

        self.file = QLabel(ImportCalendar)
        self.file.setObjectName(u"file")

        self.file_row.addWidget(self.file)

        self.file_fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.file_row.addItem(self.file_fill)


        self.column.addLayout(self.file_row)

        self.kind_label = QLabel(ImportCalendar)
        self.kind_label.setObjectName(u"kind_label")

        self.column.addWidget(self.kind_label)

        self.kind = QComboBox(ImportCalendar)
        self.kind.setObjectName(u"kind")

        self.column.addWidget(self.kind)

        self.report = QLabel(ImportCalendar)
        self.report.setObjectName(u"report")
        self.report.setWordWrap(True)

        self.column.addWidget(self.report)

        self.progress_place = QVBoxLayout()
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(ImportCalendar)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(ImportCalendar)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(ImportCalendar)
        self.apply.setObjectName(u"apply")

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ImportCalendar)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(ImportCalendar)
    # setupUi

    def retranslateUi(self, ImportCalendar):
        ImportCalendar.setWindowTitle(QCoreApplication.translate("ImportCalendar", u"Import calendar", None))
        self.title.setText(QCoreApplication.translate("ImportCalendar", u"Import a calendar", None))
        self.meaning.setText(QCoreApplication.translate("ImportCalendar", u"An iCalendar file (.ics). An event that came in before is changed, not doubled; none is removed.", None))
        self.meaning.setProperty(u"kind", QCoreApplication.translate("ImportCalendar", u"second", None))
        self.choose.setText(QCoreApplication.translate("ImportCalendar", u"Choose file\u2026", None))
        self.file.setProperty(u"kind", QCoreApplication.translate("ImportCalendar", u"second", None))
        self.kind_label.setText(QCoreApplication.translate("ImportCalendar", u"Events that do not say what they are", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("ImportCalendar", u"Events that do not say what they are", None))
#endif // QT_CONFIG(accessibility)
        self.report.setProperty(u"kind", QCoreApplication.translate("ImportCalendar", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ImportCalendar", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("ImportCalendar", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("ImportCalendar", u"Import", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("ImportCalendar", u"primary", None))
    # retranslateUi

