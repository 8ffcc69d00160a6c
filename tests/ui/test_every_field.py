"""What the program keeps can be entered in its window: no field of a record waits for an import."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.records import KINDS
from briefing_app.services.after_visit import AfterVisit, after_visit
from briefing_app.services.drafts import Spot
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.part_line import PartLine
from briefing_app.ui.fields.parts_list import PartsList
from briefing_app.ui.fields.saving import not_kept
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.pages.visits.after.kinds import PartKinds
from tests.ui.conftest import window_of
from tests.ui.walk import settle

PLACES = (
    *(
        Place("clients", "fireferry", part)
        for part in ("profile", "map", "opportunities", "visits", "documents")
    ),
    *(Place("visits", DEMO_VISITS[0], part) for part in ("facts", "after")),
    Place("clients", "fireferry-ding-jiashu", "person"),
    Place("library", "heronshore", "company"),
    Place("library", "account-manager", "colleague"),
    Place("library", "behaviour-analytics", "product"),
    Place("library", "case-games-veterans", "case"),
    Place("library", "games", "industry"),
)
"""Where records are entered."""

ELSEWHERE = {
    "opportunity": "client",
    "need": "opportunity",
    "competitor": "opportunity",
    "person": "client",
    "visit": "opportunity",
    "follow_up": "visit",
    "visit_record": "visit closed_on left_open",
    "line": "opportunity kind source target note",
    "photo": "person image",
    "logo": "client is_for_dark content",
    "slide_list": "visit audience slides words",
    "stakeholder": "opportunity person support influence coverage covered_by roles concerns note"
    " support_evidence influence_evidence coverage_evidence roles_evidence",
}
"""What no field here holds: whom a record belongs to, since it is entered there; what is drawn on
the map, or entered in its panel, see test_person_panel; what is chosen as a file; the slides, which
have a list of their own; the close of a visit."""


def test_every_field_of_a_record_has_its_place(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.resize(1400, 900)
    found: set[tuple[str, str]] = set()
    for place in PLACES:
        window.go(place)
        settle(app)
        for line in window.findChildren(PartLine):
            if line.isVisible() and line._there.spot.kind == "follow_up":
                line.open_now(takes_focus=False)
        found.update(_entered(window))
    wanted = {
        (kind.name, field.name)
        for kind in KINDS
        for field in fields(kind.record_type)
        if field.name != "id" and field.name not in ELSEWHERE.get(kind.name, "").split()
    }
    assert sorted(wanted - found) == []


def test_every_field_of_what_a_visit_brought_has_its_place(desk: Desk, qtbot: QtBot) -> None:
    found: list[AfterVisit] = []

    class Taker(QObject):
        def take(self, after: AfterVisit) -> None:
            found.append(after)

    taker = Taker()
    desk.ask(partial(after_visit, visit_id=DEMO_VISITS[0]), taker.take)
    qtbot.waitUntil(lambda: bool(found))
    kinds = PartKinds(desk, found[0])
    for kind in (kinds.needs, kinds.people, kinds.shown, kinds.feedback, kinds.agreed):
        made = kind.make_fields(lambda _name: not_kept)
        for one in made.values():
            qtbot.addWidget(one)
        assert set(made) == set(kind.beginning)


def _entered(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Kind and field of what the fields keep."""
    for spot in _spots(window):
        if spot.path[:1] == ("record",):
            yield "visit_record", str(spot.path[1])
        elif spot.path:
            yield spot.kind, str(spot.path[0])


def _spots(shown: QWidget) -> Iterator[Spot]:
    for field in shown.findChildren(Field):
        if field._spot is not None:
            yield field._spot
    for parts in shown.findChildren(PartsList):
        yield parts._there.spot
