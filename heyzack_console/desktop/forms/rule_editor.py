# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rule_editor.ui'
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
    QLabel, QLineEdit, QListWidget, QListWidgetItem,
    QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem,
    QSplitter, QTabWidget, QVBoxLayout, QWidget)
class Ui_RuleEditor(object):
    def setupUi(self, RuleEditor):
        if not RuleEditor.objectName():
            RuleEditor.setObjectName(u"RuleEditor")
        self.column = QVBoxLayout(RuleEditor)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 20, 24, 20)
        self.title = QLabel(RuleEditor)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.halves = QSplitter(RuleEditor)
        self.halves.setObjectName(u"halves")
        self.halves.setOrientation(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.views = QTabWidget(self.halves)
        self.views.setObjectName(u"views")
        self.views.setDocumentMode(True)
        self.text_page = QWidget()
        self.text_page.setObjectName(u"text_page")
        self.text_column = QVBoxLayout(self.text_page)
        self.text_column.setObjectName(u"text_column")
        self.text_column.setContentsMargins(0, 4, 0, 0)
        self.text = QPlainTextEdit(self.text_page)
        self.text.setObjectName(u"text")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)

        self.text_column.addWidget(self.text)

        self.views.addTab(self.text_page, "")
        self.halves.addWidget(self.views)
        self.right = QWidget(self.halves)
        self.right.setObjectName(u"right")
        self.right_column = QVBoxLayout(self.right)
        self.right_column.setObjectName(u"right_column")
        self.right_column.setContentsMargins(8, 0, 0, 0)
        self.verdict = QLabel(self.right)
        self.verdict.setObjectName(u"verdict")
        self.verdict.setWordWrap(True)

        self.right_column.addWidget(self.verdict)

        self.faults = QListWidget(self.right)
        self.faults.setObjectName(u"faults")
        self.faults.setWordWrap(True)

        self.right_column.addWidget(self.faults)

        self.trying = QHBoxLayout()
        self.trying.setObjectName(u"trying")
        self.span = QComboBox(self.right)
        self.span.setObjectName(u"span")

        self.trying.addWidget(self.span)

        self.try_it = QPushButton(self.right)
        self.try_it.setObjectName(u"try_it")
        self.try_it.setAutoDefault(False)

        self.trying.addWidget(self.try_it)

        self.fill_trying = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.trying.addItem(self.fill_trying)


        self.right_column.addLayout(self.trying)

        self.trial = QPlainTextEdit(self.right)
        self.trial.setObjectName(u"trial")
        self.trial.setReadOnly(True)
        self.trial.setTabChangesFocus(True)

        self.right_column.addWidget(self.trial)

        self.halves.addWidget(self.right)

        self.column.addWidget(self.halves)

        self.why = QHBoxLayout()
        self.why.setObjectName(u"why")
        self.reason_label = QLabel(RuleEditor)
        self.reason_label.setObjectName(u"reason_label")

        self.why.addWidget(self.reason_label)

        self.reason = QLineEdit(RuleEditor)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(500)

        self.why.addWidget(self.reason)


        self.column.addLayout(self.why)

        self.said = QLabel(RuleEditor)
        self.said.setObjectName(u"said")
        self.said.setWordWrap(True)

        self.column.addWidget(self.said)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fill = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fill)

        self.cancel = QPushButton(RuleEditor)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.save = QPushButton(RuleEditor)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.foot.addWidget(self.save)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.reason_label.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.views, self.text)
        QWidget.setTabOrder(self.text, self.faults)
        QWidget.setTabOrder(self.faults, self.span)
        QWidget.setTabOrder(self.span, self.try_it)
        QWidget.setTabOrder(self.try_it, self.trial)
        QWidget.setTabOrder(self.trial, self.reason)
        QWidget.setTabOrder(self.reason, self.save)
        QWidget.setTabOrder(self.save, self.cancel)

        self.retranslateUi(RuleEditor)

        QMetaObject.connectSlotsByName(RuleEditor)
    # setupUi

    def retranslateUi(self, RuleEditor):
        RuleEditor.setWindowTitle(QCoreApplication.translate("RuleEditor", u"Alert rules", None))
        self.title.setText(QCoreApplication.translate("RuleEditor", u"Alert rules", None))
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("RuleEditor", u"Rules as YAML", None))
#endif // QT_CONFIG(accessibility)
        self.views.setTabText(self.views.indexOf(self.text_page), QCoreApplication.translate("RuleEditor", u"Text", None))
#if QT_CONFIG(accessibility)
        self.faults.setAccessibleName(QCoreApplication.translate("RuleEditor", u"Places to correct", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.span.setAccessibleName(QCoreApplication.translate("RuleEditor", u"Period to try the rules on", None))
#endif // QT_CONFIG(accessibility)
        self.try_it.setText(QCoreApplication.translate("RuleEditor", u"Try on the past", None))
#if QT_CONFIG(accessibility)
        self.trial.setAccessibleName(QCoreApplication.translate("RuleEditor", u"What the rules would have done", None))
#endif // QT_CONFIG(accessibility)
        self.reason_label.setText(QCoreApplication.translate("RuleEditor", u"Reason", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("RuleEditor", u"Reason", None))
#endif // QT_CONFIG(accessibility)
        self.said.setProperty(u"kind", QCoreApplication.translate("RuleEditor", u"caution", None))
        self.cancel.setText(QCoreApplication.translate("RuleEditor", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("RuleEditor", u"Take into force", None))
        self.save.setProperty(u"kind", QCoreApplication.translate("RuleEditor", u"primary", None))
    # retranslateUi

