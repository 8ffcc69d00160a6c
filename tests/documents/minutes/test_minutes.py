"""Minutes for the client and for the team, as pages and as Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from docx import Document

from briefing_app.documents.gate import NOTHING_FORBIDDEN, inspect
from briefing_app.documents.minutes.client_edition import client_edition
from briefing_app.documents.minutes.content import Facts, Grid, Minutes, Points, grid
from briefing_app.documents.minutes.docx_writer import write_docx
from briefing_app.documents.minutes.pages import minutes_pages
from briefing_app.documents.minutes.team_edition import team_edition
from briefing_app.documents.placed import TextBox
from briefing_app.documents.theme import load_theme
from briefing_app.documents.visit_plan.running import INTERNAL
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.sharing import internal_texts
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit_record import PersonFinding
from briefing_app.planning.minutes import client_minutes
from tests import builders
from tests.judges.pptx_package import schema_findings, structure_findings

LANGUAGES = pytest.mark.parametrize("language", list(Language))
RECORD = builders.visit_record()
DOSSIER = builders.rich_dossier(
    records=(RECORD,),
    follow_ups=(
        builders.follow_up(
            owner=Text("周敏", "Zhou Min"), due=builders.VISIT_DAY, is_for_client=True
        ),
        builders.follow_up("step-2", what=Text("内部核价", "Check the price inside")),
    ),
)


def _client(language: Language, dossier: Dossier = DOSSIER) -> Minutes:
    return client_edition(client_minutes(dossier, RECORD), language)


def _team(language: Language) -> Minutes:
    return team_edition(DOSSIER, RECORD, language)


def _words(minutes: Minutes) -> Iterator[str]:
    yield from (minutes.title, minutes.subtitle, minutes.foot)
    for section in minutes.sections:
        yield section.heading
        for block in section.blocks:
            match block:
                case Points():
                    yield from block.lines
                case Facts():
                    yield from (words for row in block.rows for words in row)
                case _:
                    yield from (*block.headings, *(w for row in block.rows for w in row))


def _docx(minutes: Minutes) -> bytes:
    return write_docx(minutes, builders.TODAY, "Subject")


def _words_of_docx(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join((*(p.text for p in document.paragraphs), *cells))


@LANGUAGES
def test_the_client_reads_what_was_agreed_and_who_does_what(language: Language) -> None:
    words = "\n".join(_words(_client(language)))
    for text in (
        *(point.words for point in RECORD.agreed),
        RECORD.shown[0].what,
        RECORD.next_meeting,
        DOSSIER.follow_ups[0].what,
        DOSSIER.needs[0].statement,
        DOSSIER.people[1].name,
        DOSSIER.colleagues[0].name,
    ):
        assert text.written_in(language) in words


@LANGUAGES
def test_nothing_internal_stands_in_the_clients_edition(language: Language) -> None:
    words = "\n".join(_words(_client(language)))
    told = {one for one in internal_texts((RECORD,)) if " " in one or not one.isascii()}
    assert len(told) > 15  # sentences, not ids
    assert not [one for one in told if one in words]
    assert DOSSIER.follow_ups[1].what.written_in(language) not in words


@LANGUAGES
def test_the_team_reads_all_six_records_and_the_mark_on_every_page(language: Language) -> None:
    minutes = _team(language)
    words = "\n".join(_words(minutes))
    for told in (
        RECORD.commitment,
        RECORD.needs[0].real_need,
        RECORD.delivery,
        RECORD.feedback[0].words,
        RECORD.open_questions[0],
        DOSSIER.follow_ups[1].what,
        RECORD.note,
        RECORD.needs[0].source,
        RECORD.feedback[0].note,
        RECORD.people[1].note,
        RECORD.people[1].source,
    ):
        assert told.written_in(language) in words
    for page in minutes_pages(minutes):
        marks = [e for e in page.elements if isinstance(e, TextBox) and e.name == "Mark"]
        assert [p.text for mark in marks for p in mark.text.paragraphs] == [INTERNAL]


def test_who_did_not_come_is_not_among_the_attendees() -> None:
    side = client_minutes(DOSSIER, RECORD)
    assert [one.name.en for one in side.attendees] == ["Lin Xiao", "Wu Qiang"]


def test_a_record_that_says_nothing_makes_minutes_without_empty_headings() -> None:
    record = builders.visit_record(
        needs=(),
        people=(),
        shown=(),
        feedback=(),
        agreed=(),
        open_questions=(),
        note=Text(),
        team=(),
    )
    record = replace(record, next_meeting=Text(), next_meeting_on=None)
    dossier = builders.bare_dossier(records=(record,))
    shared = client_edition(client_minutes(dossier, record), Language.EN)
    assert [section.heading for section in shared.sections] == ["The meeting"]


@LANGUAGES
@pytest.mark.parametrize("edition", [_client, _team])
def test_the_gate_lets_the_pages_pass(edition, language: Language) -> None:
    assert inspect(minutes_pages(edition(language)), load_theme(), NOTHING_FORBIDDEN) == ()


@LANGUAGES
@pytest.mark.parametrize("edition", [_client, _team])
def test_the_word_file_is_sound_and_says_the_same(edition, language: Language) -> None:
    minutes = edition(language)
    content = _docx(minutes)
    assert schema_findings(content, ".docx") == structure_findings(content) == []
    words = _words_of_docx(content)
    assert all(one in words for one in _words(minutes) if one != minutes.foot)
    assert minutes.foot in Document(io.BytesIO(content)).sections[0].footer.paragraphs[0].text


def test_the_word_file_has_headings_repeated_table_heads_and_page_numbers() -> None:
    content = _docx(_team(Language.ZH))
    document = Document(io.BytesIO(content))
    assert {p.style.name for p in document.paragraphs} >= {"Title", "Heading 1", "List Number"}
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        footer = archive.read("word/footer1.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    assert 'w:instr="PAGE"' in footer
    assert 'w:eastAsia="Microsoft YaHei"' in styles
    assert 'w:eastAsia="zh-CN"' in styles


def test_columns_of_the_word_file_are_as_wide_as_their_words_need() -> None:
    needs = Document(io.BytesIO(_docx(_team(Language.EN)))).tables[0]
    widths = {
        cell.text: column.width
        for cell, column in zip(needs.rows[0].cells, needs.columns, strict=True)
    }
    assert widths["Need"] > 1.5 * widths["Level"]


def test_the_word_file_says_nothing_of_the_library_that_wrote_it() -> None:
    with zipfile.ZipFile(io.BytesIO(_docx(_client(Language.EN)))) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [n for n in names if "thumbnail" in n or "customXml" in n or "app.xml" in n]
    assert b"python-docx" not in everything
    assert b"2013" not in everything


def test_the_same_minutes_give_the_same_bytes() -> None:
    assert _docx(_team(Language.EN)) == _docx(_team(Language.EN))


@LANGUAGES
def test_a_concern_without_a_subject_stands_alone(language: Language) -> None:
    said = PersonFinding(person=DOSSIER.people[0].id, concern_detail=Text("工期", "The schedule"))
    record = replace(RECORD, people=(said,))
    assert said.concern_detail.written_in(language) in set(
        _words(team_edition(DOSSIER, record, language))
    )


def test_a_long_text_gets_the_room_that_short_columns_leave() -> None:
    long = "Effects of a campaign must be visible on the same day. " * 6
    made = grid(("Level", "Need", "Due"), [("L2", long, "8 December 2026")])
    level, need, due = made.shares
    assert level < due < need
    assert need > sum(made.shares) / 2


def test_two_long_texts_share_the_line_and_nothing_is_without_room() -> None:
    long = "字" * 90
    made = grid(("A", "B", "C"), [(long, long, ""), ("", "x", "y")])
    one, other, last = made.shares
    assert one == other
    assert last > 0


@LANGUAGES
@pytest.mark.parametrize(("count", "has_list"), [(12, False), (60, True)])
def test_many_attendees_are_listed_a_line_each(
    language: Language, count: int, has_list: bool
) -> None:
    side = client_minutes(DOSSIER, RECORD)
    (somebody, *_) = side.attendees
    names = [Text(f"王小明{number}", f"Wang Xiaoming {number}") for number in range(count)]
    many = replace(side, attendees=tuple(replace(somebody, name=name) for name in names))
    made = client_edition(many, language)
    lists = [
        [row[0] for row in block.rows]
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Grid) and names[0].written_in(language) in block.rows[0]
    ]
    assert lists == ([[name.written_in(language) for name in names]] if has_list else [])
    assert names[-1].written_in(language) in "".join(_words(made))
    assert inspect(minutes_pages(made), load_theme(), NOTHING_FORBIDDEN) == ()


def test_dates_and_labels_stay_on_one_line_beside_long_texts() -> None:
    long = "Verify budget and payment dates with the finance director"
    row = (long, "Heronshore, Zhou Ruotong", "10 December 2026", "Yes", "26 November 2026")
    made = grid(("What", "Owner", "Due", "Client may see it", "Done on"), [row])
    what, owner, due, _seen, done = made.shares
    assert due == done >= len("10 December 2026") + 2
    assert what > owner
