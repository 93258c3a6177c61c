# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'note.ui'
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
class Ui_Note(object):
    def setupUi(self, Note):
        if not Note.objectName():
            Note.setObjectName(u"Note")
        self.column = QVBoxLayout(Note)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Note)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.note_label = QLabel(Note)
        self.note_label.setObjectName(u"note_label")

        self.column.addWidget(self.note_label)

        self.note = QLineEdit(Note)
        self.note.setObjectName(u"note")
        self.note.setMaxLength(500)

        self.column.addWidget(self.note)

        self.hint = QLabel(Note)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Note)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.acknowledge = QPushButton(Note)
        self.acknowledge.setObjectName(u"acknowledge")

        self.foot.addWidget(self.acknowledge)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.note, self.acknowledge)
        QWidget.setTabOrder(self.acknowledge, self.cancel)

        self.retranslateUi(Note)

        self.acknowledge.setDefault(True)


        QMetaObject.connectSlotsByName(Note)
    # setupUi

    def retranslateUi(self, Note):
        Note.setWindowTitle(QCoreApplication.translate("Note", u"Note", None))
        self.note_label.setText(QCoreApplication.translate("Note", u"Note", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("Note", u"Note", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(QCoreApplication.translate("Note", u"It is recorded with your name at each of them and shown to everyone.", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("Note", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("Note", u"Cancel", None))
        self.acknowledge.setText(QCoreApplication.translate("Note", u"Acknowledge", None))
        self.acknowledge.setProperty(u"kind", QCoreApplication.translate("Note", u"primary", None))
    # retranslateUi

