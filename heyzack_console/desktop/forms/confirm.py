# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'confirm.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_Confirm(object):
    def setupUi(self, Confirm):
        if not Confirm.objectName():
            Confirm.setObjectName(u"Confirm")
        self.column = QVBoxLayout(Confirm)
        self.column.setSpacing(14)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.icon = QLabel(Confirm)
        self.icon.setObjectName(u"icon")

        self.head.addWidget(self.icon)

        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.setObjectName(u"words")
        self.title = QLabel(Confirm)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.words.addWidget(self.title)

        self.state = QLabel(Confirm)
        self.state.setObjectName(u"state")
        self.state.setWordWrap(True)

        self.words.addWidget(self.state)


        self.head.addLayout(self.words)

        self.head.setStretch(1, 1)

        self.column.addLayout(self.head)

        self.consequence = QLabel(Confirm)
        self.consequence.setObjectName(u"consequence")
        self.consequence.setWordWrap(True)

        self.column.addWidget(self.consequence)

        self.way_back = QLabel(Confirm)
        self.way_back.setObjectName(u"way_back")
        self.way_back.setWordWrap(True)

        self.column.addWidget(self.way_back)

        self.asking = QHBoxLayout()
        self.asking.setSpacing(16)
        self.asking.setObjectName(u"asking")
        self.reason_label = QLabel(Confirm)
        self.reason_label.setObjectName(u"reason_label")

        self.asking.addWidget(self.reason_label)

        self.reason = QLineEdit(Confirm)
        self.reason.setObjectName(u"reason")

        self.asking.addWidget(self.reason)


        self.column.addLayout(self.asking)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Confirm)
        self.cancel.setObjectName(u"cancel")

        self.foot.addWidget(self.cancel)

        self.verb = QPushButton(Confirm)
        self.verb.setObjectName(u"verb")
        self.verb.setAutoDefault(False)

        self.foot.addWidget(self.verb)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.cancel, self.verb)
        QWidget.setTabOrder(self.verb, self.reason)

        self.retranslateUi(Confirm)

        QMetaObject.connectSlotsByName(Confirm)
    # setupUi

    def retranslateUi(self, Confirm):
        self.state.setProperty(u"kind", QCoreApplication.translate("Confirm", u"second", None))
        self.way_back.setProperty(u"kind", QCoreApplication.translate("Confirm", u"notice", None))
        self.reason_label.setText(QCoreApplication.translate("Confirm", u"Reason", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("Confirm", u"Reason", None))
#endif // QT_CONFIG(accessibility)
        self.reason.setPlaceholderText(QCoreApplication.translate("Confirm", u"optional, recorded with the order", None))
        self.cancel.setText(QCoreApplication.translate("Confirm", u"Cancel", None))
        pass
    # retranslateUi

