# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'notified.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QCheckBox, QComboBox,
    QDateTimeEdit, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QStackedWidget,
    QTimeEdit, QVBoxLayout, QWidget)
class Ui_Notified(object):
    def setupUi(self, Notified):
        if not Notified.objectName():
            Notified.setObjectName(u"Notified")
        self.column = QVBoxLayout(Notified)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 20, 24, 16)
        self.heading = QLabel(Notified)
        self.heading.setObjectName(u"heading")
        self.heading.setWordWrap(True)

        self.column.addWidget(self.heading)

        self.name_label = QLabel(Notified)
        self.name_label.setObjectName(u"name_label")

        self.column.addWidget(self.name_label)

        self.name = QLineEdit(Notified)
        self.name.setObjectName(u"name")
        self.name.setMaxLength(100)

        self.column.addWidget(self.name)

        self.pages = QStackedWidget(Notified)
        self.pages.setObjectName(u"pages")
        self.channel_page = QWidget()
        self.channel_page.setObjectName(u"channel_page")
        self.channel_column = QVBoxLayout(self.channel_page)
        self.channel_column.setSpacing(6)
        self.channel_column.setObjectName(u"channel_column")
        self.channel_column.setContentsMargins(0, 0, 0, 0)
        self.kind_label = QLabel(self.channel_page)
        self.kind_label.setObjectName(u"kind_label")

        self.channel_column.addWidget(self.kind_label)

        self.kind = QComboBox(self.channel_page)
        self.kind.setObjectName(u"kind")

        self.channel_column.addWidget(self.kind)

        self.address_label = QLabel(self.channel_page)
        self.address_label.setObjectName(u"address_label")

        self.channel_column.addWidget(self.address_label)

        self.address = QLineEdit(self.channel_page)
        self.address.setObjectName(u"address")
        self.address.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.address.setMaxLength(2000)

        self.channel_column.addWidget(self.address)

        self.address_hint = QLabel(self.channel_page)
        self.address_hint.setObjectName(u"address_hint")
        self.address_hint.setWordWrap(True)

        self.channel_column.addWidget(self.address_hint)

        self.words_label = QLabel(self.channel_page)
        self.words_label.setObjectName(u"words_label")

        self.channel_column.addWidget(self.words_label)

        self.words = QLineEdit(self.channel_page)
        self.words.setObjectName(u"words")
        self.words.setMaxLength(4000)

        self.channel_column.addWidget(self.words)

        self.enabled = QCheckBox(self.channel_page)
        self.enabled.setObjectName(u"enabled")

        self.channel_column.addWidget(self.enabled)

        self.spacerItem = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.channel_column.addItem(self.spacerItem)

        self.pages.addWidget(self.channel_page)
        self.person_page = QWidget()
        self.person_page.setObjectName(u"person_page")
        self.person_column = QVBoxLayout(self.person_page)
        self.person_column.setSpacing(6)
        self.person_column.setObjectName(u"person_column")
        self.person_column.setContentsMargins(0, 0, 0, 0)
        self.ways_label = QLabel(self.person_page)
        self.ways_label.setObjectName(u"ways_label")

        self.person_column.addWidget(self.ways_label)

        self.ways = QListWidget(self.person_page)
        self.ways.setObjectName(u"ways")

        self.person_column.addWidget(self.ways)

        self.quiet = QCheckBox(self.person_page)
        self.quiet.setObjectName(u"quiet")

        self.person_column.addWidget(self.quiet)

        self.hboxLayout = QHBoxLayout()
        self.hboxLayout.setSpacing(8)
        self.hboxLayout.setObjectName(u"hboxLayout")
        self.quiet_from_label = QLabel(self.person_page)
        self.quiet_from_label.setObjectName(u"quiet_from_label")

        self.hboxLayout.addWidget(self.quiet_from_label)

        self.quiet_from = QTimeEdit(self.person_page)
        self.quiet_from.setObjectName(u"quiet_from")

        self.hboxLayout.addWidget(self.quiet_from)

        self.quiet_to_label = QLabel(self.person_page)
        self.quiet_to_label.setObjectName(u"quiet_to_label")

        self.hboxLayout.addWidget(self.quiet_to_label)

        self.quiet_to = QTimeEdit(self.person_page)
        self.quiet_to.setObjectName(u"quiet_to")

        self.hboxLayout.addWidget(self.quiet_to)


        self.person_column.addLayout(self.hboxLayout)

        self.hboxLayout1 = QHBoxLayout()
        self.hboxLayout1.setSpacing(8)
        self.hboxLayout1.setObjectName(u"hboxLayout1")
        self.most_label = QLabel(self.person_page)
        self.most_label.setObjectName(u"most_label")

        self.hboxLayout1.addWidget(self.most_label)

        self.most = QSpinBox(self.person_page)
        self.most.setObjectName(u"most")
        self.most.setMaximum(500)

        self.hboxLayout1.addWidget(self.most)


        self.person_column.addLayout(self.hboxLayout1)

        self.hboxLayout2 = QHBoxLayout()
        self.hboxLayout2.setSpacing(8)
        self.hboxLayout2.setObjectName(u"hboxLayout2")
        self.digest_label = QLabel(self.person_page)
        self.digest_label.setObjectName(u"digest_label")

        self.hboxLayout2.addWidget(self.digest_label)

        self.digest = QSpinBox(self.person_page)
        self.digest.setObjectName(u"digest")
        self.digest.setMaximum(1440)

        self.hboxLayout2.addWidget(self.digest)


        self.person_column.addLayout(self.hboxLayout2)

        self.spacerItem1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.person_column.addItem(self.spacerItem1)

        self.pages.addWidget(self.person_page)
        self.schedule_page = QWidget()
        self.schedule_page.setObjectName(u"schedule_page")
        self.schedule_column = QVBoxLayout(self.schedule_page)
        self.schedule_column.setSpacing(6)
        self.schedule_column.setObjectName(u"schedule_column")
        self.schedule_column.setContentsMargins(0, 0, 0, 0)
        self.people_label = QLabel(self.schedule_page)
        self.people_label.setObjectName(u"people_label")

        self.schedule_column.addWidget(self.people_label)

        self.people = QListWidget(self.schedule_page)
        self.people.setObjectName(u"people")
        self.people.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)

        self.schedule_column.addWidget(self.people)

        self.people_hint = QLabel(self.schedule_page)
        self.people_hint.setObjectName(u"people_hint")
        self.people_hint.setWordWrap(True)

        self.schedule_column.addWidget(self.people_hint)

        self.hboxLayout3 = QHBoxLayout()
        self.hboxLayout3.setSpacing(8)
        self.hboxLayout3.setObjectName(u"hboxLayout3")
        self.turn_label = QLabel(self.schedule_page)
        self.turn_label.setObjectName(u"turn_label")

        self.hboxLayout3.addWidget(self.turn_label)

        self.turn = QComboBox(self.schedule_page)
        self.turn.setObjectName(u"turn")

        self.hboxLayout3.addWidget(self.turn)

        self.every_label = QLabel(self.schedule_page)
        self.every_label.setObjectName(u"every_label")

        self.hboxLayout3.addWidget(self.every_label)

        self.every = QSpinBox(self.schedule_page)
        self.every.setObjectName(u"every")
        self.every.setMinimum(1)
        self.every.setMaximum(366)

        self.hboxLayout3.addWidget(self.every)


        self.schedule_column.addLayout(self.hboxLayout3)

        self.rule_label = QLabel(self.schedule_page)
        self.rule_label.setObjectName(u"rule_label")

        self.schedule_column.addWidget(self.rule_label)

        self.rule = QLineEdit(self.schedule_page)
        self.rule.setObjectName(u"rule")
        self.rule.setMaxLength(2000)

        self.schedule_column.addWidget(self.rule)

        self.hboxLayout4 = QHBoxLayout()
        self.hboxLayout4.setSpacing(8)
        self.hboxLayout4.setObjectName(u"hboxLayout4")
        self.first_label = QLabel(self.schedule_page)
        self.first_label.setObjectName(u"first_label")

        self.hboxLayout4.addWidget(self.first_label)

        self.first = QDateTimeEdit(self.schedule_page)
        self.first.setObjectName(u"first")
        self.first.setCalendarPopup(True)

        self.hboxLayout4.addWidget(self.first)


        self.schedule_column.addLayout(self.hboxLayout4)

        self.spacerItem2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.schedule_column.addItem(self.spacerItem2)

        self.pages.addWidget(self.schedule_page)
        self.policy_page = QWidget()
        self.policy_page.setObjectName(u"policy_page")
        self.policy_column = QVBoxLayout(self.policy_page)
        self.policy_column.setSpacing(6)
        self.policy_column.setObjectName(u"policy_column")
        self.policy_column.setContentsMargins(0, 0, 0, 0)
        self.hboxLayout5 = QHBoxLayout()
        self.hboxLayout5.setSpacing(8)
        self.hboxLayout5.setObjectName(u"hboxLayout5")
        self.p1 = QCheckBox(self.policy_page)
        self.p1.setObjectName(u"p1")

        self.hboxLayout5.addWidget(self.p1)

        self.p2 = QCheckBox(self.policy_page)
        self.p2.setObjectName(u"p2")

        self.hboxLayout5.addWidget(self.p2)

        self.p3 = QCheckBox(self.policy_page)
        self.p3.setObjectName(u"p3")

        self.hboxLayout5.addWidget(self.p3)

        self.p4 = QCheckBox(self.policy_page)
        self.p4.setObjectName(u"p4")

        self.hboxLayout5.addWidget(self.p4)


        self.policy_column.addLayout(self.hboxLayout5)

        self.hboxLayout6 = QHBoxLayout()
        self.hboxLayout6.setSpacing(8)
        self.hboxLayout6.setObjectName(u"hboxLayout6")
        self.step_label_1 = QLabel(self.policy_page)
        self.step_label_1.setObjectName(u"step_label_1")

        self.hboxLayout6.addWidget(self.step_label_1)

        self.after_1 = QSpinBox(self.policy_page)
        self.after_1.setObjectName(u"after_1")
        self.after_1.setMaximum(10080)

        self.hboxLayout6.addWidget(self.after_1)

        self.target_1 = QComboBox(self.policy_page)
        self.target_1.setObjectName(u"target_1")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.target_1.sizePolicy().hasHeightForWidth())
        self.target_1.setSizePolicy(sizePolicy)

        self.hboxLayout6.addWidget(self.target_1)


        self.policy_column.addLayout(self.hboxLayout6)

        self.hboxLayout7 = QHBoxLayout()
        self.hboxLayout7.setSpacing(8)
        self.hboxLayout7.setObjectName(u"hboxLayout7")
        self.step_label_2 = QLabel(self.policy_page)
        self.step_label_2.setObjectName(u"step_label_2")

        self.hboxLayout7.addWidget(self.step_label_2)

        self.after_2 = QSpinBox(self.policy_page)
        self.after_2.setObjectName(u"after_2")
        self.after_2.setMaximum(10080)

        self.hboxLayout7.addWidget(self.after_2)

        self.target_2 = QComboBox(self.policy_page)
        self.target_2.setObjectName(u"target_2")
        sizePolicy.setHeightForWidth(self.target_2.sizePolicy().hasHeightForWidth())
        self.target_2.setSizePolicy(sizePolicy)

        self.hboxLayout7.addWidget(self.target_2)


        self.policy_column.addLayout(self.hboxLayout7)

        self.hboxLayout8 = QHBoxLayout()
        self.hboxLayout8.setSpacing(8)
        self.hboxLayout8.setObjectName(u"hboxLayout8")
        self.step_label_3 = QLabel(self.policy_page)
        self.step_label_3.setObjectName(u"step_label_3")

        self.hboxLayout8.addWidget(self.step_label_3)

        self.after_3 = QSpinBox(self.policy_page)
        self.after_3.setObjectName(u"after_3")
        self.after_3.setMaximum(10080)

        self.hboxLayout8.addWidget(self.after_3)

        self.target_3 = QComboBox(self.policy_page)
        self.target_3.setObjectName(u"target_3")
        sizePolicy.setHeightForWidth(self.target_3.sizePolicy().hasHeightForWidth())
        self.target_3.setSizePolicy(sizePolicy)

        self.hboxLayout8.addWidget(self.target_3)


        self.policy_column.addLayout(self.hboxLayout8)

        self.hboxLayout9 = QHBoxLayout()
        self.hboxLayout9.setSpacing(8)
        self.hboxLayout9.setObjectName(u"hboxLayout9")
        self.step_label_4 = QLabel(self.policy_page)
        self.step_label_4.setObjectName(u"step_label_4")

        self.hboxLayout9.addWidget(self.step_label_4)

        self.after_4 = QSpinBox(self.policy_page)
        self.after_4.setObjectName(u"after_4")
        self.after_4.setMaximum(10080)

        self.hboxLayout9.addWidget(self.after_4)

        self.target_4 = QComboBox(self.policy_page)
        self.target_4.setObjectName(u"target_4")
        sizePolicy.setHeightForWidth(self.target_4.sizePolicy().hasHeightForWidth())
        self.target_4.setSizePolicy(sizePolicy)

        self.hboxLayout9.addWidget(self.target_4)


        self.policy_column.addLayout(self.hboxLayout9)

        self.hboxLayout10 = QHBoxLayout()
        self.hboxLayout10.setSpacing(8)
        self.hboxLayout10.setObjectName(u"hboxLayout10")
        self.repeat_label = QLabel(self.policy_page)
        self.repeat_label.setObjectName(u"repeat_label")

        self.hboxLayout10.addWidget(self.repeat_label)

        self.repeat = QSpinBox(self.policy_page)
        self.repeat.setObjectName(u"repeat")
        self.repeat.setMaximum(50)

        self.hboxLayout10.addWidget(self.repeat)

        self.pause_label = QLabel(self.policy_page)
        self.pause_label.setObjectName(u"pause_label")

        self.hboxLayout10.addWidget(self.pause_label)

        self.pause = QSpinBox(self.policy_page)
        self.pause.setObjectName(u"pause")
        self.pause.setMaximum(10080)

        self.hboxLayout10.addWidget(self.pause)


        self.policy_column.addLayout(self.hboxLayout10)

        self.policy_hint = QLabel(self.policy_page)
        self.policy_hint.setObjectName(u"policy_hint")
        self.policy_hint.setWordWrap(True)

        self.policy_column.addWidget(self.policy_hint)

        self.spacerItem3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.policy_column.addItem(self.spacerItem3)

        self.pages.addWidget(self.policy_page)

        self.column.addWidget(self.pages)

        self.said = QLabel(Notified)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(Notified)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.save = QPushButton(Notified)
        self.save.setObjectName(u"save")

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.kind_label.setBuddy(self.kind)
        self.address_label.setBuddy(self.address)
        self.words_label.setBuddy(self.words)
        self.ways_label.setBuddy(self.ways)
        self.quiet_from_label.setBuddy(self.quiet_from)
        self.quiet_to_label.setBuddy(self.quiet_to)
        self.most_label.setBuddy(self.most)
        self.digest_label.setBuddy(self.digest)
        self.people_label.setBuddy(self.people)
        self.turn_label.setBuddy(self.turn)
        self.every_label.setBuddy(self.every)
        self.rule_label.setBuddy(self.rule)
        self.first_label.setBuddy(self.first)
        self.step_label_1.setBuddy(self.after_1)
        self.step_label_2.setBuddy(self.after_2)
        self.step_label_3.setBuddy(self.after_3)
        self.step_label_4.setBuddy(self.after_4)
        self.repeat_label.setBuddy(self.repeat)
        self.pause_label.setBuddy(self.pause)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Notified)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(Notified)
    # setupUi

    def retranslateUi(self, Notified):
        Notified.setWindowTitle(QCoreApplication.translate("Notified", u"Notifications", None))
        self.name_label.setText(QCoreApplication.translate("Notified", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("Notified", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("Notified", u"Kind", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("Notified", u"Kind", None))
#endif // QT_CONFIG(accessibility)
        self.address_label.setText(QCoreApplication.translate("Notified", u"Address", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("Notified", u"Address of the channel", None))
#endif // QT_CONFIG(accessibility)
        self.address_hint.setText(QCoreApplication.translate("Notified", u"For example mailto://user:password@mail.example.com?to=ines@example.com, json://example.com/hook, slack://\u2026, msteams://\u2026, twilio://\u2026. It is kept with the keys and never shown again; left empty, it stays as it is.", None))
        self.address_hint.setProperty(u"kind", QCoreApplication.translate("Notified", u"quiet", None))
        self.words_label.setText(QCoreApplication.translate("Notified", u"Title template (optional)", None))
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("Notified", u"Title template", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.enabled.setAccessibleName(QCoreApplication.translate("Notified", u"Switched on", None))
#endif // QT_CONFIG(accessibility)
        self.enabled.setText(QCoreApplication.translate("Notified", u"Switched on", None))
        self.ways_label.setText(QCoreApplication.translate("Notified", u"Told by (all at once)", None))
#if QT_CONFIG(accessibility)
        self.ways.setAccessibleName(QCoreApplication.translate("Notified", u"Channels of this person", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.quiet.setAccessibleName(QCoreApplication.translate("Notified", u"Quiet hours, which only P1 passes", None))
#endif // QT_CONFIG(accessibility)
        self.quiet.setText(QCoreApplication.translate("Notified", u"Quiet hours, which only P1 passes", None))
        self.quiet_from_label.setText(QCoreApplication.translate("Notified", u"From", None))
#if QT_CONFIG(accessibility)
        self.quiet_from.setAccessibleName(QCoreApplication.translate("Notified", u"Quiet from", None))
#endif // QT_CONFIG(accessibility)
        self.quiet_from.setDisplayFormat(QCoreApplication.translate("Notified", u"HH:mm", None))
        self.quiet_to_label.setText(QCoreApplication.translate("Notified", u"until", None))
#if QT_CONFIG(accessibility)
        self.quiet_to.setAccessibleName(QCoreApplication.translate("Notified", u"Quiet until", None))
#endif // QT_CONFIG(accessibility)
        self.quiet_to.setDisplayFormat(QCoreApplication.translate("Notified", u"HH:mm", None))
        self.most_label.setText(QCoreApplication.translate("Notified", u"At most an hour (0: any number)", None))
#if QT_CONFIG(accessibility)
        self.most.setAccessibleName(QCoreApplication.translate("Notified", u"At most an hour", None))
#endif // QT_CONFIG(accessibility)
        self.digest_label.setText(QCoreApplication.translate("Notified", u"Gather what is not P1 for", None))
#if QT_CONFIG(accessibility)
        self.digest.setAccessibleName(QCoreApplication.translate("Notified", u"Minutes that a digest gathers", None))
#endif // QT_CONFIG(accessibility)
        self.digest.setSuffix(QCoreApplication.translate("Notified", u" min", None))
        self.people_label.setText(QCoreApplication.translate("Notified", u"People in their order", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("Notified", u"People in their order", None))
#endif // QT_CONFIG(accessibility)
        self.people_hint.setText(QCoreApplication.translate("Notified", u"Tick who takes part; dragging, or Alt with an arrow key, changes the order.", None))
        self.people_hint.setProperty(u"kind", QCoreApplication.translate("Notified", u"quiet", None))
        self.turn_label.setText(QCoreApplication.translate("Notified", u"Handed over", None))
#if QT_CONFIG(accessibility)
        self.turn.setAccessibleName(QCoreApplication.translate("Notified", u"How the duty is handed over", None))
#endif // QT_CONFIG(accessibility)
        self.every_label.setText(QCoreApplication.translate("Notified", u"every", None))
#if QT_CONFIG(accessibility)
        self.every.setAccessibleName(QCoreApplication.translate("Notified", u"Every so many", None))
#endif // QT_CONFIG(accessibility)
        self.rule_label.setText(QCoreApplication.translate("Notified", u"Rule of a custom rotation", None))
#if QT_CONFIG(accessibility)
        self.rule.setAccessibleName(QCoreApplication.translate("Notified", u"Recurrence rule of a custom rotation", None))
#endif // QT_CONFIG(accessibility)
        self.rule.setPlaceholderText(QCoreApplication.translate("Notified", u"FREQ=WEEKLY;BYDAY=MO,FR", None))
        self.first_label.setText(QCoreApplication.translate("Notified", u"First hand-over", None))
#if QT_CONFIG(accessibility)
        self.first.setAccessibleName(QCoreApplication.translate("Notified", u"First hand-over, in the site's time", None))
#endif // QT_CONFIG(accessibility)
        self.first.setDisplayFormat(QCoreApplication.translate("Notified", u"ddd d MMM yyyy, HH:mm", None))
#if QT_CONFIG(accessibility)
        self.p1.setAccessibleName(QCoreApplication.translate("Notified", u"Alerts of priority P1", None))
#endif // QT_CONFIG(accessibility)
        self.p1.setText(QCoreApplication.translate("Notified", u"P1", None))
#if QT_CONFIG(accessibility)
        self.p2.setAccessibleName(QCoreApplication.translate("Notified", u"Alerts of priority P2", None))
#endif // QT_CONFIG(accessibility)
        self.p2.setText(QCoreApplication.translate("Notified", u"P2", None))
#if QT_CONFIG(accessibility)
        self.p3.setAccessibleName(QCoreApplication.translate("Notified", u"Alerts of priority P3", None))
#endif // QT_CONFIG(accessibility)
        self.p3.setText(QCoreApplication.translate("Notified", u"P3", None))
#if QT_CONFIG(accessibility)
        self.p4.setAccessibleName(QCoreApplication.translate("Notified", u"Alerts of priority P4", None))
#endif // QT_CONFIG(accessibility)
        self.p4.setText(QCoreApplication.translate("Notified", u"P4", None))
        self.step_label_1.setText(QCoreApplication.translate("Notified", u"1. after", None))
#if QT_CONFIG(accessibility)
        self.after_1.setAccessibleName(QCoreApplication.translate("Notified", u"Step 1, minutes after the one before", None))
#endif // QT_CONFIG(accessibility)
        self.after_1.setSuffix(QCoreApplication.translate("Notified", u" min", None))
#if QT_CONFIG(accessibility)
        self.target_1.setAccessibleName(QCoreApplication.translate("Notified", u"Whom step 1 tells", None))
#endif // QT_CONFIG(accessibility)
        self.step_label_2.setText(QCoreApplication.translate("Notified", u"2. after", None))
#if QT_CONFIG(accessibility)
        self.after_2.setAccessibleName(QCoreApplication.translate("Notified", u"Step 2, minutes after the one before", None))
#endif // QT_CONFIG(accessibility)
        self.after_2.setSuffix(QCoreApplication.translate("Notified", u" min", None))
#if QT_CONFIG(accessibility)
        self.target_2.setAccessibleName(QCoreApplication.translate("Notified", u"Whom step 2 tells", None))
#endif // QT_CONFIG(accessibility)
        self.step_label_3.setText(QCoreApplication.translate("Notified", u"3. after", None))
#if QT_CONFIG(accessibility)
        self.after_3.setAccessibleName(QCoreApplication.translate("Notified", u"Step 3, minutes after the one before", None))
#endif // QT_CONFIG(accessibility)
        self.after_3.setSuffix(QCoreApplication.translate("Notified", u" min", None))
#if QT_CONFIG(accessibility)
        self.target_3.setAccessibleName(QCoreApplication.translate("Notified", u"Whom step 3 tells", None))
#endif // QT_CONFIG(accessibility)
        self.step_label_4.setText(QCoreApplication.translate("Notified", u"4. after", None))
#if QT_CONFIG(accessibility)
        self.after_4.setAccessibleName(QCoreApplication.translate("Notified", u"Step 4, minutes after the one before", None))
#endif // QT_CONFIG(accessibility)
        self.after_4.setSuffix(QCoreApplication.translate("Notified", u" min", None))
#if QT_CONFIG(accessibility)
        self.target_4.setAccessibleName(QCoreApplication.translate("Notified", u"Whom step 4 tells", None))
#endif // QT_CONFIG(accessibility)
        self.repeat_label.setText(QCoreApplication.translate("Notified", u"Then again, times", None))
#if QT_CONFIG(accessibility)
        self.repeat.setAccessibleName(QCoreApplication.translate("Notified", u"Repeats of all steps", None))
#endif // QT_CONFIG(accessibility)
        self.pause_label.setText(QCoreApplication.translate("Notified", u"after", None))
#if QT_CONFIG(accessibility)
        self.pause.setAccessibleName(QCoreApplication.translate("Notified", u"Minutes before a repeat", None))
#endif // QT_CONFIG(accessibility)
        self.pause.setSuffix(QCoreApplication.translate("Notified", u" min", None))
        self.policy_hint.setText(QCoreApplication.translate("Notified", u"It stops when somebody acknowledges the alert, and goes on when that is taken back.", None))
        self.policy_hint.setProperty(u"kind", QCoreApplication.translate("Notified", u"quiet", None))
        self.cancel.setText(QCoreApplication.translate("Notified", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("Notified", u"Save", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("Notified", u"primary", None))
    # retranslateUi

