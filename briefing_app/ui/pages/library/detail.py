"""One record of the library: its fields on cards, each saving itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.offering import AdoptionProfile
from briefing_app.domain.text import Text
from briefing_app.services.drafts import Spot
from briefing_app.services.library_view import KdmView, LibraryView
from briefing_app.services.merging import MERGED
from briefing_app.services.parts import value_at
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.by_type import Known
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.parts import PartForm
from briefing_app.ui.fields.saving import Editing, editing
from briefing_app.ui.in_turns import InTurns
from briefing_app.ui.logos import LogosCard
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.merging.dialog import MergeDialog
from briefing_app.ui.merging.hint import SimilarHint
from briefing_app.ui.pages.library.layouts import (
    ADOPTION_REASONS,
    LAYOUTS,
    PERMISSION,
    CardLayout,
)
from briefing_app.ui.widgets import (
    button,
    card,
    column,
    icon_button,
    label,
    row,
    scrolling,
    set_tone,
)

_WIDEST = 860
_NAMES: Mapping[str, frozenset[str]] = {
    "product": frozenset({"name"}),
    "case": frozenset({"customer", "anonymous_name"}),
    "colleague": frozenset({"name"}),
}
"""The fields by which records are recognised that may be there twice."""


class LibraryDetail(QWidget):
    """The form of one record, or of one part of it; another record gets a form of its own. Its
    cards are made a few at a time, so that the window answers in between.

    ``deleted`` asks for what is shown to be deleted.
    """

    deleted = Signal()

    def __init__(self, desk: Desk, view: LibraryView, path: tuple[str | int, ...] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._there = editing(view.kind, view.record.id, *path)
        self._known = Known(view.choices)
        self.forms: list[PartForm] = []
        self.adoption: AdoptionCard | None = None
        self.standing = label("", tone="good")
        self.logos: LogosCard | None = None
        self.title = label("", "title")
        self._owner = button("", self._go_to_owner)
        self._owner.setProperty("quiet", True)
        delete = icon_button(
            desk.look, ScreenIcon.DELETE, desk.wording.phrase("Delete"), self.deleted.emit
        )
        delete.setVisible(view.kind != "company")
        merge = icon_button(
            desk.look, ScreenIcon.MERGE, desk.wording.phrase("Merge with another one"), self._merge
        )
        merge.setVisible(view.kind in MERGED and not path)
        head = row(self.title, merge, delete)
        head.setStretchFactor(self.title, 1)
        self._owner.setVisible(bool(path))
        content = QWidget()
        content.setMaximumWidth(round(_WIDEST * desk.look.scale))
        self.area = scrolling(content)
        self.setLayout(column(self.area))
        self._column = column(head, row(self._owner, None), margin=2 * STEP, space=2 * STEP)
        content.setLayout(self._column)
        self._making = InTurns(self._cards(), self._column, self)
        self.show_view(view)
        self._making.go_on()

    @property
    def is_whole(self) -> bool:
        """True once all of its cards are there."""
        return self._making.is_done

    @property
    def spot(self) -> Spot:
        """What is shown."""
        return self._there.spot

    def show_view(self, view: LibraryView) -> None:
        """Show the record as it is now; what is being typed stays."""
        wording, self._view = self._desk.wording, view
        try:
            shown = value_at(view.record, self.spot.path)
        except IndexError:
            return  # the list refreshes itself, and leads elsewhere
        for form in self.forms:
            form.show_part(shown)
        self.title.setText(wording.text(_title_of(shown)))
        self._owner.setText(wording.text(_title_of(view.record)))
        if self.adoption is not None:
            self.adoption.show_view(view)
        if view.standing is not None:
            self.standing.setText(wording.message(view.standing))
            set_tone(self.standing, "tone", "good" if view.is_shown else "warn")
        if self.logos is not None:
            self.logos.show_logos(view.logos)

    def shows(self, kind: str, record_id: str, path: tuple[str | int, ...]) -> bool:
        """True where it is the form of just that."""
        return self.spot == Spot(kind, record_id, path)

    def save_now(self) -> None:
        """Keep what is being typed."""
        for form in self.forms:
            form.save_now()
        if self.adoption is not None:
            self.adoption.form.save_now()

    def _cards(self) -> Iterator[QWidget]:
        """What the record is as each is made stands in it."""
        kind = self._view.kind
        if self.spot.path:
            yield card(self._form(value_at(self._view.record, self.spot.path)))
            return
        for number, layout in enumerate(LAYOUTS[kind]):
            yield self._card(layout)
            if number == 0:
                yield from self._special_cards(kind)

    def _special_cards(self, kind: str) -> Iterator[QWidget]:
        """What stands below a record's first card."""
        if kind == "product":
            self.adoption = AdoptionCard(self._desk, self._there, self._known)
            self.adoption.show_view(self._view)
            yield self.adoption
        if kind == "case":
            yield self._card(PERMISSION, self.standing)
        if kind == "company":
            self.logos = LogosCard(self._desk)
            self.logos.show_logos(self._view.logos)
            yield self.logos

    def _form(self, part: object, names: Sequence[str] = ()) -> PartForm:
        made = PartForm(self._desk, type(part), self._there, self._known, names)
        self.forms.append(made)
        made.show_part(part)
        return made

    def _card(self, layout: CardLayout, *below: QWidget) -> QWidget:
        form = self._form(self._view.record, layout.fields)
        for name in set(form.form.fields) & _NAMES.get(self._view.kind, frozenset()):
            form.form.add_below(name, self._hint(form.form.fields[name]))
        if not layout.heading:
            return card(form, *below)
        return card(label(self._desk.wording.phrase(layout.heading), "heading"), form, *below)

    def _hint(self, name: Field) -> SimilarHint:
        """Which others may be the same, while this one is renamed."""
        made = SimilarHint(self._desk, self.spot.kind, record_id=self.spot.record_id)
        made.watch(name)
        made.chosen.connect(self._go_to)
        made.merged.connect(self._go_to)
        return made

    def _merge(self) -> None:
        self.save_now()
        dialog = MergeDialog(self._desk, self.spot.kind, self.spot.record_id, self.window())
        dialog.merged.connect(self._go_to)
        dialog.open()

    def _go_to(self, record_id: str) -> None:
        self._desk.go(Place("library", record_id, self.spot.kind))

    def _go_to_owner(self) -> None:
        self._desk.go(Place("library", self.spot.record_id, self.spot.kind))


class AdoptionCard(QWidget):
    """A product's adoption profile, and who will be the key decision maker by it."""

    def __init__(self, desk: Desk, product: Editing, known: Known) -> None:
        super().__init__()
        self._desk = desk
        wording = desk.wording
        self.form = PartForm(desk, AdoptionProfile, product.inside("adoption"), known)
        for name, reason in ADOPTION_REASONS.items():
            self.form.form.give_reason(name, wording.phrase(reason))
        self.conclusion = label("", tone="good")
        self._reasons = label("", tone="muted")
        self.setLayout(
            column(
                card(
                    label(wording.phrase("What it means for the client's departments"), "heading"),
                    self.form,
                    label(wording.phrase("Who decides, by this profile"), "heading"),
                    self.conclusion,
                    self._reasons,
                )
            )
        )

    def show_view(self, view: LibraryView) -> None:
        """Show the profile and what follows from it."""
        self.form.show_part(value_at(view.record, ("adoption",)))
        if view.kdm is not None:
            self._show_kdm(view.kdm)

    def _show_kdm(self, kdm: KdmView) -> None:
        wording = self._desk.wording
        *reasons, conclusion = kdm.reasons
        lines = [wording.message(conclusion)]
        for words, departments in (
            (wording.phrase("Must agree"), kdm.must_agree),
            (wording.phrase("May resist"), kdm.may_resist),
        ):
            if departments:
                listed = wording.value(departments)
                lines.append(wording.phrase("{label}: {value}", label=words, value=listed))
        self.conclusion.setText("\n".join(lines))
        set_tone(self.conclusion, "tone", "good" if kdm.one_person_can_carry_it else "warn")
        self._reasons.setText("\n".join(f"· {wording.message(reason)}" for reason in reasons))


def _title_of(shown: object) -> Text:
    """What a record or a part is called: its first words."""
    if isinstance(shown, Text):
        return shown
    names = getattr(type(shown), "__dataclass_fields__", {})
    for name in names:
        value = getattr(shown, name)
        if isinstance(value, Text) and value:
            return value
    return Text()
