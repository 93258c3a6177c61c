"""How many connections are set up at once."""

import asyncio

from heyzack_console.tuya.lan.gate import ConnectGate


class Crowd:
    """Attempts that stay inside the gate until they are let go."""

    def __init__(self, gate: ConnectGate):
        self.gate, self.inside, self.let_go = gate, [], asyncio.Event()

    async def attempt(self, name: str, *, repeated: bool):
        async with self.gate.attempt(repeated=repeated):
            self.inside.append(name)
            await self.let_go.wait()


async def until_nothing_moves():
    for _ in range(5):
        await asyncio.sleep(0)


async def test_no_more_attempts_than_slots_are_under_way():
    crowd = Crowd(ConnectGate(slots=32))
    async with asyncio.TaskGroup() as group:
        for number in range(100):
            group.create_task(crowd.attempt(str(number), repeated=False))
        await until_nothing_moves()
        assert len(crowd.inside) == 32
        crowd.let_go.set()
    assert len(crowd.inside) == 100


async def test_devices_that_failed_before_leave_room_for_a_healthy_one():
    crowd = Crowd(ConnectGate(slots=4, for_repeaters=3))
    async with asyncio.TaskGroup() as group:
        for number in range(10):
            group.create_task(crowd.attempt(f"dead {number}", repeated=True))
        await until_nothing_moves()
        group.create_task(crowd.attempt("healthy", repeated=False))
        await until_nothing_moves()
        assert "healthy" in crowd.inside
        crowd.let_go.set()


async def test_a_cancelled_attempt_gives_its_slot_back():
    crowd = Crowd(ConnectGate(slots=1, for_repeaters=1))
    holder = asyncio.get_running_loop().create_task(crowd.attempt("cancelled", repeated=True))
    await until_nothing_moves()
    holder.cancel()
    crowd.let_go.set()
    await crowd.attempt("next", repeated=True)
    assert crowd.inside == ["cancelled", "next"]
    assert holder.cancelled()
