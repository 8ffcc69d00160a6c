"""Keeps the message catalogue in step with the code.

    python -m tests.catalogue translate FILE.json   add {"English": "中文"}, then update
    python -m tests.catalogue update                extract, merge, compile; print gaps
    python -m tests.catalogue check                 exit 1 when the catalogue is not up to date

FILE.json maps an English message id to its Chinese, or for a counted phrase maps the
singular id to the one Chinese form.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "assets/locale/zh/LC_MESSAGES/briefing_app.po"
MO = PO.with_suffix(".mo")
CLICK_PO = PO.with_name("click.po")
"""Chinese of the command-line library's own words; its ids are not extracted from our code."""
KEYWORDS = {
    "N_": None,
    "say": None,
    "say_count": (1, 2),
    "phrase": None,
    "_phrase": None,
    "counted": (1, 2),
    "UserError": None,
    "ManyProblems": None,
    "NoClient": None,
}
_STAMP = datetime(2026, 1, 1, tzinfo=UTC)  # fixed, so that a rebuild changes nothing


def extracted() -> Catalog:
    """All message ids in the code, with the files they stand in."""
    catalog = _empty()
    found = extract_from_dir(ROOT / "briefing_app", keywords=KEYWORDS, comment_tags=())
    for filename, _line, ids, _comments, _context in found:
        catalog.add(ids, locations=[(f"briefing_app/{filename}", 0)])
    return catalog


def stored() -> Catalog:
    """The catalogue as it is kept."""
    if not PO.exists():
        return _empty()
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def merged(translations: dict[str, str]) -> Catalog:
    """The extracted ids with the stored and the given Chinese."""
    catalog, known = extracted(), stored()
    for message in catalog:
        if not message.id:
            continue
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        before = known.get(one)
        chinese = translations.get(one) or (before.string if before else "")
        chinese = chinese[0] if isinstance(chinese, tuple) else chinese
        message.string = (chinese,) if isinstance(message.id, tuple) else chinese
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """English ids that have no Chinese yet."""
    return [
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalog
        if message.id and not any(message.string)
    ]


def as_bytes(catalog: Catalog) -> tuple[bytes, bytes]:
    """The catalogue as .po and .mo bytes."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, width=100, sort_output=True, omit_header=False, no_location=True)
    write_mo(mo, catalog)
    return po.getvalue(), mo.getvalue()


def is_up_to_date() -> bool:
    """True when the kept files are what an update would write."""
    if not (PO.exists() and MO.exists()):
        return False
    return _pairs(merged({})) == _pairs(stored()) and all(map(_is_compiled, (PO, CLICK_PO)))


def _is_compiled(po: Path) -> bool:
    with po.open("rb") as source, po.with_suffix(".mo").open("rb") as compiled:
        return _pairs(read_po(source)) == _pairs(read_mo(compiled))


def update(translations: dict[str, str]) -> list[str]:
    """Write both files; return the ids that still lack Chinese."""
    catalog = merged(translations)
    po, mo = as_bytes(catalog)
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po)
    MO.write_bytes(mo)
    with CLICK_PO.open("rb") as source, CLICK_PO.with_suffix(".mo").open("wb") as compiled:
        click = read_po(source)
        click.creation_date = click.revision_date = _STAMP
        write_mo(compiled, click)
    return untranslated(catalog)


def _pairs(catalog: Catalog) -> dict[object, object]:
    return {
        _hashable(message.id): _hashable(message.string)
        for message in catalog
        if message.id and message.string
    }


def _hashable(one_or_more: object) -> object:
    return tuple(one_or_more) if isinstance(one_or_more, list) else one_or_more


def _empty() -> Catalog:
    return Catalog(
        locale="zh",
        project="briefing-app",
        version="1",
        header_comment="# Chinese of the briefing assistant.",
        creation_date=_STAMP,
        revision_date=_STAMP,
        fuzzy=False,
    )


def main(arguments: list[str]) -> int:
    """Run the command line described above; return its exit status."""
    command = arguments[0] if arguments else "update"
    if command == "check":
        missing = untranslated(merged({}))
        print("\n".join(missing) or "complete")
        return 0 if is_up_to_date() and not missing else 1
    given: dict[str, str] = {}
    for name in arguments[1:]:
        given |= json.loads(Path(name).read_text(encoding="utf-8"))
    missing = update(given)
    print(json.dumps(missing, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
