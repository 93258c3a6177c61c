"""What goes wrong in a long run: moods of the cloud and of its queue, drawn by chance."""

from dataclasses import replace
from random import Random
from typing import Any

from heyzack_console.simulator.cloud.temper import Cipher, CloudTemper, Family, QueueTemper

CODES = (500, 1110, 1111, 1113, 1199, 2001, 2003, 2008, 1106, 28841105)
"""Refusals that are documented for a call; each may hit any path."""
QUOTA, SUBSCRIPTION = {"calls_per_month": 0}, {"subscription_expired": True}
CALM = CloudTemper(numbers_every_s=0.0, queue=QueueTemper(families=(Family.IOT_CORE, Family.OLDER)))
"""A cloud without faults that tells every change."""

_MOODS: tuple[dict[str, Any], ...] = (
    {"cut": 0.3},
    {"cut_after": 0.3},
    {"server_error": 0.3},
    {"not_json": 0.3},
    {"delay_s": 2.0},
    {"delay_s": 20.0},
    {"logged_out": 0.5},
    {"second_grant_voids": True, "token_life_s": 20.0, "logged_out": 0.2},
    {"bare_errors": True, "refused": (("/", 987654), ("/", 1199)), "refused_share": 0.3},
    {"unsubscribed": ("/v2.0/cloud/thing/",)},
    {"unsubscribed": ("/v1.0/iot-03/devices", "/v2.0/cloud/thing/")},
    {"outage": True},
    {"effect_lost": 0.6},
    {"effect_s": (4.0, 20.0)},
    {"refused": (("/", 1199),), "refused_share": 0.6},
    *({"refused": tuple(("/", code) for code in CODES[at::2]), "refused_share": 0.15} for at in (0, 1)),
)


def any_mood(chance: Random) -> CloudTemper:
    """Several faults of the calls at once, over a queue that is never good."""
    moods: dict[str, Any] = {}
    for mood in chance.sample(_MOODS, k=chance.choice((0, 1, 1, 2))):
        moods |= mood
    return replace(CALM, queue=any_queue(chance), **moods)


def any_queue(chance: Random) -> QueueTemper:
    """A queue that repeats, mixes up, babbles, and hangs up now and then."""
    cipher = chance.choice(tuple(Cipher))
    return replace(
        CALM.queue,
        down=chance.random() < 0.06,
        cipher=cipher,
        names_cipher=chance.random() < 0.5,
        duplicates=0.15,
        disorder=chance.choice((0.05, 0.4)),
        overtaken_s=(0.2, chance.choice((2.0, 9.0))),
        unknown_code=0.1,
        acks_lost=chance.choice((0.0, 0.1)),
        cut=chance.choice((0.0, 0.01, 0.03)),
    )
