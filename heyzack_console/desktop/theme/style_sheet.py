"""Fills the delivered style sheet with the values of the look."""

from collections.abc import Callable
from string import Template

from heyzack_console.desktop.theme.tokens import Tokens


def build_style_sheet(template: str, tokens: Tokens, theme: str, scaled: Callable[[int], int], pictures: str) -> str:
    """Return Qt's style sheet; a placeholder without a value raises KeyError, so a typing error shows at once.

    Placeholders: a colour by its token, ``radius_<kind>``, ``size_<name>`` scaled with the text size,
    ``text_<step>`` for a font's pixels, ``inner_<name>`` and ``core_<name>`` for a size less two borders of one
    and of two pixels, because Qt reads a minimum height as that of the content.
    """
    values: dict[str, str] = dict(tokens.themes[theme])
    values["chevron"] = f"{pictures}/chevron-{theme}.svg"
    values |= {f"radius_{name}": f"{px}px" for name, px in tokens.radius.items()}
    values |= {f"size_{name}": f"{scaled(px)}px" for name, px in tokens.size.items()}
    values |= {f"size_{name}": f"{tokens.size[name]}px" for name in ("pane_gap", "scrollbar")}
    values |= {f"inner_{name}": f"{scaled(px) - 2}px" for name, px in tokens.size.items()}
    values |= {f"core_{name}": f"{scaled(px) - 4}px" for name, px in tokens.size.items()}
    values |= {f"text_{name}": f"{scaled(step.px)}px" for name, step in tokens.scale.items()}
    return Template(template).substitute(values)
