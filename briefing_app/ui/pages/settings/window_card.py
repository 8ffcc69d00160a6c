"""How the window reads and looks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.domain.text import Language
from briefing_app.services.preferences import TEXT_SCALES
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.form import Form
from briefing_app.ui.look import Appearance
from briefing_app.ui.pages.settings.preferring import add_preference
from briefing_app.ui.widgets import card, label


def window_card(desk: Desk) -> QWidget:
    """Language, appearance and size of text."""
    wording = desk.wording
    form = Form()
    languages = (
        ("", wording.phrase("As the system")),
        (Language.ZH.value, "中文"),
        (Language.EN.value, "English"),
    )
    appearances = (
        ("", wording.phrase("As the system")),
        (Appearance.LIGHT.value, wording.phrase("Light")),
        (Appearance.DARK.value, wording.phrase("Dark")),
    )
    scales = tuple((scale, wording.percent(scale)) for scale in TEXT_SCALES)
    add_preference(desk, form, "language", wording.phrase("Language"), languages)
    add_preference(desk, form, "appearance", wording.phrase("Appearance"), appearances)
    add_preference(desk, form, "text_scale", wording.phrase("Size of text"), scales)
    return card(label(wording.phrase("Window"), "heading"), form)
