# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cloud_plan.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QDateEdit, QDialog,
    QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)
class Ui_CloudPlan(object):
    def setupUi(self, CloudPlan):
        if not CloudPlan.objectName():
            CloudPlan.setObjectName(u"CloudPlan")
        self.column = QVBoxLayout(CloudPlan)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(CloudPlan)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.about = QLabel(CloudPlan)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)

        self.column.addWidget(self.about)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.known = QCheckBox(CloudPlan)
        self.known.setObjectName(u"known")

        self.fields.addWidget(self.known, 0, 0, 1, 1)

        self.ends = QDateEdit(CloudPlan)
        self.ends.setObjectName(u"ends")
        self.ends.setCalendarPopup(True)

        self.fields.addWidget(self.ends, 0, 1, 1, 1)

        self.follows = QLabel(CloudPlan)
        self.follows.setObjectName(u"follows")
        self.follows.setWordWrap(True)

        self.fields.addWidget(self.follows, 1, 0, 1, 2)

        self.calls_label = QLabel(CloudPlan)
        self.calls_label.setObjectName(u"calls_label")

        self.fields.addWidget(self.calls_label, 2, 0, 1, 1)

        self.calls = QSpinBox(CloudPlan)
        self.calls.setObjectName(u"calls")

        self.fields.addWidget(self.calls, 2, 1, 1, 1)

        self.messages_label = QLabel(CloudPlan)
        self.messages_label.setObjectName(u"messages_label")

        self.fields.addWidget(self.messages_label, 3, 0, 1, 1)

        self.messages = QSpinBox(CloudPlan)
        self.messages.setObjectName(u"messages")

        self.fields.addWidget(self.messages, 3, 1, 1, 1)

        self.share_label = QLabel(CloudPlan)
        self.share_label.setObjectName(u"share_label")

        self.fields.addWidget(self.share_label, 4, 0, 1, 1)

        self.share = QSpinBox(CloudPlan)
        self.share.setObjectName(u"share")
        self.share.setMinimum(10)
        self.share.setMaximum(100)

        self.fields.addWidget(self.share, 4, 1, 1, 1)

        self.fields.setColumnStretch(0, 1)
        self.fields.setColumnStretch(1, 1)

        self.column.addLayout(self.fields)

        self.said = QLabel(CloudPlan)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(CloudPlan)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(CloudPlan)
        self.apply.setObjectName(u"apply")

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.calls_label.setBuddy(self.calls)
        self.messages_label.setBuddy(self.messages)
        self.share_label.setBuddy(self.share)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.known, self.ends)
        QWidget.setTabOrder(self.ends, self.calls)
        QWidget.setTabOrder(self.calls, self.messages)
        QWidget.setTabOrder(self.messages, self.share)
        QWidget.setTabOrder(self.share, self.apply)
        QWidget.setTabOrder(self.apply, self.cancel)

        self.retranslateUi(CloudPlan)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(CloudPlan)
    # setupUi

    def retranslateUi(self, CloudPlan):
        CloudPlan.setWindowTitle(QCoreApplication.translate("CloudPlan", u"Plan and quota", None))
        self.title.setText(QCoreApplication.translate("CloudPlan", u"Plan and quota", None))
        self.about.setText(QCoreApplication.translate("CloudPlan", u"What the project's plan on the Tuya developer platform allows. The cloud does not tell it.", None))
        self.about.setProperty(u"kind", QCoreApplication.translate("CloudPlan", u"second", None))
        self.known.setText(QCoreApplication.translate("CloudPlan", u"The plan ends on", None))
#if QT_CONFIG(accessibility)
        self.ends.setAccessibleName(QCoreApplication.translate("CloudPlan", u"Day on which the plan ends", None))
#endif // QT_CONFIG(accessibility)
        self.ends.setDisplayFormat(QCoreApplication.translate("CloudPlan", u"d MMM yyyy", None))
        self.follows.setProperty(u"kind", QCoreApplication.translate("CloudPlan", u"quiet", None))
        self.calls_label.setText(QCoreApplication.translate("CloudPlan", u"API calls a month", None))
#if QT_CONFIG(accessibility)
        self.calls.setAccessibleName(QCoreApplication.translate("CloudPlan", u"API calls a month", None))
#endif // QT_CONFIG(accessibility)
        self.messages_label.setText(QCoreApplication.translate("CloudPlan", u"Messages a month", None))
#if QT_CONFIG(accessibility)
        self.messages.setAccessibleName(QCoreApplication.translate("CloudPlan", u"Messages a month", None))
#endif // QT_CONFIG(accessibility)
        self.share_label.setText(QCoreApplication.translate("CloudPlan", u"For background work", None))
#if QT_CONFIG(accessibility)
        self.share.setAccessibleName(QCoreApplication.translate("CloudPlan", u"Share of calls for background work; the rest is kept for orders", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.share.setToolTip(QCoreApplication.translate("CloudPlan", u"At most this share of the calls; the rest is kept for orders", None))
#endif // QT_CONFIG(tooltip)
        self.share.setSuffix(QCoreApplication.translate("CloudPlan", u" % of the calls", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("CloudPlan", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("CloudPlan", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("CloudPlan", u"Keep", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("CloudPlan", u"primary", None))
    # retranslateUi

