"""What leads in an author's claim, and what closes it.

In one sentence: a frame before the name and one behind it ("listen to X: …", "no less an
authority than X argued that …", "Historiker von Bloch bis X haben betont, dass …", "dass …,
wissen wir von X", "…, to quote X").  In two: the sentence after a claim says whose it is
("So argued X.", "Das ist die These von X.", « Telle est la thèse de X. »).

Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citekit.find.citingwords import CLAIM_NOUNS, OPENING, THEORY_NOUNS
from citekit.find.mentions.claimants import is_others_claim
from citekit.find.mentions.frames import clause_after
from citekit.find.mentions.namesakes import SOMEBODY
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.told import in_citation, is_taken
from citekit.find.suggestion import Suggestion

_ROLE = r"(?:(?:the|der|die|dem|den|le|la)\s|l'\s?)?(?:[^\W\d_]+['\s]){0,3}"
_NOUN = "|".join(
    sorted(
        (CLAIM_NOUNS | THEORY_NOUNS | frozenset("lesson gist verdict point pointe".split()))
        - frozenset("word words mot name law".split())
    )
)
_NOUNS = rf"(?:[^\W\d_]+\s){{0,2}}?(?:{_NOUN})"
_SAID = (
    r"(?:argue[sd]?|say|says|said|write|writes|wrote|held|holds|maintain(?:s|ed)|thinks|thought"
    r"|believe[sd]|claim(?:s|ed)|insist(?:s|ed)|reason(?:s|ed)|conclude[sd]?|teaches|taught"
    r"|meant|means|show(?:s|ed)|argumentierte?|schrieb|schreibt|formulierte|meinte?|lehrte?"
    r"|behauptete?|parlait|parle|pensait|pense|soutenait|soutient|montrait|montre|disait|dit"
    r"|écrivait|écrit|voulait|veut)"
)
_DONE = (
    r"(?:gezeigt|nachgewiesen|behauptet|betont|hingewiesen|geschrieben|gemeint|erkannt|gelehrt"
    r"|argumentiert|dargelegt|herausgearbeitet|beschrieben)"
)


class _Frame(NamedTuple):
    """What stands before a name, from the beginning of its sentence, and what behind it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


def _frame(before: str, behind: str) -> _Frame:
    return _Frame(re.compile(before), re.compile(behind))


_ANY = r"(?:[^.;:!?\"]{0,60}?\s)?"
_THAT = r"(?:,?\s(?:that|dass|daß|que|wie|warum|how|why)\b|\squ')"
_REST = r"[^.;:!?\"]{0,40}?[.!]?$"
_COLON = r"\s?:\s(?=[^\W\d_].{20})"
_KNOWN = rf"[^.;:!?\"]{{1,50}}?{_THAT}"
#: Of one sentence: the claim stands behind the name, or before it.
_ONE = (
    _frame(rf"(?:{OPENING})?(?:or\s)?(?:listen\sto|here\sis|take|consider|hear|recall|remember|enter|hören\swir"
           rf"|nehmen\swir|prenons|écoutons|écoutez|frei\snach|so)\s{_ROLE}", _COLON),
    _frame(rf"{_ANY}(?:ever|spätestens|erst|at\sleast|schon)\s(?:since|seit)\s{_ROLE}", _KNOWN),
    _frame(rf"{_ANY}(?:is|ist|est|gebührt|belongs|credit|verdienst|mérite)\s?[^.;:!?\"]{{0,40}}?",
           r"[^.;:!?\"]{0,12}?(?:,\s(?:zuerst\s|als\serste[rn]?\s)?"
           rf"{_DONE}\szu\shaben,\s(?:dass|wie)|\sd'\s?avoir\s[^\W\d_]+\s(?:que|comment)\b"
           r"|\s(?:for\shaving|to\shave)\s(?:first\s)?[^\W\d_]+\s(?:that|how)\b)"),
    _frame(rf"(?:le|das|the)\s(?:mérite|verdienst|merit|achievement)\s(?:de|d'|von|of)\s?{_ROLE}",
           rf"\s(?:est|ist|is|was)\s[^.;:!?\"]{{0,40}}?(?:{_THAT}|\sd'\s?avoir\s[^\W\d_]+\s(?:que|comment)\b)"),
    _frame(rf"{_ANY}[^\W\d_]+,?\s(?:to\squote|to\sborrow\sfrom|to\sspeak\swith|to\sparaphrase|pour\sreprendre\sles"
           rf"\smots\s(?:de|d')|pour\sciter|pour\sparler\scomme|in\sden\sworten\s(?:von|der|des))\s?{_ROLE}", r"[.!]?$"),
    _frame(rf".{{25,}},\s(?:pour|selon|nach)\s{_ROLE}", r"\.$"),
    _frame(rf"(?:to\sthe\smind|by\sthe\slights|by\sthe\sreckoning|on\sthe\sreading|on\sthe\saccount)\sof\s?{_ROLE}", r",\s(?!who\b).{20}"),
    _frame(rf"(?:{OPENING})?(?:to|by)\s{_ROLE}", r"\s(?:mind|reckoning|lights|estimate|count),?\s.{15}"),
    _frame(rf"(?:{OPENING})?one\sof\s{_ROLE}", r"\s(?:[^\W\d_]+\s){0,2}?(?:remarks|sayings|lines|dicta|maxims"
           r"|quips|aphorisms|themes|lessons|points)\s(?:is|was)\sthat\b"),
    _frame(rf"(?:à\sla\ssuite|dans\sle\ssillage|dans\sles\spas)\s(?:de|d')\s?{_ROLE}",
           r",\s[^.;:!?\"]{3,50}?(?:\sque\b|\squ').{15}"),
    _frame(rf"(?:si\sl'\s?on\s(?:suit|croit)|à\slire|ainsi\sque\sle\s[^\W\d_]+)\s(?:aussi\s)?{_ROLE}", r",\s.{20}"),
    _frame(rf"{_ROLE}", r"\s(?:(?:may|might|must)\s(?:well\s)?be|is|was)\s(?:right|correct|wrong|mistaken)\sthat\b"
           r"|\s(?:elle|lui)-même\s[^\W\d_]+\s(?:que\b|qu')|\sl'(?:a|avait)\sdit\s?:\s.{20}"
           r"|,?\s(?:herself|himself|selbst|elle-même|lui-même)\s[^\W\d_]+,?\s(?:that|dass)\b"),
    _frame(rf"(?:{OPENING})?(?:but|and|yet|aber|und|mais|et),\s{_ROLE}", r"\s(?:adds|added|warns|tells\sus),\s.{15}"),
    _frame(r".{20,},\s(?:[^\W\d_]+\s){0,3}?", r"\s(?:tells\sus|has\stold\sus|would\shave\sus\sbelieve|assures\sus)\.?$"),
    _frame(rf".{{20,}},\s(?:erklärt|sagt|belehrt|versichert)\suns\s{_ROLE}", r"[.,]"),
    _frame(rf".{{20,}},\s(?:lautet|lautete|war|so)\s(?:die|der|das)\s{_NOUNS}\s(?:von|der|des)\s{_ROLE}", r"\.?$"),
    _frame(rf"(?:{OPENING})?(?:die|der|das)\s{_NOUNS}\s{_ROLE}", r"s?\s(?:lautet|lautete|ist|war)(?::|,\sdass)"),
    _frame(rf"(?:{OPENING})?(?:la|le|l'|the)\s?{_NOUNS}\s(?:de|d'|of)\s?{_ROLE}",
           r"\s(?:est|était|is|was|remains|reste)\s(?:[^\W\d_]+\s){1,3}?:\s.{20}"),
    _frame(rf"(?:{OPENING})?in\s(?:der|dem|einer|einem)\s[^\W\d_]+\svon\s{_ROLE}", r"\s(?:heißt|hieß)\ses,?\s.{20}"),
    _frame(rf"ce\sque\s(?:nous\s)?(?:montr|dit|di|enseign|appren|soutien|établi|découvr)[^\W\d_]*\s{_ROLE}", r",\sc'est\s(?:que\b|qu')"),
    _frame(rf"(?:{OPENING})?(?:l'|la\s|le\s|cette\s|the\s|this\s)?{_NOUNS},\s(?:chère\sà|dear\sto|so\sdear\sto)\s{_ROLE}", rf",{_THAT}"),
    # "Gegen X, die behauptet hatte, dass …", "Es war X, die als Erste zeigte, dass …"
    _frame(rf"{_ANY}", rf",\s(?:die|der)\s[^.;:!?\"]{{0,40}}?(?:{_DONE}(?:\s(?:hat|hatte|habe))?|zeigte|bewies|erkannte"
           r"|behauptete|nachwies),\s(?:dass|daß|wie|warum)\b"),
    _frame(rf"{_ANY}", r",\swho\s(?:says|said|thinks|thought|has\sit|tells\sus|taught\sus)\sthat\b"),
)  # fmt: skip
#: A clause that the sentence begins with, and whose it is: "dass …, wissen wir von X".
_FRONT = re.compile(rf"(?:{OPENING})?(?:that|dass|daß|que|qu')\b.{{15,}}")
_FRONTED = (
    _frame(rf".*(?:,\s(?:wissen\swir|weiß\sman|lernen\swir|lehrt\suns)\s(?:von|seit|durch)?\s?|\s(?:we|one)\s(?:know|learned|learn)"
           rf"\s(?:from|since|thanks\sto)\s|,\snous\sle\ssavons\s(?:depuis|par|grâce\sà)\s|,\s(?:geht|gehen)\sauf\s"
           rf"|\s(?:is|was)\s(?:an?\s|the\s)?{_NOUNS}\s(?:that\s(?:goes|dates)\sback\sto|of|first\smade\sby|due\sto)\s"
           rf"|,\sist\s(?:eine?\s|die\s|der\s|das\s)?{_NOUNS}\s(?:von|der|des)\s"
           rf"|,\sc'est\s(?:ce\squ'(?:a|avait)\s[^\W\d_]+\s|ce\sque\s[^\W\d_]+\s|l[ae']\s?{_NOUNS}\s(?:de|d')\s?)){_ROLE}",
           r"[^.;:!?\"]{0,25}?\.?$"),
    _frame(rf".*\s(?:is|was)\s{_ROLE}", rf"\s(?:[^\W\d_]+\s){{0,2}}?(?:{_NOUN}|discovery|finding|great\sidea)\.?$"),
    _frame(rf".*,\s(?:ist|war|bleibt)\s{_ROLE}", rf"\s(?:[^\W\d_]+\s){{0,2}}?(?:{_NOUN}|entdeckung)\.?$"),
)  # fmt: skip
#: "Historians from Bloch to X have argued that …", "no less a critic than X argues that …".
_AMONG = re.compile(
    rf"(?:.*\s)?(?:from\s.{{3,40}}\sto|von\s.{{3,40}}\sbis(?:\szu)?|d[eu]'?\s?.{{3,40}}\sà"
    r"|no\sless\s(?:an?\s)?[^\W\d_]+\sthan|niemand\sgeringere[rs]\sals|out\sof\s[^.;:!?,]{3,50})"
    rf"\s{_ROLE}"
)
#: Of the sentence behind a claim.
_TWO = (
    _frame(rf"(?:thus|(?:or\s)?so)(?:,?\s(?:at\sleast|at\sany\srate|of\scourse|more\sor\sless),?)?\s(?:{_SAID}\s)?{_ROLE}",
           rf"(?:\s(?:{_SAID}|has\sit|had\sit|would\shave\sit|put\sit|saw\sit))?(?:\s(?:in|at|on|once|long|as)\b[^.;:!?]{{0,40}}?)?\.?$"),
    _frame(rf"(?:this|that|such)(?:,\s[^,.;:]{{3,25}},)?\s(?:is|was|remains)(?:,\s[^,.;:]{{3,25}},)?\s(?:at\sleast\s|in\sbrief\s|the\s)*"
           rf"{_NOUNS}\s(?:of|made\sby|put\sforward\sby|advanced\sby|in)\s(?:what\s)?{_ROLE}", rf"(?:'s)?(?:\s{_SAID})?{_REST}"),
    _frame(r"(?:this|that|such)(?:,\s[^,.;:]{3,25},)?\s(?:is|was|remains)(?:,\s[^,.;:]{3,25},)?\s(?:at\sleast\s)?(?:[^\W\d_]+\s){0,2}",
           rf"\s{_NOUNS}{_REST}"),
    _frame(rf"(?:this|that)(?:,\s[^,.;:]{{3,25}},)?\s(?:is|was)(?:\s(?:roughly|more\sor\sless|precisely|exactly))?\swhat\s{_ROLE}",
           rf"\s{_SAID}(?:\s(?:in|at|to|with|by|of|long|once)\b[^.;:!?]{{0,50}}?)?\.?$"),
    _frame(rf"(?:the|this|that)\s{_NOUNS}\s(?:is|comes|came|goes\sback|stems|belongs|derives)\s(?:from\s|to\s)?{_ROLE}", r"(?:'s)?\.?$"),
    _frame(rf"so\s(?:jedenfalls|zumindest|wenigstens|auch|etwa|sieht\ses|sah\ses|{_SAID})\s(?:auch\s|etwa\s)?{_ROLE}", _REST),
    _frame(rf"(?:das|dies)\s(?:ist|war|bleibt)\s(?:jedenfalls\s|zumindest\s|auch\s|im\skern\s|kurz\sgesagt\s)?(?:die|der|das)\s{_NOUNS}"
           rf"\s(?:(?:von|der|des)\s)?{_ROLE}", _REST),
    _frame(r"(?:das|dies)\s(?:ist|war|bleibt)\s(?:jedenfalls\s|zumindest\s|auch\s|im\skern\s)?(?:[^\W\d_]+\s){0,2}", rf"\s{_NOUNS}{_REST}"),
    _frame(rf"(?:das|dies|darauf|davor|davon)\s(?:jedenfalls\s|zumindest\s|alles\s)?(?:meinte?|lehrte?|behauptete?|hat|hatte|wusste|weiß|stammt\svon)"
           rf"\s(?:auch\s|schon\s|bereits\s)?{_ROLE}", rf"(?:\s[^.;:!?\"]{{0,40}}?\s?{_DONE}|\sgewarnt|\sgesprochen)?\.?$"),
    _frame(rf"diese[rs]?\s{_NOUNS}\s(?:stammt|kommt|ist|geht)\s(?:von|auf|bei)?\s?{_ROLE}", r"(?:\szurück|\szu\sfinden)?\.?$"),
    _frame(rf"c'est\s(?:du\smoins\s|là\s|bien\s|aussi\s|en\ssubstance\s)*(?:la|le|l')\s?{_NOUNS}\s(?:de|d')\s?{_ROLE}", _REST),
    _frame(rf"c'est\s(?:du\smoins\s|là\s|bien\s|aussi\s|en\ssubstance\s)*ce\squ(?:e|')\s?(?:nous\s)?(?:(?:a|avait)\s[^\W\d_]+|{_SAID}|établit"
           rf"|suggère|explique|rappelle)\s{_ROLE}", _REST),
    _frame(rf"tel(?:le)?s?\s(?:est|était|fut|sont)\s(?:du\smoins\s|en\ssubstance\s)?(?:la|le|l'|les)\s?{_NOUNS}\s(?:de|d')\s?{_ROLE}", _REST),
    _frame(rf"ainsi\s{_SAID}\s{_ROLE}", r"\.?$"),
    _frame(rf"{_ROLE}", r"\s(?:l'(?:a|avait)\s(?:(?:bien|déjà)\s)?(?:montré|dit|écrit|noté|vu|démontré)|ne\sdi(?:sai)?t\spas\sautre\schose"
           r"|ne\sdit\srien\sd'autre|hat\s(?:das|es)\s(?:längst\s|schon\s|bereits\s)?gezeigt|has\sshown\s(?:this|as\smuch)"
           r"|said\sas\smuch|says\sas\smuch|said\sthe\ssame|sagte\sdasselbe)\b[^.;:!?\"]{0,30}\.?$"),
    _frame(rf"(?:la|le|l'|cette|cet)\s?{_NOUNS}\s(?:vient|est|date|remonte)\s(?:de\s|d'|à\s)?{_ROLE}", r"\.?$"),
)  # fmt: skip
#: A claim of fewer code points says too little, one of more is read no farther.
_SHORTEST, _LONGEST = 24, 700


def leads_in(lowered: str, name: Span, around: Span) -> bool:
    """Whether the sentence ``around`` a name gives a claim to its bearer by what leads it in or
    closes it."""
    start, end = around
    if end - start > _LONGEST:
        return False
    before = lowered[start : name[0]]
    behind = lowered[name[1] : end].rstrip("\"' ")
    if _FRONT.match(before) and _fits(_FRONTED, before, behind):
        return True
    if _fits(_ONE, before, behind):
        return True
    return _AMONG.fullmatch(before) is not None and clause_after(lowered, name[1], end)


def _fits(frames: Sequence[_Frame], before: str, behind: str) -> bool:
    return any(one.behind.match(behind) and one.before.fullmatch(before) for one in frames)


def claimed_before(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """The sentences of which the next one says whose claim they are: "Salt holds a village
    together. So argued X."."""
    taken = sorted((one.start, one.end) for one in found if one.kind != "mention")
    for person in reading.people:
        if not (person.full or reading.established(person)) or in_citation(reading, person):
            continue
        start, end = reading.sentences.around(person.start)
        before, behind = reading.lowered[start : person.start], reading.lowered[person.end : end]
        if len(before) > _SHORTEST * 3 or not _fits(_TWO, before, behind.rstrip("\"' ")):
            continue
        said = reading.sentences.around(max(0, start - 2))
        if not _is_claim(reading, said, start) or is_taken(taken, said):
            continue
        choice = reading.choose(person.entries, person.start, about=said)
        yield reading.suggest(
            said, "paraphrase", choice, "claim-before", weight=0.8,
            reasons=(f"the next sentence gives it to {person.name}",),
        )  # fmt: skip


def _is_claim(reading: Reading, said: Span, at: int) -> bool:
    """Whether a sentence right before ``at``, in its paragraph, may be somebody's claim: it asks
    nothing, and nobody is named or cited in it."""
    start, end = said
    between = reading.text[end:at]
    return (
        _SHORTEST <= end - start
        and end <= at
        and not between.strip()
        and "\n\n" not in between
        and not reading.text[start:end].rstrip("\"'”’» ").endswith("?")
        and not reading.cites_between(start, end)
        and not reading.people_between(start, end)
        and SOMEBODY.search(reading.text, start + 1, end) is None
        and not is_others_claim(reading.lowered, start, end)
        and 2 * reading.quoted_between(start, end) < end - start
    )
