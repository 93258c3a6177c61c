# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_cloud.ui'
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
class Ui_ImportCloud(object):
    def setupUi(self, ImportCloud):
        if not ImportCloud.objectName():
            ImportCloud.setObjectName(u"ImportCloud")
        self.column = QVBoxLayout(ImportCloud)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(ImportCloud)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(ImportCloud)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.project_row = QHBoxLayout()
        self.project_row.setSpacing(8)
        self.project_row.setObjectName(u"project_row")
        self.project_label = QLabel(ImportCloud)
        self.project_label.setObjectName(u"project_label")

        self.project_row.addWidget(self.project_label)

        self.project = QComboBox(ImportCloud)
        self.project.setObjectName(u"project")

        self.project_row.addWidget(self.project)

        self.fill_9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.project_row.addItem(self.fill_9)


        self.column.addLayout(self.project_row)

        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.setObjectName(u"tools")
        self.filter = QLineEdit(ImportCloud)
        self.filter.setObjectName(u"filter")
        self.filter.setClearButtonEnabled(True)

        self.tools.addWidget(self.filter)

        self.only = QComboBox(ImportCloud)
        self.only.setObjectName(u"only")

        self.tools.addWidget(self.only)

        self.select_all = QPushButton(ImportCloud)
        self.select_all.setObjectName(u"select_all")
        self.select_all.setAutoDefault(False)

        self.tools.addWidget(self.select_all)

        self.select_new = QPushButton(ImportCloud)
        self.select_new.setObjectName(u"select_new")
        self.select_new.setAutoDefault(False)

        self.tools.addWidget(self.select_new)

        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tools.addItem(self.fill_1)

        self.again = QPushButton(ImportCloud)
        self.again.setObjectName(u"again")
        self.again.setAutoDefault(False)

        self.tools.addWidget(self.again)


        self.column.addLayout(self.tools)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.table_place = QVBoxLayout()
        self.table_place.setSpacing(0)
        self.table_place.setObjectName(u"table_place")

        self.column.addLayout(self.table_place)

        self.report = QLabel(ImportCloud)
        self.report.setObjectName(u"report")
        self.report.setWordWrap(True)

        self.column.addWidget(self.report)

        self.said = QLabel(ImportCloud)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.chosen = QLabel(ImportCloud)
        self.chosen.setObjectName(u"chosen")

        self.foot.addWidget(self.chosen)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.copy = QPushButton(ImportCloud)
        self.copy.setObjectName(u"copy")
        self.copy.setAutoDefault(False)

        self.foot.addWidget(self.copy)

        self.places = QPushButton(ImportCloud)
        self.places.setObjectName(u"places")
        self.places.setAutoDefault(False)

        self.foot.addWidget(self.places)

        self.close = QPushButton(ImportCloud)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(ImportCloud)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(False)

        self.foot.addWidget(self.apply)


        self.column.addLayout(self.foot)

        self.column.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.project_label.setBuddy(self.project)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.project, self.filter)
        QWidget.setTabOrder(self.filter, self.only)
        QWidget.setTabOrder(self.only, self.select_all)
        QWidget.setTabOrder(self.select_all, self.select_new)
        QWidget.setTabOrder(self.select_new, self.again)
        QWidget.setTabOrder(self.again, self.copy)
        QWidget.setTabOrder(self.copy, self.places)
        QWidget.setTabOrder(self.places, self.apply)
        QWidget.setTabOrder(self.apply, self.close)

        self.retranslateUi(ImportCloud)

        QMetaObject.connectSlotsByName(ImportCloud)
    # setupUi

    def retranslateUi(self, ImportCloud):
        ImportCloud.setWindowTitle(QCoreApplication.translate("ImportCloud", u"Import devices from the cloud", None))
        self.title.setText(QCoreApplication.translate("ImportCloud", u"Import devices from the cloud", None))
        self.where.setText(QCoreApplication.translate("ImportCloud", u"The selected devices are taken in with their keys. Those that the book has already keep their name and place.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"second", None))
        self.project_label.setText(QCoreApplication.translate("ImportCloud", u"Project", None))
#if QT_CONFIG(accessibility)
        self.project.setAccessibleName(QCoreApplication.translate("ImportCloud", u"Cloud project", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.filter.setAccessibleName(QCoreApplication.translate("ImportCloud", u"Filter devices", None))
#endif // QT_CONFIG(accessibility)
        self.filter.setPlaceholderText(QCoreApplication.translate("ImportCloud", u"Name, product, kind or id", None))
#if QT_CONFIG(accessibility)
        self.only.setAccessibleName(QCoreApplication.translate("ImportCloud", u"Which devices are shown", None))
#endif // QT_CONFIG(accessibility)
        self.select_all.setText(QCoreApplication.translate("ImportCloud", u"Select all", None))
        self.select_new.setText(QCoreApplication.translate("ImportCloud", u"Select new", None))
        self.again.setText(QCoreApplication.translate("ImportCloud", u"List again", None))
        self.again.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"link", None))
        self.report.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"caution", None))
        self.chosen.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"second", None))
        self.copy.setText(QCoreApplication.translate("ImportCloud", u"Copy what did not come in", None))
        self.places.setText(QCoreApplication.translate("ImportCloud", u"Propose places\u2026", None))
        self.places.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"link", None))
        self.close.setText(QCoreApplication.translate("ImportCloud", u"Close", None))
        self.apply.setText(QCoreApplication.translate("ImportCloud", u"Take in", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("ImportCloud", u"primary", None))
    # retranslateUi

