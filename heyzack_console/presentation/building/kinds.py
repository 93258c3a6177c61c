"""Kinds of device as a person says them."""

from heyzack_console.domain.devices.categories import Category

_SPECIAL = {
    Category.CARBON_MONOXIDE: "CO alarm",
    Category.SOS_BUTTON: "SOS button",
    Category.CONTACT: "door contact",
}


def category_word(category: Category, number: int = 1) -> str:
    """Return a category as a person says it: "Air quality", "CO alarm"."""
    word = _SPECIAL.get(category, category.value.replace("_", " "))
    return word[0].upper() + word[1:] + (f" {number}" if number > 1 else "")
