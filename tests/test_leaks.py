"""No internal fact reaches a client: every byte of every client edition is searched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.client import Person
from briefing_app.domain.export_record import Edition
from briefing_app.domain.ids import PhotoId, VisitId
from briefing_app.domain.opportunity import Need
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.text import Language
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.services.case_book import write_case_books
from briefing_app.services.exchange_data import all_records
from briefing_app.services.export import Export, export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.making.make import AFTERWARDS, MAKERS, Makers
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.samples import load_samples
from briefing_app.store.store import Store, open_store
from tests.after_visit import added_to
from tests.drawn_pictures import photo
from tests.judges.leaks import leaks_in
from tests.planting import Planted, internal_fields, plant

VISITS = 4
"""The sample data has as many: two clients, each with two visits of different stages."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, ...]:
    """The sample records, a photo and what came after, so that no internal field is empty
    everywhere."""
    with open_store(tmp_path_factory.mktemp("samples")) as store:
        load_samples(store)
        records = list(all_records(store))
    last = max(i for i, record in enumerate(records) if isinstance(record, FollowUp))
    records[last] = replace(records[last], done_on=date(2026, 11, 1))  # type: ignore[call-arg]
    person = next(record for record in records if isinstance(record, Person))
    face = Photo(id=PhotoId("a-face"), person=person.id, image=photo())
    return (*records, face, *added_to(records))


@pytest.fixture(scope="module")
def planted(
    samples: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Planted]:
    """A data folder of planted records, and what was planted."""
    folder = tmp_path_factory.mktemp("planted")
    records, secrets = plant(samples)
    with open_store(folder) as store, store.change():
        store.save(records)
    return folder, secrets


def exported(
    store: Store, visit: VisitId, language: Language, out: Path, makers: Makers = MAKERS
) -> Export:
    wishes = ExportWishes(language=language, print_editions=tuple(PrintEdition), with_pdf=True)
    return export_visit(
        store,
        visit,
        out=out,
        wishes=wishes,
        today=date(2026, 11, 23),
        now=datetime(2026, 11, 23, tzinfo=UTC),
        makers=makers,
    )


def files_for(export: Export, edition: Edition) -> list[Path]:
    return [export.folder / file.name for file in export.record.files if file.edition is edition]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", range(VISITS))
def test_no_planted_secret_leaves_with_a_client_edition(
    planted: tuple[Path, Planted], number: int, language: Language, tmp_path: Path
) -> None:
    folder, secrets = planted
    with open_store(folder) as store:
        export = exported(store, store.all(Visit)[number].id, language, tmp_path)
    assert leaks_in(files_for(export, Edition.CLIENT), secrets.secrets) == []
    assert not any(secret in export.folder.name for secret in secrets.secrets)


@pytest.mark.parametrize("language", Language)
def test_no_planted_secret_leaves_with_a_case_book(
    planted: tuple[Path, Planted], language: Language, tmp_path: Path
) -> None:
    folder, secrets = planted
    with open_store(folder) as store:
        books = write_case_books(
            store,
            out=tmp_path,
            wishes=ExportWishes(language=language, print_editions=tuple(PrintEdition)),
            today=date(2026, 11, 23),
            now=datetime.now(UTC),
        ).files
    assert len(books) >= len(PrintEdition) + 1
    assert leaks_in(books, secrets.secrets) == []


@pytest.mark.parametrize("language", Language)
def test_no_planted_secret_leaves_with_the_minutes_for_a_client(
    planted: tuple[Path, Planted], language: Language, tmp_path: Path
) -> None:
    folder, secrets = planted
    with open_store(folder) as store:
        (record,) = store.all(VisitRecord)
        export = exported(store, record.visit, language, tmp_path, AFTERWARDS)
    assert len(files_for(export, Edition.CLIENT)) == 2
    assert leaks_in(files_for(export, Edition.CLIENT), secrets.secrets) == []


def test_the_same_secrets_do_stand_in_what_our_own_team_gets(
    planted: tuple[Path, Planted], tmp_path: Path
) -> None:
    folder, secrets = planted
    with open_store(folder) as store:
        export = exported(store, store.all(Visit)[0].id, Language.EN, tmp_path)
    found = {leak.secret for leak in leaks_in(files_for(export, Edition.TEAM), secrets.secrets)}
    assert len(found) > 30


def test_every_internal_field_of_the_domain_is_planted(
    samples: tuple[Record, ...], planted: tuple[Path, Planted]
) -> None:
    wanted = set().union(*(internal_fields(kind.record_type) for kind in KINDS))
    missing = {f"{owner.__name__}.{name}" for owner, name in wanted - planted[1].places}
    assert missing == set()
    assert len([r for r in samples if isinstance(r, Visit)]) == VISITS


def test_planting_keeps_what_a_client_may_see(samples: tuple[Record, ...]) -> None:
    after, secrets = plant(samples)
    assert [r.statement for r in samples if isinstance(r, Need)] == [
        r.statement for r in after if isinstance(r, Need)
    ]
    assert len(set(secrets.secrets)) == len(secrets.secrets) > 300
