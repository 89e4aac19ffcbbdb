"""Quotation marks of every style, paired: where quoted words begin and end.

The marks are those of the Unicode standard's general punctuation (section 6.2,
"Language-Based Usage of Quotation Marks"), ASCII marks, LaTeX's `` and '', babel's
"` and "', csquotes' ``\\enquote``, HTML's ``q`` elements and character references.

Marks are paired paragraph by paragraph with a stack.  What a mark does (open, close,
nothing) follows from its glyph, from the characters beside it and from what is open.
An opening mark that nothing closes is dropped at the end of its paragraph, unless the
next paragraph begins with the same mark: so English and French print a quotation of
several paragraphs.  The time taken is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from citekit.corpus.notemarks import SUPERSCRIPTS
from citekit.corpus.wrapping import paragraphs
from citekit.find.signs import citing


class Quoted(NamedTuple):
    """Words in quotation marks.

    ``start`` and ``end`` include the marks, ``inner_start`` and ``inner_end`` do not
    (nor the spaces inside French marks); ``level`` is 1 outside of all others;
    ``style`` names the opening mark.  ``resumed`` are the spans inside of the marks that
    are repeated at the beginning of further paragraphs.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    level: int
    style: str
    resumed: tuple[tuple[int, int], ...] = ()

    def words(self, text: str) -> str:
        """The words inside, without repeated opening marks."""
        pieces = []
        at = self.inner_start
        for start, end in self.resumed:
            pieces.append(text[at:start])
            at = end
        pieces.append(text[at : self.inner_end])
        return "".join(pieces)


#: One candidate: a mark, or what stands for one.  An apostrophe between letters is none.
_MARK = re.compile(
    r"""["“”„‟«»‹›‘‚‛’'`&<「」『』](?:
        (?<=")`
      | (?<=`)`(?!`)(?<!```)
      | (?<=')'(?!')(?<!''')
      | (?<=&)(?:[lr][sd]quo|quot|[lr]aquo|[lr]saquo|bdquo|sbquo|apos)(?:;)
      | (?<=<)/?q\b[^<>\n]{0,200}>
      | (?<!&)(?<!<)(?<!\w['’](?=\w))
    )""",
    re.X,
)
#: So far back a guillemet is looked for (code points).
_FARTHEST = 3000
#: A number that may be a note's, behind a closing mark.
NOTED = re.compile(r"\d{1,3}(?=[.,;:!?)](?!\d)|\s|$)")
#: Signs that are candidates wherever they stand.
_PLAIN = frozenset("“”„‟«»‹›‘‚‛「」『』")
_ENTITIES = {
    "&ldquo;": "“", "&rdquo;": "”", "&lsquo;": "‘", "&rsquo;": "’", "&quot;": '"',
    "&laquo;": "«", "&raquo;": "»", "&lsaquo;": "‹", "&rsaquo;": "›", "&bdquo;": "„",
    "&sbquo;": "‚", "&apos;": "'",
}  # fmt: skip
#: Opening mark → the marks that may close it.
_CLOSERS = {
    "“": "”“\"",
    "„": "“”\"‟",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "‛": "’",
    "‚": "‘’'",
    "’": "’",
    '"': '"”“',
    "'": "'’",
    "``": ("''", "”", '"'),
    "''": ("''",),
    "`": "'’",
    '"`': ('"',),
    "「": "」",
    "『": "』",
    "<q>": ("</q>",),
    "\\enquote": ("}",),
}  # fmt: skip
_STYLES = {
    "“": "curly", "„": "german", "‟": "curly", "”": "swedish", "«": "guillemets",
    "»": "guillemets-inward", "‹": "single-guillemets", "›": "single-guillemets-inward",
    "‘": "single-curly", "‛": "single-curly", "‚": "single-german", "’": "single-swedish",
    '"': "straight", "'": "single-straight", "``": "latex", "''": "doubled", "`": "single-latex",
    '"`': "babel", "「": "corner", "『": "white-corner", "<q>": "html", "\\enquote": "csquotes",
}  # fmt: skip
_SINGLE = frozenset("‘‛‚’'`")
#: Of these, those that may be apostrophes where they open.
_UNDIRECTED = _SINGLE - {"‘"}
#: Marks that open by their form.
_DIRECTED = frozenset("“„«")
#: Longer than this (code points) no quotation is that opens only once.
_LONGEST_OPEN = 6000
_OPENS_AFTER = frozenset("([{—–-‐/|*_>…\u00a0\u202f“„«»‹›‘‚\"'’‛`¿¡「『\u2028")
#: Closing marks that may be apostrophes or inches.
_DOUBTFUL = frozenset("'’\"")
_SPACES = frozenset(" \t\n\r\u00a0\u202f\u2009\u2007\u200a")
_SURE_BEFORE = frozenset(".,!?…;:")
_SURE_AFTER = frozenset('.,!?…;:)]”"»“—–')
#: Words that English writes with an apostrophe in front.
_ELIDED = re.compile(r"(?:\d\d?0?s?|tis|twas|twere|twill|em|til|till|cause|bout|round|n|s)\b", re.I)
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+)?$")
_MACRO = re.compile(
    r"\\(?:enquote|textquote|foreigntextquote|hyphentextquote|foreignquote|hyphenquote|textcquote)"
    r"\*?(?:\{[^{}\n]{0,80}\}(?=[\[{]))?(?:\[[^\[\]\n]{0,200}\]){0,2}(?:\{[^{}\n]{0,80}\}(?=\{))?\{"
    r"|\\.|[{}]",
    re.S,
)


class _Sign(NamedTuple):
    """A candidate: its glyph, where it stands, and what it may do."""

    at: int
    end: int
    glyph: str
    opens: bool
    closes: bool
    #: It surely closes, if something is open: punctuation stands beside it.
    sure: bool


def quoted_spans(text: str, parts: Sequence[tuple[int, int]] | None = None) -> list[Quoted]:
    """All words of ``text`` in quotation marks, by where they begin.

    ``parts`` are its paragraphs, if they are known.
    """
    signs = list(_signs(text))
    if not signs:
        return []
    found: list[Quoted] = []
    carried: list[tuple[_Sign, list[tuple[int, int]]]] = []
    at = 0
    last = len(signs)
    for start, end in paragraphs(text) if parts is None else parts:
        if at == last:
            break
        if signs[at].at >= end:
            carried = carried if carried and _ends(carried[0][0], signs[at]) else []
            continue
        first = at
        while at < last and signs[at].at < end:
            at += 1
        inside = signs[first:at]
        resumed = inside[0]
        ends = bool(carried) and _ends(carried[0][0], resumed)
        if (
            not ends
            and carried
            and (
                resumed.glyph != carried[0][0].glyph
                or text[start : resumed.at].strip(" \t>*_\u00a0")
            )
        ):
            carried = []
        if carried and not ends:
            carried[0][1].append((resumed.at, _after_spaces(text, resumed.end, end)))
            inside = inside[1:]
        carried = _pair(text, inside, carried, found)
        if carried and not _runs_on(text, carried, inside, end):
            carried = []
    found.sort(key=lambda quoted: (quoted.start, -quoted.end))
    return _levelled(found)


def _ends(opener: _Sign, sign: _Sign) -> bool:
    """Whether the next mark ends a quotation of several paragraphs that does not open again in
    each: a mark that closes by its form, not too far."""
    return (
        opener.glyph in _DIRECTED
        and sign.glyph in _CLOSERS[opener.glyph]
        and sign.closes
        and (not sign.opens or sign.glyph in "»›")
        and sign.at - opener.at < _LONGEST_OPEN
    )


def _signs(text: str) -> Iterator[_Sign]:
    """The candidates of a text."""
    macros = _macros(text) if "quote" in text and "\\" in text else []
    waiting = iter(macros)
    macro = next(waiting, None)
    done = 0
    for at in citing(text).quotes:
        glyph = text[at]
        end = at + 1
        if glyph not in _PLAIN:
            match = _MARK.match(text, at) if at >= done else None
            if match is None:
                continue
            glyph = match.group()
            done = end = match.end()
        while macro is not None and macro.at <= at:
            yield macro
            macro = next(waiting, None)
        if end - at > 2:
            if glyph[0] == "<":
                closing = glyph[1] == "/"
                yield _Sign(at, end, "</q>" if closing else "<q>", not closing, closing, True)
                continue
            glyph = _ENTITIES.get(glyph, glyph)
        before = text[at - 1] if at else "\n"
        after = text[end] if end < len(text) else "\n"
        if after.isdecimal():
            number = NOTED.match(text, end)
            glued = before.isalnum() or before in ".,;:!?…)’"
            if number is not None and (glued or (glyph == "»" and _is_open(text, at))):
                after = "¹"  # the number of a note: "by chance.”1 Later", « au hasard »1.
        if glyph in _PLAIN and glyph not in _SINGLE:
            yield _Sign(at, end, glyph, *_does(glyph, before, after))
        else:
            yield _sign(text, at, end, glyph, before, after)
    while macro is not None:
        yield macro
        macro = next(waiting, None)


def _is_open(text: str, at: int) -> bool:
    """Whether a guillemet opens « before ``at`` that nothing has closed."""
    low = max(0, at - _FARTHEST)
    return text.rfind("«", low, at) > text.rfind("»", low, at)


@lru_cache(maxsize=8192)
def _does(glyph: str, before: str, after: str) -> tuple[bool, bool, bool]:
    """Whether a mark opens, closes, surely closes, by itself and the characters beside it."""
    spaced = before in _SPACES
    opens = (spaced or before in _OPENS_AFTER) and (after not in _SPACES or glyph in "«»‹›")
    closes = (not spaced or glyph in "«»‹›") and (not after.isalnum() or after in SUPERSCRIPTS)
    if glyph == '"' and spaced and (after in _SPACES or after in ",.;:!?)"):
        # « " Il pleut ", dit-elle »: spaces inside the marks
        opens, closes = opens or after in _SPACES, True
    sure = closes and (before in _SURE_BEFORE or after in _SURE_AFTER or after == "\n")
    if glyph in "「『」』":
        opens, closes = glyph in "「『", glyph in "」』"
    elif glyph in ("“", "„", "``", '"`', "‟"):
        # A glyph that opens by its form does so where a letter stands before it by mistake.
        opens = opens or (glyph != "“" and after not in _SPACES)
    elif glyph == "”" and before == "’":
        opens = opens and after.isalnum()  # “He said, ‘Cold’”, …: both close
    return opens, closes, sure


def _sign(text: str, at: int, end: int, glyph: str, before: str, after: str) -> _Sign:
    """What a mark does that may be something else: an apostrophe, inches."""
    spaced = before in _SPACES
    opens, closes, sure = _does(glyph, before, after)
    if glyph in _SINGLE:
        if opens and glyph != "‚" and _ELIDED.match(text, end, end + 6):
            opens = False
        if not opens and not closes:
            return _Sign(at, end, glyph, False, False, False)
        opens = opens and (after.isalnum() or after in '"“«[(¿¡…')
    elif glyph == '"' and spaced and after in _SPACES:
        opens = closes = True
    elif glyph == '"' and before.isdigit() and _FEET.search(text, max(0, at - 12), at):
        closes = False
    elif glyph == "''":
        closes = not spaced
    return _Sign(at, end, glyph, opens, closes, sure)


def _macros(text: str) -> list[_Sign]:
    """LaTeX macros whose argument is quoted, as an opening and a closing candidate."""
    signs: list[_Sign] = []
    braces: list[_Sign | None] = []
    for match in _MACRO.finditer(text):
        brace = match.group()
        if len(brace) > 2:
            braces.append(_Sign(match.start(), match.end(), "\\enquote", True, False, True))
        elif brace == "{":
            braces.append(None)
        elif brace == "}" and braces:
            opener = braces.pop()
            if opener is not None:
                signs.append(opener)
                signs.append(_Sign(match.start(), match.end(), "}", False, True, True))
    signs.sort()
    return signs


_Open = tuple[_Sign, list[tuple[int, int]]]


def _pair(text: str, signs: list[_Sign], carried: list[_Open], found: list[Quoted]) -> list[_Open]:
    """Pair the candidates of one paragraph; what stays open is returned."""
    stack = carried
    doubtful = any(s.closes and not s.sure and s.glyph in _DOUBTFUL for s in signs)
    wait = _waiting(signs) if doubtful else ()
    skip = -1
    for number, sign in enumerate(signs):
        if sign.at < skip:
            continue
        glyph = sign.glyph
        if sign.closes and stack:
            place = _opener(stack, sign)
            if place >= 0 and not (wait and _is_apostrophe(text, sign, wait[number])):
                opener, resumed = stack[place]
                end = sign.end
                if opener.glyph == '"`' and text.startswith("'", end):
                    end += 1
                    skip = end
                del stack[place:]
                found.append(_quoted(text, opener, sign.at, end, resumed))
                continue
        if sign.opens and glyph in _CLOSERS and not (glyph == "’" and not _swedish(stack)):
            if glyph == "”" and any(entry[0].glyph in "“„" for entry in stack):
                continue
            stack.append((sign, []))
    return stack


def _opener(stack: list[_Open], sign: _Sign) -> int:
    """The place in the stack of what ``sign`` closes, or -1.

    Marks that close by their form reach below what was left open inside; an
    apostrophe closes what was opened last or nothing.
    """
    glyph = sign.glyph
    if glyph in _SINGLE:
        return len(stack) - 1 if glyph in _CLOSERS[stack[-1][0].glyph] else -1
    for place in range(len(stack) - 1, max(-1, len(stack) - 6), -1):
        opener = stack[place][0].glyph
        if glyph in _CLOSERS[opener]:
            if sign.opens and glyph in "“”" and glyph != '"' and opener not in "„”":
                return -1
            return place
    return -1


def _swedish(stack: list[_Open]) -> bool:
    return bool(stack) and stack[-1][0].glyph == "”"


def _waiting(signs: list[_Sign]) -> list[bool]:
    """For each candidate: does a sure closing mark of its glyph follow before one opens?"""
    state: dict[str, bool] = {}
    waiting = [False] * len(signs)
    for number in range(len(signs) - 1, -1, -1):
        sign = signs[number]
        waiting[number] = state.get(sign.glyph, False)
        if sign.closes and sign.sure:
            state[sign.glyph] = True
        elif sign.opens:
            state[sign.glyph] = False
            if sign.glyph == "‘":
                state["’"] = False
    return waiting


def _is_apostrophe(text: str, sign: _Sign, closes_later: bool) -> bool:
    """Whether a mark after a plural or a number is a possessive or inches: "the boys’ books"."""
    if sign.sure or not closes_later:
        return False
    before = text[sign.at - 1]
    follows = text[sign.end : sign.end + 2]
    plain = follows[:1] == " " and follows[1:].isalnum()
    if sign.glyph in "'’":
        return plain and before in "sSnNxzX"
    return sign.glyph == '"' and plain and before.isdigit()


def _runs_on(text: str, carried: list[_Open], inside: list[_Sign], end: int) -> bool:
    """Whether what is open may go on in the next paragraph: one mark, not since repeated,
    and the paragraph ends as a sentence does."""
    opener = carried[0][0]
    if len(carried) > 1 or opener.glyph in _UNDIRECTED or len(carried[0][1]) > 40:
        return False
    if any(sign.glyph == opener.glyph and sign.at > opener.at and sign.opens for sign in inside):
        return False
    return text[max(0, end - 8) : end].rstrip()[-1:] in (*".!?…:;—’'›)", "")


def _quoted(text: str, opener: _Sign, at: int, end: int, resumed: list[tuple[int, int]]) -> Quoted:
    start = _after_spaces(text, opener.end, at)
    stop = at
    while stop > start and text[stop - 1] in _SPACES:
        stop -= 1
    style = _STYLES[opener.glyph]
    return Quoted(opener.at, end, start, stop, 1, style, tuple(resumed))


def _after_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _SPACES:
        at += 1
    return at


def _levelled(found: list[Quoted]) -> list[Quoted]:
    """The same with their levels: how many of the others each stands in."""
    levelled = []
    ends: list[int] = []
    for quoted in found:
        while ends and ends[-1] <= quoted.start:
            ends.pop()
        ends.append(quoted.end)
        level = len(ends)
        levelled.append(quoted if level == 1 else quoted._replace(level=level))
    return levelled


def title_case(text: str, quote: Quoted, language: str) -> bool:
    """Whether quoted words look like a title: capitals, no end of a sentence."""
    inner = text[quote.inner_start : quote.inner_end]
    words = [word for word in inner.split() if word[:1].isalpha()]
    if language == "en" and len(words) > 1 and words[-1][0].isupper():
        inner = inner.removesuffix(".")  # "He sang “Second City.”"
    if len(inner) > 160 or inner.rstrip(",")[-1:] in ".!":
        return False
    if not words or not words[0][0].isupper():
        return False
    if language != "en":
        return True
    long = [word for word in words if len(word) > 3]
    return all(word[0].isupper() for word in long)
