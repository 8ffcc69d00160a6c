"""The gate lets good pages pass and names each thing that must not leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.documents.gate import Forbidden, forbidden_words, inspect, let_pass
from briefing_app.documents.placed import (
    Cell,
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.message import say
from briefing_app.errors import ManyProblems
from briefing_app.wording import Language, wording_in
from tests.drawn_pictures import picture

NOTHING = Forbidden()
STYLE = Style(size=12)


def box(words: str, **changes: object) -> TextBox:
    text = measure([paragraph(words, STYLE)], 200)
    made = TextBox(frame=Frame(40, 40, 200, text.height), text=text, name="Body")
    return replace(made, **changes)


def page(*elements: Element, title: str = "A title") -> Page:
    return Page(width=600, height=400, elements=elements, title=title)


def problems(*pages: Page, forbidden: Forbidden = NOTHING) -> list[str]:
    wording = wording_in(Language.EN)
    return [wording.message(b.problem) for b in inspect(pages, load_theme(), forbidden)]


def test_a_good_page_passes() -> None:
    assert problems(page(box("Payment success at launch"))) == []


def test_text_higher_than_its_box_is_named() -> None:
    words = box("Payment success " * 20)
    assert problems(page(replace(words, frame=Frame(40, 40, 200, 20)))) == [
        "the text does not fit its box."
    ]


def test_a_bullet_that_runs_into_its_text_is_named() -> None:
    numbered = [
        paragraph("Launch day", STYLE, bullet="12-15", indent=indent) for indent in (18, 40)
    ]
    narrow, wide = (box("", text=measure([item], 200)) for item in numbered)
    assert problems(page(narrow)) == ["the text does not fit its box."]
    assert problems(page(wide)) == []


def test_a_box_outside_the_page_is_named() -> None:
    assert "it stands outside the page." in problems(page(box("x", frame=Frame(500, 0, 200, 20))))


def test_text_upon_text_is_named_with_both() -> None:
    upper, lower = box("Payment success"), box("Launch day", frame=Frame(100, 50, 200, 20))
    assert problems(page(lower, upper)) == ["it stands upon “Launch day”."]
    below = replace(lower, frame=replace(lower.frame, y=upper.frame.bottom))
    beside = replace(lower, frame=replace(lower.frame, x=upper.frame.right))
    assert problems(page(upper, below), page(upper, beside)) == []


def test_a_sign_that_no_font_has_is_named_with_the_sign() -> None:
    (problem,) = problems(page(box("Launch 🚀 day")))
    assert "🚀" in problem


@pytest.mark.parametrize("words", ["Lorem ipsum dolor", "Dear {client_name}", "Price: XXXX"])
def test_a_text_to_be_replaced_is_named(words: str) -> None:
    (problem,) = problems(page(box(words)))
    assert "to be replaced" in problem


def test_a_page_without_a_title_is_named() -> None:
    assert problems(page(box("x"), title=" ")) == ["the page has no title."]


def test_pale_text_on_white_is_named() -> None:
    pale = measure([paragraph("pale", replace(STYLE, colour=Colour.LINE))], 200)
    assert "stand out" in problems(page(box("x", text=pale)))[0]


def test_white_text_counts_against_the_shape_behind_it() -> None:
    white = measure([paragraph("white", replace(STYLE, colour=Colour.PAPER))], 200)
    behind = box("", fill=Colour.INK, frame=Frame(30, 30, 260, 60))
    assert problems(page(behind, box("x", text=white))) == []
    assert problems(page(box("x", text=white))) != []


def test_another_clients_name_is_found_in_boxes_tables_titles_and_notes() -> None:
    reason = say("it is the name of another client.")
    forbidden = forbidden_words([("Ace Motors", reason), ("星河", reason)])
    cell = Cell(text=measure([paragraph("as at ACE MOTORS", STYLE)], 180))
    table = Table(
        frame=Frame(40, 100, 200, 40),
        columns=(200.0,),
        rows=((cell,),),
        heights=(40.0,),
        name="Table",
        alt="Answers",
    )
    noted = replace(page(box("x"), title="像星河一样"), notes=("Ask Ace Motors",))
    assert len(problems(page(table), forbidden=forbidden)) == 1
    assert len(problems(noted, forbidden=forbidden)) == 2


def test_a_latin_name_inside_a_longer_word_is_no_breach() -> None:
    forbidden = forbidden_words([("Ace", say("it is the name of another client."))])
    assert problems(page(box("a place in space")), forbidden=forbidden) == []
    assert len(problems(page(box("like Ace.")), forbidden=forbidden)) == 1


def test_refusal_lists_every_breach_with_page_and_box() -> None:
    bad = page(box("XXXX"), box("{name}", frame=Frame(40, 80, 200, 20)))
    with pytest.raises(ManyProblems) as refused:
        let_pass(say("Deck"), [page(box("fine")), bad], load_theme(), NOTHING)
    lines = [wording_in(Language.EN).error(problem) for problem in refused.value.problems]
    assert len(lines) == 2
    assert lines[0].startswith("Deck, page 2, “XXXX”: ")
    assert lines[1].startswith("Deck, page 2, “{name}”: ")


def image(frame: Frame, alt: str = "Logo") -> Image:
    return Image(frame=frame, picture=picture(60, 30), name="Logo", alt=alt)


def test_a_picture_with_its_own_proportions_passes_and_a_stretched_one_is_named() -> None:
    assert problems(page(image(Frame(40, 40, 120, 60)))) == []
    assert problems(page(image(Frame(40, 40, 120, 50)))) == ["the picture is stretched."]


def test_a_picture_outside_the_page_is_named_unless_it_is_decoration() -> None:
    outside = Frame(560, 40, 120, 60)
    assert problems(page(image(outside))) == ["it stands outside the page."]
    assert problems(page(image(outside, alt=""))) == []


def test_text_upon_a_picture_needs_a_plain_ground_between() -> None:
    under = image(Frame(0, 0, 240, 120))
    ground = Shape(
        frame=Frame(0, 0, 300, 120), geometry=Geometry.RECTANGLE, name="Ground", fill=Colour.PAPER
    )
    words = box("Payment success")
    assert problems(page(under, words)) == ["the text does not stand out from its background."]
    assert problems(page(under, ground, words)) == []
    assert problems(page(words, image(Frame(300, 0, 120, 60)))) == []
