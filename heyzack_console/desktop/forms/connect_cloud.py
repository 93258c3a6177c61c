# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'connect_cloud.ui'
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
class Ui_ConnectCloud(object):
    def setupUi(self, ConnectCloud):
        if not ConnectCloud.objectName():
            ConnectCloud.setObjectName(u"ConnectCloud")
        self.column = QVBoxLayout(ConnectCloud)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ConnectCloud)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.where = QLabel(ConnectCloud)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.region_label = QLabel(ConnectCloud)
        self.region_label.setObjectName(u"region_label")

        self.column.addWidget(self.region_label)

        self.region = QComboBox(ConnectCloud)
        self.region.setObjectName(u"region")

        self.column.addWidget(self.region)

        self.own = QWidget(ConnectCloud)
        self.own.setObjectName(u"own")
        self.own_column = QVBoxLayout(self.own)
        self.own_column.setObjectName(u"own_column")
        self.own_column.setContentsMargins(0, 0, 0, 0)
        self.base_label = QLabel(self.own)
        self.base_label.setObjectName(u"base_label")

        self.own_column.addWidget(self.base_label)

        self.base_url = QLineEdit(self.own)
        self.base_url.setObjectName(u"base_url")

        self.own_column.addWidget(self.base_url)

        self.queue_label = QLabel(self.own)
        self.queue_label.setObjectName(u"queue_label")

        self.own_column.addWidget(self.queue_label)

        self.queue_url = QLineEdit(self.own)
        self.queue_url.setObjectName(u"queue_url")

        self.own_column.addWidget(self.queue_url)


        self.column.addWidget(self.own)

        self.id_label = QLabel(ConnectCloud)
        self.id_label.setObjectName(u"id_label")

        self.column.addWidget(self.id_label)

        self.access_id = QLineEdit(ConnectCloud)
        self.access_id.setObjectName(u"access_id")

        self.column.addWidget(self.access_id)

        self.secret_label = QLabel(ConnectCloud)
        self.secret_label.setObjectName(u"secret_label")

        self.column.addWidget(self.secret_label)

        self.secret = QLineEdit(ConnectCloud)
        self.secret.setObjectName(u"secret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)

        self.column.addWidget(self.secret)

        self.suffix_label = QLabel(ConnectCloud)
        self.suffix_label.setObjectName(u"suffix_label")

        self.column.addWidget(self.suffix_label)

        self.suffix = QLineEdit(ConnectCloud)
        self.suffix.setObjectName(u"suffix")

        self.column.addWidget(self.suffix)

        self.hint = QLabel(ConnectCloud)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.said = QLabel(ConnectCloud)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(ConnectCloud)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.connect = QPushButton(ConnectCloud)
        self.connect.setObjectName(u"connect")

        self.foot.addWidget(self.connect)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.region_label.setBuddy(self.region)
        self.base_label.setBuddy(self.base_url)
        self.queue_label.setBuddy(self.queue_url)
        self.id_label.setBuddy(self.access_id)
        self.secret_label.setBuddy(self.secret)
        self.suffix_label.setBuddy(self.suffix)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.region, self.base_url)
        QWidget.setTabOrder(self.base_url, self.queue_url)
        QWidget.setTabOrder(self.queue_url, self.access_id)
        QWidget.setTabOrder(self.access_id, self.secret)
        QWidget.setTabOrder(self.secret, self.suffix)
        QWidget.setTabOrder(self.suffix, self.connect)
        QWidget.setTabOrder(self.connect, self.cancel)

        self.retranslateUi(ConnectCloud)

        self.connect.setDefault(True)


        QMetaObject.connectSlotsByName(ConnectCloud)
    # setupUi

    def retranslateUi(self, ConnectCloud):
        ConnectCloud.setWindowTitle(QCoreApplication.translate("ConnectCloud", u"Connect a Tuya cloud project", None))
        self.title.setText(QCoreApplication.translate("ConnectCloud", u"Connect a Tuya cloud project", None))
        self.where.setText(QCoreApplication.translate("ConnectCloud", u"Access id and secret stand on the overview page of your project on the Tuya developer platform. The secret is kept in the key ring or the vault.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("ConnectCloud", u"second", None))
        self.region_label.setText(QCoreApplication.translate("ConnectCloud", u"Data centre", None))
#if QT_CONFIG(accessibility)
        self.region.setAccessibleName(QCoreApplication.translate("ConnectCloud", u"Data centre", None))
#endif // QT_CONFIG(accessibility)
        self.base_label.setText(QCoreApplication.translate("ConnectCloud", u"Address", None))
        self.base_url.setPlaceholderText(QCoreApplication.translate("ConnectCloud", u"https://\u2026", None))
#if QT_CONFIG(accessibility)
        self.base_url.setAccessibleName(QCoreApplication.translate("ConnectCloud", u"Address", None))
#endif // QT_CONFIG(accessibility)
        self.queue_label.setText(QCoreApplication.translate("ConnectCloud", u"Address of the message queue, optional", None))
        self.queue_url.setPlaceholderText(QCoreApplication.translate("ConnectCloud", u"wss://\u2026", None))
#if QT_CONFIG(accessibility)
        self.queue_url.setAccessibleName(QCoreApplication.translate("ConnectCloud", u"Address of the message queue", None))
#endif // QT_CONFIG(accessibility)
        self.id_label.setText(QCoreApplication.translate("ConnectCloud", u"Access id", None))
#if QT_CONFIG(accessibility)
        self.access_id.setAccessibleName(QCoreApplication.translate("ConnectCloud", u"Access id", None))
#endif // QT_CONFIG(accessibility)
        self.secret_label.setText(QCoreApplication.translate("ConnectCloud", u"Access secret", None))
#if QT_CONFIG(accessibility)
        self.secret.setAccessibleName(QCoreApplication.translate("ConnectCloud", u"Access secret", None))
#endif // QT_CONFIG(accessibility)
        self.suffix_label.setText(QCoreApplication.translate("ConnectCloud", u"Queue subscription of this console", None))
        self.suffix.setText(QCoreApplication.translate("ConnectCloud", u"sub", None))
#if QT_CONFIG(accessibility)
        self.suffix.setAccessibleName(QCoreApplication.translate("ConnectCloud", u"Queue subscription of this console", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(QCoreApplication.translate("ConnectCloud", u"Two consoles on one subscription take messages from one another: give each its own.", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("ConnectCloud", u"quiet", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ConnectCloud", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("ConnectCloud", u"Cancel", None))
        self.connect.setText(QCoreApplication.translate("ConnectCloud", u"Test and connect", None))
        self.connect.setProperty(u"kind", QCoreApplication.translate("ConnectCloud", u"primary", None))
    # retranslateUi

