# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'history_view.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDateTimeEdit, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_HistoryView(object):
    def setupUi(self, HistoryView):
        if not HistoryView.objectName():
            HistoryView.setObjectName(u"HistoryView")
        self.column = QVBoxLayout(HistoryView)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(HistoryView)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.start_label = QLabel(HistoryView)
        self.start_label.setObjectName(u"start_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.start_label)

        self.start = QDateTimeEdit(HistoryView)
        self.start.setObjectName(u"start")
        self.start.setCalendarPopup(True)

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.start)

        self.end_label = QLabel(HistoryView)
        self.end_label.setObjectName(u"end_label")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.end_label)

        self.end = QDateTimeEdit(HistoryView)
        self.end.setObjectName(u"end")
        self.end.setCalendarPopup(True)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.end)

        self.compare_label = QLabel(HistoryView)
        self.compare_label.setObjectName(u"compare_label")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.compare_label)

        self.compare = QComboBox(HistoryView)
        self.compare.setObjectName(u"compare")

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.compare)

        self.point_label = QLabel(HistoryView)
        self.point_label.setObjectName(u"point_label")

        self.fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.point_label)

        self.point = QComboBox(HistoryView)
        self.point.setObjectName(u"point")

        self.fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.point)


        self.column.addLayout(self.fields)

        self.hint = QLabel(HistoryView)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(HistoryView)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.show_it = QPushButton(HistoryView)
        self.show_it.setObjectName(u"show_it")

        self.foot.addWidget(self.show_it)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.start_label.setBuddy(self.start)
        self.end_label.setBuddy(self.end)
        self.compare_label.setBuddy(self.compare)
        self.point_label.setBuddy(self.point)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.start, self.end)
        QWidget.setTabOrder(self.end, self.compare)
        QWidget.setTabOrder(self.compare, self.point)
        QWidget.setTabOrder(self.point, self.show_it)
        QWidget.setTabOrder(self.show_it, self.cancel)

        self.retranslateUi(HistoryView)

        self.show_it.setDefault(True)


        QMetaObject.connectSlotsByName(HistoryView)
    # setupUi

    def retranslateUi(self, HistoryView):
        HistoryView.setWindowTitle(QCoreApplication.translate("HistoryView", u"Range and comparison", None))
        self.start_label.setText(QCoreApplication.translate("HistoryView", u"From", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("HistoryView", u"From, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.start.setDisplayFormat(QCoreApplication.translate("HistoryView", u"ddd d MMM yyyy, HH:mm", None))
        self.end_label.setText(QCoreApplication.translate("HistoryView", u"To", None))
#if QT_CONFIG(accessibility)
        self.end.setAccessibleName(QCoreApplication.translate("HistoryView", u"To, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.end.setDisplayFormat(QCoreApplication.translate("HistoryView", u"ddd d MMM yyyy, HH:mm", None))
        self.compare_label.setText(QCoreApplication.translate("HistoryView", u"Compare with", None))
#if QT_CONFIG(accessibility)
        self.compare.setAccessibleName(QCoreApplication.translate("HistoryView", u"Compare with", None))
#endif // QT_CONFIG(accessibility)
        self.point_label.setText(QCoreApplication.translate("HistoryView", u"Data point", None))
#if QT_CONFIG(accessibility)
        self.point.setAccessibleName(QCoreApplication.translate("HistoryView", u"Data point to compare with", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("HistoryView", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("HistoryView", u"Cancel", None))
        self.show_it.setText(QCoreApplication.translate("HistoryView", u"Show", None))
        self.show_it.setProperty(u"kind", QCoreApplication.translate("HistoryView", u"primary", None))
    # retranslateUi

