"""Markers that point at a numbered reference or a note: [1], [1–3, 7], ¹, [^1], and the
``<sup>`` and ``\\footnotemark`` of HTML and LaTeX text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from citekit.corpus.notemarks import ends_sentence
from citekit.find.citations.names import UPPER
from citekit.find.citations.quantities import is_quantity
from citekit.find.citations.raw import Masks
from citekit.find.citelocators import DASH, locator_at
from citekit.find.citingwords import FUNCTION_WORDS
from citekit.find.references.names import ET_AL
from citekit.find.signs import citing
from citekit.find.suggestion import Suggestion
from citekit.find.works import name_key

Span = tuple[int, int]

#: The methods of citations by the number or label of a reference, or the mark of a note.
MARKS = frozenset(("number", "label", "superscript", "footnote-marker"))
#: Before the label of an entry: the sign of a list, in one that has labels of its own.
_ITEM = r"[ \t>]*(?:[-*•–+][ \t]+(?=\[))?"
_BEFORE_LABEL = " \t\r\f\u00a0>-*•–+"
_NUMBERED = re.compile(
    rf"{_ITEM}"
    r"(?:\[(?P<bracket>\d{1,4})\]|\((?P<round>\d{1,4})\)|(?P<plain>\d{1,4})[.)]?)"
    r"[ \t\u00a0]*(?:\([^()\n]{0,20}\)|\[[^\[\]\n]{0,20}\])?[ \t]*"
    r"(?:[^\W\d_]+(?:\.[^\W\d_]+)*\.?[,:]?\s){0,6}[*_“\"]{0,2}"
)
_SPAN = rf"\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?"
#: The place that a number names in its reference: "3:208", "1(p143)", "6p299".
_PLACE = r"(?:,?\s?\(?(?:pp?\.?-?|S\.?)\s?|:)"
_AT = rf"(?:{_PLACE}{_SPAN}\)?)?"
#: Between two numbers of one mark: "1, 2", "1 and 3", "1, 2, and 3"; "1 2" where they are raised
#: or in brackets (Vancouver; AMA Manual of Style, 11th edition, 3.6; BMJ's house style).
_AND = r"(?:and|und|sowie|et|&)\s"
_COMMA = rf"(?:\s?[,;]\s?(?:{_AND})?|\s{_AND})"
_SPACE = rf"(?:{_COMMA}|\s)"
_GLUED_NUMBERS = rf"(?P<numbers>{_SPAN}{_AT}(?:\s?[,;]\s?{_SPAN}{_AT}){{0,40}})"
_NUMBERS = rf"(?P<numbers>{_SPAN}{_AT}(?:{_COMMA}{_SPAN}{_AT}){{0,40}})"
_ROW = rf"{_SPAN}{_AT}(?:{_SPACE}{_SPAN}{_AT}){{0,40}}"
_NUMBER = re.compile(
    rf"(?P<first>\d{{1,4}})(?:\s?{DASH}\s?(?P<last>\d{{1,4}}))?(?:{_PLACE}(?P<at>{_SPAN})\)?)?"
)
_CLUSTER = re.compile(rf"\[\s?(?P<numbers>{_ROW})(?P<rest>[,:;]\s?[^\[\]\n]{{1,40}})?\]")
#: "[1]–[4]": one range.
_RANGE = re.compile(rf"\[(?P<first>\d{{1,4}})\]\s?{DASH}\s?\[(?P<last>\d{{1,4}})\]")
#: What closes quoted words: German has “ and « for it.
_QUOTES = '”’“‘"»«›‹'
_IN_PARENTHESES = rf"(?P<all>\({_NUMBERS}\))"
#: Behind the number: a mark, or what closes the words that it stands in.
_ROUND = re.compile(
    rf"[\w{_QUOTES})%*_] {{1,2}}{_IN_PARENTHESES}"
    r"(?=[.,;:?!”’“\"«‹›]|[ \u00a0\u202f]?[;:?!»])"
)
#: Right behind a mark: "so.(1) And".
_BEHIND = re.compile(rf"[.,;:?!{_QUOTES}]{_IN_PARENTHESES}(?=\s|$)")
#: Before whatever: "the theory (6) holds"; but "(1) first, (2) second" is a list.
_ANYWHERE = re.compile(
    rf"(?:[\w{_QUOTES})%*_]|(?:(?<=\bet\sal)|(?<=\bet\scoll)|(?<=\bu\.\sa))\.) {{1,2}}"
    rf"{_IN_PARENTHESES}(?=[\s.,;:?!—–”’“\"«‹›»])"
)
#: "so.1 And", "(see there).1,2 And", "so.1 2 And".
_GLUED = re.compile(
    rf"(?:[^\W\d_]{{2}}[.,;:?!){_QUOTES}]{{1,2}}|[\w%][)\]][.,;:?!]|%[.,;:?!])"
    rf"(?P<all>(?P<numbers>{_SPAN}{_AT}(?:\s?[,;]\s?{_SPAN}{_AT}){{0,40}}"
    rf"(?:\x20{_SPAN}(?=(?:\x20{_SPAN}){{0,9}}\s+[{UPPER}“„«])){{0,9}}))(?=[\s,;]|$)"
)
#: French: "la technique1.", "« la technique »2,"
_ON_WORD = re.compile(
    rf"(?:(?!(?<!\w)[ckdmn]m\d)[a-zß-öø-ÿ]{{2}}|[\w.!?](?:[ \u00a0\u202f]?[»”\"]|[“«]))"
    rf"(?P<all>{_GLUED_NUMBERS})(?=[\s.,;:?!)»”“«]|$)"
)
#: The word that a number is glued to, if it may be one and no name of a file or address.
_WORD = re.compile(r"(?<![^\s(\[\-–—“„«’'])(?P<word>[^\W\d_]+)$")
_CUT_SHORT = re.compile(rf"{ET_AL}$")
#: Shorter words before a number are names ("mp3") but for those of grammar.
_SHORT = 4
#: "so.1,2) And", "so1)."
_CLOSED = re.compile(
    rf"[^\W\d_]{{2}}[.,;:?!{_QUOTES}]{{0,2}}(?P<all>{_GLUED_NUMBERS}\))(?=[\s.,;]|$)"
)
#: Labels of names and years (BibTeX's "alpha", DIN 1505-2): "Kuh62", "BGFT99", "CLR+09".
_LABEL = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿœ][^\W\d_]{0,7}\+?\d{2}[a-z]?(?!\w)")
_LABEL_LINE = re.compile(rf"{_ITEM}\[(?P<label>{_LABEL.pattern})\]:?\s*")
#: Labels, each perhaps with a place: "[Kuh62, Theorem 3; BL87]".
_LABELS = re.compile(rf"\[{_LABEL.pattern}(?:\s?[,;:]\s?[^\[\],;]{{1,40}}){{0,12}}\]")
#: "refs 1 and 2", "Lit. 3", "réf. 4"
_WORDED = re.compile(
    r"(?<!\w)(?:[Rr]efs?\.?|[Rr]eferences?|Lit\.|[Rr]éfs?\.?|[Rr]éférences?)[ \u00a0]"
    rf"(?P<numbers>{_SPAN}(?:(?:,\s?|\s(?:and|und|et|&)\s){_SPAN}){{0,12}})(?![\w–-]|[.,]\d)"
)
#: So much of a line before a marker is looked at (code points).
_LINE = 400
#: Numbers of a list by the alphabet come in any order; so many of them are no accident.
_ANY_ORDER = 4
#: So many letters tell the order of references (code points).
_HEAD = 4
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻’", "0123456789-,")
_RAISED = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}"
#: A page behind a raised number: "³(p57)".
_PAGED = rf"(?:\(pp?\.?\s?{_SPAN}\))?"
_SUPERSCRIPT = re.compile(rf"{_RAISED}{_PAGED}(?:(?:[,;]?\s|[,;]|[⁻’]){_RAISED}{_PAGED}){{0,12}}")
_TAGGED = re.compile(
    rf"<sup\b[^<>]{{0,80}}>(?:<a\b[^<>]{{0,200}}>)?\s?\[?(?P<html>{_ROW})\]?\s?(?:</a>)?</sup>"
    rf"|\\(?:textsuperscript|footnotemark)(?:\{{(?P<sup>{_ROW})\}}|\[(?P<mark>\d{{1,4}})\])"
)
#: Raised numbers of pandoc's Markdown: "so.^1,2^".
_CARETS = re.compile(rf"\^(?P<numbers>{_ROW})\^(?![\w{{(])")
_MARKDOWN = re.compile(r"\[\^(?P<label>[^\]\s]{1,80})\](?P<colon>:)?")
#: The mark of a note that stands in a line of its own.
NOTE_LINE = re.compile(
    r"^[ \t]*(?:(?P<sup>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(?P<label>[^\]\s]{1,80})\]:"
    r"|<(?:li|p)\b[^<>]{0,80}\bid=\"?(?:fn|note|footnote)[-_:]?(?P<html>\d{1,4})\"?[^<>]{0,80}>"
    r"|\\footnotetext\[(?P<latex>\d{1,4})\])",
    re.M,
)

#: Between two references of one note: no new line, unless a semicolon stands before it.
_GOES_ON = re.compile(r"[^\n]{0,200}(?:;[^\n]{0,200}\n(?![ \t]*[\[(]?\d)[^\n]{0,200})?")
#: What ends a note: another, or an item of a list.
_NEXT_NOTE = re.compile(rf"{NOTE_LINE.pattern}|^[ \t]*(?:\d{{1,3}}[.)]|[-*•])[ \t]", re.M)


class Marked:
    """What the numbers and labels of a text point at: references by the number or label that
    stands before them ("[7]", "[Kuh62]"), and those inside notes."""

    def __init__(
        self, text: str, references: Sequence[Suggestion], notes: Mapping[str, Span]
    ) -> None:
        self.numbers: dict[int, list[Suggestion]] = {}
        self.notes: dict[str, list[Suggestion]] = {}
        self.labels: dict[str, Suggestion] = {}
        self.places: list[int] = []
        spans = dict(note_spans(text)) | dict(notes) if references else {}
        held: set[int] = set()
        ordered = sorted(references, key=lambda found: (found.start, found.end))
        for label, (start, end) in spans.items():
            inside = [found for found in ordered if start <= found.start and found.end <= end]
            if inside:
                self.notes[label] = inside
                self.places.append(start)
                held.update(found.start for found in inside)
        entry: list[Suggestion] = []  # what the number before points at
        for found in ordered:
            if found.start in held:
                continue
            if entry and _GOES_ON.fullmatch(text, entry[-1].end, found.start):
                entry.append(found)  # a note may hold several
                continue
            entry = []
            line = text.rfind("\n", 0, found.start) + 1
            before = _NUMBERED.fullmatch(text, line, found.start)
            if before is not None:
                number = int(before["bracket"] or before["round"] or before["plain"])
                if number not in self.numbers:
                    entry = self.numbers[number] = [found]
            elif (labelled := _LABEL_LINE.fullmatch(text, line, found.start)) is not None:
                self.labels.setdefault(labelled["label"], found)


def note_spans(text: str) -> Iterator[tuple[str, Span]]:
    """Labels and spans of the notes that stand as lines of their own."""
    signs = citing(text)
    if not (
        signs.ids
        or (signs.raised and "¹" in text)
        or (signs.brackets and "[^" in text)
        or (signs.backslashes and "\\footnotetext" in text)
    ):
        return
    for match in NOTE_LINE.finditer(text):
        label = match["label"] or match["html"] or match["latex"]
        if label is None:
            label = match["sup"].translate(_SUPERSCRIPTS)
        end = text.find("\n\n", match.end())
        following = _NEXT_NOTE.search(text, match.end(), end if end != -1 else len(text))
        if following is not None:
            end = following.start()
        yield label, (match.start(), end if end != -1 else len(text))


def marks(text: str, marked: Marked, masked: Masks) -> Iterator[Suggestion]:
    """The markers that point at a reference."""
    signs = citing(text)
    if marked.numbers:
        bracketed = list(_numeric(text, marked.numbers, masked)) if signs.brackets else []
        yield from bracketed or _bare(text, marked.numbers, masked)
        yield from _worded(text, marked.numbers, masked)
    if marked.labels:
        yield from _labelled(text, marked.labels, masked)
    notes = marked.notes
    if notes and signs.brackets and "[^" in text:
        for match in _MARKDOWN.finditer(text):
            if match["colon"] is None:
                yield from _pointing(match.span(), notes.get(match["label"], ()), "footnote-marker")
    numbered = {**{str(number): found for number, found in marked.numbers.items()}, **notes}
    if not numbered:
        return
    if signs.tags or (
        signs.backslashes and ("\\footnotemark" in text or "\\textsuperscript" in text)
    ):
        for match in _TAGGED.finditer(text):
            label = match["html"] or match["sup"] or match["mark"]
            yield from _raised(match.span(), label, numbered, "footnote-marker")
    if "^" in text:
        for match in _CARETS.finditer(text):
            if masked.covers(match.start()) or _is_exponent(text, match.start()):
                continue
            yield from _raised(match.span(), match["numbers"], numbered, "superscript")
    if signs.raised:
        starts = set(marked.places)
        for match in _SUPERSCRIPT.finditer(text):
            if match.start() in starts or masked.covers(match.start()):
                continue
            if _is_exponent(text, match.start()):
                continue
            label = match[0].translate(_SUPERSCRIPTS)
            yield from _raised(match.span(), label, numbered, "superscript")


def _raised(
    span: Span, label: str, numbered: Mapping[str, Sequence[Suggestion]], method: str
) -> Iterator[Suggestion]:
    """What the raised numbers of one mark point at, each with the place that it names."""
    for item in _NUMBER.finditer(label):
        for number in _expanded(item):
            for cited in _pointing(span, numbered.get(str(number), ()), method):
                yield cited._replace(locator=item["at"] or cited.locator)


def _is_exponent(text: str, at: int) -> bool:
    """Whether a unit, a number or a formula stands before: m², 10³, CO₂."""
    if _CUT_SHORT.search(text, max(0, at - 40), at):
        return False  # "Lee et al²"
    word = re.search(r"[^\W_]*$", text[max(0, at - 12) : at])
    letters = word[0] if word is not None else ""
    before = text[at - 1 : at]
    if not letters:
        return not before or (before in "\n )" and before != ")")
    return letters[-1].isdigit() or len(letters) < 3


def _numeric(
    text: str, numbers: Mapping[int, Sequence[Suggestion]], masked: Masks
) -> Iterator[Suggestion]:
    done = 0
    for match in _CLUSTER.finditer(text):
        start = match.start()
        if start < done:
            continue
        if masked.covers(start) or text[match.end() : match.end() + 1] == "(":
            continue
        line = max(text.rfind("\n", 0, start) + 1, start - _LINE)
        if not text[line:start].strip(_BEFORE_LABEL):
            continue  # the number of a list
        cited = list(_expand(match["numbers"]))
        if not cited or any(number not in numbers for number in cited):
            continue
        if text.count("`", line, start) % 2:
            continue  # code
        if is_quantity(text, *match.span()):
            continue
        joined = _RANGE.match(text, start)
        if joined is not None and all(number in numbers for number in _expanded(joined)):
            done = joined.end()
            for number in _expanded(joined):
                yield from _pointing(joined.span(), numbers[number], "number")
            continue
        locator = ""
        if match["rest"]:
            found = locator_at(text, match.start("rest"), match.end() - 1)
            locator = str(found) if found is not None else ""
        span = match.span()
        several = len(cited) > 1
        for item in _NUMBER.finditer(match["numbers"]):
            shift = match.start("numbers")
            own = (shift + item.start(), shift + item.end()) if several else span
            for cited_by in _pointed(own, item, numbers):
                yield cited_by._replace(locator=locator) if locator else cited_by


def _worded(
    text: str, numbers: Mapping[int, Sequence[Suggestion]], masked: Masks
) -> Iterator[Suggestion]:
    """Numbers behind the word for a reference."""
    for match in _WORDED.finditer(text):
        cited = list(_expand(match["numbers"]))
        if masked.covers(match.start()) or not all(number in numbers for number in cited):
            continue
        for item in _NUMBER.finditer(match["numbers"]):
            start = match.start("numbers")
            span = (start + item.start(), start + item.end()) if len(cited) > 1 else match.span()
            yield from _pointed(span, item, numbers)


def _labelled(text: str, labels: Mapping[str, Suggestion], masked: Masks) -> Iterator[Suggestion]:
    """Labels in brackets that entries have: "[Kuh62, BL87, p. 3]"."""
    for match in _LABELS.finditer(text):
        start = match.start()
        line = max(text.rfind("\n", 0, start) + 1, start - _LINE)
        if masked.covers(start) or not text[line:start].strip(_BEFORE_LABEL):
            continue  # the label of an entry
        items = list(_LABEL.finditer(match[0]))
        if any(item[0] not in labels for item in items):
            continue
        for item, following in zip(items, [*items[1:], None], strict=True):
            stop = following.start() if following is not None else len(match[0]) - 1
            found = locator_at(text, start + item.end(), start + stop)
            span = match.span() if len(items) == 1 else (start + item.start(), start + item.end())
            for cited in _pointing(span, (labels[item[0]],), "label"):
                yield cited._replace(locator=str(found) if found is not None else cited.locator)


def _bare(
    text: str, numbers: Mapping[int, Sequence[Suggestion]], masked: Masks
) -> Iterator[Suggestion]:
    """Numbers in parentheses before a mark, or right behind one, as raised numbers stand
    in text without type: "so (1, 2).", "so.(1) And", "so.1 And".  They count only if they first
    come in the order of the list, and most of its numbers do; then others in parentheses do
    too that keep the order."""
    for found in _rows(text, numbers, masked):
        if found:
            for match in found:
                for item in _NUMBER.finditer(match["numbers"]):
                    yield from _pointed(match.span("all"), item, numbers)
            return


def _rows(
    text: str, numbers: Mapping[int, Sequence[Suggestion]], masked: Masks
) -> Iterator[list[re.Match[str]]]:
    """The numbers of each kind that a text may have."""
    found = _in_order(text, _ANYWHERE.finditer(text), numbers, masked)
    yield found if any(_ROUND.match(text, match.start()) for match in found) else []
    yield _in_order(text, _ROUND.finditer(text), numbers, masked)
    yield _in_order(text, _BEHIND.finditer(text), numbers, masked)
    yield _glued(text, numbers, masked)
    behind = (match for match in _GLUED.finditer(text) if _is_behind(text, match.start("all")))
    yield _in_order(text, behind, numbers, masked)
    yield _in_order(text, _CLOSED.finditer(text), numbers, masked)
    yield _in_order(text, _ON_WORD.finditer(text), numbers, masked, whole=True)  # "python2"


def _in_order(
    text: str,
    matches: Iterable[re.Match[str]],
    numbers: Mapping[int, Sequence[Suggestion]],
    masked: Masks,
    *,
    whole: bool = False,
) -> list[re.Match[str]]:
    """The matches, if their numbers are of the list, first come in its order, and there are two
    of them and most of its numbers, or nearly all of a list that has another order; else
    none.  A list by the alphabet needs no order.  With ``whole`` nearly all must be there, from
    1 on."""
    found = []
    first: list[int] = []
    for match in matches:
        cited = list(_expand(match["numbers"]))
        if not cited or masked.covers(match.start("all")) or any(n not in numbers for n in cited):
            continue
        start, end = match.span("all")
        if text[start] != "(" or not is_quantity(text, start, end):
            found.append(match)
            first += [number for number in cited if number not in first]
    if whole and not (first and first[0] == 1 and _nearly_all(first, numbers)):
        return []
    if first == sorted(first) or _is_by_alphabet(text, numbers):
        return found if len(first) > 1 and len(first) * 2 > len(numbers) else []
    return found if len(first) >= _ANY_ORDER and _nearly_all(first, numbers) else []


def _glued(
    text: str, numbers: Mapping[int, Sequence[Suggestion]], masked: Masks
) -> list[re.Match[str]]:
    """Raised numbers of a text without type, as a PDF gives it, some behind a mark ("so.1 And")
    and some on a word ("wards2 and"): those on a word that go on with the order.  None if the
    numbers do not first come in the order of the list, from 1 on, or few of it do."""
    behind = {match.start("all"): match for match in _GLUED.finditer(text)}
    if not behind:
        return []
    on_word = {match.start("all"): match for match in _ON_WORD.finditer(text)}
    words = Counter((_word(text, at).lower(), match["numbers"]) for at, match in on_word.items())
    found: list[re.Match[str]] = []
    first: list[int] = []
    for at in sorted({*behind, *on_word}):
        match = behind.get(at) or on_word[at]
        cited = list(_expand(match["numbers"]))
        if not cited or masked.covers(at) or any(number not in numbers for number in cited):
            continue
        if at in behind and not _is_behind(text, at):
            continue
        new = [number for number in dict.fromkeys(cited) if number not in first]
        if at not in behind:
            top = max(first, default=0)
            follow = new == list(range(top + 1, top + 1 + len(new)))
            if not follow or _is_named(text, at, match["numbers"], words):
                continue
        found.append(match)
        first += new
    certain = first[:1] == [1] and first == sorted(first)
    if not certain or len(first) < 2 or len(first) * 2 <= len(numbers):
        return []
    return found


def _is_behind(text: str, at: int) -> bool:
    """Whether the number at ``at`` stands behind more than an abbreviation ("Fig.1")."""
    return text[at - 1] != "." or not text[at - 2].isalpha() or ends_sentence(text, at - 1)


def _word(text: str, at: int) -> str:
    """The word that the number at ``at`` is glued to; empty if it is no plain word."""
    found = _WORD.search(text, max(0, at - 40), at)
    return found["word"] if found is not None else ""


def _is_named(text: str, at: int, number: str, words: Mapping[tuple[str, str], int]) -> bool:
    """Whether a word and the number glued to it are a name ("mp3", "group1" beside "group2"),
    as ``words``, how often each pair stands in the text, shows."""
    if text[at - 1] in _QUOTES or _CUT_SHORT.search(text, max(0, at - 40), at):
        return False
    word = _word(text, at).lower()
    if not word or (len(word) < _SHORT and word not in FUNCTION_WORDS):
        return True
    return words[word, number] > 1 or ((word, "1") in words and (word, "2") in words)


def _is_by_alphabet(text: str, numbers: Mapping[int, Sequence[Suggestion]]) -> bool:
    """Whether the references of a list stand in the order of the alphabet, as their numbers
    in the text then do in none."""
    heads = [
        name_key(text[some[0].start : some[0].start + _HEAD]) for _, some in sorted(numbers.items())
    ]
    return len(heads) >= _ANY_ORDER and heads == sorted(heads)


def _nearly_all(some: Sequence[int], numbers: Mapping[int, Sequence[Suggestion]]) -> bool:
    return len(some) * 5 > len(numbers) * 4


def _pointed(
    span: Span, item: re.Match[str], numbers: Mapping[int, Sequence[Suggestion]]
) -> Iterator[Suggestion]:
    """What an item of a marker points at, with the place that it names."""
    for number in _expand(item[0]):
        for cited in _pointing(span, numbers[number], "number"):
            yield cited._replace(locator=item["at"] or cited.locator)


def _expand(numbers: str) -> Iterator[int]:
    for item in _NUMBER.finditer(numbers):
        yield from _expanded(item)


def _expanded(item: re.Match[str]) -> range:
    """The numbers of a range; none of one that is no list's."""
    first = int(item["first"])
    last = int(item["last"] or first)
    return range(first, last + 1 if first <= last <= first + 50 else first)


def _pointing(span: Span, references: Sequence[Suggestion], method: str) -> Iterator[Suggestion]:
    for found in references:
        linked = found.body.type == "work"
        yield Suggestion(
            *span,
            "citation",
            found.body,
            "cites" if linked else "",
            found.locator,
            method=method,
            score=0.9 if linked else 0.6,
            reasons=("points at a reference of this text",),
            proposal=found.proposal,
        )
