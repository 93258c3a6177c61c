# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'clip.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDateTimeEdit, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_Clip(object):
    def setupUi(self, Clip):
        if not Clip.objectName():
            Clip.setObjectName(u"Clip")
        self.column = QVBoxLayout(Clip)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Clip)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.meaning = QLabel(Clip)
        self.meaning.setObjectName(u"meaning")
        self.meaning.setWordWrap(True)

        self.column.addWidget(self.meaning)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(8)
        self.start_label = QLabel(Clip)
        self.start_label.setObjectName(u"start_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.start_label)

        self.start = QDateTimeEdit(Clip)
        self.start.setObjectName(u"start")
        self.start.setCalendarPopup(True)

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.start)

        self.end_label = QLabel(Clip)
        self.end_label.setObjectName(u"end_label")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.end_label)

        self.end = QDateTimeEdit(Clip)
        self.end.setObjectName(u"end")
        self.end.setCalendarPopup(True)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.end)

        self.step_label = QLabel(Clip)
        self.step_label.setObjectName(u"step_label")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.step_label)

        self.step = QComboBox(Clip)
        self.step.setObjectName(u"step")

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.step)


        self.column.addLayout(self.fields)

        self.hint = QLabel(Clip)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Clip)
        self.cancel.setObjectName(u"cancel")

        self.foot.addWidget(self.cancel)

        self.export_ = QPushButton(Clip)
        self.export_.setObjectName(u"export_")

        self.foot.addWidget(self.export_)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.start_label.setBuddy(self.start)
        self.end_label.setBuddy(self.end)
        self.step_label.setBuddy(self.step)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Clip)

        QMetaObject.connectSlotsByName(Clip)
    # setupUi

    def retranslateUi(self, Clip):
        Clip.setWindowTitle(QCoreApplication.translate("Clip", u"Export a clip", None))
        self.title.setText(QCoreApplication.translate("Clip", u"Export a clip", None))
        self.meaning.setText(QCoreApplication.translate("Clip", u"Pictures of the map as it is shown, floor and layer included, one for each step, and one page that plays them in any browser.", None))
        self.meaning.setProperty(u"kind", QCoreApplication.translate("Clip", u"second", None))
        self.start_label.setText(QCoreApplication.translate("Clip", u"From", None))
#if QT_CONFIG(accessibility)
        self.start.setAccessibleName(QCoreApplication.translate("Clip", u"First moment, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.start.setDisplayFormat(QCoreApplication.translate("Clip", u"ddd d MMM yyyy, HH:mm:ss", None))
        self.end_label.setText(QCoreApplication.translate("Clip", u"To", None))
#if QT_CONFIG(accessibility)
        self.end.setAccessibleName(QCoreApplication.translate("Clip", u"Last moment, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.end.setDisplayFormat(QCoreApplication.translate("Clip", u"ddd d MMM yyyy, HH:mm:ss", None))
        self.step_label.setText(QCoreApplication.translate("Clip", u"Step", None))
#if QT_CONFIG(accessibility)
        self.step.setAccessibleName(QCoreApplication.translate("Clip", u"Time between two pictures", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setProperty(u"kind", QCoreApplication.translate("Clip", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("Clip", u"Cancel", None))
        self.export_.setText(QCoreApplication.translate("Clip", u"Choose folder\u2026", None))
        self.export_.setProperty(u"kind", QCoreApplication.translate("Clip", u"primary", None))
    # retranslateUi

