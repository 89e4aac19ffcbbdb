"""Verbs that say what somebody does, not what he thinks, and the words around verbs.

The verbs are those of biography (was born, taught, moved), of the day's news (told
reporters, visited, resigned) and of bodily acts, in English, German and French, in the
forms in which they stand after a third person.
"""

from __future__ import annotations

#: English past tenses and participles that do not end in -ed.
IRREGULAR = frozenset(
    """arose ate became began bent bet bit bought bound broke brought built came caught chose
    clung cut dealt dealt drew drank drove dug fell felt fled flew forbade foresaw forgot found
    fought froze gave got grew had heard held hid hit hung kept knew laid lay led left lent let
    lit lost made meant met misread mistook misunderstood outdid overcame overthrew paid put
    ran rang read rose said sang sat saw sent set shook shot showed shrank shut slept slid sold
    sought spoke spent split spread sprang stood stole stuck struck swept swore taught thought
    threw told took tore understood undertook undid upheld wept went withdrew woke won wore wove
    wrote bade beheld besought bore bred crept dreamt dwelt fed foretold foresaw froze leant leapt
    learnt overheard partook rebuilt recast redrew rewrote rode sank shone slew spelt spun stank
    strode strove struck stuck stung swam swung trod wound withheld withstood
    seen shown known written drawn taken given broken chosen begun gone done spoken""".split()
)

AUXILIARIES = {
    "en": frozenset(
        """has have had been does do did would will can could may might must should used
        doesn' didn' hasn' hadn' wouldn' couldn' t""".split()
    ),
    "de": frozenset(
        """hat hatte haben hatten habe hätte würde wird kann konnte könnte will wollte muss
        musste darf durfte soll sollte mag mochte möchte""".split()
    ),
    "fr": frozenset(
        """a avait ont avaient aura aurait eut peut pouvait pourrait veut voulait voudrait doit
        devait devrait va allait été""".split()
    ),
}
COPULAS = {
    "en": frozenset("is was are were".split()),
    "de": frozenset("ist war sind waren".split()),
    "fr": frozenset("est était sont étaient fut".split()),
}
#: All of them, in whatever language.
FINITE = frozenset().union(*AUXILIARIES.values(), *COPULAS.values())
#: What may stand between a subject and its verb besides adverbs by form.
BESIDE_VERBS = {
    "en": frozenset(
        """also never not always often once later even still long ago already first then thus
        therefore here too just only rather perhaps indeed himself herself themselves again
        both all elsewhere nevertheless nonetheless soon famously further meanwhile instead
        now today in turn by contrast for instance example his her part""".split()
    ),
    "de": frozenset(
        """auch nie nicht immer oft einst später sogar noch schon bereits dann also daher hier
        nur eher vielleicht selbst wieder aber jedoch dagegen hingegen dabei darin damit zudem
        längst bekanntlich freilich allerdings denn doch einmal zuerst zunächst wohl etwa so
        deshalb darum nun ja eben gerade sich es ihn sie uns ihm ihr""".split()
    ),
    "fr": frozenset(
        """ne n' pas jamais aussi déjà encore toujours souvent même donc ainsi alors ensuite puis
        y en l' le la les lui leur nous vous se s' bien longtemps ici pourtant cependant
        toutefois plutôt sans doute quant à elle eux elles elle-même""".split()
    ),
}


def _english(*lemmas: str) -> frozenset[str]:
    """The forms of regular English verbs."""
    forms: set[str] = set()
    for lemma in lemmas:
        stem = lemma.removesuffix("e")
        forms |= {lemma, lemma + "s", lemma + "es", stem + "ed", stem + lemma[-1] + "ed"}
        forms |= {lemma + lemma[-1] + "ed"}
        if lemma.endswith("y"):
            forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    return frozenset(forms)


#: Biography, news and bodily acts: no object makes them a claim.
NEVER_CLAIMS = {
    "en": _english(
        *"""die teach study graduate marry divorce move emigrate return live reside settle visit
        arrive travel work serve join retire resign publish edit lecture play walk look smile laugh
        sign attend host appear direct head chair manage perform score release appoint elect
        hire fire arrest sue donate rent sleep wait stay remain cook sail climb kiss
        translate announce decline confirm tweet post phone email telephone cancel celebrate
        enter exit enrol enroll earn inherit suffer survive recover bury born divorce date
        park shop paint photograph tour seem""".split()
    )
    | frozenset(
        """taught left leaves fled flees grew grows met meets founded found won wins spent spends
        became becomes ran runs sat sits stood stands drove drives ate eats drank drinks paid
        pays bought buys sold sells led leads slept sleeps lay lies fell falls fought fights
        told tells asked asks went goes came comes wore wears born died""".split()
    )
    - frozenset(("found",)),
    "de": frozenset(
        """starb stirbt lehrte lehrt studierte studiert heiratete heiratet zog zieht wanderte
        floh flieht kehrte kehrt lebte lebt wohnte wohnt traf trifft besuchte besucht kam kommt
        reiste reist arbeitete arbeitet diente dient gründete gründet gewann gewinnt erhielt
        erhält bekam bekommt veröffentlichte veröffentlicht wurde wird blieb bleibt saß sitzt
        stand steht lief läuft fuhr fährt aß isst trank trinkt kaufte kauft verkaufte verkauft
        leitete leitet eröffnete eröffnet trat unterschrieb gestorben geboren gelehrt studiert
        gelebt gearbeitet verlassen getroffen besucht gewonnen erhalten bekommen veröffentlicht
        geheiratet verlor verliert lächelte lächelt lachte lacht wartete wartet schlief schläft
        promovierte promoviert habilitierte habilitiert emigrierte emigriert verließ verlässt
        ging wuchs wächst verbrachte verbringt verbracht""".split()
    ),
    "fr": frozenset(
        """meurt mourut mort naît naquit né née enseignait enseigna étudie étudia épousa épouse
        déménagea quitta quitte quittait revint revient vécut vit vivait habite habitait
        rencontra rencontre visita visite arriva arrive voyage voyagea travaille travaillait
        travailla rejoint rejoignit fonda fonde gagne gagna reçoit reçut publia publie publiait
        devint devient passa passait reste resta restait dirige dirigea dirigeait préside
        signa signe vend vendit achète acheta ouvre ouvrit marche sourit rit mange mangea
        boit but dort dormait attend attendit soutint s'installe s'exila s'installa
        partit part venait vint vient allait alla""".split()
    ),
}
#: Verbs too common to be a claim in the past with an object alone.
PAST_NO_CLAIMS = {
    "en": frozenset(
        """had did made gave took got put began started opened closed used turned tried wanted
        liked loved hated kept held sent received brought caught carried read said""".split()
    ),
    "de": frozenset(
        """hatte tat machte gab nahm brachte begann wollte las sagte hielt fand ließ gemacht
        gegeben genommen gebracht begonnen gelesen gesagt gehalten gehabt""".split()
    ),
    "fr": frozenset(
        """avait fit faisait donna donnait prit prenait mit mettait commença lut lisait dit
        disait aimait fait donné pris mis commencé lu eu tenait""".split()
    ),
}

#: Verbs that call a thing something.
CALLING = frozenset(
    """call calls called term terms termed label labels labelled labeled dub dubs dubbed nennt
    nannte bezeichnet bezeichnete genannt appelle appelait appelé qualifie qualifiait qualifié
    désigne désignait""".split()
)
#: Verbs of claim that have things for objects as well: a claim only with a clause.
NEEDS_CLAUSE = frozenset(
    """wrote writes written write found finds held holds made makes put puts taught teaches helped
    helps reported reports recorded records said says told knew knows established establishes
    documented led leads reads read says states
    schrieb schreibt geschrieben führte führt hielt hält sagte sagt gelehrt lehrte lehrt las liest
    wusste weiß ging geht legte legt nahm nimmt stellte stellt
    écrit écrivait écrivit dit disait tient tenait mettait met mis fait enseigne enseignait savait
    sait lit lisait appris avance établit""".split()
)

#: Verbs with somebody else's words after a colon.
QUOTING = frozenset("quote quotes quoted cite cites cited zitiert zitierte citait cita".split())
#: Nouns of claim that are things as well: to hang up a sentence is no claim.
ALSO_THINGS = frozenset("satz sätze antwort antworten".split())

#: Words of the day's news: when it was said, and to whom.
EVENT_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday week month night yesterday tomorrow
    tonight reporters reporter crowd interview conference statement montag dienstag mittwoch
    donnerstag freitag samstag sonntag woche monat gestern pressekonferenz journalisten lundi mardi
    mercredi jeudi vendredi samedi dimanche semaine hier conférence journalistes
    communiqué""".split()
)
