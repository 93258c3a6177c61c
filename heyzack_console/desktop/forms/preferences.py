# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preferences.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)
class Ui_Preferences(object):
    def setupUi(self, Preferences):
        if not Preferences.objectName():
            Preferences.setObjectName(u"Preferences")
        self.column = QVBoxLayout(Preferences)
        self.column.setSpacing(6)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 20)
        self.title = QLabel(Preferences)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.hint = QLabel(Preferences)
        self.hint.setObjectName(u"hint")
        self.hint.setWordWrap(True)

        self.column.addWidget(self.hint)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(24)
        self.fields.setVerticalSpacing(10)
        self.fields.setContentsMargins(-1, 10, -1, -1)
        self.theme_label = QLabel(Preferences)
        self.theme_label.setObjectName(u"theme_label")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.theme_label)

        self.theme = QComboBox(Preferences)
        self.theme.setObjectName(u"theme")

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.theme)

        self.text_label = QLabel(Preferences)
        self.text_label.setObjectName(u"text_label")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.text_label)

        self.text_size = QComboBox(Preferences)
        self.text_size.setObjectName(u"text_size")

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.text_size)

        self.density_label = QLabel(Preferences)
        self.density_label.setObjectName(u"density_label")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.density_label)

        self.density = QComboBox(Preferences)
        self.density.setObjectName(u"density")

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.density)

        self.motion_label = QLabel(Preferences)
        self.motion_label.setObjectName(u"motion_label")

        self.fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.motion_label)

        self.flash = QCheckBox(Preferences)
        self.flash.setObjectName(u"flash")

        self.fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.flash)

        self.reduced_motion = QCheckBox(Preferences)
        self.reduced_motion.setObjectName(u"reduced_motion")

        self.fields.setWidget(4, QFormLayout.ItemRole.FieldRole, self.reduced_motion)

        self.sound_label = QLabel(Preferences)
        self.sound_label.setObjectName(u"sound_label")

        self.fields.setWidget(5, QFormLayout.ItemRole.LabelRole, self.sound_label)

        self.sound = QCheckBox(Preferences)
        self.sound.setObjectName(u"sound")

        self.fields.setWidget(5, QFormLayout.ItemRole.FieldRole, self.sound)


        self.column.addLayout(self.fields)

        self.said = QLabel(Preferences)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.close = QPushButton(Preferences)
        self.close.setObjectName(u"close")

        self.foot.addWidget(self.close)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.theme_label.setBuddy(self.theme)
        self.text_label.setBuddy(self.text_size)
        self.density_label.setBuddy(self.density)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Preferences)

        QMetaObject.connectSlotsByName(Preferences)
    # setupUi

    def retranslateUi(self, Preferences):
        Preferences.setWindowTitle(QCoreApplication.translate("Preferences", u"Settings", None))
        self.title.setText(QCoreApplication.translate("Preferences", u"Settings", None))
        self.hint.setText(QCoreApplication.translate("Preferences", u"Every change applies at once and is kept as a version.", None))
        self.hint.setProperty(u"kind", QCoreApplication.translate("Preferences", u"quiet", None))
        self.theme_label.setText(QCoreApplication.translate("Preferences", u"Theme", None))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(QCoreApplication.translate("Preferences", u"Theme", None))
#endif // QT_CONFIG(accessibility)
        self.text_label.setText(QCoreApplication.translate("Preferences", u"Text size", None))
#if QT_CONFIG(accessibility)
        self.text_size.setAccessibleName(QCoreApplication.translate("Preferences", u"Text size", None))
#endif // QT_CONFIG(accessibility)
        self.density_label.setText(QCoreApplication.translate("Preferences", u"Row height", None))
#if QT_CONFIG(accessibility)
        self.density.setAccessibleName(QCoreApplication.translate("Preferences", u"Row height", None))
#endif // QT_CONFIG(accessibility)
        self.motion_label.setText(QCoreApplication.translate("Preferences", u"Motion", None))
        self.flash.setText(QCoreApplication.translate("Preferences", u"Flash the ring of unacknowledged marks", None))
        self.reduced_motion.setText(QCoreApplication.translate("Preferences", u"Reduced motion: nothing moves, rings stay lit", None))
        self.sound_label.setText(QCoreApplication.translate("Preferences", u"Sound", None))
        self.sound.setText(QCoreApplication.translate("Preferences", u"Sound for new alerts", None))
        self.said.setProperty(u"kind", QCoreApplication.translate("Preferences", u"caution", None))
        self.close.setText(QCoreApplication.translate("Preferences", u"Close", None))
    # retranslateUi

