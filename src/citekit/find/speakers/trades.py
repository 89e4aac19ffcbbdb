"""Trades that tell one person from another: whoever works at a counter, a wheel or a bedside is
no scholar, writer or politician whom the text has named."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.find.cues.names import GIVEN
from citekit.find.speakers.names import role_like

#: Whom one meets in passing.
_PASSING = frozenset(
    """clerk officer nurse conductor driver chauffeur cabbie cashier waiter waitress bartender
    barman barmaid receptionist porter doorman guard usher attendant steward stewardess
    bouncer caretaker janitor concierge postman mailman paramedic orderly bellhop shopkeeper
    salesman saleswoman
    hairdresser barber operator policeman policewoman constable sergeant sentry warder jailer
    stenographer typist secretary bailiff inspector soldier cleaner messenger butler maid
    schaffner fahrer busfahrer taxifahrer beamte beamter polizist kellner kassierer verkäufer
    pfleger krankenpfleger krankenschwester hebamme pförtner wachmann wärter sachbearbeiter
    zöllner kontrolleur portier rezeptionist sekretär angestellte angestellter zugbegleiter
    postbote briefträger hausmeister türsteher lokführer friseur wirt soldat sanitäter bote diener
    conducteur infirmier infirmière policier policière agent agente douanier douanière guichetier
    guichetière employé employée serveur serveuse caissier caissière contrôleur contrôleuse
    gardien gardienne vigile facteur factrice hôtesse secrétaire greffier greffière huissier
    ambulancier ambulancière aide-soignant aide-soignante sage-femme gendarme inspecteur
    inspectrice coiffeur coiffeuse taxi vendeur vendeuse domestique""".split()
)
#: Those of learning, letters, law and state.
_LEARNED = frozenset(
    """historian economist philosopher theologian linguist mathematician physicist chemist scholar
    professor scientist academic researcher classicist demographer geographer
    ethnographer novelist poet essayist writer author playwright journalist columnist critic
    lawyer jurist judge attorney senator congressman congresswoman minister chancellor president
    governor mayor ambassador diplomat pope bishop archbishop cardinal rabbi imam historiker
    ökonom philosoph theologe mathematiker physiker chemiker forscher wissenschaftler politologe
    politikwissenschaftler anwalt richter schriftsteller dichter autor kritiker kanzler präsident
    botschafter bischof papst kardinal germanist volkswirt historien historienne économiste
    philosophe théologien théologienne linguiste mathématicien mathématicienne physicien
    physicienne chimiste chercheur chercheuse professeur professeure savant juriste avocat avocate
    romancier romancière poète essayiste écrivain écrivaine auteur autrice journaliste critique
    sénateur sénatrice ministre président présidente ambassadeur ambassadrice évêque pape
    politiste géographe démographe ethnographe""".split()
)
#: Endings of learned nouns of men in the dative, accusative and genitive.
_WEAK = ("logen", "sophen", "nomen", "isten", "enten", "anten", "graphen", "grafen", "gogen")
_SCHOLARS = ("ologist", "ologue", "ologe", "ologin", "wissenschaftler", "wissenschaftlerin")


def _is_one(noun: str, trades: frozenset[str]) -> bool:
    return (
        noun in trades
        or (noun.endswith("in") and noun[:-2] in trades)
        or (noun.endswith("in") and f"{noun[:-2]}e" in trades)
    )


def role_noun(word: str) -> bool:
    """German: whether a word before a name says what somebody is, in any case: "Dichters Roth",
    "unseres Philologen Roth" (weak masculines: Duden, *Die Grammatik*, "Deklination des
    Substantivs")."""
    if role_like(word):
        return True
    if word.lower() in GIVEN or not word.endswith(("n", "s")):
        return False
    stems = {word[:-1], word[:-2] if word.endswith(("en", "es")) else word[:-1]}
    return word.endswith(_WEAK) or any(role_like(one) or one.lower() in _LEARNED for one in stems)


def other_trade(noun: str, told: Iterable[str]) -> bool:
    """Whether a noun names another trade than any of the words ``told`` of somebody, one of which
    is a trade nobody has beside it: „der Historiker Roth“ is not „der Fahrer“."""
    words = list(told)
    if noun in words:
        return False
    if _is_one(noun, _PASSING):
        return any(_is_one(one, _LEARNED) or one.endswith(_SCHOLARS) for one in words)
    if _is_one(noun, _LEARNED) or noun.endswith(_SCHOLARS):
        passing = any(_is_one(one, _PASSING) for one in words)
        return passing and not any(_is_one(one, _LEARNED) for one in words)
    return False
