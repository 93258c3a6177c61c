"""Clips: their moments, names, limits, and the page that plays them."""

import base64
import json
import re
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.presentation.map.clip import (
    MOST_PICTURES,
    STEPS,
    Clip,
    Frame,
    caption,
    folder_name,
    objection,
    page,
    picture_name,
    usual_clip,
)

NOW = datetime(2026, 11, 25, 17, 40, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CLIP = Clip(NOW - 10 * MINUTE, NOW, MINUTE)


def test_a_clip_shows_both_ends():
    assert CLIP.count == 11
    assert (CLIP.moments[0], CLIP.moments[-1]) == (CLIP.start, NOW)


def test_what_cannot_be_exported_is_said():
    assert objection(CLIP, NOW) == ""
    assert "before" in objection(Clip(NOW, NOW, MINUTE), NOW)
    assert "not come yet" in objection(Clip(NOW, NOW + MINUTE, MINUTE), NOW)
    assert "more than 600" in objection(Clip(NOW - timedelta(days=30), NOW, MINUTE), NOW)


@given(st.timedeltas(timedelta(seconds=2), timedelta(days=30)), st.timedeltas(timedelta(), timedelta(days=30)))
def test_the_clip_that_is_offered_can_be_exported(recorded, back):
    usual = usual_clip(NOW - back, NOW - recorded, NOW)
    assert objection(usual, NOW) == ""
    assert usual.count <= MOST_PICTURES
    assert usual.step in {step for _, step in STEPS}


def test_names_sort_by_time():
    names = [picture_name(number, at, UTC) for number, at in enumerate(CLIP.moments, 1)]
    assert names == sorted(names)
    assert names[0] == "0001_2026-11-25_173012.png"
    assert folder_name(CLIP, UTC) == "clip_2026-11-25_173012"


def test_every_picture_says_that_it_is_past():
    assert caption(NOW, UTC, "Harbour House", "Floor 2") == (
        "PAST · Wed 25 Nov 2026, 17:40:12 · Harbour House · Floor 2"
    )


def test_the_page_holds_every_picture_and_asks_nothing_from_outside():
    frames = [Frame(b"one", "first"), Frame(b"two", "second")]
    text = page("Harbour House", frames)
    data = json.loads(re.search(r"const clip = (.*);", text)[1])
    assert [base64.b64decode(url.split(",")[1]) for url in data["pictures"]] == [b"one", b"two"]
    assert data["words"] == ["first", "second"]
    assert 'max="1"' in text
    assert "http" not in text


def test_no_name_can_break_out_of_the_page():
    text = page("</title><script>", [Frame(b"", "</script><script>alert(1)")])
    assert "</title><script>" not in text.replace("</title>\n", "")
    assert "alert(1)" in text
    assert "</script><script>" not in text
