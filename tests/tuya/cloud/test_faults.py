"""A long run of random faults: no order is obeyed twice, and each one's fate is told truly."""

import logging
import random
from dataclasses import replace

from heyzack_console.domain.cloud import CloudError
from heyzack_console.domain.devices.categories import Category
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.tuya.cloud.client import Patience
from tests.support.cloud_peer import SECRET
from tests.tuya.cloud.house_cloud import house_cloud

STEPS = 100
FAULTS = (
    {},
    {},
    {"cut": 0.4},
    {"cut_after": 0.4},
    {"server_error": 0.4},
    {"not_json": 0.4},
    {"outage": True},
    {"clock_offset_s": 4000.0},
    {"second_grant_voids": True, "token_life_s": 130.0},
    {"subscription_expired": True},
    {"refused": (("/", 1199),), "refused_share": 0.5},
    {"refused": (("/", 500),), "refused_share": 0.5},
    {"unsubscribed": ("/v2.0/cloud/thing/",)},
    {"bare_errors": True, "refused": (("/", 987654),), "refused_share": 0.5},
)


async def test_under_random_faults_an_order_is_obeyed_at_most_once_and_exactly_once_where_that_was_said():
    chance = random.Random(20260302)
    async with house_cloud(patience=Patience(retries_s=(1.0, 2.0))) as at:
        at.network.know(at.devices)
        coils = [device for device in at.devices if device.category is Category.FAN_COIL]
        accepted, open_ended, refused = [], [], []
        for step in range(STEPS):
            at.simulated.temper = replace(CloudTemper(), **chance.choice(FAULTS))
            at.time.advance(chance.choice((1, 60, 4000)))
            coil, value = chance.choice(coils), 15.0 + step % 15
            before = len(at.building.obeyed)
            try:
                await at.network.send(coil.id, {"temp_set": value})
            except CloudError as error:
                (open_ended if error.may_have_arrived else refused).append(step)
            else:
                accepted.append(step)
            at.simulated.pass_time(10)
            times = len(at.building.obeyed) - before
            if accepted[-1:] == [step]:
                assert times == 1, f"step {step} was accepted and obeyed {times} times"
            elif refused[-1:] == [step]:
                assert times == 0, f"step {step} was told as not sent, yet obeyed"
            else:
                assert times <= 1, f"step {step} was obeyed twice"
        assert min(len(accepted), len(open_ended), len(refused)) > STEPS // 20
        at.simulated.temper = CloudTemper()
        at.time.advance(4000)
        await at.network.read([device.id for device in at.devices])
        for coil in coils:
            await at.network.read([coil.id], urgent=True)
            shown = at.ears.last(coil.id, "temp_set").value
            assert shown == at.simulated.twins[coil.id].values["temp_set"] / 10 ** coil.point("temp_set").scale


async def test_no_secret_and_no_local_key_reaches_a_log_a_state_or_an_error(caplog):
    caplog.set_level(logging.DEBUG)
    told = []
    async with house_cloud() as at:
        at.network.know(at.devices)
        keys = {key for key in at.house.keys.values() if key}
        told.append(repr(await at.network.inventory(at.project.id)))
        told.append(repr(at.network))
        for traits in ({"cut": 1.0}, {"not_json": 1.0}, {"refused": (("/", 987654),)}, {"subscription_expired": True}):
            at.misbehave(**traits)
            try:
                await at.network.inventory(at.project.id)
            except CloudError as error:
                told.append(repr(error))
            at.simulated.temper = CloudTemper()
        told.append(repr(await at.network.check(at.project, SECRET)))
        told += [repr(at.ears.states), repr(at.network.states), caplog.text]
        everything = "\n".join(told)
        assert len(caplog.records) > 10
        hidden = {SECRET, SECRET[8:24], at.simulated.account.queue_password, *keys}
        assert not [secret for secret in hidden if secret in everything]
