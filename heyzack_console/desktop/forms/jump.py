# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'jump.ui'
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
class Ui_Jump(object):
    def setupUi(self, Jump):
        if not Jump.objectName():
            Jump.setObjectName(u"Jump")
        self.column = QVBoxLayout(Jump)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Jump)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.meaning = QLabel(Jump)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)

        self.column.addWidget(self.meaning)

        self.code_label = QLabel(Jump)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setWordWrap(False)

        self.column.addWidget(self.code_label)

        self.code = QLineEdit(Jump)
        self.code.setObjectName(u"code")
        self.code.setMaxLength(500)

        self.column.addWidget(self.code)

        self.progress_place = QVBoxLayout()
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Jump)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.picture = QPushButton(Jump)
        self.picture.setObjectName(u"picture")
        self.picture.setAutoDefault(False)

        self.foot.addWidget(self.picture)

        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Jump)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.go = QPushButton(Jump)
        self.go.setObjectName(u"go")

        self.foot.addWidget(self.go)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.code_label.setBuddy(self.code)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.code, self.go)
        QWidget.setTabOrder(self.go, self.picture)
        QWidget.setTabOrder(self.picture, self.cancel)

        self.retranslateUi(Jump)

        self.go.setDefault(True)


        QMetaObject.connectSlotsByName(Jump)
    # setupUi

    def retranslateUi(self, Jump):
        Jump.setWindowTitle(QCoreApplication.translate("Jump", u"Scan code", None))
        self.title.setText(QCoreApplication.translate("Jump", u"Scan code", None))
        self.meaning.setText(QCoreApplication.translate("Jump", u"Scan a label with a reader that types, type the id or the name of a device, or open a picture of the label.", None))
        self.meaning.setProperty(u"kind", QCoreApplication.translate("Jump", u"second", None))
        self.code_label.setText(QCoreApplication.translate("Jump", u"Label, id or name", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("Jump", u"Label, id or name", None))
#endif // QT_CONFIG(accessibility)
        self.said.setProperty(u"kind", QCoreApplication.translate("Jump", u"caution", None))
        self.picture.setText(QCoreApplication.translate("Jump", u"From a picture\u2026", None))
        self.cancel.setText(QCoreApplication.translate("Jump", u"Cancel", None))
        self.go.setText(QCoreApplication.translate("Jump", u"Go", None))
        self.go.setProperty(u"kind", QCoreApplication.translate("Jump", u"primary", None))
    # retranslateUi

