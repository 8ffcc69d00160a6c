from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.client import Person
from briefing_app.domain.text import Text
from briefing_app.exchange.reading import read_file
from tests.exchange.build import ACME, WANG
from tests.exchange.sheets import KNOWN, problems

V21 = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=9F=A9;=E6=A2=85=E6=A2=85
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=9F=A9=E6=A2=85=
=E6=A2=85
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=88=B1=E5=AE=A2
TEL;CELL:+86 138
EMAIL;INTERNET:han@example.com
END:VCARD
"""
V30 = """BEGIN:VCARD
VERSION:3.0
N:韩;梅梅;;;
FN:韩梅
 梅
ORG:爱客;市场部
item1.EMAIL;TYPE=INTERNET:han@example.com
TEL;TYPE=CELL:+86 138
NOTE:a note
END:VCARD
"""
V40 = """BEGIN:VCARD
VERSION:4.0
FN:韩梅梅
ORG:爱客
EMAIL:mailto:han@example.com
TEL;VALUE=uri:tel:+86 138
END:VCARD
"""
HAN = Person(
    id="new", client=ACME.id, name=Text("韩梅梅"), email="han@example.com", phone="+86 138"
)


def _read(tmp_path: Path, content: bytes, client: str = "") -> object:
    (tmp_path / "x.vcf").write_bytes(content)
    return read_file(tmp_path / "x.vcf", KNOWN, client=client, make_id=lambda: "new").records


@pytest.mark.parametrize("card", [V21, V30, V40], ids=["2.1", "3.0", "4.0"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_each_version_gives_the_same_person(tmp_path: Path, card: str, encoding: str) -> None:
    assert _read(tmp_path, card.replace("\n", "\r\n").encode(encoding)) == (HAN,)


def test_a_name_in_gbk_is_read(tmp_path: Path) -> None:
    name = "".join(f"={byte:02X}" for byte in "韩梅梅".encode("gbk"))
    card = f"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{name}\nEND:VCARD\n"
    (person,) = _read(tmp_path, card.encode(), client="爱客")  # type: ignore[misc]
    assert person.name == Text("韩梅梅")


def test_a_known_person_is_updated_and_their_note_kept(tmp_path: Path) -> None:
    card = V40.replace("韩梅梅", "Fang Wang").replace("han@", "wang@")
    (person,) = _read(tmp_path, card.encode())  # type: ignore[misc]
    assert person.id == WANG.id
    assert person.name == Text("王芳", "Fang Wang")
    assert (person.title, person.last_contact) == (WANG.title, WANG.last_contact)


def test_a_card_of_an_unknown_client_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.vcf").write_text(V40.replace("爱客", "无名公司"), encoding="utf-8")
    assert problems(tmp_path / "x.vcf") == [
        "Card 1 (韩梅梅): there is no 无名公司 under Clients. "
        "There are: Acme. Choose one of these, or add it there first."
    ]


def test_a_card_without_a_company_needs_a_client(tmp_path: Path) -> None:
    card = V40.replace("ORG:爱客\n", "")
    (tmp_path / "x.vcf").write_text(card, encoding="utf-8")
    assert problems(tmp_path / "x.vcf") == [
        "Card 1 (韩梅梅): the card names no company. Name the client of these people with --client."
    ]
    assert _read(tmp_path, card.encode(), client="Acme") == (HAN,)


def test_a_card_without_a_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.vcf").write_text(V40.replace("FN:韩梅梅\n", ""), encoding="utf-8")
    assert problems(tmp_path / "x.vcf") == [
        "Card 1 (?): the card has no name. Write the person's name on it."
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"hello", "x.vcf holds no vCard."),
        (b"BEGIN:VCARD\nEND:VCALENDAR\n", "is not a readable vCard file"),
        (b"BEGIN:VCARD\nFN;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=E9\nEND:VCARD\n", "vCard"),
    ],
)
def test_a_file_that_is_no_vcard_is_refused(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "x.vcf").write_bytes(content)
    (found,) = problems(tmp_path / "x.vcf")
    assert expected in found
