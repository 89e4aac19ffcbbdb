"""In-text citations: author and year, numbers and marks, keys, identifiers, repeats.

What is resolved names the work; what has the shape of a citation but no work in the
catalogue is suggested with no body, so that an audit can say so.  A shape that may as
well be something else (an event and its year) needs other citations in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from citekit.find.citations.bytitle import title_cites
from citekit.find.citations.dated import is_date, is_recipient
from citekit.find.citations.early import early_cites
from citekit.find.citations.imprints import (
    closing,
    is_imprint_of,
    is_placed,
    may_be_authored,
    may_be_titled,
    may_have_place,
)
from citekit.find.citations.keys import entries_by_key, explicit, marked_up
from citekit.find.citations.law import law
from citekit.find.citations.letters import letter_cites
from citekit.find.citations.marks import Marked, marks
from citekit.find.citations.names import names_before
from citekit.find.citations.notes import Notes, leading
from citekit.find.citations.primary import primary_works
from citekit.find.citations.raw import (
    OWNED,
    Masks,
    RawCite,
    RawYear,
    leads_year,
    raw_cites,
)
from citekit.find.citations.repeats import Earlier, repeats
from citekit.find.citations.resolve import (
    OTHER_WORKS,
    Proposals,
    Resolution,
    relation_behind,
    resolve,
)
from citekit.find.citations.respective import is_respective, one_by_one, with_own_pages
from citekit.find.citations.short import noted_lines, short_forms
from citekit.find.citations.standing import (
    LONGEST_TITLE,
    Habit,
    dates_work,
    is_noun,
    is_signalled,
    is_strong,
    may_stand,
    opening,
)
from citekit.find.citingwords import (
    CLAIM_NOUNS,
    CLAIM_VERBS,
    SPEECH_VERBS,
    THEORY_NOUNS,
)
from citekit.find.references.spans import with_lines
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue, Printed, name_key
from citekit.find.worktitles import plain, typed
from citekit.model import Body, KeySpan, Link, Markup, Name

#: Between an author and the year alone of what he claims.
_LONG = 80  # code points: it hardly says when a mere event was
_CLAIMING = CLAIM_VERBS | SPEECH_VERBS | CLAIM_NOUNS | THEORY_NOUNS | {"that", "dass", "que"}
#: Between the author of a chapter and the editors of the volume.
_CONTAINED = re.compile(r",?\s(?:in:?|dans)\s$")
#: "Lee, " before a given name.
_FAMILY_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_a-zß-ÿœ][\w’'-]+),\s$")
_CAPITALISED = re.compile(r"[^\W\d_a-zß-ÿœ][^\W\d_]+(?:[’'‑-][^\W\d_a-zß-ÿœ][^\W\d_]+)*")


def citations(
    text: str,
    catalogue: Catalogue,
    references: Sequence[Suggestion] = (),
    notes: Mapping[str, tuple[int, int]] | None = None,
    keys: Sequence[KeySpan] = (),
    links: Sequence[Link] = (),
    markup: Markup | None = None,
    printed: Printed | None = None,
) -> list[Suggestion]:
    """The in-text citations of ``text``, in order.

    ``references`` are the reference strings already found: nothing inside them is a
    citation, numbers and notes point at them, and repeats may repeat them.  ``notes``
    maps labels of footnotes to their spans, where whoever read the document knows them;
    notes that stand in the text as lines of their own are found without it.  ``keys``
    and ``links`` are those of the document's markup; keys and addresses that a reader
    sees are found without them.  ``markup`` is that of the document, if the text is extracted,
    ``printed`` what :meth:`Catalogue.printed` finds in it, if that is known.
    """
    printed = catalogue.printed(typed(text)) if printed is None else printed
    if markup is not None:
        text = with_lines(text, markup.breaks)
    spans = [(found.start, found.end) for found in references]
    masked = Masks(spans)
    marked = Marked(text, references, notes or {})
    proposals = Proposals(references, text)
    entries = entries_by_key(text, markup, references)
    emphasis = markup.emphasis if markup is not None else ()
    told = [
        *primary_works(text, printed, catalogue, proposals, masked),
        *law(text, printed.typed, catalogue, masked),
        *letter_cites(text, catalogue, masked),
    ]
    lines = list(noted_lines(text))
    titled = [
        one
        for one in title_cites(text, lines, catalogue, proposals.works, masked, emphasis)
        if not any(_overlap(one, other) for other in told)
    ]
    told += titled
    found = [
        *told,
        *early_cites(text, catalogue, proposals, masked),
        *_without(told, titled, _author_date(text, catalogue, proposals, masked)),
        *explicit(text, catalogue, masked, markup, entries),
        *marks(text, marked, masked),
    ]
    more = marked_up(text, keys, links, catalogue, masked, entries)
    short = list(short_forms(text, catalogue, proposals, masked, emphasis, lines))
    for one in (*more, *short):
        if not any(one.body == each.body and _overlap(one, each) for each in found):
            found.append(one)
    found = [suggestion for suggestion in found if suggestion.score > 0]
    earlier = sorted(
        Earlier(place.start, place.body.value if place.body.type == "work" else "", place.end)
        for place in (*references, *found)
    )
    again = list(repeats(text, catalogue, earlier, masked, Notes(text, marked, references, found)))
    repeated = Masks((one.start, one.end) for one in again)
    short = [one for one in (*titled, *short) if not repeated.covers(one.end - 1)]
    left = {one.start for one in short}
    found = [one for one in found if one.method != "short-form" or one.start in left]
    found.sort(key=place_in_text)
    known_short = {(one.start, one.end) for one in short}
    leads = leading(text, [one for one in found if (one.start, one.end) not in known_short])
    cited = [one for one in short if one.relation in ("cites", "")]
    if noting := [*cited, *again, *leads]:
        noted = Marked(text, [*references, *noting], notes or {})
        if (noted.numbers, noted.notes) != (marked.numbers, marked.notes):
            known = {(one.start, one.end, one.body) for one in found}
            more = marks(text, noted, masked)
            found.extend(one for one in more if (one.start, one.end, one.body) not in known)
    found.extend(again)
    found.sort(key=place_in_text)
    return found


def _without(
    told: Sequence[Suggestion], titled: Sequence[Suggestion], found: Iterable[Suggestion]
) -> Iterator[Suggestion]:
    """Those that no work is known of only where none of ``told`` stands: "(JZ 1990, 12)"; the
    others only where none of the same work is ``titled``: "Rivers (1990), p. 12"."""
    for one in found:
        others = (each for each in titled if each.body == one.body) if one.body.value else told
        if not any(_overlap(one, other) for other in others):
            yield one


def _overlap(one: Suggestion, other: Suggestion) -> bool:
    return one.start < other.end and other.start < one.end


def _author_date(
    text: str, catalogue: Catalogue, proposals: Proposals, masked: Masks
) -> Iterator[Suggestion]:
    found: list[tuple[RawCite, list[tuple[RawYear, Resolution]], bool]] = []
    certain = 0
    authors: set[str] = set()
    for cite in raw_cites(text, masked, proposals.beside(catalogue.families)):
        if cite.shape == "year":
            years = _named_before(text, cite, catalogue, proposals)
            known = _any_known(years)
        else:
            ordered = len(cite.years) > 1 and is_respective(text, cite)
            cite = with_own_pages(cite) if ordered else cite
            years = [
                (year, resolve(cite.names, cite.et_al, year, catalogue, proposals))
                for year in cite.years
            ]
            known = _any_known(years)
            if not known and len(cite.years) == len(cite.names) > 1:
                each = one_by_one(cite, catalogue, proposals)
                known = all(_is_known(one) for _, one in each)
                years = each if known or ordered else years
            whole = "" if known else proposals.written_out(cite.names[0], catalogue)
            if whole:
                years = [
                    (year, resolve((whole,), False, year, catalogue, proposals))
                    for year in cite.years
                ]
                known = _any_known(years)
            elif not known and is_noun(text, cite):
                led = cite._replace(names=(), shape="year", start=opening(text, cite))
                before = _named_before(text, led, catalogue, proposals)
                if _any_known(before):
                    cite, years, known = led, before, True
            elif not known:
                cite, years = _inverted(text, cite, years, catalogue, proposals)
                known = _any_known(years)
            if not known and len(cite.names) > 1 and not ordered:
                cite, years = _without_first(text, cite, years, catalogue, proposals)
                known = _any_known(years)
            cite, years = _in_volume(text, cite, years, catalogue, proposals)
        if not known:
            cite, years = _with_title(text, cite, years, catalogue)
            known = _any_known(years)
        if not known and cite.shape == "parenthetical" and may_have_place(cite):
            led = cite._replace(names=(), shape="year", start=opening(text, cite))
            may = may_be_authored(text, cite, led.start, catalogue)
            before = _named_before(text, led, catalogue, proposals) if may else []
            if is_imprint_of(text, cite, [one.entry for _, one in before]):
                cite, known = led, True
                years = [(closing(text, year), one) for year, one in before]
            elif is_placed(cite):
                continue
        found.append((cite, years, known))
        if known or is_strong(text, cite):
            certain += 1
            authors.update(map(name_key, cite.names[:1]))
    habit = Habit(certain, 0, proposals.beside(authors))
    narrative = sum(
        known or may_stand(text, cite, habit)
        for cite, _, known in found
        if cite.shape == "narrative"
    )
    habit = habit._replace(narrative=narrative)
    row = 0  # where the last citation ended that a signal led
    stood = 0  # where the last one did at all
    for cite, years, known in found:
        signalled = cite.shape == "running" and is_signalled(text, cite, certain, row)
        when = cite.shape == "running" and not signalled and is_date(text, cite, catalogue.families)
        if when or is_recipient(text, cite, catalogue.families):
            continue
        for index, (year, resolution) in enumerate(years):
            others = resolution.score >= OTHER_WORKS
            may = known or signalled or resolution.score < 0.35
            if may or may_stand(text, cite, habit, stood) or (others and dates_work(text, cite)):
                one = _suggestion(cite, index, year, resolution)
                row = one.end if signalled or known else row
                stood = one.end
                yield one


def _inverted(
    text: str, cite: RawCite, years: list[tuple[RawYear, Resolution]],
    catalogue: Catalogue, proposals: Proposals,
) -> tuple[RawCite, list[tuple[RawYear, Resolution]]]:  # fmt: skip
    """The cite with its names by twos as family and given name, if that makes it known:
    "Lee, Ann (2001)"; else as it is."""
    start, names = cite.start, cite.names
    if len(names) == 1:
        family = _FAMILY_BEFORE.search(text, max(0, start - 40), start)
        if family is None:
            return cite, years
        start, names = family.start(), (family[1], *names)
    pairs = list(zip(names[::2], names[1::2], strict=False))
    if len(names) % 2 or any(f"{family}, {given}" not in text for family, given in pairs):
        return cite, years
    names = tuple(f"{given} {family}" for family, given in pairs)
    known = [(y, resolve(names, cite.et_al, y, catalogue, proposals)) for y in cite.years]
    return (cite._replace(names=names, start=start), known) if _any_known(known) else (cite, years)


def _without_first(
    text: str, cite: RawCite, years: list[tuple[RawYear, Resolution]],
    catalogue: Catalogue, proposals: Proposals,
) -> tuple[RawCite, list[tuple[RawYear, Resolution]]]:  # fmt: skip
    """The cite without its first name, if that makes it known: "beyond the Rhine, Lee and
    Roy (2001)"; else as it is."""
    names = cite.names[1:]
    known = [(y, resolve(names, cite.et_al, y, catalogue, proposals)) for y in cite.years]
    if not _any_known(known):
        return cite, years
    start = text.index(names[0].split()[-1], cite.start + len(cite.names[0].split()[-1]))
    return cite._replace(names=names, start=start), known


def _with_title(
    text: str, cite: RawCite, years: list[tuple[RawYear, Resolution]], catalogue: Catalogue
) -> tuple[RawCite, list[tuple[RawYear, Resolution]]]:
    """The cite of a work by its title, where what looks like a name is the end of that, or
    where and by whom it was published, and a place is named: "Rivers and Walls (1990), p. 12",
    "Rivers and Walls (Leeds 1990, p. 12)"; else as it is."""
    year = cite.years[0]
    if cite.shape == "running" or year.locator is None or cite.several:
        return cite, years
    opened = cite.start if cite.shape == "year" else opening(text, cite)
    if cite.shape == "parenthetical" and not (
        may_have_place(cite) and may_be_titled(text, cite, opened, catalogue)
    ):
        return cite, years
    low = max(0, opened - LONGEST_TITLE)
    words = text[low:opened].rstrip(' *_”“"»«')
    for hit in catalogue.title_hits(words, plain(words), catalogue.printed(typed(words)), ()):
        entry = catalogue.entries[hit.form.entry]
        if hit.end == len(words) and not entry.years.isdisjoint(year.years):
            found = Resolution(entry, 0.9, (f"the title and the year of {entry.key}",))
            return cite._replace(names=(), start=low + hit.start), [(closing(text, year), found)]
    return cite, years


def _in_volume(
    text: str, cite: RawCite, years: list[tuple[RawYear, Resolution]],
    catalogue: Catalogue, proposals: Proposals,
) -> tuple[RawCite, list[tuple[RawYear, Resolution]]]:  # fmt: skip
    """The cite of a chapter, where its author stands before the editors: "Lee in Roy and Berg
    2001"; else as it is."""
    joint = _CONTAINED.search(text, max(0, cite.start - 12), cite.start)
    named = names_before(text, joint.start(), catalogue.families) if joint is not None else None
    if named is None:
        return cite, years
    start, names, et_al = named
    found = [(year, resolve(names, et_al, year, catalogue, proposals)) for year, _ in years]
    editors = {name_key(name.family) for _, one in found for name in _editors(one)}
    if not editors.issuperset(catalogue.family_of(name_key(name)) for name in cite.names):
        return cite, years
    return cite._replace(names=names, et_al=et_al, start=start, prefix=""), found


def _editors(found: Resolution) -> Sequence[Name]:
    """The editors of the volume that holds the work that is found."""
    return found.entry.work.names("editor") if found.entry is not None else ()


def _named_before(
    text: str, cite: RawCite, catalogue: Catalogue, proposals: Proposals
) -> list[tuple[RawYear, Resolution]]:
    """The years of a cite without names, as works of whoever was named last before it
    in its paragraph and has one of the first of these years; none if nobody has.  If
    nothing but its place says that the year is a work's, the name must claim something."""
    bare = cite.years[0].locator is None and not leads_year(text, cite.start)
    low = max(0, cite.start - 400, text.rfind("\n\n", 0, cite.start))
    for match in reversed(list(_CAPITALISED.finditer(text, low, cite.start))):
        names = (match[0],)
        if not _is_known(resolve(names, False, cite.years[0], catalogue, proposals)):
            continue
        between = text[match.end() : cite.start]
        theirs = OWNED.fullmatch(between) is not None
        claiming = theirs or not _CLAIMING.isdisjoint(between.lower().split())
        if bare and len(between) < _LONG and not claiming:
            continue
        years = [(y, resolve(names, False, y, catalogue, proposals)) for y in cite.years]
        return [(y, one._replace(score=min(one.score, 0.75))) for y, one in years]
    return []


def place_in_text(found: Suggestion) -> tuple[int, int, str, str]:
    """The order of suggestions: by place, then by what they are."""
    return found.start, found.end, found.kind, found.body.value


def _any_known(years: Iterable[tuple[RawYear, Resolution]]) -> bool:
    return any(_is_known(one) for _, one in years)


def _is_known(resolution: Resolution) -> bool:
    return resolution.entry is not None or resolution.proposal is not None


def _suggestion(cite: RawCite, index: int, year: RawYear, resolution: Resolution) -> Suggestion:
    start = cite.start if index == 0 else year.start
    end = max(year.end, year.locator.end if year.locator is not None else 0)
    relation, reasons = relation_behind(cite.prefix), resolution.reasons
    if cite.prefix:
        reasons = (*reasons, f"introduced by “{cite.prefix}”")
    entry = resolution.entry
    return Suggestion(
        start,
        end,
        "citation",
        Body("work", entry.work.id) if entry is not None else Body(),
        relation if entry is not None else "",
        str(year.locator) if year.locator is not None else "",
        method=f"author-date-{cite.shape}",
        score=resolution.score,
        reasons=reasons,
        proposal=resolution.proposal,
    )
