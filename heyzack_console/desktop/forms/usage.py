# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'usage.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)
class Ui_Usage(object):
    def setupUi(self, Usage):
        if not Usage.objectName():
            Usage.setObjectName(u"Usage")
        self.column = QVBoxLayout(Usage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Usage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.choice_row = QHBoxLayout()
        self.choice_row.setSpacing(8)
        self.choice_row.setObjectName(u"choice_row")
        self.span = QComboBox(Usage)
        self.span.setObjectName(u"span")

        self.choice_row.addWidget(self.span)

        self.only = QCheckBox(Usage)
        self.only.setObjectName(u"only")

        self.choice_row.addWidget(self.only)

        self.choice_row.setStretch(1, 1)

        self.column.addLayout(self.choice_row)

        self.counts = QLabel(Usage)
        self.counts.setObjectName(u"counts")
        self.counts.setWordWrap(True)

        self.column.addWidget(self.counts)

        self.table_place = QVBoxLayout()
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.progress_place = QVBoxLayout()
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Usage)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.save = QPushButton(Usage)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)

        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.close = QPushButton(Usage)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.span, self.only)
        QWidget.setTabOrder(self.only, self.save)
        QWidget.setTabOrder(self.save, self.close)

        self.retranslateUi(Usage)

        QMetaObject.connectSlotsByName(Usage)
    # setupUi

    def retranslateUi(self, Usage):
        Usage.setWindowTitle(QCoreApplication.translate("Usage", u"Unused and unusual devices", None))
        self.title.setText(QCoreApplication.translate("Usage", u"Unused and unusual devices", None))
#if QT_CONFIG(accessibility)
        self.span.setAccessibleName(QCoreApplication.translate("Usage", u"Span of time", None))
#endif // QT_CONFIG(accessibility)
        self.only.setText(QCoreApplication.translate("Usage", u"Only what stands out", None))
        self.save.setText(QCoreApplication.translate("Usage", u"Save CSV\u2026", None))
        self.close.setText(QCoreApplication.translate("Usage", u"Close", None))
    # retranslateUi

