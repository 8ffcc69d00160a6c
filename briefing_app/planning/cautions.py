"""The register of warnings: one rule for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefing_app.planning import cautions_content as content
from briefing_app.planning import cautions_people as people
from briefing_app.planning.briefing import Caution, Severity, WarningKind
from briefing_app.planning.findings import Findings

Rule = Callable[[Findings], Iterator[Caution]]

RULES: Mapping[WarningKind, Rule] = {
    WarningKind.MISSING_ROLE: people.missing_role,
    WarningKind.UNKNOWN_SUPPORT: people.unknown_support,
    WarningKind.SINGLE_THREADED: people.single_threaded,
    WarningKind.DECIDER_NOT_MET: people.decider_not_met,
    WarningKind.KDM_UNCOVERED: people.kdm_uncovered,
    WarningKind.NO_OPPONENT_MARKED: people.no_opponent_marked,
    WarningKind.OPPONENT_UNANSWERED: people.opponent_unanswered,
    WarningKind.NO_CHAMPION: people.no_champion,
    WarningKind.STALE_CONTACT: people.stale_contact,
    WarningKind.ONLY_ASSUMED: people.only_assumed,
    WarningKind.UNKNOWN_ATTENDEE: people.unknown_attendee,
    WarningKind.NO_ATTENDEES: people.no_attendees,
    WarningKind.CONCERN_UNANSWERED: content.concern_unanswered,
    WarningKind.NEED_UNANSWERED: content.need_unanswered,
    WarningKind.STRATEGY_NOT_AGREED: content.strategy_not_agreed,
    WarningKind.NO_CASE: content.no_case,
    WarningKind.CASE_PERMISSION: content.case_permission,
    WarningKind.TEXT_MISSING: content.text_missing,
    WarningKind.AIM_MISSING: content.aim_missing,
}

ABOUT_PEOPLE = frozenset(
    kind for kind, rule in RULES.items() if rule.__module__ == people.__name__
) - {WarningKind.NO_ATTENDEES}
"""What the stakeholder map shows and can mend; whom to invite is settled with the visit."""

_GRAVITY = {severity: rank for rank, severity in enumerate(Severity)}


def cautions(findings: Findings) -> tuple[Caution, ...]:
    """All warnings, the gravest first."""
    raised = [caution for rule in RULES.values() for caution in rule(findings)]
    return tuple(sorted(raised, key=lambda caution: _GRAVITY[caution.severity]))
