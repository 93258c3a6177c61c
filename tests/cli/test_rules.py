"""`rules check`: what it prints and how it ends."""

import pytest

from tests.cli.running import console
from tests.support.rule_texts import BOTH, WARM, toml_of, yaml_of


@pytest.mark.parametrize(("name", "writer"), [("rules.yaml", yaml_of), ("rules.toml", toml_of)])
async def test_a_file_in_order_ends_with_zero(tmp_path, name, writer):
    file = tmp_path / name
    file.write_text(writer(WARM, BOTH), encoding="utf-8")
    ended = await console("rules", "check", str(file), "--json")
    assert (ended.code, ended.value, ended.err) == (0, {"ok": True, "errors": []}, "")


async def test_faults_are_told_with_line_and_column_and_end_with_two(tmp_path):
    file = tmp_path / "rules.yaml"
    file.write_text(yaml_of(WARM | {"colour": "red"}, BOTH | {"expression": "valve >"}), encoding="utf-8")
    ended = await console("rules", "check", str(file), "--json")
    assert ended.code == 2
    assert ended.value == {
        "ok": False,
        "errors": [
            {"line": 9, "column": 5, "message": "'colour' is not a field here."},
            {"line": 15, "column": 25, "message": "The expression ends too early."},
        ],
    }
    people = await console("rules", "check", str(file))
    assert people.err.splitlines()[0] == f"{file}:9:5: 'colour' is not a field here."


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"a: 1\nb: \xff\n"])
async def test_a_file_that_cannot_be_read_is_a_fault_too(tmp_path, content):
    file = tmp_path / "rules.yaml"
    if content is not None:
        file.write_bytes(content)
    ended = await console("rules", "check", str(file), "--json")
    assert (ended.code, ended.value["ok"], len(ended.value["errors"])) == (2, False, 1)
    assert ended.value["errors"][0].keys() == {"line", "column", "message"}
