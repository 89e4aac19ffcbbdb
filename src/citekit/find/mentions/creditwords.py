"""How a text credits somebody with a term, an idea or a word: what stands before and after a term
in quotation marks, and what tells of one that is not quoted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.find.citations.names import NAME
from citekit.find.citingwords import POSSESSIVES, TERM_NOUNS, THEORY_NOUNS

#: What somebody gives a thing; and what else he has or says.
_NAMES = (TERM_NOUNS | {"notion", "concept"}) - frozenset(
    "title subtitle titel untertitel titre sous-titre motto slogan".split()
)
_NOUNS = _NAMES | THEORY_NOUNS | frozenset(
    """example image thought gedanken einsicht formulierung intuition quip aphorism opposition
    adjective""".split()
)  # fmt: skip
_NAME = rf"(?i:{'|'.join(sorted(_NAMES))})"
_NOUN = rf"(?i:{'|'.join(sorted(_NOUNS))})"
NOUN_HERE = re.compile(rf"\b{_NOUN}s?\b")
_PEOPLE = rf"(?P<people>{NAME}(?:(?:,\s|,?\s(?:and|und|et|&)\s){NAME}){{0,3}})"
_OTHERS = _PEOPLE.replace("people", "others")
_ROLE = r"(?:(?:the|der|die|dem|den|le|la|l['’])\s?)?(?:[^\W\d_]+\s){0,4}?"
_ARTICLE = r"(?:(?:the|an?|this|our|der|die|das|dem|den|einen?|le|la|les|une?|l['’])\s?)?"
_APPOSED = r"(?:,\s[^,“”„«»\"\n]{1,60},)?"
_LATELY = (
    r"(?:(?:would|used\sto|likes\sto|liked\sto|has|have|had|might|could|once|famously|later|also"
    r"|memorably|aptly|first|too|who|which|qui|der|die|hat|a|avait)\s){0,3}"
)
_CALLS = (
    r"(?:calls?|called|term(?:s|ed)?|dub(?:s|bed)?|label(?:s|led|ed)?|name[sd]?|describe[sd]?\sas"
    r"|refer(?:s|red)?\sto\sas|christened|characteri[sz]e[sd]?\sas)"
)
_APPELLE = (
    r"(?:appel(?:le|ait|lent|aient)|appelé|nomm(?:e|ait|ent)|nommé|qualifi(?:e|ait)\sde"
    r"|désign(?:e|ait)\scomme|baptis(?:e|ait|é)|théorise\scomme)"
)
#: "Name called it “…”", "Name, who taught us, calls this “…”".
CALLED_IT = re.compile(
    rf"{_PEOPLE}{_APPOSED},?\s(?:{_LATELY}(?:called|dubbed|termed|christened)\s(?:it|this|them"
    rf"|these)\s{_ARTICLE}|(?:nannte|taufte)\s(?:das|dies|es|so\setwas)\s(?:[^\W\d_]+\s){{0,3}}"
    r"|(?:(?:appelait|nommait|baptisa)\scela|l['’](?:appelait|a\sappelée?))\s(?:[^\W\d_]+['’\s]){0,3})$"
)


class _Rule(NamedTuple):
    """What stands before or after a term, or tells of something said: one of the words that
    it needs, and whether what is credited belongs to the credit."""

    pattern: re.Pattern[str]
    needed: frozenset[str]
    whole: bool = False


def _rule(needed: str, pattern: str, whole: bool = False) -> _Rule:
    return _Rule(re.compile(pattern), frozenset(needed.split()), whole)


CALLED = _Rule(
    CALLED_IT,
    frozenset("""called dubbed termed christened nannte taufte appelait nommait baptisa appelé
              appelée""".split()),
    True,
)  # fmt: skip
WAS = _rule(
    "was wie",
    rf"\b(?:[Ww]as|[Ww]ie|dem,\swas)\s{_ROLE}{_PEOPLE}(?:,[^,„“]{{1,60}},)?\s(?:[^\W\d_]+\s){{0,3}}$",
)
#: "The sociologist Name speaks of “…”": of others it is but speech, and with an article a
#: judgement.
SPEAKS = _rule(
    "speak speaks spoke spricht sprach parle parlait parlé",
    rf"{_PEOPLE}\s{_LATELY}(?:speaks?|spoke|spricht|sprach|parle|parlait|parlé)\s"
    r"(?:(?:hier|da|dabei|gern|oft|einmal|später|ici|souvent)\s)?(?:of|von|vom|de|d['’])\s?"
    rf"{_ARTICLE}$",
)
#: Before a term.
BEFORE = (
    _rule("what", rf"\b[Ww]hat\s{_ROLE}{_PEOPLE}{_APPOSED}\s{_LATELY}{_CALLS}\s{_ARTICLE}$"),
    _Rule(
        re.compile(
            rf"{_PEOPLE}(?:[’']s?)?\s(?:[^\W\d_]+\s){{0,3}}?(?:{'|'.join(sorted(_NOUNS))})s?\s"
            rf"(?:of|for|about|that|der|des|von|vom|de|du|d['’])\s?{_ARTICLE}$"
        ),
        _NOUNS,
    ),
    WAS,
    _rule(
        "ce",
        rf"\b[Cc]e\s(?:que?\s{_ROLE}{_PEOPLE}{_APPOSED}\s(?:(?:a|avait|l['’]on)\s)?{_APPELLE}?"
        rf"|qu['’](?:a\s)?{_APPELLE}\s{_PEOPLE.replace('people', 'others')})\s?{_ARTICLE}$",
    ),
    _rule(
        "von",
        rf"\b[Vv]on\s{_ROLE}{_PEOPLE}\s(?:so\s)?(?:genannte|geprägte|beschriebene|eingeführte)[nrs]?\s"
        r"(?:[^\W\d_]+\s){0,3}$",
    ),
    _Rule(
        re.compile(
            rf"{_PEOPLE}\s(?:[^\W\d_A-ZÀ-Ý][^\W\d_]*['’\s]|l['’]|[A-ZÄÖÜ][^\W\d_]+\s){{1,8}}?"
            rf"(?:the|an?|die|den|das|der|einen?|le|la|un|une|l['’])\s?{_NAME}"
            r"(?:\s(?:of|for|that|vom|von|der|des|de|du)\b|\s(?:pour|for|für)\s[^.,;:!?]{3,40})?,?\s?"
            rf"{_ARTICLE}$"
        ),
        _NAMES,
    ),
    _rule(
        """baptisé baptisée nommé nommée appelé appelée christened called dubbed termed named
        labeled labelled""",
        rf"{_PEOPLE}\s(?:has|had|hat|a|avait)\s(?:then\s|once\s)?(?:{_CALLS}|{_APPELLE}e?s?)\s"
        rf"{_ARTICLE}$",
    ),
    SPEAKS,
    CALLED,
    _rule(
        "with mit avec",
        rf"{_PEOPLE},?\s(?:with|mit|avec)\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,3}}$", True,
    ),
    _rule(
        "remembered famous known celebrated bekannt berühmt connu connue célèbre",
        rf"{_PEOPLE}{_APPOSED},?\s(?:(?:is|was|became)\s(?:[a-z]+\s)?(?:remembered|famous|known"
        r"|celebrated)\sfor|(?:ist|war|wurde)\s(?:[a-zäöüß]+\s)?(?:bekannt|berühmt)\s(?:für|durch"
        r"|mit)|(?:est|était)\s(?:[a-zà-ÿ]+\s)?(?:connue?|célèbre)\spour)"
        r"\s(?:[^\W\d_]+['’\s]){0,4}$", True,
    ),
    _rule(
        "currency up invented",
        rf"{_PEOPLE}{_APPOSED},?\s{_LATELY}(?:gave\scurrency\sto|thought\sup|invented)\s"
        r"(?:[^\W\d_]+\s){1,5}$", True,
    ),
    _rule(
        """coined coins introduced introduces popularised popularized prägte prägt geprägt forge
        forgea forgé""",
        rf"{_PEOPLE}{_APPOSED},?\s{_LATELY}(?:coin(?:ed|s)|introduce[sd]|populari[sz]ed|prägte?"
        r"|geprägt|forg(?:e|ea|é))\s(?:[^\W\d_]+['’\s]){0,6}$",
    ),
)  # fmt: skip
#: "Ann Names „…“", "Name’s “…”".
OWN = re.compile(
    rf"{_PEOPLE}['’]s?\s(?:(?:old|famous|celebrated|own)\s)?$"
    r"|(?P<genitive>[A-ZÄÖÜ][\w-]+\s(?:[A-ZÄÖÜ]\.\s)?[A-ZÄÖÜ][\w-]+)s\s$"
)
#: After a term.
AFTER = (
    _rule(
        "by par",
        r"[,.]?\s(?:(?:a|the|an|un|une|le|la|in|to|as)\s){0,2}"
        rf"(?:{_NOUN}\s)?(?:(?:first|originally|famously)\s)?"
        r"(?:coined|introduced|developed|proposed|populari[sz]ed|described|theori[sz]ed|forgée?"
        rf"|proposée?|développée?|introduite?|théorisée?)\s(?:by|par)\s{_ROLE}{_PEOPLE}",
    ),
    _rule(
        "as wie comme",
        rf"[,.]?\s(?:as|wie|comme)\s(?:(?:l['’]|es\s|sie\s)?(?:appelle|nomme)\s)?{_ROLE}{_PEOPLE}\s"
        r"(?:(?:has|have|once|famously|es|sie|ihn|das|dies|l['’]a)\s?){0,2}"
        rf"(?:{_CALLS}|puts?|nennt|nannte|formuliert|{_APPELLE})\b",
    ),
    _rule(
        "reprendre sinne sense selon sens words phrase chère",
        r",?\s(?:chère?\sà|pour\sreprendre\s(?:la\s|le\s|l['’])(?:mot|terme|formule|expression|notion)"
        r"\sd(?:e\s|['’])|im\sSinne\s(?:von|des)|in\sthe\s(?:sense|words|phrase)\sof"
        r"|to\suse\sthe\s(?:phrase|term|words)\sof|selon\s(?:le\smot|l['’]expression)\sde|au\ssens\sde)"
        rf"\s?{_PEOPLE}",
    ),
    _rule(
        "that which que das den die",
        rf"(?:,?\s(?:an?|the|eine?|de[rn]|die|das|une?|le|la)\s{_NOUN})?"
        r",?\s(?:das|den|die|that|which|que)\s(?:(?:the|der|die|das|le|la)\s|l['’])?"
        rf"(?:[^\W\d_]+\s){{0,2}}?{_PEOPLE}\s(?:[^.;:!?]{{0,50}}?\s)?"
        r"(?:coined|invented|popularised|popularized|minted|devised|made\sup|thought\sup"
        r"|came\sup\swith|hung\son|forgée?s?|inventée?s?|popularisée?s?|geprägt"
        r"|erfunden|entworfen|prägte|erfand|entwarf|popularisiert|ersonnen"
        r"|unter die Leute gebracht)(?:\s(?:hat|hatte))?\b",
        True,
    ),
)
NENNT = re.compile(
    r"[,.]?\s(?:(?:einst|einmal|später|so|treffend)\s)?(?:nennt|nannte|genannt\shat|genannt\shaben"
    r"|bezeichnete?|nennen|nannten|beschreibt|getauft\shat)\b"
)
#: Who calls a thing so judges it and names nothing: "a disgrace", "the worst of my career".
JUDGES = frozenset("a an eine ein einen une un my our mein meine unser mon ma notre".split())
JUDGED = re.compile(r"(?:an?|eine?[mnrs]?|une?)\s", re.I)

_QUOTED_WORDS = '\\s[“"„«][^“”"„«»\\n]{1,60}[”"“»]'
_QUOTED = f"(?:{_QUOTED_WORDS})?"
_OF = rf"(?:{_QUOTED_WORDS})?(?:\s(?:of|for|that)\s[^.;:!?\n]{{2,60}}?)?"
_DE_OF = rf"{_QUOTED}(?:\s(?:de\s|du\s|des\s|d['’])[^.;:!?\n]{{2,60}}?)?"
_DE_NOUN = (
    r"\b(?:[Dd](?:er|ie|as|en|em)|[Dd]iese[rsnm]?|[Ss]eine[nm]?|[Ii]hre[nm]?)\s"
    rf"(?:[a-zäöüß]+e[rsnm]?\s){{0,2}}?{_NOUN}"
    rf"(?:\s(?:der|des|von|vom|einer|eines)(?:{_QUOTED_WORDS}|\s[^.;:!?\n]{{2,60}}?)|{_QUOTED_WORDS})?"
    r"(?:,\s[^.;:!?,\n]{3,80},)?"
)
_FROM = (
    rf",?\s(?:[^\W_]+,?\s){{0,6}}?(?:from|by|von|bei|à|de)\s(?:(?:the|der|dem|la|le)\s|l['’])?"
    rf"(?:[^\W\d_A-ZÀ-Ý]+\s){{0,3}}?{_PEOPLE}(?:\s(?:the|den|das|die|le|la)\s{_NOUN})?(?![^\W_])"
)
_FIRST = (
    (" the first to ",),
    rf"{_PEOPLE}\s(?:was|were)\sthe\sfirst\sto\s(?:connect|distinguish|formulate"
    r"|theori[sz]e|(?:argue|suggest|observe)\sthat|speak\sof|link\s|compare\s"
    r"|use\sthe\s(?:word|term|phrase|expression))[^.;:!?\n]{2,80}",
)
_IN_SENSE = (
    ("s sense", "’ sense", "' sense"),
    rf"\bin\s{_ROLE}{_PEOPLE}['’]s?\ssense\b",
)
#: By language, with signs of each: what somebody is credited with, and he.
_TOLD = {
    "en": (
        (
            ("borrow", "took ", " lifted ", " stole", " nicked "),
            rf"\b(?:borrow(?:s|ed|ing)?|took|lifted|stole|stolen|nicked){_FROM}",
        ),
        (
            (" owe ", " owes ", " owed "),
            rf"\bow(?:e|es|ed)\s(?:[a-z-]+\s){{1,4}}?{_NOUN}{_OF}\sto\s{_ROLE}{_PEOPLE}"
            rf"|\b{_NOUN},?\s(?:(?:that|which)\s)?(?:I|we|s?he|they|{NAME})\s(?:[a-z]+\s)?"
            rf"ow(?:e|es|ed)\sto\s{_ROLE}{_OTHERS}",
        ),
        (
            ("goes back to ", "went back to ", "riginates with ", "riginated with ", "is due to ",
             "comes from ", "came from ", "stems from ", "coined by ", "introduced by ",
             "formulated by ", "popularised by ", "popularized by "),
            rf"\b(?:[Tt]he|[Tt]h(?:is|at)|[Hh]is|[Hh]er|[Mm]y)\s(?:[a-z-]+\s){{0,2}}?{_NOUN}{_OF},?\s"
            r"(?:goes\sback\sto|went\sback\sto|originate[sd]\swith|is\sdue\sto"
            r"|comes\sfrom|came\sfrom|stems\sfrom|(?:was|were|is|(?:had|has)\sbeen)\s(?:first\s)?"
            rf"(?:coined|introduced|formulated|populari[sz]ed)\sby)\s{_ROLE}{_PEOPLE}",
        ),
        _FIRST,
        (
            ("rawing on ", "uilding on "),
            rf"\b(?:[Dd]raw|[Bb]uild)ing\son\s{_ROLE}{_PEOPLE}[’']s?\s(?:[a-z-]+\s){{0,2}}?"
            rf"{_NOUN}\s(?:of|about)\s(?:the\s)?[^\W\d_][\w-]*",
        ),
        _IN_SENSE,
        (
            ("quip ", "dictum ", "maxim ", "aphorism "),
            rf"{_PEOPLE}['’]s?\s(?:[a-z]+\s){{0,2}}?(?:quip|dictum|maxim|aphorism)\s"
            r"(?:about|that|on|of)\s[^.;:!?,\n]{5,90}",
        ),
    ),
    "de": (
        (("entlehn", "entlieh", "übern"),
         r"\b(?:entlehnt(?:e|en)?|entliehen|übernimmt|übernahm|übernommen)\s(?:[^\W_]+,?\s){0,6}?"
         r"(?:von|bei)\s(?:(?:de[mr]|eine[mr]|seine[mr]|ihre[mr])\s(?:[a-zäöüß]+\s)?"
         rf"(?:[A-ZÄÖÜ][a-zäöüß]+,?\s)?){{0,2}}{_PEOPLE}(?![^\W_])"),
        ((" zurück",), rf"{_DE_NOUN}\s(?:geht|ging)\s(?:wohl\s)?auf\s{_ROLE}{_PEOPLE}\szurück\b"),
        (
            ("stammt ", "stammte ", "verdank"),
            rf"{_DE_NOUN}\s(?:stammte?\s(?:[a-zäöüß]+\s)?von"
            rf"|verdank(?:e|t|en|ten?)\s(?:ich|wir|er|sie|man|sich))\s{_ROLE}{_PEOPLE}",
        ),
        (
            ("geprägt", "eingeführt"),
            rf"{_DE_NOUN}\s(?:wurde|ist)\s(?:[a-zäöüß]+\s){{0,2}}?von\s"
            rf"{_ROLE}{_PEOPLE}\s(?:geprägt|eingeführt)\b",
        ),
        (
            ("wort vo", "diktum "),
            r"(?P<people>(?:[A-ZÄÖÜ][^\W\d_]+\s)?[A-ZÄÖÜ][^\W\d_]+)s\s(?:[a-zäöüß]+\s)?"
            r"(?:Wort|Diktum)\s(?:vom|von\sder|von\sden|über)\s(?:[a-zäöüß]+\s){0,2}[A-ZÄÖÜ][\w-]+",
        ),
    ),
    "fr": (
        (("emprunt",), rf"\bemprunt(?:e|ait|ant|ée?s?){_FROM}"),
        (
            ("repris à ", "repris chez ", "pris à ", "piqué", "chipé", "volé"),
            rf"\b{_NOUN}\squ['’](?:il|elle|on|ils|elles)\s(?:a|avait|ont)\s(?:repris|pris|piqué|chipé"
            rf"|volé)e?s?\s(?:à|chez)\s(?:(?:une?|le|la)\s[^,.;:]{{3,40}},\s)?{_ROLE}{_PEOPLE}",
        ),
        (
            ("remonte ", "remontait ", "vient d", "revient à ", "est d", "été forgé",
             "été introduit"),
            rf"(?:\b(?:[Ll]a|[Ll]e|[Cc]ette|[Cc]et?)\s|\b[Ll]['’])(?:[a-zà-ÿ]+\s)?{_NOUN}{_DE_OF}"
            r"\s(?:remont(?:e|ait)\sà|(?:nous\s)?vient\sd(?:e|['’])|revient\sà|est\sdue?\sà|est\sd(?:e|['’])"
            rf"|a\sété\s(?:forgée?|introduite?)\spar)\s?{_ROLE}{_PEOPLE}",
        ),
        (
            ("doit ", "dois ", "devons ", "devait "),
            r"\b(?:[Oo]n|[Jj]e|[Nn]ous|[Ii]l|[Ee]lle)\s(?:doi[st]|devons|devait)\s"
            rf"(?:(?:cette\s|cet\s|ce\s|la\s|le\s|l['’])(?:[a-zà-ÿ]+\s)?{_NOUN}{_DE_OF}\sà\s{_ROLE}{_PEOPLE}"
            rf"|à\s{_ROLE}{_OTHERS}\s(?:cette\s|cet\s|ce\s|la\s|le\s|l['’]|d['’]avoir\s)"
            rf"[^.,;:!?\n]{{0,40}}?\b{_NOUN})",
        ),
    ),
}  # fmt: skip
PATTERNS = {code: [re.compile(pattern) for _, pattern in rows] for code, rows in _TOLD.items()}
#: What credits somebody with a thought whatever it names.
SURE = frozenset((_FIRST[1], _IN_SENSE[1]))
#: What begins, or stands in, what each of them matches.
SIGNS = {code: [signs for signs, _ in rows] for code, rows in _TOLD.items()}

#: Behind a surname that only a thinker bears: "'s theory", "had a name for it".
THINKER = re.compile(
    rf"(?:['’]s?|s)\s(?:[^\W\d_]+\s){{0,2}}{_NOUN}\b"
    rf"|\s(?:had|has|hat|hatte|avait|a)\s(?:an?|the|einen?|den|die|das|une?|le|la)\s(?:[^\W\d_]+\s)?{_NAME}\b"
)
