"""Pictures that users bring, made safe before they are kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from struct import unpack
from typing import Self


@dataclass(frozen=True)
class Picture:
    """A PNG or a JPEG with nothing in it but its pixels; ``width`` and ``height`` count them."""

    content: bytes = field(repr=False)
    width: int
    height: int

    @classmethod
    def of_png(cls, content: bytes) -> Self:
        """The picture in a PNG, whose head tells its size (ISO/IEC 15948, 11.2.2)."""
        width, height = unpack(">II", content[16:24])
        return cls(content, width, height)

    @property
    def ending(self) -> str:
        """What names of its files end in: ``png`` or ``jpeg``."""
        return "jpeg" if self.content.startswith(b"\xff\xd8") else "png"

    @property
    def proportion(self) -> float:
        """Its width as a multiple of its height."""
        return self.width / self.height

    @cached_property
    def sha256(self) -> str:
        """What tells equal pictures apart from others."""
        return hashlib.sha256(self.content).hexdigest()
