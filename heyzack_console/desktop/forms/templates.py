# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'templates.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QGridLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_Templates(object):
    def setupUi(self, Templates):
        if not Templates.objectName():
            Templates.setObjectName(u"Templates")
        self.column = QVBoxLayout(Templates)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Templates)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.where = QLabel(Templates)
        self.where.setObjectName(u"where")
        self.where.setWordWrap(True)

        self.column.addWidget(self.where)

        self.fields = QGridLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(8)
        self.fields.setVerticalSpacing(6)
        self.subject_label = QLabel(Templates)
        self.subject_label.setObjectName(u"subject_label")

        self.fields.addWidget(self.subject_label, 0, 0, 1, 1)

        self.subject = QComboBox(Templates)
        self.subject.setObjectName(u"subject")
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.setMinimumContentsLength(24)

        self.fields.addWidget(self.subject, 0, 1, 1, 3)

        self.pattern_label = QLabel(Templates)
        self.pattern_label.setObjectName(u"pattern_label")

        self.fields.addWidget(self.pattern_label, 1, 0, 1, 1)

        self.pattern = QLineEdit(Templates)
        self.pattern.setObjectName(u"pattern")

        self.fields.addWidget(self.pattern, 1, 1, 1, 1)

        self.category_label = QLabel(Templates)
        self.category_label.setObjectName(u"category_label")

        self.fields.addWidget(self.category_label, 1, 2, 1, 1)

        self.category = QComboBox(Templates)
        self.category.setObjectName(u"category")

        self.fields.addWidget(self.category, 1, 3, 1, 1)

        self.pattern_hint = QLabel(Templates)
        self.pattern_hint.setObjectName(u"pattern_hint")
        self.pattern_hint.setWordWrap(True)

        self.fields.addWidget(self.pattern_hint, 2, 1, 1, 3)

        self.fields.setColumnStretch(1, 1)

        self.column.addLayout(self.fields)

        self.preview = QLabel(Templates)
        self.preview.setObjectName(u"preview")
        self.preview.setWordWrap(True)

        self.column.addWidget(self.preview)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.tables = QHBoxLayout()
        self.tables.setSpacing(12)
        self.tables.setObjectName(u"tables")
        self.limits_place = QVBoxLayout()
        self.limits_place.setSpacing(4)
        self.limits_place.setObjectName(u"limits_place")
        self.limits_label = QLabel(Templates)
        self.limits_label.setObjectName(u"limits_label")
        self.limits_label.setWordWrap(True)

        self.limits_place.addWidget(self.limits_label)


        self.tables.addLayout(self.limits_place)

        self.values_place = QVBoxLayout()
        self.values_place.setSpacing(4)
        self.values_place.setObjectName(u"values_place")
        self.values_label = QLabel(Templates)
        self.values_label.setObjectName(u"values_label")
        self.values_label.setWordWrap(True)

        self.values_place.addWidget(self.values_label)


        self.tables.addLayout(self.values_place)

        self.tables.setStretch(0, 1)
        self.tables.setStretch(1, 1)

        self.column.addLayout(self.tables)

        self.said = QLabel(Templates)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.remove = QPushButton(Templates)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(False)

        self.foot.addWidget(self.remove)

        self.fill_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill_2)

        self.compare = QPushButton(Templates)
        self.compare.setObjectName(u"compare")
        self.compare.setAutoDefault(False)

        self.foot.addWidget(self.compare)

        self.close = QPushButton(Templates)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.save = QPushButton(Templates)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

        self.column.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.subject_label.setBuddy(self.subject)
        self.pattern_label.setBuddy(self.pattern)
        self.category_label.setBuddy(self.category)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.subject, self.pattern)
        QWidget.setTabOrder(self.pattern, self.category)
        QWidget.setTabOrder(self.category, self.remove)
        QWidget.setTabOrder(self.remove, self.compare)
        QWidget.setTabOrder(self.compare, self.close)
        QWidget.setTabOrder(self.close, self.save)

        self.retranslateUi(Templates)

        QMetaObject.connectSlotsByName(Templates)
    # setupUi

    def retranslateUi(self, Templates):
        Templates.setWindowTitle(QCoreApplication.translate("Templates", u"Device templates", None))
        self.title.setText(QCoreApplication.translate("Templates", u"Device templates", None))
        self.where.setText(QCoreApplication.translate("Templates", u"How the devices of a product or of a kind are named, watched and set. Limits hold as soon as the template is saved; names, kinds and values are put right after a comparison.", None))
        self.where.setProperty(u"kind", QCoreApplication.translate("Templates", u"second", None))
        self.subject_label.setText(QCoreApplication.translate("Templates", u"For", None))
#if QT_CONFIG(accessibility)
        self.subject.setAccessibleName(QCoreApplication.translate("Templates", u"Product or kind of device", None))
#endif // QT_CONFIG(accessibility)
        self.pattern_label.setText(QCoreApplication.translate("Templates", u"Name", None))
        self.pattern.setPlaceholderText(QCoreApplication.translate("Templates", u"names are left alone", None))
#if QT_CONFIG(accessibility)
        self.pattern.setAccessibleName(QCoreApplication.translate("Templates", u"Name pattern", None))
#endif // QT_CONFIG(accessibility)
        self.category_label.setText(QCoreApplication.translate("Templates", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.category.setAccessibleName(QCoreApplication.translate("Templates", u"Kind of device", None))
#endif // QT_CONFIG(accessibility)
        self.pattern_hint.setText(QCoreApplication.translate("Templates", u"Placeholders: {category} {product} {floor} {room} {room_number} {number}", None))
        self.pattern_hint.setProperty(u"kind", QCoreApplication.translate("Templates", u"quiet", None))
        self.preview.setProperty(u"kind", QCoreApplication.translate("Templates", u"second", None))
        self.limits_label.setText(QCoreApplication.translate("Templates", u"Limits of alerts; an empty cell keeps the usual value", None))
        self.values_label.setText(QCoreApplication.translate("Templates", u"Values to have; an empty cell leaves the point alone", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("Templates", u"caution", None))
        self.remove.setText(QCoreApplication.translate("Templates", u"Remove template", None))
        self.compare.setText(QCoreApplication.translate("Templates", u"Compare devices\u2026", None))
        self.close.setText(QCoreApplication.translate("Templates", u"Close", None))
        self.save.setText(QCoreApplication.translate("Templates", u"Save template", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("Templates", u"primary", None))
    # retranslateUi

