# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'edit_value.ui'
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
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)
class Ui_EditValue(object):
    def setupUi(self, EditValue):
        if not EditValue.objectName():
            EditValue.setObjectName(u"EditValue")
        self.column = QVBoxLayout(EditValue)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(EditValue)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.text_label = QLabel(EditValue)
        self.text_label.setObjectName(u"text_label")

        self.column.addWidget(self.text_label)

        self.text = QPlainTextEdit(EditValue)
        self.text.setObjectName(u"text")
        self.text.setTabChangesFocus(True)

        self.column.addWidget(self.text)

        self.hint = QLabel(EditValue)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(EditValue)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.send = QPushButton(EditValue)
        self.send.setObjectName(u"send")

        self.foot.addWidget(self.send)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.text_label.setBuddy(self.text)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.text, self.send)
        QWidget.setTabOrder(self.send, self.cancel)

        self.retranslateUi(EditValue)

        self.send.setDefault(True)


        QMetaObject.connectSlotsByName(EditValue)
    # setupUi

    def retranslateUi(self, EditValue):
        EditValue.setWindowTitle(QCoreApplication.translate("EditValue", u"Edit value", None))
        self.text_label.setText(QCoreApplication.translate("EditValue", u"New value", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("EditValue", u"New value", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("EditValue", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("EditValue", u"Cancel", None))
        self.send.setText(QCoreApplication.translate("EditValue", u"Send", None))
        self.send.setProperty(u"kind", QCoreApplication.translate("EditValue", u"primary", None))
    # retranslateUi

