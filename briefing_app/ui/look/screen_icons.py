"""Icons that only the window needs, drawn as those of the documents are."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from briefing_app.documents.icon_shapes import Stroke, box, circle, dot, line


class ScreenIcon(StrEnum):
    """What an icon does."""

    TODAY = "today"
    LIBRARY = "library"
    ADD = "add"
    REMOVE = "remove"
    DELETE = "delete"
    UNDO = "undo"
    REDO = "redo"
    BACK = "back"
    FORWARD = "forward"
    UP = "up"
    DOWN = "down"
    CLOSE = "close"
    MORE = "more"
    FILTER = "filter"
    IMPORT = "import"
    EXPORT = "export"
    FOLDER = "folder"
    EDIT = "edit"
    SHOWN = "shown"
    HIDDEN = "hidden"
    WARNING = "warning"
    INFORMATION = "information"
    REFRESH = "refresh"
    LINK = "link"
    GRIP = "grip"
    FIT = "fit"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    MERGE = "merge"
    MAP = "map"
    BESIDE = "beside"


_TURN: Stroke = (
    (4, 9),
    (15, 9),
    (18.3, 9, 20, 11.2, 20, 14),
    (20, 16.8, 18.3, 19, 15, 19),
    (9, 19),
)
_TURN_BACK: Stroke = (
    (20, 9),
    (9, 9),
    (5.7, 9, 4, 11.2, 4, 14),
    (4, 16.8, 5.7, 19, 9, 19),
    (15, 19),
)
_EYE: Stroke = (
    (2.4, 12),
    (5, 7.4, 8.2, 5.4, 12, 5.4),
    (15.8, 5.4, 19, 7.4, 21.6, 12),
    (19, 16.6, 15.8, 18.6, 12, 18.6),
    (8.2, 18.6, 5, 16.6, 2.4, 12),
)
_LENS = (circle(10.5, 10.5, 7), line(15.6, 15.6, 21, 21))
_TRAY = line(4, 15, 4, 20.4, 20, 20.4, 20, 15)

SCREEN_STROKES: Mapping[ScreenIcon, tuple[Stroke, ...]] = MappingProxyType(
    {
        ScreenIcon.TODAY: (
            line(3, 11.4, 12, 3.4, 21, 11.4),
            line(5.4, 9.6, 5.4, 20.6, 18.6, 20.6, 18.6, 9.6),
            line(9.8, 20.6, 9.8, 14.4, 14.2, 14.4, 14.2, 20.6),
        ),
        ScreenIcon.LIBRARY: (
            box(3.2, 3.6, 4.6, 16.8, 1),
            box(7.8, 3.6, 4.6, 16.8, 1),
            line(14.2, 5.4, 17.6, 4.4, 21.4, 19.2, 18, 20.2, 14.2, 5.4),
        ),
        ScreenIcon.ADD: (line(12, 4, 12, 20), line(4, 12, 20, 12)),
        ScreenIcon.REMOVE: (line(4, 12, 20, 12),),
        ScreenIcon.DELETE: (
            line(3.6, 6.4, 20.4, 6.4),
            line(9, 6.4, 9, 3.4, 15, 3.4, 15, 6.4),
            line(5.8, 6.4, 6.8, 20.8, 17.2, 20.8, 18.2, 6.4),
            line(10, 10.6, 10, 16.8),
            line(14, 10.6, 14, 16.8),
        ),
        ScreenIcon.UNDO: (_TURN, line(8.4, 4.6, 4, 9, 8.4, 13.4)),
        ScreenIcon.REDO: (_TURN_BACK, line(15.6, 4.6, 20, 9, 15.6, 13.4)),
        ScreenIcon.BACK: (line(15, 4.4, 7.4, 12, 15, 19.6),),
        ScreenIcon.FORWARD: (line(9, 4.4, 16.6, 12, 9, 19.6),),
        ScreenIcon.UP: (line(4.4, 15, 12, 7.4, 19.6, 15),),
        ScreenIcon.DOWN: (line(4.4, 9, 12, 16.6, 19.6, 9),),
        ScreenIcon.CLOSE: (line(5, 5, 19, 19), line(19, 5, 5, 19)),
        ScreenIcon.MORE: (dot(5, 12), dot(12, 12), dot(19, 12)),
        ScreenIcon.FILTER: (line(3, 6, 21, 6), line(6.6, 12, 17.4, 12), line(10, 18, 14, 18)),
        ScreenIcon.IMPORT: (line(12, 3, 12, 15), line(7.4, 10.4, 12, 15, 16.6, 10.4), _TRAY),
        ScreenIcon.EXPORT: (line(12, 15, 12, 3), line(7.4, 7.6, 12, 3, 16.6, 7.6), _TRAY),
        ScreenIcon.FOLDER: (
            line(2.8, 19.6, 2.8, 4.8, 9.2, 4.8, 11.4, 7.6, 21.2, 7.6, 21.2, 19.6, 2.8, 19.6),
        ),
        ScreenIcon.EDIT: (
            line(4, 20, 4.8, 15.8, 16, 4.6, 19.4, 8, 8.2, 19.2, 4, 20),
            line(13.4, 7.2, 16.8, 10.6),
        ),
        ScreenIcon.SHOWN: (_EYE, circle(12, 12, 3)),
        ScreenIcon.HIDDEN: (_EYE, line(4, 20, 20, 4)),
        ScreenIcon.WARNING: (
            line(12, 3.4, 22, 20.4, 2, 20.4, 12, 3.4),
            line(12, 9.8, 12, 14.4),
            dot(12, 17.4),
        ),
        ScreenIcon.INFORMATION: (circle(12, 12, 9), line(12, 11, 12, 16.4), dot(12, 7.8)),
        ScreenIcon.REFRESH: (
            ((20, 12), (20, 16.4, 16.4, 20, 12, 20), (7.6, 20, 4, 16.4, 4, 12)),
            ((4, 12), (4, 7.6, 7.6, 4, 12, 4), (14.8, 4, 17.2, 5.4, 18.6, 7.4)),
            line(19.4, 3, 19.4, 8, 14.4, 8),
        ),
        ScreenIcon.LINK: (
            circle(5.6, 18.4, 2.6),
            circle(18.4, 5.6, 2.6),
            line(7.6, 16.4, 16.4, 7.6),
        ),
        ScreenIcon.GRIP: (
            dot(9, 5),
            dot(15, 5),
            dot(9, 12),
            dot(15, 12),
            dot(9, 19),
            dot(15, 19),
        ),
        ScreenIcon.FIT: (
            line(3.4, 8.6, 3.4, 3.4, 8.6, 3.4),
            line(15.4, 3.4, 20.6, 3.4, 20.6, 8.6),
            line(20.6, 15.4, 20.6, 20.6, 15.4, 20.6),
            line(8.6, 20.6, 3.4, 20.6, 3.4, 15.4),
        ),
        ScreenIcon.ZOOM_IN: (*_LENS, line(10.5, 7.4, 10.5, 13.6), line(7.4, 10.5, 13.6, 10.5)),
        ScreenIcon.ZOOM_OUT: (*_LENS, line(7.4, 10.5, 13.6, 10.5)),
        ScreenIcon.MERGE: (
            line(4, 4, 4, 7, 12, 14, 12, 20.6),
            line(20, 4, 20, 7, 12, 14),
            line(8.6, 17.4, 12, 20.8, 15.4, 17.4),
        ),
        ScreenIcon.MAP: (
            box(8.6, 2.8, 6.8, 5.4, 1),
            box(2.4, 15.8, 6.8, 5.4, 1),
            box(14.8, 15.8, 6.8, 5.4, 1),
            line(12, 8.2, 12, 12, 5.8, 12, 5.8, 15.8),
            line(12, 12, 18.2, 12, 18.2, 15.8),
        ),
        ScreenIcon.BESIDE: (box(2.8, 4, 18.4, 16), line(9.2, 4, 9.2, 20)),
    }
)
