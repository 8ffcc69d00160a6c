"""Case books are written whole or not at all, and only with what may be shown today."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image as Raster

from briefing_app.domain.client import Client
from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import Permission, SuccessCase
from briefing_app.domain.picture import Picture
from briefing_app.domain.text import Language, Text
from briefing_app.errors import ManyProblems, UserError
from briefing_app.services.case_book import write_case_books
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.samples import load_samples
from briefing_app.store.store import Store, open_store
from tests.drawn_pictures import encoded
from tests.judges.pdf_file import facts_of, pdf_findings
from tests.judges.pdf_standards import standard_findings

TODAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


def written(store: Store, out: Path, industry: str = "", **wished: Any) -> tuple[Path, ...]:
    wishes = ExportWishes(**({"language": Language.EN} | wished))
    books = write_case_books(
        store, out=out, wishes=wishes, today=TODAY, now=datetime.now(UTC), industry=industry
    )
    return books.files


def leading_case(store: Store) -> SuccessCase:
    """A case that the book of the games industry shows."""
    cases = (case for case in store.all(SuccessCase) if case.industry == "games")
    return next(case for case in cases if case.is_industry_leader)


def picture_sizes(path: Path) -> set[tuple[int, int]]:
    """Width and height in pixels of every picture in a PDF."""
    with pikepdf.open(path) as file:
        drawn = [image for page in file.pages for image in page.get_images().values()]
        return {(int(image.Width), int(image.Height)) for image in drawn}


def test_each_industry_with_cases_has_its_book(store: Store, tmp_path: Path) -> None:
    paths = written(store, tmp_path / "out")
    assert sorted(path.name for path in paths) == [
        "Connected vehicles-success-cases.pdf",
        "Games-success-cases.pdf",
    ]
    for path in paths:
        assert pdf_findings(path) == []
        assert standard_findings(path) == []


@pytest.mark.parametrize("language", Language)
def test_one_industry_goes_to_one_file(store: Store, tmp_path: Path, language: Language) -> None:
    path = tmp_path / "games.pdf"
    assert written(store, path, industry="games", language=language) == (path,)
    facts = facts_of(path)
    assert facts.language == {"zh": "zh-CN", "en": "en-GB"}[language]
    assert "鹭行岸" in facts.title or "Heronshore" in facts.title
    assert len(facts.outline) == facts.pages


def test_it_is_also_written_for_a_printer(store: Store, tmp_path: Path) -> None:
    editions = tuple(PrintEdition)
    paths = written(store, tmp_path / "out", industry="games", print_editions=editions)
    assert [path.name for path in paths] == [
        "Games-success-cases.pdf",
        "Games-success-cases-with-crop-marks.pdf",
        "Games-success-cases-as-A3-booklet.pdf",
    ]
    assert [facts_of(path).pages for path in paths] == [6, 6, 4]


def test_several_books_do_not_go_into_one_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="one file, but 2"):
        written(store, tmp_path / "all.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_it_has_the_looks_of_a_theme_and_our_logo_but_no_clients(
    store: Store, tmp_path: Path
) -> None:
    theirs = [logo for logo in store.all(Logo) if logo.client is not None]
    ours = [logo for logo in store.all(Logo) if logo.client is None]
    assert theirs
    assert {logo.is_for_dark for logo in ours} == {False, True}
    (plain,) = written(store, tmp_path / "plain", industry="games")
    (themed,) = written(store, tmp_path / "themed", industry="games", theme="terracotta")
    assert themed.read_bytes() != plain.read_bytes()
    kept = [Picture.of_png(logo.content) for logo in ours]
    assert picture_sizes(themed) == {(picture.width, picture.height) for picture in kept}
    assert standard_findings(themed) == []


def test_an_unknown_theme_is_refused_before_anything_is_written(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="no theme pink"):
        written(store, tmp_path / "out", theme="pink")
    assert not (tmp_path / "out").exists()


def test_customers_that_may_not_be_named_are_not_in_the_file(store: Store, tmp_path: Path) -> None:
    hidden = [case for case in store.all(SuccessCase) if not case.may_be_named]
    hidden += [case for case in store.all(SuccessCase) if not case.may_be_shown_on(TODAY)]
    names = [name for case in hidden for name in (case.customer.zh, case.customer.en) if name]
    assert names
    for language in Language:
        for path in written(store, tmp_path / language, language=language):
            text = "".join(facts_of(path).texts)
            assert [name for name in names if name in text] == []


def test_the_name_of_a_client_keeps_the_book_in(store: Store, tmp_path: Path) -> None:
    client = store.all(Client)[0]
    case = leading_case(store)
    told = f"They work like {client.name.en} does."
    store.save([replace(case, situation=Text(told, told))])
    with pytest.raises(ManyProblems) as caught:
        written(store, tmp_path / "out", industry="games")
    assert client.name.en in {
        str(one.parameters["problem"].by_name["word"]) for one in caught.value.problems
    }
    assert not (tmp_path / "out").exists()


def test_without_a_case_to_show_there_is_one_clear_line(store: Store, tmp_path: Path) -> None:
    cases = store.all(SuccessCase)
    store.save([replace(case, permission=Permission.NONE) for case in cases])
    with pytest.raises(UserError, match="may be shown today"):
        written(store, tmp_path / "out")
    with pytest.raises(UserError, match="No success case from"):
        written(store, tmp_path / "out", industry="games")
    assert not (tmp_path / "out").exists()


def test_the_same_cases_give_the_same_bytes(store: Store, tmp_path: Path) -> None:
    (first,) = written(store, tmp_path / "a.pdf", industry="games")
    (second,) = written(store, tmp_path / "b.pdf", industry="games")
    assert first.read_bytes() == second.read_bytes()


def test_each_book_leaves_a_record_with_its_files_and_facts(store: Store, tmp_path: Path) -> None:
    paths = written(store, tmp_path / "out", print_editions=(PrintEdition.BOOKLET,))
    kept = store.newest_exports(9)
    assert {one.industry for one in kept} == {"games", "connected-vehicles"}
    assert {(one.kind, one.visit) for one in kept} == {(ExportKind.CASE_BOOK, None)}
    files = {file.name: file.sha256 for one in kept for file in one.files}
    assert files == {path.name: sha256(path.read_bytes()).hexdigest() for path in paths}
    for one in kept:
        assert {"case", "product", "industry", "company"} <= {fact.kind for fact in one.facts}


def test_a_single_file_stands_in_the_record_by_its_own_name(store: Store, tmp_path: Path) -> None:
    written(store, tmp_path / "mine.pdf", industry="games")
    (kept,) = store.newest_exports(9)
    assert ([file.name for file in kept.files], kept.folder) == (["mine.pdf"], str(tmp_path))


def test_a_book_that_the_gate_keeps_in_leaves_no_record(store: Store, tmp_path: Path) -> None:
    client, case = store.all(Client)[0], leading_case(store)
    store.save([replace(case, situation=Text.same(f"They work like {client.name.en} does."))])
    with pytest.raises(ManyProblems):
        written(store, tmp_path / "out", industry="games")
    assert store.newest_exports(9) == ()
    written(store, tmp_path / "out", industry="games", meant=(client.name.en,))
    assert [one.meant for one in store.newest_exports(9)] == [(client.name.en,)]


def test_a_logo_of_few_pixels_is_remarked_and_the_remark_is_kept(
    store: Store, tmp_path: Path
) -> None:
    ours = [logo for logo in store.all(Logo) if logo.client is None]
    store.save([replace(logo, content=small(logo.content)) for logo in ours])
    wishes = ExportWishes(language=Language.ZH)
    books = write_case_books(
        store,
        out=tmp_path / "out",
        wishes=wishes,
        today=TODAY,
        now=datetime.now(UTC),
        industry="games",
    )
    assert books.remarks
    assert all("coarse in print" in str(remark) for remark in books.remarks)
    (kept,) = store.newest_exports(9)
    assert len(kept.remarks) == len(books.remarks)
    assert all("印刷出来会很粗糙" in remark for remark in kept.remarks)


def small(content: bytes) -> bytes:
    """The picture at 60 pixels across."""
    with Raster.open(io.BytesIO(content)) as image:
        return encoded(image.resize((60, 60 * image.height // image.width)))
