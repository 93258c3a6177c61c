# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cloud_places.ui'
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
class Ui_CloudPlaces(object):
    def setupUi(self, CloudPlaces):
        if not CloudPlaces.objectName():
            CloudPlaces.setObjectName(u"CloudPlaces")
        self.column = QVBoxLayout(CloudPlaces)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(CloudPlaces)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(CloudPlaces)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.project_row = QHBoxLayout()
        self.project_row.setSpacing(8)
        self.project_row.setObjectName(u"project_row")
        self.project_label = QLabel(CloudPlaces)
        self.project_label.setObjectName(u"project_label")

        self.project_row.addWidget(self.project_label)

        self.project = QComboBox(CloudPlaces)
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

        self.next = QLabel(CloudPlaces)
        self.next.setObjectName(u"next")
        self.next.setWordWrap(True)

        self.column.addWidget(self.next)

        self.said = QLabel(CloudPlaces)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.chosen = QLabel(CloudPlaces)
        self.chosen.setObjectName(u"chosen")

        self.foot.addWidget(self.chosen)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.add = QPushButton(CloudPlaces)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(False)

        self.foot.addWidget(self.add)

        self.close = QPushButton(CloudPlaces)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(CloudPlaces)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(False)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

        self.column.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.project_label.setBuddy(self.project)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.project, self.add)
        QWidget.setTabOrder(self.add, self.apply)
        QWidget.setTabOrder(self.apply, self.close)

        self.retranslateUi(CloudPlaces)

        QMetaObject.connectSlotsByName(CloudPlaces)
    # setupUi

    def retranslateUi(self, CloudPlaces):
        CloudPlaces.setWindowTitle(QCoreApplication.translate("CloudPlaces", u"Places from the cloud", None))
        self.title.setText(QCoreApplication.translate("CloudPlaces", u"Places from the cloud", None))
        self.where.setText(QCoreApplication.translate("CloudPlaces", u"The rooms that devices have in the cloud, and what these are on the plan. Devices of the checked places are put there, to be dragged to where they hang.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("CloudPlaces", u"second", None))
        self.project_label.setText(QCoreApplication.translate("CloudPlaces", u"Project", None))
#if QT_CONFIG(accessibility)
        self.project.setAccessibleName(QCoreApplication.translate("CloudPlaces", u"Cloud project", None))
#endif // QT_CONFIG(accessibility)
        self.next.setProperty(u"kind", QCoreApplication.translate("CloudPlaces", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("CloudPlaces", u"caution", None))
        self.chosen.setProperty(u"kind", QCoreApplication.translate("CloudPlaces", u"second", None))
        self.add.setText(QCoreApplication.translate("CloudPlaces", u"Add floors and rooms\u2026", None))
        self.close.setText(QCoreApplication.translate("CloudPlaces", u"Close", None))
        self.apply.setText(QCoreApplication.translate("CloudPlaces", u"Place devices", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("CloudPlaces", u"primary", None))
    # retranslateUi

