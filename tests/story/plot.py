"""What happens, step by step, from the first start to the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QListView

from briefing_app.domain.text import Language, Text
from briefing_app.ui.desk import Place
from briefing_app.ui.frame.search import SearchDialog
from tests.story.hand import Hand, Missing

_CLIENT = Text("萤渡", "Fireferry")


def first_start(hand: Hand) -> None:
    """Somebody without clients is told how to begin."""
    hand.wait(lambda: hand.window.place == Place("welcome"), "the welcome page")
    hand.take_up()
    hand.picture("welcome")


def sample_data(hand: Hand) -> None:
    """The sample data are loaded to look around in."""
    hand.click(hand.phrase("Load the sample data"))
    hand.wait(lambda: hand.window.place != Place("welcome"), "the sample data")
    hand.picture("sample-data")


def search(hand: Hand) -> None:
    """A client is found by the initials of its pinyin."""
    hand.keys("Ctrl+K")
    hand.wait(lambda: isinstance(hand.front, SearchDialog), "the search")
    hand.write("ydhy")
    found = hand.find(QListView)
    if hand.find(QLineEdit).text() != "ydhy":
        raise Missing("what was typed in the search")
    hand.wait(
        lambda: any(_CLIENT.written_in(hand.wording.language) in one for one in hand.titles(found)),
        "the client",
    )
    hand.picture("search")
    hand.keys("Escape")


def keys(hand: Hand) -> None:
    """F1 shows all keys."""
    hand.keys("F1")
    hand.picture("keys")
    hand.close_dialogs()


def other_language(hand: Hand) -> None:
    """The window changes its language while it runs."""
    before = hand.window
    hand.click(hand.phrase("Settings"))
    hand.picture("settings")
    other = before.desk.language.other
    hand.choose(
        hand.find(QComboBox, hand.phrase("Language")), "中文" if other is Language.ZH else "English"
    )
    hand.wait(lambda: hand.window is not before, f"the window in {other}")
    hand.take_up()
    hand.picture(f"settings-{other}")


def the_end(hand: Hand) -> None:
    """The window is closed with a key."""
    hand.keys("Ctrl+Q")


PLOT: tuple[Callable[[Hand], None], ...] = (
    first_start,
    sample_data,
    search,
    keys,
    other_language,
    the_end,
)
