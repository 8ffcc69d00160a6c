"""Says which words of a window have less room than they take.

Words that are shortened on purpose are no fault where the tool tip gives all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionGroupBox,
    QStyleOptionSpinBox,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)

_TOLERANCE = 1
"""Pixels by which rounding may differ."""

_LINE_EDIT_MARGIN = 2
"""What Qt leaves free at each side of a line that is typed in."""


def cut_words(widget: QWidget) -> Iterator[str]:
    """For each of the widget's texts that is cut off, what is wrong with it."""
    for words, fault in _faults(widget):
        if words not in widget.toolTip():
            yield f"“{words}” {fault}"


def _faults(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QAbstractButton():
            yield from _button(widget)
        case QComboBox():
            yield from _combo(widget)
        case QTabBar():
            yield from _tabs(widget)
        case QAbstractSpinBox():
            yield from _spin(widget)
        case QLineEdit():
            yield from _line(widget)
        case QPlainTextEdit():
            yield from _lines(widget)
        case QGroupBox():
            yield from _group(widget)
        case QHeaderView():
            yield from _header(widget)


def _label(shown: QLabel) -> Iterator[tuple[str, str]]:
    words = shown.text()
    if not words:
        return
    if not shown.wordWrap():
        needed = shown.sizeHint()
        yield from _too_small(words, shown, needed.width(), needed.height())
        return
    yield from _too_small(words, shown, 0, shown.heightForWidth(shown.width()))
    room = shown.contentsRect().width()
    longest = _widest_line(_plain(shown), shown.font(), room)
    if longest > room + _TOLERANCE:
        yield words, f"has a word of {longest} pixels in a width of {room}"


def _plain(shown: QLabel) -> str:
    if shown.textFormat() is Qt.TextFormat.PlainText or "<" not in shown.text():
        return shown.text()
    document = QTextDocument()
    document.setHtml(shown.text())
    return document.toPlainText()


def _widest_line(words: str, font: QFont, room: int) -> int:
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    widest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return int(widest)


def _button(shown: QAbstractButton) -> Iterator[tuple[str, str]]:
    words = shown.text()
    if isinstance(shown, QToolButton):
        if shown.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and shown.icon():
            words = ""
        if words or not shown.icon().isNull():
            needed = shown.sizeHint()
            bolder = _in_bold(shown, words) if shown.isChecked() else 0
            yield from _too_small(words, shown, needed.width() + bolder, needed.height())
        return
    room, taken = _button_room(shown)
    font = QFontMetrics(shown.font())
    size = font.size(Qt.TextFlag.TextShowMnemonic, words)
    if not shown.icon().isNull():
        taken += shown.iconSize().width() + 4
    bolder = _in_bold(shown, words) if shown.property("primary") else 0
    if size.width() + bolder + taken > room.width() + _TOLERANCE:
        yield words, f"needs {size.width() + bolder + taken} pixels, has {room.width()}"
    if size.height() > room.height() + _TOLERANCE:
        yield words, f"needs a height of {size.height()} pixels, has {room.height()}"


def _button_room(shown: QAbstractButton) -> tuple[QRect, int]:
    option = QStyleOptionButton()
    option.initFrom(shown)
    option.rect = shown.rect()
    if isinstance(shown, QPushButton):
        shown.initStyleOption(option)
        element = QStyle.SubElement.SE_PushButtonContents
    elif isinstance(shown, QCheckBox):
        shown.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxContents
    elif isinstance(shown, QRadioButton):
        shown.initStyleOption(option)
        element = QStyle.SubElement.SE_RadioButtonContents
    else:
        return shown.contentsRect(), 0
    return shown.style().subElementRect(element, option, shown), 0


def _in_bold(shown: QWidget, words: str) -> int:
    """How much wider words are in bold, which the style sheet sets what is marked in."""
    bold = QFont(shown.font())
    bold.setBold(True)
    usual = QFontMetrics(shown.font()).horizontalAdvance(words)
    return QFontMetrics(bold).horizontalAdvance(words) - usual


def _combo(shown: QComboBox) -> Iterator[tuple[str, str]]:
    option = QStyleOptionComboBox()
    shown.initStyleOption(option)
    room = shown.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        shown,
    )
    yield from _across(shown, shown.currentText() or shown.placeholderText(), room.width())


def _tabs(shown: QTabBar) -> Iterator[tuple[str, str]]:
    for number in range(shown.count()):
        option = QStyleOptionTab()
        shown.initStyleOption(option, number)
        room = shown.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, shown)
        words = shown.tabText(number)
        bolder = _in_bold(shown, words) if number == shown.currentIndex() else 0
        if words not in shown.tabToolTip(number):
            yield from _across(shown, words, room.width() - bolder)


def _spin(shown: QAbstractSpinBox) -> Iterator[tuple[str, str]]:
    option = QStyleOptionSpinBox()
    shown.initStyleOption(option)
    line = shown.lineEdit()
    if line is not None:
        yield from _across(shown, shown.text(), line.width() - 2 * _LINE_EDIT_MARGIN)


def _line(shown: QLineEdit) -> Iterator[tuple[str, str]]:
    """What is typed scrolls; what invites to type must be read in full."""
    if shown.text():
        return
    option = QStyleOptionFrame()
    shown.initStyleOption(option)
    room = shown.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, shown)
    yield from _across(shown, shown.placeholderText(), room.width() - 2 * _LINE_EDIT_MARGIN)


def _lines(shown: QPlainTextEdit) -> Iterator[tuple[str, str]]:
    if shown.toPlainText() or not shown.placeholderText():
        return
    margin = round(shown.document().documentMargin())
    room = shown.viewport().rect().adjusted(margin, margin, -margin, 0)
    needed = shown.fontMetrics().boundingRect(
        QRect(0, 0, room.width(), 100_000), Qt.TextFlag.TextWordWrap, shown.placeholderText()
    )
    if needed.height() > room.height() + _TOLERANCE:
        yield shown.placeholderText(), f"needs a height of {needed.height()}, has {room.height()}"


def _group(shown: QGroupBox) -> Iterator[tuple[str, str]]:
    option = QStyleOptionGroupBox()
    shown.initStyleOption(option)
    room = shown.style().subControlRect(
        QStyle.ComplexControl.CC_GroupBox,
        option,
        QStyle.SubControl.SC_GroupBoxLabel,
        shown,
    )
    yield from _across(shown, shown.title(), min(room.width(), shown.width()))


def _header(shown: QHeaderView) -> Iterator[tuple[str, str]]:
    model = shown.model()
    for number in range(shown.count()) if model is not None else ():
        words = str(model.headerData(number, shown.orientation()) or "")
        told = str(model.headerData(number, shown.orientation(), Qt.ItemDataRole.ToolTipRole) or "")
        is_across = shown.orientation() is Qt.Orientation.Horizontal
        room = shown.sectionSize(number) if is_across else shown.width()
        needed = shown.sectionSizeFromContents(number).width()
        if not shown.isSectionHidden(number) and needed > room + _TOLERANCE and words not in told:
            yield words, f"needs {needed} pixels, has {room}"


def _across(shown: QWidget, words: str, room: int) -> Iterator[tuple[str, str]]:
    needed = QFontMetrics(shown.font()).horizontalAdvance(words)
    if needed > room + _TOLERANCE:
        yield words, f"needs {needed} pixels, has {room}"


def _too_small(words: str, shown: QWidget, width: int, height: int) -> Iterator[tuple[str, str]]:
    if width > shown.width() + _TOLERANCE:
        yield words, f"needs {width} pixels, has {shown.width()}"
    if height > shown.height() + _TOLERANCE:
        yield words, f"needs a height of {height} pixels, has {shown.height()}"
