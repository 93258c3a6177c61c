# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'queue_subscription.ui'
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
class Ui_QueueSubscription(object):
    def setupUi(self, QueueSubscription):
        if not QueueSubscription.objectName():
            QueueSubscription.setObjectName(u"QueueSubscription")
        self.column = QVBoxLayout(QueueSubscription)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(QueueSubscription)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.about = QLabel(QueueSubscription)
        self.about.setObjectName(u"about")
        self.about.setWordWrap(True)

        self.column.addWidget(self.about)

        self.suffix_label = QLabel(QueueSubscription)
        self.suffix_label.setObjectName(u"suffix_label")

        self.column.addWidget(self.suffix_label)

        self.suffix = QLineEdit(QueueSubscription)
        self.suffix.setObjectName(u"suffix")

        self.column.addWidget(self.suffix)

        self.whole = QLabel(QueueSubscription)
        self.whole.setObjectName(u"whole")
        self.whole.setWordWrap(True)

        self.column.addWidget(self.whole)

        self.said = QLabel(QueueSubscription)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(QueueSubscription)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.apply = QPushButton(QueueSubscription)
        self.apply.setObjectName(u"apply")

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.suffix_label.setBuddy(self.suffix)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.suffix, self.apply)
        QWidget.setTabOrder(self.apply, self.cancel)

        self.retranslateUi(QueueSubscription)

        self.apply.setDefault(True)


        QMetaObject.connectSlotsByName(QueueSubscription)
    # setupUi

    def retranslateUi(self, QueueSubscription):
        QueueSubscription.setWindowTitle(QCoreApplication.translate("QueueSubscription", u"Queue subscription", None))
        self.title.setText(QCoreApplication.translate("QueueSubscription", u"Queue subscription of this console", None))
        self.about.setText(QCoreApplication.translate("QueueSubscription", u"The message queue tells changes to one reader of each subscription. Two consoles on one subscription take messages from one another: give each its own. The name is kept on this computer and counts for this console alone.", None))
        self.about.setProperty(u"kind", QCoreApplication.translate("QueueSubscription", u"second", None))
        self.suffix_label.setText(QCoreApplication.translate("QueueSubscription", u"Name behind the access id", None))
#if QT_CONFIG(accessibility)
        self.suffix.setAccessibleName(QCoreApplication.translate("QueueSubscription", u"Name of the subscription behind the access id", None))
#endif // QT_CONFIG(accessibility)
        self.whole.setProperty(u"kind", QCoreApplication.translate("QueueSubscription", u"quiet", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("QueueSubscription", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("QueueSubscription", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("QueueSubscription", u"Read it", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("QueueSubscription", u"primary", None))
    # retranslateUi

