# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'hand_over.ui'
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
    QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_HandOver(object):
    def setupUi(self, HandOver):
        if not HandOver.objectName():
            HandOver.setObjectName(u"HandOver")
        self.column = QVBoxLayout(HandOver)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(HandOver)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.meaning = QLabel(HandOver)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)

        self.column.addWidget(self.meaning)

        self.note_label = QLabel(HandOver)
        self.note_label.setObjectName(u"note_label")

        self.column.addWidget(self.note_label)

        self.note = QPlainTextEdit(HandOver)
        self.note.setObjectName(u"note")
        self.note.setTabChangesFocus(True)

        self.column.addWidget(self.note)

        self.hint = QLabel(HandOver)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.before_label = QLabel(HandOver)
        self.before_label.setObjectName(u"before_label")

        self.column.addWidget(self.before_label)

        self.before = QListWidget(HandOver)
        self.before.setObjectName(u"before")
        self.before.setWordWrap(True)

        self.column.addWidget(self.before)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(HandOver)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.hand_over = QPushButton(HandOver)
        self.hand_over.setObjectName(u"hand_over")

        self.foot.addWidget(self.hand_over)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.note_label.setBuddy(self.note)
        self.before_label.setBuddy(self.before)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(HandOver)

        self.hand_over.setDefault(True)


        QMetaObject.connectSlotsByName(HandOver)
    # setupUi

    def retranslateUi(self, HandOver):
        HandOver.setWindowTitle(QCoreApplication.translate("HandOver", u"Hand over", None))
        self.title.setText(QCoreApplication.translate("HandOver", u"Hand over to the next shift", None))
        self.meaning.setText(QCoreApplication.translate("HandOver", u"From this moment on the map marks what changes, for whoever takes over.", None))
        self.meaning.setProperty(u"kind", QCoreApplication.translate("HandOver", u"second", None))
        self.note_label.setText(QCoreApplication.translate("HandOver", u"What they should know (optional)", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("HandOver", u"What the next shift should know", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("HandOver", u"quiet", None))
        self.before_label.setText(QCoreApplication.translate("HandOver", u"Hand-overs before", None))
#if QT_CONFIG(accessibility)
        self.before.setAccessibleName(QCoreApplication.translate("HandOver", u"Hand-overs before", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("HandOver", u"Cancel", None))
        self.hand_over.setText(QCoreApplication.translate("HandOver", u"Hand over", None))
        self.hand_over.setProperty(u"kind", QCoreApplication.translate("HandOver", u"primary", None))
    # retranslateUi

