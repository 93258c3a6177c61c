"""Plans for the tests: a reader as the console starts it, published files, and small files of every kind."""

import gzip
import sys
from io import BytesIO, StringIO
from pathlib import Path

import ezdxf
import pytest
from PIL import Image, ImageDraw

from heyzack_console.composition.options import READ_PLANS
from heyzack_console.plans.reader import PlanReader

_BESIDE = [folder / "shared" / "data" / "floorplans" for folder in Path(__file__).resolve().parents[3:]]
SHARED = next((folder for folder in _BESIDE if folder.is_dir()), _BESIDE[0])


def a_reader(**options) -> PlanReader:
    """A reader on this very checkout."""
    return PlanReader([sys.executable, "-m", "heyzack_console", *READ_PLANS], **options)


def published(name: str) -> bytes:
    """A shared floor plan; skips the test where it is not there."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside this checkout")
    return path.read_bytes()


def a_picture(kind: str = "PNG", size: tuple[int, int] = (120, 90)) -> bytes:
    """A room with a table."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((5, 5, size[0] - 5, size[1] - 5), outline="black", width=3)
    pen.ellipse((40, 30, 70, 60), outline="grey")
    into = BytesIO()
    image.save(into, kind)
    return into.getvalue()


def a_drawing(inside: str = "", head: str = "") -> bytes:
    """An SVG with a wall, a named room and whatever *inside* adds."""
    text = (
        f'<?xml version="1.0"?>{head}<svg xmlns="http://www.w3.org/2000/svg" width="100px" height="80px"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 80"><path d="M0 0H100V80H0Z"/>'
        f'<rect id="Kitchen" x="10" y="10" width="40" height="30"/>{inside}</svg>'
    )
    return text.encode()


def a_squeezed_drawing() -> bytes:
    """The same as svgz."""
    return gzip.compress(a_drawing())


def a_dxf(unit: int = 6) -> bytes:
    """Two rooms with names, a door on a layer of its own and a block that is used twice."""
    drawing = ezdxf.new("R2010")
    drawing.header["$INSUNITS"] = unit
    space = drawing.modelspace()
    for left, name in ((0, "Office"), (5, "Store")):
        corners = [(left, 0), (left + 5, 0), (left + 5, 4), (left, 4)]
        space.add_lwpolyline(corners, close=True, dxfattribs={"layer": "Walls"})
        space.add_text(name, dxfattribs={"layer": "Text"}).set_placement((left + 1, 2))
    space.add_arc((5, 1), 0.9, 0, 90, dxfattribs={"layer": "Doors"})
    desk = drawing.blocks.new("desk")
    desk.add_lwpolyline([(0, 0), (1.6, 0), (1.6, 0.8), (0, 0.8)], close=True)
    for at in ((1, 1), (6, 1)):
        space.add_blockref("desk", at, dxfattribs={"layer": "Furniture"})
    into = StringIO()
    drawing.write(into)
    return drawing.encode(into.getvalue())


def a_pdf(pages: int = 1) -> bytes:
    """Pages of 120 × 90 points with a line each."""
    sheets = [Image.new("RGB", (120, 90), "white") for _ in range(pages)]
    into = BytesIO()
    sheets[0].save(into, "PDF", save_all=True, append_images=sheets[1:], resolution=72)
    return into.getvalue()


def a_model(spaces: int = 2) -> bytes:
    """A building model with a ground floor and a roof; each space is 4 × 3 m."""
    lines = [
        "#1=IFCCARTESIANPOINT((0.,0.,0.));",
        "#2=IFCAXIS2PLACEMENT3D(#1,$,$);",
        "#3=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-05,#2,$);",
        "#4=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);",
        "#5=IFCUNITASSIGNMENT((#4));",
        "#6=IFCPROJECT('0000000000000000000001',$,'House',$,$,$,$,(#3),#5);",
        "#7=IFCLOCALPLACEMENT($,#2);",
        "#8=IFCBUILDINGSTOREY('0000000000000000000002',$,'Ground floor',$,$,#7,$,$,.ELEMENT.,0.);",
        "#9=IFCBUILDINGSTOREY('0000000000000000000003',$,'Roof',$,$,#7,$,$,.ELEMENT.,3.);",
        "#10=IFCDIRECTION((0.,0.,1.));",
        "#11=IFCCARTESIANPOINT((2.,1.5));",
        "#12=IFCAXIS2PLACEMENT2D(#11,$);",
        "#13=IFCRECTANGLEPROFILEDEF(.AREA.,$,#12,4.,3.);",
    ]
    parts = []
    for number in range(spaces):
        at = 20 + 10 * number
        lines += [
            f"#{at}=IFCCARTESIANPOINT(({5 * number}.,0.,0.));",
            f"#{at + 1}=IFCAXIS2PLACEMENT3D(#{at},$,$);",
            f"#{at + 2}=IFCLOCALPLACEMENT(#7,#{at + 1});",
            f"#{at + 3}=IFCEXTRUDEDAREASOLID(#13,#2,#10,2.5);",
            f"#{at + 4}=IFCSHAPEREPRESENTATION(#3,'Body','SweptSolid',(#{at + 3}));",
            f"#{at + 5}=IFCPRODUCTDEFINITIONSHAPE($,$,(#{at + 4}));",
            f"#{at + 6}=IFCSPACE('{number:022d}',$,'{101 + number}',$,$,#{at + 2},#{at + 5},'Room',.ELEMENT.,$,$);",
        ]
        parts.append(f"#{at + 6}")
    lines.append(f"#9999=IFCRELAGGREGATES('0000000000000000000009',$,$,$,#8,({','.join(parts)}));")
    head = "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\n"
    body = "FILE_SCHEMA(('IFC2X3'));\nENDSEC;\nDATA;\n" + "\n".join(lines)
    return f"{head}{body}\nENDSEC;\nEND-ISO-10303-21;\n".encode()
