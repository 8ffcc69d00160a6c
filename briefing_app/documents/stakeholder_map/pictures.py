"""The register of the map's pictures: how each view is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing_app.documents.stakeholder_map.chain_picture import chain_picture
from briefing_app.documents.stakeholder_map.grid_picture import grid_picture
from briefing_app.documents.stakeholder_map.lines_picture import lines_picture
from briefing_app.documents.stakeholder_map.pen import Pen
from briefing_app.documents.stakeholder_map.picture import MapKind, MapPicture
from briefing_app.documents.stakeholder_map.table_picture import table_picture

PICTURES: Mapping[MapKind, Callable[[Pen], MapPicture]] = {
    MapKind.LINES: lines_picture,
    MapKind.GRID: grid_picture,
    MapKind.CHAIN: chain_picture,
    MapKind.TABLE: table_picture,
}
