"""The slides of two decks: which is which, what came, went, moved, and says something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from operator import itemgetter

from briefing_app.domain.export_record import KeptSlide
from briefing_app.services.comparing.differences import DeckDifferences, SlideChange, SlideMark
from briefing_app.services.comparing.texts import LEAST_ALIKE, alike, text_changes

Slides = Sequence[KeptSlide]


def compare_slides(
    name: str, old: Slides, new: Slides, *, with_words: bool = True
) -> DeckDifferences:
    """What two decks differ in; without words only which slides there are and where.

    Slides belong together by their keys, or by their titles where a file knows no keys; a
    slide of a file with another title is found by what stands on it.
    """
    pairs = _pairs(old, new)
    moved = _moved(pairs)
    changes = (
        _change(old, new, before, after, is_moved=before in moved, with_words=with_words)
        for before, after in sorted(pairs.items(), key=itemgetter(1))
    )
    return DeckDifferences(
        name,
        added=tuple(_mark(new, place) for place in range(len(new)) if place not in pairs.values()),
        removed=tuple(_mark(old, place) for place in range(len(old)) if place not in pairs),
        changed=tuple(change for change in changes if _says_something(change)),
    )


def have_keys(slides: Slides) -> bool:
    """True for slides that were kept; those of a file have titles only."""
    return all(slide.key for slide in slides)


def _pairs(old: Slides, new: Slides) -> dict[int, int]:
    """Places in the older deck and the places of the same slides in the newer one."""
    by_key = have_keys(old) and have_keys(new)
    places = {name: place for place, name in enumerate(_names(new, by_key=by_key))}
    pairs = {
        place: places[name]
        for place, name in enumerate(_names(old, by_key=by_key))
        if name in places
    }
    if not by_key:
        pairs |= dict(_pairs_by_content(old, new, pairs))
    return pairs


def _names(slides: Slides, *, by_key: bool) -> Iterator[tuple[str, int]]:
    """A name of its own for each slide: several may share a key or a title."""
    seen: Counter[str] = Counter()
    for slide in slides:
        name = slide.key if by_key else slide.title
        seen[name] += 1
        yield name, seen[name]


def _pairs_by_content(
    old: Slides, new: Slides, known: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    left = [place for place in range(len(new)) if place not in known.values()]
    for place in range(len(old)):
        if place in known:
            continue
        told = "\n".join(old[place].texts)
        same = [one for one in left if alike(told, "\n".join(new[one].texts)) >= LEAST_ALIKE]
        if same:
            left.remove(same[0])
            yield place, same[0]


def _moved(pairs: Mapping[int, int]) -> set[int]:
    """Places in the older deck of slides that changed their place among the others."""
    before = sorted(pairs)
    after = sorted(pairs, key=lambda place: pairs[place])
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {place for start, _, size in blocks for place in before[start : start + size]}
    return set(before) - stayed


def _change(
    old: Slides, new: Slides, before: int, after: int, *, is_moved: bool, with_words: bool
) -> SlideChange:
    one, other = old[before], new[after]
    return SlideChange(
        _mark(old, before),
        _mark(new, after),
        is_moved=is_moved,
        texts=text_changes(one.texts, other.texts) if with_words else (),
        notes=text_changes(one.notes, other.notes) if with_words else (),
        is_retitled=with_words and one.title != other.title,
    )


def _mark(slides: Slides, place: int) -> SlideMark:
    return SlideMark(place + 1, slides[place].key, slides[place].title)


def _says_something(change: SlideChange) -> bool:
    return bool(change.is_moved or change.is_retitled or change.texts or change.notes)
