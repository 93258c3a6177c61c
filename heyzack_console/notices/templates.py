"""Templates that people write: words, choices and a few filters, nothing that could take long or grow."""

from collections.abc import Mapping

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from heyzack_console.domain.errors import InvalidInput

LONGEST_TEMPLATE = 4_000
LONGEST_TEXT = 4_000
ALLOWED_FILTERS = frozenset({"upper", "lower", "title", "capitalize", "trim", "default", "d"})
# Without loops, calls and arithmetic the time is bounded by the template's length, and so is what comes out.
ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
    nodes.Filter,
    nodes.Keyword,
)


class Templates:
    """Fills in templates in a sandbox in which a name that is not there is a fault."""

    def __init__(self) -> None:
        self._room = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        self._room.globals.clear()

    def filled(self, template: str, words: Mapping[str, str]) -> str:
        """Return *template* with *words* in their places, cut to what a channel carries.

        Raises:
            InvalidInput: it is no template, names a word that is not there, or does more than it may.
        """
        if len(template) > LONGEST_TEMPLATE:
            raise InvalidInput(f"A template has at most {LONGEST_TEMPLATE:,} characters.", "template")
        try:
            self._check(self._room.parse(template))
            text = self._room.from_string(template).render(dict(words))
        except TemplateSyntaxError as error:
            raise InvalidInput(f"Line {error.lineno} of the template: {error.message}.", "template") from error
        except UndefinedError as error:
            known = ", ".join(sorted(words))
            raise InvalidInput(f"The template: {error.message}. There are {known}.", "template") from error
        except (TemplateError, TypeError, ValueError, RecursionError) as error:
            raise InvalidInput(f"The template cannot be filled in: {error}.", "template") from error
        return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"

    def _check(self, tree: nodes.Template) -> None:
        waiting: list[nodes.Node] = [tree]
        while waiting:
            node = waiting.pop()
            if not isinstance(node, ALLOWED) or (isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS):
                what = node.name if isinstance(node, nodes.Filter) else type(node).__name__.lower()
                raise InvalidInput(
                    f"Line {node.lineno} of the template: {what!r} is not allowed; "
                    f"use words, if, comparisons and the filters {', '.join(sorted(ALLOWED_FILTERS))}.",
                    "template",
                )
            waiting.extend(node.iter_child_nodes())
