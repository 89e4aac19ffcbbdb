"""Noun phrases that say when, between a verb and its subject: « me confiait l'autre dimanche
Ada Roth », "sagte vergangene Woche der Wirt"."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.tokens import Unit

_NOUNS = {
    "fr": frozenset(
        """jour matin soir nuit après-midi lendemain surlendemain veille semaine week-end mois année
        an été hiver automne printemps instant moment fois""".split()
    ),
    "de": frozenset(
        """tag tages morgen morgens abend abends nacht woche monat jahr sommer herbst winter
        frühjahr frühling mittag nachmittag vormittag wochenende mal""".split()
    ),
}
#: What stands before the noun; in German an adjective without an article.
_LEADS = {
    "fr": frozenset("l' l’ le la un une ce cet cette".split()),
    "de": frozenset(
        """diese diesen dieses eines jeden jede jedes letzte letzten letztes vergangene vergangenen
        vergangenes vorige voriges vorigen kommende den""".split()
    ),
}
_QUALITIES = {
    "fr": frozenset(
        """dernier dernière passé passée précédent précédente suivant suivante même""".split()
    ),
    "de": frozenset("ganzen anderen".split()),
}
_OTHER = frozenset("autre même ganzen anderen".split())


def past_time(u: Unit, at: int, high: int) -> int:
    """The token after a noun phrase of time at token ``at``, or ``at``."""
    leads = _LEADS.get(u.language)
    if leads is None or u.low[at] not in leads or u.flags[at] & c.PRONOUN:
        return at
    noun = at + 1
    if noun < high and u.low[noun] in _OTHER:
        noun += 1
    if noun >= high or not (u.low[noun] in _NOUNS[u.language] or u.flags[noun] & c.TIME):
        return at
    if noun == at + 1 and u.low[at] == "den":
        return at
    end = noun + 1
    end += end < high and u.low[end] in _QUALITIES[u.language]
    return end


_MONTHS = frozenset(
    """janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre""".split()
)


def past_date(u: Unit, at: int, high: int) -> int:
    """French: the token after a date that begins a sentence before a comma: « Le 4 février,
    une agente s'arrête »; else ``at``."""
    if u.language != "fr" or u.low[at] != "le":
        return at
    stop = min(high, at + 7)
    comma = next((k for k in range(at + 3, stop) if u.words[k] == ","), at)
    return comma + 1 if not _MONTHS.isdisjoint(u.low[at + 2 : comma]) else at


_SPANS = frozenset(
    """moments seconds minutes hours days weeks months years decades minute hour day week month
    year decade""".split()
)
#: Behind a span of time.
_THEN = frozenset("later earlier ago before afterwards after into".split())


def since(u: Unit, at: int) -> bool:
    """English: whether a span of time opens the tokens from ``at`` on: "Hours after the vote, …",
    "Two days before that, …"."""
    if u.language != "en":
        return False
    span = next((i for i in range(at, min(at + 4, len(u.low) - 1)) if u.low[i] in _SPANS), -1)
    return span >= 0 and u.low[span + 1] in ("after", "before", "into")


def is_span(u: Unit, start: int, end: int) -> bool:
    """English: whether the tokens from ``start`` to ``end`` are a time: “Paper Ports,” published
    a year later, …"""
    if u.language != "en":
        return False
    return u.low[start] in ("last", "next") or not _THEN.isdisjoint(u.low[start:end])
