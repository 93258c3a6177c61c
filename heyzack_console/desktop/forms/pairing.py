# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'pairing.ui'
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
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_Pairing(object):
    def setupUi(self, Pairing):
        if not Pairing.objectName():
            Pairing.setObjectName(u"Pairing")
        self.column = QVBoxLayout(Pairing)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Pairing)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(Pairing)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.project_row = QHBoxLayout()
        self.project_row.setSpacing(8)
        self.project_row.setObjectName(u"project_row")
        self.project_label = QLabel(Pairing)
        self.project_label.setObjectName(u"project_label")

        self.project_row.addWidget(self.project_label)

        self.project = QComboBox(Pairing)
        self.project.setObjectName(u"project")

        self.project_row.addWidget(self.project)

        self.fill_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.project_row.addItem(self.fill_9)


        self.column.addLayout(self.project_row)

        self.code_place = QVBoxLayout()
        self.code_place.setSpacing(0)
        self.code_place.setObjectName(u"code_place")

        self.column.addLayout(self.code_place)

        self.ends = QLabel(Pairing)
        self.ends.setObjectName(u"ends")
        self.ends.setWordWrap(True)

        self.column.addWidget(self.ends)

        self.text_row = QHBoxLayout()
        self.text_row.setSpacing(8)
        self.text_row.setObjectName(u"text_row")
        self.token = QLineEdit(Pairing)
        self.token.setObjectName(u"token")
        self.token.setReadOnly(True)

        self.text_row.addWidget(self.token)

        self.copy = QPushButton(Pairing)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.text_row.addWidget(self.copy)


        self.column.addLayout(self.text_row)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Pairing)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.renew = QPushButton(Pairing)
        self.renew.setObjectName(u"renew")
        self.renew.setAutoDefault(False)

        self.foot.addWidget(self.renew)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.close = QPushButton(Pairing)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.project_label.setBuddy(self.project)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.project, self.token)
        QWidget.setTabOrder(self.token, self.copy)
        QWidget.setTabOrder(self.copy, self.renew)
        QWidget.setTabOrder(self.renew, self.close)

        self.retranslateUi(Pairing)

        QMetaObject.connectSlotsByName(Pairing)
    # setupUi

    def retranslateUi(self, Pairing):
        Pairing.setWindowTitle(QCoreApplication.translate("Pairing", u"Pair a new device", None))
        self.title.setText(QCoreApplication.translate("Pairing", u"Pair a new device", None))
        self.where.setText(QCoreApplication.translate("Pairing", u"Whatever pairs the device, an app or an installer, scans this code or takes its text. The device then joins the project, from which it can be imported.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("Pairing", u"second", None))
        self.project_label.setText(QCoreApplication.translate("Pairing", u"Project", None))
#if QT_CONFIG(accessibility)
        self.project.setAccessibleName(QCoreApplication.translate("Pairing", u"Cloud project", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.token.setAccessibleName(QCoreApplication.translate("Pairing", u"Pairing token", None))
#endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("Pairing", u"Copy", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("Pairing", u"caution", None))
        self.renew.setText(QCoreApplication.translate("Pairing", u"New token", None))
        self.renew.setProperty(u"kind", QCoreApplication.translate("Pairing", u"link", None))
        self.close.setText(QCoreApplication.translate("Pairing", u"Close", None))
    # retranslateUi

