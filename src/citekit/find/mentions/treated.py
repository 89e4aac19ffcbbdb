"""Sentences that say what a work named before them treats ("The book traces …", "In it she sought
to …", "Es analysiert …", "L'ouvrage retrace …"), and what an author does with his book: "Lee opens
her book with …", "Roth widmet ihm ein Kapitel", « Roux y consacre deux chapitres ».

Words are in the form of :func:`citekit.find.worktitles.plain`."""

from __future__ import annotations

import re

from citekit.find.citingwords import OPENING, POSSESSIVES, PRONOUN, WORK_NOUN
from citekit.find.mentions.anaphora import is_writer, subject
from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Span
from citekit.find.mentions.told import Told

#: What works do with their subjects.
_TREATS = {
    "en": r"(?:traces|examines|explores|describes|documents|analy[sz]es|investigates|chronicles"
    r"|recounts|surveys|discusses|presents|offers|details|follows|depicts|portrays|identifies"
    r"|distinguishes|addresses|covers|compares|reviews|reconstructs|maps|probes|dissects|considers"
    r"|deals\swith|focuses\son|looks\sat|tells\sthe\s(?:story|history)|sets\sout|makes\sthe\scase"
    r"|gives\san\saccount|draws\son|highlights|outlines|explains|attributes|blames|charts|exposes"
    r"|denounces|defends|introduces|provides|advances|challenges|reveals|illustrates|demonstrates"
    r"|(?:trace|examine|explore|describe|analy[sz]e|investigate|chronicle|discusse|presente"
    r"|introduce"
    r"|expose|propose|advance|challenge|reveal|outline|explain|distinguishe|denounce|develope|depicte"
    r"|portraye)d|(?:is|was)\sabout)",
    "de": r"(?:behandelt|beschreibt|untersucht|analysiert|schildert|zeichnet|erzählt|erklärt|deutet"
    r"|beleuchtet|dokumentiert|rekonstruiert|verfolgt|widmet\ssich|handelt\svo[nm]|befasst\ssich"
    r"|beschäftigt\ssich|entwirft|entfaltet|bietet|diskutiert|vergleicht|erörtert|fragt|geht\sder"
    r"|seziert|skizziert|thematisiert|stellt\sdar|kritisiert|verteidigt|warnt)",
    "fr": r"(?:analyse|décrit|retrace|examine|explore|étudie|traite|raconte|présente|propose|aborde"
    r"|expose|développe|dresse|brosse|interroge|reconstitue|dissèque|porte\ssur|compare|explique"
    r"|critique|dénonce|défend|établit|revient\ssur|s'\s?intéresse|s'\s?attache|se\spenche"
    r"|met\sen\slumière)",
}
_THE_WORK = (
    r"(?:(?:the|this|his|her|their|das|dieses|der|dieser|die|diese|sein|seine|ihr|ihre|le|ce|cet"
    rf"|cette|la|son|sa|leur)\s|l'\s?)(?:[^\W\d_]+\s){{0,2}}?(?:{WORK_NOUN})"
)
_ADVERB = (
    r"(?:(?:also|then|further|first|[^\W\d_]+ly|auch|dann|ferner|zunächst|aussi|ensuite"
    r"|d'abord)\s)?"
)
_ABOUT = {
    code: re.compile(
        rf"{OPENING}(?:{_THE_WORK}(?:\s\(\d{{4}}\))?|it|es)\s{_ADVERB}{verb}\s{_ADVERB}"
        r"(?!(?:me|us|you|him|her|mich|uns)\b)"
    )
    for code, verb in _TREATS.items()
}
#: What its author does there: "In it she sought to …", "Darin fragt er …", "Il y retrace …".
_THERE = {
    "en": re.compile(
        rf"{OPENING}(?:in\s(?:it|this\s(?:{WORK_NOUN})|the\s(?:{WORK_NOUN})),?\s(?:s?he|they)"
        rf"|there\ss?he)\s"
        rf"{_ADVERB}(?!(?:is|was|were|had|has|will|would|met|tells\sus)\b)[^\W\d_]+\s"
    ),
    "de": re.compile(
        rf"{OPENING}(?:darin|in\s(?:dem|diesem|seinem|ihrem|der|dieser)\s(?:{WORK_NOUN}))\s"
        r"(?!(?:ist|war|hat|hatte|wird|wurde)\b)[^\W\d_]+\s(?:er|sie)\s"
    ),
    "fr": re.compile(
        rf"{OPENING}(?:(?:ils?|elles?)\sy|(?:dans|avec)\s(?:ce|cet"
        rf"|cette)\s(?:{WORK_NOUN}),\s(?:ils?|elles?))\s"
        r"(?!(?:a|ont|avait|avaient|aura|eut|est|était|sont|fut)\b)[^\W\d_]+\s"
    ),
}


_BEHIND = {
    code: re.compile(rf",?\s{_ADVERB}{verb}\s(?!(?:me|us|you|him|her|mich|uns)\b)")
    for code, verb in _TREATS.items()
}


def treats_behind(lowered: str, at: int, end: int, code: str) -> bool:
    """Whether a sentence goes on behind a title at ``at`` with what the work treats: "Title
    traces the rise of …"."""
    return _BEHIND[code].match(lowered, at, end) is not None


def treats(lowered: str, start: int, end: int, code: str) -> bool:
    """Whether a sentence says what a work named right before treats, or its author does there."""
    return (
        _ABOUT[code].match(lowered, start, end) is not None
        or _THERE[code].match(lowered, start, end) is not None
    )


#: What authors do with a subject, besides: present and past.
_PURSUES = {
    "en": (
        r"(?:(?:describe|highlight|oppose|identifie|derive|advocate|trace|examine|explore"
        r"|analy[sz]e|investigate|emphasi[sz]e|stresse|criticize|criticise|critique|compare"
        r"|outline|develop|present|distinguishe|introduce|propose|defend|denounce|dissect"
        r"|survey|recount|chronicle|document|depict|portray|reconstruct|contrast|classifie"
        r"|refute|attack|champion|formulate)(?:s|d|ed)?|identif(?:y|ied)|classify|classified"
        r"|(?:ignore|overlook|neglect|underestimate|overturn|foreground)(?:s|d|ed)?"
        r"|managed\sto\s(?:show|overturn|explain|prove|demonstrate)"
        r"|stress|distinguish|draws?\s(?:attention|on|a)|drew\s(?:attention|on|a)|call(?:s"
        r"|ed)?\sfor|focus(?:es|ed)?\son|concentrate[sd]?\son|dwell(?:s|ed)?\son"
        r"|elaborate[sd]?\son|appl(?:y|ies|ied)\s(?:this|these|the|his|her|their)|adds?"
        r"|added|plead(?:s|ed)?\sfor|point(?:s|ed)?\sto|warn(?:s|ed)?\sof|object(?:s"
        r"|ed)?\sto|insist(?:s|ed)?\son|links?|linked|sets?\sout|lays?\sout|laid\sout"
        r"|(?:want|distrust|trust|reject|favou?r|recommend|condemn|blame|praise|prefer|lament"
        r"|regret|deplore|mock|admire|prescribe)(?:s|e?d|red)?(?!\sto\b)|dismiss(?:es|ed)?"
        r"|l(?:ays?|aid|aying)\s(?:the|a\sshare\sof\sthe)\sblame\son|put\sthe\sblame\son"
        r"|(?:has|had|asks|asked|invites|invited)\sus\s(?:to\s)?(?:imagine|picture|consider)"
        r"|ma(?:kes|de)\sfun\sof|meant\sthat|means\sthat|(?:took|takes)\s[^.;:!?\"]{3,40}?\sfor"
        r"|use[sd]?\s[^.;:!?\"]{3,70}?\sto\s(?:show|argue|explain|illustrate|demonstrate))"
    ),
    "de": (
        r"(?:plädierte?|kritisierte?|unterscheidet|unterschied|definierte?|entwickelte?"
        r"|analysierte?|beschreibt|beschrieb|untersuchte?|zeichnete?|schilderte?|deutete?"
        r"|rekonstruierte?|wandte?\ssich|wendet\ssich|beruft\ssich|berief\ssich"
        r"|befasste?\ssich|beschäftigte?\ssich|verweist|verwies|verteidigte?|bestreitet|bestritt"
        r"|verwirft|verwarf|verurteilte?|empfiehlt|empfahl|bevorzugte?|beklagte?|misstraute?"
        r"|rechnete?(?=\s[^.;:!?]{0,60}?\svor\b)|vergleicht|verglich|vertraute?\sauf"
        r"|setzte?\sauf|glaubte?\san"
        r"|spricht\svo[nm]|sprach\svo[nm]|erinnerte?\san|nennt\s(?:das|die|den|dies)\b"
        r"|nannte\s(?:das|die|den|dies)\b"
        r"|(?:misst|maß)(?=\s[^.;:!?]{0,80}?\s(?:zu|bei)\b)|(?:sieht|sah)\s(?:in|im|darin)\b"
        r"|(?:versteht|verstand)\sdarunter"
        r"|(?:hält|hielt)\s[^.;:!?]{3,50}?\sfür\b|zieht\sdaraus|zog\sdaraus|kommt\szu\sde[mr]"
        r"|kam\szu\sde[mr]"
        r"|(?:will|wollte)(?=\s[^.;:!?,]{3,60}?(?<!en)[.,])"
        r"|preist|pries|lobte?|rät|riet|gibt\s[^.;:!?]{3,60}\sdie\sschuld"
        r"|gab\s[^.;:!?]{3,60}\sdie\sschuld"
        r"|fordert|forderte|warnte?|verknüpfte?|betont|betonte|formulierte?|spricht\ssich"
        r"|sprach\ssich|(?:setzte?\ssich|hebt|hob|stellte?|grenzte?|führte?|wirft|warf|leitete?)"
        r"(?=\s[^.;:!?]{0,160}?\s(?:dar|vor|fest|gegenüber|entgegen|aus|an|ab|zurück|hervor|heraus"
        r"|auseinander)[,.;:!?]))"
    ),
    "fr": (
        r"(?:décri(?:t|vait|vit)|analys(?:e|ait|a)|distingu(?:e|ait|a)|critiqu(?:e|ait|a)"
        r"|dénon(?:ce|çait|ça)|défin(?:it|issait)|oppos(?:e|ait|a)|insist(?:e|ait|a)\ssur"
        r"|soulign(?:e|ait|a)|propos(?:e|ait|a)|attribu(?:e|ait|a)|montr(?:e|ait|a)"
        r"|plaid(?:e|ait|a)\spour|défend(?:ait|it)?|développ(?:e|ait|a)|retrac(?:e|ait)"
        r"|étudi(?:e|ait|a)|explor(?:e|ait|a)|invit(?:e|ait|a)\sà|appel(?:le|ait|a)\sà"
        r"|s'\s?(?:appuie|appuyait|oppose|opposait|attaque|attaquait|intéresse|intéressait)"
        r"|(?:lui|leur)\sreproch(?:e|ait|a)|récus(?:e|ait|a)|réfut(?:e|ait|a)|compar(?:e|ait"
        r"|a)|rappel(?:le|ait|a)|évoqu(?:e|ait|a)|met(?:tait)?\sen\s(?:garde|lumière"
        r"|évidence|cause)|rejet(?:te|ait|a)|condamn(?:e|ait|a)|recommand(?:e|ait|a)"
        r"|(?:y|en)\s(?:voi|fai|tire|conclu)[^\W\d_]*|voi(?:t|yait)\s(?:dans|en)\b|parl(?:e"
        r"|ait)\sd['eu]"
        r"|appel(?:le|ait)|conclu(?:t|ait)\sà|imput(?:e|ait|a)|expliqu(?:e|ait|a)|reproch(?:e"
        r"|ait|a)|veut|voulait"
        r"|rêv(?:e|ait)\sd|croi(?:t|yait)\s(?:à|en|au)\b|racont(?:e|ait|a)|(?:a\s)?calcul(?:e"
        r"|ait|é)|y\sdécri[^\W\d_]+"
        r"|préfèr(?:e|ait)|préfér(?:ait|a)|prôn(?:e|ait|a)|déplor(?:e|ait|a)|lou(?:e|ait|a)"
        r"|se\s(?:méfi(?:e|ait)|moqu(?:e|ait))\sd|élabor(?:e|ait|a)|introdui(?:t|sait|sit))"
    ),
}
#: What may stand before the pronoun: "From this she …", "Here he …", "Dans ce cadre, elle …".
_BEFORE = (
    r"(?:(?:from|in|with|out\sof|against|to|for|on|by|through|dans|avec|contre|par|pour)\s"
    r"[^,.;:!?\"]{2,60}?,?\s|here,?\s)?"
)
_HAS = r"(?:(?:has|had|a|avait)\s)?"
_NOT_US = (
    r"(?:,\s(?:for\s(?:example|instance)|too|however|par\sexemple),)?\s"
    r"(?!(?:me|us|you|him|her|mich|uns)\b)"
)
_PRONOUN_PURSUES = {
    code: re.compile(rf"{OPENING}{_BEFORE}(?P<who>{PRONOUN})\s{_ADVERB}{_HAS}{verb}{_NOT_US}")
    for code, verb in _PURSUES.items()
}
_ROLE_PURSUES = {
    code: re.compile(rf"\s{_ADVERB}{_HAS}{verb}{_NOT_US}") for code, verb in _PURSUES.items()
}
#: "His remedy was to …", "Ihr Rat lautet …", « Sa réponse tient … ».
_HIS = re.compile(
    rf"{OPENING}(?P<who>{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,2}}?(?:remedy|answer|solution|advice"
    rf"|recipe"
    r"|prescription|verdict|reply|conclusion|message|diagnosis|wager|rat|antwort|lösung|rezept"
    r"|fazit"
    r"|urteil|schluss|vorschlag|remède|réponse|conseil|verdict|recette|conclusion|pari|thesis"
    r"|claim|these"
    r"|pointe|thèse|idée|point|argument)(?::\s|\s"
    r"(?:is|was|lies|lay|runs|ran|came|ist|war|lautete?|liegt|lag|est|était|tient|tenait|fut"
    r"|serait)\b)"
)
#: "Wie er an alten Karten zeigt, …", "Es geht ihm um …", "Dass …, räumt er ein", « Ce qui
#: l'intéresse, c'est … », « On y lit que … ».
_TOLD = {
    "en": re.compile(
        rf"{OPENING}(?:as\s(?P<who>s?he|they)\s[^.;:!?,]{{0,40}}?(?:shows?|showed|notes|noted"
        rf"|argues|argued|puts\sit"
        r"|put\sit|points\sout|pointed\sout|reminds\sus|observes|observed|tells\sit|has\sshown),"
        r"|what\s(?P<other>interests|interested|troubles|troubled|strikes|struck)\s(?:him|her"
        r"|them)\b)"
    ),
    "de": re.compile(
        rf"{OPENING}(?:wie\s(?P<who>er|sie)\s[^.;:!?,]{{0,60}}?(?:zeigt|zeigte|darlegt|darlegte"
        rf"|nachweist|nachwies|betont"
        r"|schreibt|bemerkt|ausführt|ausführte|beschreibt|erläutert|hervorhebt),"
        r"|(?:worum\s)?es\s(?:geht|ging)\s(?P<him>ihm|ihr)\sum\b|worum\ses\s(?P<his>ihm"
        r"|ihr)\s(?:geht|ging)\b"
        r"|(?P<to>ihm|ihr)\s(?:geht|ging)\ses\sum\b"
        r"|was\s(?P<whom>ihn|sie)\s(?:interessiert|interessierte|beschäftigt|umtreibt|stört|störte)"
        r"|(?:im\szentrum|im\smittelpunkt|am\sanfang|am\sende)\s(?:steht|stehen|stand"
        r"|standen)\s(?:für|bei)\s(?P<for>ihn|ihm|ihr|sie)\b"
        r"|dass\s[^.;:!?]{10,140}?,\s(?:räumt|räumte|gibt|gab|betont|betonte|bestreitet|bestritt"
        r"|zeigt|zeigte|weist|wies"
        r"|glaubt|glaubte|bezweifelt)\s(?P<he>er|sie)\b)"
    ),
    "fr": re.compile(
        rf"{OPENING}(?:et\s(?:(?:la|le)\s|l')(?P<writer>[^\W\d_]+)\s(?:de\s|d')[^\W\d_]+(?:er|ir"
        rf"|re)"
        r"\s(?:que\b|qu')"
        r"|ce\squi\s(?:l'\s?|(?:les|le|la)\s)(?P<who>intéresse|intéressait|frappe|frappait"
        r"|préoccupe|inquiète)"
        r"|ce\squi\s(?:compte|importe)\spour\s(?P<other>lui|elle|eux)\b"
        r"|on\sy\s(?P<one>lit|apprend|découvre|trouve)\s(?:que\b|qu'|comment\b))"
    ),
}
#: German: "Zugleich warf er der Linken vor, …".
_VERB_SECOND = re.compile(
    rf"(?:[\w-]+\s){{1,7}}?(?:{_PURSUES['de']}|erklärte?|nennt|nannte|versteht|verstand"
    r"|gibt(?=\s(?:er|sie)\svor\b)|gab(?=\s(?:er|sie)\svor\b)|macht|machte)"
    r"\s(?P<who>er|sie|(?:der|die)\s(?:[^\W\d_]+\s){0,2}?(?P<role>[^\W\d_]+))\s"
)


def pursuing(lowered: str, start: int, end: int, code: str) -> str:
    """What a sentence calls an author of whom it says what he does with a subject: "She also
    describes lakes that …", "From this he derived eight rules", "The historian attacks …";
    empty if it says no such thing."""
    own = _PRONOUN_PURSUES[code].match(lowered, start, end) or _HIS.match(lowered, start, end)
    if own is not None:
        return own["who"]
    told = _TOLD[code].match(lowered, start, end)
    if told is not None:
        writer = told.groupdict().get("writer")
        if writer is None or is_writer(writer):
            return next(filter(None, told.groups()), "")
    if code == "de":
        second = _VERB_SECOND.match(lowered, start, end)
        if second is not None and (second["role"] is None or is_writer(second["role"])):
            return second["who"]
    at = subject(lowered, start, end, many=True)
    if at is None or _ROLE_PURSUES[code].match(lowered, at, end) is None:
        return ""
    return lowered[start:at]


_BOOK = rf"(?:{WORK_NOUN}|chapters?|introduction|preface|foreword|epilogue|conclusion|pages|part)"
_BUCH = rf"(?:{WORK_NOUN}|kapitel|einleitung|vorwort|nachwort|schluss|teil|seiten)"
_LIVRE = rf"(?:{WORK_NOUN}|chapitres?|introduction|préface|conclusion|pages|partie)"
_FEW = r"(?:[^\W\d_][\w-]*\s){0,3}?"
#: What authors do with a book or a part of it, up to its noun.
_DOES = {
    "en": re.compile(
        r"\s(?:also\s|then\s)?(?:(?:opens|opened|begins|began|starts|started|ends|ended|closes"
        r"|closed"
        r"|concludes|concluded|devotes|devoted|dedicates|dedicated|spends|spent|divides|divided"
        r"|breaks|broke|fills|filled)\s(?:[^.;:!?\"]{2,60}?\s)?(?:his|her|their|the|an?|two|three)"
        rf"|[^\W\d_]+(?:s|ed)\s(?:[^.;:!?\"]{{2,40}}?\s)?(?:his|her|their))\s{_FEW}{_BOOK}\b"
    ),
    "de": re.compile(
        r"\s(?:beginnt|begann|eröffnete?|schließt|schloss|beendete?|gliederte?|teilte?|unterteilte?"
        r"|widmete?)\s(?:[^.;:!?\"]{2,60}?\s)?(?:seine?[nmrs]?|ihre?[nmrs]?|das|dem|die|der|eine?"
        rf"|zwei|drei)\s{_FEW}{_BUCH}\b"
    ),
    "fr": re.compile(
        r"\s(?:(?:y|lui|leur|en)\s)?(?:consacre|consacra|consacrait|ouvre|ouvrit|commence|commença"
        r"|termine|termina|conclut|clôt|divise|divisa)\s(?:[^.;:!?\"]{2,60}?\s)?"
        rf"(?:(?:son|sa|ses|le|la|une?|deux|trois|tout|cet?|cette)\s|l'\s?){_FEW}{_LIVRE}\b"
    ),
}
#: So far a sentence is read behind a name (code points).
_FAR = 140


def does(told: Told, person: Person) -> Span | None:
    """The span from an author's name to the book, or its part, with which he does something."""
    reading = told.reading
    if person.possessive or not (reading.established(person) or person.introduced):
        return None
    end = min(reading.sentences.around(person.start)[1], person.end + _FAR)
    found = _DOES[reading.language].match(reading.lowered, person.end, end)
    return None if found is None else (person.start, found.end())
