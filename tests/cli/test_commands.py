"""The main story on the command line: samples in, look, brief, export, everything back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.desk import VISIT, Desk, Ran
from tests.drawn_pictures import encoded, raster

Run = Callable[..., Ran]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_demo_writes_the_documents_of_two_visits_and_says_where(
    briefing_app: Run, tmp_path: Path, language: str
) -> None:
    ran = briefing_app("--language", language, "demo", "--out", tmp_path / "out")
    folders = sorted((tmp_path / "out").iterdir())
    assert ran.status == 0
    assert len(folders) == 2
    for folder in folders:
        assert folder.name in ran.out
        endings = sorted(path.suffix for path in folder.iterdir())
        assert endings == [".ics", ".pdf", ".pdf", ".pptx", ".pptx"]


def test_the_demo_keeps_its_data_where_that_is_wanted(briefing_app: Run, tmp_path: Path) -> None:
    ran = briefing_app("demo", "--keep", "--out", tmp_path / "out")
    assert ran.status == 0
    assert "Fireferry" in briefing_app("list", "clients").out


def test_the_demo_leaves_the_data_folder_alone(briefing_app: Run, tmp_path: Path) -> None:
    briefing_app("demo", "--out", tmp_path / "out")
    assert not (tmp_path / "data").exists()


def test_internal_files_say_so_in_their_names(briefing_app: Run, tmp_path: Path) -> None:
    briefing_app("demo", "--out", tmp_path / "zh", "--lang", "zh")
    briefing_app("demo", "--out", tmp_path / "en", "--lang", "en")
    chinese = [p.name for p in (tmp_path / "zh").rglob("*") if "内部" in p.name]
    english = [p.name for p in (tmp_path / "en").rglob("*") if "INTERNAL" in p.name]
    assert len(chinese) == len(english) == 6


@pytest.mark.parametrize("listed", ["clients", "people", "visits", "products", "cases"])
def test_lists_show_what_is_stored(with_samples: Run, listed: str) -> None:
    ran = with_samples("list", listed)
    assert ran.status == 0
    assert len(ran.out.splitlines()) > 4


@pytest.mark.parametrize("search", ["萤渡", "yingdu", "ydhy", "Fireferry"])
def test_a_client_is_found_in_chinese_pinyin_initials_and_english(
    with_samples: Run, search: str
) -> None:
    ran = with_samples("list", "clients", "--search", search)
    assert "Fireferry" in ran.out
    assert "Chengye" not in ran.out


def test_a_record_is_shown_field_by_field(with_samples: Run) -> None:
    ran = with_samples("show", "visit-games-solution")
    assert ran.status == 0
    assert "visit-games-solution" in ran.out


def test_a_shown_record_names_others_and_tells_the_time_there(with_samples: Run) -> None:
    shown = with_samples("show", "visit-games-solution").out
    assert "  Starts at: 3 December 2026 14:30\n" in shown
    assert "  Project: Player Insight for the New Launch\n" in shown
    assert "Industry: Games" in with_samples("show", "Fireferry").out


def test_showing_what_is_not_there_is_refused(with_samples: Run) -> None:
    ran = with_samples("show", "no-such-thing")
    assert (ran.status, ran.out) == (2, "")
    assert "no-such-thing" in ran.err


def test_a_briefing_can_be_read_and_can_be_parsed(with_samples: Run) -> None:
    text = with_samples("brief", "visit-games-solution")
    whole = json.loads(with_samples("brief", "visit-games-solution", "--json").out)
    assert "Readiness" in text.out
    assert whole["team_side"]["readiness"]["score"] > 0
    assert len(whole["team_side"]["coverage"]) >= 5
    assert sum(item["minutes"] for item in whole["team_side"]["agenda"]) == 90


def test_an_export_names_client_and_date(with_samples: Run, tmp_path: Path) -> None:
    ran = with_samples("export", "visit-games-solution", "--out", tmp_path / "out", "--lang", "en")
    (folder,) = (tmp_path / "out").iterdir()
    assert ran.status == 0
    assert folder.name.endswith("2026-12-03")
    assert folder.name.startswith("Fireferry")


@pytest.mark.parametrize("ending", [".json", ".xlsx"])
def test_everything_given_back_and_imported_elsewhere_is_the_same(
    with_samples: Run, tmp_path: Path, ending: str
) -> None:
    first, second = tmp_path / f"first{ending}", tmp_path / "second.json"
    with_samples("export-data", first)
    with_samples("export-data", tmp_path / "reference.json")
    imported = with_samples("--data", tmp_path / "other", "import", first)
    with_samples("--data", tmp_path / "other", "export-data", second)
    assert imported.status == 0
    assert without_pictures(second, ending) == without_pictures(tmp_path / "reference.json", ending)


def without_pictures(file: Path, ending: str) -> object:
    """The records of a data file; less the pictures where they came by a workbook."""
    records = json.loads(file.read_text(encoding="utf-8"))["records"]
    if ending == ".xlsx":
        records.pop("logo", None)
        records.pop("photo", None)
    return records


def test_a_backup_is_shown_and_restored(with_samples: Run, tmp_path: Path) -> None:
    backup = tmp_path / "copy.db"
    assert str(backup) in with_samples("backup", backup).out
    with_samples("logo", "fireferry", "--remove")
    shown = with_samples("restore", backup, "--dry-run").out
    assert shown.startswith("In the backup: ")
    assert "Here now: " in shown
    restored = with_samples("restore", backup)
    assert restored.status == 0
    (kept,) = (tmp_path / "data/backups").iterdir()
    assert str(kept) in restored.out
    assert with_samples("restore", kept).status == 0


def test_a_file_that_is_no_backup_is_refused(desk: Desk) -> None:
    notes = desk.work / "notes.db"
    notes.write_text("minutes", encoding="utf-8")
    (line,) = desk.refuses("restore", notes)
    assert line.startswith("notes.db is no backup of this program")
    (line,) = desk.refuses("restore", desk.data / "briefing.db")
    assert "present database itself" in line


def test_a_workbook_says_that_it_holds_no_logos(with_samples: Run, tmp_path: Path) -> None:
    assert "no logos" in with_samples("export-data", tmp_path / "all.xlsx").out
    assert "no logos" not in with_samples("export-data", tmp_path / "all.json").out


def test_a_logo_is_set_and_removed(with_samples: Run, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(encoded(raster(320, 80)))
    assert "320 x 80" in with_samples("logo", "set", "Fireferry", file).out
    file.write_bytes(encoded(raster(1200, 60)))
    assert "It will be small" in with_samples("logo", "set", "Fireferry", file).out
    assert "1" in with_samples("logo", "remove", "Fireferry").out
    assert with_samples("logo", "remove", "Fireferry").status == 2
    assert with_samples("logo", "set", "own", tmp_path / "none.png").status == 2


def test_a_photo_is_set_and_removed(with_samples: Run, tmp_path: Path) -> None:
    file = tmp_path / "face.png"
    file.write_bytes(encoded(raster(320, 400)))
    assert with_samples("photo", "set", "Gu Mingchuan", file).out == "Photo of Gu Mingchuan\n"
    removed = with_samples("photo", "remove", "Gu Mingchuan")
    assert removed.out == "Remove the photo of Gu Mingchuan\n"
    assert with_samples("photo", "remove", "Gu Mingchuan").status == 2
    assert with_samples("photo", "set", "Gu Mingchuan", tmp_path / "none.png").status == 2


def test_themes_are_listed_and_an_unknown_one_is_refused(with_samples: Run, tmp_path: Path) -> None:
    listed = with_samples("themes").out
    assert all(name in listed for name in ("harbour", "terracotta", "graphite"))
    out = tmp_path / "out"
    ran = with_samples("export", "visit-games-solution", "--theme", "pink", "--out", out)
    assert ran.status == 2
    assert "terracotta" in ran.err
    assert not out.exists()


def test_an_export_can_be_printed_with_marks_and_as_a_booklet(
    with_samples: Run, tmp_path: Path
) -> None:
    arguments = ("--print", "marks", "--print", "booklet", "--lang", "en", "--out", tmp_path)
    ran = with_samples("export", "visit-games-solution", *arguments)
    assert ran.status == 0
    assert "Fireferry-brochure-with-crop-marks.pdf" in ran.out
    assert "Fireferry-brochure-as-A3-booklet.pdf" in ran.out


def test_the_cases_of_an_industry_are_bound_together(with_samples: Run, tmp_path: Path) -> None:
    path = tmp_path / "games.pdf"
    ran = with_samples("case-book", "--industry", "games", "--out", path, "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert str(path) in ran.out
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_case_book_of_an_unknown_industry_is_refused(with_samples: Run, tmp_path: Path) -> None:
    ran = with_samples("case-book", "--industry", "aviation", "--out", tmp_path / "out")
    assert ran.status == 2
    assert "aviation" in ran.err
    assert not (tmp_path / "out").exists()


def test_without_an_industry_there_is_a_case_book_for_each(
    with_samples: Run, tmp_path: Path
) -> None:
    ran = with_samples("case-book", "--out", tmp_path / "cases", "--lang", "en")
    assert ran.status == 0
    assert sorted(path.name for path in (tmp_path / "cases").iterdir()) == [
        "Connected vehicles-success-cases.pdf",
        "Games-success-cases.pdf",
    ]


def test_a_dry_run_previews_and_changes_nothing(with_samples: Run, tmp_path: Path) -> None:
    with_samples("export-data", tmp_path / "all.json")
    ran = with_samples("--data", tmp_path / "other", "import", "--dry-run", tmp_path / "all.json")
    assert "Nothing was changed" in ran.out
    assert with_samples("--data", tmp_path / "other", "list", "clients").out == "Nothing found.\n"


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "  Clients: Fireferry (City and Grade)"), ("zh", "  客户：萤渡互娱（城市和分级）")],
)
def test_a_dry_run_names_what_an_update_changes(
    with_samples: Run, tmp_path: Path, language: str, line: str
) -> None:
    (tmp_path / "clients.csv").write_text("Company,City (English),Grade\nFireferry,Xi'an,C\n")
    ran = with_samples("--language", language, "import", "--dry-run", tmp_path / "clients.csv")
    assert line in ran.out.splitlines()


def test_importing_the_same_again_changes_nothing(with_samples: Run, tmp_path: Path) -> None:
    with_samples("export-data", tmp_path / "all.xlsx")
    ran = with_samples("import", tmp_path / "all.xlsx")
    assert "New: 0" in ran.out
    assert "Updated: 0" in ran.out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_template_is_written_and_its_examples_are_not_imported(
    briefing_app: Run, tmp_path: Path, language: str
) -> None:
    written = briefing_app("template", tmp_path / "clients.xlsx", "--lang", language)
    imported = briefing_app("import", tmp_path / "clients.xlsx")
    assert written.status == 0
    assert imported.status == 2
    assert "example rows" in imported.err


def test_a_template_that_is_no_workbook_is_refused(briefing_app: Run, tmp_path: Path) -> None:
    ran = briefing_app("template", tmp_path / "clients.docx")
    assert ran.status == 2
    assert ".xlsx" in ran.err
    assert not (tmp_path / "clients.docx").exists()


def test_a_visit_gives_a_deck_for_each_audience(with_samples: Run, tmp_path: Path) -> None:
    ran = with_samples("export", VISIT, "--audience", "all", "--out", tmp_path / "out")
    assert ran.status == 0
    clients = [p for p in (tmp_path / "out").rglob("*.pptx") if "INTERNAL" not in p.name]
    assert len(clients) == 4


def test_a_briefing_lists_the_slides_of_each_wished_deck(with_samples: Run) -> None:
    out = with_samples("brief", VISIT, "--audience", "executive", "--audience", "users").out
    assert "Deck, Executive audience" in out
    assert "Deck, Audience of users" in out
    assert out.count("1. Cover") == 2


def test_a_slide_list_is_written_edited_taken_and_dropped(
    with_samples: Run, tmp_path: Path
) -> None:
    file = tmp_path / "slides.toml"
    assert with_samples("slides", VISIT, "--out", file).status == 0
    words = file.read_text("utf-8")
    file.write_text(words.replace('# title = "Start with', 'title = "Begin with', 1), "utf-8")
    ran = with_samples("slides", VISIT, "--take", file)
    assert ran.status == 0
    assert "kept with the visit" in ran.out
    assert "Begin with Behaviour Analytics" in with_samples("slides", VISIT).out
    assert "dropped" in with_samples("slides", VISIT, "--reset").out
    assert "Begin with" not in with_samples("slides", VISIT).out


def test_a_faulty_slide_list_is_refused_with_its_line(desk: Desk) -> None:
    file = desk.work / "slides.toml"
    desk.run("slides", VISIT, "--out", file)
    file.write_text(file.read_text("utf-8").replace('key = "cover"', 'key = "cove"'), "utf-8")
    first, *faults = desk.refuses("slides", VISIT, "--take", file)
    assert first.startswith("slides.toml was not taken")
    assert all("Line " in fault for fault in faults)


def test_a_check_reports_on_every_document_and_writes_nothing(
    with_samples: Run, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    ran = with_samples("check", VISIT)
    assert ran.status == 0
    assert ran.out.count("nothing found") == 4
    assert sorted(tmp_path.rglob("*")) == before
