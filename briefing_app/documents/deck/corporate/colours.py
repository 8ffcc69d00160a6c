"""Colours of DrawingML as red, green and blue: theme slots, colour maps, lighter and darker.

ECMA-376 part 1: 20.1.2.3 (colours and their transforms), 19.3.1.6 (colour maps).
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Rgb: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)
SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
PLAIN_MAP: Mapping[str, str] = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{slot: slot for slot in SLOTS},
}
"""What scheme colours stand for where a master says nothing."""

_WHOLE = 100_000
_NAMED: Mapping[str, Rgb] = {
    "black": BLACK,
    "white": WHITE,
    "red": (1.0, 0.0, 0.0),
    "green": (0.0, 0.5, 0.0),
    "blue": (0.0, 0.0, 1.0),
    "gray": (0.5, 0.5, 0.5),
    "yellow": (1.0, 1.0, 0.0),
}


@dataclass(frozen=True, slots=True)
class Scheme:
    """A theme's colours by slot, as the map of a master or layout gives them out."""

    slots: Mapping[str, Rgb]
    map: Mapping[str, str]

    def rgb(self, name: str) -> Rgb | None:
        """The colour that a scheme colour (tx1, accent2 ...) stands for."""
        return self.slots.get(self.map.get(name, name))

    def mapped(self, names: Mapping[str, str]) -> Scheme:
        """The same theme seen through another map."""
        return Scheme(self.slots, {**PLAIN_MAP, **names})


def theme_slots(theme: Any) -> dict[str, Rgb]:
    """The colours of a theme part; a slot that it lacks is black or white as in Office."""
    found: dict[str, Rgb] = {"dk1": BLACK, "lt1": WHITE, "dk2": BLACK, "lt2": WHITE}
    scheme = theme.find(".//{*}clrScheme")
    for slot in SLOTS:
        holder = None if scheme is None else scheme.find(f"{{*}}{slot}")
        rgb = None if holder is None else resolved(holder, Scheme({}, {}))
        if rgb is not None:
            found[slot] = rgb
    return found


def resolved(holder: Any, scheme: Scheme, base: Rgb | None = None) -> Rgb | None:
    """The first colour in an element such as ``a:solidFill``; ``None`` where there is none.

    ``base`` is what ``phClr`` stands for.
    """
    return next(all_resolved(holder, scheme, base), None)


def all_resolved(holder: Any, scheme: Scheme, base: Rgb | None = None) -> Iterator[Rgb]:
    """All colours in an element, as ``a:duotone`` has two."""
    for element in holder.iterchildren("{*}*"):
        rgb = _plain(element, scheme, base)
        if rgb is not None:
            for change in element.iterchildren("{*}*"):
                rgb = changed(rgb, _local(change), _share(change.get("val", "")))
            yield rgb


def changed(rgb: Rgb, change: str, share: float) -> Rgb:
    """A colour after one transform; ``share`` is 1 for 100%. Unknown ones change nothing."""
    hue, light, saturation = colorsys.rgb_to_hls(*rgb)
    match change:
        case "lumMod":
            return colorsys.hls_to_rgb(hue, min(light * share, 1.0), saturation)
        case "lumOff":
            return colorsys.hls_to_rgb(hue, min(max(light + share, 0.0), 1.0), saturation)
        case "satMod":
            return colorsys.hls_to_rgb(hue, light, min(saturation * share, 1.0))
        case "shade":
            return _from_linear(tuple(_linear(part) * share for part in rgb))
        case "tint":
            return _from_linear(tuple(1 - (1 - _linear(part)) * share for part in rgb))
        case _:
            return rgb


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(rgb: Rgb) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = map(_linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def saturation(rgb: Rgb) -> float:
    """How far a colour is from grey, 0 to 1."""
    return max(rgb) - min(rgb)


def distance(one: Rgb, other: Rgb) -> float:
    """The largest difference of two colours in red, green or blue."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def hexadecimal(rgb: Rgb) -> str:
    """``RRGGBB``."""
    return "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in rgb)


def from_hexadecimal(value: str) -> Rgb | None:
    """The colour that ``RRGGBB`` names; ``None`` for anything else."""
    try:
        number = int(value, 16) if len(value) == len("RRGGBB") else -1
    except ValueError:
        return None
    if number < 0:
        return None
    return (number >> 16) / 255, (number >> 8 & 255) / 255, (number & 255) / 255


def _plain(element: Any, scheme: Scheme, base: Rgb | None) -> Rgb | None:
    value = element.get("val", "")
    match _local(element):
        case "srgbClr":
            return from_hexadecimal(value)
        case "sysClr":
            return from_hexadecimal(element.get("lastClr", "")) or _SYSTEM.get(value)
        case "schemeClr":
            return base if value == "phClr" else scheme.rgb(value)
        case "prstClr":
            return _NAMED.get(value)
        case "scrgbClr":
            return _from_linear(tuple(_share(element.get(part, "")) for part in "rgb"))
        case _:
            return None


_SYSTEM: Mapping[str, Rgb] = {"windowText": BLACK, "window": WHITE}


def _share(value: str) -> float:
    """A percentage as Office writes it: thousandths, or with a sign in strict files."""
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else int(value) / _WHOLE
    except ValueError:
        return 1.0


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _from_linear(parts: tuple[float, ...]) -> Rgb:
    red, green, blue = (
        min(max(12.92 * p if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055, 0.0), 1.0)
        for p in parts
    )
    return red, green, blue
