"""`products check` as people and other programs run it."""

from tests.cli.running import console

POINTS = '[{"id":1,"code":"switch_1","type":"bool"},{"id":2,"code":"x","type":"raw"}]'
FIRST = f'{{"product_id":"a","category":"kg","dps":{POINTS}}}'
HOSTILE = [
    "",
    "not json",
    "[1, 2]",
    "null",
    "NaN",
    "[" * 50_000,
    '{"product_id": "\\ud800", "dps": [{"id": 1, "code": "t", "type": "value", "min": 1e999, "max": 3}]}',
    '{"product_id": 5, "dps": [{"id": 1}, {"id": 1}, null]}',
]


async def test_each_record_gives_one_json_line_whatever_it_holds(tmp_path):
    file = tmp_path / "products.jsonl"
    file.write_text("\n".join([FIRST, *HOSTILE]), encoding="utf-8")
    ended = await console("products", "check", str(file), "--json")
    assert (ended.code, ended.err) == (0, "")
    assert len(ended.lines) == 1 + len(HOSTILE)
    assert ended.lines[0] == {"product_id": "a", "points": 2, "with_control": 1, "raw_only": 1, "problems": []}
    for value in ended.lines[1:]:
        assert set(value) == {"product_id", "points", "with_control", "raw_only", "problems"}
        assert value["problems"]
        assert value["with_control"] + value["raw_only"] == value["points"]


async def test_people_get_a_table_with_a_sum(tmp_path):
    file = tmp_path / "products.jsonl"
    file.write_text(FIRST + "\n" + '{"product_id":"b\\u001b[2J","dps":[]}\n', encoding="utf-8")
    ended = await console("products", "check", str(file))
    assert ended.code == 0
    assert "2 records, 2 data points: 1 with a control or in words (50.0%), 1 raw" in ended.out
    assert "    dps is empty" in ended.out
    assert "\x1b" not in ended.out


async def test_a_missing_file_is_named_with_exit_code_two(tmp_path):
    ended = await console("products", "check", str(tmp_path / "none.jsonl"), "--json")
    assert (ended.code, ended.out) == (2, "")
    assert "none.jsonl cannot be read" in ended.err


async def test_a_folder_is_no_file(tmp_path):
    ended = await console("products", "check", str(tmp_path), "--json")
    assert ended.code == 2
    assert "cannot be read" in ended.err
