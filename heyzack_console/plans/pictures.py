"""PNG and JPEG, and any picture made of a plan: checked, made smaller where needed, and written anew."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from heyzack_console.domain.plans import Plan, PlanChoice, PlanFloor, PlanPicture
from heyzack_console.plans.limits import LIMITS, PICTURE_BYTES, PICTURE_EDGE, refused

_SMALLEST = 8


def read_picture(name: str, data: bytes, choice: PlanChoice) -> Plan:
    """One floor from a PNG or JPEG; its scale has to be measured.

    Raises:
        InvalidInput: damaged, or more pixels than a plan may have.
    """
    del choice
    # What Pillow warns of is refused by size below, or does no harm.
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            kind = image.format or ""
            _check_size(name, *image.size)
            upright = ImageOps.exif_transpose(image)
            picture = stored(upright, photo=kind == "JPEG")
            width, height = upright.size
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise refused(f"{name} is a damaged picture.") from error
    floor = PlanFloor(name, float(width), float(height), "px", picture=picture)
    return Plan(kind.lower(), (floor,), notes=("A picture has no scale: measure it by two points.",))


def stored(image: Image.Image, *, photo: bool) -> PlanPicture:
    """The picture as the console keeps it: no larger than it needs, without what else the file carried."""
    plain = _on_white(image)
    plain.thumbnail((PICTURE_EDGE, PICTURE_EDGE), Image.Resampling.LANCZOS)
    data = b"" if photo else _written(plain, "PNG")
    if data and len(data) <= PICTURE_BYTES:
        return PlanPicture(data, "image/png", *plain.size)
    # Photographs are large as PNG, and some are as JPEG.
    while len(data := _written(plain, "JPEG")) > PICTURE_BYTES:
        plain.thumbnail((max(plain.size) * 3 // 4,) * 2, Image.Resampling.LANCZOS)
    return PlanPicture(data, "image/jpeg", *plain.size)


def _check_size(name: str, width: int, height: int) -> None:
    if width * height > LIMITS.pixels:
        raise refused(f"{name} has {width:,} × {height:,} pixels; {LIMITS.pixels:,} in all are the most.")
    if min(width, height) < _SMALLEST:
        raise refused(f"{name} has only {width} × {height} pixels.")


def _on_white(image: Image.Image) -> Image.Image:
    """A plan is drawn on paper: what is transparent becomes white."""
    if image.mode in {"L", "RGB"} and "transparency" not in image.info:
        return image.copy()
    if image.mode in {"1", "I", "I;16", "F"}:
        return image.convert("L")
    whole = image.convert("RGBA")
    paper = Image.new("RGB", whole.size, "white")
    paper.paste(whole, mask=whole.getchannel("A"))
    return paper


def _written(image: Image.Image, kind: str) -> bytes:
    into = BytesIO()
    if kind == "JPEG":
        image.save(into, kind, quality=88)
    else:
        image.save(into, kind)
    return into.getvalue()
