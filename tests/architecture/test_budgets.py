"""The sizes that a file, a class, a function and a constructor may have."""

import ast

from tests.support.sources import classes, functions, length, package_files, place, text_of, tree_of, written_files

FILE_LINES = 400
CLASS_LINES = 250
CLASS_METHODS = 20
FUNCTION_LINES = 40
CONSTRUCTOR_ARGUMENTS = 6


def test_no_file_is_longer_than_its_budget():
    sizes = {place(path): text_of(path).count("\n") for path in written_files()}
    assert {name: lines for name, lines in sizes.items() if lines > FILE_LINES} == {}


def test_no_class_is_longer_than_its_budget():
    found = [
        f"{place(path, node.lineno)} {node.name}: {length(node)} lines"
        for path in package_files()
        for node in classes(tree_of(path))
        if length(node) > CLASS_LINES
    ]
    assert not found, "\n".join(found)


def test_no_class_has_more_methods_than_its_budget():
    found = []
    for path in package_files():
        for node in classes(tree_of(path)):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)]
            if len(methods) > CLASS_METHODS:
                found.append(f"{place(path, node.lineno)} {node.name}: {len(methods)} methods")
    assert not found, "\n".join(found)


def test_no_function_is_longer_than_its_budget():
    found = [
        f"{place(path, node.lineno)} {node.name}: {length(node)} lines"
        for path in package_files()
        for node in functions(tree_of(path))
        if length(node) > FUNCTION_LINES
    ]
    assert not found, "\n".join(found)


def test_no_constructor_takes_more_arguments_than_its_budget():
    found = []
    for path in package_files():
        for node in functions(tree_of(path)):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs][1:]
            if node.name == "__init__" and len(arguments) > CONSTRUCTOR_ARGUMENTS:
                found.append(f"{place(path, node.lineno)}: {len(arguments)} arguments")
    assert not found, "\n".join(found)
