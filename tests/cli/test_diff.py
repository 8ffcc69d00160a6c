"""`exports` lists what was exported, `diff` says what changed, and bad names are refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.desk import VISIT, Desk, Ran

Run = Callable[..., Ran]
OLD, NEW = "See campaign effects the same day", "See campaign effects within an hour"


@pytest.fixture
def exported(desk: Desk) -> Desk:
    """A visit exported twice; in between a need was reworded."""
    data = desk.work / "all.json"
    desk.run("export", VISIT, "--out", desk.work / "one")
    desk.run("export-data", data)
    data.write_text(data.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    desk.run("import", data)
    desk.run("export", VISIT, "--out", desk.work / "two")
    return desk


def test_the_exports_of_a_visit_are_listed_and_compared(exported: Desk) -> None:
    listed = exported.run("exports", VISIT)
    assert listed.status == 0
    assert len([line for line in listed.out.splitlines() if "English" in line]) == 2

    ran = exported.run("diff", f"{VISIT}@1", f"{VISIT}@latest")
    assert (ran.status, ran.err) == (0, "")
    assert f"Needs, {NEW}, Need (English)\n    {OLD} → {NEW}\n" in ran.out
    assert "Slides of Fireferry-deck.pptx" in ran.out
    assert "[needs-and-answers]" in ran.out
    assert "Changed: Fireferry-brochure.pdf" in ran.out

    chinese = exported.run("--language", "zh", "diff", f"{VISIT}@1", f"{VISIT}@2").out
    assert "需求（英文）" in chinese
    assert "Fireferry-deck.pptx 的幻灯片" in chinese

    whole = json.loads(exported.run("diff", f"{VISIT}@1", f"{VISIT}@2", "--json").out)
    (change,) = whole["facts"]["changed"]
    assert (change["field"], change["old"], change["new"]) == ("statement.en", OLD, NEW)
    assert {"old": OLD, "new": NEW} in whole["decks"][0]["changed"][0]["texts"]

    assert "Nothing changed." in exported.run("diff", f"{VISIT}@1", f"{VISIT}@1").out


def test_what_was_said_is_not_given_away_with_the_data(exported: Desk) -> None:
    exported.run("export-data", exported.work / "again.json")
    given = (exported.work / "again.json").read_text(encoding="utf-8")
    assert "needs-and-answers" not in given
    assert "sha256" not in given


def test_without_exports_the_list_says_so(with_samples: Run) -> None:
    assert with_samples("exports", VISIT).out == "Nothing found.\n"


@pytest.mark.parametrize(
    ("named", "english", "chinese"),
    [
        (
            f"{VISIT}@1",
            f"Nothing was exported for “{VISIT}” yet.",
            f"“{VISIT}”还没有导出过。",
        ),
        (
            "no-such-export",
            "“no-such-export” is neither an export nor a folder. “briefing-app exports VISIT” lists"
            " the exports of a visit.",
            "“no-such-export”既不是导出的编号，也不是文件夹。"
            "用“briefing-app exports VISIT”可列出一次拜访的导出。",
        ),
        (
            "{work}",
            "{work} holds no deck (.pptx). Give the folder of an export.",
            "{work} 里没有演示文稿（.pptx）。请给出一次导出的文件夹。",
        ),
        (
            "{work}/deck.pptx",
            "{work}/deck.pptx is a file. Give the folder that holds it.",
            "{work}/deck.pptx 是文件，请给出它所在的文件夹。",
        ),
    ],
)
def test_what_is_no_export_is_refused_in_one_line(
    desk: Desk, named: str, english: str, chinese: str
) -> None:
    if "deck" in named:
        (desk.work / "deck.pptx").write_text("mine")
    given = ("diff", named.format(work=desk.work), named.format(work=desk.work))
    assert desk.refuses(*given) == [english.format(work=desk.work)]
    assert desk.refuses(*given, language="zh") == [chinese.format(work=desk.work)]


def test_a_number_that_no_export_has_is_refused(desk: Desk) -> None:
    desk.run("export", VISIT, "--out", desk.work / "one")
    for number in ("2", "0", "x"):
        (line,) = desk.refuses("diff", f"{VISIT}@1", f"{VISIT}@{number}")
        assert line == f"“{VISIT}” has no export {number}. Give a number from 1 to 1, or latest."
