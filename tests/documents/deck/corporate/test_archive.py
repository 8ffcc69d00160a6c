from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.documents.deck.corporate.reading import read_template
from briefing_app.errors import UserError
from tests.documents.deck.corporate.files import (
    MAIN,
    MASTER,
    THEME,
    TYPES,
    Parts,
    changed,
    plain,
    replaced,
    zipped,
)

PLAIN = plain()


def refusal(data: bytes) -> str:
    with pytest.raises(UserError) as caught:
        read_template(data, "company.potx")
    return str(caught.value)


def test_a_file_with_a_password_is_refused_with_the_reason() -> None:
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def test_an_empty_file_and_one_that_is_cut_off_are_told_apart_from_other_files() -> None:
    assert "is empty" in refusal(b"")
    assert "incomplete" in refusal(PLAIN[:5000])


@pytest.mark.parametrize("data", [b"%PDF-1.7", zipped({"a.txt": b"a"})])
def test_what_is_not_powerpoint_is_refused(data: bytes) -> None:
    assert "is not a PowerPoint template" in refusal(data)


def test_macros_are_refused_by_their_content_type() -> None:
    macro = replaced(TYPES, MAIN, b"presentation.macroEnabled.main+xml")
    data = changed(PLAIN, macro).replace(
        b"vnd.openxmlformats-officedocument.presentation.macro", b"vnd.ms-powerpoint.pres.macro"
    )
    assert "macros" in refusal(data)


def test_macros_are_refused_by_their_part() -> None:
    def add(parts: Parts) -> None:
        parts["ppt/vbaProject.bin"] = b"code"

    assert "macros" in refusal(changed(PLAIN, add))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    def swell(parts: Parts) -> None:
        parts["ppt/media/image1.png"] = bytes(60_000_000)

    assert "grows to more than 200 times its size" in refusal(changed(PLAIN, swell))


def test_too_many_parts_are_refused() -> None:
    def add(parts: Parts) -> None:
        parts.update({f"ppt/media/image{n}.png": b"" for n in range(6000)})

    assert "parts" in refusal(changed(PLAIN, add))


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaa">]>\n<p:sldMaster '
    assert "entities" in refusal(changed(PLAIN, replaced(MASTER, b"<p:sldMaster ", bomb)))


@pytest.mark.parametrize("part", [MASTER, THEME, "ppt/presentation.xml", TYPES])
def test_a_broken_part_is_named(part: str) -> None:
    def cut(parts: Parts) -> None:
        parts[part] = parts[part][: len(parts[part]) // 2]

    assert part in refusal(changed(PLAIN, cut))


def test_a_missing_part_is_named() -> None:
    assert MASTER in refusal(changed(PLAIN, lambda parts: parts.pop(MASTER) and None))


def test_a_linked_picture_is_refused_with_its_address() -> None:
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="file:///C:/secret/logo.png" TargetMode="External"/>'
        b"</Relationships>"
    )
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    data = changed(PLAIN, replaced(rels, b"</Relationships>", link))
    assert "file:///C:/secret/logo.png" in refusal(data)


def test_a_link_to_the_company_is_kept() -> None:
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/hyperlink" Target="https://example.com" TargetMode="External"/>'
        b"</Relationships>"
    )
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    assert read_template(changed(PLAIN, replaced(rels, b"</Relationships>", link)), "a.potx")


@settings(max_examples=40, deadline=None)
@given(
    place=st.integers(0, 10_000),
    part=st.sampled_from([MASTER, THEME, "ppt/presentation.xml", "_rels/.rels"]),
    junk=st.binary(max_size=12),
)
def test_no_damage_makes_the_reader_crash(place: int, part: str, junk: bytes) -> None:
    def damage(parts: Parts) -> None:
        at = place % len(parts[part])
        parts[part] = parts[part][:at] + junk + parts[part][at + len(junk) :]

    with contextlib.suppress(UserError):
        assert read_template(changed(PLAIN, damage), "company.potx").plans
