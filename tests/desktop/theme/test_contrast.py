"""The contrast that every pair of ink and ground must keep, recomputed from the delivered tokens."""

import pytest

from heyzack_console.desktop.theme.tokens import ContrastRule, load_tokens
from heyzack_console.domain.bundled import bundled

TOKENS = load_tokens(bundled("resources/tokens.json"))
PAIRS = [(theme, rule, ground) for theme in TOKENS.themes for rule in TOKENS.contrast for ground in rule.grounds]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def best(theme: str, ink: str, ground: str) -> float:
    """The ratio of *ink*; a mark counts with its drawn edge where the theme draws one."""
    colours = TOKENS.themes[theme]
    name = ink.removesuffix("|edge")
    inks = [name, f"{name}_edge"] if ink != name and theme == "light" else [name]
    return max(ratio(colours[each], colours[ground]) for each in inks)


def test_black_on_white_has_the_highest_ratio_there_is():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("theme", "rule", "ground"), PAIRS, ids=lambda part: getattr(part, "ink", part))
def test_an_ink_keeps_its_contrast_on(theme: str, rule: ContrastRule, ground: str):
    assert best(theme, rule.ink, ground) >= rule.minimum


def test_texts_want_more_contrast_than_marks():
    wanted = {rule.ink: rule.minimum for rule in TOKENS.contrast}
    assert {wanted[ink] for ink in ("ink", "ink2", "ink3", "p1_text", "caution", "link", "band_ink")} == {4.5}
    assert {wanted[ink] for ink in ("p1|edge", "focus", "line_strong", "device")} == {3.0}


def test_both_themes_know_the_same_colours():
    assert set(TOKENS.themes["dark"]) == set(TOKENS.themes["light"])


def test_lightness_rises_from_critical_to_medium():
    for colours in TOKENS.themes.values():
        light = [luminance(colours[f"p{priority}"]) for priority in (1, 2, 3)]
        assert light == sorted(light)
