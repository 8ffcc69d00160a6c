"""Where people stand when reporting lines run down: tidy trees, laid out by a library.

Somebody with many reports who lead nobody has them hang in columns, as org charts do, so that
sixty people still fit a screen. Such a column is a chain to the layout, which keeps its rows free.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from briefing_app.documents.placed import Frame
from briefing_app.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class TreeForm:
    """Sizes of cards and of the white between them; from how many reports on they hang in
    columns, and how many hang in one."""

    card_width: float
    card_height: float
    across: float
    down: float
    hang_from: int = 3
    hang_most: int = 5


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody stands. ``hangs`` is true in a column below the superior."""

    frame: Frame
    hangs: bool = False


def seats(
    people: Sequence[PersonId], superior: Mapping[PersonId, PersonId], form: TreeForm
) -> Mapping[PersonId, Seat]:
    """A seat for each of ``people``, in their order from left to right; no two overlap. Those
    whom no line joins stand last.

    ``superior`` names whom somebody reports to, and has no circles.
    """
    from graphlay import Graph, layout_tree

    leading = set(superior.values())
    graph = Graph()
    for person in sorted(people, key=lambda one: one not in leading and one not in superior):
        graph.node(person, width=form.card_width, height=form.card_height)
    hanging: set[PersonId] = set()
    for above, below, hangs in _edges(people, superior, form):
        if hangs:
            hanging.add(below)
        if above is not None:
            graph.edge(above, below)
    if not people:
        return {}
    options = {
        "direction": "topbottom",
        "sibling_gap": form.across,
        "subtree_gap": form.across,
        "row_gap": form.down,
    }
    centres = layout_tree(graph, options=options).positions()
    return {person: Seat(_around(*centres[person], form), person in hanging) for person in people}


def _around(x: float, y: float, form: TreeForm) -> Frame:
    left, top = x - form.card_width / 2, y - form.card_height / 2
    return Frame(left, top, form.card_width, form.card_height)


def _edges(
    people: Sequence[PersonId], superior: Mapping[PersonId, PersonId], form: TreeForm
) -> Iterator[tuple[PersonId | None, PersonId, bool]]:
    """Who stands below whom in the layout, and who of them hangs in a column."""
    below: dict[PersonId | None, list[PersonId]] = {}
    for person in people:
        below.setdefault(superior.get(person), []).append(person)
    for above, reports in below.items():
        leading = [one for one in reports if one in below]
        alone = [one for one in reports if one not in below]
        yield from ((above, one, False) for one in leading)
        if len(alone) < form.hang_from:
            yield from ((above, one, False) for one in alone)
            continue
        for column in _columns(alone, form.hang_most):
            links = zip((above, *column), column, strict=False)
            yield from ((upper, one, True) for upper, one in links)


def _columns(people: Sequence[PersonId], most: int) -> Iterator[Sequence[PersonId]]:
    """The people in as few columns as needed, of about the same length."""
    count = ceil(len(people) / most)
    length = ceil(len(people) / count)
    for start in range(0, len(people), length):
        yield people[start : start + length]
