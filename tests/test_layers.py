"""Imports point down one list of packages; no cycles; no long modules."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "citekit"

#: Packages and modules from top to bottom: each imports only what stands below it.
ORDER = """
__main__
cli
library
capture
curate
check
twins
verify
store
find
corpus
formats
render
bst
csl
anchor
names
latex
latexdefinitions
latexgroups
latexmacros
dates
identifiers
textfold
encodings
richtext
collector
model
vocabulary
errors
__init__
""".split()
LEVEL = {name: level for level, name in enumerate(ORDER)}

#: The same for the packages and modules of ``find``.
FIND_ORDER = """
scan
composed
claimmarks
restated
signed
sources
citedquotes
citedclauses
notesources
keyed
mentions
citations
references
parsing
quotations
speakers
grammar
cues
works
shorthands
reporters
biblebooks
termwords
worktitles
workids
workforms
citingverbs
citingwords
canonical
remarks
citelocators
shapes
signs
suggestion
""".split()
FIND_LEVEL = {name: level for level, name in enumerate(FIND_ORDER)}

#: Function-local imports and why each is local.
LOCAL = {
    "anchor.rules": {"citekit.anchor.drift": "only when an anchor has drifted"},
    "cli": {"citekit.cli.main": "an interruption while it loads is caught"},
    "csl.collation": {"pyuca": "only for letters that are not Latin ones with accents"},
    "csl.notevars": {"citekit.dates": "only for dates in a note"},
    "corpus.documents": {
        "citekit.corpus.html": "only for web pages",
        "citekit.corpus.latex": "only for LaTeX",
        "citekit.corpus.markdown": "only for Markdown",
    },
    "formats.csljson": {
        "citekit.formats.csljson_programs": "only to write for a program",
        "citekit.formats.csljson_registry": "only for what a registry answers",
    },
    "formats.csljson_dates": {"citekit.dates": "only for dates that are not whole numbers"},
    "render.html": {
        "citekit.render.layout": "only for links",
        "citekit.render.urls": "only for links",
    },
    "verify.reporting": {
        "citekit.find.cues.bits": "only for quotations with a clause between commas",
        "citekit.find.cues.english": "the same",
        "citekit.find.cues.french": "the same",
        "citekit.find.cues.german": "the same",
    },
    "cli.main": {"citekit.cli.context": "--help opens no project"},
    "formats.bibsplit": {
        "bibtexparser.model": "a second opinion on blocks that our tokenizer cannot read",
        "bibtexparser.splitter": "the same",
        "logging": "the same",
    },
    "latex": {"pylatexenc.latexencode": "only when a macro is looked up"},
    "cli.lookup": {
        "citekit.formats.bibmap": "only `show` decodes fields",
        "citekit.library.inherited": "only `show` reads entries",
    },
    "library.indexed": {"citekit.library.indexing": "only when a file has changed"},
    "library.project": {
        "citekit.formats.csljson": "look-ups print what the index holds",
        "citekit.library.state": "the parsers; look-ups read the index",
        "citekit.identifiers": "only for a search",
        "citekit.textfold": "only for a filter by words",
        "difflib": "only for a wrong key",
    },
    "library.scanning": {"citekit.library.processes": "only where there is much to scan"},
    "store.corpus": {"citekit.corpus.documents": "look-ups read the index"},
    "store.inclusions": {"citekit.corpus.latexfiles": "look-ups read the index"},
    "store.index": {"shutil": "only to update an index"},
    "store.atomic": {
        "hashlib": "look-ups digest nothing",
        "shutil": "only where hard links are refused",
    },
    "store.files": {"filelock": "only to save"},
    "store.settings": {
        "platformdirs": "only where the user may have settings",
        "tomllib": "only inside a project",
    },
    "store.styles": {"difflib": "only for a wrong name", "html": "only for titles"},
}

LONGEST = 500


def modules() -> dict[str, Path]:
    """Dotted name below citekit → file."""
    found = {}
    for path in sorted(SRC.rglob("*.py")):
        parts = path.relative_to(SRC).with_suffix("").parts
        if parts[-1] == "__init__" and len(parts) > 1:
            parts = parts[:-1]
        found[".".join(parts)] = path
    return found


MODULES = modules()


def imports(path: Path) -> list[tuple[str, bool, bool]]:
    """(dotted module, function-local, for type checkers only) of each import."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: list[tuple[str, bool, bool]] = []

    def visit(node: ast.AST, local: bool, typing_only: bool) -> None:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            typing_only = True
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            local = True
        if isinstance(node, ast.Import):
            found.extend((alias.name, local, typing_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            for alias in node.names:
                whole = f"{module}.{alias.name}"
                known = whole.removeprefix("citekit.") in MODULES
                found.append((whole if known else module, local, typing_only))
        for child in ast.iter_child_nodes(node):
            visit(child, local, typing_only)

    visit(tree, False, False)
    return found


def head(module: str) -> str:
    """The package of a dotted module below citekit."""
    return module.split(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    for target, _, _ in imports(MODULES[module]):
        if not target.startswith("citekit"):
            continue
        below = target.removeprefix("citekit").removeprefix(".") or "__init__"
        above, under = head(module), head(below)
        if above == under or above == "__init__":
            continue
        assert above in LEVEL, f"{above} is not in the list"
        assert under in LEVEL, f"{under} is not in the list"
        assert LEVEL[above] < LEVEL[under], f"{module} imports {target}"


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("find.")])
def test_imports_point_down_in_find(module: str) -> None:
    above = head(module.removeprefix("find."))
    for target, _, _ in imports(MODULES[module]):
        if not target.startswith("citekit.find."):
            continue
        under = head(target.removeprefix("citekit.find."))
        assert above == under or FIND_LEVEL[above] < FIND_LEVEL[under], f"imports {target}"


def test_no_cycles_inside_packages() -> None:
    graph = {
        name: {
            target.removeprefix("citekit.")
            for target, _, typing_only in imports(path)
            if target.startswith("citekit.") and not typing_only
        }
        for name, path in MODULES.items()
    }
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name in done:
            return
        for target in graph.get(name, ()):
            if target != name:
                walk(target, (*trail, name))
        done.add(name)

    for name in graph:
        walk(name, ())


@pytest.mark.parametrize("module", MODULES)
def test_modules_stay_short(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", MODULES)
def test_local_imports_are_listed(module: str) -> None:
    local = {target for target, inside, _ in imports(MODULES[module]) if inside}
    assert local == LOCAL.get(module, {}).keys()
