"""Words that say of a clause that it is so, is not so, or seems so, English, German and French.

Verbs of saying, thinking and demanding with adjectives and nouns of truth (Quirk et al., *A
Comprehensive Grammar of the English Language*, 16.30–16.33, and their counterparts).
"""

from __future__ import annotations

from citekit.verify.words import words_of


def table(words: str) -> frozenset[str]:
    """A table of words, as words are compared."""
    return frozenset(word.key for word in words_of(words))


#: Conjunctions that begin what something is said of: "it is false that …".
CLAUSES = table("that whether dass ob que")
#: Those with which a quotation may begin; with the others it asks itself.
KEPT = table("that dass que")
#: What says of a clause that it is untrue, or seems so; a negation turns it round.
GERMAN_UNTRUE = table(
    """
    falsch unwahr unrichtig irrig irrtum mythos märchen illusion lüge legende unsinn unmöglich
    unwahrscheinlich fraglich zweifelhaft zweifel zweifle zweifelt zweifeln zweifelte zweifelten
    bezweifle bezweifelt bezweifeln bezweifelte bezweifelten bestreitet bestreiten bestritt
    bestritten leugnet leugnen leugnete leugneten verneint widerlegt übertreibung übertrieben
    verfrüht weigert weigern weigerte weigerten
    """
)
UNTRUE = GERMAN_UNTRUE | table(
    """
    untrue false wrong incorrect mistaken mistake error fallacy misconception myth illusion fiction
    lie nonsense absurd impossible unlikely improbable doubtful questionable doubt doubts doubted
    deny denies denied denying dispute disputes disputed reject rejects rejected refute refutes
    refuted disprove disproves disproved disproven pretend pretends pretended
    exaggeration exaggerated overstatement premature
    faux inexact erroné erreur mythe mensonge absurde improbable douteux doute doutent
    doutait doutaient nie nient niait niaient conteste contestent contestait contestaient réfute
    exagération exagéré prématuré excessif
    """
)
SEEMING = table(
    """
    seem seems seemed appear appears appeared scheint scheinen schien schienen
    semble semblait semblerait paraît paraissait
    """
)
#: What says of a clause that it is so, even with a negation, and what with a negation says that
#: somebody cannot but say it, or always says it.
KNOWING = table(
    """
    know knows knew known realise realises realised realize realizes realized notice noticed
    forget forgets forgot fail fails failed tire tires tired cease ceases ceased stops stopped
    weiß wissen wusste wussten gewusst merkte merkten bemerkte vergisst vergaß umhin müde
    sais sait savent savait savaient savoir cesse cessé cessait cessent
    oublie oublient oublions oubliez oublier ignore ignorent ignorait regrette regrettent empêche
    étonne surprend
    """
)
_ENGLISH_ENDINGS = ("", "s", "d", "ed", "es")


def _forms(verbs: str) -> frozenset[str]:
    """Regular English verbs in all their forms; forms that there are not do no harm."""
    return table(
        " ".join(
            form
            for verb in verbs.split()
            for form in (
                *(verb + ending for ending in _ENGLISH_ENDINGS),
                verb.removesuffix("e") + "ing",
                *((verb[:-1] + "ied", verb[:-1] + "ies") if verb.endswith("y") else ()),
            )
        )
    )


#: English verbs of saying, thinking and demanding that rarely take another object than a clause.
_SAYING = _forms("say think suppose argue agree guess insist conclude reckon") | table(
    "said thought sure certain convinced evidence proof"
)
_TELLING = _forms(
    """
    prove show believe claim mean imply suggest assume expect allege assert contend maintain
    affirm state declare predict promise warn guarantee imagine fancy feel indicate demonstrate
    presume conjecture infer estimate consider swear testify certify
    """
) | table("proven shown meant implied implies held hold holds felt swore sworn")
#: Verbs of demanding (Quirk et al., 16.32).
_DEMANDING = _forms(
    "recommend propose demand request require order command urge ask decide stipulate advise ordain"
)
#: What says of a clause that it is true, or so said: with a negation it denies it.
ENGLISH = (
    _SAYING
    | _TELLING
    | _DEMANDING
    | _forms("accept follow")
    | table("case true correct certain likely")
)
GERMAN = table(
    """
    fall wahr richtig beweis beweise beweist bewiesen zeigt zeigten gezeigt beleg belege belegt
    glaube glaubt glauben glaubte glaubten denke denkt denken dachte dachten meine meint meinen
    meinte meinten sage sagt sagen sagte sagten gesagt behaupte behauptet behaupten behauptete
    behaupteten heißt bedeutet folgt überzeugt sicher gewiss wahrscheinlich annehmen angenommen
    stimmt stimmte trifft traf gilt versichert versicherte empfehle
    empfiehlt empfehlen empfahl empfahlen empfohlen fordere fordert fordern
    forderte forderten gefordert verlange verlangt verlangen verlangte verlangten
    """
)
_FRENCH = table(
    """
    cas vrai exact preuve prouve prouvé montre montré démontre démontré crois croit croient croire
    croyait croyaient pense pensent pensait pensaient penser dis dit disent dire disait disaient
    affirme affirment affirmer signifie convaincu convaincue sûr sûre certain probable prétend
    prétendent prétendre soutient soutiennent soutenir suppose supposent supposer recommande
    recommandent recommandons exige exigent demande demandent propose proposent suggère suggèrent
    """
)
TRUE = ENGLISH | GERMAN | _FRENCH
#: English words behind which a clause stands without "that" (Quirk et al., 15.4).
BARE_UNTRUE = _forms("doubt deny pretend wish")
BARE = _SAYING | _TELLING | BARE_UNTRUE
#: Of these, those behind which any sign of a verb tells a clause from an object.
SELDOM_OBJECT = _SAYING
#: How the subject of a clause begins, or the pronoun that is it.
LEADING = table(
    """
    the a an this these those my your his her its our their some any every each all
    i he she it they we you
    der die das den dem des ein eine einen einem einer eines dieser diese dieses mein meine sein
    seine ihr ihre unser unsere ich er sie es wir
    le la les un une ce cet cette ces mon ma mes son sa ses notre nos votre vos leur leurs je tu il
    elle on nous vous ils elles
    """
)
#: Between "not" and its verb: auxiliaries, pronouns, adverbs.
CHAIN = table(
    """
    i he she it they we you one anyone anybody do does did be been have has had will would can could
    may might shall should must ever even yet quite really so any for moment a
    to seriously
    """
)
#: Nouns with them are no subjects: "men with no vote".
PREPOSITIONS = table("with of in by for at on to from into about under over through")
#: Denials that are subjects, or stand before them: they deny the verb however far it is.
WHOLE = table("no nobody none neither nor never nothing")
RELATIVE = table("who whom whose which that")
#: What begins a question or a condition, which says itself that it is none of a fact.
ASKING = table("whether if who whom whose what which when where why how")
#: Signs of a finite verb: auxiliaries, and past tenses that are no participles.
FINITE = table(
    """
    am is are was were be been has have had do does did will would can could may might shall should
    must cannot ought
    took came went gave became began knew saw wrote spoke drew grew rose fell stole broke chose
    drove ate flew forgot hid lay rang ran sang sank shook swam tore threw wore woke arose withdrew
    overthrew
    """
)
#: What begins a German clause that depends on another one.
SUBORDINATING = table(
    "da weil wenn als obwohl obgleich nachdem bevor während falls sofern wie damit indem sobald"
)
#: Words that join what is said of the clause to something else.
JOINING = table(
    """
    and or but because when while where why how what although though
    und oder aber sondern weil et ou mais car
    """
)
#: "Not only that …" denies nothing.
ONLY = table("only just merely simply nur bloß allein seulement")
#: Before "that" and "que" they say that these begin no clause of which something is said:
#: relative clauses, comparisons, clauses of time and reason.
NO_CONTENT = table(
    """
    one ones those something anything nothing everything time times way day year moment
    ce celui celle ceux celles quoi parce tel telle avant après dès
    depuis tandis alors lors pendant
    """
)
#: The same one or two words before "que".
COMPARING = table("plus moins aussi autant mieux")
