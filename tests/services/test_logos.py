"""Logos are set, replaced and removed, survive a data file, and reach their own client only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image as Raster

from briefing_app.domain.ids import ClientId, LogoId
from briefing_app.domain.logo import Logo
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.exchange_data import export_all, import_file
from briefing_app.services.logos import remove_logos, set_logo
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store
from tests.drawn_pictures import encoded, raster


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(encoded(raster(320, 80)))
    return path


def test_a_new_logo_takes_the_place_of_the_old_one(store: Store, file: Path) -> None:
    before = store.all(Logo)
    kept = set_logo(store, "Fireferry", file)
    assert kept.client == "fireferry"
    assert len(store.all(Logo)) == len(before)
    assert store.get(Logo, kept.id) == kept


def test_own_logos_have_a_variant_for_dark_grounds(store: Store, file: Path) -> None:
    kept = set_logo(store, "own", file, is_for_dark=True)
    own = prepare_briefing(store, DEMO_VISITS[0], today=date(2026, 11, 1)).client_side.own_logos
    assert own.for_light is not None
    assert own.for_dark is not None
    assert own.for_dark.content == kept.content != own.for_light.content


@pytest.mark.parametrize(
    ("colour", "is_for_dark", "advice"),
    [("#FFFFFF", False, "set it as such"), ("#14213D", True, "for light backgrounds")],
)
def test_a_logo_that_would_not_be_seen_is_refused_and_the_old_one_stays(
    store: Store, tmp_path: Path, colour: str, is_for_dark: bool, advice: str
) -> None:
    before = store.all(Logo)
    path = tmp_path / "faint.png"
    faint = Raster.new("RGBA", (320, 80))
    faint.paste(colour, (20, 20, 300, 60))
    faint.putpixel((0, 0), (200, 0, 0, 255))
    path.write_bytes(encoded(faint))
    with pytest.raises(UserError, match=advice):
        set_logo(store, "own", path, is_for_dark=is_for_dark)
    assert store.all(Logo) == before


def test_a_logo_goes_with_all_its_variants(store: Store, file: Path) -> None:
    set_logo(store, "fireferry", file, is_for_dark=True)
    assert remove_logos(store, "fireferry") == 2
    assert "fireferry" not in {logo.client for logo in store.all(Logo)}
    with pytest.raises(UserError, match="no logo of fireferry"):
        remove_logos(store, "fireferry")


def test_no_other_clients_logo_reaches_a_visit(store: Store) -> None:
    for visit_id in DEMO_VISITS:
        dossier = store.dossier(visit_id)
        assert {logo.client for logo in dossier.logos} == {None, dossier.client.id}
        side = prepare_briefing(store, visit_id, today=date(2026, 11, 1)).client_side
        shown = side.client_logos.for_light
        (theirs,) = (logo for logo in store.all(Logo) if logo.client == dossier.client.id)
        assert shown is not None
        assert shown.content == theirs.content


def test_json_keeps_logos_and_a_workbook_leaves_them_alone(store: Store, tmp_path: Path) -> None:
    logos = store.all(Logo)
    for name in ("data.json", "data.xlsx"):
        export_all(store, tmp_path / name, Language.EN)
        import_file(store, tmp_path / name)
        assert store.all(Logo) == logos
    with open_store(tmp_path / "other") as other:
        import_file(other, tmp_path / "data.json")
        assert other.all(Logo) == logos


def test_a_data_file_with_a_picture_that_tells_more_than_pixels_is_refused(
    store: Store, tmp_path: Path
) -> None:
    photograph = encoded(raster(64, 32), "JPEG", comment=b"SECRET")
    store.save([Logo(id=LogoId("bad"), client=ClientId("fireferry"), content=photograph)])
    export_all(store, tmp_path / "data.json", Language.EN)
    with (
        open_store(tmp_path / "other") as other,
        pytest.raises(UserError, match="no PNG of pixels alone"),
    ):
        import_file(other, tmp_path / "data.json")
