"""Findings that say again what another one says.

Of “A port is paper,” Lee wrote in her essay (1990), a reader wants the quotation with its
work, and the citation: not that the words are a term of Lee's, nor that Lee claims something
"in her essay".  Of "Lee published “Paper Ports” in 1990" a reader wants the mention of the
book: nobody says its title there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from citekit.find.citations.bytitle import METHOD
from citekit.find.citingwords import CLAIM_VERBS
from citekit.find.sources import WRITING
from citekit.find.suggestion import Suggestion
from citekit.find.works import Span
from citekit.model import Body

#: A claim has at least so many letters besides what is quoted in it, and who says it; or as
#: many as the quoted words.
_CLAIM = 25
#: So far from a term stands the citation that says where it is from (code points).
_BESIDE = 80
#: So much earlier a quotation begins that ends in a finding, or whose speaker does.
_LONGEST = 4000
_start = attrgetter("start")
_MARKS = frozenset('“”„"«»')
#: What begins a clause of a claim.
_STATING = frozenset(
    "that dass daß que qu' how wie comment why warum pourquoi as als comme".split()
)
#: So near to the words, and to the end of the sentence, stands the citation of a quotation.
_NEAR = 6
#: Methods that find the words of a title in somebody's mouth: a reporting clause stands
#: beside them.
_SAID = frozenset("cue-after cue-inside split transcript".split())


#: Before a title: it says where, and nobody says it: "Mit „Titel“ ruft er dazu auf".
_PLACED = [[word] for word in "in im mit with dans avec seit since".split()]


def without_titles(text: str, suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions without quotations that are but the title of a mentioned or cited work,
    unless somebody says it: “Paper Ports,” she answered; in lower case a title is a term
    again.  Nor is the heading of a section that a citation names a quotation: "Lee, 2019,
    “What to Do” section" (APA 7, 8.28)."""
    found = _without_headings(list(suggestions))
    titled = sorted((one.start, one.end) for one in found if one.method in ("title", METHOD))
    if not titled:
        return found
    return [
        one
        for one in found
        if one.kind != "quotation" or not _is_in(titled, one) or _is_spoken(text, one)
    ]


def _without_headings(found: list[Suggestion]) -> list[Suggestion]:
    """The suggestions without quotations whose words stand in the locator of a citation."""
    headed = sorted(
        (one.start, one.end, one.locator)
        for one in found
        if one.kind == "citation" and not _MARKS.isdisjoint(one.locator)
    )
    if not headed:
        return found
    starts = [start for start, _, _ in headed]

    def is_heading(one: Suggestion) -> bool:
        _, end, locator = headed[bisect_right(starts, one.start) - 1]
        return starts[0] <= one.start and one.end <= end and one.quoted in locator

    return [one for one in found if one.kind != "quotation" or not is_heading(one)]


def _is_in(titled: Sequence[Span], one: Suggestion) -> bool:
    """Whether a finding stands in the mention of a title."""
    index = bisect_right(titled, (one.start, one.end + _BESIDE)) - 1
    return index >= 0 and titled[index][0] <= one.start and one.end <= titled[index][1]


def _is_spoken(text: str, one: Suggestion) -> bool:
    """Whether the words of a title are said, or used as a term."""
    if one.quoted[:1].islower():
        return True
    if one.method in _SAID:
        return text[max(0, one.start - 12) : one.start].lower().split()[-1:] not in _PLACED
    if one.method != "cue-before" or not WRITING.isdisjoint(one.reasons):
        return False
    before = text[max(0, one.start - 3) : one.start].rstrip()[-1:]
    return before == ":" or (before == "," and text[one.start] in "“\"‘'")


def without_restated(text: str, suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions without paraphrases that are but a quotation of the same work and who
    says it, and without mentions of quoted words that are a quotation whose work is cited
    there."""
    found = list(suggestions)
    quoted: dict[Body, list[Suggestion]] = {}
    cited: dict[Body, list[int]] = {}
    for one in found:
        if one.body.type == "work" and one.kind == "quotation":
            quoted.setdefault(one.body, []).append(one)
        elif one.body.type == "work" and one.kind == "citation":
            cited.setdefault(one.body, []).append(one.start)
    if not quoted:
        return found
    citations = sorted((one.start, one.end) for one in found if one.kind == "citation")
    for starts in cited.values():
        starts.sort()
    for quotations in quoted.values():
        quotations.sort(key=_start)
    return [
        one
        for one in found
        if not (
            one.body in quoted
            and _may_restate(text, one, cited.get(one.body, ()))
            and _says_no_more(text, one, quoted[one.body], citations)
        )
    ]


def _may_restate(text: str, one: Suggestion, cited: Sequence[int]) -> bool:
    """Whether a finding is a paraphrase, or a quoted term beside a citation of its work."""
    if one.kind == "paraphrase":
        return True
    if one.kind != "mention" or one.method != "quoted-term":
        return False
    index = bisect_left(cited, one.start - _BESIDE)
    if index == len(cited) or cited[index] > one.end + _BESIDE:
        return False
    between = sorted((cited[index], one.end))
    return "\n\n" not in text[slice(*between)]


def _says_no_more(
    text: str, one: Suggestion, quoted: Sequence[Suggestion], citations: Sequence[Span]
) -> bool:
    """Whether a finding has hardly a word besides a quotation, who says it, and citations."""
    first = bisect_left(quoted, one.start - _LONGEST, key=_start)
    near = quoted[first : bisect_left(quoted, one.end + _BESIDE, key=_start)]
    inside = [(each.start, each.end) for each in near if _overlap((each.start, each.end), one)]
    said = [each.attribution for each in near if each.attribution is not None]
    said = [span for span in said if _overlap(span, one)]
    if not (inside or said):
        return False
    if any(_introduces(text, one, each, citations) for each in near):
        return True
    index = bisect_left(citations, (one.start,))
    known = [*inside, *said, *(span for span in citations[index:] if span[0] < one.end)]
    rest = 0
    at = one.start
    for start, end in sorted((*known, (one.end, one.end))):
        rest += _letters(text[at:start])
        at = max(at, end)
    least = _CLAIM
    if inside:
        words = sum(
            _letters(text[max(start, one.start) : min(end, one.end)]) for start, end in inside
        )
        least = min(least, words)
    return rest < least


def _introduces(
    text: str, one: Suggestion, quotation: Suggestion, citations: Sequence[Span]
) -> bool:
    """Whether a finding but introduces a quotation that its own citation follows: "Lee opened
    with a warning: “…” (3)", but not "Lee argues that ports are paper: “…” (3)"."""
    if quotation.method != "cue-before" or not one.start < quotation.start < one.end:
        return False
    lead = text[one.start : quotation.start].rstrip()
    words = frozenset(lead.lower().replace("’", "' ").split())
    if lead[-1:] != ":" or not (words.isdisjoint(_STATING) and words.isdisjoint(CLAIM_VERBS)):
        return False
    index = bisect_left(citations, (quotation.end,))
    return any(
        start - quotation.end <= _NEAR and one.end - end <= _NEAR
        for start, end in citations[index : index + 1]
    )


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def _overlap(span: Span, one: Suggestion) -> bool:
    return span[0] < one.end and one.start < span[1]
