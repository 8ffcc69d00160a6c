"""What happens, step by step, from the first start to the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QTabWidget

from briefing_app.domain.stakeholder import Support
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit_record import AimReached
from briefing_app.services.preferences import export_folder_of
from briefing_app.ui.desk import Place
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.frame.search import SearchDialog
from briefing_app.ui.imports.dialog import ImportDialog
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.pages.visits.detail import VisitDetail
from briefing_app.ui.pages.visits.export_dialog import ExportDialog
from briefing_app.ui.pages.visits.visit_list import VisitList
from tests.story.hand import Hand, Missing
from tests.story.workbook import write_filled_template

_CLIENT = Text("萤渡", "Fireferry")
_AIM = Text("确认试点范围与负责人", "Agree the pilot and who leads it")
_REASON = Text("这次没有谈到", "It was not spoken of")
_DOCUMENTS = {".pptx", ".pdf", ".ics"}


def first_start(hand: Hand) -> None:
    """Somebody without clients is told how to begin."""
    hand.wait(lambda: hand.window.place == Place("welcome"), "the welcome page")
    hand.take_up()
    hand.picture("welcome")


def import_workbook(hand: Hand) -> None:
    """Clients are brought in from a workbook, after a look at what it would bring."""
    file = hand.window.desk.workers.data.parent / "clients.xlsx"
    write_filled_template(file, hand.wording.language)
    hand.click(hand.phrase("Import a file"))
    hand.wait(lambda: isinstance(hand.front, ImportDialog), "the import")
    dialog = hand.front
    hand.picture("import")
    hand.choose_file(file)
    hand.click(hand.phrase("Choose a file"))
    keep = hand.find_button(hand.phrase("Import"), dialog)
    hand.picture("import-preview")
    hand.click(keep)
    hand.wait(lambda: not dialog.isVisible(), "the end of the import")
    hand.close_dialogs()
    hand.wait(lambda: _page(hand) == "clients", "the page of clients")
    hand.picture("imported")


def sample_data(hand: Hand) -> None:
    """The sample data are loaded as well, by a command."""
    command = hand.phrase("Load the sample data")
    hand.keys("Ctrl+K")
    hand.wait(lambda: isinstance(hand.front, SearchDialog), "the search")
    hand.write(command)
    found = hand.find(QListView)
    hand.wait(lambda: hand.titles(found)[:1] == [command], "the command")
    hand.keys("Return")
    hand.wait(
        lambda: hand.window.foot.words() == hand.phrase("The sample data are there."), "the data"
    )
    hand.keys("Ctrl+1")
    hand.wait(lambda: hand.window.place == Place("today"), "the first page")
    hand.picture("today")


def search(hand: Hand) -> None:
    """A client is found by the initials of its pinyin, and opened."""
    hand.keys("Ctrl+K")
    hand.wait(lambda: isinstance(hand.front, SearchDialog), "the search")
    hand.write("ydhy")
    if hand.find(QLineEdit).text() != "ydhy":
        raise Missing("what was typed in the search")
    found = hand.find(QListView)
    hand.wait(lambda: hand.text(_CLIENT) in "".join(hand.titles(found)[:1]), "the client")
    hand.picture("search")
    hand.keys("Return")
    hand.wait(lambda: _page(hand) == "clients", "the page of clients")
    hand.picture("client")


def draw_map(hand: Hand) -> None:
    """Somebody on the stakeholder map becomes a champion; the grid shows who matters."""
    hand.turn_to(hand.find(QTabWidget), hand.phrase("Stakeholder map"))
    shown = hand.find(MapWidget)
    hand.wait(lambda: shown.view is not None, "the map")
    hand.picture("map")
    shown.canvas.setFocus()
    hand.keys("Home")
    hand.wait(lambda: shown.selected is not None, "somebody who is selected")
    hand.keys("C")
    hand.wait(lambda: _support(shown) is Support.CHAMPION, "a champion")
    hand.click(hand.phrase("Power and support"))
    hand.picture("map-grid")


def plan_visit(hand: Hand) -> None:
    """The aim of a visit is written down, and the deck is there to look at."""
    hand.click(hand.phrase("Visits"))
    rows = hand.find(VisitList).rows
    hand.wait(lambda: rows.model.rowCount() > 0, "the visits")
    hand.settle()
    hand.click_row(rows.view, rows.model.index(0))
    detail = hand.find(VisitDetail)
    aim = hand.find(QPlainTextEdit, inside=detail.facts)
    aim.setFocus()
    hand.keys("Ctrl+A")
    hand.write(hand.text(_AIM))
    hand.keys("Tab")
    hand.wait(lambda: detail.preview.shown is not None, "the deck")
    hand.wait(lambda: hand.is_drawn(detail.preview.viewer.pages.viewport()), "its pages")
    hand.picture("visit")


def look_at_slides(hand: Hand) -> None:
    """The slides can be chosen, and what is missing is told."""
    tabs = hand.find(VisitDetail).tabs
    hand.turn_to(tabs, hand.phrase("Slides"))
    hand.picture("slides")
    hand.turn_to(tabs, hand.phrase("Check"))
    hand.picture("check")


def export(hand: Hand) -> None:
    """All documents are written to a folder."""
    hand.click(hand.phrase("Export"))
    dialog = hand.find(ExportDialog) if not isinstance(hand.front, ExportDialog) else hand.front
    hand.picture("export")
    hand.click(hand.find_button(hand.phrase("Export"), dialog))
    hand.find_button(hand.phrase("Open folder"), dialog)
    hand.picture("exported")
    hand.close_dialogs()
    folder = export_folder_of(hand.window.desk.preferences)
    made = {path.suffix for path in Path(folder).rglob("*") if path.stat().st_size}
    if not made >= _DOCUMENTS:
        raise Missing(f"documents in {folder}")


def record_outcome(hand: Hand) -> None:
    """After the visit each of the six records gets an answer, or a reason why not."""
    detail = hand.find(VisitDetail)
    hand.turn_to(detail.tabs, hand.phrase("After the visit"))
    hand.settle()
    hand.choose(hand.find(QComboBox, hand.phrase("Aim reached")), _reached(hand))
    reasons = [one for one in detail.after.findChildren(TextField) if _is_open(hand, one)]
    for reason in reasons:
        reason.setFocus()
        hand.write(hand.text(_REASON))
        hand.keys("Tab")
    hand.picture("after")
    hand.click(hand.phrase("Close the visit"))
    closed = hand.phrase("Closed on {day}.", day=hand.window.desk.today())
    hand.find(QLabel, closed)
    hand.picture("closed")


def other_language(hand: Hand) -> None:
    """The window changes its language while it runs."""
    before = hand.window
    hand.click(hand.phrase("Settings"))
    hand.picture("settings")
    other = before.desk.language.other
    words = "中文" if other is Language.ZH else "English"
    hand.choose(hand.find(QComboBox, hand.phrase("Language")), words)
    hand.wait(lambda: hand.window is not before, f"the window in {other}")
    hand.take_up()
    hand.picture(f"settings-{other}")


def the_end(hand: Hand) -> None:
    """The window is closed with a key."""
    hand.keys("Ctrl+Q")


def _page(hand: Hand) -> str:
    place = hand.window.place
    return place.page if place is not None else ""


def _reached(hand: Hand) -> str:
    return hand.wording.label(AimReached.LEAST)


def _is_open(hand: Hand, field: TextField) -> bool:
    return field.isVisible() and field.name == hand.phrase("Why not")


def _support(shown: MapWidget) -> Support | None:
    one = shown.selected
    return one.known.support if one is not None and one.known is not None else None


PLOT: tuple[Callable[[Hand], None], ...] = (
    first_start,
    import_workbook,
    sample_data,
    search,
    draw_map,
    plan_visit,
    look_at_slides,
    export,
    record_outcome,
    other_language,
    the_end,
)
