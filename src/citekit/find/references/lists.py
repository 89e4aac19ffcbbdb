"""Lists of references and notes: where they are, and how their entries part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.references.names import AGE, DIRECT, INITIALS_BEHIND, SENTENCE, is_named, lead

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
_NOTES = re.compile(
    r"[#*_=\s]*(?:(?:end|foot)?notes|anmerkungen|(?:fu(?:ß|ss)|end)noten"
    r"|notes (?:de bas de page|de fin|et références|and references))[#*_=:\s]*",
    re.I,
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
_CAP = r"[^\W\d_a-zß-ÿœ][\w’'-]*"
_PARTICLE = r"(?:(?:von|van|de|du|di|da|del|della|der|den|zu|la|le|al|el|ten|ter|d[’']|Van|De)\s*)*"
_INITIALS = r"(?:[^\W\d_a-zß-ÿœ]\.?[ -]?){1,4}"
#: How entries begin: "Kuhn, T", "T. S. Kuhn", "Kuhn TS,", "———.", a body with a year.
_BEGINS = re.compile(
    rf"""[“"«„]?(?:{_PARTICLE}{_CAP}(?:[ -]{_PARTICLE}{_CAP}){{0,2}},\s+
    (?:{_INITIALS}(?![\w])|{_CAP})
    |{_INITIALS}{_PARTICLE}{_CAP}(?:[,.(:&]|\sand|\set|\sund|\s\()
    |{_CAP}(?:-{_CAP})?\s(?:[A-Z]{{1,3}}|(?:[A-Z]\.[ -]?){{1,3}})(?=[,.:;(\s])
    |[-–—_]{{2,}}|(?:Ders|Dies)\.
    |{_CAP}(?:\s(?:{_CAP}|of|for|the|and|&|für|und|de|la|et|des)){{0,8}}\.?\s*\((?:(?:19|20)\d\d|n\.d)
    |{_CAP}\s+(?:{_INITIALS}|{_CAP}\s+)?{_PARTICLE}{_CAP}(?:,|\sand\s|\sund\s|\set\s|\s&\s|:|\s\())""",
    re.X,
)
_STRICT = re.compile(
    rf"""(?:{_PARTICLE}{_CAP}(?:[ -]{_PARTICLE}{_CAP})?,\s+(?:{_INITIALS}(?![\w])[,.;:&( ]
    |{_CAP}(?:\s(?:{_INITIALS}|{_CAP})){{0,2}}(?:\s?[,.;:&(/]|\s(?:and|und|et|&)\s))
    |{_INITIALS}(?<=[.\s-]){_PARTICLE}{_CAP}(?:,|\.|:|\sand\s|\set\s|\sund\s|\s&|\s\()
    |{_CAP}\s(?:[A-Z]{{1,3}}|(?:[A-Z]\.[ -]?){{1,3}})[,.:;]
    |[-–—_]{{2,}}[,.: ]
    |{_CAP}[.,:]\s[“"«„]?[^\W\d_a-zß-ÿœ][^\n]{{1,150}}?[.,”"»]\s(?:[Tt]rans(?:lated\sby|l?\.)
        |[Tt]rad(?:uite?\spar|\.)|[Üü]bers(?:etzt\svon|\.))\s)""",
    re.X,
)
_FULL_STOP = re.compile(r"[.!?][”“\"»’)]*\s+")
_LOWER_IN_A_ROW = re.compile(r"(?:(?<![^\s(])[a-zß-öø-ÿ]+,?\s+){3}")
#: "PARIS, Ill. — ", "Berlin, Juni –": the place at the head of a report.
_DATELINE = re.compile(rf"{_CAP}(?:[ -]{_CAP})?,\s{_CAP}\.?\s[—–-]\s")
#: "Ada B. Roth, 58, pleaded guilty": somebody's age.
_AGED = re.compile(rf"[^,;:()\d]{{3,40}},\s{AGE}")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d[a-z]?(?!\d)")
#: A cite that says something: "Roth, Ada (1999, p. 3) disagrees".
_CITE_SAYS = re.compile(
    r"\((?:1[5-9]|20)\d\d[a-z]?(?:[,:][^()]*)?\)\s"
    r"(?!(?:de|du|des|la|le|les|un|une|von|vom|zur|zum|the|in|on|and|und|et|edited|hrsg|hg)\b)"
    r"[a-zß-ÿ]{3,}\s"
)
_ENDS = frozenset('.)]»”"/>')
_SIGNAL = re.compile(
    r"""\s*(?:(?:see|see\s+also|see,?\s+for\s+example|see,?\s+e\.g\.|but\s+see|e\.g\.,?|cf\.|compare
    |also|and|as\s+in|for\s+example|for\s+instance|(?:quoted|qtd\.)\s+in|cited\s+in|as\s+cited\s+in|in
    |but|contra|similarly|more\s+recently|by\s+contrast|contrast|pace
    |vgl\.|vgl|siehe|siehe\s+auch|so\s+auch|z\.\s?b\.|etwa|dazu|hierzu|ebenso|und|zit\.\s+nach
    |dagegen|anders|ähnlich|ferner|zuletzt|kritisch|grundlegend|sowie|so\s+schon
    |voir|voir\s+aussi|cf|par\s+exemple|et|cité\s+(?:dans|par)|de\s+même|notamment)(?!\w)[\s,:]*(?:auch\s+|aussi\s+|dazu\s+|also\s+|hierzu\s+|generally\s+|esp\.\s+)*)+""",
    re.I | re.X,
)
_NAMED = rf"{_CAP}(?:[ -]{_CAP})?,\s(?:{_INITIALS}|{_CAP}(?:\s{_INITIALS})?)"
_NAME_ALONE = re.compile(rf"{_NAMED}\s*")
#: What repeats a work cited before: "ibid.", "a. a. O.", "op. cit.", "wie Anm. 3".
_REPEATS = (
    r"(?:(?:ibid(?:em)?|ebd|ebenda|(?:op|loc|art)\.\s?cit|a\.\s?a\.\s?O|supra)\b"
    r"|\(?(?:wie\s)?(?:Anm|Fn|note|n)\b\.?\s?\d)"
)
_REPEATED = re.compile(rf"(?:[^\W\d_][\w’'.-]*,?\s){{0,4}}?{_REPEATS}", re.I)
_PAGE = r",\s(?:pp?|S|f|fol|Sp)\.\s?\d"
#: For the author of the work before: "ders., Rivers, Leeds 1999".
_AUTHOR_AGAIN = re.compile(r"(?:[Dd]ers|[Dd]ies|[Ii]d)\.[,:]?\s|[Ii]dem[,:]\s")
#: "Kuhn, Structure, p. 12": a work cited before, in short.
_SHORT = re.compile(rf"(?:{_INITIALS})?{_CAP}(?:\s{_CAP}){{0,2}}[,:]\s[^;]{{3,90}}{_PAGE}[^;]*")
#: The same and no more: no list has an entry of a family, a title and a page.
_SHORT_ALONE = re.compile(
    rf"{_PARTICLE}{_CAP}(?:\s{_CAP})?[,:]\s[^,.;]{{3,90}}{_PAGE}[\d\s,f–-]*\.?"
)
#: "Kuhn, “Logic," "Lee and Roy: Rivers": the author and the title of a work cited before.
_SHORTLY = re.compile(
    rf"(?:{_INITIALS})?{_PARTICLE}{_CAP}(?:\s(?:and|und|et|&)\s{_CAP}|\set\sal\.?)?[,:]\s[“\"«„‘'*_]?[^\W\d_]"
)
_ENDS_IN_PAGE = re.compile(r",[”“\"»]?\s(?:(?:pp?|S)\.\s?)?\d{1,4}(?:[-–]{1,3}\d{1,4}|\s?ff?\.)?$")
_CUT = re.compile(
    r";\s+|[.;]\s+(?=(?:See|See also|But see|Cf\.|Compare|Vgl\.|Siehe|Voir|Also)\s)"
    rf"|\.\s+(?=(?:[^\W\d_a-zß-ÿœ][\w’'-]*,?\s){{0,2}}?(?i:{_REPEATS}))"
    r"|(?:(?<=,\s[pS]\.\s\d)|(?<=,\s[pS]\.\s\d\d)|(?<=,\s[pS]\.\s\d\d\d))\.\s+(?=[^\W\d_a-zß-ÿœ])"
    r"|(?:\.|[.,]?\s+(?:and|und|et|sowie))\s+"
    rf"(?={_NAMED}(?:,?\s(?:(?:and|und|et|&)\s)?{_NAMED}){{0,3}}"
    r"[.,]?\s?\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:])"
)
#: Ends that keep their point.
_KEEPS_POINT = re.compile(r"\b(?:ff?|ed|eds|Aufl|Bde?|Jr|Hrsg|al|v\. Chr|p|pp|[^\W\d_])\.$")


#: "(en)", "[en]": the language of what is cited, before its authors.
_LANGUAGE = re.compile(r"[(\[](?:en|de|fr|it|es|pt|nl|la|ru|ja|zh|ar)[)\]]\s")
#: Words before a reference; no title in marks or italics, and no year.
_LEADING = re.compile(r"[^“”„\"«»‘*_()\d]{3,200}")
_LOWER = re.compile(r"(?<![^\s(])[a-zß-ÿ]{2,}(?![^\s,:])")
#: A title has at least so many code points.
_SHORTEST_TITLE = 4
#: What stands behind the year of a reference: pages, chapters.
_TAIL = re.compile(
    r"[a-z]?\]?\)?(?:[,:]?\s*(?:(?:(?:S|pp?|Sp|Bl|Rn|fol|ff?|esp|bes|chap|chs?|kap|vol|no?|n[°º]|t|here|hier|ici"
    r"|at|sq|sqq|et|and|und|passim|seq)\b\.?|(?-i:[ivxlc]+\b|[IVX]+\b)|\d+(?:er|e)?)"
    r"(?:[\s,:;–/-]|\.(?=\s[\d,]))*)*)?\)?",
    re.I,
)
#: Between two sentences of a note.
_GAP = re.compile(r"\s*[.;]?[”“\"’»]?\s+(?<=[.)]\s)(?=[^\W\da-zß-ÿ_])")


_IMPRINT = re.compile(rf"{_CAP}[^:;()\d]{{0,40}}:\s{_CAP}[^:;()\d]{{1,70}}(?:1[5-9]|20)\d\d")
#: Lines are broken so near to the longest one (code points).
_ROOM = 4
_LOWER_NAME = re.compile(rf"{_PARTICLE}(?<=[\s’']){_CAP}")
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
                    _ANY_HEADING.match(head)
                    or (not _YEAR.search(head) and head[-1:] not in ".,;)/")
                )
            ):
                inside = False
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
    if lines and _is_heading(text, *lines[0]):
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


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a line is a heading of references or notes."""
    words = text[start:end].strip() if end - start < _LONGEST_HEADING else ""
    return (_HEADING.fullmatch(words) or _NOTES.fullmatch(words)) is not None


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
    seen_year = bool(_YEAR.search(text, *lines[0]))
    for index in range(1, len(lines)):
        at, stop = lines[index]
        above = lines[index - 1]
        short = above[1] - above[0] < longest * 0.6
        alone = longest > 110 or short
        ended = short or _ends(text, *above)
        if _fits(text, above, lines[index], longest) or (
            (alone or (seen_year and ended)) and _BEGINS.match(text[at:stop].lstrip())
        ):
            firsts.add(index)
            seen_year = False
        elif longest > 200 and ended:
            firsts.add(index)  # a line an entry: no wrapped text has lines so long
            seen_year = False
        seen_year = seen_year or bool(_YEAR.search(text, at, stop))
    return firsts


def _fits(text: str, above: Span, line: Span, longest: int) -> bool:
    """Whether a line begins with a name whose first word would have had room on the line above:
    no wrapped line does.  A number goes on with an entry ("19: 387–420")."""
    words = text[line[0] : line[1]].lstrip()
    word = words.split(None, 1)[0]
    if len(text[above[0] : above[1]].rstrip()) + len(word) + _ROOM > longest:
        return False
    first = words[:1]
    return not (first.islower() or first.isdecimal()) or _LOWER_NAME.match(words) is not None


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
    if _STRICT.match(text, start, end) is None or _YEAR.search(text, start, end) is None:
        return False
    if is_prose(text, start, end) or _DATELINE.match(text, start, end):
        return False
    if _AGED.match(text, start, end) or _CITE_SAYS.search(text, start, end):
        return False
    return _ends(text, max(start, end - 3), end) or text[end - 1].isalpha()


def is_short(text: str, start: int, end: int) -> bool:
    """Whether an entry only cites in short what was cited before: "Kuhn, Structure, p. 12"."""
    return _YEAR.search(text, start, end) is None and all(
        _SHORT_ALONE.fullmatch(text, *one) or _REPEATED.match(text, *one)
        for one in split_cluster(text, start, end)
    )


def begins(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins as entries do: with a name, or a dash for the one above."""
    return _BEGINS.match(text, start, end) is not None


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a stretch has more sentences than the title and subtitle of a work."""
    if text.count(" ", start, end) < 15:
        return False  # five in each of three
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


def split_cluster(text: str, start: int, end: int) -> list[Span]:
    """The references of a parenthesis or note, without words like "see" and full stops.

    A semicolon parts two references only where what stands before it and what stands
    behind it has a year each, and the second begins with a name: it may also part
    authors, or place and publisher.  A name alone begins one whose authors it parts.
    "And" before names and a year is as good as a semicolon.
    """
    cuts = [start]
    for found in _CUT.finditer(text, start, end):
        cuts += [found.start() + (text[found.start()] == "."), found.end()]
    cuts.append(end)
    pieces: list[Span] = []
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        begin = behind_signal(text, left, right)
        complete = bool(pieces) and _is_complete(text, *pieces[-1])
        new = not pieces or begin > left + 2 or (complete and _starts_one(text, begin, right))
        if new:
            pieces.append((begin, right))
        else:
            pieces[-1] = (pieces[-1][0], right)
    bare = (_bare(text, *piece) for piece in pieces if piece[1] - piece[0] > 1)
    return [part for piece in bare for part in in_sentences(text, *piece)]


def _is_complete(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a year, as a reference has, or cites in short what was cited
    before; what has neither may be an author of the next stretch."""
    return bool(
        _YEAR.search(text, start, end)
        or _REPEATED.match(text, start, end)
        or _SHORT.fullmatch(text, start, end)
        or (
            (_SHORTLY.match(text, start, end) or has_author_above(text, start, end))
            and _ENDS_IN_PAGE.search(text, start, end)
        )
    )


def in_sentences(text: str, start: int, end: int, listed: bool = False) -> list[Span]:
    """The references of a stretch that may have words of the writer around them, or only
    behind it if it is an entry ``listed``, and what remains with a year: "For the case
    against, see Ada Roth, Rivers, 1999, 5. The best account is Eva Lund, Lakes, 2001"."""
    begin = start if listed else _led(text, behind_signal(text, start, end), end)
    stop, following = _complete(text, begin, end)
    if stop < 0:
        return [(begin, end)]
    rest = in_sentences(text, following, end)
    return [_bare(text, begin, stop), *(one for one in rest if _YEAR.search(text, *one))]


def _led(text: str, start: int, end: int) -> int:
    """Where the reference begins behind words of the writer that lead to it, or the
    language of the work: "(en) Ada Roth, Rivers"."""
    tag = _LANGUAGE.match(text, start, end)
    if tag:
        start = tag.end()
    if is_named(text, start, end):
        return start
    for year in _YEAR.finditer(text, start, end):
        begin = lead(text, start, year.start())
        if begin < 0:
            continue
        words = text[start:begin]
        return begin if _LEADING.fullmatch(words) and _is_leading(words) else start
    return start


def _is_leading(words: str) -> bool:
    """Whether words before a name are the writer's: two of them in lower case."""
    return len(_LOWER.findall(words)) > 1


def _complete(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the first reference of a stretch ends and where the sentence behind it begins,
    if there is one that is another reference or no part of any; else -1."""
    named = DIRECT.match(text, start, end)
    if named is None or INITIALS_BEHIND.match(text, start, end):
        return -1, -1  # a year behind names in inverted order may come before the title
    for year in _YEAR.finditer(text, named.end() + _SHORTEST_TITLE, end):
        stop = _TAIL.match(text, year.end(), end)
        gap = stop and _GAP.match(text, stop.end(), end)
        if not stop or not gap:
            continue
        new = gap.end()
        if text[year.start() - 1] in "-–—" and _IMPRINT.match(text, new, end):
            continue  # "Rivers, 1820–1900. Leeds: Example Press, 1986": years of a title
        dated = _YEAR.search(text, new, end)
        if SENTENCE.match(text, new, end) or (
            dated and (DIRECT.match(text, new, end) or lead(text, new, dated.start()) >= 0)
        ):
            return stop.end(), new
    return -1, -1


def _starts_one(text: str, start: int, end: int) -> bool:
    """Whether a reference of its own starts here, not what goes on one."""
    named = bool(_BEGINS.match(text, start, end)) or text[start : start + 1].isupper()
    if _REPEATED.match(text, start, end) or _led(text, start, end) > start:
        return True
    if has_author_above(text, start, end):
        return True
    return named and (
        _YEAR.search(text, start, end) is not None
        or _NAME_ALONE.fullmatch(text, start, end) is not None
        or _SHORT.fullmatch(text, start, end) is not None
        or _SHORTLY.match(text, start, end) is not None
    )


def has_author_above(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a word for the author of the work before it."""
    return _AUTHOR_AGAIN.match(text, start, end) is not None


def behind_signal(text: str, start: int, end: int) -> int:
    """Where the reference begins behind words like "see also"."""
    found = _SIGNAL.match(text, start, end)
    return found.end() if found else start


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    if end > start and text[end - 1] == "." and not _KEEPS_POINT.search(text[start:end]):
        end -= 1
    return start, end
