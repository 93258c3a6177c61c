"""Site files: what is written comes back, what is not ours is refused whole."""

import json

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput, NotFound, SecretsLocked
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.ports.engine.sites import CreateSite, ExportSite, ImportSite, PlayScenario, SitePicture, Status
from heyzack_console.services.sites.site_file import read, written
from tests.support.building import BOOK, DEVICES, KEYS, VALVE
from tests.support.console import console
from tests.support.memory_store import Disk

PASSPHRASE = "twelve green bottles"


def changed(path, value):
    """The test site's file with one value changed."""
    file = json.loads(written(BOOK))
    place = file
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(file)


def test_what_is_written_is_read_back_unchanged():
    file = read(written(BOOK))
    assert (file.site, file.devices, file.sealed) == (BOOK.site, BOOK.devices, "")


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (["heyzack_site"], 2, "heyzack_site"),
        (["surprise"], 1, "surprise"),
        (["devices", 0, "key"], "secret", "devices.0.key"),
        (["devices", 0, "category"], "toaster", "devices.0.category"),
        (["site", "id"], "../../etc", "32 hexadecimal"),
        (["site", "floors", 0, "width"], "NaN", "finite"),
        (["site", "floors", 0, "height"], 0, "no extent"),
        (["site", "name"], "x" * 501, "500 characters"),
        (["devices", 1, "id"], "gw1", "occurs twice"),
        (["devices", 1, "gateway"], "nobody", "gateway that is not there"),
        (["devices", 3, "place", "floor"], "attic", "floor that is not there"),
    ],
)
def test_a_file_with_one_wrong_thing_is_refused_by_its_place(path, value, says):
    with pytest.raises(InvalidInput, match=says):
        read(changed(path, value))


@hypothesis_settings(max_examples=60)
@given(st.one_of(st.text(max_size=200), st.integers(0, 2000).map(lambda cut: written(BOOK)[:cut])))
def test_whatever_is_no_site_file_is_refused_in_words(text):
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        read(text)


async def test_an_exported_site_can_be_taken_in_by_another_console_with_its_keys():
    async with console() as app:
        text = await app.engine.ask(ExportSite(PASSPHRASE))
    assert not any(key in text for key in KEYS.values())
    async with console(Disk(), secrets=MemorySecrets()) as other:
        await other.engine.do(ImportSite(text, PASSPHRASE))
        assert await other.engine.ask(SitePicture()) == BOOK
        assert other.lan.watched[VALVE.id] == (VALVE, KEYS[VALVE.id])


async def test_an_export_without_a_passphrase_holds_no_keys():
    async with console() as app:
        text = await app.engine.ask(ExportSite())
    assert "sealed" not in json.loads(text)
    assert not any(key in text for key in KEYS.values())


async def test_a_wrong_passphrase_changes_nothing():
    async with console() as app:
        text = await app.engine.ask(ExportSite(PASSPHRASE))
    async with console(Disk()) as other:
        with pytest.raises(SecretsLocked):
            await other.engine.do(ImportSite(text, "thirteen green bottles"))
        assert await other.engine.ask(SitePicture()) is None


async def test_a_site_can_be_taken_in_while_its_keys_stay_sealed():
    async with console() as app:
        text = await app.engine.ask(ExportSite(PASSPHRASE))
    async with console(Disk(), secrets=MemorySecrets()) as other:
        receipt = await other.engine.do(ImportSite(text))
        assert "stay sealed" in receipt.text
        assert len((await other.engine.ask(SitePicture())).devices) == len(DEVICES)
        assert other.lan.watched[VALVE.id][1] == ""


async def test_without_a_site_there_is_nothing_to_hand_out():
    async with console(Disk()) as app:
        with pytest.raises(NotFound, match="no site yet"):
            await app.engine.ask(ExportSite())


async def test_a_new_site_has_the_floors_that_were_named():
    async with console(Disk()) as app:
        receipt = await app.engine.do(CreateSite("Mill", "Europe/Berlin", ("Ground", "Attic"), 20.0, 10.0))
        book = await app.engine.ask(SitePicture())
        assert (book.site.id, book.site.name, book.devices) == (receipt.made, "Mill", ())
        assert [(f.level, f.name, f.width, f.height) for f in book.site.floors] == [
            (0, "Ground", 20.0, 10.0),
            (1, "Attic", 20.0, 10.0),
        ]
        assert (await app.engine.ask(Status())).floors == 2


@pytest.mark.parametrize(
    "command",
    [
        CreateSite("", "Europe/Berlin"),
        CreateSite("Mill", "Europe/Atlantis"),
        CreateSite("Mill", "../etc/passwd"),
        CreateSite("Mill", "Europe/Berlin", ()),
        CreateSite("Mill", "Europe/Berlin", width=0.0),
        CreateSite("Mill", "Europe/Berlin", height=1e9),
        CreateSite("Mill", "Europe/Berlin", height=float("nan")),
    ],
)
async def test_a_site_that_makes_no_sense_is_refused(command):
    async with console(Disk()) as app:
        with pytest.raises(InvalidInput):
            await app.engine.do(command)
        assert app.disk.book is None


class ToyBuilding:
    """A demo building that remembers what it was asked to play."""

    scenarios = ("normal", "smoke")

    def __init__(self):
        self.played = []

    async def play(self, scenario):
        if scenario not in self.scenarios:
            raise NotFound(f"There is no scenario {scenario}.")
        self.played.append(scenario)


async def test_scenarios_are_played_by_the_demo_building_only():
    demo = ToyBuilding()
    async with console(demo=demo) as app:
        await app.engine.do(PlayScenario("smoke"))
        assert (demo.played, (await app.engine.ask(Status())).scenarios) == (["smoke"], ("normal", "smoke"))
        with pytest.raises(NotFound, match="no scenario"):
            await app.engine.do(PlayScenario("flood"))
    async with console() as app:
        with pytest.raises(NotFound, match="real building"):
            await app.engine.do(PlayScenario("smoke"))
