"""What the last run missed is known to the next one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.telemetry import Gap, Listening
from heyzack_console.storage.samples.store import SampleStore

NOON = datetime(2026, 3, 2, 12, 0, 0, 123_000, tzinfo=UTC)
LAMP, DOOR = DeviceId("lamp"), DeviceId("door")


async def test_before_the_first_run_nothing_was_listened_to(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    assert await store.load_listening() == Listening()
    await store.close()


async def test_gaps_come_back_in_their_order_and_only_the_last_writing_counts(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    hour = timedelta(hours=1)
    await store.keep_listening(Listening(NOON - hour, (Gap(LAMP, NOON - 3 * hour, NOON - 2 * hour),)))
    gaps = (Gap(LAMP, NOON - hour), Gap(DOOR, NOON - 2 * hour, NOON - hour), Gap(DOOR, NOON - hour, NOON))
    await store.keep_listening(Listening(NOON, gaps))
    await store.close()
    again = SampleStore(tmp_path / "samples.db")
    assert await again.load_listening() == Listening(NOON, gaps)
    await again.close()
