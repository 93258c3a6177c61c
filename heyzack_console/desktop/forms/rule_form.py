# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rule_form.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDoubleSpinBox, QFormLayout,
    QLabel, QLineEdit, QSizePolicy, QSpinBox,
    QWidget)
class Ui_RuleForm(object):
    def setupUi(self, RuleForm):
        if not RuleForm.objectName():
            RuleForm.setObjectName(u"RuleForm")
        self.fields = QFormLayout(RuleForm)
        self.fields.setObjectName(u"fields")
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.condition_label = QLabel(RuleForm)
        self.condition_label.setObjectName(u"condition_label")
        self.condition_label.setWordWrap(True)

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.condition_label)

        self.condition = QLineEdit(RuleForm)
        self.condition.setObjectName(u"condition")
        self.condition.setMaxLength(200)

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.condition)

        self.point_label = QLabel(RuleForm)
        self.point_label.setObjectName(u"point_label")
        self.point_label.setWordWrap(True)

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.point_label)

        self.point = QLineEdit(RuleForm)
        self.point.setObjectName(u"point")
        self.point.setMaxLength(80)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.point)

        self.side_label = QLabel(RuleForm)
        self.side_label.setObjectName(u"side_label")
        self.side_label.setWordWrap(True)

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.side_label)

        self.side = QComboBox(RuleForm)
        self.side.setObjectName(u"side")

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.side)

        self.limit_label = QLabel(RuleForm)
        self.limit_label.setObjectName(u"limit_label")
        self.limit_label.setWordWrap(True)

        self.fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.limit_label)

        self.limit = QDoubleSpinBox(RuleForm)
        self.limit.setObjectName(u"limit")
        self.limit.setDecimals(3)
        self.limit.setMinimum(-1000000000.000000000000000)
        self.limit.setMaximum(1000000000.000000000000000)

        self.fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.limit)

        self.dead_band_label = QLabel(RuleForm)
        self.dead_band_label.setObjectName(u"dead_band_label")
        self.dead_band_label.setWordWrap(True)

        self.fields.setWidget(4, QFormLayout.ItemRole.LabelRole, self.dead_band_label)

        self.dead_band = QDoubleSpinBox(RuleForm)
        self.dead_band.setObjectName(u"dead_band")
        self.dead_band.setDecimals(3)
        self.dead_band.setMaximum(1000000000.000000000000000)

        self.fields.setWidget(4, QFormLayout.ItemRole.FieldRole, self.dead_band)

        self.delay_label = QLabel(RuleForm)
        self.delay_label.setObjectName(u"delay_label")
        self.delay_label.setWordWrap(True)

        self.fields.setWidget(5, QFormLayout.ItemRole.LabelRole, self.delay_label)

        self.delay = QDoubleSpinBox(RuleForm)
        self.delay.setObjectName(u"delay")
        self.delay.setDecimals(0)
        self.delay.setMaximum(31622400.000000000000000)

        self.fields.setWidget(5, QFormLayout.ItemRole.FieldRole, self.delay)

        self.count_label = QLabel(RuleForm)
        self.count_label.setObjectName(u"count_label")
        self.count_label.setWordWrap(True)

        self.fields.setWidget(6, QFormLayout.ItemRole.LabelRole, self.count_label)

        self.count = QSpinBox(RuleForm)
        self.count.setObjectName(u"count")
        self.count.setMinimum(1)
        self.count.setMaximum(100)

        self.fields.setWidget(6, QFormLayout.ItemRole.FieldRole, self.count)

        self.priority_label = QLabel(RuleForm)
        self.priority_label.setObjectName(u"priority_label")
        self.priority_label.setWordWrap(True)

        self.fields.setWidget(7, QFormLayout.ItemRole.LabelRole, self.priority_label)

        self.priority = QComboBox(RuleForm)
        self.priority.setObjectName(u"priority")

        self.fields.setWidget(7, QFormLayout.ItemRole.FieldRole, self.priority)

        self.zones_label = QLabel(RuleForm)
        self.zones_label.setObjectName(u"zones_label")
        self.zones_label.setWordWrap(True)

        self.fields.setWidget(8, QFormLayout.ItemRole.LabelRole, self.zones_label)

        self.zones = QLineEdit(RuleForm)
        self.zones.setObjectName(u"zones")

        self.fields.setWidget(8, QFormLayout.ItemRole.FieldRole, self.zones)

        self.guidance_label = QLabel(RuleForm)
        self.guidance_label.setObjectName(u"guidance_label")
        self.guidance_label.setWordWrap(True)

        self.fields.setWidget(9, QFormLayout.ItemRole.LabelRole, self.guidance_label)

        self.guidance = QLineEdit(RuleForm)
        self.guidance.setObjectName(u"guidance")
        self.guidance.setMaxLength(4000)

        self.fields.setWidget(9, QFormLayout.ItemRole.FieldRole, self.guidance)

#if QT_CONFIG(shortcut)
        self.condition_label.setBuddy(self.condition)
        self.point_label.setBuddy(self.point)
        self.side_label.setBuddy(self.side)
        self.limit_label.setBuddy(self.limit)
        self.dead_band_label.setBuddy(self.dead_band)
        self.delay_label.setBuddy(self.delay)
        self.count_label.setBuddy(self.count)
        self.priority_label.setBuddy(self.priority)
        self.zones_label.setBuddy(self.zones)
        self.guidance_label.setBuddy(self.guidance)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.condition, self.point)
        QWidget.setTabOrder(self.point, self.side)
        QWidget.setTabOrder(self.side, self.limit)
        QWidget.setTabOrder(self.limit, self.dead_band)
        QWidget.setTabOrder(self.dead_band, self.delay)
        QWidget.setTabOrder(self.delay, self.count)
        QWidget.setTabOrder(self.count, self.priority)
        QWidget.setTabOrder(self.priority, self.zones)
        QWidget.setTabOrder(self.zones, self.guidance)

        self.retranslateUi(RuleForm)

        QMetaObject.connectSlotsByName(RuleForm)
    # setupUi

    def retranslateUi(self, RuleForm):
        self.condition_label.setText(QCoreApplication.translate("RuleForm", u"Condition", None))
#if QT_CONFIG(accessibility)
        self.condition.setAccessibleName(QCoreApplication.translate("RuleForm", u"Condition", None))
#endif // QT_CONFIG(accessibility)
        self.point_label.setText(QCoreApplication.translate("RuleForm", u"Data point", None))
#if QT_CONFIG(accessibility)
        self.point.setAccessibleName(QCoreApplication.translate("RuleForm", u"Data point", None))
#endif // QT_CONFIG(accessibility)
        self.side_label.setText(QCoreApplication.translate("RuleForm", u"Calls when the value is", None))
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("RuleForm", u"Calls when the value is", None))
#endif // QT_CONFIG(accessibility)
        self.limit_label.setText(QCoreApplication.translate("RuleForm", u"Limit", None))
#if QT_CONFIG(accessibility)
        self.limit.setAccessibleName(QCoreApplication.translate("RuleForm", u"Limit", None))
#endif // QT_CONFIG(accessibility)
        self.dead_band_label.setText(QCoreApplication.translate("RuleForm", u"Clears so far inside the limit", None))
#if QT_CONFIG(accessibility)
        self.dead_band.setAccessibleName(QCoreApplication.translate("RuleForm", u"Clears so far inside the limit", None))
#endif // QT_CONFIG(accessibility)
        self.delay_label.setText(QCoreApplication.translate("RuleForm", u"Has to last, in seconds", None))
#if QT_CONFIG(accessibility)
        self.delay.setAccessibleName(QCoreApplication.translate("RuleForm", u"Has to last, in seconds", None))
#endif // QT_CONFIG(accessibility)
        self.count_label.setText(QCoreApplication.translate("RuleForm", u"Or comes true so often within it", None))
#if QT_CONFIG(accessibility)
        self.count.setAccessibleName(QCoreApplication.translate("RuleForm", u"Or comes true so often within it", None))
#endif // QT_CONFIG(accessibility)
        self.priority_label.setText(QCoreApplication.translate("RuleForm", u"Priority", None))
#if QT_CONFIG(accessibility)
        self.priority.setAccessibleName(QCoreApplication.translate("RuleForm", u"Priority", None))
#endif // QT_CONFIG(accessibility)
        self.zones_label.setText(QCoreApplication.translate("RuleForm", u"Zones, separated by commas", None))
#if QT_CONFIG(accessibility)
        self.zones.setAccessibleName(QCoreApplication.translate("RuleForm", u"Zones, separated by commas", None))
#endif // QT_CONFIG(accessibility)
        self.guidance_label.setText(QCoreApplication.translate("RuleForm", u"Guidance for the operator", None))
#if QT_CONFIG(accessibility)
        self.guidance.setAccessibleName(QCoreApplication.translate("RuleForm", u"Guidance for the operator", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

