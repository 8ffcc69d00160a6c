"""What it takes to adopt a product, from its adoption profile."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.documents.brochure.figures import meter
from briefing_app.documents.brochure.grid import offset, span
from briefing_app.documents.brochure.parts import heading, labelled, sign_room, with_sign
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import section
from briefing_app.documents.flow import Block, Row, Stack, stacked, words
from briefing_app.documents.icon_choice import Effort
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.domain.labels import N_
from briefing_app.domain.offering import Integration, ProductSurface, RunningDependence
from briefing_app.planning.client_side import SharedAdoption

_INTEGRATION: Mapping[Integration, tuple[int, str]] = {
    Integration.ONE_OFF: (1, N_("Connected once")),
    Integration.PROJECT: (2, N_("A project to connect")),
    Integration.CONTINUOUS: (3, N_("Ongoing work to stay connected")),
}
_RUNNING: Mapping[RunningDependence, tuple[int, str]] = {
    RunningDependence.NONE: (1, N_("Faults do not reach your engineers")),
    RunningDependence.OCCASIONAL: (2, N_("Your engineers help now and then")),
    RunningDependence.STANDING: (3, N_("Your engineers maintain it with us")),
}
_SURFACE: Mapping[ProductSurface, tuple[int, str]] = {
    ProductSurface.NONE: (1, N_("Back office only; your product stays as it is")),
    ProductSurface.ENTRANCE: (2, N_("Takes an entrance in your product")),
    ProductSurface.USER_SYSTEM: (2, N_("Touches your user system")),
    ProductSurface.ENTRANCE_AND_USER_SYSTEM: (
        3,
        N_("Takes an entrance and touches your user system"),
    ),
}
_LEVELS = 3


def adoption(setting: Setting, profile: SharedAdoption) -> Stack | None:
    """Effort as three meters, the time it takes, who gains and what we ask of the client."""
    title = heading(setting, setting.wording.phrase("What it takes to adopt"))
    meters, width = _meters(setting, profile, span(7)), span(4)
    return section(title, Row(((0.0, meters), (offset(8), _asked(setting, profile, width)))))


def _meters(setting: Setting, profile: SharedAdoption, width: float) -> Stack:
    phrase, inner = setting.wording.phrase, width - sign_room()
    rows = (
        (Effort.CONNECT, phrase("To connect"), *_INTEGRATION[profile.integration]),
        (Effort.RUN, phrase("To run"), *_RUNNING[profile.running_dependence]),
        (Effort.IN_THE_PRODUCT, phrase("In your product"), *_SURFACE[profile.surface]),
    )
    return stacked(
        *(
            with_sign(effort.value, _meter_row(setting, name, level, phrase(says), inner))
            for effort, name, level, says in rows
        ),
        _core_flow(setting, profile, width),
        gap=6,
    )


def _meter_row(setting: Setting, name: str, level: int, says: str, width: float) -> Row:
    kind = setting.type
    style = kind.small(Colour.INK, bold=True)
    return Row(
        (
            (0.0, words([paragraph(name, style)], 84, "Effort")),
            (84.0, meter(level, _LEVELS, style.line_height)),
            (128.0, words([paragraph(says, kind.small(Colour.INK))], width - 128, "Effort")),
        )
    )


def _core_flow(setting: Setting, profile: SharedAdoption, width: float) -> Block | None:
    if not profile.on_core_flow:
        return None
    text = setting.wording.phrase("It stands on your core flow, so senior management decides.")
    return words([paragraph(text, setting.type.small())], width, "Core flow")


def _asked(setting: Setting, profile: SharedAdoption, width: float) -> Stack:
    wording, small = setting.wording, setting.type.small(Colour.INK)
    inner = width - sign_room()
    departments = wording.listing(wording.label(one) for one in profile.improves)
    return stacked(
        _signed(Effort.TIME, _weeks(setting, profile.typical_weeks, inner)),
        _signed(
            Effort.GAIN, labelled(setting, wording.phrase("Who gains"), departments, inner, small)
        ),
        _signed(
            Effort.ASKED,
            labelled(
                setting,
                wording.phrase("What we need from you"),
                setting.text(profile.client_effort),
                inner,
                small,
            ),
        ),
        gap=8,
    )


def _signed(effort: Effort, block: Block | None) -> Block | None:
    return with_sign(effort.value, block) if block is not None else None


def _weeks(setting: Setting, weeks: int, width: float) -> Block | None:
    if weeks <= 0:
        return None
    wording, kind = setting.wording, setting.type
    typical = wording.counted("{count} week", "{count} weeks", weeks)
    return words(
        [
            paragraph(typical, kind.figure(18, Colour.ACCENT)),
            paragraph(wording.phrase("until it runs, typically"), kind.small()),
        ],
        width,
        "Time",
    )
