"""Nouns for offices and kin: which of them tell one person from another."""

from __future__ import annotations

#: Heads of a state, a town or a court.
_HEADS = frozenset(
    """minister president chancellor governor mayor prefect judge
    ministerin kanzler präsident bürgermeister bürgermeisterin landrat richter
    ministre présidente maire préfet préfète président juge""".split()
)
#: Offices that nobody has beside another one.
_ALONE = _HEADS | frozenset(
    """director geschäftsführer geschäftsführerin betreiber direktor direktorin intendant
    intendantin eigentümer besitzer investor vermieter landlord owner operator chairman principal
    manager directeur directrice propriétaire patron patronne gérant gérante recteur procureur
    procureure""".split()
)
#: Titles of state or court.
_STATE = _HEADS | frozenset(
    """premier senator ambassador magistrate coroner sheriff admiral general colonel
    kanzlerin präsidentin landrätin senatorin botschafter botschafterin richterin
    chancelier chancelière sénateur sénatrice ambassadeur ambassadrice""".split()
)
#: Titles of the church, and of those who wear a crown.
CHURCH = frozenset(
    """king queen prince princess emperor empress duke duchess earl countess baron
    könig königin prinz prinzessin kaiser kaiserin herzog herzogin graf gräfin
    roi reine empereur impératrice duc duchesse comte comtesse
    marquess marquis marchioness viscount viscountess baroness dowager markgraf markgräfin freiherr
    freifrau freiin baronin baronesse marquise vicomte vicomtesse baron baronne
    pope bishop archbishop cardinal abbot abbess dean canon vicar curate rector parson priest
    pastor rabbi imam papst bischof bischöfin erzbischof kardinal abt äbtissin pfarrer pfarrerin
    pastorin priester rabbiner pape évêque archevêque abbé abbesse curé vicaire prêtre pasteur
    rabbin""".split()
)
#: Nouns of kin.
KIN = frozenset(
    """mother father brother sister son daughter aunt uncle nephew niece cousin grandmother
    grandfather husband wife widow widower
    mutter vater bruder schwester sohn tochter tante onkel neffe nichte großmutter großvater oma opa
    ehemann ehefrau witwe witwer
    mère père frère sœur fils fille tante oncle neveu nièce cousine grand-mère grand-père
    mari épouse époux veuve veuf""".split()
)
#: German compounds: "Finanzministerin".
_STEMS = ("minister", "kanzler", "präsident", "bürgermeister", "landrat", "senator")


def _german(*stems: str) -> tuple[str, ...]:
    return tuple(stem + ending for stem in stems for ending in ("", "in"))


_GERMAN_ALONE, _GERMAN_TITLES = _german(*_STEMS, "intendant"), _german(*_STEMS, "bischof")


def held_alone(noun: str, language: str) -> bool:
    """Whether a noun is an office that nobody has beside another one."""
    return noun in _ALONE or (language == "de" and noun.endswith(_GERMAN_ALONE))


def is_title(noun: str, language: str) -> bool:
    """Whether a noun says which office of state, court or church somebody holds."""
    return noun in _STATE or noun in CHURCH or (language == "de" and noun.endswith(_GERMAN_TITLES))
