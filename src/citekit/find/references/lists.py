"""Lists of references and notes: where they are, and how their entries part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from citekit.find.references.names import AGE, NO_NAMES
from citekit.find.references.spoken import cites_its_author
from citekit.find.shapes import CAP

Span = tuple[int, int]

_HEADING = re.compile(
    r"""(?:\#+\s*|\d+(?:\.\d+)*\.?\s+|[IVX]+\.\s+|\*\*|__|=+\s*|\\(?:sub)*section\*?\{|[A-Z]\.\s+)?
    (?:(?:selected|annotated|works|general|primary|secondary)\s+)?
    (?:references(?:\s+(?:cited|and\s+notes|list))?|reference\s+list|list\s+of\s+references
    |bibliography|works\s+cited|literature(?:\s+cited)?|further\s+reading|sources|cited\s+works
    |cited|literatur(?:verzeichnis|angaben|hinweise|nachweise)?|quellen(?:verzeichnis)?
    |(?:quellen\s+und\s+literatur|literatur\s+und\s+quellen)|bibliograph?[iy]e?
    |bibliographie(?:\s+s[ée]lective)?|r[ée]f[ée]rences(?:\s+bibliographiques)?|ouvrages\s+cit[ée]s
    |sources\s+et\s+bibliographie|weiterführende\s+literatur|zitierte\s+literatur
    |referencias(?:\s+bibliográficas)?|bibliograf[ií]a|riferimenti(?:\s+bibliografici)?|literatuur)
    \s*:?\s*(?:\*\*|__|=+|\})?""",
    re.I | re.X,
)
_ANY_HEADING = re.compile(r"#+\s|\*\*[^*]+\*\*$|\\(?:sub)*section")
_NUMBER = re.compile(
    r"[ \t]*(?:\[\^?[\w.+:-]{1,12}\]:?|\(\d{1,3}\)|\d{1,3}[.)]|(?:[-•–+]|\*{1,3}|[†‡])(?=[ \t])"
    r"|\d{1,3}(?=[ \t]+\S|[^\W\d_a-zß-ÿœ](?:[^\W\d_]|\.[ -]?[^\W\d_]))|[¹²³⁴-⁹⁰]+)[ \t]*"
)
_COUNTED = re.compile(
    r"[ \t]*(?:\[\^?(\d{1,3})\]:?|\((\d{1,3})\)|(\d{1,3})[.)]"
    r"|(\d{1,3})(?=[ \t]+\S|[^\W\d_a-zß-ÿœ](?:[^\W\d_]|\.[ -]?[^\W\d_])))"
)
_POINT = re.compile(r"[ \t]*[-*•–+][ \t]+(?=[^\s(])")
#: "[Kuh62]", "[KUHN, 1962]": a label before an entry.
_LABELLED = re.compile(r"[ \t]*\[[^\W\d_][^\]\n]{1,20}\][ \t]")
_NOTE = re.compile(
    r"[ \t]*(?:\[\^[^\]\s]{1,20}\]:?|\[\d{1,3}\]|\(\d{1,3}\)|[¹²³⁴-⁹⁰]+|\d{1,3}[.)]?(?=[ \t]+\S)"
    r"|(?:Fn|Anm|Note|n)\.?\s\d+[.:]?)[ \t]*"
)
PARTICLE = r"(?:(?:von|van|de|du|di|da|del|della|der|den|zu|la|le|al|el|ten|ter|d[’']|Van|De)\s*)*"
INITIALS = r"(?:[^\W\d_a-zß-ÿœ]\.?[ -]?){1,4}"
#: No word that only sentences begin with stands there; "So" is a name, too.
_A_NAME = rf"(?:(?=So\s)|(?!(?:{NO_NAMES})\s))"
#: How entries begin: "Kuhn, T", "T. S. Kuhn", "Kuhn TS,", "———.", a body with a year.
_BEGINS = re.compile(
    rf"""[“"«„]?(?:{PARTICLE}{CAP}(?:[ -]{PARTICLE}{CAP}){{0,2}},\s+
    (?:{INITIALS}(?![\w])|{CAP})
    |{INITIALS}{PARTICLE}{CAP}(?:[,.(:&]|\sand|\set|\sund|\s\()
    |{_A_NAME}{CAP}(?:-{CAP})?\s(?:[A-Z]{{1,3}}|(?:[A-Z]\.[ -]?){{1,3}})(?=[,.:;(\s])
    |[-–—_]{{2,}}|(?:Ders|Dies)\.
    |{CAP}(?:\s(?:{CAP}|of|for|the|and|&|für|und|de|la|et|des)){{0,8}}\.?\s*\((?:(?:19|20)\d\d|n\.d)
    |{CAP}\s+(?:{INITIALS}|{CAP}\s+)?{PARTICLE}{CAP}(?:,|\sand\s|\sund\s|\set\s|\s&\s|:|\s\())""",
    re.X,
)
_STRICT = re.compile(
    rf"""(?:{PARTICLE}{CAP}(?:[ -]{PARTICLE}{CAP})?,\s+(?:{INITIALS}(?![\w])[,.;:&( ]
    |{CAP}(?:\s(?:{INITIALS}|{CAP})){{0,2}}(?:\s?[,.;:&(/]|\s(?:and|und|et|&)\s))
    |{INITIALS}(?<=[.\s-]){PARTICLE}{CAP}(?:,|\.|:|\sand\s|\set\s|\sund\s|\s&|\s\()
    |{_A_NAME}{CAP}\s(?:[A-Z]{{1,3}}|(?:[A-Z]\.[ -]?){{1,3}})[,.:;]
    |[-–—_]{{2,}}[,.: ]
    |{CAP}(?:\s(?:{CAP}|of|for|the|and|&|für|und|de|la|et|des|du|der)){{1,8}}\s\((?:19|20)\d\d[a-z]?\)\.
        \s(?=[^\W\d_a-zß-ÿœ])
    |{CAP}[.,:]\s[“"«„]?[^\W\d_a-zß-ÿœ][^\n]{{1,150}}?[.,”"»]\s(?:[Tt]rans(?:lated\sby|l?\.)
        |[Tt]rad(?:uite?\spar|\.)|[Üü]bers(?:etzt\svon|\.))\s)""",
    re.X,
)
#: "Kuhn TS, Lee A (1962)": no line in the middle of an entry begins so.
_DATED = re.compile(
    rf"{PARTICLE}{CAP}(?:-{CAP})?,?\s(?:[A-Z]{{1,3}}(?:-[A-Z])?|(?:[A-Z]\.[ -]?){{1,3}})(?![\w])"
    r"[^()\n]{0,120}\((?:1[5-9]|20)\d\d[a-z]?\)"
)
#: Behind the mark of a note as well: "a word.[^1] Another".
_MARKS = r"(?:\[\^[^\]\s]{1,20}\]|[¹²³⁴-⁹⁰]+)"
_FULL_STOP = re.compile(rf"[.!?][”“\"»’)]*(?:{_MARKS}|\[\d{{1,3}}\]|\(\d{{1,3}}\))?\s+")
#: The mark of a note between sentences, which no reference has.
_CALLED = re.compile(rf"[.!?…][”“\"»’)]*{_MARKS}[ \t\u00a0]*\n?[ \t]*[^\W\d_]")
_LOWER_IN_A_ROW = re.compile(r"(?:(?<![^\s(])[a-zß-öø-ÿ]+,?\s+){3}")
#: "PARIS, Ill. — ", "Berlin, Juni –": the place at the head of a report.
_DATELINE = re.compile(rf"{CAP}(?:[ -]{CAP})?,\s{CAP}\.?\s[—–-]\s")
#: "Ada B. Roth, 58, pleaded guilty": somebody's age.
_AGED = re.compile(rf"[^,;:()\d]{{3,40}},\s{AGE}")
YEAR = re.compile(r"[12](?<!\d[12])(?:[4-9](?<=1.)|0(?<=2.))\d\d[a-z]?(?!\d)")
#: A cite that says something: "Roth, Ada (1999, p. 3) disagrees."
CITE_SAYS = re.compile(
    r"\((?:1[5-9]|20)\d\d[a-z]?(?:[,:][^()]*)?\)\s"
    r"(?!(?:de|du|des|la|le|les|un|une|von|vom|zur|zum|the|in|on|and|und|et|edited|hrsg|hg"
    r"|of|to|an|at|as|by|zu|am|im|el|lo|il|al|eds?|éds?)\b)"
    r"[a-zß-ÿ]{2,}[\s.,;:!?]"
)
_ENDS = frozenset('.)]»”"/>')
#: What may stand before a reference; "_" is any white space.
_SIGNALS = r"""see see_also see,?_for_example see,?_e\.g\. but_see e\.g\.,? cf\. compare also and
    as_in for_example for_instance quoted_in qtd\._in cited_in as_cited_in in but contra similarly
    more_recently by_contrast contrast pace quoted_by quoting_by cited_by citing_by accord quoting
    citing
    vgl\. vgl siehe siehe_auch so_auch z\.\s?b\. etwa dazu hierzu ebenso und dagegen anders ähnlich
    ferner zuletzt kritisch grundlegend sowie so_schon zustimmend ablehnend zweifelnd
    offen_gelassen eingehend ausführlich a\.\s?[AM]\. and\._aber anders_aber zitiert_nach
    zitiert_bei zitiert_in zit\._nach zit\._n\. zit\._bei zit\._in
    voir voir_aussi cf par_exemple et citée?s?_dans citée?s?_par citée?s?_in citée?s?_d[’']après
    de_même notamment en_ce_sens dans_le_même_sens comp\. comparer rappr\. v\._aussi v\._not
    v\._spéc\.""".split()
_ANY_SIGNAL = "|".join(_SIGNALS).replace("_", r"\s+")
_SIGNAL = re.compile(
    rf"\s*(?:(?:{_ANY_SIGNAL})(?!\w)[\s,:]*(?:(?:auch|aussi|dazu|also|hierzu|generally|esp\.)\s+)*)+",
    re.I,
)
#: How they begin, two characters in lower case.
_SIGNAL_HEADS = frozenset(signal.replace("\\", "")[:2] for signal in _SIGNALS)
#: Lines are broken so near to the longest one (code points).
_ROOM = 4
_LOWER_NAME = re.compile(rf"{PARTICLE}(?<=[\s’']){CAP}")
#: No heading is so long, and none ends so.
_LONGEST_HEADING = 70
_NO_HEADING = frozenset([*".,;!?…)/”“\"»«’'", *"0123456789", ""])
#: How a footnote begins that a mark in the text calls.
_FOOTNOTE = re.compile(r"[ \t]*(?:\[\^[^\]\s]{1,80}\]:|[¹²³⁴-⁹⁰]+[ \t]*[^\W\d_])")


def sections(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """The indices of the paragraphs that stand under a heading of references.

    Footnotes are the entries of a list that begins with one; behind another list, where
    Markdown has them at the end of the file, they are no part of it.
    """
    found: set[int] = set()
    inside = False
    noted: bool | None = None
    alone: Counter[str] = Counter()
    for index, (start, end) in enumerate(paragraphs):
        line = text.find("\n", start, min(end, start + _LONGEST_HEADING))
        first = line if line >= 0 else end
        if first - start < _LONGEST_HEADING:
            head = text[start:first].strip()
            if head[-1:] not in _NO_HEADING and _HEADING.fullmatch(head):
                inside, noted = True, None
                if line >= 0:
                    found.add(index)
                    noted = _FOOTNOTE.match(text, line + 1, end) is not None
                continue
            if (
                inside
                and line < 0
                and (
                    _ANY_HEADING.match(head) or (not YEAR.search(head) and head[-1:] not in ".,;)/")
                )
                and not head.isdecimal()
            ):
                alone = alone or Counter(map(str.strip, text.split("\n")))
                inside = alone[head] > 1  # the head of a page, which stands on others, too
        if inside:
            note = _FOOTNOTE.match(text, start, end) is not None
            noted = note if noted is None else noted
            if noted or not note:
                found.add(index)
    return found


def entries(text: str, start: int, end: int) -> list[Span]:
    """The entries of a block of lines: by numbers in front, by indentation, or by how
    lines begin and end; a heading above them is left out."""
    lines = _lines(text, start, end)
    if lines and (_HEADING.fullmatch(text[slice(*lines[0])].strip()) or _is_headed(text, lines)):
        lines = lines[1:]
    if not lines:
        return []
    firsts = _firsts(text, lines)
    out: list[Span] = []
    for at, line in enumerate(lines):
        if at in firsts or not out:
            out.append(line)
        else:
            out[-1] = (out[-1][0], line[1])
    return [trimmed(text, *one) for one in out]


def _is_headed(text: str, lines: Sequence[Span]) -> bool:
    """Whether the first of some lines is a heading, as "Notes" is, of numbered ones, or of
    lines that are an entry each."""
    start, end = lines[0]
    return (
        end - start < _LONGEST_HEADING
        and text[start:end].strip()[-1:] not in _NO_HEADING
        and _COUNTED.match(text, start, end) is None
        and len(lines) > 1
        and (
            len(_rising(text, lines[1:])) > 1
            or all(is_entry(text, *trimmed(text, *line)) for line in lines[1:])
        )
    )


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            lines.append((at, stop))
        at = stop + 1
    return lines


def _firsts(text: str, lines: Sequence[Span]) -> set[int]:
    """Which lines begin an entry."""
    if len(lines) == 1:
        return {0}
    for mark in (_POINT, _LABELLED):
        if mark.match(text, *lines[0]):
            marked = {index for index, line in enumerate(lines) if mark.match(text, *line)}
            if len(marked) > 1:
                return marked
    rising = _rising(text, lines)
    if len(rising) > 1:
        return rising
    indents = [_indent(text, line) for line in lines]
    low = min(indents)
    if max(indents) > low:
        hanging = {index for index, width in enumerate(indents) if width == low}
        begins = {i for i in hanging if _BEGINS.match(text[lines[i][0] + indents[i] : lines[i][1]])}
        if 0 in hanging and len(begins) * 2 > len(hanging):
            return hanging
        inner = set(range(len(lines))) - hanging
        if 0 in inner:
            return inner
    longest = max(stop - at for at, stop in lines)
    firsts = {0}
    dated = [_DATED.match(text[at:stop].lstrip()) is not None for at, stop in lines]
    seen_year = bool(YEAR.search(text, *lines[0]))
    for index in range(1, len(lines)):
        at, stop = lines[index]
        above = lines[index - 1]
        short = above[1] - above[0] < longest * 0.6
        alone = longest > 110 or short
        ended = short or _ends(text, *above)
        if (
            (dated[0] and dated[index])
            or _fits(text, above, lines[index], longest)
            or ((alone or (seen_year and ended)) and _BEGINS.match(text[at:stop].lstrip()))
        ):
            firsts.add(index)
            seen_year = False
        elif longest > 200 and ended:
            firsts.add(index)  # a line an entry: no wrapped text has lines so long
            seen_year = False
        seen_year = seen_year or bool(YEAR.search(text, at, stop))
    return firsts


def _fits(text: str, above: Span, line: Span, longest: int) -> bool:
    """Whether a line begins with a name whose first word would have had room on the line above:
    no wrapped line does.  A number goes on with an entry ("19: 387–420")."""
    words = text[line[0] : line[1]].lstrip()
    word = words.split(None, 1)[0]
    before = text[above[0] : above[1]].rstrip()
    if len(before) + len(word) + _ROOM > longest or before[-1:] in _GOES_ON:
        return False
    first = words[:1]
    return not (first.islower() or first.isdecimal()) or _LOWER_NAME.match(words) is not None


#: No entry ends so, and no word behind a hyphen begins one.
_GOES_ON = (",", "-", "&")


def _rising(text: str, lines: Sequence[Span]) -> set[int]:
    """The lines that are numbered one by one from the first on."""
    rising: set[int] = set()
    following = -1
    for index, line in enumerate(lines):
        found = _COUNTED.match(text, *line)
        number = int(next(filter(None, found.groups()))) if found else -1
        if number >= 0 and (number == following or not rising):
            rising.add(index)
            following = number + 1
        if not rising:
            break
    return rising


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a line ends as entries do, white space behind it aside."""
    last = text[start:end].rstrip()[-1:]
    return last in _ENDS or last.isdecimal()


def _indent(text: str, line: Span) -> int:
    shown = text[line[0] : line[1]]
    return len(shown) - len(shown.lstrip(" \t\u00a0"))


def trimmed(text: str, start: int, end: int) -> Span:
    """Without a number in front, nor white space around."""
    if not text[start : start + 1].isalpha():  # no number begins with a letter
        found = _NUMBER.match(text, start, end)
        if found and found.end() < end and not re.match(r"\d{4}", text[start:end].strip()):
            start = found.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_entry(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends as entries of a list do."""
    if end - start < 30 or end - start > 900:
        return False
    if _STRICT.match(text, start, end) is None or YEAR.search(text, start, end) is None:
        return False
    if is_prose(text, start, end) or cites_its_author(text, start, end):
        return False
    if _DATELINE.match(text, start, end):
        return False
    if _AGED.match(text, start, end) or CITE_SAYS.search(text, start, end):
        return False
    return _ends(text, max(start, end - 3), end) or text[end - 1].isalpha()


def begins(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins as entries do: with a name, or a dash for the one above."""
    return _BEGINS.match(text, start, end) is not None


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a stretch has more sentences than the title and subtitle of a work, or the mark
    of a note between two."""
    if text.count(" ", start, end) < 15:
        return False  # five in each of three
    if _CALLED.search(text, start, end):
        return True
    count = 0
    for sentence in _FULL_STOP.split(text[start:end]):
        count += sentence.count(" ") > 4 and _LOWER_IN_A_ROW.search(sentence) is not None
    return count > 2


def note_body(text: str, start: int, end: int) -> Span | None:
    """The words of a note behind its mark, or None for what is no note."""
    begin = text.rfind("\n", 0, start) + 1
    first = text[begin : begin + 1]
    if first.isalpha() and first not in "FANn":
        return None
    found = _NOTE.match(text, begin, end)
    if found is None or found.end() >= end:
        return None
    return max(start, found.end()), end


def behind_signal(text: str, start: int, end: int) -> int:
    """Where the reference begins behind words like "see also"."""
    head = text[start : start + 2].lower()
    if not head[:1].isspace() and head not in _SIGNAL_HEADS:
        return start
    found = _SIGNAL.match(text, start, end)
    return found.end() if found else start
