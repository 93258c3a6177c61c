"""Cuts a byte stream into frames by their length, whatever lies between them."""

import struct

from heyzack_console.tuya.lan.faults import NotTuya

PREFIX_55AA = b"\x00\x00\x55\xaa"
SUFFIX_55AA = b"\x00\x00\xaa\x55"
PREFIX_6699 = b"\x00\x00\x66\x99"
SUFFIX_6699 = b"\x00\x00\x99\x66"

HEAD_55AA = struct.Struct(">4xIII")
"""Sequence, command, length; the length counts from behind itself through the suffix."""
HEAD_6699 = struct.Struct(">4xHIII")
"""Reserved, sequence, command, length; the length counts nonce, ciphertext and tag, not the suffix."""

# Devices keep frames within 4 KiB (TuyaOpen tuya_lan.c); gateways with many sub-devices get some slack.
LONGEST_FRAME = 16 * 1024
LONGEST_JUNK = 64 * 1024
"""So many bytes without one frame, and the peer does not speak Tuya."""

_NO_COMMAND = ~(0xFF << 32)
"""Leaves of command and length the length, and of the command what must be zero."""
_LEAST_55AA = 8  # check and suffix
_LEAST_6699 = 28  # nonce and tag
_MORE = 0
_NOT_A_FRAME = -1


class FrameStream:
    """Collects received bytes and gives back whole frames, still sealed.

    A frame ends where its length says, never at the first suffix: suffix bytes may occur in ciphertext. What is not a
    frame (wrong suffix, impossible length or command) is skipped byte by byte and counted in ``junk``.
    """

    __slots__ = ("_junk_in_row", "_rest", "junk")

    def __init__(self) -> None:
        self.junk = 0
        self._junk_in_row = 0
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that *data* completes, in order.

        Raises:
            NotTuya: more than 64 KiB came without a frame among them.
        """
        if not self._rest and _is_one_frame(data):
            self._junk_in_row = 0
            return [data]
        buffer = self._rest + data if self._rest else data
        frames: list[bytes] = []
        at = 0
        while (start := _next_prefix(buffer, at)) < len(buffer):
            self._skipped(start - at)
            end = _end_of_frame(buffer, start)
            if end == _MORE:
                at = start
                break
            if end == _NOT_A_FRAME:
                self._skipped(1)
                at = start + 1
                continue
            frames.append(buffer[start:end])
            self._junk_in_row = 0
            at = end
        else:
            self._skipped(len(buffer) - at)
            at = len(buffer)
        self._rest = buffer[at:]
        return frames

    def _skipped(self, count: int) -> None:
        self.junk += count
        self._junk_in_row += count
        if self._junk_in_row > LONGEST_JUNK:
            raise NotTuya("The peer answers, but not in Tuya's protocol. Check the address.")


def _is_one_frame(data: bytes) -> bool:
    """Whether *data* is exactly one frame, as nearly all segments are; a quick look that errs towards no."""
    size = len(data)
    if not 24 <= size <= LONGEST_FRAME:
        return False
    if data.startswith(PREFIX_55AA):
        length = int.from_bytes(data[8:16]) & _NO_COMMAND
        return length == size - 16 and data.endswith(SUFFIX_55AA)
    if data.startswith(PREFIX_6699) and size >= 50:
        length = int.from_bytes(data[10:18]) & _NO_COMMAND
        return length == size - 22 and data.endswith(SUFFIX_6699)
    return False


def _next_prefix(buffer: bytes, at: int) -> int:
    """Where the next prefix, or what may become one with more bytes, begins; the end of the buffer if nowhere."""
    if buffer.startswith((PREFIX_55AA, PREFIX_6699), at):
        return at
    found = [place for place in (buffer.find(PREFIX_55AA, at), buffer.find(PREFIX_6699, at)) if place >= 0]
    if found:
        return min(found)
    for length in (3, 2, 1):
        tail = buffer[max(at, len(buffer) - length) :]
        if len(tail) == length and (PREFIX_55AA.startswith(tail) or PREFIX_6699.startswith(tail)):
            return len(buffer) - length
    return len(buffer)


def _end_of_frame(buffer: bytes, start: int) -> int:
    """The end of the frame at *start*, or that more bytes are needed, or that this is no frame."""
    if buffer.startswith(PREFIX_6699, start):
        head, least, tail, suffix = HEAD_6699, _LEAST_6699, 4, SUFFIX_6699
    else:
        head, least, tail, suffix = HEAD_55AA, _LEAST_55AA, 0, SUFFIX_55AA
    if len(buffer) - start < head.size:
        return _MORE
    *_, command, length = head.unpack_from(buffer, start)
    end = start + head.size + length + tail
    if command > 0xFF or length < least or end - start > LONGEST_FRAME:
        return _NOT_A_FRAME
    if end > len(buffer):
        return _MORE
    return end if buffer.startswith(suffix, end - 4) else _NOT_A_FRAME
