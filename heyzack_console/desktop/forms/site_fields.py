# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'site_fields.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QPlainTextEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)
class Ui_SiteFields(object):
    def setupUi(self, SiteFields):
        if not SiteFields.objectName():
            SiteFields.setObjectName(u"SiteFields")
        self.column = QVBoxLayout(SiteFields)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(SiteFields)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.pair = QHBoxLayout()
        self.pair.setSpacing(16)
        self.pair.setObjectName(u"pair")
        self.name_part = QVBoxLayout()
        self.name_part.setSpacing(4)
        self.name_part.setObjectName(u"name_part")
        self.name_label = QLabel(SiteFields)
        self.name_label.setObjectName(u"name_label")

        self.name_part.addWidget(self.name_label)

        self.name = QLineEdit(SiteFields)
        self.name.setObjectName(u"name")

        self.name_part.addWidget(self.name)

        self.name_hint = QLabel(SiteFields)
        self.name_hint.setObjectName(u"name_hint")
        self.name_hint.setWordWrap(True)

        self.name_part.addWidget(self.name_hint)

        self.fill_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.name_part.addItem(self.fill_1)


        self.pair.addLayout(self.name_part)

        self.time_zone_part = QVBoxLayout()
        self.time_zone_part.setSpacing(4)
        self.time_zone_part.setObjectName(u"time_zone_part")
        self.time_zone_label = QLabel(SiteFields)
        self.time_zone_label.setObjectName(u"time_zone_label")

        self.time_zone_part.addWidget(self.time_zone_label)

        self.time_zone = QLineEdit(SiteFields)
        self.time_zone.setObjectName(u"time_zone")

        self.time_zone_part.addWidget(self.time_zone)

        self.time_zone_hint = QLabel(SiteFields)
        self.time_zone_hint.setObjectName(u"time_zone_hint")
        self.time_zone_hint.setWordWrap(True)

        self.time_zone_part.addWidget(self.time_zone_hint)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.time_zone_part.addItem(self.fill_2)


        self.pair.addLayout(self.time_zone_part)

        self.floors_part = QVBoxLayout()
        self.floors_part.setSpacing(4)
        self.floors_part.setObjectName(u"floors_part")
        self.floors_label = QLabel(SiteFields)
        self.floors_label.setObjectName(u"floors_label")

        self.floors_part.addWidget(self.floors_label)

        self.floors = QPlainTextEdit(SiteFields)
        self.floors.setObjectName(u"floors")
        self.floors.setTabChangesFocus(True)

        self.floors_part.addWidget(self.floors)

        self.floors_hint = QLabel(SiteFields)
        self.floors_hint.setObjectName(u"floors_hint")
        self.floors_hint.setWordWrap(True)

        self.floors_part.addWidget(self.floors_hint)


        self.pair.addLayout(self.floors_part)

        self.pair.setStretch(0, 1)
        self.pair.setStretch(1, 1)
        self.pair.setStretch(2, 1)

        self.column.addLayout(self.pair)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.time_zone_label.setBuddy(self.time_zone)
        self.floors_label.setBuddy(self.floors)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.time_zone)
        QWidget.setTabOrder(self.time_zone, self.floors)

        self.retranslateUi(SiteFields)

        QMetaObject.connectSlotsByName(SiteFields)
    # setupUi

    def retranslateUi(self, SiteFields):
        self.title.setText(QCoreApplication.translate("SiteFields", u"The building", None))
        self.name_label.setText(QCoreApplication.translate("SiteFields", u"Site name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("SiteFields", u"Site name", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("SiteFields", u"Harbour House", None))
        self.name_hint.setText(QCoreApplication.translate("SiteFields", u"As it shall stand in the header.", None))
        self.name_hint.setProperty(u"kind", QCoreApplication.translate("SiteFields", u"quiet", None))
        self.time_zone_label.setText(QCoreApplication.translate("SiteFields", u"Time zone", None))
#if QT_CONFIG(accessibility)
        self.time_zone.setAccessibleName(QCoreApplication.translate("SiteFields", u"Time zone", None))
#endif // QT_CONFIG(accessibility)
        self.time_zone_hint.setText(QCoreApplication.translate("SiteFields", u"Where the building stands.", None))
        self.time_zone_hint.setProperty(u"kind", QCoreApplication.translate("SiteFields", u"quiet", None))
        self.floors_label.setText(QCoreApplication.translate("SiteFields", u"Floors, lowest first, one per line", None))
#if QT_CONFIG(accessibility)
        self.floors.setAccessibleName(QCoreApplication.translate("SiteFields", u"Floors", None))
#endif // QT_CONFIG(accessibility)
        self.floors_hint.setText(QCoreApplication.translate("SiteFields", u"Plans and rooms can be added later.", None))
        self.floors_hint.setProperty(u"kind", QCoreApplication.translate("SiteFields", u"quiet", None))
        pass
    # retranslateUi

