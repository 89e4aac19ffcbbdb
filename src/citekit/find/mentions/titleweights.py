"""How sure it is that words of a text are the title of a work.

A long title in capitals speaks for itself; a short one, or one of common words, needs
quotation marks, italics or its author nearby.  A title that is the name of a person, "Ann Lee",
of a life of Ann Lee, names the person unless marks or italics enclose it, the year of the book
follows, or its author stands beside it: "Roy's Ann Lee", "in Ann Lee, by Tom Roy"."""

from __future__ import annotations

import re

from citekit.find.citations.names import PARTICLES
from citekit.find.citingwords import WORK_NOUNS
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.credits import called_by
from citekit.find.mentions.reading import Reading
from citekit.find.mentions.shorttitles import (
    BEFORE_NAME,
    as_printed,
    is_dated,
    is_name_of_thing,
    is_of_author,
    is_part,
)
from citekit.find.mentions.titlespans import (
    AUTHOR_OF,
    MARKS,
    author_before,
    capitals_in,
    is_first,
    is_italic,
    is_marked,
    short_note,
    span_of_marks,
    title_span,
)
from citekit.find.works import name_key
from citekit.find.worktitles import TitleHit, is_content, words_of

_LONGEST = 4  # words
_JOINED = re.compile(r"\s(?:and|und|et|&)\s$")


def is_personal(reading: Reading, hit: TitleHit) -> bool:
    """Whether a title is a given name and a family name, or a family name alone that an author
    of the catalogue has."""
    form = hit.form
    first, *rest = form.words
    if form.optional or len(form.words) > _LONGEST:
        return False
    if rest:
        if first in GIVEN and name_key(rest[-1]) in reading.catalogue.families:
            return True  # "John Maynard Keynes"
        family = [word for word in rest if word not in PARTICLES and word not in GIVEN]
        return first in GIVEN and len(family) == 1 and is_content(rest[-1])
    return name_key(first) in reading.catalogue.families


def is_joined(reading: Reading, start: int, hit: TitleHit) -> bool:
    """Whether "and" stands between the name at ``start`` and the title: "Roy and Ann Lee"."""
    return _JOINED.search(reading.text, start, hit.start) is not None


_OTHER_AUTHOR = re.compile(
    r"[\"'*_»}]{0,2}(?:,)?\s(?:by|von|de|par)\s(?P<name>[^\W\d_a-zß-ÿœ][^\W\d_]*(?:\s[^\W\d_a-zß-ÿœ][^\s,.;)]*){1,3})"
)
#: "a copy of", before a title.
_COPY_OF = re.compile(
    r"\b(?:cop(?:y|ies)|volumes?|edition|exemplaires?|exemplar|ausgabe|édition)\s(?:of|de|von|der|des|du|d')"
    r"\s?[\"'*_«]{0,2}\s?$"
)
_FIRM = re.compile(r"\s(?:Ltd|Inc|LLC|plc|GmbH|AG|SARL|Limited|Records|Press)\b")
#: "Title is a novel of …".
_IS_WORK = re.compile(
    r"[\"'*_»]{0,2}\s(?:is|was|are|were|ist|war|sind|waren|est|était|sont)\s(?:an?|the|eine?|das|der|die|une?|le|la)\s"
    r"(?:[^\W\d_]+[\s-]){0,2}?(?:novel|book|play|poem|memoir|essay|treatise|monograph|biography|roman"
    r"|buch|gedicht|drama|traktat|monographie|livre|essai|poème|traité|biographie)"
    r"(?=[.,;:)]|\s(?:of|by|par|about|on|from|in|with|that|which|whose|and|über|von|aus|mit|und|zu|der|die"
    r"|de|du|sur|en|qui|et|où)\b|\sd')"
)
#: "Title argues that …", "Title zeigt, dass …".
_CLAIMS = re.compile(
    r"[\"'*_»]{0,2}\s(?:argue[sd]?|shows?|showed|claims?|claimed|contends?|contended|holds|held|demonstrates"
    r"|demonstrated|insists?|insisted|concludes?|concluded|suggests?|suggested|maintains?|maintained"
    r"|zeigte?|argumentierte?|behauptete?|vertritt|lehrte?|montre|montrait|soutient|soutenait|affirme"
    r"|démontre|établit)(?:\s(?:that|how|why|que|comment)\b|\squ'|,\s(?:dass|wie|warum)\b)"
)
_READS = frozenset(
    """citing cites cited quoting quotes quoted reading reads reread rereading zitiert zitierte
    liest las lesen citant cite citait lit lire relire relit lisait""".split()
)
#: What readers do with books, of which the author reads none of his own.
_READING = frozenset(
    """read reads reread rereads reading rereading liest las lasen lesen gelesen lit lire lisait lu
    relit relire relisait relu""".split()
)
#: What authors do with their works, right before a title.
_WRITES = frozenset(
    """wrote written writing published publishing finished began schrieb verfasste
    veröffentlichte publizierte écrit écrivit écrivait écrire publie publia publié publiait
    publier achève acheva""".split()
)
#: So far before a title stands who wrote it.
_BEFORE_WORK = 60
#: When a work was published, behind its title.
_APPEARED = re.compile(
    r"[\"'*_»]{0,2}\s(?:appeared|came\sout|(?:was|is)\s(?:first\s)?published|erschien|erscheint|wurde"
    r"|paraît|parut|paraissait|est\sparue?|a\sparu|(?:est|fut)\spubliée?)"
    r"(?:\s(?:first|zuerst|erstmals|d'abord))?\s(?:(?:in|en|im\sjahre?)\s)?(?:1[4-9]|20)\d\d\b"
)
#: The small words that names of bodies and places have too: "the House of Commons".
_IN_NAMES = frozenset(
    """of the and for in on to at by with without de du des d la le les l et à aux en pour sur dans
    par sans""".split()
)
#: A question mark inside a sentence, behind a title that has it.
_QUESTION = re.compile(r"[ \u00a0\u202f]?\?[”»\"*_]{0,2}(?:[,;)]|\s(?:[a-zß-ÿ]|$))")
_ASKS = re.compile(r"\w[ \u00a0\u202f]?\?")
#: Behind the part of a title that is its short form.
_JOINING = frozenset("and or in und oder im et ou dans en".split())
#: What a title with its article may stand behind: "In The Title", "the critics of The Title".
_BEFORE_TITLES = frozenset(
    """In in of on from about with than read reread Dans dans de sur avec depuis lire
    relire""".split()
)
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:the|die|der|das|de[nms]|les?|la|l')\s?[\"*_]\s?$")
#: Inside a sentence, behind a word or a comma.
_INSIDE = re.compile(r"[a-zß-ÿœ\d),]\s$")
#: A word in lower case.
_LOWER_BEFORE = re.compile(r"(?<![^\W\d_])[a-zß-ÿœ]+,?\s$")
_CAPITAL_AFTER = re.compile(r"(?:[’']s)?\s[^\W\d_a-zß-ÿœ]|[-’']\w")
_POSSESSOR = re.compile(r"(?P<name>[^\W\d_a-zß-ÿœ][^\s.,;:()]*?)(?:['’]s?)\s[\"“‘'„«*_]{0,2}\s?$")


def weigh(reading: Reading, hit: TitleHit) -> float:
    """How sure it is that the words are this title; 0 if they need not be."""
    text, form = reading.text, hit.form
    entry = reading.catalogue.entries[form.entry]
    marked = is_marked(reading, hit)
    before = text[max(0, hit.start - 80) : hit.start]
    author = _author_near(reading, hit)
    known = form.entry in reading.linked or _is_named(reading, form.entry)
    if not author and ((hit.partial and not known) or _names_other(reading, hit)):
        return 0.0
    if _FIRM.match(text, hit.end) or (marked and _is_called_so(reading, hit)):
        return 0.0
    if hit.partial:
        beside = author_before(reading, span_of_marks(reading, hit)[0], hit.form.entry) is not None
        if beside or short_note(reading, hit, (hit.start, hit.end)):
            return 0.8
        if marked and _is_main_part(reading, hit):
            return 0.7
        return 0.6 if _is_again(reading, hit) else 0.0
    if not marked and is_personal(reading, hit) and not _is_introduced(reading, hit, before):
        return 0.0
    words = before[-40:].rstrip(" \u00a0\"'*_«“„‘,:–-").lower().split()
    introduced = bool(words) and (words[-1] in WORK_NOUNS or words[-1] in _READS)
    if not introduced and ("aut" in before or "verf" in before.lower()):
        introduced = AUTHOR_OF.search(before.lower()) is not None
    introduced = (
        introduced
        or _COPY_OF.search(before.lower()) is not None
        or is_part(reading, hit.start)
        or (
            not _lacks_article(reading, hit)
            and (
                _IS_WORK.match(reading.lowered, hit.end, hit.end + 80) is not None
                or _CLAIMS.match(reading.lowered, hit.end, hit.end + 40) is not None
            )
        )
    )
    capitals = capitals_in(text[hit.start : hit.end])
    if text[hit.start].isupper() and text[hit.start : hit.end] in entry.work.text("title"):
        capitals = 1.0  # as the title itself is written, in whatever language
    elif reading.language == "fr" and _is_with_capital_article(reading, hit):
        capitals = 1.0
    content = form.content
    if _QUESTION.match(text, hit.end) and _ASKS.search(
        entry.title, len(text[hit.start : hit.end]) - 1
    ):
        return 0.85  # "In Where Next? she …"
    if not (
        capitals >= 0.5
        or marked
        or (text[hit.start].isupper() and content > 3)
        or (content > 2 and (author or introduced) and as_printed(reading, hit.start, form))
        or (content > 2 and text[hit.start].isupper() and _is_somebodys(reading, hit, introduced))
    ):
        return 0.6 if content > 4 else 0.0
    if content > 2 or (content == 2 and len(form.words) > 4):
        return 0.95 if marked or author or introduced else 0.8
    if content == 2:
        if not author and not introduced and _lacks_article(reading, hit):
            return 0.0
        dated = capitals == 1 and is_dated(reading, hit)
        if author or dated or (marked and (introduced or known)):
            return 0.9
        if marked or introduced:
            return 0.75 if len(form.words) > 2 or introduced or known else 0.5
        if capitals < 1 or (reading.language == "de" and not _is_with_article(reading, hit)):
            return 0.0  # German has capitals in all nouns
        if not known:
            alone = _is_phrase(reading, hit) or _is_with_article(reading, hit)
            return 0.6 if alone or _is_named_before(reading, hit) else 0.0
        return 0.7 if len(form.words) > 2 or _is_as_before(reading, hit) else 0.0
    if is_dated(reading, hit):
        return 0.85
    if not marked and _is_longer_name(reading, hit):
        return 0.0
    capital = text[hit.start].isupper() and not (len(form.words) == 1 and is_first(text, hit.start))
    if (author and (marked or introduced or capital)) or (marked and is_of_author(reading, hit)):
        return 0.85
    if as_printed(reading, hit.start, form) and (known or introduced):
        return 0.7
    if len(form.words) > 2 and capitals == 1 and _is_named_before(reading, hit):
        return 0.6
    if known and _has_small_capital(reading, hit):
        return 0.7
    if introduced and (marked or not _lacks_article(reading, hit)) and known:
        return 0.7
    if not form.optional and is_name_of_thing(reading, hit.start, hit.end):
        near = reading.people_between(hit.start - BEFORE_NAME, hit.end + BEFORE_NAME)
        return 0.7 if any(form.entry in person.entries for person in near) else 0.0
    whole = form.optional > 0 and not _lacks_article(reading, hit) and text[hit.start].isupper()
    if marked and known and (whole or is_italic(text, hit)):
        return 0.7
    if (
        marked
        and known
        and reading.language != "de"
        and text[hit.start].isupper()
        and not is_first(text, hit.start - 1)
    ):
        return 0.6
    alone = (
        marked and is_italic(text, hit) and len(form.words) > 1 and not _lacks_article(reading, hit)
    )
    return 0.5 if alone and text[hit.start : hit.end] in entry.work.text("title") else 0.0


def _is_again(reading: Reading, hit: TitleHit) -> bool:
    """Whether the beginning of a title, in capitals, stands behind the title: "The Paranoid
    Style" of *The Paranoid Style in American Politics*."""
    if reading.language == "de" or capitals_in(reading.text[hit.start : hit.end]) < 1:
        return False
    form, words = hit.form, tuple(words_of(reading.lowered[hit.start : hit.end]))
    rest = next(
        (own[len(words) :] for own in (form.words, form.words[form.optional :])
         if own[: len(words)] == words), ()
    )  # fmt: skip
    if not rest or is_content(rest[0]):
        return False  # "New England" of *The New England Mind*
    return any(at < hit.start and entry == hit.form.entry for at, entry in reading.links)


def _is_somebodys(reading: Reading, hit: TitleHit, introduced: bool) -> bool:
    """Whether a title in the capitals of a sentence is a book by what stands beside it, or its
    author's: "Name's Thinking, fast and slow"."""
    return introduced or author_before(reading, hit.start, hit.form.entry) is not None


def _is_introduced(reading: Reading, hit: TitleHit, before: str) -> bool:
    """Whether something says that a title which is somebody's name is the book: its author
    beside it, or what he did with it ("wrote"), its year, a noun for a work, a reader."""
    beside = author_before(reading, hit.start, hit.form.entry)
    if beside is not None and not is_joined(reading, beside, hit):
        return True
    last = before.lower().rstrip(" ,:").split()[-1:]
    if not WORK_NOUNS.isdisjoint(last):
        return True
    if is_dated(reading, hit) or AUTHOR_OF.search(before.lower()) is not None:
        return True
    if _APPEARED.match(reading.lowered, hit.end, hit.end + 60) is not None:
        return True
    if not _READING.isdisjoint(last):
        return not _author_near(reading, hit)
    if not _WRITES.isdisjoint(last):
        writers = reading.people_between(hit.start - _BEFORE_WORK, hit.start)[-1:]
        return any(hit.form.entry in person.entries for person in writers)
    return (
        title_span(reading, hit)[1] > hit.end
        or _IS_WORK.match(reading.lowered, hit.end, hit.end + 80) is not None
    )


def _is_main_part(reading: Reading, hit: TitleHit) -> bool:
    """Whether all that stands in the marks is the first of two things that a title joins, or
    what stands before the field it treats: "The Clash of Civilizations" of "… and the Remaking
    of World Order"."""
    words = words_of(reading.lowered[hit.start : hit.end])
    first = hit.form.words.index(words[0]) if words[0] in hit.form.words else 0
    following = hit.form.words[first + len(words) :][:1]
    start, end = span_of_marks(reading, hit)
    return (
        not _JOINING.isdisjoint(following)
        and capitals_in(reading.text[hit.start : hit.end]) == 1
        and start < hit.start
        and hit.end < end
    )


def _is_longer_name(reading: Reading, hit: TitleHit) -> bool:
    """Whether words in capitals go on behind a title, and are not its author."""
    after = _CAPITAL_AFTER.match(reading.text, hit.end)
    return after is not None and not reading.people_between(hit.end, after.end())


def _is_phrase(reading: Reading, hit: TitleHit) -> bool:
    """Whether the words are printed as the title is, inside a sentence, and are neither the
    name of something ("the Bank of England") nor a part of one."""
    text = reading.text
    if text[hit.start : hit.end] not in reading.catalogue.entries[hit.form.entry].work.text(
        "title"
    ):
        return False
    words = hit.form.words[hit.form.optional :]
    if _IN_NAMES.issuperset(word for word in words if not is_content(word)):
        return False
    after = _CAPITAL_AFTER.match(text, hit.end)
    return not after and reading.sentences.around(hit.start)[0] < hit.start


def _is_with_capital_article(reading: Reading, hit: TitleHit) -> bool:
    """Whether the words stand inside a French sentence with the title's article in a capital:
    « dans La pensée sauvage »; only titles do."""
    return (
        bool(hit.form.optional)
        and reading.lowered.startswith(hit.form.words[0], hit.start)
        and reading.text[hit.start].isupper()
        and _INSIDE.search(reading.text, max(0, hit.start - 3), hit.start) is not None
    )


def _is_with_article(reading: Reading, hit: TitleHit) -> bool:
    """Whether the words are printed as the title is, with its article in a capital behind a
    small word of the sentence: "In The Title nobody …"."""
    text, title = reading.text, reading.catalogue.entries[hit.form.entry].work.text("title")
    if not hit.form.optional or text[hit.start : hit.end].lower() not in title.lower():
        return False
    before = text[max(0, hit.start - 12) : hit.start].split()
    return (
        not _lacks_article(reading, hit)
        and text[hit.start].isupper()
        and bool(before)
        and before[-1] in _BEFORE_TITLES
        and not _CAPITAL_AFTER.match(text, hit.end)
    )


def _is_named_before(reading: Reading, hit: TitleHit) -> bool:
    """Whether the words stand inside a sentence as they are printed, with their author not
    far before: "Criticism of Lee’s views … in dismissing Bound for Home"."""
    text = reading.text
    title = reading.catalogue.entries[hit.form.entry].work.text("title")
    return (
        reading.language != "de"
        and text[hit.start : hit.end] in title
        and _is_as_before(reading, hit)
        and reading.sentences.around(hit.start)[0] < hit.start - 1
        and not _CAPITAL_AFTER.match(text, hit.end)
    )


def _has_small_capital(reading: Reading, hit: TitleHit) -> bool:
    """Whether the words stand as they are printed behind a word in lower case, the first of
    them a small word with a capital: "the kin exchange of All Our Kin", "as in On Violence"."""
    text = reading.text
    title = reading.catalogue.entries[hit.form.entry].work.text("title")
    return (
        not hit.form.optional
        and not is_content(hit.form.words[0])
        and text[hit.start : hit.end] in title
        and text[hit.start].isupper()
        and _LOWER_BEFORE.search(text, max(0, hit.start - 30), hit.start) is not None
        and not _CAPITAL_AFTER.match(text, hit.end)
    )


def _is_as_before(reading: Reading, hit: TitleHit) -> bool:
    """Whether two words can only be the title: both in capitals, or the first inside a
    sentence, with the author not far before."""
    entry = hit.form.entry
    if not any(
        entry in person.entries for person in reading.people_between(hit.start - 500, hit.start)
    ):
        return False
    words = reading.text[hit.start : hit.end].split()
    inside = reading.sentences.around(hit.start)[0] < hit.start - 1
    return inside or (words[-1][:1].isupper() and reading.text[hit.end : hit.end + 1] != "-")


def _lacks_article(reading: Reading, hit: TitleHit) -> bool:
    """Whether a title stands without its article, and with none before its marks: "in der
    „Deutschen Ideologie“"."""
    if not hit.form.optional or reading.lowered.startswith(hit.form.words[0], hit.start):
        return False
    return _ARTICLE_BEFORE.search(reading.lowered, max(0, hit.start - 9), hit.start) is None


def _author_near(reading: Reading, hit: TitleHit) -> bool:
    near = [
        person.start
        for person in reading.people_between(hit.start - 600, hit.end + 600)
        if hit.form.entry in person.entries
    ]
    if not near:
        return False
    start, end = reading.sentences.around(hit.start)
    low, high = min(start, hit.start - 60), max(end, hit.end + 40)
    return any(low <= place < high for place in near)


def _is_named(reading: Reading, entry: int) -> bool:
    return any(
        entry in person.entries
        and (
            person.full or not all(name.given for name in reading.catalogue.entries[entry].authors)
        )
        for person in reading.people
    )


def _names_other(reading: Reading, hit: TitleHit) -> bool:
    """Whether the text gives the title to somebody else."""
    text = reading.text
    after = _OTHER_AUTHOR.match(text, hit.end)
    if after is not None:
        return True
    before = _POSSESSOR.search(text, max(0, hit.start - 40), hit.start)
    return before is not None and hit.form.content <= 2


def _is_called_so(reading: Reading, hit: TitleHit) -> bool:
    """Whether somebody else than the author calls something by words that are a title."""
    opening = hit.start - 1 if reading.text[hit.start - 1 : hit.start] in MARKS else hit.start
    caller = called_by(reading.text, max(0, opening - 120), opening)
    return caller is not None and not any(
        hit.form.entry in person.entries for person in reading.people_between(caller - 2, hit.start)
    )
