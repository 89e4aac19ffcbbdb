"""Sentences that give a claim to an author with other words than "X argues that".

The author and a clause, with a word of claim between them ("X has put forward the view
that", "von X stammt die Beobachtung, dass"); a noun of claim before the author ("a point
X made is that"); the passive ("as was argued by X"); what opens or closes a sentence
("mit X gesprochen", "à en croire X", "as X saw it", "aimait à dire X"); and sentences whose
subject is not the author ("Since X we know that …", "to X the harbour was …", "the thesis that …
goes back to X", "X's answer: …", "…, X, for whom …").

Prepositions, conjunctions and verbs of being are closed classes.  Words are in the form of
:func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re

from citekit.find.citingwords import (
    ARTICLES,
    CLAIM_NOUNS,
    CLAIM_VERBS,
    CLAIM_WORDS,
    FUNCTION_WORDS,
    GENDERS,
    SCHOLARS,
    WORK_NOUNS,
    WRITINGS,
)
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.clauses import is_thought
from citekit.find.mentions.germanverbs import reports_after
from citekit.find.mentions.namesakes import SCHOLARLY

#: What opens a clause.
_THAT = re.compile(
    r",?\s(?:that|dass|daß|que|selon laquelle|selon lequel|wonach|whereby|how|why|whether"
    r"|comment|pourquoi|combien)\b|\s?:(?=\s)|,?\s(?:qu')|,\s(?:wie|warum|weshalb|ob)\b"
    rf"|(?:{'|'.join(sorted(CLAIM_NOUNS))}),(?=\s[^\W\d_])"
)
_REACH = 110
_BREAK = re.compile(r"[.!?\"()]|\n")
#: "X, who teaches at Y, …": what is said of X there is no claim.
_APPOSED = re.compile(r",\s(?:die|der|who|whose|deren|dessen|qui|dont)\s[^,;.]{1,90},")
_COMPARISON = frozenset("plus moins aussi autant more less mehr weniger".split())
_PRONOUNS = (" he ", " she ", " they ", " er ", " sie ", " il ", " elle ")
_WORD = re.compile(r"[^\W\d_]+")

#: What a text calls an author or his work after it has named them.
ROLE_NOUNS = (
    SCHOLARS | WORK_NOUNS | frozenset("author authors autor autorin autoren autorinnen auteur "
    "auteure auteurs autrice autrices professor professorin professeur professeure researcher "
    "academic writer theorist critic forscher forscherin wissenschaftler wissenschaftlerin "
    "chercheur chercheuse écrivain écrivaine schriftsteller schriftstellerin".split())
)  # fmt: skip
_NOUNS = "|".join(sorted(CLAIM_NOUNS))
#: A noun of claim, then the author: "a point X …", "the idea, made by X, …".
_NOUN_BEFORE = re.compile(
    rf"\b(?:{_NOUNS})(?:,?\s(?:[^\W\d_]+\s){{0,5}}?"
    r"(?:by|of|from|von|de|d'|par|made|to|due to))?\s?$"
)
_PASSIVE = re.compile(
    r"\b(?:that|as|it|dass|daß|wie|es|que|comme|il)\b[^.!?]*?\b(?:argued|shown|noted|observed|claimed"
    r"|suggested|proposed|demonstrated|pointed out|put forward|maintained|stressed|described"
    r"|soutenu|montré|souligné|établi|démontré|relevé|observé)\s(?:[^\W\d_]+\s){0,4}?(?:by|par)\s$"
)
#: How it ends, but for the space.
_BY = ("by", "par")
#: "is defined by X as", "wird von X als … verstanden".
_SEEN = re.compile(
    r"\b(?:is|are|was|were|be|been|being|est|sont|était|étaient)\s(?:[^\W\d_]+\s){0,2}?(?:defined|described"
    r"|seen|understood|viewed|regarded|considered|conceived|treated|interpreted|characteri[sz]ed"
    r"|définie?s?|décrite?s?|vue?s?|conçue?s?|considérée?s?|comprise?s?|présentée?s?)\s(?:by|par)\s"
    r"(?:(?:the|le|la|l')\s?)?(?:[^\W\d_]+\s){0,3}$"
)
_AS_WHAT = re.compile(r"\s(?:as|comme)\s")
_SEEN_BY = re.compile(
    r"\b(?:wird|wurde|werden|wurden)\s(?:[^\W\d_]+\s){0,4}?von\s(?:(?:der|dem)\s)?(?:[^\W\d_]+\s){0,3}$"
)
_AS_SEEN = re.compile(
    r"\sals\s[^.;:!?]{3,90}\s(?:beschrieben|definiert|verstanden|gedeutet|betrachtet|gesehen|begriffen"
    r"|aufgefasst|bezeichnet)\b"
)
#: "Dem Steuerstaat stellt X den Schuldenstaat gegenüber".
_PLACES = re.compile(r"\b(?:setzte?|stellte?|hielt|hält)\s(?:(?:der|die)\s)?(?:[^\W\d_]+\s){0,3}$")
_APART = re.compile(r"\s[^.;:!?]{2,90}?\s(?:entgegen|gegenüber|zur\sseite)(?=[.,;:!?]|\sund\s)")
#: Before a name, at the beginning of a clause: what follows is the author's view.
_VIEW_OF = re.compile(
    r"(?:\bde l'avis d[eu']|\bà en croire|\bsi l'on en croit|\bà suivre|\bif we (?:are to )?believe"
    r"|\bif we follow|\bto believe|\bglaubt man|\bfolgt man|\bin the eyes of|\baux yeux de"
    r"|\bin den augen von|\bdans l'esprit de|\bin the opinion of|\bau dire de|\bfollowing"
    r"|\bnach ansicht von|\bnach auffassung von|\bder ansicht von)"
    r"\s?(?:(?:the|der|die|le|la|l')\s?)?(?:[^\W\d_]+['\s]){0,3}$"
)
_SPOKEN_WITH = re.compile(r"\b(?:mit|um mit)\s(?:[^\W\d_]+\s){0,2}$")
_SPOKEN = re.compile(
    r"\s(?:gesprochen|zu sprechen|zu reden|gesagt|gedacht|formuliert|argumentiert)\b"
)
_AS = re.compile(
    r"\b(?:as|wie|comme|so)\s(?:(?:l'a|l'avait|l'ont|le|la|l'|si|bien|schon|bereits|einst|has|had|once|the|der|die"
    r"|il|es|y|en|[^\W\d_]+)['\s]){0,5}?$"
)
_AS_VERB = re.compile(
    r"(?:\s[^\W\d_]+){0,4}?\s(?:saw it|had it|put it|would have it|reminds us|hat|hatte|haben"
    r"|es sah)\b"
)
_AS_BEFORE = frozenset(
    "vu montré noté écrit dit rappelé souligné remarqué observé établi suggéré expliqué "
    "rappelle rappelait note notait souligne écrit écrivait dit disait".split()
)
_SAYS_AFTER = re.compile(
    r",\s(?:(?:aimait à|so|as|wie|comme|pour le)\s)?(?:[^\W\d_]+\s){0,4}?"
    r"(?:dire|disait|écrivait|écrit|notait|rappelait|liked to say|used to say|once wrote|once said"
    r"|heißt es bei|heißt es sinngemäß bei|meinte einst|steht bei|zeigte schon)\s$"
)
_LAST_SAID = (
    "dire", "disait", "écrivait", "écrit", "notait", "rappelait", "say", "wrote", "said", "bei",
    "einst", "schon",
)  # fmt: skip
#: "…: places like these, he maintains, …", "…, explique-t-il, …".
_INSERTED = re.compile(
    rf",\s(?:(?P<subject>s?he|they|er|sie)\s(?:{'|'.join(sorted(CLAIM_VERBS))})"
    r"|[^\W\d_]+-t?-?(?P<inverted>il|elle)|so\s(?P<so>sie|er))[,.]"
)
_DETERMINERS = ARTICLES | frozenset(
    """this that my our his her its their mein meine unser unsere sein seine ihr ihre seinem
    seiner seinen ihrem ihrer ihren mon ma notre son sa leur ce cet cette""".split()
)
_CALLED = frozenset("called named namens genannt nommé nommée appelé appelée".split())
_IS_FOR = re.compile(
    r"\b(?:heißt|hieß|ist|war|bedeutet|means|meant|is|was|signifie|est|était|sind|are|sont"
    r"|verdanken wir)\s"
    r"(?:für|for|pour|nach|bei|selon|chez|according to)\s$"
)
_LAST_FOR = ("für", "for", "pour", "nach", "bei", "selon", "chez", "to")
_ZUFOLGE = re.compile(r"\s(?:[^\W\d_]+\s)?zufolge\b")
_NOUN_OF = re.compile(r"\b(?P<noun>[^\W\d_]+)\s(?:of|von|de|d')\s?(?:[^\W\d_]+['\s]){0,2}$")
#: Behind quoted words, a second verb and its clause: "calls it “…” and argues that …".
_SECOND_VERB = re.compile(
    r"\"\s(?:and|but|und|aber|et|mais)\s(?:[^\W\d_]+(?:ly|ment)\s)?(?P<verb>[^\W\d_]+),?\s"
    r"(?:that|how|why|dass|daß|wie|que|comment)\b"
)
#: "sees … as", "hatte … unterschieden", "schlägt vor, … zu": a view with no clause.
_VIEW = re.compile(
    r"\s(?:[^\W\d_]+['\s]){0,3}?(?:(?:considers?|considered|sees?|saw|views?|viewed|describe[sd]?|define[sd]?"
    r"|treats?|treated|reads?|understands?|understood|conceive[sd]?|regards?|regarded|interpret(?:s|ed)?|takes)"
    r"\s[^.;:!?,]{2,70}?\sas\s|(?:sieht|sah|versteht|verstand|begreift|begriff|deutet|deutete|betrachtet|betrachtete"
    r"|bezeichnet|bezeichnete|definiert|definierte|liest|las)\s[^.;:!?,]{2,70}?\sals\s"
    r"|(?:hält|hielt)\s[^.;:!?,]{2,70}?\sfür\s(?![^.;:!?,]{0,60}?\s(?:bereit|parat|frei|offen|auf)\b)|(?:führt|führte)\s[^.;:!?]{2,90}?\szurück\b"
    r"|(?:macht|machte)\s[^.;:!?]{2,90}?\sverantwortlich\b"
    r"|(?:fait|faisait|fit)\s(?:du|de\sla|des|de\sl'|d')\s?[^.;:!?,]{2,40}?\s(?:le|la|les|un|une|l')\s?"
    r"|(?:tient|tenait)\s(?:même\s|pourtant\s|aussi\s|déjà\s)?(?:la\s|le\s|les\s|l'|ce(?:la|t|tte|s)?\s)(?:(?!\spour\s)[^.;:!?,]){2,70}\spour\s(?!(?:s[ao]n?|ses|leurs?|[mn]on|[mn]a)\s)"
    r"|(?:y\s(?:voit|voyait)|(?:voit|voyait)\s(?:dans|en)\s[^.;:!?,]{2,60}?)\s(?:une?\s|l[ea]\s|l')"
    r"|(?:considère|considérait|voit|voyait|décrit|décrivait|définit|définissait|conçoit|concevait|présente"
    r"|présentait|lit|lisait)\s[^.;:!?,]{2,70}?\scomme\s"
    r"|(?:propose|proposait|proposé|reproche|reprochait)\s[^.;:!?]{0,60}?\b(?:de\s|d'|à\s)"
    r"|(?:hat|hatte|haben|habe)\s[^.;:!?]{2,90}?\s(?:unterschieden|kritisiert|verteidigt|verglichen|gedeutet|bezeichnet"
    r"|abgeleitet|zurückgeführt|nachgezeichnet|(?:vorgeschlagen|empfohlen|gefordert),\s[^.;!?]{2,120}?\szu)\b"
    r"|(?:setzte?|stellte?|hält|hielt)\s[^.;:!?]{2,90}?\s(?:entgegen|gegenüber)(?=[.,;:!?])"
    r"|(?:schlägt|schlug)\s(?:[^\W\d_]+\s){0,3}vor,|(?:proposes?|proposed)\s(?:to|that)\s)"
)


def follows(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether a sentence whose subject ends at ``at`` and is a pronoun or another word for
    an author goes on with what he claims."""
    return (
        clause_after(lowered, at, end, 5)
        or takes_a_stance(lowered, at, end)
        or reports_after(text, lowered, at, end)
    )


def framed(lowered: str, name: tuple[int, int], possessive: bool, around: tuple[int, int]) -> bool:
    """Whether the sentence ``around`` a name says what its bearer claims.

    ``lowered`` is the text in :func:`citekit.find.worktitles.plain` form, ``name`` the span of
    the name with its possessive ending.
    """
    start, end = around
    if _noun_before(lowered, name, start, end):
        return True
    if _goes_on(lowered, name, start, end):
        return True
    if possessive:
        return False
    if not is_of(lowered, name[0], start) and clause_after(lowered, name[1], end):
        return True
    if takes_a_stance(lowered, name[1], end):
        return True
    second = _SECOND_VERB.search(lowered, name[1], end)
    if second is not None and second["verb"] in CLAIM_VERBS and not is_of(lowered, name[0], start):
        return True
    before = lowered[max(start, name[0] - 120) : name[0]]
    last = before[:-1]
    if last.endswith(_BY) and _PASSIVE.search(before):
        return True
    if _AS_WHAT.match(lowered, name[1]) and _SEEN.search(before):
        return True
    if _PLACES.search(before) and _APART.match(lowered, name[1], end):
        return True
    if _SEEN_BY.search(before) and _AS_SEEN.match(lowered, name[1], end):
        return True
    follows = lowered[name[1] : name[1] + 1]
    if follows == "," and (view := _VIEW_OF.search(before)) is not None:
        return _opens(before, view.start())
    if _SPOKEN_WITH.search(before) and _SPOKEN.match(lowered, name[1], end):
        return True
    if (led := _AS.search(before)) is not None and _opens(before, led.start()):
        if _AS_VERB.match(lowered, name[1], min(end, name[1] + 60)):
            return True
        if follows == "," and not _AS_BEFORE.isdisjoint(led[0].split()):
            return True
    if last.endswith(_LAST_SAID) and _SAYS_AFTER.search(before):
        return True
    if last.endswith(_LAST_FOR) and _IS_FOR.search(before):
        return True
    return _ZUFOLGE.match(lowered, name[1]) is not None


def _goes_on(lowered: str, name: tuple[int, int], start: int, end: int) -> bool:
    """Whether "he maintains", inserted behind a name, is said of its bearer: no pronoun, and no
    verb of somebody else, stands before it ("He recommends X's book, which, he admits, …"), and
    the given name is no woman's if "he" says so."""
    found = _INSERTED.search(lowered, name[1], end)
    if found is None:
        return False
    pronoun = found["subject"] or found["inverted"] or found["so"]
    given = GIVEN.get(lowered[slice(*name)].split(" ", 1)[0], "")
    if given and GENDERS.get(pronoun, given) != given:
        return False
    before = lowered[start : name[0]].replace("'", " ").split()
    if pronoun in before:
        return False
    determiner, last = ["", "", *before][-2:]
    noun = determiner in _DETERMINERS or last in ROLE_NOUNS or SCHOLARLY.search(last) is not None
    return noun or not last.isalpha() or last in FUNCTION_WORDS or last in _CALLED


def is_of(lowered: str, at: int, start: int) -> bool:
    """Whether a name depends on a noun that is none of thought: "the students of X"."""
    found = _NOUN_OF.search(lowered, max(start, at - 60), at)
    if found is None or found["noun"] in WRITINGS or found["noun"] in WORK_NOUNS:
        return False
    return not is_thought(found["noun"])


def takes_a_stance(lowered: str, at: int, end: int) -> bool:
    """Whether a view follows ``at`` with no clause, "sees … as …", and nothing quoted."""
    return '"' not in lowered[at:end] and _VIEW.match(lowered, at, end) is not None


def _opens(before: str, at: int) -> bool:
    """Whether a clause begins at ``at``."""
    return not before[:at].strip() or before[:at].rstrip()[-1] in ",;:-("


def clause_after(lowered: str, at: int, end: int, most: int = 14) -> bool:
    """Whether a word of claim and then a clause follow ``at`` before ``end``, with at most
    ``most`` words between."""
    high = min(end, at + _REACH)
    if CLAIM_WORDS.isdisjoint(_WORD.findall(lowered, at, high)):
        return False
    broken = _BREAK.search(lowered, at, high)
    if broken is not None:
        high = broken.start()
    apposed = _APPOSED.match(lowered, at, high)
    if apposed is not None:
        at = apposed.end()
    for opened in _THAT.finditer(lowered, at, high):
        words = _WORD.findall(lowered, at, opened.end())
        if opened[0][-1] not in ",:":
            words.pop()
        if len(words) > most:
            return False
        near = words[-2:] if opened[0].endswith(":") else words
        if not CLAIM_WORDS.isdisjoint(near):
            return _COMPARISON.isdisjoint(words)
        if opened[0].endswith(":") and not lowered.startswith(_PRONOUNS, opened.end()):
            return False
    return False


def _noun_before(lowered: str, name: tuple[int, int], start: int, end: int) -> bool:
    """Whether a noun of claim stands before the name and its clause after the name."""
    low = max(start, name[0] - 70)
    if CLAIM_NOUNS.isdisjoint(_WORD.findall(lowered, low, name[0])):
        return False
    if _NOUN_BEFORE.search(lowered, low, name[0]) is None:
        return False
    opened = _THAT.search(lowered, name[1], min(end, name[1] + 60))
    if opened is None or opened[0].endswith(":"):
        return False
    return _BREAK.search(lowered, name[1], opened.start()) is None


_ROLE = r"(?:(?:the|der|die|dem|den|le|la|l')\s?)?(?:[^\W\d_]+['\s]){0,3}"
#: "since X", "we know from X", "chez X": whoever it is from.
_FROM = re.compile(
    r"(?:^|\b(?:we|one|you|they|i|on|nous|je|man|wir|ich|weiß|wissen|sait)\s(?:[^\W\d_]+\s){1,4}?)"
    r"(?:since|from|thanks to|with|after|in|through|reading|seit|von|mit|dank|durch|bei|nach"
    rf"|depuis|de|d'|avec|grâce à|chez|à lire|dans|après)\s?{_ROLE}$"
)
#: "To many, such as X, …": the view of several; "had convinced X that …".
_SUCH_AS = re.compile(
    r"(?:(?:but|and|yet|so),?\s)?(?:to|for)\s(?:[^\W\d_]+\s){0,2}?[^\W\d_]+,?\s"
    rf"(?:such as|like|including)\s{_ROLE}$"
)
_CONVINCED = re.compile(
    rf"\b(?:convinced|convinces|persuaded|persuades|überzeugten?|convaincu|convainquit)\s{_ROLE}$"
)
_KNOWN_THAT = re.compile(
    r"(?:,?\s[^\W\d_,]+){0,7}?"
    r"(?:\s(?:that|how|why|que|comment|pourquoi)\b|\squ'|,\s(?:dass|daß|wie|warum|weshalb)\b)"
)
#: "to X the harbour was …", "chez X, le port est …".
_TO = re.compile(
    r"(?:(?:but|and|yet|so|still|und|aber|doch|denn|mais|et|or),?\s)?"
    rf"(?P<prep>for|to|für|bei|pour|chez|avec)\s{_ROLE}$"
)
#: "It appeared to X that …", "Es schien X, dass …".
_SEEMS = re.compile(
    r"(?:it|that|this|es|il)\s(?:seems|seemed|appears|appeared|occurred|(?:is|was)\s(?:clear|obvious"
    r"|plain|evident)|schien|scheint|semble|semblait|paraît|paraissait|parut)\s"
    rf"(?:(?:to|à)\s)?{_ROLE}$"
)
_BEING = re.compile(
    r"(?P<comma>,)?\s"
    r"(?!(?:to|and|or|in|at|on|as|who|of|by|with|from|the first|und|oder|et|ou)\b)"
    r"(?:on dira|[^.;:!?,]{2,60}?\b(?:is|are|was|were|becomes?|became|remains?|means|has|lies|lay"
    r"|must|can|cannot|consists|ist|sind"
    r"|war|waren|wird|bleibt|heißt|est|sont|était|étaient|devient|reste|n'est|commence))\b"
)
_SECOND = re.compile(
    r"\s(?:ist|sind|war|waren|wird|werden|bleibt|heißt|bedeutet|beginnt|gibt es|gilt|besteht"
    r"|liegt)\b"
)
#: "In the model of X and Y, …".
_IN_THEORY = re.compile(
    r"(?:in|on|under|within|dans|selon|im|nach)\s(?:(?:the|le|la|les|der|dem)\s|l')?(?:[^\W\d_]+\s)?"
    rf"(?P<noun>[^\W\d_]+)\s(?:of|von|de|d')\s?{_ROLE}$"
)
_THEN = re.compile(
    r"(?:\s(?:and|und|et)\s[^\W\d_]+(?:\s[^\W\d_]+)?)?"
    r"(?:,\s|\s(?:ist|sind|war|wird|werden|an?|the|every|each|all|no)\s)"
)
#: "It was, for X, the first step".
_TO_INSIDE = re.compile(rf",\s(?:for|according to|selon|pour|d'après|für|laut)\s{_ROLE}$")
#: "Bei X wandert der Zwang nach innen."
_AT = re.compile(rf"(?:(?:aber|und|doch|auch|schon)\s)?bei\s{_ROLE}$")
_PRESENT = re.compile(
    r"(?:\s(?:und|&)\s[^\W\d_]+)?\s(?!hat\b|haben\b)[^\W\d_]{2,}(?:t|en)\s(?:[^\W\d_]+\s){2}"
)
#: "if X is right", "si X a raison", "wenn X recht hat".
_IF = re.compile(rf"(?:and\s|but\s|und\s|et\s)?(?:if|si|wenn|falls)\s{_ROLE}$")
_RIGHT = re.compile(
    r"\s(?:is|was|are|were)\s(?:right|correct|to be believed)\b|\sa(?:vait)?\sraison\b"
    r"|\srecht\s(?:hat|hatte|haben)\b"
)
#: "the thesis that … goes back to X".
_IDEA = re.compile(
    r"(?:(?:but|and|yet|aber|und|doch|mais|et)\s)?"
    r"(?:(?:the|this|die|der|das|diese[rs]?|la|le|cette|cet?)\s|l')"
    r"(?:[^\W\d_]+\s){0,2}?(?P<noun>[^\W\d_]+)"
    r"(?:\sthat\b|,\s(?:dass|daß|wonach|nach de[mr])\b|\s(?:que|selon la?quelle?)\b|\squ')"
)
_SOURCE = re.compile(rf"\b(?:to|from|by|with|von|auf|bei|durch|de|d'|à|par|chez)\s?{_ROLE}$")
#: "X's answer: …", "X's point is a simple one: …", "X's insight, that …".
_HIS_IDEA = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s(?P<noun>[^\W\d_]+)(?::\s|,?\s(?:that|dass|daß|que)\s|\squ'|(?P<bare>,\s)"
    r"|\s(?:is|was|lautet|lautete|ist|war|runs|goes|besteht)\b"
    r"[^.;:!?,]{0,40}?(?:,?\s(?:that|dass|daß)\b|:\s|\s-\s))"
)
#: Plurals, behind which a relative clause stands: "two of X's ideas that have …".
_PLURAL = re.compile(r"(?:a|e|r)s(?=\sthat\s)")
_ACCOUNTS = frozenset(
    "account analysis model theory research work history analyse modell theorie".split()
)
_COLON = re.compile(r"\s?:\s(?=[^\W\d_])")
#: "the logic is the one laid out by X in 1995: …".
_MADE_BY = re.compile(
    r"\b(?:[^\W\d_]+ed|laid|set|put|made|drawn|given|written|told|found|[^\W\d_]+t|[^\W\d_]+ée?s?)"
    rf"(?:\s(?:out|forth|down|forward|first|best|early|long ago))?\s(?:by|von|par)\s{_ROLE}$"
)
_THEN_COLON = re.compile(r"[^.;:!?\"]{0,40}:\s(?=[^\W\d_])")
#: "X's history of the colonies established that …", "X's account puts the weight on …: …".
_ITS_STUDY = re.compile(
    r"(?:\s(?:\d{4}|[^\W\d_]+)){0,2}?\s(?P<noun>[^\W\d_]+)"
    r"(?:\s(?:of|on|about|der|des|über|von|zu|zum|zur)\s[^.;:!?,\"]{3,50}?)?"
    r"\s(?P<verb>[^\W\d_]{3,}(?:s|ed|t|te))(?:\s[^.;:!?,\"]{0,50}?)?"
    r"(?P<clause>\s(?:that|how|why)\s|:\s(?=[^\W\d_])|,\s(?:dass|daß|wie|warum)\s)"
)
#: "X, for whom …".
_WHOM = re.compile(
    r"[^.;:!?]{0,40}?,\s(?:(?:him|her|lui|elle)\s)?"
    r"(?:for whom|in whose (?:view|eyes)|to whom|pour (?:qui|lequel|laquelle)"
    r"|aux yeux d(?:e qui|uquel)|für den|für die)\s"
)


def brings_in(
    lowered: str, name: tuple[int, int], possessive: bool, around: tuple[int, int]
) -> bool:
    """Whether the sentence ``around`` a name says what its bearer holds, though another
    is its subject."""
    start, end = around
    low, at = name
    if possessive:
        if low - start < 20 and _tells(lowered, at, end):
            return True
        idea = _HIS_IDEA.match(lowered, at, end)
        if idea is None or not (is_thought(idea["noun"]) or idea["noun"] in WORK_NOUNS):
            return False
        if idea["bare"] and idea["noun"] not in CLAIM_NOUNS:
            return False
        if _PLURAL.search(lowered, idea.end("noun") - 2, idea.end()):
            return False
        return end - idea.end() > 20
    before = lowered[start:low]
    # "better than X: …"; a name that begins a line says who speaks
    if len(before) > 10 and end - at > 25 and _COLON.match(lowered, at):
        return True
    if _WHOM.match(lowered, at, end):
        return True
    if lowered.startswith(",", at) and _TO_INSIDE.search(before):
        return True
    if _AT.fullmatch(before) and _PRESENT.match(lowered, at, end):
        return True
    colon = _THEN_COLON.match(lowered, at, end)
    if colon is not None and end - colon.end() > 25 and _MADE_BY.search(before):
        return True
    if _CONVINCED.search(before) and _THAT.match(lowered, at, end):
        return True
    if len(before) < 60:
        theory = _IN_THEORY.fullmatch(before)
        if theory is not None and is_thought(theory["noun"]) and _THEN.match(lowered, at, end):
            return end - at > 20
        if (_FROM.search(before) or _SEEMS.fullmatch(before)) and _KNOWN_THAT.match(
            lowered, at, end
        ):
            return True
        if lowered.startswith(",", at) and _SUCH_AS.fullmatch(before):
            return True
        to = _TO.fullmatch(before)
        if to is not None and (being := _BEING.match(lowered, at, end)) is not None:
            direct = to["prep"] in ("pour", "chez", "avec") or before.endswith("to ")
            return direct or being["comma"] is None
        if to is not None and _SECOND.match(lowered, at, end):
            return True
        if lowered.startswith(", ", at) and to is not None and to["prep"] == "chez":
            return True
        if _IF.fullmatch(before) and _RIGHT.match(lowered, at, end):
            return True
    if end - at < 30 and low - start > 40:
        idea = _IDEA.match(lowered, start, low)
        if idea is not None and is_thought(idea["noun"]):
            return _SOURCE.search(lowered, low - 40, low) is not None
    return False


def _tells(lowered: str, at: int, end: int) -> bool:
    """Whether the noun for a work or thought that a possessive stands with is the subject
    of what it says."""
    said = _ITS_STUDY.match(lowered, at, end)
    if said is None or said["noun"] not in WORK_NOUNS | CLAIM_NOUNS | _ACCOUNTS:
        return False
    if end - said.end() < 20:
        return False
    verbs = lowered[said.start("verb") : said.start("clause")].split()
    return said["clause"].startswith(":") or not CLAIM_WORDS.isdisjoint(verbs)
