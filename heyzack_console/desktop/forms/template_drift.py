# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'template_drift.ui'
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
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_TemplateDrift(object):
    def setupUi(self, TemplateDrift):
        if not TemplateDrift.objectName():
            TemplateDrift.setObjectName(u"TemplateDrift")
        self.column = QVBoxLayout(TemplateDrift)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(TemplateDrift)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(TemplateDrift)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.preview = QLabel(TemplateDrift)
        self.preview.setObjectName(u"preview")
        self.preview.setWordWrap(True)

        self.column.addWidget(self.preview)

        self.said = QLabel(TemplateDrift)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.chosen = QLabel(TemplateDrift)
        self.chosen.setObjectName(u"chosen")

        self.foot.addWidget(self.chosen)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.again = QPushButton(TemplateDrift)
        self.again.setObjectName(u"again")
        self.again.setAutoDefault(False)

        self.foot.addWidget(self.again)

        self.copy = QPushButton(TemplateDrift)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.close = QPushButton(TemplateDrift)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(TemplateDrift)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(False)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

        self.column.setStretch(3, 1)
        QWidget.setTabOrder(self.again, self.copy)
        QWidget.setTabOrder(self.copy, self.close)
        QWidget.setTabOrder(self.close, self.apply)

        self.retranslateUi(TemplateDrift)

        QMetaObject.connectSlotsByName(TemplateDrift)
    # setupUi

    def retranslateUi(self, TemplateDrift):
        TemplateDrift.setWindowTitle(QCoreApplication.translate("TemplateDrift", u"Devices and their templates", None))
        self.title.setText(QCoreApplication.translate("TemplateDrift", u"Devices and their templates", None))
        self.where.setText(QCoreApplication.translate("TemplateDrift", u"What differs, one line each. The selected lines are put right: names and kinds in the book, values by orders to the devices, one device after another.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("TemplateDrift", u"second", None))
        self.preview.setProperty(u"kind", QCoreApplication.translate("TemplateDrift", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("TemplateDrift", u"caution", None))
        self.chosen.setProperty(u"kind", QCoreApplication.translate("TemplateDrift", u"second", None))
        self.again.setText(QCoreApplication.translate("TemplateDrift", u"Compare again", None))
        self.copy.setText(QCoreApplication.translate("TemplateDrift", u"Copy report", None))
        self.close.setText(QCoreApplication.translate("TemplateDrift", u"Close", None))
        self.apply.setText(QCoreApplication.translate("TemplateDrift", u"Put right", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("TemplateDrift", u"primary", None))
    # retranslateUi

