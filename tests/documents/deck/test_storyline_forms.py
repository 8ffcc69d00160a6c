"""How much slides say and in which forms: of the samples, and of all that planning can ask for.

``pytest -s`` prints a line for each deck: words a slide, and blocks by kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import Phase, given, settings

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Break, Opening
from briefing_app.documents.deck.storyline import storyline
from briefing_app.documents.placed import Page, TextBox
from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.storyline import Concerned, choose_slides
from tests.documents.deck import client_sides
from tests.documents.deck.judgements import alike_neighbours, faults, texts_of, words_on
from tests.strategies import dossiers

LANGUAGES = tuple(Language)
VISITS = [(name, visit) for name in client_sides.SAMPLES for visit in (0, 1)]
MEDIAN = {Language.EN: 60, Language.ZH: 120}
MOST = {Language.EN: 110, Language.ZH: 220}
FEWEST_KINDS = 6
GOES_ON = re.compile(r"[(（]\d+/\d+[)）]$")
"""How the title ends of a slide that takes several pages."""

EACH_VISIT = pytest.mark.parametrize(("name", "visit"), VISITS)
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Told:
    """A deck as it is counted: words of each slide but the section breaks, blocks by kind."""

    words: tuple[int, ...]
    kinds: Counter[str]
    pages: tuple[Page, ...]
    keys: tuple[str, ...]

    def line(self, name: str) -> str:
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.kinds.most_common())
        return f"{name:40} median {median(self.words):5} most {max(self.words):4}  {kinds}"


@lru_cache
def told(side: ClientSide, language: Language) -> Told:
    made = deck_pages(side, language)
    spoken = [page for page in made.pages if page.layout != LayoutName.SECTION]
    bodies = (slide.body for slide in storyline(side, language))
    return Told(
        words=tuple(words_on(page, language) for page in spoken),
        kinds=Counter(
            type(body).__name__ for body in bodies if not isinstance(body, Opening | Break)
        ),
        pages=made.pages,
        keys=tuple(entry.key for entry in made.outline),
    )


def asked_for(side: ClientSide, audience: Audience, stage: Stage) -> ClientSide:
    """The same facts planned for another audience at another stage."""
    bare = replace(side, audience=audience, stage=stage, storyline=())
    return replace(bare, storyline=choose_slides(bare, Concerned(), PlanningSettings()))


def bulleted_share(pages: Sequence[Page]) -> float:
    """Which share of a deck's paragraphs in text boxes carries a bullet."""
    paragraphs = [
        item
        for page in pages
        for element in page.elements
        if isinstance(element, TextBox)
        for item in element.text.paragraphs
    ]
    return sum(bool(item.bullet) for item in paragraphs) / max(len(paragraphs), 1)


@EACH_LANGUAGE
@EACH_VISIT
def test_half_of_the_slides_say_what_is_read_in_a_glance(
    name: str, visit: int, language: Language
) -> None:
    deck = told(client_sides.sample(name, visit), language)
    print(deck.line(f"{name} {visit + 1} {language.value}"))
    assert median(deck.words) < MEDIAN[language]
    assert max(deck.words) <= MOST[language]


@EACH_LANGUAGE
@EACH_VISIT
def test_a_deck_shows_its_matter_in_many_forms(name: str, visit: int, language: Language) -> None:
    deck = told(client_sides.sample(name, visit), language)
    assert len(deck.kinds) >= FEWEST_KINDS
    assert max(deck.kinds.values()) <= max(3, len(deck.pages) // 3)
    assert bulleted_share(deck.pages) < 0.1


@EACH_LANGUAGE
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("name", client_sides.SAMPLES)
def test_every_audience_at_every_stage_gets_a_deck_of_few_words(
    name: str, stage: Stage, audience: Audience, language: Language
) -> None:
    deck = told(asked_for(client_sides.sample(name), audience, stage), language)
    print(deck.line(f"{name} {audience.value} {stage.value} {language.value}"))
    reads_more = 1.25 if audience is Audience.TECHNICAL else 1.1
    assert median(deck.words) <= MEDIAN[language] * reads_more
    assert max(deck.words) <= MOST[language]
    assert faults(deck.pages) == []
    assert alike_neighbours(deck.pages, deck.keys) == []
    assert bulleted_share(deck.pages) < 0.15
    assert [page.title for page in deck.pages if GOES_ON.search(page.title)] == []


def test_all_decks_together_use_each_way_of_showing() -> None:
    used: Counter[str] = Counter()
    for name in client_sides.SAMPLES:
        for audience in Audience:
            for stage in Stage:
                side = asked_for(client_sides.sample(name), audience, stage)
                used += told(side, Language.EN).kinds
    print(used)
    assert used.keys() >= {
        "Architecture",
        "BigFigures",
        "Cards",
        "Comparison",
        "Facing",
        "Growth",
        "Hub",
        "Matrix",
        "Process",
        "Quadrants",
        "Quote",
        "Roadmap",
        "Shares",
        "Timeline",
        "ValueChart",
    }


@EACH_LANGUAGE
def test_the_whole_of_a_short_text_and_the_first_sentences_of_a_long_one_are_told(
    language: Language,
) -> None:
    side = client_sides.sample("games")
    situation = side.client.situation.written_in(language)
    deck = told(asked_for(side, Audience.MIXED, Stage.NEEDS), language)
    page = deck.pages[deck.keys.index("understanding")]
    said = "".join(text for element in page.elements for text in texts_of(element))
    sentence = situation.split("。" if language is Language.ZH else ". ")[0]
    assert sentence in said


@settings(max_examples=20, phases=[Phase.explicit, Phase.generate], deadline=None)
@given(dossier=dossiers())
def test_no_deck_of_any_dossier_is_a_wall_of_bullets(dossier: Dossier) -> None:
    side = client_sides.prepared(dossier)
    for language in LANGUAGES:
        made = deck_pages(side, language)
        assert bulleted_share(made.pages) < 0.25
        bodies = [slide.body for slide in storyline(side, language)]
        alike = [one for one, other in pairwise(bodies) if type(one) is type(other)]
        assert len(alike) <= len(bodies) // 2
