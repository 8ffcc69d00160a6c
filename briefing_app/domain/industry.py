"""Industry packs: what everybody in an industry lives with, and what to ask and expect there."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.ids import IndustryId
from briefing_app.domain.offering import Objection
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.sharing import shareable
from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.domain.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A subject that needs, products, cases and questions have in common, under one slug."""

    slug: str
    name: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressure:
    """A force on the whole industry. A ``statistic`` must come with its ``source``."""

    title: Text = shareable()
    detail: Text = shareable()
    topics: tuple[str, ...] = ()
    statistic: Text = shareable(default=Text())
    source: Text = shareable(default=Text())


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessProcess:
    """A step in how companies of the industry earn their money."""

    name: Text = shareable()
    detail: Text = shareable(default=Text())


@dataclass(frozen=True, kw_only=True, slots=True)
class DiscoveryQuestion:
    """Something to ask (提问清单). Empty ``roles`` or ``stages`` mean all of them."""

    question: Text
    purpose: Text
    topics: tuple[str, ...] = ()
    roles: tuple[BuyingRole, ...] = ()
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class IndustryPack:
    """What is known of an industry; questions and objections stay with our own people."""

    id: IndustryId
    name: Text = shareable()
    summary: Text = shareable()
    pressures: tuple[Pressure, ...] = shareable(default=())
    processes: tuple[BusinessProcess, ...] = shareable(default=())
    topics: tuple[Topic, ...] = ()
    questions: tuple[DiscoveryQuestion, ...] = ()
    objections: tuple[Objection, ...] = ()
    rollout: tuple[BusinessProcess, ...] = shareable(default=())

    def topic_name(self, slug: str) -> Text:
        """The topic's name, or the slug itself where the pack does not know it."""
        return next((t.name for t in self.topics if t.slug == slug), Text.same(slug))
