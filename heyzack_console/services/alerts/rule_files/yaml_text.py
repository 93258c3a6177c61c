"""YAML as rule files use it: no aliases, no tags, no second document, no name twice; YAML 1.2's true, false, null."""

import re
from typing import Any

import yaml

from heyzack_console.services.alerts.rule_files.places import Path, Placed, Spot, Unreadable

DEEPEST = 12
MOST_VALUES = 50_000
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}


def read_yaml(text: str) -> Placed:
    """Read *text*.

    Raises:
        Unreadable: with the place.
    """
    try:
        _look_over(text)
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be read"
        raise Unreadable(f"This is no YAML: {said}.", _spot(mark)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable("This is no YAML: it holds characters that no text has.") from error
    placed = Placed()
    if node is not None:
        placed.data = _value(node, (), placed, text)
    return placed


def _look_over(text: str) -> None:
    """Refuse by the events alone what would cost much, or run something, if it were built."""
    depth = count = documents = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        spot = _spot(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable("Anchors and aliases (& and *) are not allowed in rule files; write the value out.", spot)
        if tag := getattr(event, "tag", None):
            raise Unreadable(f"Tags such as {tag} are not allowed in rule files.", spot)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise Unreadable("A rule file holds one document; a second one begins here.", spot)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        count += isinstance(event, yaml.ScalarEvent)
        if depth > DEEPEST:
            raise Unreadable(f"Values are nested more than {DEEPEST} deep.", spot)
        if count > MOST_VALUES:
            raise Unreadable(f"A rule file holds at most {MOST_VALUES:,} values.", spot)


def _value(node: yaml.Node, path: Path, placed: Placed, text: str) -> Any:
    placed.values[path] = _spot(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, placed, text)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, number), placed, text) for number, item in enumerate(node.value)]
    placed.raw[path] = text[node.start_mark.index : node.end_mark.index]
    bare = isinstance(node, yaml.ScalarNode) and node.style is None
    return plain(node.value) if bare else node.value


def _mapping(node: yaml.MappingNode, path: Path, placed: Placed, text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise Unreadable("A name has to be a word.", _spot(key.start_mark))
        name = str(key.value)
        if name in found:
            raise Unreadable(f"{name!r} stands twice in the same place.", _spot(key.start_mark))
        placed.keys[*path, name] = _spot(key.start_mark)
        found[name] = _value(value, (*path, name), placed, text)
    return found


def plain(word: str) -> Any:
    """Return what *word* means where it stands without quotes."""
    if word in _WORDS:
        return _WORDS[word]
    if _INT.fullmatch(word):
        return int(word) if len(word) < 20 else float(word)
    return float(word) if _FLOAT.fullmatch(word) else word


def _spot(mark: Any) -> Spot:
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
