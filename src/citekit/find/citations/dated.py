"""Years behind a name that say when somebody did something, and cite nothing.

German has the year without a preposition, where a citation may stand: "wie es Ann Lee 1990
beschrieben hat", "als Lee 1990 nach Kiel zog", "Lee, 1990 in Kiel geboren, schwieg" (Duden,
Die Grammatik, adverbial accusative and participle clauses).  A clause of time whose verb
reports a claim may cite all the same: "als Lee 1990 behauptete".
"""

from __future__ import annotations

import re
from collections.abc import Container

from citekit.find.citations.lettershapes import TO_HIM
from citekit.find.citations.names import names_before
from citekit.find.citations.raw import RawCite
from citekit.find.citingwords import CLAIM_VERBS
from citekit.find.works import name_key

#: After a year that dates what somebody did: the clause goes on.
_IN_CLAUSE = re.compile(
    r",?\s(?P<german>(?:von|vom|mit|zu|zum|zur|über|für|bei|aus|nach|als|das|den|dem|der|ein|eine"
    r"|einen|einem|noch|schon|bereits|erstmals)\s)?[^\W\d_A-ZÀ-ÖØ-Þ]"
)
#: Before the subject of a clause of time; "seit" and "bis" may be prepositions.
_TEMPORAL = re.compile(
    r"(?:\b(?:(?:Als|Nachdem|Bevor|Ehe|Sobald|Seitdem)|(?P<either>Seit|Bis))"
    r"|[,;(–—]\s(?:(?:als|nachdem|bevor|ehe|sobald|seitdem)|(?P<or>seit|bis)))"
    r"\s(?:(?:Frau|Herr)\s)?$"
)
#: The rest of a clause up to the comma that ends it.
_CLAUSE = re.compile(r"\s(?P<words>[a-zß-ÿ][^.,;:!?()\n]{1,100}),")
#: What may stand before a verb at the end of its clause, and is none.
_BEFORE_VERB = frozenset(
    """in im ins an am ans auf nach von vom mit zu zum zur über für bei beim aus durch gegen um
    unter vor als das den dem der die ein eine einen einem einer seine seinen seiner seinem ihre
    ihren ihrer ihrem sein ihr noch schon bereits erstmals wieder endlich nicht""".split()
)
#: A participle at the end of the words behind "Lee, 1990".
_PARTICIPLE = re.compile(
    r"(?:\w{0,9}ge\w{2,}(?:t|en)|(?:be|er|ver|ent|zer|miss|über|unter)\w{2,}(?:t|en)|\w{2,}iert)"
)
#: Verbs that report claims only with a prefix, which a clause has before its last word alone:
#: "als Lee 1990 davon ausging", but "in Rente ging".
_BARE = frozenset(
    """ging geht gingen nahm nimmt nahmen legte legt legten führte führt führten stellte stellt
    stellten wies weist wiesen hielt hält hielten fand fanden
    stieß stießen sah sieht sahen""".split()
)
_REPORTING = tuple(verb for verb in CLAIM_VERBS if len(verb) > 3)


def is_date(text: str, cite: RawCite, known: Container[str]) -> bool:
    """Whether the year of a cite outside parentheses says when somebody did something.  A cite
    has no given name there, unlike the families ``known``, which may have several words."""
    first, year = cite.names[-1].split(), cite.years[0]
    if cite.et_al or cite.several or year.locator is not None or year.suffix:
        return False
    following = _IN_CLAUSE.match(text, year.end)
    if following is None:
        return False
    before = text[year.start - 2 : year.start - 1]
    if before == ",":
        return _in_participle_clause(text, year.end)
    if before in ("’", "'"):
        return False
    given = len(first) > 1 and first[0][0].isupper() and not first[0].endswith(".")
    given = given and name_key(cite.names[-1]) not in known
    return given or following["german"] is not None or _in_clause_of_time(text, cite)


def is_recipient(text: str, cite: RawCite, known: Container[str]) -> bool:
    """Whether the name before a year is that of whom a letter is to: "Lee to Roy, 1868", "Lee an
    Roy [1868]"; not in "from Lee to Roy (1868)"."""
    to = TO_HIM.search(text, max(0, cite.start - 24), cite.start) if cite.names else None
    sender = names_before(text, to.start()) if to is not None else None
    if to is None or sender is None or name_key(sender[1][-1]).rpartition(" ")[2] not in known:
        return False
    return not _SINCE.search(text, max(0, sender[0] - 8), to.start())


#: "from Lee to Roy (1868)": of a line of thought.
_SINCE = re.compile(r"\b(?:[Ff]rom|[Vv]on|[Dd]e|[Ss]ince|[Dd]epuis|[Ss]eit)\s")


def _in_clause_of_time(text: str, cite: RawCite) -> bool:
    """German: whether a cite stands in a clause of time whose verb reports no claim."""
    conjunction = _TEMPORAL.search(text, max(0, cite.start - 20), cite.start)
    clause = _CLAUSE.match(text, cite.years[-1].end) if conjunction is not None else None
    if conjunction is None or clause is None:
        return False
    words = clause["words"].split()
    if (conjunction["either"] or conjunction["or"]) and words[0] not in _BEFORE_VERB:
        return False  # "Seit Lee 1990 gilt …"
    last = [word for word in words[-2:] if word not in _BARE]
    return words[-1].islower() and not any(word.endswith(_REPORTING) for word in last)


def _in_participle_clause(text: str, at: int) -> bool:
    """German: whether what stands behind "Lee, 1990" and before a comma ends in a participle."""
    clause = _CLAUSE.match(text, at)
    return clause is not None and _PARTICIPLE.fullmatch(clause["words"].split()[-1]) is not None
