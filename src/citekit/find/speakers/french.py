"""French: what the form of a noun says of a person: the gender, where somebody is from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citekit.find.cues import bits as c
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import CAPITAL, Unit

#: Endings of nouns of men and of women.
_MALE = ("eur", "ien", "ier", "éen", "ain", "ois", "ais")
_FEMALE = ("euse", "trice", "ienne", "ière", "éenne", "aine", "oise", "aise", "esse")
#: Endings of names of peoples that few names of other things have.
_PEOPLES = ("ois", "oise", "ais", "aise", "ien", "ienne", "éen", "éenne", "érien", "cain", "caine")


#: Those of other forms; what newspapers are called.
_OTHER_PEOPLES = frozenset(
    """breton bretonne normand normande basque corse catalan catalane allemand allemande espagnol
    espagnole belge suisse russe turc turque grec grecque flamand flamande""".split()
)
_PAPERS = frozenset("parisien parisienne lyonnaise".split())
#: Endings of nouns of persons.
_HUMAN = (
    "iste", "eur", "euse", "trice", "ien", "enne", "éen", "logue", "esse", "ier", "ière",
    "génaire",
)  # fmt: skip
#: Nouns of things that end so.
_THINGS = tuple(
    """dossier chantier papier courrier quartier calendrier fichier métier dernier premier palier
    atelier cahier grenier panier acier escalier clavier gibier sentier sommier février janvier
    moteur valeur couleur longueur chaleur erreur ordinateur compteur ascenseur réacteur tracteur
    capteur bonheur malheur honneur cœur indicateur extérieur intérieur rumeur peur ampleur rigueur
    douleur odeur faveur fleur lueur hauteur largeur profondeur secteur liste piste bien lien
    soutien entretien maintien quotidien dialogue catalogue prologue monologue épilogue promesse
    adresse jeunesse richesse vitesse sagesse presse messe tendresse faiblesse pièce frontière
    matière manière lumière rivière carrière bière prière poussière barrière rentrée première
    dernière fourrière chaudière cafetière horreur terreur fureur saveur vapeur lenteur""".split()
)


#: Whoever is called by their age among others.
_AGES = frozenset(
    """trentenaire quadra quinqua
    jeune vieux vieille âgé âgée aîné aînée cadet cadette benjamin benjamine doyen
    doyenne""".split()
)


#: Nouns of persons that no ending tells.
_CALLED = frozenset(
    """édile élu élue ingénieur ingénieure professeure procureure auteure chercheure entraîneure
    intéressé intéressée condisciple octogénaire industriel industrielle bûcheron bûcheronne docker
    bénédictin bénédictine capucin dominicain dominicaine jésuite carmélite bibliothécaire
    intérimaire négociant négociante marchand marchande savant savante contremaître astronome
    comptable athlète
    skipper docteur docteure""".split()
)


def somebody(noun: str) -> bool:
    """Whether a noun means a person by its form: « romancière », but not « rivière »."""
    return (noun.endswith(_HUMAN) and noun not in _THINGS) or noun in _AGES or noun in _CALLED


#: What the press calls somebody who holds an office.
_OFFICES = {
    ("premier", "magistrat"): "maire", ("première", "magistrate"): "maire",
    ("édile",): "maire", ("chef", "de", "l’", "état"): "président",
    ("chef", "de", "l'", "état"): "président", ("cheffe", "de", "l’", "état"): "présidente",
    ("chef", "du", "gouvernement"): "premier ministre",
    ("cheffe", "du", "gouvernement"): "première ministre",
}  # fmt: skip


def office_of(words: Sequence[str]) -> str:
    """The office of whoever is called by these words: « premier magistrat »; or empty."""
    return _OFFICES.get(tuple(words), "")


#: Who is met for the first time behind such a participle: « Contacté, le bailleur … ».
_ASKED = tuple("contacté sollicité joint interrogé questionné".split())


def contrasted(u: Unit, phrase: Phrase) -> bool:
    """Whether a sentence sets somebody against whoever spoke: « Le gardien, lui, … »,
    « Contacté, le bailleur … »."""
    start, end = phrase.start, phrase.end
    aside = u.low[end + 1] if u.words[end : end + 3 : 2] == [",", ","] else ""
    if aside in ("lui", "elle") or aside.startswith(_ASKED) or _replies(u, phrase):
        return True
    return start > 1 and u.words[start - 1] == "," and u.low[start - 2].startswith(_ASKED)


#: Infinitives of whoever answers somebody else.
_ANSWERING = ("répond", "répliqu", "rétorqu", "récri", "object", "riposte", "coupe")


def _adds(u: Unit, phrase: Phrase) -> str:
    """The infinitive of a sentence that goes on: « Et l'élue d'ajouter : … »; or empty."""
    low, end = u.bounds(phrase.start)[0], phrase.end
    led = phrase.start == low + 1 and u.low[low] == "et" and end + 1 < len(u.low)
    if not led or u.low[end] not in ("de", "d'", "d’"):
        return ""
    at = end + 1 + (u.low[end + 1] in ("s'", "s’", "se"))
    return u.low[at] if u.low[at].endswith(("er", "ir", "re")) else ""


def _replies(u: Unit, phrase: Phrase) -> bool:
    """Whether somebody answers: « Et le maire de répondre : … »."""
    return _adds(u, phrase).startswith(_ANSWERING)


def goes_on(u: Unit, phrase: Phrase) -> bool:
    """Whether somebody goes on: « Et l'élue d'ajouter : … », but « Et le maire de répondre »."""
    return bool(_adds(u, phrase)) and not _replies(u, phrase)


#: What the articles before a noun of a person tell of its gender.
_ARTICLES = {
    "le": "m", "un": "m", "du": "m", "au": "m", "ce": "m", "cet": "m", "la": "f", "une": "f",
    "cette": "f", "sa": "f", "ma": "f",
}  # fmt: skip
#: Before a vowel these stand for "sa" and "ma" too.
_ELIDING = frozenset("son mon".split())
_VOWELS = frozenset("aeiouyhàâéèêëîïôùûœ")


def article_gender(u: Unit, at: int) -> str:
    """``m`` or ``f`` by the article or possessive at token ``at``, or empty: « son fils », but
    « son élève »."""
    word = u.low[at]
    if word in _ELIDING and at + 1 < len(u.low):
        return "" if u.low[at + 1][0] in _VOWELS else "m"
    return _ARTICLES.get(word, "")


def noun_gender(noun: str, known: Mapping[str, int]) -> str:
    """``m`` or ``f`` by the form of a noun of a person: the masculine is one to which an
    "e" can be added, the feminine one that has it; or empty."""
    if noun.endswith(_MALE) or known.get(noun + "e", 0) & c.ROLE:
        return "m"
    stem = noun.removesuffix("e")
    if noun.endswith(_FEMALE) or (stem != noun and known.get(stem, 0) & c.ROLE):
        return "f"
    return ""


#: What joins a clause to the one before, before its subject; a name and the word behind it.
_JOINED = re.compile(r"[,;] (?:et|mais|or|tandis qu|alors qu)(?:e |[’'] ?| )$")
_BEHIND = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]* )+(?:(?:s|n|l)[’'])?(\w+)")


def joined(lead: str, following: str, u: Unit) -> bool:
    """Whether a name is the subject of a clause that goes on a sentence: « Le livre est épuisé,
    et Ada Roth en a gardé un »."""
    match = _BEHIND.match(following) if _JOINED.search(lead) else None
    if match is None:
        return False
    return bool(u.cues.words.get(match.group(1), 0) & (c.AUX | c.VERB | c.CLITIC))


def native(u: Unit, phrase: Phrase) -> str:
    """``m`` or ``f`` if a phrase is an article and where somebody is from, « la
    Lyonnaise »; or empty."""
    start, end = phrase.names[0]
    article = {"le": "m", "la": "f", "ce": "m", "cet": "m", "cette": "f"}.get(u.low[start], "")
    if u.words[start].istitle() and (u.bounds(start)[0] != start or u.low[end - 1] in _PAPERS):
        return ""
    if u.language != "fr" or end - start != 2 or not article or start != phrase.start:
        return ""
    word = u.words[start + 1]
    people = word.endswith(_PEOPLES) and len(word) > 6 and not word.isupper()
    own = noun_gender(word.lower(), {})
    if word.lower() in _OTHER_PEOPLES:
        answers = start > 0 and u.low[start - 1].startswith(_ANSWERING)
        people, own = not answers, article
    return article if people and own == article and u.flags[start + 1] == CAPITAL else ""
