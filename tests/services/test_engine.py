"""The port: everything that can be done and asked, who may, and who carries it out."""

from dataclasses import MISSING, fields, replace
from typing import get_type_hints

import pytest

from heyzack_console.domain.errors import PermissionDenied
from heyzack_console.domain.identity import GRANTS, Permission, Role
from heyzack_console.ports.engine.catalogue import COMMANDS, QUERIES
from heyzack_console.ports.engine.sites import Status
from tests.support.console import console
from tests.support.memory_store import ADMIN

# Values for fields without a default; what they say does not matter where the permission is asked first.
ANYTHING = {"str": "x", "int": 1, "float": 1.0}


def some(kind):
    """An instance of *kind* with anything in it."""
    hints = get_type_hints(kind)
    wanted = [f for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    return kind(**{f.name: ANYTHING.get(getattr(hints[f.name], "__name__", ""), ()) for f in wanted})


def roles_without(permission):
    return [role for role in Role if permission not in GRANTS[role]]


CASES = [(kind, role) for kind in (*COMMANDS, *QUERIES) for role in roles_without(kind.permission)]


@pytest.mark.parametrize(("kind", "role"), CASES, ids=lambda case: getattr(case, "__name__", str(case)))
async def test_what_a_role_may_not_do_is_refused_before_anything_happens(kind, role):
    async with console(actor=replace(ADMIN, role=role)) as app:
        asked = app.engine.do if kind in COMMANDS else app.engine.ask
        with pytest.raises(PermissionDenied, match="Nothing was done"):
            await asked(some(kind))
        assert (app.disk.entries, app.lan.sent) == ([], [])


def test_the_roles_to_which_something_is_refused_are_those_that_lack_a_right():
    assert {role for _, role in CASES} == set(Role) - {Role.ADMINISTRATOR}


async def test_each_command_and_each_query_has_exactly_one_handler():
    async with console() as app:
        assert set(app.services.commands) == set(COMMANDS)
        assert set(app.services.queries) == set(QUERIES)
        handlers = [*app.services.commands.values(), *app.services.queries.values()]
        assert len({(id(h.__self__), h.__name__) for h in handlers}) == len(handlers)


def test_every_command_and_query_names_a_permission():
    assert all(isinstance(kind.permission, Permission) for kind in (*COMMANDS, *QUERIES))


async def test_the_status_names_who_acts_and_what_stands():
    async with console() as app:
        status = await app.engine.ask(Status())
        assert (status.site, status.devices, status.lan_devices, status.floors) == ("Test house", 6, 6, 1)
        assert (status.actor, status.role, status.demo) == ("Ines", "administrator", False)


async def test_the_first_batch_is_the_whole_picture_with_status_and_settings():
    async with console() as app:
        changes = app.engine.changes()
        picture = await anext(changes)
        assert (picture.complete, picture.book_changed, picture.status.devices) == (True, True, 6)
        assert "look.theme" in {version.name for version in picture.settings}
        await changes.aclose()
