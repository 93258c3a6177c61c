"""Command numbers of the LAN protocol, and which of them a console may send."""

from enum import IntEnum


class Command(IntEnum):
    """Commands this console sends or understands (numbers as in tinytuya's ``command_types``)."""

    SESSION_START = 0x03
    SESSION_ANSWER = 0x04
    SESSION_FINISH = 0x05
    CONTROL = 0x07
    STATUS = 0x08
    HEARTBEAT = 0x09
    QUERY = 0x0A
    CONTROL_NEW = 0x0D
    QUERY_NEW = 0x10
    REFRESH = 0x12
    ANNOUNCE = 0x13
    ANNOUNCE_34 = 0x23
    ASK_DEVICES = 0x25
    EXTENSION = 0x40


SENDABLE = frozenset(
    {
        Command.SESSION_START,
        Command.SESSION_FINISH,
        Command.CONTROL,
        Command.HEARTBEAT,
        Command.QUERY,
        Command.CONTROL_NEW,
        Command.QUERY_NEW,
        Command.REFRESH,
        Command.ASK_DEVICES,
        Command.EXTENSION,
    }
)
"""All that can be encoded. Pairing, unbinding, Wi-Fi set-up and firmware commands (0x01, 0x06, 0x0E, 0x0F, 0x1A-0x1D)
are absent on purpose, and so is everything unknown."""

# tinytuya core/header.py, NO_PROTOCOL_HEADER_CMDS.
WITHOUT_HEADER = frozenset(
    {
        Command.SESSION_START,
        Command.SESSION_ANSWER,
        Command.SESSION_FINISH,
        Command.HEARTBEAT,
        Command.QUERY,
        Command.QUERY_NEW,
        Command.REFRESH,
        Command.ASK_DEVICES,
        Command.EXTENSION,
    }
)
"""Commands whose payload carries no 15-byte version header from the client's side."""

_NAMES = {int(command): command.name.replace("_", " ").lower() for command in Command}


def command_name(command: int) -> str:
    """The command in words; an unknown one as its number."""
    return _NAMES.get(command, f"command 0x{command:02x}")
