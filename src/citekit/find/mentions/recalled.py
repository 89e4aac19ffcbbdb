"""Authors who stand for what they have written: read, cited, invoked, compared, thought of.

"I have been rereading X", "drawing on X", "X remains the guide", "X would not be surprised";
"Der Bürgermeister zitierte X", "Grundlegend ist X", "X lässt grüßen"; « On songe à X », « Le maire
se réclame de X », « La référence reste X ».  In a frame "@" is the name in full, with what its
bearer is called before it.

Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Span
from citekit.find.mentions.spoken import speaks
from citekit.find.mentions.told import Told

_ROLE = (
    r"(?:(?:the|der|die|dem|den|des|le|la) |l' ?)?"
    r"(?:(?!(?:de|des|du|d|of|von|by|par|sur|on)[' ])[^\W\d_][\w-]*[' ]){0,3}?"
)
_FEW = r"(?:[^\W\d_][\w-]*[' ]){0,2}?"
_SOME = r"(?:[^.,;:!?\"]{1,40} )?"
#: Scholars, in the plural.
_SCHOLARS = (
    r"[^\W\d_]+(?:ians|ists|ologists|ars|ers|ors|ics|eurs|ues|iens|istes|teurs|innen|iker"
    r"|ologen|en|er|s)"
)
_DONE = (
    r"(?:dealt with|explored|studied|examined|written (?:on|about|of)|told|traced|charted"
    r"|chronicled|documented|mapped|described|analy[sz]ed|treated|discussed|reconstructed)"
)
_GETAN = (
    r"(?:untersucht|erforscht|beschrieben|erzählt|befasst|beschäftigt|geschrieben|nachgezeichnet"
    r"|analysiert|dargestellt|behandelt|geschildert|rekonstruiert)"
)
_FAIT = (
    r"(?:étudié|raconté|exploré|décrit|analysé|retracé|travaillé sur|écrit sur|consacré"
    r"|reconstitué|dépeint)"
)
_FRAMES = {
    "en": rf"""
(?:re-?read(?:ing)?|(?:has|have|had) (?:clearly |obviously |evidently |never )?read) @
(?:should |may |must |can )?(?:consult|compare|see|see also) @
(?:classic|standard work|locus classicus|authority|(?:best|fullest|standard
  |classic) [^\W\d_]+){_SOME} ?(?:is|are|remains?)(?: still)?(?: by| that of)? @
@ (?:is|remains) (?:still )?(?:the|a|an|our|my|their) {_FEW}(?:guide|reference|authority|account
  |source|classic|starting point|touchstone|text|name)\b
@ (?:has|had) (?:long |already |also |since )?{_DONE}\b
(?:{_DONE}|made famous|populari[sz]ed|immortali[sz]ed|inspired|influenced|formulated|proposed
  |invented)(?: {_SOME}|, {_SOME}| )by @
(?:best|fullest|first) {_FEW}(?:account|book|study|history){_SOME} ?(?:is|was) by @
that made @ famous
(?:owe|owes|owed|owing) (?:this|that|it|much|something|everything|a great deal|the [^\W\d_]+
  |my [^\W\d_]+) to @
(?:borrow(?:s|ed|ing)?|takes?|took|lift(?:s|ed)?|stole|stolen) [^.;:!?]{{2,40}} from @
(?:in the footsteps|in the wake|in the spirit|on the trail|inspiration|under the spell) (?:of
  |from) @
(?:building|drawing|relying|leaning|draws|drew|relies|relied|builds|built|leans
  |leaned) (?:heavily |here |in part |freely )?on @
(?:invok|quot|cit|echo|paraphras|channel|parrot|misquot|rediscover)(?:e|es|ed|ing
  |s) (?:here |from )?@
(?:shades of|apologies to|a nod to|homage to|echoes of|a whiff of|an air of|overtones of) @
@ would (?:not |hardly |surely |no doubt |never |have |be |been |also )*(?:recogni[sz]ed?
  |surprised|appalled|amused|approved?|agreed?|smiled?|nodded|understood|understand|liked|loved
  |enjoyed|delighted)\b
what would @ (?:say|make of|have said|have made|think|do)\b
(?:thinks?|thinking|thought|reminiscent|reminded|reminds [^\W\d_]+|in mind|put one in mind) of @
(?:brings?|brought|calls?|called) to mind @
(?:recalls?|recalled|recalling|evokes?|evoked|evoking) @
(?:debate|quarrel|dispute|exchange|argument|conversation|dialogue) between (?:{_SOME}and )?@
^(?:{_SOME}?)(?:against|before|after|beyond|unlike|like|as in|as with|pace|contra) @(?=,)
{_SCHOLARS},? (?:such as|like|from [^.;:]{{2,30}} to|including|among them) @
(?:ghost|shadow|spirit|legacy|influence|example|lesson|school|method|world) of @
^(?:enter|and then there is|and then there was|exit) @
^@(?: again[.!]|, of course[.,;])
(?:epigraph|motto|phrase|term|title|line|image|distinction) (?:is|comes|came|is taken
  |is borrowed|was taken|derives|stems) (?:from )?@
@ on [^\W\d_]+ (?:is|remains)\b
@ country[.,;]
""",
    "de": rf"""
(?:hat|habe|haben|hatte|hatten|wer) {_SOME}?@ (?:nicht |nie |wieder |noch |einmal )*(?:gelesen
  |zitiert|studiert|bemüht|herangezogen|entdeckt)\b
(?:man|wer) (?:lese|vergleiche|konsultiere|denke an|denke nur an|nehme) @
(?:standardwerk|klassiker|referenz|maßstab|gewährsmann|gewährsfrau|einführung
  |überblick)[^.;:!?]{{0,30}} (?:stammt von|ist(?: der| das| die)? ?(?:von)?|bleibt(?: der| das
  | die)? ?(?:von)?) @
(?:maßgeblich|grundlegend|wegweisend|einschlägig|unverzichtbar|klassisch|unübertroffen
  |stilbildend|am [^\W\d_]+sten)[^.;:!?]{{0,25}} (?:ist|sind|bleibt|bleiben|war
  |waren)\b[^.;:!?]{{0,30}}? ?@
@ (?:hat|hatte) [^.;:!?]{{0,60}}?{_GETAN}\b
(?:davon|darüber|das|dies|die geschichte|damit|damit hat sich|das hat|die [^\W\d_]+) (?:hat
  |hatte|haben) (?:schon |auch |bereits |zuerst )?@ [^.;:!?]{{0,30}}{_GETAN}\b
(?:das|der|die|den) @ (?:berühmt|bekannt) (?:machte|gemacht)
(?:verdanke|verdanken|schulde|schulden|entlehne|entnehme) (?:ich|wir) @
(?:inspiriert|beeinflusst|angeregt|geborgt|entlehnt|übernommen|abgeschaut) (?:bei|von) @
(?:motto|zitat|satz|titel|wort|formel|ausdruck|bild|unterscheidung) (?:stammt|ist|kommt) (?:von
  |aus|bei) @
^(?:mit|gegen) @ (?:lässt|kann|könnte|ließe|fragen|fragt|wäre|ist)\b
^(?:vor|nach|seit) @ [^\W\d_A-Z]+
(?:berief|beruft|berufen|bezieht|bezog|beziehen|stützt|stützte|stützen) sich (?:{_SOME})?(?:auf
  |an) @
(?:zitiert|zitierte|zitieren|zitierten|bemüht|bemühte|paraphrasiert|beschwor
  |beschwört) (?:gern |oft |dazu |auch )?@
(?:verweist|verwies|verwiesen|verweisen) (?:{_SOME})?auf @
(?:denkt|denke|dachte|erinnert|erinnerte|gemahnt) (?:{_SOME})?an @
(?:klingt|klang) (?:{_SOME})?(?:nach|wie) @
@ (?:lässt|ließ) grüßen
@ (?:hätte|wäre) (?!gern\b)[^.;:!?]{{3,60}}[.!]
was (?:würde|hätte) (?:wohl )?@
(?:das|der|die|den) @ (?:beschrieben|geschildert|gezeichnet|beschreibt|schildert)\b
(?:streit|debatte|kontroverse|gespräch|dialog) zwischen @
(?:kritik|angriffe?) (?:an|auf|gegen) @
(?:kritiker|schüler|leser|anhänger|gegner)(?:innen|n)? (?:von|der|des) @
{_SCHOLARS} wie (?:etwa |zum beispiel |auch )?@
(?:zu (?:nennen|erwähnen) (?:ist|sind|wäre|wären)|hierher gehört|ein beispiel ist
  |ein beispiel dafür ist) (?:auch |etwa |vor allem |zunächst )?@
""",
    "fr": rf"""
(?:re)?li(?:se|sez|sons|re) @
(?:se reportera|se reporter|renvoyons|renvoie|renvoyer) (?:ici )?à @
(?:référence|classique|ouvrage de référence|guide|autorité)[^.;:!?]{{0,20}} (?:est|reste
  |demeure)(?: celui de| celle de)? @
@ (?:reste|est|demeure) (?:ici )?(?:la|le|une?|notre) (?:référence|guide|classique|autorité
  |maître)
@ (?:a|avait) (?:longuement |déjà |bien |magistralement )?{_FAIT}\b
(?:racontée?s?|décrite?s?|étudiée?s?|analysée?s?|inspirée?s?|popularisée?s?|théorisée?s?
  |influencée?s?) (?:{_FEW})par @
c'est @ qui (?:a|avait)
(?:dois|doit|devons|emprunte|emprunté|empruntée|empruntons|reprends|reprend) [^.;:!?]{{2,40}} à @
^(?:avec|contre|avant|après|comme chez|à l'instar de) @(?=,)
(?:invoqu|cit|convoqu|paraphras|relisant|relu|mobilis)(?:e|é|er|ait|a|ant
  |ent)? ?(?:volontiers |souvent |ici )?@
(?:évoque|évoquait|rappelle|rappelait) (?:irrésistiblement )?@
(?:se réclam|s'inspir)(?:e|ait|ent|er) (?:ouvertement |volontiers )?(?:de |d')@
(?:pense|pensons|songe|songeons|pensera|songera|penser|songer) (?:ici |bien sûr |aussitôt )?à @
@ (?:n'|s'en |ne s'en |y |l')?(?:aurait
  |serait) (?:pas |sans doute |peut-être |été |bien )*(?:surprise?|amusée?|étonnée?|reconnue?
  |goûté|aimé|souri|ri|approuvé|applaudi)
qu'en (?:dirait|penserait|aurait dit) @
(?:que|qu') ?(?:décri|dépei|racont|évoqu|analys)[^\W\d_]+ @
(?:querelle|débat|controverse|dispute|dialogue|polémique) entre @
(?:lecteurs|lectrices|disciples|critiques|adversaires|héritiers|admirateurs) (?:de |d')@
{_SCHOLARS} (?:comme|tels que|tel que) @
(?:thèses|idées|théories|leçons|pages|analyses|intuitions) (?:de |d')@
@, (?:l'auteure?|l'autrice|auteure?|autrice) (?:de |d')
^(?:citons|mentionnons|signalons|évoquons) (?:par exemple |aussi |enfin |notamment )?@
(?:épigraphe|formule|expression|titre|mot|image|distinction) (?:est|vient
  |provient) (?:empruntée? à |tirée? )?(?:de |d')?@
""",
}


class _Frame(NamedTuple):
    """What stands before the name, and what behind it."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


def _frames(lines: str) -> tuple[_Frame, ...]:
    """The frames that are written a line each; one that begins with spaces goes on a line."""
    return tuple(map(_frame, lines.strip().replace("\n  ", "").split("\n")))


def _frame(line: str) -> _Frame:
    before, _, behind = line.partition("@")
    opens = "" if before.startswith("^") else r"(?:^|(?<=[\s('\"]))"
    led = re.compile(rf"{opens}(?:{before}){_ROLE}$") if before.strip("^") else None
    if before == "^":
        led = re.compile(rf"^{_ROLE}$")
    return _Frame(led, re.compile(behind) if behind else None)


FRAMES = {code: _frames(lines) for code, lines in _FRAMES.items()}
#: A frame reaches no farther before and after the name (code points).
_BEFORE, _AFTER = 100, 90


def recalled(told: Told, person: Person) -> Span | None:
    """The span of a full name in a frame that says that its bearer is read, cited or thought of,
    where the next sentence does not speak of a work of his."""
    if not person.full or person.possessive:
        return None
    reading = told.reading
    start, end = reading.sentences.around(person.start)
    before = reading.lowered[max(start, person.start - _BEFORE) : person.start]
    behind = reading.lowered[person.bare : min(end, person.bare + _AFTER)]
    for frame in FRAMES[reading.language]:
        if frame.behind is not None and frame.behind.match(behind) is None:
            continue
        if frame.before is not None and frame.before.search(before) is None:
            continue
        if speaks(reading, person) or told.near(person, further=True):
            return None  # the next sentence says what of
        return person.start, person.end
    return None
