"""The personal look and its settings."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.settings import SETTINGS, SettingVersion
from heyzack_console.presentation.frame.look import Density, Look, ThemeChoice, differences, look_from, with_theme

AT = datetime(2026, 7, 23, tzinfo=UTC)


def version(name: str, value: bool | int | str) -> SettingVersion:
    return SettingVersion(name, value, 1, AT, "Ines", "")


def test_every_choice_of_the_look_is_a_setting_with_the_same_default():
    defaults = {spec.name: spec.default for spec in SETTINGS}
    assert Look().settings() == {name: defaults[name] for name in Look().settings()}


@pytest.mark.parametrize("choice", ThemeChoice)
def test_every_theme_choice_passes_the_settings_check(choice: ThemeChoice):
    spec = next(spec for spec in SETTINGS if spec.name == "look.theme")
    assert spec.check(choice.value) == choice.value


@pytest.mark.parametrize("density", Density)
def test_every_density_passes_the_settings_check(density: Density):
    spec = next(spec for spec in SETTINGS if spec.name == "look.density")
    assert spec.check(density.value) == density.value


def test_a_look_comes_back_from_its_settings():
    look = Look(ThemeChoice.LIGHT, 150, Density.TOUCH, reduced_motion=True, flash=False, sound=False)
    assert look_from([version(name, value) for name, value in look.settings().items()]) == look


def test_what_the_settings_do_not_name_stays_as_it_was():
    before = Look(ThemeChoice.DARK, 125)
    assert look_from([version("sound.on", value=False)], before) == replace(before, sound=False)


def test_settings_of_others_do_not_touch_the_look():
    assert look_from([version("samples.keep_days", 7)]) == Look()


def test_only_what_differs_is_stored():
    assert list(differences(Look(), Look(text_percent=150))) == [("look.text_size", 150)]
    assert list(differences(Look(), Look())) == []


def test_another_theme_changes_nothing_else():
    assert with_theme(Look(text_percent=175), ThemeChoice.LIGHT) == Look(ThemeChoice.LIGHT, 175)
