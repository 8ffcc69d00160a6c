"""What a template's sample slides tell of its use, before they are left out.

Files that were made with other programs often have the real places of titles on their samples
alone, and a master of its own for the cover that nothing but the first slide points to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.documents.deck.corporate.archive import Archive
from briefing_app.documents.deck.corporate.shapes import TITLES, Scale, placeholder_of
from briefing_app.documents.deck.package import Kind
from briefing_app.documents.placed import Frame

_MOST_READ = 40


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample slide: its master and layout by their parts, where its words stand.

    Frames are in points of the file, and ``None`` where the slide leaves them to its layout.
    """

    master: str = ""
    layout: str = ""
    title: Frame | None = None
    subtitle: Frame | None = None


NO_SAMPLE = Sample()


def sample_slides(archive: Archive, ids: Sequence[str]) -> Iterator[Sample]:
    """The first sample slides of a presentation in its order; ``ids`` are its references."""
    slides = archive.targets(archive.presentation, Kind.SLIDE)
    for key in ids[:_MOST_READ]:
        part = slides.get(key, "")
        layout = next(iter(archive.targets(part, Kind.LAYOUT).values()), "")
        master = next(iter(archive.targets(layout, Kind.MASTER).values()), "")
        if part in archive.parts and master:
            yield _read(archive.xml(part), master, layout)


def _read(root: Any, master: str, layout: str) -> Sample:
    return Sample(master, layout, _only(root, *TITLES), _only(root, "subTitle", "body", "obj"))


def _only(root: Any, *kinds: str) -> Frame | None:
    """Where the one placeholder of these kinds stands; several are no title but a drawing."""
    found = [
        element
        for element in root.iterfind("{*}cSld/{*}spTree/{*}sp")
        if (kind := placeholder_of(element)) is not None and kind.type in kinds
    ]
    holder = found[0].find("{*}spPr/{*}xfrm") if len(found) == 1 else None
    return None if holder is None or holder.get("rot") else Scale().frame(holder)
