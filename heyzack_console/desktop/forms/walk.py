# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'walk.ui'
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
    QVBoxLayout, QWidget)
class Ui_Walk(object):
    def setupUi(self, Walk):
        if not Walk.objectName():
            Walk.setObjectName(u"Walk")
        self.column = QVBoxLayout(Walk)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Walk)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.choice_row = QHBoxLayout()
        self.choice_row.setSpacing(8)
        self.choice_row.setObjectName(u"choice_row")
        self.part = QComboBox(Walk)
        self.part.setObjectName(u"part")

        self.choice_row.addWidget(self.part)

        self.start = QPushButton(Walk)
        self.start.setObjectName(u"start")
        self.start.setAutoDefault(False)

        self.choice_row.addWidget(self.start)

        self.finish = QPushButton(Walk)
        self.finish.setObjectName(u"finish")
        self.finish.setAutoDefault(False)

        self.choice_row.addWidget(self.finish)

        self.choice_row.setStretch(0, 1)

        self.column.addLayout(self.choice_row)

        self.counts = QLabel(Walk)
        self.counts.setObjectName(u"counts")
        self.counts.setWordWrap(True)

        self.column.addWidget(self.counts)

        self.table_place = QVBoxLayout()
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.progress_place = QVBoxLayout()
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(Walk)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.save = QPushButton(Walk)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)

        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.close = QPushButton(Walk)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.part, self.start)
        QWidget.setTabOrder(self.start, self.finish)
        QWidget.setTabOrder(self.finish, self.save)
        QWidget.setTabOrder(self.save, self.close)

        self.retranslateUi(Walk)

        QMetaObject.connectSlotsByName(Walk)
    # setupUi

    def retranslateUi(self, Walk):
        Walk.setWindowTitle(QCoreApplication.translate("Walk", u"Walk test", None))
        self.title.setText(QCoreApplication.translate("Walk", u"Walk test", None))
#if QT_CONFIG(accessibility)
        self.part.setAccessibleName(QCoreApplication.translate("Walk", u"Part of the building to walk", None))
#endif // QT_CONFIG(accessibility)
        self.start.setText(QCoreApplication.translate("Walk", u"Start", None))
        self.start.setProperty(u"kind", QCoreApplication.translate("Walk", u"primary", None))
        self.finish.setText(QCoreApplication.translate("Walk", u"Finish", None))
        self.save.setText(QCoreApplication.translate("Walk", u"Save report\u2026", None))
        self.close.setText(QCoreApplication.translate("Walk", u"Close", None))
    # retranslateUi

