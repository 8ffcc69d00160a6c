"""Every block takes its white from one scale of steps."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from briefing_app.documents.deck import blocks
from briefing_app.documents.deck.spacing import STEPS, tighter
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.domain.text import Language

FILES = sorted(Path(blocks.__file__).parent.glob("*.py"))


def loose_numbers(file: Path) -> Iterator[str]:
    """Spaces that are written as numbers: gaps of stacks, insets of frames."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        given = [keyword.value for keyword in node.keywords if keyword.arg == "gap"]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "inset":
            given += node.args
        for value in given:
            if isinstance(value, ast.Constant) and value.value:
                yield f"{file.name}:{value.lineno}: {value.value}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_block_writes_a_space_as_a_number(file: Path) -> None:
    assert list(loose_numbers(file)) == []


def test_a_tight_slide_takes_each_space_one_step_down() -> None:
    tight = TypeScale(Language.EN, is_tight=True)
    assert [tight.space(high) for _, high in pairwise(STEPS)] == list(STEPS[:-1])
    assert tighter(STEPS[0]) == STEPS[0]
    assert TypeScale(Language.EN).space(STEPS[3]) == STEPS[3]
