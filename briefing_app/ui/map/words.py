"""What the map says of a person in words, for tool tips and for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.domain.values import Evidence
from briefing_app.services.stakeholder_map.view import MapPerson
from briefing_app.wording import Wording


def name_of(one: MapPerson, wording: Wording) -> str:
    """A person's name."""
    return wording.text(one.person.name)


def told(one: MapPerson, wording: Wording, warnings: int = 0) -> str:
    """Name, title, support, weight, closeness, roles in full and the number of warnings, on a
    line each."""
    facts = [fact for fact in _facts(one, wording) if fact]
    if warnings:
        facts.append(wording.counted("{count} warning", "{count} warnings", warnings))
    return "\n".join(facts)


def _facts(one: MapPerson, wording: Wording) -> Iterator[str]:
    yield name_of(one, wording)
    yield wording.run_on((wording.text(one.person.title), wording.label(one.person.department)))
    if one.known is not None:
        yield wording.label(one.known.support)
        yield wording.label(one.known.influence)
        yield wording.label(one.known.coverage)
        yield roles_of(one.known.roles, wording)
    if one.attends:
        yield wording.phrase("Comes to the next visit")


def roles_of(roles: tuple[BuyingRole, ...], wording: Wording) -> str:
    """Roles by their full names."""
    return wording.listing(map(wording.label, roles)) if roles else ""


def origin(evidence: Evidence, wording: Wording) -> str:
    """Whether a fact is confirmed, by whom and since when."""
    parts = [wording.label(evidence.certainty), wording.text(evidence.source)]
    if evidence.on is not None:
        parts.append(wording.day(evidence.on))
    return wording.run_on(parts)
