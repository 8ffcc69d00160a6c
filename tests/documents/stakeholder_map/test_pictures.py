"""The map's pictures: each view shows everybody, in step, with nothing on anything else."""

from __future__ import annotations

from itertools import combinations

import pytest

from briefing_app.documents.placed import Frame, Path, Shape, TextBox
from briefing_app.documents.stakeholder_map.card import initials
from briefing_app.documents.stakeholder_map.pen import Pen
from briefing_app.documents.stakeholder_map.picture import MapKind, MapPicture
from briefing_app.documents.stakeholder_map.pictures import PICTURES
from briefing_app.documents.text_runs import runs_of
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import BuyingRole, Influence, LineKind, Support
from briefing_app.domain.text import Language, Text
from briefing_app.planning.chain import decision_chain
from briefing_app.planning.facts import Facts
from briefing_app.planning.settings import PlanningSettings
from briefing_app.wording import wording_in
from tests import builders
from tests.stakeholder_maps import crowd

EVERY = pytest.mark.parametrize("kind", list(MapKind))
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def drawn(kind: MapKind, dossier: Dossier, language: Language = Language.EN) -> MapPicture:
    chain = decision_chain(Facts(dossier, builders.TODAY, PlanningSettings()))
    return PICTURES[kind](Pen(dossier, chain, wording_in(language)))


def words(picture: MapPicture) -> list[str]:
    boxes = (one for one in picture.elements if isinstance(one, TextBox))
    return [" ".join(p.text for p in box.text.paragraphs) for box in boxes]


@EVERY
@LANGUAGES
@pytest.mark.parametrize("count", [1, 8, 25, 60])
def test_everybody_is_there_and_stands_on_nobody(
    kind: MapKind, language: Language, count: int
) -> None:
    picture = drawn(kind, crowd(count), language)
    assert {card.person for card in picture.cards} == {f"p{n:02d}" for n in range(count)}
    frames = [card.frame for card in picture.cards]
    assert not any(one.overlaps(other, 0.01) for one, other in combinations(frames, 2))
    sheet = Frame(0, 0, picture.width, picture.height)
    assert all(sheet.holds(frame) for frame in frames)


@EVERY
@LANGUAGES
def test_all_words_keep_inside_their_cards(kind: MapKind, language: Language) -> None:
    for card in drawn(kind, crowd(25), language).cards:
        for box in (one for one in card.elements if isinstance(one, TextBox)):
            assert card.frame.holds(box.frame)
            assert all(run.x + run.width <= card.frame.right for run in runs_of(box))


@EVERY
def test_a_card_stands_in_the_spot_that_it_names(kind: MapKind) -> None:
    picture = drawn(kind, crowd(25))
    for card in (one for one in picture.cards if one.spot):
        assert picture.spot(card.spot).frame.holds(card.frame)
        middle = (card.frame.x + card.frame.width / 2, card.frame.y + card.frame.height / 2)
        assert picture.spot_at(*middle) == picture.spot(card.spot)


def test_the_grid_has_a_spot_for_each_value() -> None:
    spots = drawn(MapKind.GRID, builders.rich_dossier()).spots
    assert {(spot.influence, spot.support) for spot in spots} == {
        (influence, support) for influence in Influence for support in Support
    }


def test_a_gap_in_the_chain_is_an_empty_seat() -> None:
    picture = drawn(MapKind.CHAIN, builders.bare_dossier())
    empty = [one for one in picture.ground if isinstance(one, Shape) and one.name == "empty seat"]
    assert len(empty) == 5
    assert words(picture).count("Who is it?") == 5


def test_an_unnamed_holder_stands_below_the_empty_seat() -> None:
    nameless = builders.person("x", name=Text("? 拍板方", "? Decider"))
    known = builders.stakeholder("x", roles=(BuyingRole.DECIDER,))
    picture = drawn(MapKind.CHAIN, builders.bare_dossier(people=(nameless,), stakeholders=(known,)))
    assert words(picture).count("Who is it?") == 5
    (card,) = picture.cards_of(PersonId("x"))
    seats = [one for one in picture.ground if isinstance(one, Shape) and one.name == "empty seat"]
    assert not any(seat.frame.overlaps(card.frame) for seat in seats)


def test_each_line_of_the_project_is_drawn_once() -> None:
    dossier = builders.rich_dossier()
    picture = drawn(MapKind.LINES, dossier)
    assert {line.line for line in picture.lines} == {line.id for line in dossier.lines}
    signs = {
        line.kind: [one.name for one in line.elements if isinstance(one, Path)]
        for line in picture.lines
    }
    assert "arrow" in signs[LineKind.INFLUENCES]
    assert signs[LineKind.CONFLICTS_WITH].count("conflict") == 3  # the line and its cross


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (Text("欧阳修远", ""), "修远"),
        (Text("", "Mary-Ann van Dyke"), "MD"),
        (Text("", "Cher"), "C"),
        (Text("", "? Decider"), "?"),
    ],
)
def test_initials_stand_for_a_photograph(name: Text, shown: str) -> None:
    assert initials(builders.person(name=name), Language.EN) == shown


@pytest.mark.parametrize("count", [8, 25, 60])
def test_the_cross_of_a_conflict_is_covered_by_nobody(count: int) -> None:
    picture = drawn(MapKind.LINES, crowd(count))
    crosses = [
        element.frame
        for line in picture.lines
        if line.kind is LineKind.CONFLICTS_WITH
        for element in line.elements[1:]
    ]
    covered = [
        cross for cross in crosses if any(card.frame.overlaps(cross) for card in picture.cards)
    ]
    assert len(covered) <= len(crosses) // 10  # a line that is hidden all along has no better place


def test_a_line_to_somebody_further_along_the_row_runs_below_it() -> None:
    """Three who lead others stand side by side; the first influences the third."""
    names = ("a", "b", "c")
    people = tuple(builders.person(one) for name in names for one in (name, f"{name}1"))
    reporting = (builders.line(f"{name}1", name) for name in names)
    lines = (*reporting, builders.line("a", "c", LineKind.INFLUENCES))
    picture = drawn(MapKind.LINES, builders.bare_dossier(people=people, lines=lines))
    frames = {card.person: card.frame for card in picture.cards}
    assert frames[PersonId("a")].y == frames[PersonId("c")].y
    (line,) = (one for one in picture.lines if one.kind is LineKind.INFLUENCES)
    way = line.elements[0]
    assert isinstance(way, Path)
    assert way.frame.y >= frames[PersonId("b")].bottom
