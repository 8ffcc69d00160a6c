"""The first sheet of a workbook: how to fill it in, in its own language."""

from __future__ import annotations

from briefing_app.domain.text import Language
from briefing_app.exchange.marks import EXAMPLE_MARK
from briefing_app.wording import wording_in


def instructions_title(language: Language) -> str:
    """The name of the sheet."""
    return wording_in(language).phrase("Start here")


def instructions(language: Language, is_template: bool) -> list[str]:
    """The lines of the sheet, the heading first; a template speaks of its example rows too."""
    say = wording_in(language)
    lines = [
        say.phrase("How to fill in this workbook"),
        say.phrase("Start with clients, people and opportunities. Empty sheets do no harm."),
        say.phrase("One row is one thing. The second row of each sheet says what belongs where."),
        say.phrase("Columns with an orange heading are needed, all others can wait."),
        say.phrase(
            "Blue tabs are for clients and projects, green ones for your own company and what it "
            "offers. Pale tabs hold lists."
        ),
        say.phrase("Write Chinese, English or both. Documents use the language of the client."),
        say.phrase("Where a sheet asks for something of another sheet, write its name or its id."),
        say.phrase("Sheets with a dash in their name are lists: each row says what it belongs to."),
        say.phrase("Leave the id empty for something new. What is known by its name is updated."),
        say.phrase(
            "In a row with a stored id, an empty cell clears what was stored. In a row without, "
            "it changes nothing."
        ),
        say.phrase("Write values, not formulas, and do not merge cells."),
        say.phrase("A visit's time is the time on the client's clock."),
        say.phrase("Then import the file. If something is wrong, nothing is changed at all."),
    ]
    if is_template:
        lines.insert(
            2,
            say.phrase(
                "Yellow rows are examples. Rows whose first cell begins with {mark} are skipped, "
                "so leave them or delete them.",
                mark=EXAMPLE_MARK[language].strip(),
            ),
        )
    return lines
