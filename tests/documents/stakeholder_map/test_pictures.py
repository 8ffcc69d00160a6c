"""The map's pictures: each view shows everybody, in step, with nothing on anything else."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations

import pytest
from PIL import Image as Raster

from briefing_app.documents.placed import Frame, Image, Path, Shape, TextBox
from briefing_app.documents.stakeholder_map.pen import Pen
from briefing_app.documents.stakeholder_map.picture import MapKind, MapPicture
from briefing_app.documents.stakeholder_map.pictures import PICTURES
from briefing_app.documents.stakeholder_map.portrait import SIDE, portraits_in
from briefing_app.documents.text_runs import runs_of
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId, PhotoId
from briefing_app.domain.photo import Photo
from briefing_app.domain.stakeholder import BuyingRole, Influence, LineKind, Support
from briefing_app.domain.text import Language, Text
from briefing_app.planning.chain import decision_chain
from briefing_app.planning.facts import Facts
from briefing_app.planning.settings import PlanningSettings
from briefing_app.wording import wording_in
from tests import builders
from tests.drawn_pictures import photo
from tests.stakeholder_maps import crowd

EVERY = pytest.mark.parametrize("kind", list(MapKind))
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def drawn(kind: MapKind, dossier: Dossier, language: Language = Language.EN) -> MapPicture:
    chain = decision_chain(Facts(dossier, builders.TODAY, PlanningSettings()))
    portraits = portraits_in(dossier)
    return PICTURES[kind](Pen(dossier, chain, wording_in(language), portraits=portraits))


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


def test_those_without_a_role_stand_side_by_side_below_a_full_chain() -> None:
    picture = drawn(MapKind.CHAIN, crowd(60))
    waiting = [card.frame for card in picture.cards if card.spot == "no-role"]
    assert len(waiting) > 8
    assert len({frame.y for frame in waiting}) <= len(waiting) // 8 + 1
    assert len({frame.x for frame in waiting}) == 8


def with_photos(dossier: Dossier, *people: str) -> Dossier:
    shown = (Photo(id=PhotoId(one), person=PersonId(one), image=photo()) for one in people)
    return replace(dossier, photos=tuple(shown))


def faces(picture: MapPicture) -> set[str]:
    """Who is shown by a photo on every card of theirs but the marks of closeness."""
    return {
        card.person
        for card in picture.cards
        for element in card.elements
        if isinstance(element, Image)
    }


@EVERY
def test_a_photo_stands_round_in_the_place_of_initials(kind: MapKind) -> None:
    picture = drawn(kind, with_photos(crowd(25), "p01", "p07"))
    assert faces(picture) == {"p01", "p07"}
    for card in picture.cards_of(PersonId("p01")):
        for image in (one for one in card.elements if isinstance(one, Image)):
            assert image.frame.width == pytest.approx(image.frame.height)
            assert card.frame.holds(image.frame)
            assert "Initials" not in {one.name for one in card.elements}


@EVERY
def test_nothing_that_tells_something_stands_on_a_photo(kind: MapKind) -> None:
    for card in drawn(kind, with_photos(crowd(25), *(f"p{n:02d}" for n in range(25)))).cards:
        told = [
            one.frame
            for one in card.elements
            if not isinstance(one, Image) and one.name not in ("person", "face")
        ]
        for image in (one for one in card.elements if isinstance(one, Image)):
            assert not any(frame.overlaps(image.frame, 0.01) for frame in told)


@EVERY
def test_a_map_with_photos_has_initials_for_the_others(kind: MapKind) -> None:
    dossier = with_photos(crowd(8), "p01")
    picture = drawn(kind, dossier)
    shown = {box.name for card in picture.cards_of(PersonId("p02")) for box in card.elements}
    assert "Initials" in shown


@EVERY
@pytest.mark.parametrize("count", [8, 60])
def test_with_photos_nobody_stands_on_anybody(kind: MapKind, count: int) -> None:
    picture = drawn(kind, with_photos(crowd(count), "p00"))
    frames = [card.frame for card in picture.cards]
    assert not any(one.overlaps(other, 0.01) for one, other in combinations(frames, 2))


def test_a_portrait_is_a_small_disc_with_nothing_around_it() -> None:
    (made,) = portraits_in(with_photos(crowd(3), "p00")).values()
    with Raster.open(io.BytesIO(made.content)) as image:
        assert image.size == (SIDE, SIDE)
        alpha = image.getchannel("A")
    corner, middle, edge = ((2, 2), (SIDE // 2, SIDE // 2), (1, SIDE // 2))
    assert [alpha.getpixel(point) for point in (corner, middle, edge)] == [0, 255, 255]


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
