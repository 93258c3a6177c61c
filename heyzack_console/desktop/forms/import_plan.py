# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_plan.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QDoubleSpinBox,
    QFrame, QHBoxLayout, QLabel, QListWidget,
    QListWidgetItem, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QSpinBox, QVBoxLayout, QWidget)
class Ui_ImportPlan(object):
    def setupUi(self, ImportPlan):
        if not ImportPlan.objectName():
            ImportPlan.setObjectName(u"ImportPlan")
        self.column = QVBoxLayout(ImportPlan)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 20, 24, 20)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.choose = QPushButton(ImportPlan)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.head.addWidget(self.choose)

        self.file = QLabel(ImportPlan)
        self.file.setObjectName(u"file")
        self.file.setWordWrap(True)

        self.head.addWidget(self.file)

        self.head.setStretch(1, 1)

        self.column.addLayout(self.head)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.scroll = QScrollArea(ImportPlan)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices = QWidget()
        self.choices.setObjectName(u"choices")
        self.choice_column = QVBoxLayout(self.choices)
        self.choice_column.setSpacing(8)
        self.choice_column.setObjectName(u"choice_column")
        self.choice_column.setContentsMargins(0, 0, 8, 0)
        self.floors_label = QLabel(self.choices)
        self.floors_label.setObjectName(u"floors_label")

        self.choice_column.addWidget(self.floors_label)

        self.floors = QListWidget(self.choices)
        self.floors.setObjectName(u"floors")

        self.choice_column.addWidget(self.floors)

        self.target_row = QHBoxLayout()
        self.target_row.setSpacing(8)
        self.target_row.setObjectName(u"target_row")
        self.target_label = QLabel(self.choices)
        self.target_label.setObjectName(u"target_label")

        self.target_row.addWidget(self.target_label)

        self.target = QComboBox(self.choices)
        self.target.setObjectName(u"target")

        self.target_row.addWidget(self.target)

        self.target_row.setStretch(1, 1)

        self.choice_column.addLayout(self.target_row)

        self.layers_label = QLabel(self.choices)
        self.layers_label.setObjectName(u"layers_label")

        self.choice_column.addWidget(self.layers_label)

        self.layers = QListWidget(self.choices)
        self.layers.setObjectName(u"layers")

        self.choice_column.addWidget(self.layers)

        self.page_row = QHBoxLayout()
        self.page_row.setSpacing(8)
        self.page_row.setObjectName(u"page_row")
        self.page_label = QLabel(self.choices)
        self.page_label.setObjectName(u"page_label")

        self.page_row.addWidget(self.page_label)

        self.page = QSpinBox(self.choices)
        self.page.setObjectName(u"page")
        self.page.setMinimum(1)

        self.page_row.addWidget(self.page)

        self.page_row.setStretch(1, 1)

        self.choice_column.addLayout(self.page_row)

        self.again = QPushButton(self.choices)
        self.again.setObjectName(u"again")
        self.again.setAutoDefault(False)

        self.choice_column.addWidget(self.again)

        self.zones_label = QLabel(self.choices)
        self.zones_label.setObjectName(u"zones_label")

        self.choice_column.addWidget(self.zones_label)

        self.zones = QListWidget(self.choices)
        self.zones.setObjectName(u"zones")

        self.choice_column.addWidget(self.zones)

        self.scale_label = QLabel(self.choices)
        self.scale_label.setObjectName(u"scale_label")

        self.choice_column.addWidget(self.scale_label)

        self.scale = QLabel(self.choices)
        self.scale.setObjectName(u"scale")
        self.scale.setWordWrap(True)

        self.choice_column.addWidget(self.scale)

        self.scale_row = QHBoxLayout()
        self.scale_row.setSpacing(8)
        self.scale_row.setObjectName(u"scale_row")
        self.measure = QPushButton(self.choices)
        self.measure.setObjectName(u"measure")
        self.measure.setAutoDefault(False)

        self.scale_row.addWidget(self.measure)

        self.distance = QDoubleSpinBox(self.choices)
        self.distance.setObjectName(u"distance")
        self.distance.setDecimals(2)
        self.distance.setMaximum(2000.000000000000000)

        self.scale_row.addWidget(self.distance)

        self.set_scale = QPushButton(self.choices)
        self.set_scale.setObjectName(u"set_scale")
        self.set_scale.setAutoDefault(False)

        self.scale_row.addWidget(self.set_scale)

        self.scale_row.setStretch(0, 1)

        self.choice_column.addLayout(self.scale_row)

        self.over_label = QLabel(self.choices)
        self.over_label.setObjectName(u"over_label")

        self.choice_column.addWidget(self.over_label)

        self.over = QComboBox(self.choices)
        self.over.setObjectName(u"over")

        self.choice_column.addWidget(self.over)

        self.align = QPushButton(self.choices)
        self.align.setObjectName(u"align")
        self.align.setAutoDefault(False)

        self.choice_column.addWidget(self.align)

        self.choice_fill = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.choice_column.addItem(self.choice_fill)

        self.scroll.setWidget(self.choices)

        self.body.addWidget(self.scroll)

        self.preview_place = QVBoxLayout()
        self.preview_place.setSpacing(8)
        self.preview_place.setObjectName(u"preview_place")
        self.hint = QLabel(ImportPlan)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.preview_place.addWidget(self.hint)


        self.body.addLayout(self.preview_place)

        self.body.setStretch(1, 1)

        self.column.addLayout(self.body)

        self.progress_place = QVBoxLayout()
        self.progress_place.setSpacing(0)
        self.progress_place.setObjectName(u"progress_place")

        self.column.addLayout(self.progress_place)

        self.said = QLabel(ImportPlan)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.missing = QLabel(ImportPlan)
        self.missing.setObjectName(u"missing")
        self.missing.setWordWrap(True)

        self.foot.addWidget(self.missing)

        self.close = QPushButton(ImportPlan)
        self.close.setObjectName(u"close")
        self.close.setAutoDefault(False)

        self.foot.addWidget(self.close)

        self.apply = QPushButton(ImportPlan)
        self.apply.setObjectName(u"apply")
        self.apply.setAutoDefault(False)

        self.foot.addWidget(self.apply)

        self.foot.setStretch(0, 1)

        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.floors_label.setBuddy(self.floors)
        self.target_label.setBuddy(self.target)
        self.layers_label.setBuddy(self.layers)
        self.page_label.setBuddy(self.page)
        self.zones_label.setBuddy(self.zones)
        self.over_label.setBuddy(self.over)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ImportPlan)

        QMetaObject.connectSlotsByName(ImportPlan)
    # setupUi

    def retranslateUi(self, ImportPlan):
        ImportPlan.setWindowTitle(QCoreApplication.translate("ImportPlan", u"Import floor plan", None))
        self.choose.setText(QCoreApplication.translate("ImportPlan", u"Choose a file\u2026", None))
        self.file.setText(QCoreApplication.translate("ImportPlan", u"PNG, JPEG, SVG, PDF, DXF or IFC", None))
        self.file.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"quiet", None))
        self.choices.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"scrolled", None))
        self.floors_label.setText(QCoreApplication.translate("ImportPlan", u"&Floors in the file", None))
        self.floors.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"list", None))
#if QT_CONFIG(accessibility)
        self.floors.setAccessibleName(QCoreApplication.translate("ImportPlan", u"Floors in the file", None))
#endif // QT_CONFIG(accessibility)
        self.target_label.setText(QCoreApplication.translate("ImportPlan", u"&Becomes", None))
        self.layers_label.setText(QCoreApplication.translate("ImportPlan", u"&Layers", None))
        self.layers.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"list", None))
#if QT_CONFIG(accessibility)
        self.layers.setAccessibleName(QCoreApplication.translate("ImportPlan", u"Layers of the drawing", None))
#endif // QT_CONFIG(accessibility)
        self.page_label.setText(QCoreApplication.translate("ImportPlan", u"&Page", None))
        self.again.setText(QCoreApplication.translate("ImportPlan", u"Read again with this choice", None))
        self.zones_label.setText(QCoreApplication.translate("ImportPlan", u"&Zones of this floor", None))
        self.zones.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"list", None))
#if QT_CONFIG(accessibility)
        self.zones.setAccessibleName(QCoreApplication.translate("ImportPlan", u"Zones of this floor", None))
#endif // QT_CONFIG(accessibility)
        self.scale_label.setText(QCoreApplication.translate("ImportPlan", u"Scale", None))
        self.scale.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"second", None))
        self.measure.setText(QCoreApplication.translate("ImportPlan", u"Two points\u2026", None))
#if QT_CONFIG(accessibility)
        self.distance.setAccessibleName(QCoreApplication.translate("ImportPlan", u"Real distance between the two points in metres", None))
#endif // QT_CONFIG(accessibility)
        self.distance.setSuffix(QCoreApplication.translate("ImportPlan", u" m", None))
        self.set_scale.setText(QCoreApplication.translate("ImportPlan", u"Set", None))
#if QT_CONFIG(accessibility)
        self.set_scale.setAccessibleName(QCoreApplication.translate("ImportPlan", u"Set the scale", None))
#endif // QT_CONFIG(accessibility)
        self.over_label.setText(QCoreApplication.translate("ImportPlan", u"Lies &over", None))
        self.align.setText(QCoreApplication.translate("ImportPlan", u"Two common points\u2026", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"notice", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"caution", None))
        self.missing.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"quiet", None))
        self.close.setText(QCoreApplication.translate("ImportPlan", u"Cancel", None))
        self.apply.setText(QCoreApplication.translate("ImportPlan", u"Take in", None))
        self.apply.setProperty(u"kind", QCoreApplication.translate("ImportPlan", u"primary", None))
    # retranslateUi

