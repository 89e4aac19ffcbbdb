"""Words that say the opposite of each other, in English, German and French.

Pairs of gradable, complementary and directional opposites (Cruse, *Lexical Semantics*,
chapters 9–11), quantifiers and adverbs of frequency with those that deny them, and
prefixes of opposite sense (Quirk et al., *A Comprehensive Grammar of the English
Language*, Appendix I.21–27, and their counterparts).
"""

from __future__ import annotations

from collections import defaultdict

# A line: words, and after the bar what is their opposite. With a hyphen behind: a stem
# that takes the endings below.
_PAIRS = """
more | less fewer
most | least fewest
much many | little few
always constantly | never rarely seldom sometimes occasionally
often frequently usually | never rarely seldom
all every everyone everything everybody | none no nobody nothing some few
both | neither
must shall | may might
before earlier | after later afterwards
until | since
above over | below beneath under
with | without
within inside | outside
up | down
in into | out
on | off
for | against
better | worse
best | worst
good well | bad badly evil poorly ill
right rightly | wrong wrongly
true truly | false falsely
early | late
first | last
former | latter
old- | new- young-
high higher highest highly | low lower lowest
upper uppermost | lower lowermost
great- large- big bigger biggest | small-
long longer longest | short-
strong- | weak-
hard harder hardest difficult | eas- easily
fast- quick- rapid rapidly | slow-
rich- wealth- | poor-
near nearer nearest close closer | far farther further distant
same alike similar- | differ- other
like | unlike
full fully | empty
open- | clos-
begin begins began begun beginning start- | end- ceas- stop stops stopped finish-
rise rises rose risen rising ris- | fall falls fell fallen falling declin- drop drops dropped
increas- grow grows grew grown growing | decreas- shrink shrinks shrank shrinking diminish-
gain- win wins won winning | los- lost loses losing
accept- approv- | reject- refus- den-
affirm- confirm- asser- prov- | den- refut- denied
support- defend- endors- favour- favor- | oppos- attack- criticis- criticiz- condemn-
allow- permit- | forbid- forbade forbidden prohibit- prevent- ban banned
includ- | exclud-
love- | hat-
succeed- success- successful successfully | fail-
remember- | forget- forgot forgotten
strengthen- | weaken-
enabl- | disabl- prevent-
presen- | absen-
positiv- | negativ-
active actively | passive passively
major majority | minor minority
maximum maximal maximally | minimum minimal minimally
necessary necessarily | unnecessary contingent accidental
public publicly | private privately
guilty guilt | innocent innocence
alive living live lives | dead died dies
friend- | enem- foe
war | peace
man men male | woman women female
north northern | south southern
east eastern | west western
left | right
cause caus- | effect
benefit- | harm-
advantage advantages | disadvantage disadvantages
superior | inferior
optimis- | pessimis-
pre | post
pro | anti contra
over | under
mehr | weniger
meist meiste meisten meistens meistes höchstens | wenigsten mindestens
viel- | wenig-
immer stets ständig | nie niemals selten manchmal nimmer
oft häufig- meist | nie niemals selten
alle aller allen alles jeder jede jedes | keine keiner kein niemand nichts einige manche
beide beiden | keiner keine
muss müssen | darf dürfen kann können
vor vorher zuvor früher- | nach nachher danach später-
bevor ehe | nachdem
über oberhalb | unter unterhalb
mit | ohne
innerhalb | außerhalb
innen drinnen | außen draußen
für | gegen wider
hinauf herauf | hinab herab hinunter herunter
besser- | schlechter- schlimmer-
best- | schlechtest- schlimmst-
gut- | schlecht- böse- schlimm-
richtig- recht | falsch- unrecht
wahr- | falsch-
früh- | spät-
erst- | letzt-
ersterer erstere ersteres | letzterer letztere letzteres
alt- ält- | neu- jung- jüng-
hoch hohe hohen hoher hohes höher- höchst- | niedrig- tief-
obere oberen oberer oberes | untere unteren unterer unteres
groß- größ- | klein-
lang- läng- | kurz- kürz-
stark- stärk- | schwach- schwäch-
schwer- schwierig- | leicht- einfach-
schnell- rasch- | langsam-
reich- | arm- ärm-
nah- näh- | fern- weit-
gleich- ähnlich- | verschieden- ander-
voll- | leer-
offen- | geschlossen-
beginn- begann begannen anfang anfangs | end- aufhör-
steig- stieg stiegen gestiegen | sink- sank sanken gesunken fall- fiel fielen gefallen
wachs- wuchs wuchsen gewachsen | schrumpf- geschrumpft
erhöh- | senk- gesenkt verringer- vermindert
gewinn- gewann gewannen gewonnen | verlier- verlor verloren verlust-
bejah- bestätig- behaupt- | verneinen verneint bestreit- bestritt bestritten widerleg- leugn-
annehm- angenommen akzeptier- | ablehn- abgelehnt verwarf verworfen
erlaub- | verbiet- verbot verboten verhinder-
lieb- | hass-
stärken gestärkt | schwächen geschwächt
erinner- | vergess- vergaß vergaßen
anwesen- | abwesen-
positiv- | negativ-
aktiv- | passiv-
mehrheit- | minderheit-
öffentlich- | privat-
schuldig- schuld | unschuldig- unschuld
lebend- lebt leben | tot tote toten starb starben
freund- | feind-
krieg- | frieden friedens
mann männer- | frau frauen
nord norden nördlich- | süd süden südlich-
ost osten östlich- | west westen westlich-
link- | recht-
ursache ursachen | wirkung wirkungen folge folgen
vorteil- | nachteil-
plus davantage | moins
beaucoup | peu
toujours constamment | jamais rarement parfois
souvent | jamais rarement
tout tous toute toutes chaque chacun chacune | aucun aucune nul nulle rien certains certaines
doit doivent devait devaient | peut peuvent pouvait pouvaient
avant auparavant | après
depuis | jusque jusqu
dessus sur | dessous sous
avec | sans
dedans | dehors
pour | contre
meilleur- mieux | pire pires pis
bon bonne bons bonnes bien | mauvais mauvaise mauvaises mal
vrai vraie vrais vraies vraiment | faux fausse fausses faussement
tôt | tard
premier- première premières | dernier- dernière dernières
ancien- vieux vieille vieilles vieil | nouveau nouveaux nouvelle nouvelles jeune jeunes
haut- | bas basse basses
supérieur- | inférieur-
grand- | petit-
long longue longs longues longtemps | court- bref brève
fort- | faible faibles faiblement
difficile difficiles difficilement | facile faciles facilement
rapide rapides rapidement vite | lent- lentement
riche riches | pauvre pauvres
proche proches près | loin lointain lointains
même mêmes semblable semblables | différent- autre autres
plein- | vide vides
ouver- | ferm-
commenc- début débute | fin finit finissent termin- cess-
augment- croît croissent croissant monte montent | diminu- décroît baiss- descend descendent
gagn- | perd perdent perdu perdue perdus perdre perte pertes
accept- approuv- | refus- rejet-
affirm- confirm- | nie nient niait nié réfut-
permet- permis permise | interdi- empêch- défend défendu
inclu- | exclu-
aim- | hai- hait déteste
réuss- | échou- échec
présen- | absen-
positif positifs positive positives | négatif négatifs négative négatives
actif actifs active actives | passif passifs passive passives
majorité majeur- | minorité mineur-
public publics publique publiques | privé privée privés privées
coupable coupables | innocent innocente innocents
vivant- vit vivent | mort morte morts mortes
ami amis amie amies | ennemi ennemis ennemie
guerre guerres | paix
homme hommes | femme femmes
nord | sud
est | ouest
gauche | droite
cause causes | effet effets conséquence
avantage avantages | inconvénient inconvénients
"""
_ENDINGS = frozenset(
    """
    e es s er est ed d ing ly y ies ied ier ance ence ences or ors ity ness ful fully ive able
    ably ment ments ish dom ship th
    en em t te ten tet tete teten n st end ende enden erem eren ere eres ste sten ster stes ung
    ungen lich schaft
    é ée és ées ent ait aient ant ante ants antes ir it is ons ez a ai era eront ation ition ion
    ions ement te tes tion ure ures eur re ts ie ies se sent
    """.split()
) | {""}
#: Prefixes that deny the word behind them.
_DENYING = (
    *("un", "in", "im", "il", "ir", "non", "dis", "anti", "mis", "nicht"),
    *("dé", "dés", "més", "mal", "de"),
)
#: Prefixes of opposite sense, before the same word.
_PREFIXES = (
    *(("pre", "post"), ("pro", "anti"), ("over", "under"), ("in", "out"), ("in", "ex")),
    *(("im", "ex"), ("up", "down"), ("for", "back"), ("fore", "after"), ("inter", "intra")),
    *(("mono", "poly"), ("hyper", "hypo"), ("macro", "micro"), ("maxi", "mini")),
    *(("super", "sub"), ("über", "unter"), ("vor", "nach"), ("vor", "rück"), ("ein", "aus")),
    *(("auf", "ab"), ("zu", "ab"), ("an", "ab"), ("be", "ent"), ("ober", "unter")),
    *(("sur", "sous"), ("ap", "dis"), ("pré", "post")),
)
#: Endings of opposite sense, behind the same word.
_SUFFIXES = (("ful", "less"), ("voll", "los"), ("vollen", "losen"), ("volle", "lose"))
#: Letters of the word that such prefixes and endings are put to.
_REST = 3
_SHORTEST_DENIED = 4


def _table() -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Words and stems → the sides they are on: pair ``n`` has the sides ``2n`` and
    ``2n + 1``."""
    words: defaultdict[str, set[int]] = defaultdict(set)
    stems: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_PAIRS.strip().splitlines()):
        for side, entries in enumerate(line.split("|")):
            for entry in entries.split():
                table = stems if entry.endswith("-") else words
                table[entry.rstrip("-")].add(2 * number + side)
    return dict(words), dict(stems)


_WORDS, _STEMS = _table()


def are_opposite(one: str, other: str) -> bool:
    """Whether two words, in lower case, say the opposite of each other: *more* and
    *less*, *vor* and *nach*, *possible* and *impossible*."""
    if one == other:
        return False
    sides = _sides(other)
    if any(side ^ 1 in sides for side in _sides(one)):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTEST_DENIED and any(long == prefix + short for prefix in _DENYING):
        return True
    return any(_differ(one, other, *pair) or _differ(other, one, *pair) for pair in _PREFIXES) or (
        any(_end(one, other, *pair) or _end(other, one, *pair) for pair in _SUFFIXES)
    )


def _sides(word: str) -> set[int]:
    found = set(_WORDS.get(word, ()))
    for cut in range(2, len(word) + 1):
        if word[:cut] in _STEMS and word[cut:] in _ENDINGS:
            found |= _STEMS[word[:cut]]
    return found


def _differ(one: str, other: str, prefix: str, opposite: str) -> bool:
    """Whether both are the same word behind prefixes of opposite sense."""
    rest = one.removeprefix(prefix)
    return len(one) > len(rest) >= _REST and other == opposite + rest


def _end(one: str, other: str, suffix: str, opposite: str) -> bool:
    """Whether both are the same word before endings of opposite sense."""
    rest = one.removesuffix(suffix)
    return len(one) > len(rest) >= _REST and other == rest + opposite
