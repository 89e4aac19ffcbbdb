"""Lists of names: et-al, delimiters, labels, substitution (CSL 1.0.2, "Names")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from citekit.csl import conditions, labels, marks, nodes, textcase
from citekit.csl.context import Context, Nameset
from citekit.csl.marks import CLOSE
from citekit.csl.nameform import NameStyle, format_name
from citekit.csl.nodes import PLAIN
from citekit.model import Name
from citekit.names import OTHERS

if TYPE_CHECKING:
    from citekit.csl.evaluate import Evaluator

CALLED, FILLED = 1, 2
#: First letters of a conjunction that stands between spaces (not "和").
_SPACED = re.compile(
    "[&a-zA-Z\u00c0-\u052f\u0590-\u05d4\u05d6-\u06ff\u0e01-\u0e5b\u1e00-\u1fff\u200c-\u200e]"
)


#: Languages that keep a particle and the name after it on one line.
_NO_BREAK = ("cs", "fr", "ru")


class ListStyle(NamedTuple):
    """Options of a list of names, all levels of inheritance resolved."""

    name: NameStyle
    delimiter: str
    et_al_min: int
    et_al_use_first: int
    et_al_use_last: bool
    conjunction: str
    precedes_last: str
    precedes_et_al: str
    sort_order: str
    #: how far given names are expanded: not at all, to initials, in full
    level: int


def _number(options: Mapping[str, str], *names: str) -> int | None:
    for name in names:
        value = options.get(name, "")
        if value.isascii() and value.isdigit() and len(value) < 7:
            return int(value)
    return None


def list_style(
    options: Mapping[str, str], name: nodes.Name | None, subsequent: bool, sorting: bool
) -> ListStyle:
    """Read the options; ``subsequent`` asks for the et-al-subsequent ones."""
    own = name.options if name is not None else {}
    merged = {**options, **own}
    form = own.get("form") or options.get("name-form") or "long"
    delimiter = own.get("delimiter", options.get("name-delimiter", ", "))
    prefix = ("et-al-subsequent-",) if subsequent else ()
    minimum = _number(merged, *(p + "min" for p in prefix), "et-al-min") or 0
    first = _number(merged, *(p + "use-first" for p in prefix), "et-al-use-first")
    if first is None:
        minimum = first = 0
    single = NameStyle(
        form=form,
        initialize=merged.get("initialize", "true") != "false",
        initialize_with=merged.get("initialize-with"),
        hyphen=options.get("initialize-with-hyphen", "true") != "false",
        sort_separator=merged.get("sort-separator", ", "),
        demote=options.get("demote-non-dropping-particle", "display-and-sort"),
        family=name.family if name else None,
        given=name.given if name else None,
        sorting=sorting,
    )
    return ListStyle(
        name=single,
        delimiter=delimiter,
        et_al_min=minimum,
        et_al_use_first=first,
        et_al_use_last=merged.get("et-al-use-last") == "true",
        conjunction="" if sorting else merged.get("and", ""),
        precedes_last=merged.get("delimiter-precedes-last", "contextual"),
        precedes_et_al=merged.get("delimiter-precedes-et-al", "contextual"),
        sort_order="all" if sorting else merged.get("name-as-sort-order", ""),
        level=0 if form == "short" else 1 if "initialize-with" in merged else 2,
    )


def _precedes(rule: str, several: bool, inverted: bool) -> bool:
    if rule == "contextual":
        return several
    return rule == "always" or (rule == "after-inverted-name" and inverted)


def whole(text: str, replace: tuple[str, int, str]) -> str:
    """The names as one, replaced under the rule complete-all; labels stay."""
    return replace[2] if replace[0] == "complete-all" else text


def _affixed(text: str, name: nodes.Name | None, evaluator: Evaluator) -> str:
    """The affixes of ``cs:name``, which stand around each person's name."""
    if name is None or not (name.look.prefix or name.look.suffix):
        return text
    glue = evaluator.joiner.glue
    return glue(glue(name.look.prefix, text), name.look.suffix)


def inherit(child: nodes.Names, node: nodes.Names) -> nodes.Names:
    """A ``cs:names`` in the ``cs:substitute`` of ``node``; a bare one takes its look."""
    bare = child.name is None and child.label is None and child.et_al is None
    return child._replace(
        name=child.name or node.name,
        et_al=child.et_al or node.et_al,
        label=child.label if not bare else node.label,
        label_first=child.label_first if not bare else node.label_first,
        delimiter=child.delimiter if child.delimiter is not None else node.delimiter,
        look=node.look if child.look == PLAIN else child.look,
    )


class NamesRenderer:
    """Renders ``cs:names`` for one evaluator."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.ev = evaluator
        self.styles: dict[tuple[int, str, bool, bool, int], ListStyle] = {}
        #: formatted names by style and name; both live as long as the renderer
        self.known: dict[int, dict[tuple[int, bool, int], str]] = {}
        self.words: dict[str, str] = {}

    def style(self, context: Context, name: nodes.Name | None) -> ListStyle:
        """The options of a list; kept by the nodes they stand in, which live as
        long as the style does."""
        subsequent = "subsequent" in context.positions
        sorting = context.sorting
        key = (id(name), context.area, subsequent, sorting is not None, id(sorting))
        found = self.styles.get(key)
        if found is None:
            options = self.ev.options[context.area]
            if sorting:
                options = {**options, **sorting}
                name = name._replace(options={**name.options, **sorting}) if name else None
                subsequent = False
            found = list_style(options, name, subsequent, sorting is not None)
            if self.ev.view.lang[:2] in _NO_BREAK and sorting is None:
                found = found._replace(name=found.name._replace(space="\u00a0"))
            self.styles[key] = found
        return found

    def render(self, node: nodes.Names, context: Context) -> tuple[str, int]:
        """Text and flags of a ``cs:names``."""
        style = self.style(context, node.name)
        if style.name.form == "count":
            return self.count(node, context, style)
        groups = self.groups(node.variables, context)
        if groups:
            return self._blocks(node, context, style, groups)
        for child in self.alternatives(node.substitute, context):
            text, flags = self._substitute(node, child, context)
            if text:
                return text, flags
            if isinstance(child, nodes.TextTerm) and self.ev.view.term(child.term) is not None:
                return "", CALLED
            if context.skip_names and flags & FILLED:
                return "", CALLED
        return "", CALLED

    def count(self, node: nodes.Names, context: Context, style: ListStyle) -> tuple[str, int]:
        total = 0
        for variable in node.variables:
            count = len(self.ev.names(context, variable))
            if style.et_al_min and count >= style.et_al_min:
                count = min(count, style.et_al_use_first)
            total += count
        if total:
            return str(total), CALLED | FILLED
        for child in node.substitute:
            if isinstance(child, nodes.Names):
                inner = child._replace(name=child.name or node.name)
                text, flags = self.count(inner, context, style)
                if text:
                    return text, flags
        return "", CALLED

    def groups(
        self, variables: Sequence[str], context: Context
    ) -> list[tuple[str, tuple[Name, ...]]]:
        """Variables that have names; editor and translator become one where they
        are the same people (CSL 1.0.2, "Names")."""
        found = [(v, self.ev.names(context, v)) for v in variables]
        found = [(v, names) for v, names in found if names]
        both = dict(found)
        if both.get("editor") and both.get("editor") == both.get("translator"):
            term = self.ev.view.term("editortranslator") or self.ev.view.term("editor-translator")
            if term is not None and term.single:
                merged = []
                for variable, names in found:
                    if variable not in ("editor", "translator"):
                        merged.append((variable, names))
                    elif ("editortranslator", names) not in merged:
                        merged.append(("editortranslator", names))
                found = merged
        return found

    def alternatives(
        self, children: Sequence[nodes.Node], context: Context
    ) -> Iterator[nodes.Node]:
        """The children of cs:substitute; those of a cs:choose are alternatives as
        well, so that bare cs:names in it take their parent's look."""
        for child in children:
            if isinstance(child, nodes.Choose):
                branch = conditions.choose(self.ev, child, context)
                if branch is not None:
                    yield from self.alternatives(branch.children, context)
            else:
                yield child

    def _substitute(
        self, node: nodes.Names, child: nodes.Node, context: Context
    ) -> tuple[str, int]:
        """One child of ``cs:substitute``; a bare cs:names takes its parent's look."""
        if isinstance(child, nodes.Names):
            child = inherit(child, node)
            node_names = True
        else:
            node_names = False
        before = len(context.rendered)
        text, flags = self.ev.render(child, context)
        if text:
            context.suppressed.update(context.rendered[before:])
            if not node_names and context.blocks == 0:
                text = self._first_text(text, context)
        return text, flags

    def _first_text(self, text: str, context: Context) -> str:
        """A title that stands for the names is the first block."""
        context.blocks += 1
        context.author = text
        context.author_names = [text]
        if context.skip_names:
            return ""
        if context.replace is not None:
            return context.replace[2]
        return text

    def _blocks(
        self,
        node: nodes.Names,
        context: Context,
        style: ListStyle,
        groups: Sequence[tuple[str, tuple[Name, ...]]],
    ) -> tuple[str, int]:
        context.blocks += 1
        first = context.blocks == 1
        out: list[str] = []
        for variable, names in groups:
            context.rendered.append(variable)
            if variable == "editortranslator":
                context.rendered += ["editor", "translator"]
            leads = first and not out
            text = self.names_text(names, context, style, node, leads)
            if text:
                if leads and context.replace is not None:
                    text = whole(text, context.replace)
                out.append(self._labelled(text, variable, len(names), node, context))
        delimiter = node.delimiter
        if delimiter is None:
            delimiter = self.ev.options[context.area].get("names-delimiter", "")
        text = self.ev.joiner.join(out, delimiter)
        text = self.ev.dress(text, node.look, context)
        if first:
            context.author = text
            if context.skip_names:
                return "", CALLED | FILLED
        return text, CALLED | FILLED

    def _labelled(
        self, text: str, variable: str, count: int, node: nodes.Names, context: Context
    ) -> str:
        if node.label is None or context.sorting is not None:
            return text
        label = labels.names_label(variable, count, node.label, self.ev.view)
        if not label:
            return text
        label = textcase.titled(label, node.label.look)
        label = self.ev.dress(label, node.label.look, context)
        pair = (label, text) if node.label_first else (text, label)
        return self.ev.joiner.join(pair)

    def names_text(
        self,
        names: Sequence[Name],
        context: Context,
        style: ListStyle,
        node: nodes.Names,
        leads: bool,
    ) -> str:
        cut = len(names) > 1 and names[-1] == OTHERS
        total = len(names)
        shown = total
        if style.et_al_min and total >= style.et_al_min and style.et_al_use_first < total:
            shown = style.et_al_use_first
            asked = context.settings.names
            if asked and context.sorting is None and len(context.namesets) < len(asked):
                shown = max(shown, min(asked[len(context.namesets)], total))
        if cut:  # whom the work itself leaves out are no name, but "et al."
            names, total = names[:-1], total - 1
            shown = min(shown, total)
        context.namesets.append(Nameset(names, shown, style.level))
        texts: list[str] = []
        known = self.known.get(id(style))
        if known is None:
            known = self.known[id(style)] = {}
        given, order = context.settings.given, style.sort_order
        last_at = total - 1 if style.et_al_use_last and total - shown >= 2 and not cut else -1
        for index, name in enumerate(names):
            if index >= shown and index != last_at:
                continue
            inverted = order == "all" or (order == "first" and index == 0)
            key = (id(name), inverted, given.get(name, 0) if given else 0)
            text = known.get(key)
            if text is None:
                text = known[key] = self._one(name, style, inverted, key[2], node.name)
            texts.append(text)
        if leads:
            context.author_names = texts
            if context.replace is not None:
                texts = self._replaced(texts, context.replace)
        if shown >= total and not cut:
            if total == 1:
                return texts[0]
            return self._all(texts, style, self._inverted(names, total - 2, style))
        if not shown:
            return ""
        inverted = self._inverted(names, shown - 1, style)
        text = self._cut(texts, style, shown, last_at >= 0, inverted, node, context)
        for mark in node.name.look.opens if node.name and last_at < 0 else ():
            text = mark + text + CLOSE
        return text

    @staticmethod
    def _inverted(names: Sequence[Name], index: int, style: ListStyle) -> bool:
        """Whether the name at ``index`` stands family name first."""
        if not 0 <= index < len(names) or not (names[index].family and names[index].given):
            return False
        return style.sort_order == "all" or (style.sort_order == "first" and index == 0)

    def _one(
        self, name: Name, style: ListStyle, inverted: bool, level: int, node: nodes.Name | None
    ) -> str:
        """A name in the formats of ``cs:name``; a person's in its affixes too."""
        text = format_name(name, style.name, inverted, level)
        for mark in node.look.opens if node else ():
            text = mark + text + CLOSE
        return text if name.literal else _affixed(text, node, self.ev)

    @staticmethod
    def _replaced(texts: list[str], replace: tuple[str, int, str]) -> list[str]:
        rule, count, text = replace
        if rule in ("complete-each", "partial-each", "partial-first"):
            return [text if i < count else name for i, name in enumerate(texts)]
        return texts

    def _all(self, texts: list[str], style: ListStyle, inverted: bool) -> str:
        joiner = self.ev.joiner
        if len(texts) < 2 or not style.conjunction:
            return joiner.join(texts, style.delimiter)
        before = style.delimiter if _precedes(style.precedes_last, len(texts) > 2, inverted) else ""
        word = self.words.get(style.conjunction)
        if word is None:
            word = self.words[style.conjunction] = self._word(style.conjunction)
        head = joiner.join(texts[:-1], style.delimiter)
        if word and not _SPACED.match(word[0]):
            return joiner.glue(head + word, texts[-1])
        space = "" if before.endswith(" ") else " "
        head = joiner.glue(head + before, f"{space}{word} ")
        return joiner.glue(head, texts[-1])

    def _word(self, conjunction: str) -> str:
        word = self.ev.view.text("and")
        if conjunction == "symbol":
            symbol = self.ev.view.text("and", "symbol")
            word = symbol if symbol and symbol != word else "&"
        return word

    def _cut(
        self,
        texts: list[str],
        style: ListStyle,
        shown: int,
        use_last: bool,
        inverted: bool,
        node: nodes.Names,
        context: Context,
    ) -> str:
        joiner = self.ev.joiner
        head = joiner.join(texts[:shown], style.delimiter)
        if use_last:
            return joiner.glue(f"{head}{style.delimiter}… ", texts[-1])
        if context.sorting is not None:
            return head
        et_al = node.et_al
        word = self.ev.view.text(et_al.term if et_al else "et-al")
        if not word:
            return head
        word = self.ev.dress(word, et_al.look if et_al else PLAIN, context)
        if _precedes(style.precedes_et_al, shown > 1, inverted):
            return joiner.glue(joiner.glue(head, style.delimiter), word)
        if head.endswith(" ") or "\u2e80" <= marks.strip(word)[:1] <= "\ufaff":
            return joiner.glue(head, word)
        return joiner.glue(head + " ", word)
