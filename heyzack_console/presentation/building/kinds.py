"""Kinds of device as a person says them."""

from heyzack_console.domain.devices.categories import Category


def category_word(category: Category, number: int = 1) -> str:
    """Return a category as a person says it, with a number from the second on: "Air quality", "CO alarm 2"."""
    return category.word + (f" {number}" if number > 1 else "")
