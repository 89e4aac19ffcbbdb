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
from citekit.find.cues.names import GIVEN
from citekit.find.mentions.claimants import is_others_claim
from citekit.find.mentions.frames import clause_after
from citekit.find.mentions.namesakes import SOMEBODY
from citekit.find.mentions.reading import Reading, Span
from citekit.find.mentions.told import in_citation, is_taken
from citekit.find.suggestion import Suggestion

_ROLE = r"(?:(?:the|der|die|dem|den|le|la) |l' ?)?(?:[^\W\d_]+[' ]){0,3}"
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


_ANY = r"(?:[^.;:!?\"]{0,60}? )?"
_THAT = r"(?:,? (?:that|dass|daß|que|wie|warum|how|why)\b| qu')"
_REST = r"[^.;:!?\"]{0,40}?[.!]?$"
_COLON = r" ?: (?=[^\W\d_].{20})"
_KNOWN = rf"[^.;:!?\"]{{1,50}}?{_THAT}"
#: Of one sentence: the claim stands behind the name, or before it.
_ONE = (
    _frame(rf"(?:{OPENING})?(?:or )?(?:listen to|here is|take|consider|hear|recall|remember"
           rf"|enter|hören wir"
           rf"|nehmen wir|prenons|écoutons|écoutez|frei nach|so) {_ROLE}", _COLON),
    _frame(rf"{_ANY}(?:ever|spätestens|erst|at least|schon) (?:since|seit) {_ROLE}", _KNOWN),
    _frame(rf"{_ANY}(?:is|ist|est|gebührt|belongs|credit|verdienst|mérite) ?[^.;:!?\"]{{0,40}}?",
           r"[^.;:!?\"]{0,12}?(?:, (?:zuerst |als erste[rn]? )?"
           rf"{_DONE} zu haben, (?:dass|wie)| d' ?avoir [^\W\d_]+ (?:que|comment)\b"
           r"| (?:for having|to have) (?:first )?[^\W\d_]+ (?:that|how)\b)"),
    _frame(rf"(?:le|das|the) (?:mérite|verdienst|merit|achievement) (?:de|d'|von|of) ?{_ROLE}",
           rf" (?:est|ist|is|was) [^.;:!?\"]{{0,40}}?(?:{_THAT}| d' ?avoir [^\W\d_]+ (?:que"
           rf"|comment)\b)"),
    _frame(rf"{_ANY}[^\W\d_]+,? (?:to quote|to borrow from|to speak with|to paraphrase|pour"
           rf" reprendre les"
           rf" mots (?:de|d')|pour citer|pour parler comme|in den worten (?:von|der|des))"
           rf" ?{_ROLE}", r"[.!]?$"),
    _frame(rf".{{25,}}, (?:pour|selon|nach) {_ROLE}", r"\.$"),
    _frame(rf"(?:to the mind|by the lights|by the reckoning|on the reading|on the account) of"
           rf" ?{_ROLE}", r", (?!who\b).{20}"),
    _frame(rf"(?:{OPENING})?(?:to|by) {_ROLE}", r" (?:mind|reckoning|lights|estimate|count),?"
           r" .{15}"),
    _frame(rf"(?:{OPENING})?one of {_ROLE}", r" (?:[^\W\d_]+ ){0,2}?(?:remarks|sayings|lines"
           r"|dicta|maxims"
           r"|quips|aphorisms|themes|lessons|points) (?:is|was) that\b"),
    _frame(rf"(?:à la suite|dans le sillage|dans les pas) (?:de|d') ?{_ROLE}",
           r", [^.;:!?\"]{3,50}?(?: que\b| qu').{15}"),
    _frame(rf"(?:si l' ?on (?:suit|croit)|à lire|ainsi que le [^\W\d_]+) (?:aussi )?{_ROLE}",
           r", .{20}"),
    _frame(rf"{_ROLE}", r" (?:(?:may|might|must) (?:well )?be|is|was) (?:right|correct|wrong"
           r"|mistaken) that\b"
           r"| (?:elle|lui)-même [^\W\d_]+ (?:que\b|qu')| l'(?:a|avait) (?:bien |déjà )?(?:dit"
           r"|compris|vu|montré|écrit|noté|senti)[^:]{0,50}? ?: .{20}"
           r"|,? (?:herself|himself|selbst|elle-même|lui-même) [^\W\d_]+,? (?:that|dass)\b"),
    _frame(rf"(?:{OPENING})?(?:but|and|yet|aber|und|mais|et), {_ROLE}", r" (?:adds|added|warns"
           r"|tells us), .{15}"),
    _frame(r".{20,}, (?:[^\W\d_]+ ){0,3}?", r" (?:tells us|has told us|would have us believe"
           r"|assures us)\.?$"),
    _frame(rf".{{20,}}, (?:erklärt|sagt|belehrt|versichert) uns {_ROLE}", r"[.,]"),
    _frame(rf".{{20,}}, (?:lautet|lautete|war|so) (?:die|der|das) {_NOUNS} (?:von|der|des)"
           rf" {_ROLE}", r"\.?$"),
    _frame(rf"(?:{OPENING})?(?:die|der|das) {_NOUNS} {_ROLE}", r"s? (?:lautet|lautete|ist"
           r"|war)(?::|, dass)"),
    _frame(rf"(?:{OPENING})?(?:la|le|l'|the) ?{_NOUNS} (?:de|d'|of) ?{_ROLE}",
           r" (?:est|était|is|was|remains|reste) (?:[^\W\d_]+ ){1,3}?: .{20}"),
    _frame(rf"(?:{OPENING})?in (?:der|dem|einer|einem) [^\W\d_]+ von {_ROLE}",
           r" (?:heißt|hieß) es,? .{20}"),
    _frame(rf"ce que (?:nous )?(?:montr|dit|di|enseign|appren|soutien|établi|découvr)[^\W\d_]*"
           rf" {_ROLE}", r", c'est (?:que\b|qu')"),
    _frame(rf"(?:{OPENING})?(?:l'|la |le |cette |the |this )?{_NOUNS}, (?:chère à|dear to|so"
           rf" dear to) {_ROLE}", rf",{_THAT}"),
    _frame(r".{20,}, wie (?:auch |schon )?(?:[^\W\d_]+ ){0,2}?", r" (?:in|mit|an|anhand)"
           r" [^,.;]{3,60}? "
           r"(?:darlegt|zeigt|schreibt|ausführt|nachweist|betont|argumentiert|darlegte|zeigte"
           r"|schrieb)[.,]?"),
    # "Gegen X, die behauptet hatte, dass …", "Es war X, die als Erste zeigte, dass …"
    _frame(rf"{_ANY}", rf", (?:die|der) [^.;:!?\"]{{0,40}}?(?:{_DONE}(?: (?:hat|hatte|habe))?"
           rf"|zeigte|bewies|erkannte"
           r"|behauptete|nachwies), (?:dass|daß|wie|warum)\b"),
    _frame(rf"{_ANY}", r", who (?:says|said|thinks|thought|has it|tells us|taught us) that\b"),
)  # fmt: skip
#: A clause that the sentence begins with, and whose it is: "dass …, wissen wir von X".
_FRONT = re.compile(rf"(?:{OPENING})?(?:that(?!,| (?:is|was)\b)|dass|daß|que|qu')\b.{{15,}}")
_FRONTED = (
    _frame(rf".*(?:, (?:wissen wir|weiß man|lernen wir|lehrt uns) (?:von|seit|durch)? ?| (?:we"
           rf"|one) (?:know|learned|learn)"
           rf" (?:from|since|thanks to) |, nous le savons (?:depuis|par|grâce à) |, (?:geht"
           rf"|gehen) auf "
           rf"| (?:is|was) (?:an? |the )?{_NOUNS} (?:that (?:goes|dates) back to|of|first made"
           rf" by|due to) "
           rf"|, ist (?:eine? |die |der |das )?{_NOUNS} (?:von|der|des) "
           rf"|, c'est (?:ce qu'(?:a|avait) [^\W\d_]+ |ce que [^\W\d_]+ |l[ae'] ?{_NOUNS}"
           rf" (?:de|d') ?)){_ROLE}",
           r"[^.;:!?\"]{0,25}?\.?$"),
    _frame(rf".* (?:is|was) {_ROLE}", rf" (?:[^\W\d_]+ ){{0,2}}?(?:{_NOUN}|discovery|finding"
           rf"|great idea)\.?$"),
    _frame(rf".*, (?:ist|war|bleibt) {_ROLE}", rf" (?:[^\W\d_]+ ){{0,2}}?(?:{_NOUN}"
           rf"|entdeckung)\.?$"),
)  # fmt: skip
#: "Historians from Bloch to X have argued that …", "no less a critic than X argues that …".
_AMONG = re.compile(
    rf"(?:.* )?(?:from .{{3,40}} to|von .{{3,40}} bis(?: zu)?|d[eu]'? ?.{{3,40}} à"
    r"|no less (?:an? )?[^\W\d_]+ than|niemand geringere[rs] als|out of [^.;:!?,]{3,50})"
    rf" {_ROLE}"
)
#: Of the sentence behind a claim.
_TWO = (
    _frame(rf"(?:thus|(?:or )?so)(?:,? (?:at least|at any rate|of course|more or less),?)?"
           rf" (?:{_SAID} )?{_ROLE}",
           rf"(?: (?:{_SAID}|has it|had it|would have it|put it|saw it))?(?: (?:in|at|on|once"
           rf"|long|as)\b[^.;:!?]{{0,40}}?)?\.?$"),
    _frame(rf"(?:this|that|such)(?:, [^,.;:]{{3,25}},)? (?:is|was|remains)(?:,"
           rf" [^,.;:]{{3,25}},)? (?:at least |in brief |the )*"
           rf"{_NOUNS} (?:of|made by|put forward by|advanced by|in) (?:what )?{_ROLE}",
           rf"(?:'s)?(?: {_SAID})?{_REST}"),
    _frame(r"(?:this|that|such)(?:, [^,.;:]{3,25},)? (?:is|was|remains)(?:, [^,.;:]{3,25},)?"
           r" (?:at least )?(?:[^\W\d_]+ ){0,2}",
           rf" {_NOUNS}{_REST}"),
    _frame(rf"(?:this|that)(?:, [^,.;:]{{3,25}},)? (?:is|was)(?: (?:roughly|more or less"
           rf"|precisely|exactly))? what {_ROLE}",
           rf" {_SAID}(?: (?:in|at|to|with|by|of|long|once)\b[^.;:!?]{{0,50}}?)?\.?$"),
    _frame(rf"(?:the|this|that) {_NOUNS} (?:is|comes|came|goes back|stems|belongs|derives)"
           rf" (?:from |to )?{_ROLE}", r"(?:'s)?\.?$"),
    _frame(rf"so (?:jedenfalls|zumindest|wenigstens|auch|etwa|sieht es|sah es|{_SAID}) (?:auch"
           rf" |etwa )?{_ROLE}", _REST),
    _frame(rf"(?:das|dies) (?:ist|war|bleibt) (?:jedenfalls |zumindest |auch |im kern |kurz"
           rf" gesagt )?(?:die|der|das) {_NOUNS}"
           rf" (?:(?:von|der|des) )?{_ROLE}", _REST),
    _frame(r"(?:das|dies) (?:ist|war|bleibt) (?:jedenfalls |zumindest |auch |im kern"
           r" )?(?:[^\W\d_]+ ){0,2}", rf" {_NOUNS}{_REST}"),
    _frame(rf"(?:das|dies|darauf|davor|davon) (?:jedenfalls |zumindest |alles )?(?:meinte?"
           rf"|lehrte?|behauptete?|hat|hatte|wusste|weiß|stammt von)"
           rf" (?:auch |schon |bereits )?{_ROLE}", rf"(?: [^.;:!?\"]{{0,40}}? ?{_DONE}|"
           rf" gewarnt| gesprochen)?\.?$"),
    _frame(rf"diese[rs]? {_NOUNS} (?:stammt|kommt|ist|geht) (?:von|auf|bei)? ?{_ROLE}",
           r"(?: zurück| zu finden)?\.?$"),
    _frame(rf"c'est (?:du moins |là |bien |aussi |en substance )*(?:la|le|l') ?{_NOUNS} (?:de"
           rf"|d') ?{_ROLE}", _REST),
    _frame(rf"c'est (?:du moins |là |bien |aussi |en substance )*ce qu(?:e|') ?(?:nous"
           rf" )?(?:(?:a|avait) [^\W\d_]+|{_SAID}|établit"
           rf"|suggère|explique|rappelle) {_ROLE}", _REST),
    _frame(rf"tel(?:le)?s? (?:est|était|fut|sont) (?:du moins |en substance )?(?:la|le|l'|les)"
           rf" ?{_NOUNS} (?:de|d') ?{_ROLE}", _REST),
    _frame(rf"ainsi {_SAID} {_ROLE}", r"\.?$"),
    _frame(rf"{_ROLE}", r" (?:l'(?:a|avait) (?:(?:bien|déjà) )?(?:montré|dit|écrit|noté|vu"
           r"|démontré)|ne di(?:sai)?t pas autre chose"
           r"|ne dit rien d'autre|hat (?:das|es) (?:längst |schon |bereits )?gezeigt|has shown"
           r" (?:this|as much)"
           r"|said as much|says as much|said the same|sagte dasselbe)\b[^.;:!?\"]{0,30}\.?$"),
    _frame(rf"(?:la|le|l'|cette|cet) ?{_NOUNS} (?:vient|est|date|remonte) (?:de |d'|à"
           rf" )?{_ROLE}", r"\.?$"),
)  # fmt: skip
_BOOK = r"(?: (?:in|mit) [^.;:!?]{3,80}?)?"
_TREATED = (
    r"thematisierte?|diagnostizierte?|beschreibt|beschrieb|analysierte?|untersuchte?|unterscheidet"
    r"|unterschied|rekonstruierte?|prognostizierte?"
)
#: What an author does with a subject, behind the name, and in German before it too.
_STUDIES = {
    "en": re.compile(
        r",? ?(?:(?:also|first|then|later|further|famously|[^\W\d_]+ly) )?(?:(?:has|had)"
        r" )?(?:describes?|described"
        r"|distinguish(?:es|ed)|diagnoses?|diagnosed|identifie[sd]|traces?|traced|prophesied"
        r"|advocate[sd]?"
        r"|theori[sz]e[sd]?|conceptuali[sz]e[sd]?|attributes?|attributed|contrasts?|contrasted"
        r"|delineates?"
        r"|ascribe[sd]?|likens|likened|reconstruct(?:s|ed)|pinpoint(?:s|ed)|warn(?:s|ed) of)"
        r" (?!(?:him|her|them|me|us|it|how|as|nothing|no|this|that|what) )"
    ),
    "de": re.compile(
        rf" (?:(?:{_TREATED}){_BOOK} (?:auch |dort |darin )?(?:den|die|das|der|eine?n?|zwei|drei"
        r"|vier|einige)"
        r"|(?:beschäftigte?|befasste?) sich [^.;:!?]{0,60}?mit|(?:führte?) [^.;:!?]{5,90} auf"
        r" [^.;:!?]{5,90} zurück"
        r"|(?:hat|hatte) [^.;:!?]{10,140}?(?:beschrieben|analysiert|diagnostiziert"
        r"|rekonstruiert|nachgezeichnet),) ?"
    ),
    "fr": re.compile(
        r" (?:(?:y|en) )?(?:analys(?:e|ait|a)|décri(?:t|vait|vit)|distingu(?:e|ait|a)"
        r"|retrac(?:e|ait|a)|diagnostiqu(?:e|ait|a)"
        r"|théoris(?:e|ait|a)|attribu(?:e|ait|a)|identifi(?:e|ait|a)|oppos(?:e|ait|a)"
        r"|imput(?:e|ait|a)|dissèqu(?:e|ait)) "
    ),
}
_STUDIED = re.compile(rf"(?:.* )?(?:{_TREATED}|(?:beschäftigte?|befasste?) sich) {_ROLE}")
#: What stands before an author who studies something, from the beginning of the sentence.
_LEAD = re.compile(
    rf"(?:{OPENING})?(?:[^.;:!?]{{3,120}}, |(?:in|at|during|by|dès|en|dans) [^.,;:!?]{{3,40}} )?"
    rf"{_ROLE}"
)
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


def studies(lowered: str, code: str, name: Span, around: Span) -> bool:
    """Whether the sentence ``around`` a name says what its bearer does with a subject: "In her
    final book X distinguished between …", "1991 diagnostizierte X den Übergang …"."""
    start, end = around
    before = lowered[start : name[0]]
    if end - name[1] < _SHORTEST or end - start > _LONGEST:
        return False
    if code == "de" and _STUDIED.fullmatch(before):
        return True
    return _STUDIES[code].match(lowered, name[1], end) is not None and bool(_LEAD.fullmatch(before))


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
        end - start >= _SHORTEST
        and end <= at
        and not between.strip()
        and "\n\n" not in between
        and not reading.text[start:end].rstrip("\"'”’» ").endswith("?")
        and not reading.cites_between(start, end)
        and not reading.people_between(start, end)
        and SOMEBODY.search(reading.text, start + 1, end) is None
        and reading.lowered[start:end].partition(" ")[0] not in GIVEN
        and not is_others_claim(reading.lowered, start, end)
        and 2 * reading.quoted_between(start, end) < end - start
    )
