"""Checks of a style beyond what a schema can say.

Each finding is a :class:`~citekit.errors.Problem` with line and column.  The
schema knows elements, attributes and values (CSL 1.0.2); here are the names
that must exist, the parts that are never used, and the tests that never hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from citekit.csl import xml
from citekit.csl.locale import FALLBACK, Locale, View, resolve
from citekit.csl.locale_parse import read_locale
from citekit.errors import Problem, Severity, StyleError, Where, error, warning
from citekit.vocabulary import DATE_VARIABLES, NAME_VARIABLES

Locales = Callable[[str], Locale | None]
_BRANCHES = ("if", "else-if", "else")
_NO_TERM = frozenset(["locator"])


def check_style(source: str | bytes, locales: Locales, file: str | None = None) -> list[Problem]:
    """What is wrong with a style, in the order of its lines.

    XML that cannot be read is one problem, ``broken-xml``.  A dependent style
    has nothing to check here.
    """
    try:
        root = xml.read(source, file)
    except StyleError as broken:
        return [error("broken-xml", broken.message, broken.where)]
    if root.tag != "style":
        message = f"the root element is <{root.tag}>, not <style>"
        return [error("not-a-style", message, Where(file, root.line, root.column))]
    found = _Checker(root, locales, file).problems
    return sorted(found, key=lambda one: (one.where.line or 0, one.where.column or 0))


def _walk(element: xml.Element) -> Iterator[xml.Element]:
    for child in element.children:
        yield child
        yield from _walk(child)


class _Checker:
    def __init__(self, root: xml.Element, locales: Locales, file: str | None) -> None:
        self.root = root
        self.file = file
        self.problems: list[Problem] = []
        self.macros: dict[str, xml.Element] = {}
        language = root.attrs.get("default-locale") or FALLBACK
        own = tuple(read_locale(child) for child in root.all("locale"))
        self.view: View = resolve(language, own, locales)
        self.definitions()
        self.calls()
        self.loops()
        for area in ("citation", "bibliography"):
            for layout in root.all(area):
                self.area(layout)
        self.terms()
        for element in _walk(root):
            if element.tag == "choose":
                self.choose(element)

    def where(self, element: xml.Element) -> Where:
        return Where(self.file, element.line, element.column)

    def warn(self, element: xml.Element, code: str, message: str, hint: str = "") -> None:
        self.problems.append(warning(code, message, self.where(element), hint))

    def note(self, element: xml.Element, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Severity.INFO, code, message, self.where(element), hint))

    # --- macros --------------------------------------------------------------------

    def definitions(self) -> None:
        for macro in self.root.all("macro"):
            name = macro.attrs.get("name", "")
            if name in self.macros:
                line = self.macros[name].line
                self.warn(
                    macro, "duplicate-macro", f"macro {name!r} is defined in line {line} already"
                )
            if not macro.children:
                self.warn(macro, "empty-macro", f"macro {name!r} prints nothing")
            self.macros[name] = macro

    def called(self, element: xml.Element) -> Iterator[xml.Element]:
        return (
            one for one in _walk(element) if one.tag in ("text", "key") and "macro" in one.attrs
        )

    def calls(self) -> None:
        reached: set[str] = set()
        waiting = [area for area in self.root.children if area.tag in ("citation", "bibliography")]
        while waiting:
            for call in self.called(waiting.pop()):
                name = call.attrs["macro"]
                if name in self.macros and name not in reached:
                    reached.add(name)
                    waiting.append(self.macros[name])
        for call in self.called(self.root):
            name = call.attrs["macro"]
            if name not in self.macros:
                self.problems.append(
                    error(
                        "unknown-macro",
                        f"macro {name!r} is not defined",
                        self.where(call),
                        self.like(name),
                    )
                )
            if call.attrs.get("text-case"):
                self.note(
                    call,
                    "no-effect",
                    "text-case has no effect on the call of a macro",
                    "set it on the elements inside the macro",
                )
        for name, macro in self.macros.items():
            if name not in reached:
                self.warn(macro, "unused-macro", f"macro {name!r} is never called")

    def like(self, name: str) -> str:
        """A hint at a macro whose name differs in case, hyphens or a plural only."""

        def plain(word: str) -> str:
            return "".join(c for c in word.lower() if c.isalnum()).rstrip("s")

        near = [known for known in self.macros if plain(known) == plain(name)]
        return f"did you mean {near[0]!r}?" if near else ""

    def loops(self) -> None:
        """One problem for every call that closes a circle."""
        done: set[str] = set()
        trail: list[str] = []
        stack: list[tuple[str, Iterator[xml.Element]]] = []
        for start in self.macros:
            if start in done:
                continue
            stack.append((start, self.called(self.macros[start])))
            trail.append(start)
            while stack:
                name, calls = stack[-1]
                call = next(calls, None)
                if call is None:
                    stack.pop()
                    trail.pop()
                    done.add(name)
                    continue
                target = call.attrs["macro"]
                if target in trail:
                    chain = " → ".join([*trail[trail.index(target) :], target])
                    self.problems.append(
                        error(
                            "macro-loop",
                            f"macros call each other in a circle: {chain}",
                            self.where(call),
                        )
                    )
                elif target in self.macros and target not in done:
                    stack.append((target, self.called(self.macros[target])))
                    trail.append(target)

    # --- options ---------------------------------------------------------------------

    def area(self, area: xml.Element) -> None:
        attrs: Mapping[str, str] = {**self.root.attrs, **area.attrs}
        for minimum, first in (
            ("et-al-min", "et-al-use-first"),
            ("et-al-subsequent-min", "et-al-subsequent-use-first"),
        ):
            if minimum in area.attrs and first not in attrs:
                self.warn(area, "half-an-option", f"{minimum} has no effect without {first}")
        rule = "givenname-disambiguation-rule"
        if rule in area.attrs and attrs.get("disambiguate-add-givenname") != "true":
            self.note(area, "no-effect", f"{rule} has no effect without disambiguate-add-givenname")
        rule = "subsequent-author-substitute-rule"
        if rule in area.attrs and "subsequent-author-substitute" not in attrs:
            self.note(area, "no-effect", f"{rule} has no effect without what it substitutes")
        if area.first("layout") is None:
            self.problems.append(
                error("no-layout", f"<{area.tag}> lacks a <layout>", self.where(area))
            )

    # --- terms -----------------------------------------------------------------------

    def terms(self) -> None:
        for element in _walk(self.root):
            form = element.attrs.get("form", "long")
            if element.tag == "text" and "term" in element.attrs:
                self.term(element, element.attrs["term"], form)
            elif element.tag == "et-al":
                self.term(element, element.attrs.get("term", "et-al"), "long")
            elif element.tag == "label" and "variable" in element.attrs:
                if element.attrs["variable"] not in _NO_TERM:
                    self.term(element, element.attrs["variable"], form)
            elif element.tag == "names":
                for label in element.all("label"):
                    for variable in element.attrs.get("variable", "").split():
                        if variable in NAME_VARIABLES and variable != "author":
                            self.term(label, variable, label.attrs.get("form", "long"))

    def term(self, element: xml.Element, name: str, form: str) -> None:
        if name and self.view.term(name, form) is None:
            self.warn(
                element,
                "missing-term",
                f"neither the style nor its locale has the term {name!r}",
                "define it in a <locale> of the style",
            )

    # --- branches --------------------------------------------------------------------

    def choose(self, choose: xml.Element) -> None:
        """Branches that no work can reach, by their tests alone."""
        seen: dict[tuple[tuple[str, str], ...], int] = {}
        types: set[str] = set()
        ended = False
        for branch in choose.children:
            if branch.tag not in _BRANCHES:
                continue
            if ended:
                self.warn(branch, "unreachable-branch", f"<{branch.tag}> stands after <else>")
                continue
            if branch.tag == "else":
                ended = True
                continue
            tests = tuple(
                sorted(
                    (name, " ".join(sorted(text.split()))) for name, text in branch.attrs.items()
                )
            )
            if tests in seen:
                self.warn(
                    branch,
                    "unreachable-branch",
                    f"the branch in line {seen[tests]} has the same conditions",
                )
            seen.setdefault(tests, branch.line)
            self.branch(branch, types)

    def branch(self, branch: xml.Element, types: set[str]) -> None:
        names = set(branch.attrs) - {"match"}
        wanted = set(branch.attrs.get("type", "").split())
        match = branch.attrs.get("match", "all")
        if not names:
            self.problems.append(
                error("no-condition", f"<{branch.tag}> has no condition", self.where(branch))
            )
            return
        if wanted and match != "none" and (names == {"type"} or match == "all"):
            if types and wanted <= types:
                self.warn(
                    branch,
                    "unreachable-branch",
                    "earlier branches take all of these types",
                )
            if names == {"type"}:
                types |= wanted
            self.nested(branch, wanted)
        for variable in branch.attrs.get("is-numeric", "").split():
            if variable in NAME_VARIABLES | DATE_VARIABLES:
                self.warn(branch, "never-true", f"{variable!r} is never numeric")
        for variable in branch.attrs.get("is-uncertain-date", "").split():
            if variable not in DATE_VARIABLES:
                self.warn(branch, "never-true", f"{variable!r} is no date")

    def nested(self, branch: xml.Element, allowed: set[str]) -> None:
        """Tests for a type inside a branch for other types."""
        for inner in _walk(branch):
            if inner.tag not in ("if", "else-if") or inner.attrs.get("match") == "none":
                continue
            wanted = set(inner.attrs.get("type", "").split())
            only = set(inner.attrs) <= {"type", "match"} or inner.attrs.get("match") != "any"
            if wanted and only and not wanted & allowed:
                self.warn(
                    inner,
                    "unreachable-branch",
                    f"the branch around it, in line {branch.line}, is for other types",
                )
