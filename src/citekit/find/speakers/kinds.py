"""Kinds of offices and trades: which nouns may call one person, "the barrister" and "the lawyer".

A kind has nouns for any of its members ("doctor", "farmer") and others for some of them
("surgeon", "rancher"); two nouns may call one person if they are one noun, or of one kind and
one of them is for any member (hypernyms: Fellbaum, ed., *WordNet*, 1998).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

#: Each a kind: nouns for any member, "/", nouns for some of them.
_KINDS = {
    "en": (
        "law: lawyer attorney barrister solicitor counsel advocate litigator jurist kc qc",
        "prosecution: prosecutor",
        "court: judge magistrate recorder justice",
        "church: priest vicar rector pastor curate parson clergyman clergywoman chaplain"
        " reverend rev fr cleric father",
        "bishops: prelate / bishop archbishop",
        "farm: farmer agriculturalist / grower grazier rancher smallholder crofter stockman"
        " cattleman pastoralist sharefarmer dairyman",
        "medicine: doctor physician medic clinician consultant / surgeon gp paediatrician"
        " pediatrician psychiatrist cardiologist anaesthetist anesthetist anesthesiologist"
        " oncologist radiologist",
        "school: teacher schoolteacher educator schoolmaster schoolmistress",
        "heads: principal headteacher headmaster headmistress head",
        "learning: scholar academic researcher scientist professor lecturer don / historian"
        " economist philosopher physicist chemist mathematician linguist geographer"
        " statistician demographer classicist theologian",
        "police: officer policeman policewoman detective / constable sergeant inspector"
        " superintendent sheriff trooper",
        "forces: officer soldier / colonel major captain lieutenant brigadier commander general",
        "town: mayor",
        "state: politician lawmaker legislator parliamentarian / senator congressman"
        " congresswoman mp councillor councilor councilman councilwoman representative"
        " assemblyman",
        "press: journalist reporter / correspondent columnist",
        "letters: writer author / novelist poet essayist playwright",
        "trade: businessman businesswoman entrepreneur industrialist tycoon magnate",
        "stage: actor actress performer",
        "music: musician / singer guitarist violinist pianist cellist drummer bassist",
        "art: artist / painter sculptor printmaker ceramicist",
        "inns: landlord landlady publican innkeeper licensee",
        "shops: shopkeeper storekeeper retailer / butcher baker grocer newsagent florist"
        " fishmonger",
        "crafts: craftsman tradesman / carpenter joiner plumber roofer mason bricklayer"
        " electrician",
        "coaches: coach manager trainer",
        "players: player footballer / striker midfielder defender winger forward",
        "goal: goalkeeper keeper goalie",
        "lead: director head boss",
        "wheel: driver chauffeur trucker cabbie",
        "post: postman postwoman mailman",
        "nursing: nurse midwife",
        "age: pensioner retiree retired",
        "study: student undergraduate",
        "dock: defendant accused",
        "claim: plaintiff claimant complainant",
        "books: librarian",
        "union: unionist organizer organiser",
        "engines: engineer",
    ),
    "de": (
        "law: anwalt rechtsanwalt verteidiger strafverteidiger advokat jurist",
        "prosecution: staatsanwalt oberstaatsanwalt ankläger",
        "court: richter",
        "church: pfarrer pastor priester geistliche geistlicher seelsorger kaplan pater dekan"
        " gottesmann",
        "bishops: bischof erzbischof",
        "farm: bauer landwirt / winzer milchbauer biobauer bergbauer obstbauer viehzüchter",
        "medicine: arzt mediziner doktor / chirurg internist hausarzt chefarzt oberarzt"
        " kinderarzt notarzt orthopäde kardiologe psychiater",
        "school: lehrer pädagoge / studienrat oberstudienrat grundschullehrer",
        "heads: schulleiter rektor",
        "learning: wissenschaftler forscher professor hochschullehrer / historiker ökonom"
        " philosoph physiker chemiker mathematiker linguist germanist soziologe politologe"
        " biologe psychologe ethnologe geologe archäologe klimaforscher politikwissenschaftler",
        "police: polizist beamter beamte ermittler / kommissar hauptkommissar kriminalbeamter"
        " kriminalbeamte brandermittler",
        "forces: offizier soldat militär / oberst major hauptmann general leutnant",
        "town: bürgermeister oberbürgermeister rathauschef stadtoberhaupt ortschef"
        " gemeindechef stadtchef verwaltungschef",
        "state: politiker parlamentarier abgeordneter abgeordnete / senator stadtrat"
        " gemeinderat landrat",
        "press: journalist reporter / redakteur korrespondent kolumnist",
        "letters: schriftsteller autor / dichter lyriker romancier essayist",
        "trade: unternehmer geschäftsmann firmenchef / händler kaufmann fabrikant",
        "stage: schauspieler mime darsteller",
        "music: musiker / sänger geiger pianist gitarrist",
        "art: künstler / maler bildhauer",
        "inns: wirt gastwirt gastronom kneipier",
        "shops: händler kaufmann / bäcker metzger buchhändler",
        "crafts: handwerker / dachdecker schreiner tischler zimmermann maurer elektriker"
        " klempner schlosser",
        "coaches: trainer coach",
        "players: spieler profi / stürmer verteidiger",
        "goal: torwart torhüter keeper schlussmann",
        "lead: leiter chef direktor",
        "wheel: fahrer busfahrer taxifahrer kraftfahrer chauffeur",
        "post: postbote briefträger",
        "nursing: pfleger krankenpfleger krankenschwester hebamme",
        "age: rentner pensionär ruheständler",
        "study: student studierende studierender",
        "dock: angeklagter angeklagte beschuldigter beschuldigte",
        "claim: kläger",
        "books: bibliothekar",
        "archives: archivar archivleiter",
        "union: gewerkschafter betriebsrat arbeitnehmervertreter betriebsratschef",
        "engines: ingenieur / statiker",
    ),
    "fr": (
        "law: avocat pénaliste juriste défenseur conseil me",
        "prosecution: procureur accusateur",
        "court: juge magistrat",
        "church: prêtre curé abbé vicaire ecclésiastique père pasteur aumônier religieux",
        "bishops: prélat / évêque archevêque mgr monseigneur",
        "farm: agriculteur paysan exploitant cultivateur fermier / éleveur maraîcher"
        " céréalier viticulteur vigneron producteur",
        "medicine: médecin docteur praticien / généraliste chirurgien urgentiste pédiatre"
        " psychiatre cardiologue anesthésiste",
        "nursing: soignant / infirmier aide-soignant",
        "school: enseignant prof professeur pédagogue / instituteur maître",
        "learning: chercheur universitaire scientifique professeur / historien économiste"
        " philosophe physicien chimiste mathématicien linguiste géographe sociologue"
        " politologue politiste anthropologue ethnologue biologiste géologue démographe"
        " psychologue archéologue",
        "police: policier enquêteur / commissaire brigadier gendarme gardien",
        "forces: officier militaire soldat / colonel commandant capitaine lieutenant général",
        "town: maire édile bourgmestre",
        "state: élu parlementaire / député sénateur conseiller maire adjoint eurodéputé"
        " échevin bourgmestre",
        "press: journaliste reporter",
        "letters: écrivain auteur auteure / romancier poète essayiste",
        "trade: patron dirigeant entrepreneur industriel pdg gérant / fabricant",
        "stage: acteur comédien",
        "music: musicien / chanteur violoniste pianiste guitariste",
        "art: artiste plasticien / peintre sculpteur",
        "inns: aubergiste cafetier tenancier restaurateur patron hôtelier",
        "shops: commerçant / boucher boulanger libraire fleuriste épicier",
        "crafts: artisan / menuisier plombier maçon charpentier couvreur électricien",
        "coaches: entraîneur coach sélectionneur technicien",
        "goal: gardien portier",
        "lead: directeur responsable patron dirigeant",
        "wheel: chauffeur conducteur routier",
        "post: facteur",
        "age: retraité",
        "study: étudiant",
        "dock: accusé prévenu",
        "claim: plaignant requérant",
        "union: syndicaliste / délégué",
        "engines: ingénieur",
    ),
}
#: Kinds of which nobody has two.
_APART = frozenset(
    """law prosecution court church farm medicine nursing school police press dock shops crafts inns
    coaches players goal wheel post""".split()
)
#: English: an ending of nouns of the learned.
_LEARNED = "ologist"
#: Feminine endings of French nouns and the masculine ones.
_FRENCH = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("ienne", "ien"),
    ("ère", "er"),
    ("esse", "re"),
)
#: German nouns of women with another vowel.
_UMLAUTS = {"ärztin": "arzt", "anwältin": "anwalt", "bäuerin": "bauer", "rätin": "rat"}
#: German: what makes a noun of another kind of a noun that it ends with.
_OTHER_KINDS = ("staatsanw", "bürgermeist", "hausmeist", "schiedsricht", "vize", "alt", "ex-")


def _read(language: str) -> dict[str, dict[str, bool]]:
    """Kinds by noun, and whether it may call any member."""
    table: dict[str, dict[str, bool]] = {}
    for row in _KINDS[language]:
        kind, _, nouns = row.partition(": ")
        general, _, special = nouns.partition(" / ")
        for noun in general.split():
            table.setdefault(noun, {})[kind] = True
        for noun in special.split():
            table.setdefault(noun, {})[kind] = False
    return table


_TABLES = {language: _read(language) for language in _KINDS}
_NONE: dict[str, bool] = {}


def _base(noun: str, language: str) -> str:
    """The noun as a man is called."""
    table = _TABLES[language]
    if noun in table or language == "en":
        return noun
    if language == "de":
        for woman, man in _UMLAUTS.items():
            if noun.endswith(woman):
                return noun.removesuffix(woman) + man
        stem = noun.removesuffix("in")
        return stem if stem in table or f"{stem}e" not in table else f"{stem}e"
    for woman, man in _FRENCH:
        if noun.endswith(woman) and noun.removesuffix(woman) + man in table:
            return noun.removesuffix(woman) + man
    return noun.removesuffix("e")


@lru_cache(maxsize=4096)
def kinds_of(noun: str, language: str) -> dict[str, bool]:
    """The kinds of a noun of a person, and whether it may call any of their members."""
    table = _TABLES[language]
    base = _base(noun, language)
    found = table.get(base)
    if found is None and language == "en" and base.endswith(_LEARNED):
        return {"learning": False}
    if found is None and language == "de" and not base.startswith(_OTHER_KINDS):
        ends = (one for one in table if len(one) > 4 and base.endswith(one))
        longest = max(ends, key=len, default="")
        return dict.fromkeys(table[longest], False) if longest else _NONE
    return found if found is not None else _NONE


def of_kind(noun: str, told: Iterable[str], language: str) -> bool:
    """Whether somebody of whom these words are told may be called by ``noun``, which is another
    word."""
    own = kinds_of(noun, language)
    if not own:
        return False
    for word in told:
        other = kinds_of(word, language)
        if any(kind in other and (general or other[kind]) for kind, general in own.items()):
            return True
    return False


def is_apart(noun: str, language: str) -> bool:
    """Whether a noun is of a kind that goes with no other one."""
    return not _APART.isdisjoint(kinds_of(noun, language))


def of_other_kind(noun: str, told: Iterable[str], language: str) -> bool:
    """Whether somebody of whom these words are told is of a kind apart from that of ``noun``:
    a priest is no barrister."""
    own = kinds_of(noun, language)
    if _APART.isdisjoint(own):
        return False
    others = [kinds_of(word, language) for word in told]
    if any(kind in other for other in others for kind in own):
        return False
    return any(not _APART.isdisjoint(other) for other in others)
