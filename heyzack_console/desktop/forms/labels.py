# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'labels.ui'
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
    QSpinBox, QVBoxLayout, QWidget)
class Ui_Labels(object):
    def setupUi(self, Labels):
        if not Labels.objectName():
            Labels.setObjectName(u"Labels")
        self.column = QVBoxLayout(Labels)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Labels)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.choice_row = QHBoxLayout()
        self.choice_row.setSpacing(8)
        self.choice_row.setObjectName(u"choice_row")
        self.what = QComboBox(Labels)
        self.what.setObjectName(u"what")

        self.choice_row.addWidget(self.what)

        self.sheet = QComboBox(Labels)
        self.sheet.setObjectName(u"sheet")

        self.choice_row.addWidget(self.sheet)


        self.column.addLayout(self.choice_row)

        self.number_row = QHBoxLayout()
        self.number_row.setSpacing(8)
        self.number_row.setObjectName(u"number_row")
        self.first = QSpinBox(Labels)
        self.first.setObjectName(u"first")
        self.first.setMinimum(1)

        self.number_row.addWidget(self.first)

        self.page = QSpinBox(Labels)
        self.page.setObjectName(u"page")
        self.page.setMinimum(1)

        self.number_row.addWidget(self.page)

        self.count = QLabel(Labels)
        self.count.setObjectName(u"count")
        self.count.setWordWrap(True)

        self.number_row.addWidget(self.count)


        self.column.addLayout(self.number_row)

        self.preview_place = QVBoxLayout()
        self.preview_place.setObjectName(u"preview_place")

        self.column.addLayout(self.preview_place)

        self.progress_place = QVBoxLayout()
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Labels)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.close = QPushButton(Labels)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.save = QPushButton(Labels)
        self.save.setObjectName(u"save")

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.what, self.sheet)
        QWidget.setTabOrder(self.sheet, self.first)
        QWidget.setTabOrder(self.first, self.page)
        QWidget.setTabOrder(self.page, self.save)
        QWidget.setTabOrder(self.save, self.close)

        self.retranslateUi(Labels)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(Labels)
    # setupUi

    def retranslateUi(self, Labels):
        Labels.setWindowTitle(QCoreApplication.translate("Labels", u"Print QR labels", None))
        self.title.setText(QCoreApplication.translate("Labels", u"Print QR labels", None))
#if QT_CONFIG(accessibility)
        self.what.setAccessibleName(QCoreApplication.translate("Labels", u"Devices to print labels for", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("Labels", u"Sheet of labels", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("Labels", u"Place of the first label on the sheet", None))
#endif // QT_CONFIG(accessibility)
        self.first.setPrefix(QCoreApplication.translate("Labels", u"First place: ", None))
#if QT_CONFIG(accessibility)
        self.page.setAccessibleName(QCoreApplication.translate("Labels", u"Sheet that is shown", None))
#endif // QT_CONFIG(accessibility)
        self.page.setPrefix(QCoreApplication.translate("Labels", u"Sheet ", None))
        self.count.setProperty(u"kind", QCoreApplication.translate("Labels", u"second", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("Labels", u"ok", None))
        self.close.setText(QCoreApplication.translate("Labels", u"Close", None))
        self.save.setText(QCoreApplication.translate("Labels", u"Save PDF\u2026", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("Labels", u"primary", None))
    # retranslateUi

