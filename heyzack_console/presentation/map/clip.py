"""A clip of the past: which moments it shows, how its files are called, and the page that plays them."""

import base64
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from heyzack_console.presentation.map.time_travel import file_words, moment_words

STEPS = (
    ("10 seconds", timedelta(seconds=10)),
    ("1 minute", timedelta(minutes=1)),
    ("10 minutes", timedelta(minutes=10)),
    ("1 hour", timedelta(hours=1)),
    ("6 hours", timedelta(hours=6)),
)
MOST_PICTURES = 600
"""More would make a page that browsers struggle with."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Pictures from *start* to *end*, both included, *step* apart."""

    start: datetime
    end: datetime
    step: timedelta

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return max(0, (self.end - self.start) // self.step + 1)

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The moments, oldest first."""
        return tuple(self.start + number * self.step for number in range(self.count))


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a clip: its PNG and its moment in words."""

    png: bytes
    words: str


def usual_clip(shown: datetime, begins: datetime, now: datetime) -> Clip:
    """Return what is offered first: from the moment that is *shown* to *now*, or the last ten minutes of the record."""
    start = max(begins, shown if shown < now else now - timedelta(minutes=10))
    step = next((step for _, step in STEPS if (now - start) // step < MOST_PICTURES // 4), STEPS[-1][1])
    return Clip(start, now, step)


def objection(clip: Clip, now: datetime) -> str:
    """Return why *clip* cannot be exported; empty where it can."""
    if clip.start >= clip.end:
        return "The first moment must be before the last."
    if clip.end > now:
        return "The last moment has not come yet."
    if clip.count > MOST_PICTURES:
        return f"{clip.count:,} pictures are more than {MOST_PICTURES}. Choose a longer step or a shorter time."
    return ""


def folder_name(clip: Clip, zone: tzinfo) -> str:
    """Return the name of the folder into which the clip goes."""
    return f"clip_{file_words(clip.start, zone)}"


def picture_name(number: int, at: datetime, zone: tzinfo) -> str:
    """Return the name of the *number*-th picture's file; names sort by time."""
    return f"{number:04}_{file_words(at, zone)}.png"


def caption(at: datetime, zone: tzinfo, site: str, floor: str) -> str:
    """Return what stands over each picture."""
    return " · ".join(part for part in ("PAST", moment_words(at, zone), site, floor) if part)


def page(title: str, frames: Sequence[Frame]) -> str:
    """Return one page with every picture inside, which plays them without anything from outside."""
    pictures = [f"data:image/png;base64,{base64.b64encode(frame.png).decode()}" for frame in frames]
    words = [frame.words for frame in frames]
    # "<" is written as an escape, so that no text can end the script.
    data = json.dumps({"pictures": pictures, "words": words}).replace("<", "\\u003c")
    return (
        _PAGE.replace("@TITLE@", html.escape(title))
        .replace("@LAST@", str(max(0, len(frames) - 1)))
        .replace("@DATA@", data)
    )


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>@TITLE@</title>
<style>
body { margin: 0 auto; max-width: 1400px; padding: 16px; font: 15px system-ui, sans-serif; color-scheme: light dark; }
img { width: 100%; display: block; }
form { display: flex; gap: 12px; align-items: center; padding: 12px 0; }
input { flex: 1; }
button { font: inherit; padding: 6px 16px; }
</style>
<h1>@TITLE@</h1>
<img id="picture" alt="">
<form onsubmit="return false">
<button id="play" type="button">Play</button>
<input id="place" type="range" min="0" max="@LAST@" value="0" aria-label="Picture">
<output id="words"></output>
</form>
<script>
const clip = @DATA@;
const get = (name) => document.getElementById(name);
let timer = 0;
function show() {
  const n = Number(get("place").value);
  get("picture").src = clip.pictures[n];
  get("picture").alt = get("words").value = clip.words[n];
}
function stop() { clearInterval(timer); timer = 0; get("play").textContent = "Play"; }
function step() {
  const place = get("place");
  if (Number(place.value) >= Number(place.max)) { stop(); return; }
  place.value = Number(place.value) + 1;
  show();
}
get("place").oninput = show;
get("play").onclick = () => {
  if (timer) { stop(); return; }
  if (get("place").value === get("place").max) { get("place").value = 0; show(); }
  get("play").textContent = "Pause";
  timer = setInterval(step, 250);
};
show();
</script>
</html>
"""
