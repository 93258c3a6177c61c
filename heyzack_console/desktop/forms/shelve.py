# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shelve.ui'
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
from PySide6.QtWidgets import (QApplication, QDateTimeEdit, QDialog, QHBoxLayout,
    QLabel, QLineEdit, QPushButton, QRadioButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_Shelve(object):
    def setupUi(self, Shelve):
        if not Shelve.objectName():
            Shelve.setObjectName(u"Shelve")
        self.column = QVBoxLayout(Shelve)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Shelve)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.meaning = QLabel(Shelve)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)

        self.column.addWidget(self.meaning)

        self.warning = QLabel(Shelve)
        self.warning.setObjectName(u"warning")
        self.warning.setWordWrap(True)

        self.column.addWidget(self.warning)

        self.choices = QVBoxLayout()
        self.choices.setSpacing(6)
        self.choices.setObjectName(u"choices")

        self.column.addLayout(self.choices)

        self.own_row = QHBoxLayout()
        self.own_row.setSpacing(8)
        self.own_row.setObjectName(u"own_row")
        self.own = QRadioButton(Shelve)
        self.own.setObjectName(u"own")

        self.own_row.addWidget(self.own)

        self.end = QDateTimeEdit(Shelve)
        self.end.setObjectName(u"end")
        self.end.setCalendarPopup(True)

        self.own_row.addWidget(self.end)

        self.own_fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.own_row.addItem(self.own_fill)


        self.column.addLayout(self.own_row)

        self.reason_label = QLabel(Shelve)
        self.reason_label.setObjectName(u"reason_label")

        self.column.addWidget(self.reason_label)

        self.reason = QLineEdit(Shelve)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(500)

        self.column.addWidget(self.reason)

        self.hint = QLabel(Shelve)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Shelve)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.shelve = QPushButton(Shelve)
        self.shelve.setObjectName(u"shelve")

        self.foot.addWidget(self.shelve)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Shelve)

        self.shelve.setDefault(True)


        QMetaObject.connectSlotsByName(Shelve)
    # setupUi

    def retranslateUi(self, Shelve):
        Shelve.setWindowTitle(QCoreApplication.translate("Shelve", u"Shelve", None))
        self.meaning.setText(QCoreApplication.translate("Shelve", u"On the shelf an alert is silent and out of the queue; it is listed under Shelved and comes back by itself at the end, if it is still true.", None))
        self.meaning.setProperty(u"kind", QCoreApplication.translate("Shelve", u"second", None))
        self.warning.setProperty(u"kind", QCoreApplication.translate("Shelve", u"notice", None))
        self.own.setText(QCoreApplication.translate("Shelve", u"Until", None))
#if QT_CONFIG(accessibility)
        self.end.setAccessibleName(QCoreApplication.translate("Shelve", u"Another end, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.end.setDisplayFormat(QCoreApplication.translate("Shelve", u"ddd d MMM yyyy, HH:mm", None))
        self.reason_label.setText(QCoreApplication.translate("Shelve", u"Reason", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Shelve", u"Reason", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("Shelve", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("Shelve", u"Cancel", None))
        self.shelve.setText(QCoreApplication.translate("Shelve", u"Shelve", None))
        self.shelve.setProperty(u"kind", QCoreApplication.translate("Shelve", u"primary", None))
    # retranslateUi

