"""After a visit on the command line: form, record, minutes, follow-ups, the next visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook

from briefing_app.domain.visit import Visit
from briefing_app.store.store import open_store
from tests.cli.desk import VISIT, Desk

NEXT_VISIT = "visit-games-executive"
OPEN_STEP = "fireferry-follow-up-pilot-scope"


def _words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture
def filled(desk: Desk) -> Path:
    """The form of a visit in English, filled in as somebody does after the meeting."""
    path = desk.work / "after.xlsx"
    assert desk.run("record", VISIT, "--form", path).status == 0
    book = load_workbook(path)
    needs, agreed, steps = book["1 Needs"], book["6 Agreed"], book["Follow-ups"]
    needs["B3"] = "Need confirmed"
    agreed["A3"], agreed["C3"] = "Decision", "The pilot runs for four weeks"
    steps["B9"], steps["F9"] = "Send the package sizes", "Yes"
    book.save(path)
    return path


def test_the_form_says_how_to_go_on(desk: Desk) -> None:
    path = desk.work / "after.xlsx"
    ran = desk.run("record", VISIT, "--form", path)
    assert f"briefing-app record {VISIT} {path}" in ran.out


def test_a_trial_shows_what_would_change_and_changes_nothing(desk: Desk, filled: Path) -> None:
    ran = desk.run("record", VISIT, filled, "--dry-run")
    assert "Follow-ups: Send the package sizes" in ran.out
    assert "Nothing was changed" in ran.out
    assert "package sizes" not in desk.run("follow-ups").out
    desk.refuses("minutes", VISIT, "--out", desk.work / "out")


def test_a_visit_that_is_still_to_come_is_recorded_with_a_question(
    desk: Desk, filled: Path
) -> None:
    with open_store(desk.data) as store:
        visit = store.get(Visit, VISIT)
        store.save([replace(visit, starts_at=datetime.now(UTC) + timedelta(days=30))])
    assert "still to come" in desk.run("record", VISIT, filled, "--dry-run").out
    with open_store(desk.data) as store:
        store.save([replace(visit, starts_at=datetime.now(UTC) - timedelta(days=30))])
    assert "still to come" not in desk.run("record", VISIT, filled).out


def test_a_visit_is_recorded_once(desk: Desk, filled: Path) -> None:
    assert "Recorded." in desk.run("record", VISIT, filled).out
    assert "recorded before" in desk.run("record", VISIT, filled).out


def test_minutes_come_for_the_client_and_for_the_team(desk: Desk, filled: Path) -> None:
    desk.run("record", VISIT, filled)
    out = desk.work / "out"
    ran = desk.run("minutes", VISIT, "--out", out, "--lang", "en")
    (folder,) = out.iterdir()
    assert ran.status == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "Fireferry-calendar-INTERNAL.ics",
        "Fireferry-minutes-INTERNAL.docx",
        "Fireferry-minutes-INTERNAL.pdf",
        "Fireferry-minutes.docx",
        "Fireferry-minutes.pdf",
    ]
    words = [p.text for p in Document(str(folder / "Fireferry-minutes.docx")).paragraphs]
    assert "The pilot runs for four weeks" in words


def _decide(desk: Desk, form: Path, words: str) -> None:
    book = load_workbook(form)
    book["6 Agreed"]["C3"] = words
    book.save(form)
    assert desk.run("record", VISIT, form).status == 0


def test_words_that_are_meant_pass_into_the_minutes_and_are_kept(desk: Desk, filled: Path) -> None:
    _decide(desk, filled, "An hour of standstill costs CNY 77,000")
    asked = ("minutes", VISIT, "--out", desk.work / "out", "--lang", "en")
    told = desk.refuses(*asked)
    assert "“Commercial frame may be shown”" in told[1]
    assert desk.run(*asked, "--meant", "CNY 77,000").status == 0
    (listed,) = [line for line in desk.run("exports", VISIT).out.splitlines() if "English" in line]
    assert "Meeting minutes" in listed
    assert "CNY 77,000" in listed


def test_two_minutes_of_a_visit_are_compared_section_by_section(desk: Desk, filled: Path) -> None:
    desk.run("record", VISIT, filled)
    out = desk.work / "out"
    desk.run("minutes", VISIT, "--out", out, "--lang", "en")
    desk.run("export", VISIT, "--out", out, "--lang", "en")
    _decide(desk, filled, "The pilot runs for six weeks")
    desk.run("minutes", VISIT, "--out", out, "--lang", "en")
    ran = desk.run("diff", f"{VISIT}@1", f"{VISIT}@latest")
    assert "Sections of Fireferry-minutes.docx" in ran.out
    assert "The pilot runs for four weeks → The pilot runs for six weeks" in ran.out
    assert "Changed: Fireferry-minutes.pdf" in ran.out
    assert (
        "Fireferry-minutes.docx 的各部分"
        in desk.run("--language", "zh", "diff", f"{VISIT}@1", f"{VISIT}@3").out
    )
    (line,) = desk.refuses("diff", f"{VISIT}@1", f"{VISIT}@2")
    assert line.startswith("These are of different kinds: ")


def test_exports_without_a_visit_lists_case_books_too(desk: Desk) -> None:
    desk.run("case-book", "--out", desk.work / "books", "--lang", "en")
    desk.run("export", VISIT, "--out", desk.work / "out", "--lang", "zh")
    rows = [line.split() for line in desk.run("exports").out.splitlines() if "2026" in line]
    listed = desk.run("exports").out
    assert listed.count("Case book") == 2
    assert listed.index("Games") < listed.index("Fireferry")
    assert len(rows) == 3
    last = desk.run("exports", "--limit", "1").out
    assert "Fireferry" in last
    assert "Case book" not in last


def test_case_books_are_compared_by_their_facts_and_files(desk: Desk) -> None:
    book = ("case-book", "--industry", "games", "--lang", "en", "--out")
    for name in ("one", "two"):
        desk.run(*book, desk.work / name)
    one, two = (row.split()[0] for row in desk.run("exports").out.splitlines() if "Case" in row)
    ran = desk.run("diff", one, two)
    assert ran.out.startswith("Older: case book “Games”, ")
    assert ran.out.endswith("Nothing changed.\n")


def test_the_next_plan_tells_what_is_owed_and_was_agreed(desk: Desk, filled: Path) -> None:
    desk.run("record", VISIT, filled)
    desk.run("export", NEXT_VISIT, "--out", desk.work / "out", "--lang", "en")
    (plan,) = (desk.work / "out").rglob("*visit-plan-INTERNAL.pdf")
    words = _words_of(plan)
    assert "Still owed" in words
    assert "The pilot runs for four weeks" in words


def test_what_is_done_is_listed_no_more(desk: Desk) -> None:
    assert OPEN_STEP in desk.run("follow-ups", "--client", "Fireferry").out
    assert desk.run("follow-ups", "--done", OPEN_STEP).out.startswith("Done: ")
    listed = desk.run("follow-ups").out
    assert OPEN_STEP not in listed
    assert "Chengye Connected" in listed
    assert "done on" in desk.refuses("follow-ups", "--done", OPEN_STEP)[0]


@pytest.mark.parametrize(
    ("language", "refusal"),
    [
        ("en", "notes.txt cannot be read as a visit record"),
        ("zh", "notes.txt 不能作为拜访记录读取"),
    ],
)
def test_a_file_of_another_kind_is_no_record(desk: Desk, language: str, refusal: str) -> None:
    file = desk.work / "notes.txt"
    file.write_text("said")
    (line,) = desk.refuses("record", VISIT, file, language=language)
    assert line.startswith(refusal)


def test_a_form_of_another_visit_is_not_recorded(desk: Desk, filled: Path) -> None:
    (line,) = desk.refuses("record", NEXT_VISIT, filled)
    assert "was not made for the visit" in line
