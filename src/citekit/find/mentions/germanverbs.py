"""German verbs by their form: strong past tenses ("blieb", "widersprach"), and the first
subjunctive, by which a sentence is known for reported speech.

The strong and irregular verbs are a closed class (Duden, *Die Grammatik*, list of them).  The
first subjunctive is the stem of the infinitive with *-e* in the third person singular ("sie
trage", Duden, *Die Grammatik*, "Konjunktiv I").  Adjectives before their nouns look the same,
and so does the preterite of most verbs in *-te*: of those the common ones are listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STEMS = """bat bot befahl begann biss biß blieb brach briet drang empfahl erlosch erschrak fand
fiel fing floh flog floss floß focht fraß fror fuhr galt gab gebar gelang genas genoss genoß geschah
gewann ging glich glitt goss goß griff grub half hielt hieb hieß hing hob kam klang kroch lag las
lief litt ließ log lud maß mied nahm pfiff pries rang rann riet rief riss riß ritt roch rieb sah
sang sank sann saß schied schien schlich schlief schloss schloß schlug schmiss schmolz schnitt schob
schoss schoß schrak schrie schrieb schritt schuf schwamm schwand schwang schwieg schwoll schwor
sprach sprang stach stahl stand starb stieg stieß strich stritt tat traf trank trat trieb trog trug
verdarb vergaß verlor verzieh wand warb warf wich wies wob wog wuchs wusch zog zwang"""
_PREFIXES = """ab an auf aus be bei da dar durch ein emp ent er fern fest fort frei ge gegenüber
gleich her herab heran heraus herbei herein hervor hin hinaus hinein hinter hinzu los miss mit nach
nahe nieder offen preis statt teil über überein um unter ver vor voran voraus vorbei weg weiter wahr
wider wieder zer zu zurecht zurück zusammen"""
_STRONG = re.compile(
    rf"(?:{'|'.join(_PREFIXES.split())}){{0,2}}(?:{'|'.join(_STEMS.split())})(?:en)?"
)


def is_strong_past(word: str) -> bool:
    """Whether a word in lower case is the past of a strong verb, with a prefix or without."""
    return _STRONG.fullmatch(word) is not None


#: Of common verbs: no other word looks so.
_SURE = frozenset(
    """sei seien habe werde könne müsse dürfe solle wolle gebe wisse gehe stehe komme lasse bleibe
    nehme sehe tue heiße spreche mache bringe führe scheine bedeute gelte halte leiste trete biete
    warte erwarte erhalte behalte enthalte verhalte vertrete bestreite arbeite fürchte betrachte
    beobachte berichte vernichte verbreite hafte achte verwalte gestalte beachte leite
    trenne""".split()
)
#: Other words in -e that may stand where a verb does.
_NO_VERBS = frozenset(
    """heute gerade gerne lange ohne beinahe nahe alleine genauso solange zugute zustande zugrunde
    imstande infrage zumute zugunsten leise müde böse weise träge vage lose feste stille schade
    bitte danke ferne vorne inne dasselbe dieselbe derselbe hinge ginge beide alle viele einige
    manche andere wenige mehrere welche solche diese jene keine meine deine seine ihre unsere eure
    eine erste zweite dritte letzte nächste eigene ganze möge wurde würde wäre gäbe käme ließe
    fände läge sähe bliebe hieße brächte nähme""".split()
)
#: Before an adjective in -e.
_BEFORE_ADJECTIVE = frozenset(
    """der die das den dem des ein eine einen einem einer eines kein keine keinen mein dein sein
    seine ihr ihre unser unsere dieser diese dieses jener jene jenes jede jeder jedes welche solche
    manche alle viele wenige einige mehrere beide andere zwei drei vier fünf sehr ganz zu recht
    höchst wie als am im vom zum zur auf in an von mit für und oder sowie lauter etwas
    nichts""".split()
)
#: After a verb: an adjective has its noun after it.
_AFTER_VERB = frozenset(
    """sich nicht der die das den dem des ein eine einen einem einer eines kein keine keinen
    keinem keiner keines es man er ihn ihm ihr ihre ihren ihrem ihrer sein seine seinen
    seinem seiner uns in im auf an am von vom zu zur zum mit aus für durch gegen über unter um bei
    nach als wie nur auch aber also eben immer nie noch schon nichts etwas dabei dafür damit
    daran darauf dagegen daher deshalb darum jeden jede jedes diese diesen dieses dieser diesem
    weder zwar etwa stets selbst niemanden niemandem mehr weniger wenig oft selten kaum
    sehr viel so dort hier da dann erst bald wieder""".split()
)
#: What a subordinate clause begins with.
_SUBORDINATE = frozenset(
    """dass daß weil ob wenn als wie was wo wer wen wem wessen der die das den dem deren dessen
    denen obwohl während bis bevor nachdem sobald solange indem damit worin woran womit wofür
    warum weshalb und oder in an auf aus bei mit von zu für über""".split()
)
_IDIOM = re.compile(
    r"\b(?:als (?:sei|seien|habe|werde|könne|gebe|gehe|stehe|komme)"
    r"|sei es|sei denn|sei dank|dem auch sei|sei (?:hier|nur|noch|daran|darauf|dahingestellt"
    r"|erwähnt|gesagt|betont|angemerkt|verwiesen|erinnert)|es lebe|man (?:nehme|denke|beachte"
    r"|vergleiche|stelle|lese|sehe|höre|bedenke|erinnere|achte))\b"
)
#: Verbs in the first or second subjunctive: the common ones, and the strong ones in any compound.
_FORMS = (
    r"sei|seien|habe|hätten?|werde|würden?|könne|könnten?|müsse|müssten?|dürfe|dürften?|solle|sollten?"
    r"|wolle|gebe|wären?|gehe|mache|lasse|ließen?|bleibe|stehe|komme|liege|brauche|führe"
    r"|[^\W\d_]*(?:brächt|käm|gäb|trät|fänd|läg|säh|spräch|stünd|verlör|zög|böt|schüf|trüg|schlüg"
    r"|wüsst|dächt|bräucht|nähm|gölt|gält|stürb|würf|hülf|begänn|zwäng|sänk)en?"
)
SUBJUNCTIVE = re.compile(rf"\s[^.!?;:]{{0,80}}?\b(?:{_FORMS})\b")
#: Between a verb and its clause: so far (code points), and so many commas.
_REACH = 90
_MOST_COMMAS = 2
_STOP = re.compile(r"[.;:!?\"„“»«()]")
_CLAUSE = re.compile(r"\s[^,.;:!?]{4,120}")
#: "tat, als sei er krank": no object of a verb of claim.
_NO_OBJECT = frozenset("als wenn ob damit bevor bis obwohl weil da wie".split())
#: Verbs of claim and their participles.
_REPORTING = frozenset(
    """behauptet behauptete gemeint meint meinte gewarnt warnt warnte betont betonte erklärt
    erklärte geglaubt glaubt glaubte gesagt sagt sagte geschrieben schreibt schrieb gefolgert
    folgert folgerte bemerkt bemerkte eingewandt eingewendet wendet wandte eingeräumt räumt räumte
    vermutet vermutete entgegnet entgegnete erwidert erwiderte argumentiert argumentierte
    geurteilt urteilt urteilte befand gefunden findet fand notiert notierte fürchtet fürchtete
    befürchtet befürchtete hofft hoffte ergänzt ergänzte mahnt mahnte gemahnt ahnt ahnte beteuert
    beteuerte beklagt beklagte konstatiert konstatierte schließt schloss geschlossen denkt dachte
    gedacht lehrt lehrte gelehrt postuliert postulierte prophezeit prophezeite""".split()
)
#: A subject in the singular where a sentence begins, and its verb: "Jede Tür gebäre zwei Türen".
_SINGULAR = re.compile(
    r"(?:(?:D(?:as|er|ie)|(?:Ein|Kein|Sein|Ihr)e?|Jede[rs]?|Diese[rs]?)\s(?:[a-zäöüß]+e[nrs]?\s){0,2}"
    r"[A-ZÄÖÜ][\w-]+|Niemand|Jeder|Man|Er|Es)\s(?P<verb>[a-zäöüß]{2,}[^\W\d_t]e)\b"
)
_CLAUSE_END = ",;:.!?–"
_QUOTES = frozenset('„“”"«»‚‘')
_OPENING, _CLOSING = "„“”\"«»›‹‚‘’'([", "„“”\"«»›‹‚‘’')]"


def is_subjunctive(words: Sequence[str]) -> bool:
    """Whether a verb of the first subjunctive stands among words as printed."""
    before = ""
    inside = False
    for place, printed in enumerate(words):
        if inside or printed[0] in _QUOTES:
            inside = printed.rstrip(_CLAUSE_END)[-1:] not in _QUOTES
            before = ""
            continue
        word = printed.rstrip(_CLOSING).rstrip(_CLAUSE_END)
        if word in _SURE:
            return True
        if (
            word[-1:] == "e"
            and word[-2:] != "te"
            and len(word) > 3
            and word.isalpha()
            and word.islower()
            and word not in _NO_VERBS
            and not word.endswith("weise")
            and before not in _BEFORE_ADJECTIVE
        ):
            after = words[place + 1] if place + 1 < len(words) else ""
            if printed != word or not after or after.rstrip(_CLAUSE_END) in _AFTER_VERB:
                return True
        before = word.lower()
    return False


def reports(text: str, start: int, end: int) -> bool:
    """Whether a sentence is reported speech by the mood of its verb: that of its first
    clause, or of one that is not subordinate; and whether nobody speaks of himself."""
    words = text[start:end].split()
    if "ich" in words or "Ich" in words:
        return False
    low = 0
    found = False
    for place, word in enumerate(words, 1):
        if place < len(words) and word.rstrip(_CLOSING)[-1:] not in _CLAUSE_END:
            continue
        if not low or words[low].lstrip(_OPENING) not in _SUBORDINATE:
            found = found or is_subjunctive(words[low:place])
        low = place
    singular = _SINGULAR.match(text, start, end)
    found = found or (singular is not None and singular["verb"] not in _NO_VERBS)
    return found and not is_idiom(text[start:end].lower())


def reports_after(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether a verb of claim and then a clause in the subjunctive follow ``at``: "hat 1954
    behauptet, die Furcht sitze tief", "schrieb in seinem Buch, das Amt verlerne das Reden"."""
    if _REPORTING.isdisjoint(lowered[at : min(end, at + _REACH)].replace(",", " ").split()):
        return False
    stop = _STOP.search(text, at, min(end, at + _REACH))
    high = min(end, at + _REACH) if stop is None else stop.start()
    comma = text.find(",", at, high)
    for _ in range(_MOST_COMMAS):
        if comma == -1:
            return False
        words = lowered[at:comma].split()
        if not _REPORTING.isdisjoint(words):
            clause = _CLAUSE.match(text, comma + 1, end)
            said = clause[0].split() if clause is not None else []
            if (
                said[:1]
                and said[0] not in _NO_OBJECT
                and (is_subjunctive(said) or SUBJUNCTIVE.match(lowered, comma + 1, end))
            ):
                return True
        comma = text.find(",", comma + 1, high)
    return False


def is_idiom(lowered: str) -> bool:
    """Whether a sentence has a subjunctive that reports nothing: "sei es", "man nehme"."""
    return _IDIOM.search(lowered) is not None
