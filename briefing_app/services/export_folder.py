"""Where an export goes: a folder that no other visit's export would write to."""

from __future__ import annotations

from datetime import date

from briefing_app.domain.appointment import Appointment
from briefing_app.domain.text import Language, Text
from briefing_app.planning.briefing import Briefing
from briefing_app.services.file_names import safe_name
from briefing_app.store.store import Store
from briefing_app.wording import wording_in


def folder_name(store: Store, briefing: Briefing, language: Language) -> str:
    """``<client>-<local day of the visit>``, as in ``Galaxy-2026-12-03``.

    Visits of a day that would share it get their time as well, as in ``Galaxy-2026-12-03-1430``;
    those of the same minute their id.
    """
    dossier, side = briefing.team_side.dossier, briefing.client_side
    own = Appointment(
        visit=dossier.visit.id,
        starts_at=dossier.visit.starts_at,
        client_name=side.client.display_name,
        time_zone=side.time_zone,
    )
    name = _dated(own.client_name, own.day, language)
    others = [
        other
        for other in store.appointments(own.day, own.day)
        if other.visit != own.visit
        and _dated(other.client_name, own.day, language).casefold() == name.casefold()
    ]
    if not others:
        return name
    timed = f"{name}-{_minute(own)}"
    if _minute(own) not in map(_minute, others):
        return timed
    return f"{timed}-{safe_name(own.visit)}"


def _dated(client_name: Text, day: date, language: Language) -> str:
    return f"{safe_name(wording_in(language).text(client_name))}-{day.isoformat()}"


def _minute(appointment: Appointment) -> str:
    return f"{appointment.local_start:%H%M}"
