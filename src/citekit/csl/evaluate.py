"""The interpreter: nodes and a work to a formatted string.

Rendering a node gives its text and two flags, by which ``cs:group`` decides
whether to vanish (CSL 1.0.2, "Group"): a variable was called for, and one of
those called for was not empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from citekit.csl import (
    citationlabel,
    conditions,
    dates,
    labels,
    macroforms,
    marks,
    markup,
    nodes,
    numbers,
    numfields,
    textcase,
)
from citekit.csl.context import Context
from citekit.csl.extras import LINKED, NO_EXTRAS, Extras, linked
from citekit.csl.locale import View
from citekit.csl.marks import CLOSE, OPEN, QUOTE, UNQUOTE
from citekit.csl.names import CALLED, FILLED, NamesRenderer
from citekit.csl.nodes import Look
from citekit.csl.punctuation import Joiner
from citekit.model import Date, DatePoint, Name, is_names
from citekit.vocabulary import NUMBER_VARIABLES

Result = tuple[str, int]
_FIRST_PAGE = re.compile(r"(?<=\S)\s*(?:&|, |(?<!\\)-|[–—])\s*")
SHORT = {"title": "title-short", "container-title": "container-title-short"}


class Evaluator:
    """Renders the nodes of one style in one language."""

    def __init__(
        self,
        style: nodes.Style,
        view: View,
        explicit: Mapping[str, bool],
        extras: Extras = NO_EXTRAS,
    ) -> None:
        self.style = style
        self.extras = extras
        self.view = view
        self.explicit_suffix = explicit
        self.joiner = Joiner(view.punctuation_in_quote)
        base = dict(style.options)
        self.options: dict[str, Mapping[str, str]] = {
            "citation": {**base, **(style.citation.options if style.citation else {})},
            "bibliography": {**base, **(style.bibliography.options if style.bibliography else {})},
        }
        self.page_format = style.options.get("page-range-format", "")
        self.language = textcase.language(view.lang)
        self.namer = NamesRenderer(self)
        self.parsed: dict[str, str] = {}
        self.stripped_macros: dict[str, tuple[nodes.Node, ...]] = {}
        self.sort_macros: dict[str, tuple[nodes.Node, ...]] = {}
        self.curly = (view.quotes[0] + view.quotes[1], view.quotes[2] + view.quotes[3])

    # --- entry ------------------------------------------------------------------

    def layout(self, area: nodes.Area, context: Context) -> str:
        """The layout's children, without the layout's affixes."""
        return self.sequence(area.layout, "", context)[0]

    def render(self, node: nodes.Node, context: Context) -> Result:
        """Text and flags of ``node``."""
        text, flags = _RENDER[type(node)](self, node, context)
        if text:
            context.started = True
        return text, flags

    def sequence(self, children: Sequence[nodes.Node], delimiter: str, context: Context) -> Result:
        """Children in a row."""
        texts: list[str] = []
        flags = self.collect(children, texts, context)
        if len(texts) == 1:
            return texts[0], flags
        return self.joiner.join(texts, delimiter), flags

    def collect(self, children: Sequence[nodes.Node], texts: list[str], context: Context) -> int:
        """Append the children's texts; a cs:choose gives those of its branch, so
        that the delimiter of the group around it falls between them."""
        flags = 0
        for child in children:
            if isinstance(child, nodes.Choose):
                branch = conditions.choose(self, child, context)
                if branch is not None:
                    flags |= self.collect(branch.children, texts, context)
                continue
            text, more = self.render(child, context)
            flags |= more
            if text:
                texts.append(text)
        return flags

    # --- formatting -----------------------------------------------------------------

    def dress(self, text: str, look: Look, context: Context) -> str:
        """All attributes of ``look`` in CSL's order: strip-periods, text-case,
        formats, quotes, affixes, display."""
        if not text or look is nodes.PLAIN:
            return text
        if look.strip_periods:
            text = text.replace(".", "")
        if look.text_case:
            text = textcase.apply(look.text_case, text, self.language_for(context))
        for mark in look.opens:
            text = mark + text + CLOSE
        if look.quotes and context.sorting is None:
            text = QUOTE + text + UNQUOTE
        if look.prefix or look.suffix:
            glue = self.joiner.glue
            text = glue(glue(look.prefix, text), look.suffix)
        if look.display and context.area == "bibliography":
            text = OPEN[look.display] + text + CLOSE
        return text

    def language_for(self, context: Context) -> str:
        """The language whose rules text cases follow: the item's, else the style's."""
        own = context.item.text("language").strip()
        return textcase.language(own) if own else self.language

    def parse(self, text: str) -> str:
        """A field's markup as marks, kept."""
        found = self.parsed.get(text)
        if found is None:
            found = self.parsed[text] = markup.parse(text, self.curly)
        return found

    # --- values ------------------------------------------------------------------------

    def names(self, context: Context, variable: str) -> tuple[Name, ...]:
        """A name variable, empty when it stood in for another already."""
        if variable in context.suppressed:
            return ()
        value = context.item.fields.get(variable)
        return value if is_names(value) else ()

    def value(self, context: Context, variable: str, form: str = "long") -> str:
        """A text or number variable as it stands in the work."""
        if variable in context.suppressed:
            return ""
        special = SPECIAL.get(variable)
        if special is not None:
            return special(self, context)
        text = context.item.text(variable)
        if form == "short":
            if self.extras.abbreviations and text:
                return self.extras.short(context.item, variable, text) or self.own_short(
                    context, variable, text
                )
            return self.own_short(context, variable, text)
        return text

    def own_short(self, context: Context, variable: str, text: str) -> str:
        """The work's own short form of a variable, else ``text``."""
        return context.item.text(SHORT.get(variable, f"{variable}-short")) or text

    # --- elements ------------------------------------------------------------------------

    def text_variable(self, node: nodes.TextVariable, context: Context) -> Result:
        variable = node.variable
        value = self.value(context, variable, node.form)
        if not value:
            return "", 0 if variable == "year-suffix" else CALLED
        context.rendered.append(variable)
        if variable == "citation-number":
            text = marks.NUMBER_OPEN + value + marks.NUMBER_CLOSE
            if context.sorting is not None:
                text = value.rjust(10, "0")
        elif variable == "year-suffix":
            text = marks.SUFFIX_OPEN + value + marks.SUFFIX_CLOSE
        elif variable in NUMBER_VARIABLES:
            text = self.number_text(context, variable, value)
        elif variable in ("URL", "DOI"):
            text = marks.sanitise(value)
            if self.extras.links:
                text, look = linked(text, node.look)
                return self.dress(text, look, context), CALLED | FILLED
        elif self.extras.links and variable in LINKED:
            text, look = linked(marks.sanitise(value), node.look)
            return self.dress(text, look, context), CALLED | FILLED
        else:
            text = self.parse(value)
        return self.dress(text, node.look, context), CALLED | FILLED

    def number_text(self, context: Context, variable: str, value: str) -> str:
        """A number variable: page ranges, dashes in ranges."""
        if context.sorting is not None:
            number = numbers.integer(value)
            return f"{number:010}" if number is not None else self.parse(value)
        return numfields.text(variable, value, context.cite, self.page_format, self.view)

    def text_macro(self, node: nodes.TextMacro, context: Context) -> Result:
        started = context.started
        children = self.style.macros[node.macro]
        look = node.look
        if context.sorting is not None:
            children = self.sort_macro(node.macro)
        elif look.strip_periods:
            children = self.stripped_macro(node.macro)
            look = look._replace(strip_periods=False)
        text, flags = self.sequence(children, "", context)
        if flags & CALLED and not flags & FILLED:
            context.started = started
            return "", CALLED
        if text:
            flags = CALLED | FILLED
        return self.dress(text, look, context), flags

    def stripped_macro(self, name: str) -> tuple[nodes.Node, ...]:
        """The children of a macro called with strip-periods."""
        found = self.stripped_macros.get(name)
        if found is None:
            macros = self.style.macros
            found = macroforms.without_periods(macros[name], macros)
            self.stripped_macros[name] = found
        return found

    def sort_macro(self, name: str) -> tuple[nodes.Node, ...]:
        """The children of a macro in a sort key."""
        found = self.sort_macros.get(name)
        if found is None:
            found = self.sort_macros[name] = macroforms.for_sorting(name, self.style.macros)
        return found

    def text_term(self, node: nodes.TextTerm, context: Context) -> Result:
        text = self.view.text(node.term, node.form, node.plural)
        if not context.started and self.opens_sentence(context):
            text = textcase.apply("capitalize-first", text, self.language)
        return self.dress(textcase.titled(text, node.look), node.look, context), 0

    def opens_sentence(self, context: Context) -> bool:
        """Whether what is printed first starts a sentence: in notes and entries."""
        if context.sorting is not None:
            return False
        return context.area != "citation" or self.style.style_class == "note"

    def text_value(self, node: nodes.TextValue, context: Context) -> Result:
        text = textcase.titled(self.parse(node.value), node.look)
        return self.dress(text, node.look, context), 0

    def number(self, node: nodes.Number, context: Context) -> Result:
        value = self.value(context, node.variable)
        if not value:
            return "", CALLED
        context.rendered.append(node.variable)
        if context.sorting is not None or node.form == "numeric":
            text = self.number_text(context, node.variable, value)
            if node.variable == "citation-number" and context.sorting is None:
                text = marks.NUMBER_OPEN + text + marks.NUMBER_CLOSE
        else:
            text = marks.sanitise(
                numfields.in_form(node.variable, value, context.cite, node.form, self.view)
            )
        return self.dress(text, node.look, context), CALLED | FILLED

    def label(self, node: nodes.Label, context: Context) -> Result:
        value = self.value(context, node.variable)
        if not value:
            return "", 0
        term = numfields.term(node.variable, value, context.cite, self.view)
        text = labels.label_text(node, term, value, context.cite, self.view)
        text = textcase.titled(text, node.look)
        return self.dress(text, node.look, context), 0

    def group(self, node: nodes.Group, context: Context) -> Result:
        started = context.started
        text, flags = self.sequence(node.children, node.delimiter, context)
        if flags & CALLED and not flags & FILLED:
            context.started = started
            return "", CALLED
        if text:
            flags = CALLED | FILLED
        return self.dress(text, node.look, context), flags

    def choose(self, node: nodes.Choose, context: Context) -> Result:
        branch = conditions.choose(self, node, context)
        return self.sequence(branch.children, "", context) if branch else ("", 0)

    def names_node(self, node: nodes.Names, context: Context) -> Result:
        return self.namer.render(node, context)

    # --- dates -------------------------------------------------------------------------------

    def date(self, node: nodes.DateNode, context: Context) -> Result:
        if node.variable in context.suppressed:
            return "", CALLED
        if context.probing and node.variable == "accessed":
            return "", 0 if node.variable in context.item.fields else CALLED
        value = context.item.fields.get(node.variable)
        if not isinstance(value, Date):
            return "", CALLED
        context.rendered.append(node.variable)
        text = self.date_text(node, value, context)
        if not marks.visible(text):
            return "", CALLED
        return self.dress(text, node.look, context), CALLED | FILLED

    def date_text(self, node: nodes.DateNode, value: Date, context: Context) -> str:
        parts, delimiter = dates.parts_of(node, self.view)
        start = value.start or value.end
        if start is None or value.literal:
            text = self.parse(value.literal)
            if text and context.sorting is None and node.variable == "issued":
                text += self.suffix_for(context)
            return text
        if context.sorting is not None:
            return dates.sort_key(value, [part.name for part in parts])
        before, ranged, after, dash = dates.split_range(value, parts)
        texts = self.parts(before, start, context, node.variable)
        if ranged and value.end is not None:
            left = self.parts(ranged, start, context, "", trim="end")
            right = self.parts(ranged, value.end, context, node.variable, trim="start")
            join = self.joiner.join
            texts.append(join(left, delimiter) + dash + join(right, delimiter))
        texts += self.parts(after, start, context, node.variable)
        text = self.joiner.join(texts, delimiter)
        if value.range and value.end is None and text:
            text += "–"
        return text

    def parts(
        self,
        parts: Sequence[nodes.DatePart],
        point: DatePoint,
        context: Context,
        variable: str,
        trim: str = "",
    ) -> list[str]:
        """The parts of one end of a date that it has."""
        gender = dates.month_gender(point, self.view)
        pairs = [(part, dates.part_text(part, point, self.view, gender)) for part in parts]
        pairs = [(part, text) for part, text in pairs if text]
        out: list[str] = []
        for index, (part, text) in enumerate(pairs):
            if part.name == "year" and variable == "issued":
                text += self.suffix_for(context)
            look = part.look
            if trim == "end" and index == len(pairs) - 1:
                look = nodes.Look(
                    look.opens,
                    text_case=look.text_case,
                    prefix=look.prefix,
                    strip_periods=look.strip_periods,
                )
            elif trim == "start" and index == 0:
                look = nodes.Look(
                    look.opens,
                    text_case=look.text_case,
                    suffix=look.suffix,
                    strip_periods=look.strip_periods,
                )
            out.append(self.dress(text, look, context))
        return out

    def suffix_for(self, context: Context) -> str:
        """The year-suffix where the style does not place it itself."""
        suffix = context.settings.year_suffix
        if not suffix or context.year_suffix_done or self.explicit_suffix[context.area]:
            return ""
        context.year_suffix_done = True
        return marks.SUFFIX_OPEN + suffix + marks.SUFFIX_CLOSE


def _page_first(_: Evaluator, context: Context) -> str:
    return context.item.text("page-first") or first_page(context.item.text("page"))


def first_page(page: str) -> str:
    """The first page of a page field."""
    return _FIRST_PAGE.split(page, maxsplit=1)[0].replace("\\-", "-")


def _locator(_: Evaluator, context: Context) -> str:
    return context.cite.locator.strip() if context.cite else ""


def _citation_label(_: Evaluator, context: Context) -> str:
    label = context.item.text("citation-label") or citationlabel.make(context.item)
    return label + context.settings.year_suffix


SPECIAL: dict[str, Callable[[Evaluator, Context], str]] = {
    "citation-number": lambda _, c: str(c.number) if c.number else "",
    "first-reference-note-number": lambda _, c: str(c.first_note) if c.first_note else "",
    "year-suffix": lambda _, c: c.settings.year_suffix,
    "citation-label": _citation_label,
    "locator": _locator,
    "page-first": _page_first,
}
_RENDER: dict[type, Callable[[Evaluator, Any, Context], Result]] = {
    nodes.TextVariable: Evaluator.text_variable,
    nodes.TextMacro: Evaluator.text_macro,
    nodes.TextTerm: Evaluator.text_term,
    nodes.TextValue: Evaluator.text_value,
    nodes.Number: Evaluator.number,
    nodes.Label: Evaluator.label,
    nodes.DateNode: Evaluator.date,
    nodes.Names: Evaluator.names_node,
    nodes.Group: Evaluator.group,
    nodes.Choose: Evaluator.choose,
}
