"""Terms: words in quotation marks beside an author's name, and the same words again.

What a work's terms are is learned from the text: nothing is known beforehand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citekit.find.citingwords import (
    CLAIM_VERBS,
    NAMING_VERBS,
    POSSESSIVES,
    PRONOUN,
    SPEECH_VERBS,
    THEORY_NOUNS,
)
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Choice, Reading, Span, Term
from citekit.find.mentions.sayers import (
    another_between,
    is_anothers,
    is_critics,
    is_of_his,
    is_said_of,
    is_subject,
)
from citekit.find.mentions.told import spoken_of
from citekit.find.mentions.unclaimed import is_description, is_unused
from citekit.find.suggestion import Suggestion
from citekit.find.termwords import same_term, term_key, term_words

_WORD = re.compile(r"[^\W_]+")
_REACH = 90
#: A term named by a pronoun stands no farther from its author.
_FARTHEST = 600

#: Between a name and the term after it there is no other clause.
_BROKEN = re.compile(r"[;:?!]|\.\s")
_PARAGRAPH = re.compile(r"\n\s*\n")
_PARENTHESES = re.compile(r"\s?\([^()]*\)")
#: What may stand between a term and the name after it.
_OF_NAME = re.compile(
    r",?\s(?:(?:a|the|an|to use|to borrow|in|as|borrowed|taken|term|phrase|concept|notion|idea"
    r"|word|words|expression|metaphor|formula|theory|coined|introduced|developed|proposed"
    r"|popularised|popularized|described|theorised|theorized|formulated|famously|first"
    r"|sense|language|terms|formulation|so-called"
    r"|ein|eine|der|die|das|den|dem|begriff|ausdruck|wort|sinne|worten|geprägt|eingeführt|entwickelt"
    r"|wie|es|laut|im|des"
    r"|un|une|le|la|les|au|sens|terme|mot|mots|notion|selon|forgé|forgée|proposé|proposée|développé"
    r"|qu'on|que|l'on|doit|nous|devons|which|we|owe|développée|chère|cher|comme|théorisé|théorisée|expression|formule)\s){0,6}"
    r"(?P<link>of|by|from|as|in|with|von|bei|nach|im sinne|wie|laut|de|d'|par|selon|chez|to|à)\s?$"
)
_NAMED_AFTER = re.compile(
    r"\s(?:would|has|had|have|once|famously|later|also|hat|das|dies|ihn|sie|es|l'a|le|la|l'avait)?"
    r"\s?(?P<verb>[^\W\d_]+)"
)
_PRONOUN_NAMES = re.compile(
    r"\b(?:s?he|they|er|sie|ihr|ihm|elle|il)\s(?:(?:l'(?=[^\W\d_])|once|also|later|famously|has|had|la|le|les|l'|es|das|dies|ihn)\s?){0,2}"
    r"(?P<verb>[^\W\d_]+)\s(?:[^\W\d_]+['\s]){0,4}$"
    r"|\b(?:s?he|they|the (?:book|study|author|essay|article)) ha[sd] (?:a|his|her|its) (?:own )?"
    r"(?:phrase|word|name|term) for [^.;:!?]{1,30}[,:] $"
)
#: "he called the whole business “…”".
_HE_NAMES = re.compile(rf"\b{PRONOUN}\s(?:l')?(?P<between>(?:[^\W\d_]+['\s]){{1,9}})$")
#: "X, with his “…”", "X sein Schlagwort von der „…“".
_HIS = re.compile(
    rf"(?P<with>,?\s(?:with|and|mit|und|avec|et))?,?\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,4}}[\[*_]?"
)
#: "“…” is X's word for it".
_IS_HIS = re.compile(r"[,.]?\s(?:is|was|were|are|ist|war|est|était)\s(?:[^\W\d_]+\s){0,2}")
#: "“…” comes from X", "« … » est de X".
_ORIGIN = re.compile(
    r",?\s(?:comes?|came|stems?|stemmed|derives?|goes back|is|was|dates|stammt|stammte|geht|ist|war"
    r"|vient|venait|est|date|remonte)\s(?:[^\W\d_]+\s){0,2}?"
    r"(?:from|to|of|de|von|auf|à|chez)\s?|,?\sest\sd'"
)
#: "the “…” that X described", "die „…“, von der X spricht".
_RELATIVE = re.compile(
    r",?\s(?:that|which|(?:of|about|to|for|in)\swhich|(?:von|über|mit|auf|an|in)\s(?:der|dem|denen)"
    r"|den|die|das|dont|que|à\slaquelle|auquel)\s(?:[^\W\d_]+\s)?|,?\squ'(?:[^\W\d_]+\s)?"
)
_VERB_OF = (
    r"(?:describe[sd]?|wrote|writes|spoke|speaks|analy[sz]e[sd]?|feared|warned|celebrated"
    r"|had in mind|meant|spricht|sprach|schreibt|schrieb|beschreibt|beschrieb|beschrieben|meinte"
    r"|gesprochen|parle|parlait|décrit|décrivait|évoque|évoquait|analyse|analysait)"
)
_THAT_VERB = re.compile(rf"\s(?:[^\W\d_]+\s){{0,2}}?{_VERB_OF}\b")
#: "the “…”, a term the psychologist X applied to …", "„…“, den der Soziologe X geprägt hat".
_APPOSED = re.compile(
    r",?\s(?:(?:an?|the|ein|eine|einen|un|une)\s(?:[^\W\d_]+\s)?"
    r"(?:term|phrase|concept|notion|idea|word|expression|metaphor|begriff|ausdruck|wort|konzept|these"
    r"|terme|mot|formule|idée),?\s)?"
    r"(?:(?:that|which|de[nmr]|die|das|wie\s(?:ihn|sie|es)|que|dont)\s)?"
    r"(?:(?:the|der|die|dem|le|la)\s|l')?(?:[^\W\d_][\w-]*\s){0,3}?"
)
#: After a name: the verb of whoever gave a term or wrote a work.
GIVEN = re.compile(
    r"(?:\s(?:and|und|et)\s[^\W\d_]+(?:\s[^\W\d_]+)?)?(?:\s[^\W\d_]+){0,2}?\s"
    r"(?:coined|identified|described|applied|gave|introduced|developed|proposed|used|uses|applies"
    r"|analysed|analyzed|popularised|popularized|invented|diagnosed|defined|borrowed|traced|studied|examined|explored"
    r"|wrote|published|publia|écrivit|forgea|a\s(?:publiée?|écrite?|forgée?|introduite?|proposée?|décrite?|théorisée?|popularisée?)|forge|forgeait)\b"
    r"|[^.;:!?\"]{0,80}?\s(?:geprägt|beschrieben|eingeführt|diagnostiziert|formuliert|entwickelt"
    r"|entdeckt|erfunden|geschrieben|veröffentlicht|studiert"
    r"|untersucht"
    r"|publiziert|vorgelegt|verfasst|abgeleitet|ableitete|aufgestellt|beobachtet|benannt|entlehnt|vorgeschlagen"
    r"|prägte|beschrieb|einführte|entwickelte|fand|erfand)(?:\s(?:hat|hatte|haben|hatten))?\b"
)
#: "la « … » dont parle X".
_RELATIVE_VERB = re.compile(rf",?\s(?:dont|que|à\slaquelle|auquel|qu')\s?{_VERB_OF}\s")
#: "“…,” X called it".
_NAMED_IT = re.compile(r"\s(?P<verb>[^\W\d_]+)\s(?:it|this|that|them|das|es|dies|ihn|sie)\b")
_WORD_FOR_IT = re.compile(
    r"(?:,?\s[^\W\d_]+){0,5}?\s(?:word|term|name|phrase|label|wort|ausdruck|begriff|name|formel|bild)\b"
)
#: "the famous phrase about “…”", "sa distinction entre « … »": a noun of thought, then the
#: term; the author is whoever was spoken of.
_NOUN_AND_TERM = re.compile(
    rf"(?<![^\W_])(?:(?P<his>{POSSESSIVES})\s|(?:the|this|that|die|der|den|dem|das|des|diese[rnms]?|la|le|les|cette|cet?|du|au)\s|l')"
    r"(?:[^\W\d_]+\s){0,2}?(?P<noun>[^\W\d_]+)"
    r"(?:\s(?:of|for|about|between|von|vom|der|des|zwischen|über|de|d'|du|entre|sur))?"
    r"(?:\s?(?:the|a|der|dem|den|la|le|les|l'))?\s?[\[*_]?$"
)
_NAMES = frozenset(
    "word words name label chapter slogan image kapitel namen ausdruck formel bild chapitre "
    "nom".split()
)
_NOUNS = THEORY_NOUNS | _NAMES
_AS_SHE_CALLS_IT = re.compile(
    r",?\s(?:wie|as|comme)\s(?:sie|er|s?he|they|elle|il)\s(?:(?:es|ihn|sie|das|dies|la|le)\s|l')?"
    r"(?:nennt|nannte|calls|called|puts|terms|appelle|appelait|nomme)(?:\sit)?\b"
)
#: "to speak with X, her “…”".
_WITH = re.compile(
    r"\b(?:speak with|mit|avec|parler comme|dire avec|à la suite de|in the words of)\s$|, with\s$"
)
_TO_NAME = re.compile(
    r"\s(?:sprechen|reden|nennen|nennt|nannte|bezeichnet|bezeichnen|genannt|getauft)\b"
)
_HER_TERM = re.compile(
    r"^(?:and\s|but\s|yet\s|und\s|aber\s|mais\s|et\s)?(?:her|his|their|sein|seine|ihr|ihre|son|sa|ses)\s"
    r"(?:(?:[^\W\d_]+\s){0,2}|(?:[^\W\d_]+\s)?(?:word|name|term|phrase|label|verb|wort|name|begriff"
    r"|ausdruck|formel|mot|terme|nom|expression|formule)(?:\s(?:for|für|pour)\s[^.;:!?,\"]{1,30}"
    r"|\sdafür)?(?:,|:|\s(?:is|was|ist|war|lautet|lautete|est|était))?\s(?:(?:the|der|die|das|le|la)\s|l')?)$"
)
#: Between two terms of one author.
_JOINTS = frozenset(
    """and|or|und|oder|et|ou|versus|and his|and her|and the|and of|from|vom|von|de|du|und sein
    |und seine|und ihr|und vom|und von|et son|et sa|et de|et le|et la""".replace(
        "\n    ", ""
    ).split("|")
) | {""}
_ITALIC = re.compile(
    r"\s(?:[^\W\d_]+\s){0,4}(?P<term>\\(?:emph|textit)\{[^{}\n]{2,60}\}|<(?:i|em)>[^<>\n]{2,60}</(?:i|em)>"
    r"|\*[^*\n]{2,60}\*|_[^_\n]{2,60}_)"
)


def term_after(reading: Reading, person: Person) -> tuple[Span, float] | None:
    """The quotation, or words in italics, that is a term of ``person``, named before it,
    and how sure."""
    lowered = reading.lowered
    quotes = reading.quotes_between(person.end, person.end + _REACH)
    if not quotes and person.possessive:
        italic = _ITALIC.match(reading.text, person.end)
        quotes = [italic.span("term")] if italic is not None else []
    if not quotes or not (quotes[0] in reading.short or reading.is_short(quotes[0])):
        return None
    gap = lowered[person.end : quotes[0][0]]
    if is_unused(gap):
        reading.others.add(quotes[0])
        return None
    his = None if person.possessive or not gap.strip() else _HIS.fullmatch(gap)
    if his is not None and (his["with"] or not THEORY_NOUNS.isdisjoint(his[0].split())):
        return quotes[0], 0.9
    cited = _PARENTHESES.sub("", gap) if "(" in gap else gap
    words = _WORD.findall(cited)
    colon = len(words) <= 8 and cited.rstrip().endswith(":") and "." not in cited
    if colon and not person.possessive and not _NOUNS.isdisjoint(words):
        return quotes[0], 0.85  # "had a word for it: “…”"
    if _BROKEN.search(cited) or _PARAGRAPH.search(reading.text, person.end, quotes[0][0]):
        return None
    if len(words) > 12 or is_said_of(reading, person, quotes[0]):
        return None
    naming = NAMING_VERBS.intersection(words)
    if not naming and len(words) <= 3:
        # "… nennt Name „…“"
        naming = NAMING_VERBS.intersection(lowered[person.start - 14 : person.start].split()[-1:])
    if person.possessive and len(words) <= 7:
        if naming and not is_of_his(words):
            reading.others.add(quotes[0])
            return None  # "X's niece calls the house “…”"
        if naming or not CLAIM_VERBS.intersection(words) - THEORY_NOUNS:
            theory = bool(THEORY_NOUNS.intersection(words))
            return quotes[0], 1.0 if theory or person.full else 0.9
        return None
    # "A and B call": the verb belongs to both
    if _others(reading, person, quotes[0]) and not (naming and "," not in cited):
        return None
    apposed = not naming and cited.startswith(",") and len(words) <= 5
    if apposed and _WITH.search(lowered, max(0, person.start - 24), person.start):
        return quotes[0], 0.8
    if not naming and _TO_NAME.match(lowered, quotes[0][1]):
        naming = frozenset(("name",))  # "mit X könnte man von „…“ sprechen"
    if naming and len(words) <= 9:
        if is_subject(reading, (person.start, person.end), quotes[0][0]):
            return quotes[0], 0.95
        reading.others.add(quotes[0])
        return None
    if not cited.strip(" \u00a0") and person.full:
        return None
    thought = THEORY_NOUNS.intersection(words) and not SPEECH_VERBS.intersection(words)
    return (quotes[0], 0.8) if thought and "," not in cited and len(words) <= 5 else None


def joined(reading: Reading, quote: Span, known: bool = False) -> list[Span]:
    """The terms that "and" or "or" joins to a term, “exit” and “voice”; with ``known`` also
    those that are learned already."""
    found = []
    at = quote[1]
    for other in reading.quotes_between(at, at + 120):
        gap = reading.lowered[at : other[0]].strip(" \u00a0,")
        if gap not in _JOINTS or other not in reading.short:
            break
        if other in reading.used and not known:
            break
        found.append(other)
        at = other[1]
    return found


def _others(reading: Reading, person: Person, quote: Span) -> list[Person]:
    return [other for other in reading.people_between(person.end, quote[0]) if other is not person]


def term_before(reading: Reading, person: Person) -> tuple[Span, int] | None:
    """The quotation that is a term of ``person``, named after it, and where the naming
    ends: “…”, as Name calls it; the “…” of Name; “…” (Name)."""
    low = person.start - 60
    quotes = [
        quote
        for quote in reading.quotes_between(low - 80, person.start)
        if low <= quote[1] <= person.start
    ]
    if not quotes or quotes[-1] not in reading.short or is_description(reading, quotes[-1]):
        return None
    quote = quotes[-1]
    gap = reading.lowered[quote[1] : person.start]
    end = person.end
    if person.possessive and _IS_HIS.fullmatch(gap):
        word = _WORD_FOR_IT.match(reading.lowered, end)
        return (quote, word.end()) if word is not None else None
    if not person.possessive and (_ORIGIN.fullmatch(gap) or _is_related(reading, gap, end)):
        return quote, end
    ended = reading.inner(quote)[-1:] in (".", "!", "?")
    if not (person.possessive or ended) and _APPOSED.fullmatch(gap):
        given = GIVEN.match(reading.lowered, end)
        if given is not None:
            return quote, given.end()
    named_it = _NAMED_IT.match(reading.lowered, end) if not gap.strip(" ,.") else None
    if named_it is not None and named_it["verb"] in NAMING_VERBS:
        return quote, named_it.end()
    found = _OF_NAME.fullmatch(gap)
    if found is None:
        return None
    if found["link"] in ("as", "wie"):
        verb = _NAMED_AFTER.match(reading.lowered, end)
        if verb is None or verb["verb"] not in NAMING_VERBS | {"nennt", "put", "puts"}:
            return None
        end = verb.end()
    if found["link"] in ("in", "im sinne", "with") and not person.possessive:
        return None
    return quote, end


def _is_related(reading: Reading, gap: str, end: int) -> bool:
    """Whether a relative clause with the name ties it to the term before it."""
    if _RELATIVE_VERB.fullmatch(gap):
        return True
    return _RELATIVE.fullmatch(gap) is not None and (
        _THAT_VERB.match(reading.lowered, end) is not None
    )


def by_pronoun(reading: Reading, found: list[Suggestion]) -> Iterator[Suggestion]:
    """The terms of an author whom a pronoun stands for: "she calls this “…”", in the
    sentence of a mention or the one after it."""
    for mention in sorted(found, key=lambda s: s.end):
        if mention.body.type != "work" or mention.kind not in ("mention", "paraphrase"):
            continue
        near = reading.quotes_between(mention.end, mention.end + _FARTHEST)
        if reading.used.issuperset(near):
            continue
        start, end = reading.sentences.around(mention.start)
        following = reading.sentences.after(mention.start)
        following_start, end = following if following is not None else (end, end)
        second = reading.sentences.after(following_start) if following is not None else None
        if second is not None and not reading.people_between(following_start, second[1]):
            end = second[1]
        for quote in reading.quotes_between(mention.end, end):
            if quote in reading.used or quote not in reading.short:
                continue
            sentence = following_start if quote[0] >= following_start else start
            after = _AS_SHE_CALLS_IT.match(reading.lowered, quote[1])
            clause = reading.lowered[max(sentence, quote[0] - 50) : quote[0]]
            named = _PRONOUN_NAMES.search(clause)
            if after is not None or (named is not None and named["verb"] is None):
                pass
            elif named is None or named["verb"] not in NAMING_VERBS:
                named = _HER_TERM.search(clause)
                if named is None or quote[0] < following_start:
                    continue
            if reading.people_between(mention.end, quote[0]):
                continue
            entry = reading.catalogue.keys[mention.body.value]
            begins = quote[0] - len(clause) + named.start() if named is not None else quote[0]
            span = (begins, quote[1]) if after is None else (quote[0], after.end())
            if is_anothers(reading, quote, (mention.start, mention.end), (entry,)):
                continue
            if after is None and another_between(reading, mention.end, begins):
                continue
            reading.learn(quote, entry)
            words = reading.inner(quote)
            choice = Choice(
                entry, 0.7, (f"“{words}”, named by the author of {mention.body.value}",)
            )
            yield reading.suggest(span, "mention", choice, "term-by-pronoun", quoted=words)


def naming(lowered: str, low: int, at: int) -> int | None:
    """Where a pronoun stands that gives what it speaks of the name that begins at ``at``:
    "he called the whole business “…”"."""
    if NAMING_VERBS.isdisjoint(lowered[low:at].replace("'", " ").split()[-9:]):
        return None
    named = _HE_NAMES.search(lowered, low, at)
    if named is None or NAMING_VERBS.isdisjoint(named["between"].split()):
        return None
    return named.start()


def by_pronoun_alone(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The terms that a pronoun names where an author was spoken of, though nothing of
    theirs was found; a mention where a sentence begins with the pronoun."""
    places: list[tuple[int, int]] | None = None
    for quote in reading.quotations:
        if quote in reading.used or quote in reading.others or quote not in reading.short:
            continue
        if NAMING_VERBS.isdisjoint(reading.words_before(quote)):
            continue
        at = naming(reading.lowered, max(0, quote[0] - _REACH), quote[0])
        if at is None:
            continue
        start = reading.sentences.around(quote[0])[0]
        if at < start:
            continue
        if places is None:
            places = spoken_of(reading, found)
        index = bisect_left(places, (at, -1)) - 1
        if index < 0 or places[index][0] < quote[0] - _FARTHEST:
            continue
        anchor, entry = places[index]
        if reading.names_another(anchor, quote[0]):
            continue
        if is_anothers(reading, quote, (anchor, anchor), (entry,)):
            continue
        if another_between(reading, anchor, at):
            continue
        reading.learn(quote, entry)
        if at - start < 3:
            words = reading.inner(quote)
            key = reading.catalogue.entries[entry].key
            choice = Choice(entry, 0.6, (f"“{words}”, named by the author of {key}",))
            yield reading.suggest(
                (at, quote[1]), "mention", choice, "term-by-pronoun", quoted=words
            )


def by_noun(reading: Reading, found: list[Suggestion]) -> Iterator[Suggestion]:
    """The terms that a noun of thought introduces, where an author was spoken of just
    before: "…, and with it the idea of the “…”"."""
    places: list[tuple[int, int]] | None = None
    for quote in reading.quotations:
        if quote in reading.used or quote in reading.others or quote not in reading.short:
            continue
        if _NOUNS.isdisjoint(reading.words_before(quote)):
            continue
        low = max(0, quote[0] - 60)
        noun = _NOUN_AND_TERM.search(reading.lowered, low, quote[0])
        if noun is None or noun["noun"] not in _NOUNS:
            continue
        if places is None:
            places = spoken_of(reading, found)
        entry = _titled(reading, quote)
        if entry is None:
            entry = _just_before(reading, places, noun.start(), noun["his"] is not None)
        if entry is not None and not (
            not reading.lowered[noun.end("noun") : quote[0]].strip()  # "calls the idea “…”"
            and not NAMING_VERBS.isdisjoint(reading.words_before(quote))
            and is_critics(reading, quote, (entry,))
        ):
            yield _after_noun(reading, (noun.start(), quote[1]), quote, entry)


def _just_before(
    reading: Reading, places: list[tuple[int, int]], place: int, his: bool
) -> int | None:
    """The entry told of in the same sentence or the one before; ``his`` if a possessive
    points back."""
    index = bisect_left(places, (place + 1, -1)) - 1
    if index < 0:
        return None
    at, entry = places[index]
    sentence = reading.sentences.around(place)[0]
    if at < sentence:
        last = max(0, at - 1)
        following = reading.sentences.after(last)
        if following is None or (following[0] != sentence and not his):
            return None
        if reading.sentences.around(last)[1] < sentence - 400:
            return None
    return None if reading.names_another(at, place) else entry


def _titled(reading: Reading, quote: Span) -> int | None:
    """The work whose whole title a term is, if the text names its author."""
    words = " ".join(term_words(reading.inner(quote)))
    for form in reading.catalogue.marked_titles.get(words, ()):
        if any(form.entry in person.entries and person.full for person in reading.people):
            return form.entry
    return None


def _after_noun(reading: Reading, span: Span, quote: Span, entry: int) -> Suggestion:
    words = reading.inner(quote)
    reading.learn(quote, entry)
    choice = Choice(entry, 0.6, (f"“{words}” after {reading.catalogue.entries[entry].key}",))
    return reading.suggest(span, "mention", choice, "term-by-noun", quoted=words)


def echoes(reading: Reading, since: int = 0) -> Iterator[Suggestion]:
    """The quotations that use a learned term again, after it was learned; of the terms from
    number ``since`` on."""
    learned = reading.terms[since:]
    if not learned:
        return
    terms: dict[tuple[int, str], list[Term]] = {}
    for term in sorted(learned, key=lambda term: term.start):
        terms.setdefault(term_key(term.words), []).append(term)
    first = min(term.start for term in learned)
    for quote in reading.quotations:
        if quote[0] <= first or quote in reading.used or quote not in reading.short:
            continue
        words = term_words(reading.inner(quote))
        if not term_key(words)[0]:
            continue  # "I" is nobody's
        best: tuple[int, int, Term] | None = None
        for term in terms.get(term_key(words), ()):
            if term.start >= quote[0]:
                break
            likeness = same_term(words, term.words)
            if likeness and not term.capital and is_name(reading, quote):
                continue
            if likeness and (best is None or (likeness, term.start) >= best[:2]):
                best = (likeness, term.start, term)
        if best is not None:
            yield _echo(reading, quote, best[0], best[2])


def is_name(reading: Reading, quote: Span) -> bool:
    """Whether a quotation in a capital stands inside a sentence: the name of something."""
    if not reading.inner(quote)[:1].isupper():
        return False
    return reading.text[max(0, quote[0] - 2) : quote[0]].strip()[-1:] not in (
        "",
        ".",
        "!",
        "?",
        ":",
    )


def _echo(reading: Reading, quote: Span, likeness: int, term: Term) -> Suggestion:
    from_words = " ".join(term.words)
    entry = reading.catalogue.entries[term.entry]
    how = {3: "the term", 2: "another form of the term", 1: "the counterpart of the term"}
    choice_score = {3: 0.9, 2: 0.75, 1: 0.7}[likeness]
    return reading.suggest(
        quote,
        "echo",
        Choice(term.entry, choice_score, (f"{how[likeness]} “{from_words}” of {entry.key}",)),
        "term-again",
        quoted=reading.inner(quote),
    )
