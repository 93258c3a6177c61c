"""Finds out what a file is, by what is in it and not by its name, and reads it."""

import zlib
from collections.abc import Callable
from pathlib import PurePath

from heyzack_console.domain.plans import Plan, PlanChoice
from heyzack_console.plans.dxf import read_dxf
from heyzack_console.plans.ifc import read_ifc
from heyzack_console.plans.limits import LIMITS, refused
from heyzack_console.plans.pdf import read_pdf
from heyzack_console.plans.pictures import read_picture
from heyzack_console.plans.svg.document import read_svg

Reader = Callable[[str, bytes, PlanChoice], Plan]
KINDS = "PNG, JPEG, SVG, PDF, DXF and IFC"
_HEAD = 4096


def read(name: str, data: bytes, choice: PlanChoice) -> Plan:
    """Read the plan in *data*; floors without a name of their own get the file's.

    Raises:
        InvalidInput: it is broken, too large or of a kind that is not read.
    """
    if data[:2] == b"\x1f\x8b":
        data = _unpacked(data)
    return _reader(name, data)(PurePath(name).stem or name, data, choice)


def _reader(name: str, data: bytes) -> Reader:
    if not data:
        raise refused(f"{name} is empty.")
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return read_picture
    if b"%PDF-" in data[:1024]:
        return read_pdf
    return _reader_of_text(name, data)


def _reader_of_text(name: str, data: bytes) -> Reader:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"ISO-10303-21"):
        return read_ifc
    if head.startswith(b"<") or data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return read_svg
    if head.startswith(b"AutoCAD Binary DXF") or _begins_like_dxf(head):
        return read_dxf
    if head.startswith(b"PK\x03\x04"):
        raise refused(f"{name} is a ZIP archive. Unpack it and choose the plan inside.")
    if head.startswith(b"AC10"):
        raise refused(f"{name} is a DWG drawing. Save it as DXF.")
    raise refused(f"{name} is none of {KINDS}.")


def _begins_like_dxf(head: bytes) -> bool:
    """A group code on its own line first: 0 with SECTION, or 999 with a comment."""
    lines = [line.strip() for line in head.splitlines()[:4]]
    return len(lines) > 1 and ((lines[0] == b"0" and lines[1].upper() == b"SECTION") or lines[0] == b"999")


def _unpacked(data: bytes) -> bytes:
    """A compressed SVG; a bomb is noticed before it is large."""
    try:
        content = zlib.decompressobj(wbits=31).decompress(data, LIMITS.file_bytes + 1)
    except zlib.error as error:
        raise refused("The compressed file is damaged.") from error
    if len(content) > LIMITS.file_bytes:
        raise refused(f"Unpacked, the file is larger than {LIMITS.file_bytes // 1_000_000} MB.")
    return content
