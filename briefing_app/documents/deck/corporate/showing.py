"""Slides on a template as far as a preview can show them: on its ground, in its colours.

What the template draws itself, its pictures and bands, only PowerPoint can draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.documents.deck.corporate.colours import distance
from briefing_app.documents.deck.corporate.plan import LayoutPlan
from briefing_app.documents.deck.corporate.reading import CorporateTemplate, theme_on
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Colour, Theme


def on_their_ground(pages: Sequence[Page], template: CorporateTemplate) -> tuple[Page, ...]:
    """The pages, each filled with its layout's ground where nothing else fills it."""
    grounds = {name: _ground(plan) for name, plan in template.plans.items()}
    return tuple(
        replace(page, background=page.background or grounds[LayoutName(page.layout)])
        for page in pages
    )


def themes_of(pages: Sequence[Page], template: CorporateTemplate) -> tuple[Theme, ...]:
    """The colours of each page: layouts of a template stand on grounds of their own."""
    by_layout = {
        name: theme_on(template.archive.file, plan.palette, template.fonts)
        for name, plan in template.plans.items()
    }
    return tuple(by_layout[LayoutName(page.layout)] for page in pages)


def _ground(plan: LayoutPlan) -> Colour:
    """The role that comes nearest to it; on covers that is not the paper."""
    return min(Colour, key=lambda role: distance(plan.palette[role].rgb, plan.ground))
