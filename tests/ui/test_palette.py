"""What the window writes can be read, by day and by night, in every theme."""

from __future__ import annotations

import pytest

from briefing_app.documents.theme_files import theme_names
from briefing_app.ui.look import Appearance, Look, Role, screen_palette
from briefing_app.ui.look.palette import GROUNDS, INKS
from briefing_app.ui.look.style import style_sheet

_READABLE = 4.5


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("appearance", Appearance)
def test_every_ink_is_readable_on_every_ground(theme: str, appearance: Appearance) -> None:
    palette = screen_palette(appearance, theme)
    faint = [
        f"{ink} on {ground}: {palette.contrast(ink, ground):.2f}"
        for ink in INKS
        for ground in GROUNDS
        if palette.contrast(ink, ground) < _READABLE
    ]
    assert not faint
    assert palette.contrast(Role.ON_ACCENT, Role.ACCENT) >= _READABLE


def test_the_style_sheet_has_a_value_for_every_name() -> None:
    sheet = style_sheet(Look(screen_palette(Appearance.DARK), 2.0))
    assert "$" not in sheet
    assert "font-size: 20pt" in sheet
