"""One run of the processor: numbering, disambiguation, citations, bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citekit.csl import collapse, marks, nodes, position, sort, tree
from citekit.csl.context import NO_SETTINGS, Context, Item, Settings
from citekit.csl.disambiguate import Disambiguator, Probe, Rules
from citekit.csl.evaluate import Evaluator
from citekit.csl.expansion import Expansion
from citekit.csl.extras import NO_EXTRAS, Extras
from citekit.csl.locale import View
from citekit.csl.macros import mentions, reaches, walk
from citekit.csl.nameform import NameStyle
from citekit.csl.names import list_style
from citekit.csl.notevars import read_item
from citekit.csl.position import Place
from citekit.csl.punctuation import end_sentence, last_box, outside_boxes
from citekit.csl.specialise import Site, Specialiser
from citekit.csl.substitute import substitutions
from citekit.errors import Problem, Where, error, warning
from citekit.model import Citation, Cite, Name, Work, is_names
from citekit.richtext import Bibliography, Entry, RichText

#: Probes kept from change to change, beside eight a work.
_MOST_PROBES = 1000
#: So many fields of a work of which nothing is printed are named.
_MOST_FIELDS = 8


#: No work's names are expanded yet.
_UNSETTLED: Mapping[str, Settings] = {}


class Session:
    """The citations of one document: what :func:`citekit.csl.process` asks once and
    :class:`citekit.csl.Document` again and again."""

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
        self.fast = Specialiser(self.ev, len(works))
        self.site = Site(area.layout)
        self.quotes = view.quotes
        self.delimiters = collapse.Delimiters.read(
            area.options,
            area.delimiter,
            view.text("citation-range-delimiter") or "–",
            bool(area.sort),
        )
        self.items: dict[str, Item] = {}
        for work in works:
            self.items.setdefault(work.id, read_item(work))
        self.uncited = None if uncited is None else list(uncited)
        self.bibliography_keys = [
            sort.Key(key) for key in (style.bibliography.sort if style.bibliography else ())
        ]
        self.cite_keys = [sort.Key(key) for key in area.sort]
        self.rules = Rules.read(area.options)
        if reaches(style, area, "citation-label"):
            self.rules = self.rules._replace(year_suffix=True)
        #: whether numbers show in citations
        self.numbered = mentions(style, area.layout, "citation-number") or (
            area.options.get("collapse") == "citation-number"
        )
        self._notes_matter = mentions(style, area.layout, "first-reference-note-number")
        #: works in the order of citing, in that of the bibliography, their numbers
        self.cited: list[str] | None = None
        self.registry: list[str] = []
        self.number: dict[str, int] = {}
        self.settings: Mapping[str, Settings] = {}
        self.sorted: list[Citation] = []
        # what stays true while the citations change
        self._values: dict[tuple[sort.Key, str, bool], tuple[Settings, sort.SortValue]] = {}
        self._probes: dict[tuple[object, ...], Probe] = {}
        self._plain_order = sort.Order(self.bibliography_keys)
        self._settled_order = sort.Order(self.bibliography_keys)
        #: whether citation numbers are sorted by
        self._counted = any(
            mentions(style, key.site.rows[0], "citation-number") for key in self.bibliography_keys
        )
        self._shown_names: dict[tuple[int, bool], list[str]] = {}
        self._name_keys = [key for key in self.bibliography_keys if self._has_names(key)]
        self._disambiguator = self._telling_apart()
        self._first_notes: dict[str, int] = {}
        self._arranged: tuple[list[str], dict[str, int]] | None = None
        self._rows: dict[int, tuple[Citation, Citation]] = {}
        self.assign(citations)

    def assign(self, citations: Sequence[Citation]) -> None:
        """Take the document's citations: number, order and tell apart the works."""
        self.problems = []
        cited = self._register(citations)
        #: problems of what is asked for beside the citations
        self.registered = tuple(self.problems)
        if self._notes_matter and self._disambiguator is not None:
            notes = _first_notes(citations)
            if notes != self._first_notes:
                self._disambiguator.forget(_changed(notes, self._first_notes))
                self._first_notes = notes
                self._arranged = None
        if cited != self.cited or self._arranged is None:
            self.cited = cited
            self._arrange(cited)
        self.sorted = [self._sort_cites(citation) for citation in citations]

    # --- registry ------------------------------------------------------------------

    def _register(self, citations: Sequence[Citation]) -> list[str]:
        """Works in the order they are numbered: cited first, in order of citing."""
        found: dict[str, None] = {}
        for citation in citations:
            for cite in citation.cites:
                if cite.id in self.items:
                    found.setdefault(cite.id)
        for one in self.items if self.uncited is None else self.uncited:
            if one in self.items:
                found.setdefault(one)
            else:
                self.problems.append(_unknown(one))
        return list(found)

    def _arrange(self, cited: list[str]) -> None:
        """The order of the bibliography and, where it is another, what hangs on it."""
        self.number = {one: index for index, one in enumerate(cited, 1)}
        self.registry = cited
        self._order(cited, _UNSETTLED)
        if (self.registry, self.number) != self._arranged:
            self._arranged = self.registry, self.number
            self._rows.clear()
            self._disambiguate()
        settled = {one: known for one, known in self.settings.items() if known.given}
        if settled:
            self._order(self.registry, settled)  # by the names as they are printed

    def _order(self, ids: list[str], settled: Mapping[str, Settings]) -> None:
        keys = self.bibliography_keys
        if not keys:
            return
        values = self._values

        def value(key: sort.Key, one: str) -> sort.SortValue:
            own = settled.get(one, NO_SETTINGS)
            place = key, one, own is NO_SETTINGS
            found = values.get(place)
            if found is None or found[0] is not own or self._counted:
                context = self.context(one, "bibliography")
                context.settings = own
                found = values[place] = own, sort.key_value(self.fast, key, context)
            return found[1]

        if self._counted:
            self.registry = sort.ordered(ids, keys, value)
        else:
            order = self._settled_order if settled else self._plain_order
            self.registry = order.update(ids, settled, value)
        descending = [k for k in keys if k.variable == "citation-number" and k.descending]
        numbered = self.registry[::-1] if descending else self.registry
        self.number = {one: index for index, one in enumerate(numbered, 1)}

    def _sort_cites(self, citation: Citation) -> Citation:
        """Cites in the order of the citation's sort keys; unknown ones last."""
        keys = self.cite_keys
        if not keys or len(citation.cites) < 2:
            return citation
        known = self._rows.get(id(citation))
        if known is not None:
            return known[1]

        def value(key: sort.Key, cite: Cite) -> sort.SortValue:
            if cite.id not in self.items:
                return ("", "")
            context = self.context(cite.id, "citation", cite)
            context.settings = NO_SETTINGS
            return sort.key_value(self.fast, key, context)

        row = Citation(tuple(sort.ordered(citation.cites, keys, value)), citation.note)
        self._rows[id(citation)] = citation, row
        return row

    def context(self, one: str, area: str, cite: Cite | None = None) -> Context:
        """A fresh state for rendering the work ``one``."""
        return Context(
            self.items[one],
            area,
            cite,
            self.number.get(one, 0),
            self.settings.get(one, NO_SETTINGS),
        )

    # --- disambiguation ------------------------------------------------------------

    def _disambiguate(self) -> None:
        if self._disambiguator is None:
            return
        if self.numbered:
            self._disambiguator.forget(self.items)
            self._probes.clear()
        elif len(self._probes) > _MOST_PROBES + 8 * len(self.items):
            self._probes.clear()
        self.settings = self._disambiguator.update(self.registry)

    def _probe(self, one: str, settings: Settings) -> Probe:
        """A subsequent cite, rendered for comparison."""
        note = self._first_notes.get(one, 0)
        given = tuple(settings.given.items()) if settings.given else ()
        key = (one, note, given, settings.names, settings.conditions, settings.year_suffix)
        known = self._probes.get(key)
        if known is None:
            context = self._probing(one)
            context.settings = settings
            text = self.fast.text(self.site, context)
            known = Probe(text, tuple(context.namesets), context.conditions)
            self._probes[key] = known
        return known

    def _probing(self, one: str) -> Context:
        context = self.context(one, "citation", Cite(one))
        context.positions = position.SUBSEQUENT
        context.first_note = self._first_notes.get(one, 0)
        context.probing = True
        return context

    def _names_compared(self, one: str) -> list[tuple[Name, ...]]:
        """The lists of names that a cite shows, or a key the bibliography is sorted by."""
        item = self.items[one]
        shape = self.fast.shape(item), one in self._first_notes
        variables = self._shown_names.get(shape)
        if variables is None:
            contexts = [self._probing(one)]
            contexts[0].settings = NO_SETTINGS
            self.fast.text(self.site, contexts[0])
            for key in self._name_keys:
                context = self.context(one, "bibliography")
                context.settings = NO_SETTINGS
                sort.key_value(self.fast, key, context)
                contexts.append(context)
            shown = {name for context in contexts for row in context.namesets for name in row.names}
            variables = [
                variable
                for variable, value in item.fields.items()
                if is_names(value) and not shown.isdisjoint(value)
            ]
            if shape[0]:
                self._shown_names[shape] = variables
        return [names for v in variables if is_names(names := item.fields[v])]

    def _telling_apart(self) -> Disambiguator | None:
        """What tells the works apart, where the style asks for it."""
        rules = self.rules
        if not (rules.names or rules.given or rules.year_suffix or self._asks()):
            return None
        expansion = None
        if rules.given and not rules.by_cite:
            expansion = Expansion(rules.rule, self._names_compared, self._name_style())
        return Disambiguator(rules, self._probe, expansion)

    def _has_names(self, key: sort.Key) -> bool:
        return any(isinstance(node, nodes.Names) for node in walk(self.style, key.site.rows[0]))

    def _asks(self) -> bool:
        """Whether the citation's layout tests ``disambiguate``."""
        return any(
            one.kind == "disambiguate"
            for node in walk(self.style, self.area.layout)
            if isinstance(node, nodes.Choose)
            for branch in node.branches
            for one in branch.conditions
        )

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
        pairs = zip(self.sorted, self.places(), strict=True)
        return [self.cluster(citation, row) for citation, row in pairs]

    def places(self) -> list[list[Place]]:
        """Where every cite stands, citation by citation."""
        distance = self.area.options.get("near-note-distance")
        return position.places(self.sorted, _count(distance, position.NEAR_NOTE_DISTANCE))

    def cluster(self, citation: Citation, places: Sequence[Place]) -> RichText:
        """One citation, cites sorted already."""
        rendered: list[collapse.Rendered] = []
        for index, (cite, place) in enumerate(zip(citation.cites, places, strict=True)):
            one = self.cite(cite, place, index)
            if one is not None:
                rendered.append(one)
        text = collapse.assemble(rendered, self.delimiters, self.ev.joiner)
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
        self.fast.text(self.site, context)
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
        return tree.build(marks.drop_structure(text), self.quotes)

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
            context.text = self.fast.text(self.site, context)
            return context

        skip = cite.mode in ("suppress-author", "author-in-text")
        context = render(skip)
        text = context.author if cite.mode == "author-only" else context.text
        if not marks.visible(text):
            if cite.mode != "author-in-text":
                self.problems.append(_empty(self.style, self.items[cite.id]))
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
        align = area.options.get("second-field-align")
        aligned = align in ("flush", "margin") and len(area.layout) > 1
        site = Site(area.layout[:1], area.layout[1:]) if aligned else Site(area.layout)
        contexts: list[Context] = []
        for one in self.registry:
            context = self.context(one, "bibliography")
            context.text = self.entry_text(site, context)
            contexts.append(context)
        replaced = dict(substitutions(area.options, contexts))
        entries = []
        for index, context in enumerate(contexts):
            one, text = context.item.id, context.text
            if not marks.visible(text):
                self.problems.append(_empty(self.style, context.item, "entry"))
                continue
            if index in replaced:
                again = self.context(one, "bibliography")
                again.replace = replaced[index]
                text = self.entry_text(site, again)
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

    def entry_text(self, site: Site, context: Context) -> str:
        """An entry; with two rows the first stands in the margin and the second
        beside it (second-field-align)."""
        texts = self.fast.texts(site, context)
        if len(texts) == 1 or not texts[0]:
            return "".join(texts)
        left = marks.OPEN["left-margin"] + texts[0] + marks.CLOSE
        if not texts[1]:
            return left
        return left + marks.OPEN["right-inline"] + texts[1] + marks.CLOSE


def _first_notes(citations: Sequence[Citation]) -> dict[str, int]:
    """The number of the note in which each work is cited first."""
    found: dict[str, int] = {}
    for citation in citations:
        if citation.note:
            for cite in citation.cites:
                found.setdefault(cite.id, citation.note)
    return found


def _changed(now: Mapping[str, int], before: Mapping[str, int]) -> list[str]:
    return [one for one in {**before, **now} if now.get(one) != before.get(one)]


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


def _empty(style: nodes.Style, work: Item, what: str = "cite") -> Problem:
    """That a style prints nothing for a work, and what there is of the work."""
    name = f"the style “{style.title}”" if style.title else "the style"
    message = f"{name} prints no {what} for {work.id!r}"
    shown = ", ".join(list(work.fields)[:_MOST_FIELDS])
    more = len(work.fields) - _MOST_FIELDS
    fields = f"{shown} and {more} more" if more > 0 else shown or "no fields"
    hint = f"the work is of the type {work.type} and has {fields}"
    return warning(f"empty-{what}", message, Where(key=work.id), hint)
