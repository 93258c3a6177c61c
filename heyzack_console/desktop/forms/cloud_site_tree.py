# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cloud_site_tree.ui'
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
class Ui_CloudSiteTree(object):
    def setupUi(self, CloudSiteTree):
        if not CloudSiteTree.objectName():
            CloudSiteTree.setObjectName(u"CloudSiteTree")
        self.column = QVBoxLayout(CloudSiteTree)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(CloudSiteTree)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(CloudSiteTree)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.project_row = QHBoxLayout()
        self.project_row.setSpacing(8)
        self.project_row.setObjectName(u"project_row")
        self.project_label = QLabel(CloudSiteTree)
        self.project_label.setObjectName(u"project_label")

        self.project_row.addWidget(self.project_label)

        self.project = QComboBox(CloudSiteTree)
        self.project.setObjectName(u"project")

        self.project_row.addWidget(self.project)

        self.fill_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.project_row.addItem(self.fill_9)


        self.column.addLayout(self.project_row)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.tree_place = QVBoxLayout()
        self.tree_place.setSpacing(0)
        self.tree_place.setObjectName(u"tree_place")

        self.column.addLayout(self.tree_place)

        self.next = QLabel(CloudSiteTree)
        self.next.setObjectName(u"next")
        self.next.setWordWrap(True)

        self.column.addWidget(self.next)

        self.said = QLabel(CloudSiteTree)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.close = QPushButton(CloudSiteTree)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(CloudSiteTree)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(False)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

        self.column.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.project_label.setBuddy(self.project)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.project, self.apply)
        QWidget.setTabOrder(self.apply, self.close)

        self.retranslateUi(CloudSiteTree)

        QMetaObject.connectSlotsByName(CloudSiteTree)
    # setupUi

    def retranslateUi(self, CloudSiteTree):
        CloudSiteTree.setWindowTitle(QCoreApplication.translate("CloudSiteTree", u"Floors and rooms from the cloud", None))
        self.title.setText(QCoreApplication.translate("CloudSiteTree", u"Floors and rooms from the cloud", None))
        self.where.setText(QCoreApplication.translate("CloudSiteTree", u"What the cloud's spaces name and the site does not have yet. Ticked floors and rooms are added, in one step that can be undone; nothing that is there is changed or removed.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("CloudSiteTree", u"second", None))
        self.project_label.setText(QCoreApplication.translate("CloudSiteTree", u"Project", None))
#if QT_CONFIG(accessibility)
        self.project.setAccessibleName(QCoreApplication.translate("CloudSiteTree", u"Cloud project", None))
#endif // QT_CONFIG(accessibility)
        self.next.setProperty(u"kind", QCoreApplication.translate("CloudSiteTree", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("CloudSiteTree", u"caution", None))
        self.close.setText(QCoreApplication.translate("CloudSiteTree", u"Close", None))
        self.apply.setText(QCoreApplication.translate("CloudSiteTree", u"Add places", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("CloudSiteTree", u"primary", None))
    # retranslateUi

