"""Titles of catalogued works in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.find.citations.raw import Masks
from citekit.find.citelocators import locator_at
from citekit.find.citingwords import NOUN_ARTICLES
from citekit.find.mentions.reading import Choice, Reading
from citekit.find.mentions.titlespans import is_first, short_note, title_span
from citekit.find.mentions.titleweights import weigh
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import same_term, term_key, term_words
from citekit.find.workforms import title_variants
from citekit.find.worktitles import TitleForm, TitleHit, is_content, main_title

#: An article that is part of a title, outside of the marks around the rest of it.
_ARTICLE_OUTSIDE = re.compile(r"[^\W\d_]{1,4}\s[“‘\"„«][ \u00a0\u202f]?")
#: A sentence that begins with a question for a title: "Where Next? is a book".
_GOES_ON = re.compile(r"[ \u00a0\u202f]?\?[”»\"*_]{0,2}\s[a-zß-ÿ]")
#: A place begins so near behind its title (code points).
_BEHIND = 60
#: A preposition that a title begins with has at most so many code points, its space too.
_LONGEST_LEAD = 5
#: Letters of a title of one word that is looked for again, at least.
_LEAST_LETTERS = 5
#: Beside a word that is part of a name.
_IN_NAME = re.compile(r"(?:['’]s)?[ -][^\W\d_a-zß-ÿœ]")
_NAME_BEFORE = re.compile(r"[^\W\d_a-zß-ÿœ][\w’'-]* $")
_QUOTES = "“\"‘'„«»"
_AROUND = "“”\"‘’'„«»‹›*_ \u00a0\u202f.,"


def titles(reading: Reading, hits: list[TitleHit], masked: Masks) -> Iterator[Suggestion]:
    """The titles among ``hits`` that are one; links them for what is read after."""
    kept: list[list[TitleHit]] = []
    for each in hits:
        hit = _with_preposition(reading, _without_article(reading, each))
        if masked.covers(hit.start) or _is_heading(reading, hit):
            continue
        if kept and kept[-1][0].start == hit.start and kept[-1][0].end == hit.end:
            kept[-1].append(hit)
        else:
            kept.append([hit])
    # a title that stands by itself says which author the text means: it goes first
    waiting = []
    taken: list[TitleHit] = []
    for group in kept:
        if _is_inside(group[0], taken):
            continue
        found = _mention(reading, group)
        if found is None:
            waiting.append(group)
        else:
            taken.append(group[0])
            yield found
    for group in waiting:
        found = None if _is_inside(group[0], taken) else _mention(reading, group)
        if found is not None:
            yield found


def _is_inside(hit: TitleHit, taken: list[TitleHit]) -> bool:
    """Whether a title is a part of a longer one that is already a mention."""
    return any(
        other.start <= hit.start and hit.end <= other.end and other[:2] != hit[:2]
        for other in taken
    )


def _without_article(reading: Reading, hit: TitleHit) -> TitleHit:
    """The title without an article that stands before its quotation mark: the “Tragedy of
    the Commons”."""
    article = _ARTICLE_OUTSIDE.match(reading.text, hit.start, hit.end)
    return hit if article is None else hit._replace(start=article.end())


def _with_preposition(reading: Reading, hit: TitleHit) -> TitleHit:
    """The title with the preposition in a capital that it begins with: « De la division du
    travail », found without it."""
    title = reading.catalogue.entries[hit.form.entry].title
    lead = title[: max(0, title.find(hit.form.words[0]))]
    start = hit.start - len(lead)
    if not lead or len(lead) > _LONGEST_LEAD or start < 0 or not reading.text[start].isupper():
        return hit
    return hit._replace(start=start) if reading.lowered.startswith(lead, start) else hit


def inflected(reading: Reading) -> Iterator[TitleHit]:
    """German titles in another case, in quotation marks: "die „Orientalischen Nächte“"."""
    if reading.language != "de" or not reading.short:
        return
    entries = {entry for person in reading.people for entry in person.entries}
    forms: dict[tuple[int, str], list[TitleForm]] = {}
    for entry in sorted(entries):
        for title in title_variants(reading.catalogue.entries[entry].work):
            words = term_words(title)
            first = int(bool(words) and words[0] in NOUN_ARTICLES)
            form = TitleForm(words[first:], 0, sum(map(is_content, words)), entry)
            forms.setdefault(term_key(form.words), []).append(form)
    for key, quotes in reading.alike.items():
        for form in forms.get(key, ()):
            for quote, words in quotes:
                if same_term(words, form.words) == 2:
                    start = quote[0] + 1
                    yield TitleHit(start, start + len(reading.inner(quote)), form)


def _mention(reading: Reading, group: list[TitleHit]) -> Suggestion | None:
    weighed = [(weigh(reading, hit), hit) for hit in group]
    best = max(score for score, _ in weighed)
    if best <= 0:
        return None
    chosen = {hit.form.entry: hit for score, hit in weighed if score == best}
    if len(chosen) > 1:
        linked = {entry: hit for entry, hit in chosen.items() if entry in reading.linked}
        chosen = linked if len(linked) == 1 else chosen
    hit = next(iter(chosen.values()))
    span = title_span(reading, hit)
    if len(chosen) > 1:
        keys = ", ".join(reading.catalogue.entries[entry].key for entry in chosen)
        choice = Choice(None, 0.3, (f"the title of {keys}",))
    else:
        entry = hit.form.entry
        reading.link(hit.start, entry)
        reading.title_ends[hit.start] = hit.end
        choice = Choice(entry, best, (f"the title of {reading.catalogue.entries[entry].key}",))
    for quote in reading.quotes_between(hit.start - 3, hit.start + 1):
        if quote[1] <= hit.end + 3:
            if choice.entry is not None and len(reading.inner(quote).split()) < 6:
                reading.learn(quote, choice.entry)
            reading.used.add(quote)
    noted = short_note(reading, hit, span)
    if noted is not None and choice.entry is not None:
        found = reading.suggest((noted[0], noted[1]), "citation", choice, "short-title",
                                relation="cites")  # fmt: skip
        return found._replace(locator=noted[2])
    place = locator_at(reading.text, span[1], min(len(reading.text), span[1] + _BEHIND))
    if place is not None and choice.entry is not None:  # "in Name's Title, p. 88"
        found = reading.suggest((span[0], place.end), "citation", choice, "title-place",
                                relation="cites")  # fmt: skip
        return found._replace(locator=str(place))
    return reading.suggest(span, "mention", choice, "title", relation="cites")


def named_again(
    reading: Reading, found: Sequence[Suggestion], masked: Masks
) -> Iterator[Suggestion]:
    """Titles of one word that stand again inside a sentence as they are printed, without marks:
    "Lee's *Tidelands* … why Tidelands is good", where the text has had the word in a capital
    for nothing else.  German has capitals in all nouns."""
    if reading.language == "de":
        return
    text = reading.text
    first: dict[int, Suggestion] = {}
    for one in sorted(found, key=lambda one: one.start):
        if one.kind == "mention" and one.body.type == "work":
            first.setdefault(reading.catalogue.keys[one.body.value], one)
    for entry, one in first.items():
        words = main_title(reading.catalogue.entries[entry].title).split()
        if len(words) != 1 or len(words[0]) < _LEAST_LETTERS:
            continue
        printed = words[0].capitalize()
        places = [
            at.start()
            for at in re.finditer(rf"(?<![\w-]){re.escape(printed)}(?![\w-])", text)
            if not is_first(text, at.start())
        ]
        if not places or places[0] < one.start:
            continue
        for at in places:
            end = at + len(printed)
            alone = _IN_NAME.match(text, end) is None and not _NAME_BEFORE.search(text, 0, at)
            if not alone or masked.covers(at) or _is_found(found, at):
                continue
            reading.link(at, entry)
            key = reading.catalogue.entries[entry].key
            choice = Choice(entry, 0.6, (f"the title of {key}, named before",))
            yield reading.suggest((at, end), "mention", choice, "title", relation="cites")


def _is_found(found: Sequence[Suggestion], at: int) -> bool:
    return any(one.start <= at < one.end for one in found)


def as_echoes(reading: Reading, found: list[Suggestion]) -> Iterator[Suggestion]:
    """What was found, where titles in quotation marks and lower case that the text has had
    before are echoes: by now a title is a term."""
    first: dict[tuple[str, str], int] = {}
    for one in sorted(found, key=lambda one: one.start):
        words = reading.lowered[one.start : one.end].strip(_AROUND)
        if one.body.type != "work" or one.method not in ("title", "quoted-term", "short-title"):
            yield one
            continue
        text = reading.text[one.start : one.end]
        inner = text.strip(_AROUND)
        again = any(key == one.body.value and words in other for key, other in first)
        first.setdefault((one.body.value, words), one.start)
        if again and one.method == "title" and text[0] in _QUOTES and inner[:1].islower():
            echo = one._replace(kind="echo", relation="obtainsBackgroundFrom", quoted=inner)
            yield echo._replace(method="title-again")
        else:
            yield one


def _is_heading(reading: Reading, hit: TitleHit) -> bool:
    """Whether the title is the text's own: its first line."""
    head = reading.text[: hit.start]
    if head.strip('#*_ \t\r\n\ufeff“"«') or len(head) > 40:
        return False
    line_end = reading.text.find("\n", hit.end)
    rest = reading.text[hit.end : line_end if line_end != -1 else len(reading.text)]
    if _GOES_ON.match(rest) is not None:
        return False
    return not rest.strip('*_ \t\r”"»') or rest.lstrip()[:1] in (":", "?", "–", "—")
