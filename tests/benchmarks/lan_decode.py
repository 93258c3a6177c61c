"""Decoding one push of a device: CPU time against tinytuya's own decode of the same frame."""

import gc
import logging
import time
from collections.abc import Callable

import tinytuya
from tinytuya.core import parse_header, unpack_message

from heyzack_console.tuya.lan.session import Peer, Session
from heyzack_console.tuya.lan.wire import Version
from tests.benchmarks.table import Row
from tests.support.tuya_frames import device_frame
from tests.tuya.lan import vectors as v

TIMES = 4_000
ROUNDS = 7
PUSH = {
    Version.V33: b'{"devId":"bf0123456789abcdefgh","dps":{"18":412,"19":903,"20":2304},"t":1700000000}',
    Version.V34: b'{"protocol":4,"t":1700000000,"data":{"dps":{"18":412,"19":903,"20":2304}}}',
    Version.V35: b'{"protocol":4,"t":1700000000,"data":{"dps":{"18":412,"19":903,"20":2304}}}',
}
KEYS = {Version.V33: v.KEY, Version.V34: v.SESSION_KEY_34, Version.V35: v.SESSION_KEY_35}
ANSWERS = {Version.V34: v.ANSWER_34, Version.V35: v.ANSWER_35}


def _ratio(ours: Callable[[], object], theirs: Callable[[], object]) -> float:
    """The best of several rounds of each, in turn, so that both meet the same machine."""
    best = [float("inf"), float("inf")]
    gc.disable()
    try:
        for _ in range(ROUNDS):
            for which, decode in enumerate((ours, theirs)):
                began = time.process_time()
                for _ in range(TIMES):
                    decode()
                best[which] = min(best[which], time.process_time() - began)
    finally:
        gc.enable()
    return best[0] / best[1]


def _ours(version: Version, raw: bytes) -> Callable[[], object]:
    session = Session(Peer("D", v.KEY, version), v.CLIENT_NONCE)
    session.start()
    if version.negotiates:
        session.receive(ANSWERS[version])
    (event,) = session.receive(raw)
    assert event.message.dps["20"] == 2304
    return lambda: session.receive(raw)


def _tinytuya(version: Version, raw: bytes) -> Callable[[], object]:
    device = tinytuya.Device("D", "127.0.0.1", v.KEY.decode(), version=float(version))
    device.local_key = KEYS[version]
    hmac_key = KEYS[version] if version.negotiates else None

    def decode() -> object:
        message = unpack_message(raw, hmac_key=hmac_key, header=parse_header(raw))
        return device._decode_payload(message.payload)

    assert decode()["dps"]["20"] == 2304
    return decode


def run() -> list[Row]:
    """One row per version."""
    logging.getLogger("tinytuya").setLevel(logging.WARNING)
    rows = []
    for version, payload in PUSH.items():
        raw = device_frame(version, KEYS[version], 77, 8, 0, payload)
        ratio = _ratio(_ours(version, raw), _tinytuya(version, raw))
        rows.append(Row(f"decode of one LAN push, {version}", "tinytuya's own decode, CPU", ratio, 0.6))
    return rows
