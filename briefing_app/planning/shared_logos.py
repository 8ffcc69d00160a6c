"""A company's logos as its documents show them."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_app.domain.ids import ClientId
from briefing_app.domain.logo import Logo
from briefing_app.planning.client_side import SharedLogo, SharedLogos, share


def logos_of(owner: ClientId | None, logos: Iterable[Logo]) -> SharedLogos:
    """The logos of a client, or ours for ``None``; of several of one variant the latest."""
    owned = {logo.is_for_dark: share(logo, SharedLogo) for logo in logos if logo.client == owner}
    return SharedLogos(for_light=owned.get(False), for_dark=owned.get(True))
