"""Paraphrases: what a catalogued author claims, in the document's own words.

"X argues that …", "as X states, …", "in her book, X shows …".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from citekit.find.citingwords import (
    CLAIM_VERBS,
    NAMING_VERBS,
    OPENING,
    THAT,
)
from citekit.find.mentions.anaphora import is_reported
from citekit.find.mentions.attributed import cited_end, is_spoken_of, leads_to
from citekit.find.mentions.bounds import (
    INTRODUCTION,
    LEAST_BEFORE,
    Claim,
    after_verb,
    between_commas,
    bounded,
    is_contrasted,
    verb_of,
)
from citekit.find.mentions.clauses import GERMAN_ROLE, governs, inverted, is_verb, predicate
from citekit.find.mentions.frames import brings_in, framed, is_of
from citekit.find.mentions.germanverbs import reports_after
from citekit.find.mentions.leadins import leads_in, studies
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Choice, Reading
from citekit.find.mentions.spoken import has_work, may_report
from citekit.find.mentions.titleclaims import placed_claim
from citekit.find.mentions.told import in_citation
from citekit.find.mentions.unclaimed import is_anothers, says_nothing
from citekit.find.suggestion import Suggestion

#: After the verb: a clause follows.
CLAUSE = re.compile(
    r"\s?(?:(?:that(?!(?:\s[^\W\d_]+)?[.!?;])|dass|daß|que|qu'|how|why|whether|when|where|what|wie|warum|weshalb|ob|comment"
    r"|pourquoi|combien|quand)\b|(?:in|im|dans|en|for|here|hier|ici|auch|also|dabei|darin"
    r"|darauf|davon|daran|davor|dafür|out|to|convincingly|persuasively|überzeugend|us)\s"
    r"[^.;:!?]{0,70}?\b(?:that|dass|daß|que|qu'|how|why|wie|warum|comment)\b"
    r"|(?:nach|hin|heraus|auf|dar|fest|aus|an),\s(?:dass|daß|wie)\b|(?:die|the|la|l')\s?(?:these|auffassung|ansicht|meinung|thèse|idée|view|thesis|case|point)\b"
    r"[^.;:!?]{0,10}\b(?:that|dass|daß|que|qu')|,\s(?:dass|daß|wie|warum|ob|that)\b|\s?:)"
)
#: Before a name: the attribution begins here.
_LEAD = re.compile(
    r"(?:\b(?:as|like)|\b(?:so\s)?wie|\bcomme|\baccording to|\blaut|\bnach|\bselon|\bd'après"
    r"|\bper|\bto (?:borrow from|paraphrase|follow|echo)"
    r"|\bsuivant|\bfor|\bto|\bfür|\bpour|\bin the view of|\bin den augen von|\baux yeux de"
    r"|\bfolgt man"
    r"|\bfollowing|\bmit)\s(?:(?:the|der|die|le|la|l')\s?)?(?:[^\W\d_][\w-]*['\s]){0,4}$"
)
_IN_VIEW = re.compile(
    r"\s(?:view|account|reading|analysis|words|telling|terms|theory|framework|model|formulation|reasoning|logic|lights"
    r"|argument|showing|reckoning|count|estimate|diagnosis|opinion|judge?ment|version|pages|eyes"
    r"|sicht|auffassung|ansicht|lesart|meinung|analyse|théorie|these|theorie|überzeugung|urteil"
    r"|darstellung|deutung|diagnose|befund|rechnung|schätzung)\b"
)
_SURE_LEADS = (
    *("according to", "per ", "to borrow", "to paraphrase", "to follow", "to echo", "laut"),
    *("selon", "d'après", "suivant", "in the view of", "aux yeux de", "folgt man"),
    "in den augen von",
)
#: Before a name: a preposition or "and" governs it, it is no subject.
_GOVERNED = re.compile(
    r"(?:\b(?:of|by|from|with|to|on|about|like|than|against|for|in|after|between|under|over|through|at|into|via"
    r"|von|vom|mit|bei|nach|zu|zum|zur|über|gegen|für|durch|um|an|seit|unter|ohne|aus|im|als"
    r"|de|du|des|à|au|par|pour|avec|chez|sur|dans|contre|sous|sans|selon|depuis|entre|sowie)\b"
    r"|\bd'|\bl')\s?(?:(?:the|der|den|dem|die|le|la|l')\s?)?(?:[^\W\d_]+\s){0,3}$"
)
#: Before "nach X, dass": "so kommt es nach X, dass".
_THERE = frozenset("es darin daran darauf davon dadurch daraus damit".split())
#: "as X tells it": of a book, but news tell too.
_TELLS = frozenset("tells told erzählt erzählte raconte racontait".split())
#: "As X has it", "as X would have it".
_HAS_IT = re.compile(r"\s(?:has|had|would\shave)\sit\b")
#: "For X, who taught me.", "Für X, in Dankbarkeit": a dedication.
_FOR = re.compile(r"(?:for|für|pour|to|à)\s(?:[^\W\d_]+\s){0,2}")
_DEDICATED = re.compile(
    r",\s(?:who|whom|whose|der|die|de[mr]en|dem|dessen|qui|que|dont)\b[^,;:]*"
    r"(?:,\s(?:wo|dass|daß|wie|was|warum|ob|weil|als|wenn|wer|de[rnm]|die|das)\b[^,;:]*)*$"
    r"|,\s(?:with|in|mit|voller|avec|en)\s(?:[^\W\d_]+\s){0,3}?(?:thanks|gratitude|love"
    r"|admiration|affection|friendship|memory|memoriam|dank|dankbarkeit|liebe|freundschaft"
    r"|erinnerung|reconnaissance|amitié|souvenir|hommage)\b"
)
#: Before a title that says where something is found.
_IN_TITLE = re.compile(r"(?:in|im|dans)\s(?=[\"'*_]|[^\W_])")
#: Code points of an opening quotation mark and its space.
_MARKS = 2
#: What may open a sentence before "for X, …".
_ADDING = ("", "but", "and", "yet", "so", "und", "aber", "doch", "denn", "mais", "et", "or")
_CONJUNCTIONS = frozenset(
    """and but or yet that because though although while since if when for so even und aber oder
    denn dass weil obwohl wenn während da et mais ou car que puisque si quand lorsque""".split()
)


_FRONT = re.compile(rf"{OPENING}(?:{THAT}\b|qu')")
_FRONTED = re.compile(
    r",\s(?:(?:das|dies|es|c'est(?:\sce)?|that|this|it|voilà(?:\sce)?)\s?)?(?P<said>(?:hat|haben|hatte|had|has|ist|is|was|a)\s)?"
    r"(?:que\s|what\s|was\s)?(?:[^\W\d_]+\s)?$"
)
_VERB_ALONE = re.compile(rf"[\"'*_»]{{0,2}}\s?(?:\(\d{{4}}\)\s)?(?P<verb>[^\W\d_]+)\s{GERMAN_ROLE}")
#: "Nach X ist eine Straße benannt."
_NAMED_AFTER = re.compile(r"\b(?:be|um)?(?:ge)?nannt\b|\bheißt\b|\bgetauft\b")
#: "Nach der Lesung sprach X": a verb right before the name.
_VERB_LAST = re.compile(
    r"\s(?!(?:de[mrs]|vo[nm]|zu[mr]?|und|auch|aus|im|in|bei)\s)[a-zäöüß]+(?<!e)(?<!e[nrm])\s$"
)
#: A comma or semicolon, and the mark of a note behind it: ",(1) as X pointed out".
_BEHIND_COMMA = re.compile(r"[,;](?:\[\^?[^\]\s]{1,20}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]{1,3})?\s?")
#: Behind a name: its bearer publishes a book, and the sentence claims nothing.
_PUBLISHES = re.compile(
    r"(?:\s(?:and|et|&)\s[^\W\d_]+(?:\s[\w.-]+){0,2}?)?\s(?:has\s|had\s|a\s|avait\s)?(?:wrote|writes|written|published|publishes"
    r"|veröffentlichte|publia|publie|publié|écrivit|écrit)\s"
    r"(?!.*\b(?:that|dass|daß|how|why|warum|que|comment|pourquoi)\b)", re.S
)  # fmt: skip
#: The rest of a sentence that a name closes.
_REST = re.compile(
    r"(?:\s(?:and|und|et|&)\s[^\W\d_][\w.'-]*(?:\s[^\W\d_][\w.'-]*){0,2})?[.;!?)\"'\s]*"
)
#: "X and Name's": the possessive is both's.
_JOINT_POSSESSIVE = re.compile(r"\s(?:and|und|et|&)\s[^\W\d_]+[’'](?:s\b|\s)")


def claim(reading: Reading, person: Person) -> Claim | None:
    """The claim that the sentence reports of ``person``, if it reports one."""
    lowered = reading.lowered
    if person.possessive and not _may_be_view(lowered, person):
        return None
    start, end = reading.sentences.around(person.start)
    if end <= person.end or is_contrasted(lowered, person, start):
        return None
    lead_from = max(start, person.start - 60)
    lead = _LEAD.search(lowered, lead_from, person.start)
    verb, after, speech = verb_of(lowered, person, end)
    begins = person.start
    if lead is not None:
        words = lead[0]
        sure = words.startswith(_SURE_LEADS)
        view = person.possessive and _IN_VIEW.match(lowered, person.end, end) is not None
        if words.startswith(("as ", "wie ", "so wie ", "comme ")):
            if (
                not verb
                and CLAIM_VERBS.isdisjoint(words.replace("'", " ").split())
                and not _does(reading, person, end)
            ):
                return None
        elif words.startswith("nach "):
            if (
                (verb and lead.start() != start)
                or (
                    lowered[person.bare : person.bare + 1] in (",", ".")
                    and not _is_report(reading, person, start, lead.start(), end)
                )
                or _NAMED_AFTER.search(lowered, person.end, end)
                or _VERB_LAST.search(reading.text, lead.start(), person.start)
            ):
                lead = None
        elif words.startswith(("for ", "für ", "pour ")):
            if (
                _DEDICATED.match(lowered, person.end, end)
                or (lowered[person.end : person.end + 1] != "," and not view)
                or (
                    lowered[person.end : person.end + 1] == ","
                    and lowered[start : lead.start()].strip(", ") not in _ADDING
                )
            ):
                lead = None
        elif not sure:
            lead = None
        inside = lead is not None and (
            (words.startswith("laut ") and person.end < end - 3)
            or (sure and _is_inserted(lowered, person, start, lead.start(), end))
            or (
                words.startswith("nach ")
                and (view or _is_report(reading, person, start, lead.start(), end))
            )
        )
        if lead is not None and not inside and not _opens_clause(lowered, start, lead.start()):
            return None
        if lead is not None:
            parted = lowered.rfind("; ", start, lead.start())
            begins = (parted + 2 if parted > 0 else start) if inside else lead.start()
            speech = speech or sure
    if lead is None and verb and between_commas(lowered, person, start, after, end):
        begins = start
    elif lead is None:
        view = person.possessive and lowered[person.start - 3 : person.start] in (
            "in ",
            "on ",
            "by ",
        )
        noun = _IN_VIEW.match(lowered, person.end, end) if view else None
        by = lowered.startswith("by", person.start - 3)
        if noun is not None and (not by or lowered.startswith(",", noun.end())):
            begins = person.start - 3
            behind = lowered.startswith(",", noun.end()) or (
                begins - start > LEAST_BEFORE and _closes(lowered, noun.end(), end)
            )
            if behind and lowered.endswith(", ", start, begins):
                begins = start
        elif (
            _inverted(lowered, person, start, end)
            or _fronted(reading, person, start, end)
            or (
                reading.language == "de"
                and not person.possessive
                and (
                    inverted(lowered, start, person.start, person.end, end)
                    or _after_title(reading, person, start, end)
                )
            )
        ):
            begins = start
        elif not verb or after_verb(reading, person, start):
            follows = lowered.startswith((" zufolge", " nach,"), person.bare)
            if not follows and not after_verb(reading, person, start):
                return None
            speech = True
        elif CLAUSE.match(lowered, after, end) is None or is_of(lowered, person.start, start):
            return None
    return bounded(reading, person, start, end, begins, speech)


def _is_inserted(lowered: str, person: Person, start: int, at: int, end: int) -> bool:
    """Whether "according to X" at ``at`` closes a sentence, or stands in it between commas."""
    before = lowered[start:at].rstrip()
    if len(before) < LEAST_BEFORE or person.possessive:
        return False
    between = before[-1] == "," and lowered.startswith(",", person.end)
    return between or _closes(lowered, person.end, end)


def _closes(lowered: str, at: int, end: int) -> bool:
    """Whether a sentence has no more words from ``at`` on than a second name."""
    return _REST.fullmatch(lowered, at, end) is not None


def _may_be_view(lowered: str, person: Person) -> bool:
    """Whether what stands beside a possessive may bring in a claim: "in X's view", "…, so
    X's thesis, …"; most do not."""
    if _IN_VIEW.match(lowered, person.end):
        return True
    low = max(0, person.start - 60)
    return lowered.endswith(", so ", low, person.start) or (
        _LEAD.search(lowered, low, person.start) is not None
    )


def _does(reading: Reading, person: Person, end: int) -> bool:
    """Whether a finite verb follows the name, none of biography: "as X tells it"."""
    if person.possessive or reading.lowered.startswith((" es ", " l'", " la ", " le "), person.end):
        return False
    if _HAS_IT.match(reading.lowered, person.end):
        return True
    found = predicate(reading.text, reading.lowered, person.end, end, reading.language)
    return (
        found is not None
        and found.verb not in NAMING_VERBS
        and (found.verb in _TELLS or is_verb(found.verb, reading.language))
    )


def _is_report(reading: Reading, person: Person, start: int, at: int, end: int) -> bool:
    """Whether a German clause with "nach X" inside it says what X claims: "Erfolgreich sei
    nach X nur, wer …", "So kommt es nach X, dass …"."""
    if at <= start or not (person.full or person.known):
        return False
    if is_reported(reading.text, reading.lowered, start, end):
        return True
    before = reading.lowered[start:at].split()
    return before[-1] in _THERE and CLAUSE.match(reading.lowered, person.end, end) is not None


def _opens_clause(lowered: str, start: int, at: int) -> bool:
    """Whether a clause may begin at ``at``: not "the … according to X is"."""
    before = lowered[start:at].rstrip()
    if not before or before[-1] in ',;:-("':
        return not before.endswith('"')
    return before.rsplit(None, 1)[-1] in _CONJUNCTIONS


def _inverted(lowered: str, person: Person, start: int, end: int) -> bool:
    """Whether a verb of claim stands right before the name and a clause after it, as in
    German main clauses that begin with something else: "… zeigt X, dass …"."""
    words = lowered[max(start, person.start - 24) : person.start].split()
    if not words or words[-1] not in CLAIM_VERBS:
        return False
    return CLAUSE.match(lowered, person.end, end) is not None


def _after_title(reading: Reading, person: Person, start: int, end: int) -> bool:
    """German: whether a verb between a title of the person's that opens the sentence and the
    name says what is claimed there: "In „Titel“ räumt Name ein, dass …"."""
    title = reading.after_title(start, person.start)
    if title == start or not reading.titled_between(start, title, person.entries):
        return False
    found = _VERB_ALONE.fullmatch(reading.lowered, title, person.start)
    return found is not None and governs(
        reading.lowered, found["verb"], found.start("verb"), person.end, end
    )


def _fronted(reading: Reading, person: Person, start: int, end: int) -> bool:
    """Whether the sentence begins with the clause that the name's verb governs: "Dass …,
    das hat X gezeigt", "Que …, c'est ce que X a établi"."""
    opened = _FRONT.match(reading.lowered, start, person.start)
    if opened is None or person.possessive:
        return False
    before = _FRONTED.search(reading.lowered, max(opened.end(), person.start - 40), person.start)
    if before is None:
        return False
    found = predicate(reading.text, reading.lowered, person.end, end, reading.language)
    return before["said"] is not None or found is not None


def paraphrase(reading: Reading, person: Person) -> tuple[Claim, Suggestion] | None:
    """The paraphrase that names ``person``, with its work; none where he says nothing, or
    somebody else does."""
    if is_anothers(reading, person):
        return None
    found = _paraphrase(reading, person)
    if found is None or says_nothing(reading.lowered, found[0].start, found[0].end):
        return None
    return found


def _paraphrase(reading: Reading, person: Person) -> tuple[Claim, Suggestion] | None:
    if in_citation(reading, person):
        return _cited_claim(reading, person)
    if _JOINT_POSSESSIVE.match(reading.text, person.end):
        person = person._replace(possessive=True)
    if _is_dedication(reading, person) or _is_on_anothers(reading, person):
        return None
    if is_spoken_of(reading, person):
        return None
    established = reading.established(person)
    found = claim(reading, person)
    if found is None:
        found = _by_frame(reading, person) if established else _by_clause(reading, person)
    if found is None and reading.title_ends:
        found = placed_claim(reading, person)
    if found is None:
        return None
    if found.speech and not may_report(reading, person):
        return None
    if not established and _quoted_speech(reading, found):
        return None
    if _quoted_speech(reading, found) and found.speech:
        return None
    choice = reading.choose(person.entries, person.start, about=(found.start, found.end))
    inside = [quote for quote in reading.quotes_between(found.start, found.end)
              if quote[1] <= found.end + 1]  # fmt: skip
    quoted = reading.inner(inside[0]) if inside else ""
    return found, reading.suggest(
        (found.start, found.end),
        "paraphrase",
        choice,
        "claim",
        relation="citesAsAuthority" if found.speech else "obtainsBackgroundFrom",
        quoted=quoted,
        weight=0.9 if reading.introduced(person) else 0.6,
        reasons=(f"reports what {person.name} claims",),
    )


def _is_dedication(reading: Reading, person: Person) -> bool:
    """Whether a sentence says for whom a text is, and no more."""
    start, end = reading.sentences.around(person.start)
    return (
        _FOR.fullmatch(reading.lowered, start, person.start) is not None
        and _DEDICATED.match(reading.lowered, person.end, end) is not None
    )


def _is_on_anothers(reading: Reading, person: Person) -> bool:
    """Whether a sentence says what somebody finds in the work of somebody else, whose title
    it begins with: "In Title, X found …"."""
    start, end = reading.sentences.around(person.start)
    led = _IN_TITLE.match(reading.lowered, start, person.start)
    if led is None:
        return False
    index = bisect_left(reading.links, (start, -1))
    at, entry = reading.links[index] if index < len(reading.links) else (end, -1)
    return (
        at <= led.end() + _MARKS
        and at in reading.title_ends
        and entry not in person.entries
        and not reading.titled_between(start, end, person.entries)
    )


def _cited_claim(reading: Reading, person: Person) -> tuple[Claim, Suggestion] | None:
    """The sentence whose subject is cited, or that is attributed to somebody cited: "Name
    (1999) maintained that …", "According to Name (1999, 12), …"."""
    index = bisect_left(reading.citing, (person.end, -1)) - 1
    cite, at = reading.citing[index]
    start, end = reading.sentences.around(person.start)
    begins = leads_to(reading, person)
    if begins is None:
        if cite != person.start or reading.thinks(at, at + 300, many=True) < 0.7 or end - at < 40:
            return None
        begins = person.start
    else:
        person = person._replace(end=cited_end(reading, person))
    said = bounded(reading, person, start, end, begins, False)
    if said is None or (begins != person.start and _quoted_speech(reading, said)):
        return None
    place = bisect_left(reading.links, (cite, -1))
    linked = place < len(reading.links) and reading.links[place][0] == cite
    entry = reading.links[place][1] if linked else None
    choice = Choice(entry, 0.9 if linked else 0.3, (f"{person.name} is cited there",))
    reasons = (f"reports what {person.name} claims",)
    return said, reading.suggest(
        (said.start, said.end), "paraphrase", choice, "cited-claim", weight=0.8, reasons=reasons
    )


def _by_frame(reading: Reading, person: Person) -> Claim | None:
    """The claim that a sentence gives to ``person`` with other words than a verb after
    the name."""
    start, end = reading.sentences.around(person.start)
    if is_contrasted(reading.lowered, person, start):
        return None
    if _PUBLISHES.match(reading.lowered, person.end, end) and reading.titled_between(
        person.end, end, person.entries
    ):
        return None
    name, around = (person.start, person.end), (start, end)
    if not (
        framed(reading.lowered, name, person.possessive, around)
        or brings_in(reading.lowered, name, person.possessive, around)
        or leads_in(reading.lowered, name, around)
        or (
            person.full
            and not person.possessive
            and studies(reading.lowered, reading.language, name, around)
        )
        or _is_said_to_think(reading, person, start, end)
        or _reports(reading, person, end)
    ):
        return None
    begins = start
    others = [other for other in reading.people_between(start, person.start)
              if set(other.entries).isdisjoint(person.entries)]  # fmt: skip
    if others:
        comma = max(
            reading.lowered.rfind(sign, others[-1].end, person.start) for sign in ", ; ".split()
        )
        behind = _BEHIND_COMMA.match(reading.lowered, comma, person.start) if comma >= 0 else None
        if behind is None:
            return None
        begins = behind.end()
    found = bounded(reading, person, start, end, begins, False)
    return found if found is not None and has_work(reading, person) else None


def _by_clause(reading: Reading, person: Person) -> Claim | None:
    """The clause that a surname alone governs, whom the text never introduces: somebody
    whom every reader knows."""
    if person.possessive:
        return None
    start, end = reading.sentences.around(person.start)
    if INTRODUCTION.fullmatch(reading.lowered, start, person.start) is None:
        return None
    if reading.thinks(person.end, end) < 0.7:
        return None
    return bounded(reading, person, start, end, start, False)


def _is_said_to_think(reading: Reading, person: Person, start: int, end: int) -> bool:
    """Whether ``person`` is the subject of a clause that says what it thinks."""
    low = reading.after_title(max(start, person.start - 120), person.start)
    low = max(low, person.start - 40)
    if person.possessive or _GOVERNED.search(reading.lowered, low, person.start) is not None:
        return False
    weight = reading.thinks(person.end, end)
    # a sentence with a title is first of all one about the book
    return weight > (0.86 if reading.titled_between(start, end, person.entries) else 0)


def _reports(reading: Reading, person: Person, end: int) -> bool:
    """Whether German indirect speech of ``person`` follows the name."""
    if person.possessive:
        return False
    low = max(0, person.start - 40)
    return _GOVERNED.search(reading.lowered, low, person.start) is None and reports_after(
        reading.text, reading.lowered, person.end, end
    )


def _quoted_speech(reading: Reading, found: Claim) -> bool:
    """Whether the claim is a quoted sentence: then it is a quotation."""
    return 2 * reading.quoted_between(found.start, found.end) > found.end - found.start
