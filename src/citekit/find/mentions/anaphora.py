"""What a text calls an author whom it has named: a pronoun, an epithet, "his point".

Pronouns, possessives and articles are closed classes; epithets ("die beiden
Soziologen", "l'anthropologue") and nouns of thought are recognised by their endings.
Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.find.citingwords import (
    CLAIM_NOUNS,
    CLAIM_VERBS,
    OPENING,
    POSSESSIVES,
    PRONOUN,
    ROLES,
    WORK_NOUNS,
)
from citekit.find.mentions.clauses import is_thought, is_verb
from citekit.find.mentions.germanverbs import is_idiom, reports

PLURALS = ("they", "ils", "elles")
#: First words of a sentence that may point back to an author.
OPENING_WORDS = frozenset(
    """he she they it his her their its the this that these those in on by to for as under such
    but and yet still so then also hence thus moreover further furthermore instead later elsewhere
    indeed similarly likewise here consequently therefore where when while if both however
    nevertheless nonetheless additionally finally conversely accordingly specifically ultimately
    importantly crucially secondly thirdly rather
    er sie sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer der die das dieser diese
    dieses den dem für nach laut mit bei aber und doch denn auch dabei hier zudem außerdem
    freilich allerdings dagegen später daraus darin damit daher deshalb folglich so wie wo wenn
    il elle ils elles son sa ses leur leurs le la les l ce cet cette ces pour selon d à dans mais
    et car puis ensuite ainsi aussi pourtant cependant enfin de en comme là quand si toutefois
    néanmoins par finalement""".split()
)
#: Behind a French « il » that stands for nobody.
_IMPERSONAL = (
    r"(?!(?<=il)\s(?:(?:nous|me|vous|leur|lui|ne)\s|n')?(?:sembl|paraît|paraiss|s'agi|convien"
    r"|suffi))"
)
_SUBJECT = re.compile(rf"{OPENING}{PRONOUN}(?=[\s,]){_IMPERSONAL}")
_ADVERBIAL = re.compile(
    rf"{OPENING}(?:(?:in|at|on|by|as early as|already in|dès|dans|en|vers|with|avec)\s"
    r"[^,.;:!?\"]{2,80},\s)(?:(?:puis|then|later|for instance|par exemple),\s)?"
)
_POSSESSED = re.compile(
    rf"{OPENING}(?:{POSSESSIVES})\s(?:[^\W\d_]+[\s-]){{0,2}}?(?P<noun>[^\W\d_]+)(?=[\s,:])"
)
_EPITHET = re.compile(
    rf"{OPENING}(?:(?:les|die|the|der|das|le|la|this|that|dieser|diese|ce|cet|cette|both)\s|l')"
    r"(?:[^\W\d_]+[\s-]){0,3}?(?P<noun>[^\W\d_]+)(?=[\s,])"
)
#: Who writes, by the ending of what he is called.
_WRITER = re.compile(
    r"(?:olog(?:e|en|in|innen|ist|ists|ue|ues)|osoph(?:e|es|en|er|ers|in|innen)?|oger"
    r"|historians?|historiker(?:in|innen)?"
    r"|iker(?:in|innen)?|onom(?:e|en|in|innen|ist|ists)|économistes?|istin(?:nen)?|isten|ians?"
    r"|(?:histor|théoric|mathématic|statistic)ien(?:ne)?s?|gra(?:ph|f)(?:e|es|er|ers|en"
    r"|in)?"
    r"|scholars?|theorists?|wissenschaftler(?:in|innen)?|forscher(?:in|innen)?|professor(?:s"
    r"|in|innen|en)?|chercheu[rs]e?s?"
    r"|penseurs?|denker(?:in)?|thinkers?|writers?|schriftsteller(?:in)?|autor(?:in|en|innen)?"
    r"|authors?|auteure?s?|autrices?"
    r"|essayist(?:e|es|s|in)?|novelists?|theoretiker(?:in)?|théoricien(?:ne)?s?|researchers?"
    r"|soziolog\w+|preisträger(?:in)?)$"
)
_NO_WRITER = frozenset(
    "politicians musicians physicians civilians technicians librarian guardian".split()
)
#: Where somebody is from, where no adjective has the form.
NATIONALS = frozenset(
    """dutchman frenchman frenchwoman englishman englishwoman irishman scotsman welshman briton
    amerikaner amerikanerin brite britin engländer engländerin schotte kanadier kanadierin
    franzose französin italiener italienerin ungar österreicher österreicherin belgier belgierin
    niederländer niederländerin norweger norwegerin schwede schwedin däne dänin finne russe russin
    pole polin grieche australier australierin inder israeli spanier spanierin japaner chinese
    américain américaine britannique anglais anglaise écossais écossaise irlandais canadien
    canadienne allemand allemande italien italienne hongrois hongroise autrichien autrichienne
    belge néerlandais néerlandaise norvégien norvégienne suédois suédoise danois danoise finlandais
    russe polonais polonaise grec israélien israélienne indien indienne australien australienne
    québécois québécoise japonais japonaise espagnol espagnole""".split()
)
#: "in his view", "so ihr Befund", "à ses yeux": where a sentence begins, between commas.
_WHOSE = rf"(?:{POSSESSIVES}|this|that|dies\w{{0,2}}|cette|cet?)\s"
_VIEW_OF = (
    r"(?:so lautet|so|as|in|on|by|to|for|under|nach|laut|selon|d'après|pour|à|dans)\s"
    rf"{_WHOSE}(?:[^\W\d_]+\s){{0,2}}?(?P<noun>[^\W\d_]+)"
)
#: A cheap look: without it nothing is a view.
_SOMEBODYS = re.compile(rf"\s{_WHOSE}")
_VIEW_FIRST = re.compile(rf"{OPENING}{_VIEW_OF}(?=[\s,])")
_VIEW = re.compile(
    rf"(?:[,(:;]|\s-)\s{_VIEW_OF}(?=[,.;:)])|\s{_VIEW_OF.replace('noun', 'inside')}\b"
)
#: "for her, …", "für sie ist …", "…, pour elle, …".
_TO_HIM = re.compile(
    rf"{OPENING}(?:(?:to|for|pour|selon|d'après|laut|according to)\s(?:her|him|them|elle|lui"
    rf"|eux),"
    r"|für\s(?:sie|ihn)\s(?:ist|sind|war|waren|wird|bleibt|bedeutet|heißt|liegt|beginnt)\b"
    r"|as\ss?he\s(?:[^\W\d_]+\s){1,3}?(?:it|this|that),|wie\s(?:er"
    r"|sie)\s(?:[^\W\d_]+\s){1,2}?[^\W\d_]+,)"
)
_TO_HIM_INSIDE = re.compile(
    r",\s(?:(?:to|for|pour|selon|für|laut)\s(?:her|him|them|elle|lui|eux|sie|ihn)"
    r"|y\s[^\W\d_]+-on),"
    r"|\s(?:selon|d'après|according\sto)\s(?:lui|elle|eux|elles|him|her|them)\b"
)
_ZU_IHM = re.compile(
    r"\b(?:(?:ihm|ihr|ihnen)\szufolge"
    r"|(?:ist|sind|war|waren|bleibt|bleiben|heißt|bedeutet)\s(?:für\sihn|bei\sihm))\b"
)
#: "ihrer Ansicht nach".
_OPINION = re.compile(r"\b(?:ihrer|seiner|deren|dessen)\s(?P<noun>[^\W\d_]+)\snach\b")
#: "der Studie zufolge".
_ITS_WORK = re.compile(r"\b(?:de[mnr]|diese[mnr])\s(?P<noun>[^\W\d_]+)\szufolge\b")
#: "Where others see masts, she …": a clause, then the pronoun.
_SUBORDINATE = re.compile(
    r"(?:where|when|while|although|though|whereas|if|because|since|wo|wenn|während|obwohl|weil"
    r"|als|da|là où|quand|alors que|si|lorsque|tandis que|parce que)\s"
    rf"[^,.;:!?]{{5,90}},\s{PRONOUN}(?=\s)"
)
#: German reported speech.
_REPORTED = re.compile(
    r"\b(?:sei|seien|habe|werde|könne|müsse|solle|dürfe|gebe|wolle|hätten|würden|lasse|hänge"
    r"|finde|brauche|komme|gehe|stehe|bleibe|mache"
    r"|nehme|sehe|spreche|gelte|heiße|(?:ent|be|ver)stehe|verlaufe|unterliege|verliere|beruhe"
    r"|diene"
    r"|bedeute|trage|leiste|erwarte|überzeuge|erhöhe|empfinde|beginne|(?:ver|be)?halte|bringe"
    r"|werfe|ziehe|zwinge|führe|wisse|scheine|reiche|(?:er)?zeuge|verstärke|schaffe|setze"
    r"|(?:zer)?störe"
    r"|verlange|fehle|drohe|wachse|sinke|steige|treffe|tue|lebe|lerne|verdiene|verschwinde"
    r"|verspreche|[^\W\d_]{3,}iere)\b"
)
#: What is in one of these is no claim of anybody's: "in dieser Tradition steht …".
_GENERAL = frozenset(
    "tradition situation direction section discussion richtung beziehung hinsicht debatte "
    "diskussion entwicklung stimmung".split()
)
_VIEWS = frozenset(
    """account view views eyes mind telling showing count estimate terms words lights pages
    reading reckoning image bild befund wort worten augen sicht ansicht meinung auffassung
    lesart darstellung urteil fazit resümee yeux sens avis mots lecture formule expression
    image opinion récit""".split()
)
#: "he concluded", "meint er", "avertit-elle", put into the sentence between commas.
_SAID = re.compile(
    r"[,)\"]\s(?:as\s|wie\s|so\s|comme\s)?(?:(?:s?he|they|er"
    r"|sie)\s(?:[^\W\d_]+ly\s)?(?P<after>[^\W\d_]+)"
    r"(?P<ends>(?:\s(?:after|in|on|at|with|once|long|then|there|here|later|from|over|elsewhere"
    r"|again|early"
    r"|back|us|readers|to|his|her|their|as|years|it|es|dort|darin|nach|in|mit|später|einmal"
    r"|weiter)(?:\s[^\W\d_]+){0,5}?)?[,.;:])"
    r"|(?P<before>[^\W\d_]+)\s(?:er|sie)(?P<where>\s(?:in|im|an|am|auf|aus|über|zu|zum|zur"
    r"|einmal|später"
    r"|einst|dort|da|hier|weiter)\b[^,.;:]{0,60})?(?=[,.;:])|(?:(?:nous|leur"
    r"|y)\s)?(?P<joined>(?!sembl|paraî)[^\W\d_]+)-(?:t-)?(?:ils?|elles?)(?=[\s,.;:]))"
)
#: Verbs besides that a pronoun has in what is inserted: "she asked", "he goes on".
_INSERTED = frozenset(
    "asked asks tells told goes went showed shows liked likes fragt fragte fährt fuhr".split()
)
#: "…, his model suggested, …", "…, her advice ran, …".
_HIS_SAYS = re.compile(
    rf"[,)\"]\s(?:{POSSESSIVES})\s(?:[^\W\d_]+\s){{0,2}}?[^\W\d_]+\s(?:suggests?|suggested"
    rf"|shows?|showed"
    r"|runs?|ran|implies|implied|predicts?|predicted|goes|went|says?|said|holds?|held|concludes?"
    r"|concluded|warns?|warned)(?:\s(?:in|on)\s[^,.;:]{3,30})?,\s"
    rf"|[,)\"]\s(?:das|dies)\s(?:war|ist|bleibt)\s(?:{POSSESSIVES})\s[^\W\d_]+,"
    rf"|[,)\"]\s(?:so\s)?(?:lautete?|ging|zeigt|zeigte|sagt|sagte)\s(?:{POSSESSIVES})\s[^\W\d_]+,"
    rf"|[,)\"]\s(?:dit|disait|montre|montrait|suggère|suggérait"
    rf"|conclut)\s(?:{POSSESSIVES})\s[^\W\d_]+,"
)
#: "so der französische Soziologe", "selon l'anthropologue".
_SAYS_WRITER = re.compile(
    r"(?:^|[,(;]\s)(?:y\s)?"
    r"(?:so|laut|selon|d'après|pour|für|nach|for|according to|as|(?P<verb>[^\W\d_]+))\s"
    r"(?:(?:the|der|die|dem|den|le|la|les|this|ce|cet|cette|dieser|diese)\s|l')"
    r"(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)(?=[,;:]|\.?$|\s(?:in|im|an|am|aus|auf|bei|de"
    r"|du|of|from|at|à"
    r"|dans|with|mit|weiter|later|elsewhere|once|einmal|einst)\b)"
)
#: "…, the philosopher argued, …", "…, the two concluded in an early paper, …".
_WRITER_SAYS = re.compile(
    r",\s(?:the|this|these)\s(?P<words>(?:[^\W\d_]+\s){1,4}?)(?P<verb>[^\W\d_]+)"
    r"(?:\s(?:in|on|at|elsewhere|later|once|after|here|there)\b[^,.;:]{0,60})?\s?[,.;:]"
)
#: "the two", "les trois": authors named before.
_NUMBERS = frozenset("two three four pair duo deux trois quatre beiden drei".split())
#: The same where a sentence begins.
_WRITER_FIRST = re.compile(
    r"(?:laut|selon|d'après|pour|für|nach|for|according to|à en croire|if we believe)\s"
    r"(?:(?:the|der|die|dem|den|le|la|les|this|ce|cet|cette|ces|dieser|diesem|diesen)\s"
    r"|l')(?P<words>[^\W\d_]+(?:\s[^\W\d_]+){0,3})"
)
#: "Daraus folgert er …, dass": the verb second, the subject after it.
_INVERTED = re.compile(
    r"[^\W\d_]+\s(?:[^\W\d_]+\s){0,3}?(?P<verb>[^\W\d_]+)\s"
    r"(?:er|sie|(?:der|die)\s(?:[^\W\d_]+\s){0,2}?(?P<role>[^\W\d_]+)(?=,))"
    r"(?:(?:\s[^.;:!?]{0,60}?)?,\s(?:dass|daß|wie|warum|ob)\b|,\s(?P<clause>[^.;:!?]+))"
)
#: Before what is inserted.
_BREAK = re.compile(r"[,;()\"]")
_PRONOUN_LAST = re.compile(rf"\b{PRONOUN}$")
_NEXT = re.compile(r"[\s-]([^\W\d_]+)(?=[\s,:-])")
#: In a sentence of reported speech: somebody speaks it.
_SPEAKER = re.compile(r"\b(?:ich|wir|sagte|sagt|erzählte?|berichtete?|meinte?|zufolge|laut)\b")
#: "…, so Lee, …", "…, klagte die Firma.".
_SPOKEN_BY = re.compile(
    r",\s(?:so|[a-zäöüß]{2,}(?:t|te|rieb|ief|ach|ies))\s(?:der|die|das|eine?"
    r"|[A-ZÄÖÜ][\w-]+)(?=[\s,.;])"
)


def is_writer(noun: str) -> bool:
    """Whether a noun says of somebody that he writes or does research, or where he is from:
    prose calls an author so whom it has named."""
    return (
        noun in ROLES
        or noun in NATIONALS
        or (noun not in _NO_WRITER and _WRITER.search(noun) is not None)
    )


def _is_author(phrase: str, noun: str) -> bool:
    """Whether a noun after its article may be an author named before: of where people are
    from only one, or a number, of them."""
    counted = not _NUMBERS.isdisjoint(phrase.split())
    if noun.endswith("s") and noun[:-1] in NATIONALS:
        return counted
    if noun in NATIONALS and not noun.endswith("in") and "die " in phrase:
        return counted
    return is_writer(noun)


def is_pronoun(lowered: str, start: int, end: int) -> bool:
    """Whether a subject that ends at ``end`` is a pronoun."""
    return _PRONOUN_LAST.search(lowered, start, end) is not None


def subject(lowered: str, start: int, end: int, many: bool) -> int | None:
    """Where the subject of a sentence ends, if it may stand for an author named before,
    or for authors if ``many``."""
    led = _ADVERBIAL.match(lowered, start, end)
    if led is not None:
        start = led.end()  # "In 1971, the economist …", "Dans un livre de 1993, il …"
    high = min(end, start + 90)
    found = _SUBJECT.match(lowered, start, high)
    if found is not None:
        return found.end() if many or not found[0].endswith(PLURALS) else None
    found = _SUBORDINATE.match(lowered, start, min(end, start + 120))
    if found is not None:
        return found.end()
    his = possessed(lowered, start, high)
    if his is not None:
        return his
    found = _EPITHET.match(lowered, start, high)
    at = found.end() if found is not None else 0
    for _ in range(4):
        if found is None:
            return None
        if _is_author(found[0], found["noun"]) or found["noun"] in WORK_NOUNS:
            return at
        longer = _NEXT.match(lowered, at, high)
        if longer is None:
            return None
        at = longer.end()
        if _is_author(lowered[start:at], longer[1]) or longer[1] in WORK_NOUNS:
            return at
    return None


def possessed(lowered: str, start: int, end: int) -> int | None:
    """Where a subject ends that is a thought or work of an author's: "His main argument",
    "Sein Buch"."""
    found = _POSSESSED.match(lowered, start, end)
    for _ in range(3):
        if found is None:
            return None
        noun = found[found.lastindex or 0]
        if is_thought(noun) or noun in WORK_NOUNS or noun in _VIEWS or noun in CLAIM_NOUNS:
            return found.end()
        found = _NEXT.match(lowered, found.end(), end)
    return None


def is_reported(text: str, lowered: str, start: int, end: int) -> bool:
    """Whether a German sentence is reported speech that nobody else speaks."""
    return (
        (_REPORTED.search(lowered, start, end) is not None and not is_idiom(lowered[start:end]))
        or reports(text, start, end)
    ) and not is_spoken(text, lowered, start, end)


def is_spoken(text: str, lowered: str, start: int, end: int) -> bool:
    """Whether a German sentence says who speaks it: "…, so der Minister", "sagte sie"."""
    return (
        _SPEAKER.search(lowered, start, end) is not None
        or _SPOKEN_BY.search(text, start, end) is not None
    )


@lru_cache(maxsize=512)
def attributed(lowered: str, start: int, end: int, code: str) -> bool:
    """Whether a sentence is put into the mouth of an author named before, by something
    inserted: "…, he concluded, …", "…, so ihr Befund, …", "…, on this view, …".  Rules and
    the model of claims ask this of the same sentences."""
    first = _VIEW_FIRST.match(lowered, start, end)
    if first is not None and (
        first["noun"] in _VIEWS or (is_thought(first["noun"]) and first["noun"] not in _GENERAL)
    ):
        return True
    if _TO_HIM.match(lowered, start, end) or _TO_HIM_INSIDE.search(lowered, start, end):
        return True
    if lowered.find("ih", start, end) != -1 and _ZU_IHM.search(lowered, start, end):
        return True
    if code == "de" and lowered.find(" nach", start, end) != -1:
        opinion = _OPINION.search(lowered, start, end)
        if opinion is not None and opinion["noun"] in _VIEWS:
            return True
    if code == "de" and lowered.find(" zufolge", start, end) != -1:
        work = _ITS_WORK.search(lowered, start, end)
        if work is not None and work["noun"] in WORK_NOUNS:
            return True
    if _SOMEBODYS.search(lowered, start, end) is not None and _has_view(lowered, start, end):
        return True
    if _BREAK.search(lowered, start, end) is not None and _inserted(lowered, start, end, code):
        return True
    opened = _WRITER_FIRST.match(lowered, start, end)
    if opened is not None and any(map(is_writer, opened["words"].split())):
        return True
    if code == "de":
        verb = inverted(lowered, start, end)
        return verb is not None and (verb in CLAIM_VERBS or is_verb(verb, code))
    return False


def inverted(lowered: str, start: int, end: int) -> str | None:
    """German: the verb of a sentence whose subject is a pronoun behind it, and which has a
    clause for its object: "Daraus folgert er, dass …", "Darin behauptet sie, es sei …"."""
    found = _INVERTED.match(lowered, start, end)
    if found is None or not (found["role"] is None or is_writer(found["role"])):
        return None
    reported = found["clause"] is None or (
        found["verb"] in CLAIM_VERBS and _REPORTED.search(found["clause"]) is not None
    )
    return found["verb"] if reported else None


def _has_view(lowered: str, start: int, end: int) -> bool:
    """Whether somebody's view is named inside a sentence."""
    for found in _VIEW.finditer(lowered, start, end):
        if found["inside"] is not None:
            if found["inside"] in _VIEWS:
                return True
        elif found["noun"] in _VIEWS or is_thought(found["noun"]):
            return True
    return False


def _inserted(lowered: str, start: int, end: int, code: str) -> bool:
    """Whether somebody says it between commas: a pronoun, a writer, or what is his."""
    if _HIS_SAYS.search(lowered, start, end) is not None:
        return True
    for found in _SAID.finditer(lowered, start, end):
        if found["joined"] is not None:
            return True
        verb = found["after"] or found["before"]
        if verb in CLAIM_VERBS or verb in _INSERTED:
            return True
        if found[0][2:].startswith("so "):
            continue  # "…, so sinkt sie."
        if found["where"] is None and (found["ends"] or ",").endswith(",") and is_verb(verb, code):
            return True
    for found in _SAYS_WRITER.finditer(lowered, start, end):
        if any(map(is_writer, found["words"].split())) and (
            found["verb"] is None or found["verb"] in CLAIM_VERBS or is_verb(found["verb"], code)
        ):
            return True
    for found in _WRITER_SAYS.finditer(lowered, start, end):
        words = found["words"].split()
        if found["verb"] in CLAIM_VERBS and (is_writer(words[-1]) or words[-1] in _NUMBERS):
            return True
    return False
