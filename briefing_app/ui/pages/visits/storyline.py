"""The deck's slides as a list: switched, moved by dragging or by keys, reworded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSplitter, QVBoxLayout, QWidget

from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language
from briefing_app.services.drafts import Spot
from briefing_app.services.preview import Preview
from briefing_app.services.slide_view import SlideText, SlideView
from briefing_app.services.storyline import (
    DeckOf,
    move_slide,
    reset_storyline,
    reword_slide,
    switch_slide,
)
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.saving import Keeping, Save
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages.visits.slide_model import SlideModel, SlideRole
from briefing_app.ui.pages.visits.slide_words import WordsPanel
from briefing_app.ui.widgets import button, clear, column, icon_button, label, row
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.services.changes import Change
    from briefing_app.store.store import Store


class StorylinePanel(QWidget):
    """``slide_chosen`` gives the key of the slide that somebody goes to."""

    slide_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._deck: DeckOf | None = None
        self._language = desk.language
        self._waiting = label(desk.wording.phrase("The deck is being made."), tone="muted")
        self.model = SlideModel(desk.wording, self)
        self.view = QListView()
        self._notices: QVBoxLayout = column(space=4)
        self._words = WordsPanel(desk, self._save_words)
        self._reset = button(
            desk.wording.phrase("Reset"),
            self._reset_all,
            tip=desk.wording.phrase("Let the rules choose and word the slides again."),
        )
        self._compose()
        self._listen()

    def show_preview(self, preview: Preview, visit: VisitId, language: Language) -> None:
        """Show the slides of a deck that was made of a visit."""
        if preview.audience is None:
            raise ValueError("only a deck has slides")
        key = self.chosen_key
        self._deck = DeckOf(visit=visit, audience=preview.audience, today=self._desk.today())
        self._language = language
        self._waiting.hide()
        self.model.show_slides(preview.slides)
        self._reset.setEnabled(preview.is_kept)
        clear(self._notices)
        for notice in preview.notices:
            self._notices.addWidget(label(self._desk.wording.message(notice), tone="warn"))
        self.choose(key or preview.slides[0].key)
        self._show_words()

    @property
    def chosen_key(self) -> str:
        """The key of the slide that is current; empty for none."""
        slide = self._current()
        return slide.key if slide else ""

    def choose(self, key: str) -> None:
        """Make a slide current without going there."""
        position = self.model.position_of(key)
        if position is not None and key != self.chosen_key:
            blocked = self.blockSignals(True)
            self.view.setCurrentIndex(self.model.index(position))
            self.blockSignals(blocked)

    def _compose(self) -> None:
        phrase, look = self._desk.wording.phrase, self._desk.look
        self.view.setModel(self.model)
        self.view.setAccessibleName(phrase("Slides"))
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.view.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.view.setWordWrap(True)
        tools = row(
            icon_button(look, ScreenIcon.UP, phrase("Move up (Alt+Up)"), self._up),
            icon_button(look, ScreenIcon.DOWN, phrase("Move down (Alt+Down)"), self._down),
            None,
            self._reset,
        )
        hint = label(phrase("Tick what is told; drag to change the order."), "caption")
        slides = QWidget()
        slides.setLayout(column(hint, tools, self._waiting, self._notices, self.view))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setObjectName("slides and words")
        parts.addWidget(slides)
        parts.addWidget(self._words)
        parts.setSizes([360, 260])
        self.setLayout(column(parts, margin=STEP))

    def _listen(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._moved_to)
        self.model.switched.connect(self._switch)
        self.model.moved.connect(self._move)
        for keys, slot in (("Alt+Up", self._up), ("Alt+Down", self._down)):
            action = self.view.addAction(keys)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)

    def _current(self) -> SlideView | None:
        slide: SlideView | None = self.view.currentIndex().data(SlideRole)
        return slide

    def _moved_to(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_words()
        slide = self._current()
        if slide is not None and slide.is_on:
            self.slide_chosen.emit(slide.key)

    def showEvent(self, event: QShowEvent) -> None:
        """The words are made once somebody looks at them."""
        super().showEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        if self.isVisible():
            self._words.show_slide(self._current())

    def _up(self) -> None:
        self._step(-1)

    def _down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        slide = self._current()
        told = self.model.told
        if slide is None or slide.key not in told:
            return
        others = [key for key in told if key != slide.key]
        place = told.index(slide.key) + by
        if slide.is_fixed or not 1 <= place <= len(others):
            return
        self._move(slide.key, others[place] if place < len(others) else "")

    def _switch(self, key: str, is_on: bool) -> None:
        self._act(partial(switch_slide, slide=key, is_on=is_on))

    def _move(self, key: str, before: str) -> None:
        self._act(partial(move_slide, slide=key, before=before or None))

    def _reset_all(self) -> None:
        self._act(reset_storyline)

    def _save_words(self, slide: str, text: SlideText) -> Save:
        """What keeps words for a text of a slide."""
        if self._deck is None:
            raise RuntimeError("there are no words before there is a deck")
        reword = partial(
            reword_slide, slide=slide, name=text.name, made=text.made, language=self._language
        )
        deck = self._deck
        spot = Spot("visit", deck.visit, ("words", deck.audience, slide, text.name, self._language))
        return Keeping(spot, partial(_work_of, deck=deck, reword=reword))

    def _act(self, work: Any) -> None:
        if self._deck is not None:
            self._desk.act(partial(_done, work=work, deck=self._deck))


def _work_of(words: str, deck: DeckOf, reword: Any) -> Work:
    return partial(_done, work=partial(reword, words=words), deck=deck)


def _done(store: Store, work: Any, deck: DeckOf) -> Change:
    change: Change = work(store, deck)
    return change
