# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'snapshots.ui'
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
class Ui_Snapshots(object):
    def setupUi(self, Snapshots):
        if not Snapshots.objectName():
            Snapshots.setObjectName(u"Snapshots")
        self.column = QVBoxLayout(Snapshots)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Snapshots)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(Snapshots)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.take_row = QHBoxLayout()
        self.take_row.setSpacing(8)
        self.take_row.setObjectName(u"take_row")
        self.name_label = QLabel(Snapshots)
        self.name_label.setObjectName(u"name_label")

        self.take_row.addWidget(self.name_label)

        self.name = QLineEdit(Snapshots)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(80)

        self.take_row.addWidget(self.name)

        self.take = QPushButton(Snapshots)
        self.take.setObjectName(u"take")
        self.take.setAutoDefault(False)

        self.take_row.addWidget(self.take)


        self.column.addLayout(self.take_row)

        self.choose_row = QHBoxLayout()
        self.choose_row.setSpacing(8)
        self.choose_row.setObjectName(u"choose_row")
        self.which_label = QLabel(Snapshots)
        self.which_label.setObjectName(u"which_label")

        self.choose_row.addWidget(self.which_label)

        self.which = QComboBox(Snapshots)
        self.which.setObjectName(u"which")

        self.choose_row.addWidget(self.which)

        self.against_label = QLabel(Snapshots)
        self.against_label.setObjectName(u"against_label")

        self.choose_row.addWidget(self.against_label)

        self.against = QComboBox(Snapshots)
        self.against.setObjectName(u"against")

        self.choose_row.addWidget(self.against)

        self.choose_row.setStretch(1, 1)
        self.choose_row.setStretch(3, 1)

        self.column.addLayout(self.choose_row)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.said = QLabel(Snapshots)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.remove = QPushButton(Snapshots)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.foot.addWidget(self.remove)

        self.chosen = QLabel(Snapshots)
        self.chosen.setObjectName(u"chosen")

        self.foot.addWidget(self.chosen)

        self.fill_6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_6)

        self.copy = QPushButton(Snapshots)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.close = QPushButton(Snapshots)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.restore = QPushButton(Snapshots)
        self.restore.setObjectName(u"restore")
        self.restore.setAutoDefault(False)

        self.foot.addWidget(self.restore)


        self.column.addLayout(self.foot)

        self.column.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.which_label.setBuddy(self.which)
        self.against_label.setBuddy(self.against)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.take)
        QWidget.setTabOrder(self.take, self.which)
        QWidget.setTabOrder(self.which, self.against)
        QWidget.setTabOrder(self.against, self.remove)
        QWidget.setTabOrder(self.remove, self.copy)
        QWidget.setTabOrder(self.copy, self.close)
        QWidget.setTabOrder(self.close, self.restore)

        self.retranslateUi(Snapshots)

        QMetaObject.connectSlotsByName(Snapshots)
    # setupUi

    def retranslateUi(self, Snapshots):
        Snapshots.setWindowTitle(QCoreApplication.translate("Snapshots", u"Snapshots of set-points", None))
        self.title.setText(QCoreApplication.translate("Snapshots", u"Snapshots of set-points", None))
        self.where.setText(QCoreApplication.translate("Snapshots", u"A snapshot keeps what every point that can be written was. Compare it, then restore the lines that you select; nothing is sent before its preview.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("Snapshots", u"second", None))
        self.name_label.setText(QCoreApplication.translate("Snapshots", u"New", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Snapshots", u"Name of the new snapshot", None))
#endif // QT_CONFIG(accessibility)
        self.take.setText(QCoreApplication.translate("Snapshots", u"Take", None))
        self.which_label.setText(QCoreApplication.translate("Snapshots", u"Snapshot", None))
#if QT_CONFIG(accessibility)
        self.which.setAccessibleName(QCoreApplication.translate("Snapshots", u"Snapshot", None))
#endif // QT_CONFIG(accessibility)
        self.against_label.setText(QCoreApplication.translate("Snapshots", u"compared with", None))
#if QT_CONFIG(accessibility)
        self.against.setAccessibleName(QCoreApplication.translate("Snapshots", u"Compared with", None))
#endif // QT_CONFIG(accessibility)
        self.said.setProperty(u"kind", QCoreApplication.translate("Snapshots", u"caution", None))
        self.remove.setText(QCoreApplication.translate("Snapshots", u"Remove snapshot", None))
        self.chosen.setProperty(u"kind", QCoreApplication.translate("Snapshots", u"second", None))
        self.copy.setText(QCoreApplication.translate("Snapshots", u"Copy", None))
        self.close.setText(QCoreApplication.translate("Snapshots", u"Close", None))
        self.restore.setText(QCoreApplication.translate("Snapshots", u"Restore\u2026", None))
        self.restore.setProperty(u"kind", QCoreApplication.translate("Snapshots", u"primary", None))
    # retranslateUi

