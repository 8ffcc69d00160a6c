"""An export is complete, recorded and repeatable, and a failed one leaves nothing."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pptx import Presentation

from briefing_app import files
from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client
from briefing_app.domain.export_record import Edition
from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language, Text
from briefing_app.errors import ManyProblems, UserError
from briefing_app.services.export import Export, export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store
from tests.judges.pdf_file import facts_of, pdf_findings

VISIT = DEMO_VISITS[0]
A4_POINTS = (595.276, 841.89)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


def export(store: Store, out: Path, **changes: object) -> Export:
    settings: dict[str, object] = {
        "out": out,
        "wishes": ExportWishes(language=Language.EN),
        "today": date(2026, 11, 23),
        "now": NOW,
    }
    return export_visit(store, VISIT, **(settings | changes))  # type: ignore[arg-type]


def test_the_record_holds_every_file_with_its_hash(store: Store, tmp_path: Path) -> None:
    done = export(store, tmp_path / "out")
    (kept,) = store.exports(VisitId(VISIT))
    assert kept == done.record
    for file in kept.files:
        content = (done.folder / file.name).read_bytes()
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_the_record_names_the_facts_that_were_used(store: Store, tmp_path: Path) -> None:
    facts = export(store, tmp_path / "out").record.facts
    named = {(fact.kind, fact.field) for fact in facts}
    assert ("client", "situation") in named
    assert ("need", "statement") in named
    assert any(kind == "stakeholder" for kind, _ in named)


def test_the_same_dossier_on_the_same_day_gives_the_same_bytes(
    store: Store, tmp_path: Path
) -> None:
    for language in Language:
        one = export(store, tmp_path / "one", wishes=ExportWishes(language=language))
        other = export(store, tmp_path / "other", wishes=ExportWishes(language=language))
        for file in one.files:
            assert file.read_bytes() == (other.folder / file.name).read_bytes(), file.name


def test_the_brochure_is_also_written_for_a_printer_where_that_is_wished(
    store: Store, tmp_path: Path
) -> None:
    wishes = ExportWishes(language=Language.EN, print_editions=tuple(PrintEdition))
    done = export(store, tmp_path / "out", wishes=wishes)
    usual = {file.name for file in export(store, tmp_path / "usual").record.files}
    added = [file for file in done.record.files if file.name not in usual]
    assert [file.name for file in added] == [
        "Fireferry-brochure-with-crop-marks.pdf",
        "Fireferry-brochure-as-A3-booklet.pdf",
    ]
    assert {file.edition for file in added} == {Edition.CLIENT}
    sizes = [facts_of(done.folder / file.name).sizes[0] for file in added]
    assert sizes[0] > A4_POINTS
    assert sizes[1] == pytest.approx((2 * A4_POINTS[0], A4_POINTS[1]), abs=0.1)


def test_exporting_again_replaces_the_files(store: Store, tmp_path: Path) -> None:
    first, again = export(store, tmp_path / "out"), export(store, tmp_path / "out")
    assert first.folder == again.folder
    assert len(list(again.folder.iterdir())) == len(again.files)
    assert len(store.exports(VisitId(VISIT))) == 2


def test_progress_tells_each_step_in_order(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(
        store, tmp_path / "out", progress=lambda _step, number, total: told.append((number, total))
    )
    assert told == [(number, 6) for number in range(1, 7)]


@pytest.mark.parametrize("step", [3, 6])
def test_stopping_before_any_step_leaves_nothing(store: Store, tmp_path: Path, step: int) -> None:
    def stop(_step: object, number: int, _total: int) -> None:
        if number == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(store, tmp_path / "out", progress=stop)
    assert not (tmp_path / "out").exists()
    assert store.exports(VisitId(VISIT)) == ()


def test_a_full_disk_is_one_clear_line_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_flush", full)
    with pytest.raises(UserError, match="not enough space"):
        export(store, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert store.exports(VisitId(VISIT)) == ()


def test_a_target_that_cannot_be_replaced_keeps_every_old_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = export(store, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in old.files}

    def held(path: Path) -> None:
        raise PermissionError(errno.EACCES, "open in another program", str(path))

    monkeypatch.setattr(files, "_refuse_unless_replaceable", held)
    with pytest.raises(UserError, match="open in another program"):
        export(store, tmp_path / "out", today=date(2026, 11, 30))
    assert {path.name: path.read_bytes() for path in old.folder.iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(UserError):
        export(store, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "not a folder"


def test_another_clients_name_keeps_the_documents_in(store: Store, tmp_path: Path) -> None:
    games = store.dossier(VISIT).client
    other = next(client for client in store.all(Client) if client.id != games.id)
    told = Text(f"我们想像{other.name.zh}一样", f"We want what {other.name.en} has")
    with store.change():
        store.save([replace(games, situation=told)])
    with pytest.raises(ManyProblems) as refused:
        export(store, tmp_path / "out")
    assert any("another client" in str(p.parameters["problem"]) for p in refused.value.problems)
    assert not (tmp_path / "out").exists()


def test_a_sign_that_the_font_lacks_keeps_the_documents_in(store: Store, tmp_path: Path) -> None:
    games = store.dossier(VISIT).client
    with store.change():
        store.save([replace(games, short_name=Text("火🚀", "Rocket 🚀"))])
    with pytest.raises(ManyProblems):
        export(store, tmp_path / "out")


def test_team_files_are_marked_as_the_teams(store: Store, tmp_path: Path) -> None:
    record = export(store, tmp_path / "out").record
    internal = {file.name for file in record.files if file.edition is Edition.TEAM}
    assert internal == {file.name for file in record.files if "INTERNAL" in file.name}
    assert len(internal) == 3


def test_an_export_may_hold_a_deck_for_each_audience(store: Store, tmp_path: Path) -> None:
    wished = (Audience.EXECUTIVE, Audience.TECHNICAL)
    wishes = ExportWishes(language=Language.EN, audiences=wished)
    done = export(store, tmp_path / "out", wishes=wishes)
    names = [file.name for file in done.record.files if file.name.endswith(".pptx")]
    assert names == [
        "Fireferry-deck-for-executives.pptx",
        "Fireferry-deck-for-executives-INTERNAL.pptx",
        "Fireferry-technical-deck.pptx",
        "Fireferry-technical-deck-INTERNAL.pptx",
    ]
    executive, _, technical, _ = (Presentation(str(done.folder / name)) for name in names)
    assert len(executive.slides) <= 8 < len(technical.slides)


@pytest.mark.parametrize("language", Language)
def test_a_deck_may_come_with_a_hand_out_for_the_client(
    store: Store, tmp_path: Path, language: Language
) -> None:
    done = export(store, tmp_path / "out", wishes=ExportWishes(language=language, with_pdf=True))
    (deck, _) = (path for path in done.files if path.suffix == ".pptx")
    twin = deck.with_suffix(".pdf")
    facts = facts_of(twin)
    assert pdf_findings(twin) == []
    assert facts.language == {Language.ZH: "zh-CN", Language.EN: "en-GB"}[language]
    assert len(facts.outline) >= 5
    assert {file.edition for file in done.record.files if file.name == twin.name} == {
        Edition.CLIENT
    }


def test_without_the_wish_there_is_no_hand_out(store: Store, tmp_path: Path) -> None:
    done = export(store, tmp_path / "out")
    assert not any(path.name.endswith("deck.pdf") for path in done.files)
