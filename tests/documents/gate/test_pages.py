"""The gate lets good pages pass and names each thing that must not leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.documents.fonts import Typeface
from briefing_app.documents.gate import (
    BreachKind,
    Forbidden,
    GateReport,
    Reason,
    forbidden_words,
    inspect,
    judged,
    let_pass,
)
from briefing_app.documents.placed import (
    Cell,
    Chart,
    ChartKind,
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Placeholder,
    Series,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.documents.theme_files import theme_names
from briefing_app.domain.meant import Meant
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


def report(*pages: Page, meant: tuple[str, ...] = ()) -> GateReport:
    breaches = inspect(pages, load_theme(), NOTHING)
    return GateReport(
        (judged(say("Deck"), "deck.pptx", len(pages), breaches, Meant(tuple(meant))),)
    )


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
    reason = Reason(BreachKind.NAME, say("it is the name of another client."))
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
    forbidden = forbidden_words([("Ace", Reason(BreachKind.NAME, say("another client")))])
    assert problems(page(box("a place in space")), forbidden=forbidden) == []
    assert len(problems(page(box("like Ace.")), forbidden=forbidden)) == 1


def test_refusal_lists_every_breach_with_page_and_box() -> None:
    bad = page(box("XXXX"), box("{name}", frame=Frame(40, 80, 200, 20)))
    with pytest.raises(ManyProblems) as refused:
        let_pass(report(page(box("fine")), bad))
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


def slide(*elements: Element) -> Page:
    return replace(page(*elements), layout="Title only")


def titled(words: str, y: float = 10) -> TextBox:
    made = box(words, placeholder=Placeholder.TITLE)
    return replace(made, frame=replace(made.frame, y=y))


def at(words: str, y: float) -> TextBox:
    made = box(words)
    return replace(made, frame=replace(made.frame, y=y))


def test_a_slide_has_exactly_one_title() -> None:
    assert problems(slide(titled("One"), at("body", 60))) == []
    assert problems(slide(titled("One"), titled("Two", 60))) == ["the slide has 2 titles."]
    assert "the slide shows no title." in problems(slide(at("body", 60)))


def test_two_slides_of_the_same_title_are_named() -> None:
    one = slide(titled("A title"))
    other = replace(one, title="Another")
    assert problems(one, other, one) == ["slide 1 has the same title."]
    assert problems(one, other) == []


def test_neighbours_of_the_same_title_are_one_slide_told_in_parts() -> None:
    one = slide(titled("A title"))
    assert problems(one, one, one) == []


def test_words_that_are_read_before_the_title_are_named() -> None:
    assert problems(slide(at("body", 60), titled("One"))) == [
        "it is read before the title.",
        "it is read after “body” below it.",
    ]


def test_a_column_that_is_read_upwards_is_named() -> None:
    upper, lower = at("first", 60), at("second", 120)
    assert problems(slide(titled("One"), upper, lower)) == []
    assert problems(slide(titled("One"), lower, upper)) == ["it is read after “second” below it."]


def test_a_description_that_is_missing_or_a_file_name_is_named() -> None:
    chart = Chart(
        frame=Frame(40, 100, 200, 100),
        kind=ChartKind.BAR,
        categories=("Before",),
        series=(Series("Days", (1.0,), Colour.INK),),
        name="Chart",
        alt="",
    )
    assert problems(page(chart)) == ["it has no description for people who cannot see it."]
    named = replace(chart, alt="chart1.png")
    assert problems(page(named)) == ["its description is the name of a file."]
    assert problems(page(replace(chart, alt="Days before and after"))) == []


def test_a_sign_that_no_font_has_is_found_in_a_charts_words() -> None:
    chart = Chart(
        frame=Frame(40, 100, 200, 100),
        kind=ChartKind.BAR,
        categories=("Launch 🚀",),
        series=(Series("Days", (1.0,), Colour.INK),),
        name="Chart",
        alt="Days",
    )
    assert problems(page(chart)) == ["the font has no sign for 🚀."]


class Latin:
    """A font without Chinese."""

    def has(self, character: str) -> bool:
        return character.isascii()

    def advance(self, character: str) -> float:
        return 0.5


def test_a_charts_words_are_judged_in_the_typeface_of_its_template() -> None:
    latin = Typeface("Latin", Latin, Latin)
    chart = Chart(
        frame=Frame(40, 100, 200, 100),
        kind=ChartKind.BAR,
        categories=("上线 day",),
        series=(Series("Days", (1.0,), Colour.INK),),
        name="Chart",
        alt="Days",
    )
    assert problems(page(chart)) == []
    assert problems(page(replace(chart, typeface=latin))) == ["the font has no sign for 上 线."]


def test_what_the_user_means_is_let_through_and_stays_in_the_report() -> None:
    strict, meant = report(page(box("XXXX"))), report(page(box("XXXX")), meant=("xxxx",))
    assert not strict.lets_pass
    assert meant.lets_pass
    assert [breach.word for breach in meant.documents[0].meant] == ["XXXX"]


def test_what_is_no_matter_of_words_cannot_be_meant() -> None:
    pale = measure([paragraph("pale", replace(STYLE, colour=Colour.LINE))], 200)
    assert not report(page(box("x", text=pale)), meant=("pale",)).lets_pass


def ring_with(words: Frame) -> Page:
    (ring,) = (e for e in chart_of(ChartKind.DOUGHNUT).elements if isinstance(e, Chart))
    square = replace(ring, frame=Frame(40, 60, 240, 240), has_legend=False)
    total = measure([paragraph("6 needs", STYLE)], words.width)
    return page(square, TextBox(frame=words, text=total, name="Total"))


def test_a_total_may_stand_in_the_hole_of_a_ring() -> None:
    assert problems(ring_with(Frame(125, 160, 70, 40))) == []


def test_words_upon_the_slices_of_a_ring_are_a_breach() -> None:
    assert problems(ring_with(Frame(60, 160, 70, 40))) == ["it stands upon “6 needs”."]


def chart_of(kind: ChartKind, *, ground: Colour | None = None) -> Page:
    colours = (Colour.INK, Colour.ACCENT, Colour.STEEL)
    several = kind is not ChartKind.DOUGHNUT and kind is not ChartKind.WATERFALL
    chart = Chart(
        frame=Frame(40, 60, 400, 250),
        kind=kind,
        categories=("Before", "Change", "After"),
        series=tuple(Series(c.name, (3.0, 2.0, 5.0), c) for c in colours[: 3 if several else 1]),
        name="Chart",
        alt="Days before and after",
    )
    return replace(page(chart), background=ground)


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("theme", theme_names())
def test_labels_of_charts_stand_out_on_paper_and_on_their_fills(
    kind: ChartKind, theme: str
) -> None:
    assert inspect([chart_of(kind)], load_theme(theme), NOTHING) == ()


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_chart_on_a_dark_ground_is_named(kind: ChartKind) -> None:
    (problem,) = problems(chart_of(kind, ground=Colour.INK))
    assert problem == "the text does not stand out from its background."
