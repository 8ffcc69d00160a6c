"""Parts of a page with keys of their own, listed with the window's while they show."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


class KeyOwner(QWidget):
    """A widget whose keys work while it has the focus."""

    def own_keys(self) -> Iterable[tuple[str, str]]:
        """Keys, and in the window's language what they do."""
        raise NotImplementedError
