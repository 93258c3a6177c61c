# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'holidays.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDateEdit, QDialog,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)
class Ui_Holidays(object):
    def setupUi(self, Holidays):
        if not Holidays.objectName():
            Holidays.setObjectName(u"Holidays")
        self.column = QVBoxLayout(Holidays)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 20, 24, 20)
        self.title = QLabel(Holidays)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(Holidays)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.proposing = QHBoxLayout()
        self.proposing.setSpacing(12)
        self.proposing.setObjectName(u"proposing")
        self.country_part = QVBoxLayout()
        self.country_part.setSpacing(4)
        self.country_part.setObjectName(u"country_part")
        self.country_label = QLabel(Holidays)
        self.country_label.setObjectName(u"country_label")

        self.country_part.addWidget(self.country_label)

        self.country = QComboBox(Holidays)
        self.country.setObjectName(u"country")

        self.country_part.addWidget(self.country)


        self.proposing.addLayout(self.country_part)

        self.subdivision_part = QVBoxLayout()
        self.subdivision_part.setSpacing(4)
        self.subdivision_part.setObjectName(u"subdivision_part")
        self.subdivision_label = QLabel(Holidays)
        self.subdivision_label.setObjectName(u"subdivision_label")

        self.subdivision_part.addWidget(self.subdivision_label)

        self.subdivision = QComboBox(Holidays)
        self.subdivision.setObjectName(u"subdivision")

        self.subdivision_part.addWidget(self.subdivision)


        self.proposing.addLayout(self.subdivision_part)

        self.year_part = QVBoxLayout()
        self.year_part.setSpacing(4)
        self.year_part.setObjectName(u"year_part")
        self.year_label = QLabel(Holidays)
        self.year_label.setObjectName(u"year_label")

        self.year_part.addWidget(self.year_label)

        self.year = QSpinBox(Holidays)
        self.year.setObjectName(u"year")
        self.year.setMinimum(1900)
        self.year.setMaximum(2100)

        self.year_part.addWidget(self.year)


        self.proposing.addLayout(self.year_part)

        self.propose_part = QVBoxLayout()
        self.propose_part.setSpacing(4)
        self.propose_part.setObjectName(u"propose_part")
        self.propose_label = QLabel(Holidays)
        self.propose_label.setObjectName(u"propose_label")

        self.propose_part.addWidget(self.propose_label)

        self.propose = QPushButton(Holidays)
        self.propose.setObjectName(u"propose")
        self.propose.setAutoDefault(False)

        self.propose_part.addWidget(self.propose)


        self.proposing.addLayout(self.propose_part)

        self.proposing.setStretch(0, 3)
        self.proposing.setStretch(1, 2)

        self.column.addLayout(self.proposing)

        self.adding = QHBoxLayout()
        self.adding.setSpacing(12)
        self.adding.setObjectName(u"adding")
        self.day_part = QVBoxLayout()
        self.day_part.setSpacing(4)
        self.day_part.setObjectName(u"day_part")
        self.day_label = QLabel(Holidays)
        self.day_label.setObjectName(u"day_label")

        self.day_part.addWidget(self.day_label)

        self.day = QDateEdit(Holidays)
        self.day.setObjectName(u"day")
        self.day.setCalendarPopup(True)

        self.day_part.addWidget(self.day)


        self.adding.addLayout(self.day_part)

        self.name_part = QVBoxLayout()
        self.name_part.setSpacing(4)
        self.name_part.setObjectName(u"name_part")
        self.name_label = QLabel(Holidays)
        self.name_label.setObjectName(u"name_label")

        self.name_part.addWidget(self.name_label)

        self.name = QLineEdit(Holidays)
        self.name.setObjectName(u"name")

        self.name_part.addWidget(self.name)


        self.adding.addLayout(self.name_part)

        self.add_part = QVBoxLayout()
        self.add_part.setSpacing(4)
        self.add_part.setObjectName(u"add_part")
        self.add_label = QLabel(Holidays)
        self.add_label.setObjectName(u"add_label")

        self.add_part.addWidget(self.add_label)

        self.add = QPushButton(Holidays)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.add_part.addWidget(self.add)


        self.adding.addLayout(self.add_part)

        self.adding.setStretch(1, 1)

        self.column.addLayout(self.adding)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.standing = QHBoxLayout()
        self.standing.setSpacing(12)
        self.standing.setObjectName(u"standing")
        self.summary = QLabel(Holidays)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)

        self.standing.addWidget(self.summary)

        self.take_off = QPushButton(Holidays)
        self.take_off.setObjectName(u"take_off")
        self.take_off.setAutoDefault(False)

        self.standing.addWidget(self.take_off)

        self.standing.setStretch(0, 1)

        self.column.addLayout(self.standing)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Holidays)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_1)

        self.cancel = QPushButton(Holidays)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.save = QPushButton(Holidays)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.country_label.setBuddy(self.country)
        self.subdivision_label.setBuddy(self.subdivision)
        self.year_label.setBuddy(self.year)
        self.day_label.setBuddy(self.day)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.country, self.subdivision)
        QWidget.setTabOrder(self.subdivision, self.year)
        QWidget.setTabOrder(self.year, self.propose)
        QWidget.setTabOrder(self.propose, self.day)
        QWidget.setTabOrder(self.day, self.name)
        QWidget.setTabOrder(self.name, self.add)
        QWidget.setTabOrder(self.add, self.take_off)
        QWidget.setTabOrder(self.take_off, self.save)
        QWidget.setTabOrder(self.save, self.cancel)

        self.retranslateUi(Holidays)

        QMetaObject.connectSlotsByName(Holidays)
    # setupUi

    def retranslateUi(self, Holidays):
        Holidays.setWindowTitle(QCoreApplication.translate("Holidays", u"Business calendar", None))
        self.title.setText(QCoreApplication.translate("Holidays", u"Business calendar", None))
        self.where.setText("")
        self.where.setProperty(u"kind", QCoreApplication.translate("Holidays", u"second", None))
        self.country_label.setText(QCoreApplication.translate("Holidays", u"Country", None))
#if QT_CONFIG(accessibility)
        self.country.setAccessibleName(QCoreApplication.translate("Holidays", u"Country", None))
#endif // QT_CONFIG(accessibility)
        self.subdivision_label.setText(QCoreApplication.translate("Holidays", u"Part", None))
#if QT_CONFIG(accessibility)
        self.subdivision.setAccessibleName(QCoreApplication.translate("Holidays", u"Part of the country", None))
#endif // QT_CONFIG(accessibility)
        self.year_label.setText(QCoreApplication.translate("Holidays", u"Year", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("Holidays", u"Year", None))
#endif // QT_CONFIG(accessibility)
        self.propose_label.setText("")
        self.propose.setText(QCoreApplication.translate("Holidays", u"Propose", None))
        self.day_label.setText(QCoreApplication.translate("Holidays", u"Date", None))
#if QT_CONFIG(accessibility)
        self.day.setAccessibleName(QCoreApplication.translate("Holidays", u"Date", None))
#endif // QT_CONFIG(accessibility)
        self.day.setDisplayFormat(QCoreApplication.translate("Holidays", u"yyyy-MM-dd", None))
        self.name_label.setText(QCoreApplication.translate("Holidays", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Holidays", u"Name of the holiday", None))
#endif // QT_CONFIG(accessibility)
        self.add_label.setText("")
        self.add.setText(QCoreApplication.translate("Holidays", u"Add", None))
        self.summary.setText("")
        self.summary.setProperty(u"kind", QCoreApplication.translate("Holidays", u"quiet", None))
        self.take_off.setText(QCoreApplication.translate("Holidays", u"Take off the list", None))
        self.said.setText("")
        self.said.setProperty(u"kind", QCoreApplication.translate("Holidays", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("Holidays", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("Holidays", u"Save", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("Holidays", u"primary", None))
    # retranslateUi

