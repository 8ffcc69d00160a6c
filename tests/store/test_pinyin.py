"""pypinyin loaded piece by piece reads as pypinyin does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from random import Random

from briefing_app.store.pinyin import readings

_PLAIN = """
import json, sys
import pypinyin
names = json.load(sys.stdin)
json.dump([pypinyin.lazy_pinyin(name, errors=list) for name in names], sys.stdout)
"""
_PHRASES = """
import json, sys
import pypinyin.phrases_dict
json.dump(sorted(pypinyin.phrases_dict.phrases_dict), sys.stdout)
"""


def _elsewhere(script: str, given: object = None) -> list[list[str]] | list[str]:
    """What a script of another process writes as JSON, with pypinyin as it is."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        input=json.dumps(given),
        text=True,
        capture_output=True,
    )
    answer: list[list[str]] | list[str] = json.loads(done.stdout)
    return answer


def _names() -> list[str]:
    """Every phrase that pypinyin knows, and 6,000 names with parts of them."""
    phrases = [str(phrase) for phrase in _elsewhere(_PHRASES)]
    chance = Random(20261126)
    mixed = ["".join(chance.choices(phrases, k=2)) for _ in range(3_000)]
    odd = ["".join(map(chr, chance.choices(range(0x4E00, 0xA000), k=6))) for _ in range(3_000)]
    return [*phrases, *mixed, *odd, "重庆银行", "长安汽车", "鿯银", "𠀀"]


def test_every_phrase_and_name_is_read_as_by_plain_pypinyin() -> None:
    names = _names()
    assert len(names) > 50_000
    assert [readings(name, list) for name in names] == _elsewhere(_PLAIN, names)


def test_the_environment_is_left_as_it_was() -> None:
    readings("重庆", list)
    assert "PYPINYIN_NO_PHRASES" not in os.environ
