"""Logos: our own company's and the clients', for light and for dark grounds."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.ids import ClientId, LogoId
from briefing_app.domain.sharing import shareable


@dataclass(frozen=True, kw_only=True, slots=True)
class Logo:
    """A company's mark as a PNG that holds nothing but pixels; ours has no ``client``.

    Only its own client sees it: a client's side is made of that client's logos and ours.
    ``is_for_dark`` marks a variant that is drawn for dark grounds.
    """

    id: LogoId
    client: ClientId | None = None
    is_for_dark: bool = False
    content: bytes = shareable()
