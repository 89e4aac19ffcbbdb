"""What a reference says of a work beside its title: the report or speech that it is, the collected
works that it is a volume of, the newspaper that has it unsigned, when somebody looked it up.

Sources: Chicago Manual of Style (17th edition), 14.116–119 (volumes of multivolume works), 14.191
and 15.49 (unsigned newspaper articles), 14.217 (lectures and papers); Publication Manual of the
APA (7th edition), 9.16 (retrieval dates), 10.5 (presentations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.parsing.names import is_body
from citekit.find.parsing.parts import Part, Sure

#: "Rivers, vol. 7 of The Collected Works", "Bd. 23 der Werke", "t. 48 des Œuvres complètes".
_VOLUME_OF = re.compile(
    r"(?P<volume>\b(?:[Vv]ol(?:ume|\.)|Bd\.|Band|[Tt](?:ome|\.))\s(?:\d{1,3}|[IVXLC]{1,6}))\s"
    r"(?P<of>of|der|des|de(?:\sla|\sl[’'])?)\s(?=(?:[Tt]he\s)?[“«*_]?[^\W\d_a-zß-ÿœ])"
)
_MAY_BE_VOLUME = ("ol. ", "olume ", "Bd. ", "Band ", " t. ", " T. ", "ome ")
_LED_BY_IN = re.compile(r"\b(?:[Ii]n|[Aa]us|[Dd]ans)\s*\Z")
_HOLDERS = frozenset("booktitle journal".split())
_HELD_IN = frozenset("title booktitle journal series".split())

_REPORT = (
    r"(?:(?:Final|Interim|Annual|Official|Technical|Research|Progress)\s)?[Rr]eport"
    r"|(?:Schluss|Zwischen|Jahres|Abschluss|Forschungs)?[Bb]ericht"
    r"|[Rr]apport(?:\s(?:final|annuel|officiel))?"
)
_REPORTS = ("report", "ericht", "apport")
_IS_REPORT = re.compile(rf"\W*(?:{_REPORT})\W*")
_ENDS_AS_REPORT = re.compile(rf"(?<=[,.?!])\s(?P<genre>(?:{_REPORT})[.,]?)\Z")
_BEHIND_REPORT = frozenset("date place publisher".split())

_SPEECH = (
    r"(?:[Ss]peech|[Aa]ddress|[Ll]ecture|[Kk]eynote(?:\s(?:speech|address|lecture))?|[Ss]ermon"
    r"|[Rr]emarks|[Tt]alk|Rede|Ansprache|(?:Fest)?[Vv]ortrag|Predigt|[Dd]iscours|[Aa]llocution"
    r"|[Cc]onférence)"
)
_GIVEN = (
    r"(?:\s(?:given|delivered|presented|gehalten|prononcée?|donnée))?"
    r"\s(?:at|to|before|on|in|im|vor|auf|bei[m]?|a[nm]|zu[mr]|anlässlich|à|aux?|devant|lors|dans)\s"
)
#: "Speech at the Lincoln Memorial", behind a title or an author.
_DELIVERED = re.compile(rf"(?<=[.,:?!”\"»’])\s(?P<genre>{_SPEECH}{_GIVEN})(?=\S)")
_MAY_BE_SPOKEN = (
    "peech", "ddress", "ecture", "eynote", "ermon", "emarks", "talk", "Talk", "ede ", "ortrag",
    "nsprache", "redigt", "iscours", "llocution", "onférence",
)  # fmt: skip
#: What no speech or report has.
_OF_ARTICLES = frozenset("volume pages doi isbn".split())
_BEHIND_SPEECH = frozenset("place date url doi note accessed pages".split())

_ARTICLE = r"(?:The|L[ae]s?|L[’']|D(?:er|ie|as))"
#: A newspaper or magazine: by its article and a word of its like, or by such a word at its end.
_PAPER = re.compile(
    rf"(?:{_ARTICLE}\s?(?:[^\W\d_][\w’'-]*\s)*?(?:Times|Post|Guardian|Telegraph|Tribune|Herald|Spiegel"
    r"|Monde|Figaro|Independent|Observer|Gazette|News|Courier|Standard|Globe|Chronicle|Welt|Zeit"
    r"|Economist|Humanité|Express|Point|Mail|Sun|Nation|Atlantic|Mercury|Argus|Star|Journal)"
    r"|(?:[^\W\d_a-zß-ÿœ][\w’'-]*\s)+(?:Times|Zeitung|Tribune|Herald|Gazette|Chronicle|Telegraph"
    r"|Courier|Tageblatt|Anzeiger|Rundschau|Journal))\W*"
)
_PAPER_AND_TITLE = re.compile(r"(?P<journal>[^“\"„«.]{3,60}\.)\s[“\"„«].+[”“\"»]\.?$")
_PUBLISHED = frozenset("journal booktitle publisher place editor".split())

#: What is looked up: "Retrieved from", behind what was taken for no title.
_TITLE_AND_LOOKED_UP = re.compile(
    r"(?P<title>[^\W\d_a-zß-ÿœ].{4,200}?[.?!])\s(?P<note>(?:Retrieved|Accessed|Available|Abgerufen"
    r"|Verfügbar|Consulté|Disponible|Récupéré)\b.*)",
    re.S,
)
_LOOKED_UP = re.compile(
    r"\W*(?:[Rr]etrieved(?:\son)?|[Aa]ccessed(?:\son)?|(?:[Zz]uletzt\s)?[Aa]bgerufen(?:\sam)?"
    r"|[Cc]onsultée?(?:\sle)?)\W*"
)


def occasions(string: str, parts: Sequence[Part]) -> list[Sure]:
    """The stretches that say what kind of thing a work is, and what it is a part of."""
    labels = [part.label for part in parts]
    sure = [*_unsigned(parts, labels), *_looked_up(parts, labels)]
    found: list[Sure] = []
    if "issue" not in labels:
        found = list(_volume_of(string, parts))
        if not found and _OF_ARTICLES.isdisjoint(labels):
            found = list(_delivered(string, parts)) or list(_report(parts, labels))
    return sorted([*sure, *found], key=lambda one: one[1]) if sure or found else []


def _volume_of(string: str, parts: Sequence[Part]) -> Iterator[Sure]:
    """The number of a volume, and the title of the works that it is of."""
    if not any(word in string for word in _MAY_BE_VOLUME):
        return
    found = _VOLUME_OF.search(string)
    if found is None:
        return
    at = found.end()
    book = next((part for part in parts if part.start <= at < part.end), None)
    if book is None or (book.label not in _HELD_IN and book.start < found.start()):
        return
    led = _LED_BY_IN.search(string, max(0, found.start() - 5), found.start())
    start = found.start() if led is None else led.start()
    if led is not None:
        yield "note", start, found.start()
    yield "volume", *found.span("volume")
    held = any(part.label in _HOLDERS and part.start < start for part in parts)
    if found["of"] != "of":  # that is left out of any title of what holds a work
        yield "note", *found.span("of")
        yield ("series" if held else "booktitle"), at, book.end
    else:
        yield ("series" if held else "booktitle"), found.start("of"), book.end


def _delivered(string: str, parts: Sequence[Part]) -> Iterator[Sure]:
    """The speech that a work is, with where it was given; its title if it has no other."""
    if not any(word in string for word in _MAY_BE_SPOKEN):
        return
    found = _DELIVERED.search(string)
    if found is None:
        return
    start = found.start("genre")
    held = next((part for part in parts if part.start <= start < part.end), None)
    if held is None or held.label in ("author", "date"):
        return
    titled = any(part.label == "title" and part.start < start for part in parts)
    behind = (p.start for p in parts if p.label in _BEHIND_SPEECH and p.start > start)
    yield ("genre" if titled else "title"), start, next(behind, len(string))


def _report(parts: Sequence[Part], labels: Sequence[str]) -> Iterator[Sure]:
    """A report that says so behind its title, or has no other one."""
    for at, part in enumerate(parts):
        behind = labels[at + 1] if at + 1 < len(labels) else ""
        if part.label in ("title", "author") and behind in _BEHIND_REPORT:
            last = part.text[-7:].rstrip(".,").lower()
            found = _ENDS_AS_REPORT.search(part.text) if last.endswith(_REPORTS) else None
            if found is not None:
                label = "genre" if part.label == "title" or "title" in labels else "title"
                yield label, part.start + found.start("genre"), part.end
        elif (
            part.label in ("genre", "place")
            and len(part.text) < 30
            and _IS_REPORT.fullmatch(part.text)
        ):
            alone = _HELD_IN.isdisjoint(labels)
            body = at == 1 and labels[0] == "title" and is_body(parts[0].text)
            if body:
                yield "author", parts[0].start, parts[0].end
            if alone or body or part.label == "place":
                yield ("title" if alone or body else "genre"), part.start, part.end


def _unsigned(parts: Sequence[Part], labels: Sequence[str]) -> Iterator[Sure]:
    """A newspaper in the place of the author: "The Economist. 2013. “…” 5 October."."""
    both = _PAPER_AND_TITLE.match(parts[0].text) if labels[:2] == ["title", "date"] else None
    if both is not None and _PAPER.fullmatch(both["journal"]):
        yield "journal", parts[0].start, parts[0].start + both.end("journal")
        return
    dated = labels[:2] in (["title", "date"], ["author", "date"]) and "title" in labels[2:]
    quoted = labels[:3] == ["author", "title", "date"] and parts[1].text[0] in '“"„«'
    if not (dated or quoted):
        return
    if "," in parts[0].text[:-1] or not _PUBLISHED.isdisjoint(labels):
        return
    if _PAPER.fullmatch(parts[0].text):
        yield "journal", parts[0].start, parts[0].end


def _looked_up(parts: Sequence[Part], labels: Sequence[str]) -> Iterator[Sure]:
    """The day on which something was retrieved, and a title before it."""
    untitled = "title" not in labels
    for at, part in enumerate(parts):
        if part.label != "note":
            continue
        found = _TITLE_AND_LOOKED_UP.fullmatch(part.text) if untitled else None
        if found is not None:
            yield "title", part.start, part.start + found.end("title")
            continue
        dated = at + 1 < len(parts) and parts[at + 1].label == "date"
        if dated and _LOOKED_UP.fullmatch(part.text):
            yield "accessed", parts[at + 1].start, parts[at + 1].end
