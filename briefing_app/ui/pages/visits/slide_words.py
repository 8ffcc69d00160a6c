"""The words on a slide, each text to be reworded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.services.slide_view import SlideText, SlideView
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field, lines_control, put_text, text_of
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import clear, column, label, scrolling

_IN_A_LINE = 60

SaveWords: TypeAlias = Callable[[str, SlideText], Save]
"""From the key of a slide and one of its texts to what keeps words of the user's own."""


class WordsPanel(QWidget):
    """The texts of one slide."""

    def __init__(self, desk: Desk, save_words: SaveWords) -> None:
        super().__init__()
        self._desk = desk
        self._save_words = save_words
        self._slide: SlideView | None = None
        self._fields: list[WordsField] = []
        self._rows: QVBoxLayout = column(margin=STEP)
        inside = QWidget()
        inside.setLayout(self._rows)
        whole = column(label(desk.wording.phrase("Words on this slide"), "heading"))
        whole.addWidget(scrolling(inside), 1)
        self.setLayout(whole)

    def show_slide(self, slide: SlideView | None) -> None:
        """Show the texts of a slide; what somebody is typing stays."""
        if slide is not None and _made(slide) == _made(self._slide):
            for field, text in zip(self._fields, slide.texts, strict=True):
                field.show_text(text)
        else:
            self._leave()
            self._build(slide)
        self._slide = slide

    def _leave(self) -> None:
        for field in self._fields:
            field.save_now()
        self._fields = []
        clear(self._rows)

    def _build(self, slide: SlideView | None) -> None:
        if slide is None or not slide.texts:
            words = self._desk.wording.phrase("Put the slide in to reword it.")
            self._rows.addWidget(label(words, tone="muted"))
        else:
            for text in slide.texts:
                self._fields.append(WordsField(self._desk, self._save_words(slide.key, text), text))
                self._rows.addWidget(self._fields[-1])
        self._rows.addStretch(1)


def _made(slide: SlideView | None) -> tuple[str, Sequence[str]] | None:
    return (slide.key, [text.made for text in slide.texts]) if slide else None


class WordsField(Field):
    """One text of a slide. Emptied, it says again what the facts say."""

    def __init__(self, desk: Desk, save: Save, text: SlideText) -> None:
        origin = desk.wording.phrase("Instead of: {words}", words=text.made)
        super().__init__(desk, text.made, save)
        self._control = lines_control(1 + len(text.shown) // _IN_A_LINE, text.made)
        self._control.textChanged.connect(self.typed)
        self._origin = label(origin, "caption")
        self.lay_out(column(self._control, self._origin, space=2), self._control)
        self.show_text(text)

    def show_text(self, text: SlideText) -> None:
        """Show what stands on the slide now."""
        self.show_value(text.shown)
        self._origin.setVisible(bool(text.own))

    def value(self) -> str:
        """The words."""
        return text_of(self._control)

    def put(self, value: str) -> None:
        """Write them."""
        put_text(self._control, value)
