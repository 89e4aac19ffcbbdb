"""One run of the processor: numbering, disambiguation, citations, bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citekit.csl import collapse, marks, nodes, position, sort, tree
from citekit.csl.context import Context, Item, Settings
from citekit.csl.disambiguate import Probe, Rules, disambiguate
from citekit.csl.evaluate import Evaluator
from citekit.csl.extras import NO_EXTRAS, Extras
from citekit.csl.locale import View
from citekit.csl.macros import reaches, walk
from citekit.csl.nameform import NameStyle
from citekit.csl.names import list_style
from citekit.csl.notevars import read_item
from citekit.csl.position import Place
from citekit.csl.punctuation import end_sentence, last_box, outside_boxes
from citekit.csl.substitute import substitutions
from citekit.errors import Problem, Where, error, warning
from citekit.model import Citation, Cite, Name, Work
from citekit.richtext import Bibliography, Entry, RichText

_FIRST = Place()


class Session:
    """State of one call of :func:`citekit.csl.process`."""

    def __init__(
        self,
        style: nodes.Style,
        area: nodes.Area,
        view: View,
        works: Sequence[Work],
        citations: Sequence[Citation],
        uncited: Iterable[str] | None,
        extras: Extras = NO_EXTRAS,
    ) -> None:
        self.style = style
        self.area = area
        self.view = view
        self.problems: list[Problem] = []
        explicit = {
            "citation": reaches(style, area, "year-suffix"),
            "bibliography": reaches(style, style.bibliography, "year-suffix")
            or reaches(style, style.bibliography, "citation-label"),
        }
        self.ev = Evaluator(style, view, explicit, extras)
        self.items: dict[str, Item] = {}
        for work in works:
            self.items.setdefault(work.id, read_item(work))
        self.given = citations
        self.registry = self._register(uncited)
        self.number: dict[str, int] = {}
        self.settings: dict[str, Settings] = {}
        self._order_bibliography()
        self._sorted = [self._sort_cites(citation) for citation in citations]
        self.rules = Rules.read(area.options)
        if reaches(style, area, "citation-label"):
            self.rules = self.rules._replace(year_suffix=True)
        self._disambiguate()
        if any(one.given for one in self.settings.values()):
            self._order_bibliography()  # by the names as they are printed

    # --- registry ------------------------------------------------------------------

    def _register(self, uncited: Iterable[str] | None) -> list[str]:
        """Works in the order they are numbered: cited first, in order of citing."""
        found: dict[str, None] = {}
        for citation in self.given:
            for cite in citation.cites:
                if cite.id in self.items:
                    found.setdefault(cite.id)
        for one in self.items if uncited is None else uncited:
            if one in self.items:
                found.setdefault(one)
            else:
                self.problems.append(_unknown(one))
        return list(found)

    def _order_bibliography(self) -> None:
        self.number = {one: index for index, one in enumerate(self.registry, 1)}
        area = self.style.bibliography
        if area is not None and area.sort:
            self.registry = self._sort(self.registry, area.sort, "bibliography")
            descending = [k for k in area.sort if k.variable == "citation-number" and k.descending]
            order = self.registry[::-1] if descending else self.registry
            self.number = {one: index for index, one in enumerate(order, 1)}

    def _sort(self, ids: Sequence[str], keys: Sequence[nodes.SortKey], area: str) -> list[str]:
        def value(key: nodes.SortKey, one: str) -> sort.SortValue:
            return sort.key_value(self.ev, key, self.context(one, area))

        return sort.ordered(ids, keys, value)

    def _sort_cites(self, citation: Citation) -> Citation:
        """Cites in the order of the citation's sort keys; unknown ones last."""
        keys = self.area.sort
        if not keys or len(citation.cites) < 2:
            return citation

        def value(key: nodes.SortKey, cite: Cite) -> sort.SortValue:
            if cite.id not in self.items:
                return ("", "")
            return sort.key_value(self.ev, key, self.context(cite.id, "citation", cite))

        return Citation(tuple(sort.ordered(citation.cites, keys, value)), citation.note)

    def context(self, one: str, area: str, cite: Cite | None = None) -> Context:
        """A fresh state for rendering the work ``one``."""
        return Context(
            item=self.items[one],
            area=area,
            cite=cite,
            number=self.number.get(one, 0),
            settings=self.settings.get(one, Settings()),
        )

    # --- disambiguation ------------------------------------------------------------

    def _disambiguate(self) -> None:
        rules = self.rules
        cache: dict[tuple[str, int], tuple[Settings, Probe]] = {}
        first: dict[str, int] = {}
        for citation in self.given:
            for cite in citation.cites:
                first.setdefault(cite.id, citation.note)

        def render(one: str, settings: Settings) -> Probe:
            key = (one, id(settings))
            if key in cache:
                return cache[key][1]
            context = self.context(one, "citation", Cite(one))
            context.positions = position.SUBSEQUENT
            context.settings = settings
            context.first_note = first.get(one, 0)
            context.probing = True
            text = self.ev.layout(self.area, context)
            probe = Probe(text, tuple(context.shown), context.hidden, context.conditions)
            cache[key] = (settings, probe)
            return probe

        def names(one: str) -> list[tuple[Name, ...]]:
            context = self.context(one, "citation", Cite(one))
            context.positions = position.SUBSEQUENT
            self.ev.layout(self.area, context)
            fields = self.items[one].fields.values()
            shown = {name for name, _ in context.shown}
            return [value for value in fields if isinstance(value, tuple) and shown & set(value)]

        self.settings = disambiguate(self.registry, rules, render, names, self._name_style())

    def _name_style(self) -> NameStyle:
        """The look of names in citations, for comparing initials."""
        options = self.ev.options["citation"]
        found = [n.name for n in _names_in(self.style, self.area) if n.name is not None]
        short = [node for node in found if node.options.get("form") == "short"]
        node = next(iter(short or found), None)
        return list_style(options, node, False, False).name

    # --- citations -------------------------------------------------------------------

    def citations(self) -> list[RichText]:
        """The text of every citation."""
        distance = self.area.options.get("near-note-distance")
        near = _count(distance, position.NEAR_NOTE_DISTANCE)
        places = position.places(self._sorted, near)
        return [
            self.cluster(citation, row) for citation, row in zip(self._sorted, places, strict=True)
        ]

    def cluster(self, citation: Citation, places: Sequence[Place]) -> RichText:
        """One citation, cites sorted already."""
        rendered: list[collapse.Rendered] = []
        for index, (cite, place) in enumerate(zip(citation.cites, places, strict=True)):
            one = self.cite(cite, place, index)
            if one is not None:
                rendered.append(one)
        dash = self.view.text("citation-range-delimiter") or "–"
        delimiters = collapse.Delimiters.read(
            self.area.options, self.area.delimiter, dash, bool(self.area.sort)
        )
        text = collapse.assemble(rendered, delimiters, self.ev.joiner)
        if citation.cites and all(cite.mode == "author-only" for cite in citation.cites):
            return self.finish(text)
        text = self.frame(self.area.look, text)
        intext = [cite for cite in citation.cites if cite.mode == "author-in-text"]
        if intext:
            text = self.narrative(intext[0], text)
        return self.finish(text)

    def narrative(self, cite: Cite, text: str) -> str:
        """The names, then the citation without them."""
        if cite.id not in self.items:
            return text
        context = self.context(cite.id, "citation", cite)
        context.positions = position.FIRST
        self.ev.layout(self.area, context)
        author = context.author
        return f"{author} {text}" if author and text else author or text

    def frame(self, look: nodes.Look, text: str) -> str:
        """The layout's affixes, inside its formats (CSL 1.0.2, "Affixes")."""
        if not marks.visible(text):
            return ""
        glue = self.ev.joiner.glue
        text = glue(glue(look.prefix, text), look.suffix)
        for mark in look.opens:
            text = mark + text + marks.CLOSE
        return text

    def finish(self, text: str) -> RichText:
        """The tree."""
        return tree.build(marks.drop_structure(text), self.view.quotes)

    def cite(self, cite: Cite, place: Place, index: int) -> collapse.Rendered | None:
        """One cite in print, or None when there is nothing to print."""
        prefix, suffix = self.affixes(cite)
        if cite.id not in self.items:
            self.problems.append(_unknown(cite.id))
            text = marks.sanitise(f"[{cite.id}?]")
            return collapse.Rendered(cite, text, "", -1, lambda: "", prefix, suffix)

        def render(skip: bool) -> Context:
            context = self.context(cite.id, "citation", cite)
            context.positions = place.positions
            context.first_note = place.first_note
            context.skip_names = skip
            context.started = _continues(prefix, index)
            context.text = self.ev.layout(self.area, context)
            return context

        skip = cite.mode in ("suppress-author", "author-in-text")
        context = render(skip)
        text = context.author if cite.mode == "author-only" else context.text
        if not marks.visible(text):
            if cite.mode != "author-in-text":
                self.problems.append(_empty(cite.id))
            return None
        author = "" if cite.mode != "normal" else marks.strip(context.author)
        return collapse.Rendered(
            cite,
            text,
            author,
            context.number,
            lambda: render(True).text,
            prefix,
            suffix,
        )

    def affixes(self, cite: Cite) -> tuple[str, str]:
        """A cite's prefix and suffix, set off by a space from words."""
        prefix, suffix = self.ev.parse(cite.prefix), self.ev.parse(cite.suffix)
        if prefix and prefix[-1].isalnum():
            prefix += " "
        if suffix and suffix[0].isalnum():
            suffix = " " + suffix
        return prefix, suffix

    # --- bibliography ----------------------------------------------------------------

    def bibliography(self) -> Bibliography | None:
        """The entries in order, or None when the style has no bibliography."""
        area = self.style.bibliography
        if area is None:
            return None
        contexts: list[Context] = []
        for one in self.registry:
            context = self.context(one, "bibliography")
            context.text = self.ev.layout(area, context)
            contexts.append(context)
        replaced = dict(substitutions(area.options, contexts))
        align = area.options.get("second-field-align")
        entries = []
        for index, context in enumerate(contexts):
            one, text = context.item.id, context.text
            if not marks.visible(text):
                self.problems.append(_empty(one, "entry"))
                continue
            if index in replaced or align in ("flush", "margin"):
                again = self.context(one, "bibliography")
                again.replace = replaced.get(index)
                text = self.entry_text(area, again, aligned=align in ("flush", "margin"))
            entries.append(Entry(one, self.finish(self.frame_entry(area.look, text))))
        return Bibliography(
            entries=tuple(entries),
            hanging_indent=area.options.get("hanging-indent") == "true",
            second_field_align=align if align in ("flush", "margin") else None,
            line_spacing=_count(area.options.get("line-spacing"), 1),
            entry_spacing=_count(area.options.get("entry-spacing"), 1),
        )

    def frame_entry(self, look: nodes.Look, text: str) -> str:
        """The layout's affixes; the suffix goes inside a block that ends the entry."""
        if last_box(text) in (marks.OPEN["right-inline"], marks.OPEN["block"]):
            text = self.ev.joiner.glue(text[:-1], look.suffix) + marks.CLOSE
            look = look._replace(suffix="")
        return outside_boxes(self.frame(look, text))

    def entry_text(self, area: nodes.Area, context: Context, aligned: bool) -> str:
        """An entry; ``aligned`` puts the first field in the margin and the rest
        beside it (second-field-align)."""
        if not aligned or len(area.layout) < 2:
            return self.ev.layout(area, context)
        head = self.ev.sequence(area.layout[:1], "", context)[0]
        rest = self.ev.sequence(area.layout[1:], "", context)[0]
        if not head or not rest:
            return head or rest
        left = marks.OPEN["left-margin"] + head + marks.CLOSE
        return left + marks.OPEN["right-inline"] + rest + marks.CLOSE


def _continues(prefix: str, index: int) -> bool:
    """Whether the cite goes on a sentence, so that its first term stays lower."""
    words = prefix.strip()
    if words:
        return not (end_sentence(words) and " " in words)
    return index > 0


def _names_in(style: nodes.Style, area: nodes.Area) -> list[nodes.Names]:
    return [node for node in walk(style, area.layout) if isinstance(node, nodes.Names)]


def _count(value: str | None, default: int) -> int:
    if value and len(value) < 7 and value.isascii() and value.isdigit():
        return int(value)
    return default


def _unknown(one: str) -> Problem:
    return error("unknown-item", f"no work has the id {one!r}", Where(key=one))


def _empty(one: str, what: str = "cite") -> Problem:
    message = f"the style prints no {what} for {one!r}"
    hint = "the work may lack the fields the style shows"
    return warning(f"empty-{what}", message, Where(key=one), hint)
