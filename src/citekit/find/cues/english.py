"""English words around quoted speech."""

from __future__ import annotations

from citekit.find.cues import bits as c

_SAY = """add note argue claim state ask reply respond answer explain declare announce insist warn
admit acknowledge concede confirm deny suggest observe remark comment conclude recall stress
emphasize emphasise maintain contend assert allege caution predict promise vow pledge testify
report joke quip post tweet complain lament counter reiterate repeat reveal believe
exclaim shout whisper mutter boast muse object protest urge propose opine posit
advise inform proclaim affirm assure remind hint speculate demand plead retort elaborate
clarify disclose recount recommend estimate fear worry reason charge blog message email text tell
say write point read swear foresee think find hold instruct order request wonder
remember show demonstrate theorize theorise reckon guess attest avow decree stipulate specify record
inquire enquire submit indicate signal underline highlight imply certify confess grumble brag
underscore volunteer counsel hypothesize hypothesise surmise aver divulge deadpan fume scoff venture
reflect gush intimate concur rejoin reassure enthuse beg implore beseech gripe vent
bluster sniff"""
_NAME = """call dub describe label brand term characterize characterise deem denounce hail portray
decry slam blast condemn criticize criticise praise dismiss reject ridicule mock tout lambast
lambaste attack deride disparage style name rate judge castigate"""
_ACT = """threaten accuse speak talk blame cite express voice refer compare liken consider view
regard welcome defend applaud rule allow offer apologize apologise thank bemoan
envisage celebrate champion fault frame cast paint depict define identify summarize
summarise sketch evoke put liken salute address stand vote appeal press
list attribute ascribe chide scold rebuke admonish"""
_WEAK = """agree disagree continue begin go laugh smile nod shrug sigh grin cry interject
interrupt finish start
beam thunder growl hiss mumble stammer bark bellow roar sneer jeer tease intone drawl snort splutter
gasp sob wail moan groan rave marvel crow gloat chirp chime weigh shoot fire hit cut break burst
throw pipe wind croak whimper holler command reminisce
chuckle snap joke murmur yell scream cheer chant open close end sum recite quote sing put"""
_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "read": ("reads", "read", "read", "reading"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "find": ("finds", "found", "found", "finding"),
    "hold": ("holds", "held", "held", "holding"),
    "show": ("shows", "showed", "shown", "showing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "begin": ("begins", "began", "begun", "beginning"),
    "go": ("goes", "went", "gone", "going"),
    "cast": ("casts", "cast", "cast", "casting"),
    "put": ("puts", "put", "put", "putting"),
    "sing": ("sings", "sang", "sung", "singing"),
    "stand": ("stands", "stood", "stood", "standing"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "plead": ("pleads", "pleaded", "pleaded", "pleading"),
    "nod": ("nods", "nodded", "nodded", "nodding"),
    "grin": ("grins", "grinned", "grinned", "grinning"),
    "chat": ("chats", "chatted", "chatted", "chatting"),
    "refer": ("refers", "referred", "referred", "referring"),
    "dub": ("dubs", "dubbed", "dubbed", "dubbing"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "sum": ("sums", "summed", "summed", "summing"),
    "blog": ("blogs", "blogged", "blogged", "blogging"),
    "snap": ("snaps", "snapped", "snapped", "snapping"),
    "label": ("labels", "labelled", "labelled", "labelling"),
    "shrug": ("shrugs", "shrugged", "shrugged", "shrugging"),
    "brag": ("brags", "bragged", "bragged", "bragging"),
    "beg": ("begs", "begged", "begged", "begging"),
    "aver": ("avers", "averred", "averred", "averring"),
    "deadpan": ("deadpans", "deadpanned", "deadpanned", "deadpanning"),
    "concur": ("concurs", "concurred", "concurred", "concurring"),
    "beseech": ("beseeches", "besought", "besought", "beseeching"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "cut": ("cuts", "cut", "cut", "cutting"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "burst": ("bursts", "burst", "burst", "bursting"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "wind": ("winds", "wound", "wound", "winding"),
    "allow": ("allows", "allowed", "allowed", "allowing"),
}
_NOUNS = """claims states reports comments notes answers promises remarks posts calls charges
objects
texts messages questions demands orders requests attacks ends starts quotes fears points labels
brands terms views voices addresses presses opens finds names rates offers appeals rules styles
talks shows thanks blames boasts jokes hints holds shouts whispers laughs nods sighs protests
counters praises judges swears plans puts estimates laments tweets begins cries smiles thought
found stood held ventures vents counsels sniffs gripes reasons doubts records signals highlights
lists attributes""".split()


def _forms(verb: str) -> tuple[str, str, str, str]:
    """Third person, past, past participle, present participle of a verb."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return third, verb + "ed", verb + "ed", verb + "ing"


#: Verbs whose past is their base, or whose base is a noun far more often.
_SAME = frozenset(
    """read put cast hit cut burst beam bark pipe wind fire shot break fume crow shoot
    thunder chime cut sniff volunteer counsel command sob vent""".split()
)


def _verbs(bits: int, verbs: str) -> list[tuple[int, str]]:
    rows = []
    for verb in verbs.split():
        third, past, participle, gerund = _forms(verb)
        rows += [(bits, past), (bits | c.PARTICIPLE, participle), (bits | c.GERUND, gerund)]
        rows.append((bits | (c.NOUNLIKE if third in _NOUNS else 0), third))
        if verb not in _SAME:
            rows.append((bits | c.BASE, verb))
    return rows


_ROLES = """boss contemporary contemporaries
goalkeeper landlady pundit mp mep staffer commuter shopper retiree schoolgirl pupil
mogul contestant nominee mediator gp vet counsellor counselor trustee barman bartender rancher
lobbyist podcaster broadcaster publisher screenwriter painter astronomer surveyor hacker
president children staff clergy volunteers monitors minister chancellor secretary
senator congressman congresswoman representative
governor mayor ambassador general colonel captain commander chief admiral lieutenant sergeant
major judge justice attorney lawyer prosecutor spokesman spokeswoman spokesperson official officer
director chairman chairwoman chair chairperson executive manager founder co-founder owner head
leader deputy adviser advisor aide analyst expert economist historian professor lecturer researcher
scientist scholar fellow author writer journalist reporter editor correspondent columnist critic
activist campaigner organizer organiser coordinator candidate lawmaker legislator councillor
councilor commissioner inspector detective sheriff policeman policewoman constable doctor nurse
physician surgeon teacher student resident neighbor neighbour witness survivor victim father mother
son daughter brother sister husband wife widow friend colleague cousin uncle aunt boy girl man woman
person farmer worker driver pilot engineer designer artist singer actor actress filmmaker producer
coach player striker captain trainer king queen prince princess pope bishop archbishop cardinal imam
rabbi priest pastor reverend sheikh emir sultan premier envoy diplomat negotiator consultant
strategist pollster investor banker trader broker partner member veteran soldier fighter militant
insurgent defendant suspect plaintiff applicant tenant landlord shopkeeper vendor customer
passenger fisherman curator archivist librarian biologist chemist physicist geologist
epidemiologist virologist psychologist sociologist anthropologist ecologist climatologist
meteorologist hydrologist statistician mathematician philosopher theologian linguist
political_scientist principal dean provost superintendent administrator regulator auditor
treasurer vice-president whistleblower blogger entrepreneur developer architect planner ranger
volunteer respondent interviewee participant informant source speaker moderator host presenter
guide dealer collector gardener reviewer violinist pianist conductor electrician novelist poet
baker butcher brewer winemaker skipper master lad chap gentleman lady kid teenager pensioner
barber cook chef waiter waitress clerk midwife nun monk vicar curate deacon grandmother grandfather
grandson granddaughter mum dad mom nephew niece aunt stepfather stepmother schoolteacher
headteacher headmaster headmistress undergraduate graduate sophomore freshman apprentice butler
porter caretaker janitor warden usher steward barrister solicitor magistrate juror clergyman
churchwarden gravedigger shepherd crofter weaver plumber carpenter mason joiner roofer mechanic
postman milkman fireman firefighter paramedic lifeguard patient carer prisoner inmate refugee
migrant pilgrim visitor tourist passer-by bystander onlooker listener reader caller heckler
churchgoer parishioner voter landowner smallholder grower beekeeper miller tailor jeweller
dancer drummer guitarist composer sculptor photographer potter blacksmith sailor bosun
typist secretary-general counsel mathematician biographer sexton cobbler predecessor successor
winner loser champion runner-up midfielder defender goalkeeper winger batsman bowler batter pitcher
quarterback sprinter swimmer cyclist golfer boxer jockey skier athlete comedian rapper songwriter
musician influencer billionaire tycoon industrialist financier restaurateur hotelier florist
hairdresser decorator welder miner docker trucker courier cleaner labourer laborer foreman
supervisor technician programmer dentist pharmacist therapist psychiatrist veterinarian
stepbrother stepsister stepson stepdaughter fiancé fiancée fiance girlfriend boyfriend
ex-husband ex-wife godfather godmother twin toddler infant
grazier farrier orthopaedist physiotherapist osteopath shearer drover logger upholsterer plasterer
bricklayer stonemason scaffolder cabbie busker newsagent publican greengrocer chocolatier
seamstress luthier bassist trumpeter oboist signalman umpire centre-half centre-back
full-back fly-half scrum-half rower canoeist climber hurdler marathoner gymnast skater wrestler
shortstop linebacker agronomist deckhand bursar chaplain sacristan verger notary paralegal
backbencher parliamentarian accountant actuary undertaker pipefitter stevedore locksmith goldsmith
silversmith glassblower typesetter bookbinder illustrator animator ballerina juggler essayist
interpreter ghostwriter housewife babysitter nanny childminder caregiver dispatcher
widower octogenarian nonagenarian septuagenarian centenarian goatherd dairyman signwriter ferryman
handyman
opponent rival roommate flatmate classmate teammate housemate""".split()
#: "the mother-of-three", and their gender.
_PARENTS = {
    f"{noun}-of-{number}": gender
    for noun, gender in (
        ("mother", "f"), ("mum", "f"), ("mom", "f"), ("grandmother", "f"),
        ("father", "m"), ("dad", "m"), ("grandfather", "m"),
    )
    for number in "one two three four five six seven eight nine ten".split()
}  # fmt: skip
_GROUPS = """government ministry department agency office commission committee council court
parliament senate congress party group organization organisation company firm bank institute
university union association federation league club rovers united wanderers athletic albion
rangers team police army navy military force forces
coalition alliance authority board campaign center centre charity church city company ltd plc inc
llc corp consortium
corporation embassy foundation fund movement network newspaper magazine paper journal panel
regulator trust inspectorate watchdog directorate bureau secretariat tribunal treasury taskforce
observatory college academy hospital school society mission inquiry investigation review audit
assembly family weekly daily monthly quarterly assessment evaluation probe strategy
guidelines proposal draft
service state station studio administration cabinet opposition ngo think_tank
statement report study document letter memo note complaint lawsuit indictment ruling filing
survey press_release communiqué communique manifesto article editorial website blog post message
email charter constitution treaty resolution declaration text verdict judgment opinion brief
ministers officials officers analysts experts critics activists lawmakers prosecutors lawyers
diplomats investigators researchers scientists scholars authors economists historians residents
witnesses supporters opponents protesters campaigners colleagues friends neighbours neighbors
people others some many most both several sources authorities members leaders observers relatives
parents doctors teachers students workers farmers traders investors reporters journalists
commentators sceptics skeptics proponents advocates participants respondents interviewees users
fans reviewers auditors inspectors judges
airline broadcaster publisher retailer manufacturer insurer lender brewery
hospice diocese archdiocese synod supermarket startup start-up nonprofit non-profit
orchestra clinic legislature caucus constabulary shipyard utility quango palace
documents filings emails transcripts letters lawsuits studies surveys polls memos rulings papers
records""".split()
_SHEETS = """letter memo memorandum note message email sign banner placard poster leaflet circular
flyer caption label plaque inscription postcard telegram notice deed ledger guidance transcript
brochure catalogue inventory sticker affidavit clause act statute bill bylaw framework footnote
page tweet bulletin statement citation log audit postmortem entry editorial dossier whiteboard
fact_sheet obituary petition invitation advert advertisement prospectus pamphlet booklet handbook
manual slide epitaph tattoo subpoena ordinance webpage
noticeboard tombstone headstone"""
_TITLES = """mr mrs ms miss mx dr prof professor sir dame lord lady sen rep gov gen col lt maj capt
cmdr adm sgt cpl pvt rev fr hon mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. lt. maj. capt. cmdr.
adm. sgt. rev. hon. st. president minister prime foreign defense defence interior finance chancellor
secretary secretary-general undersecretary senator congressman congresswoman representative governor
mayor ambassador general colonel captain commander chief admiral lieutenant sergeant major brigadier
judge justice attorney lawyer prosecutor spokesman spokeswoman spokesperson director chairman
chairwoman chair executive officer ceo cfo coo cto mp mep msp pm vice deputy adviser advisor analyst
economist historian professor researcher scientist editor commissioner inspector detective sheriff
constable doctor nurse coach king queen prince princess crown pope bishop archbishop cardinal imam
rabbi priest father sister brother pastor reverend sheikh emir sultan premier envoy speaker former
ex-president ex-minister acting interim leader author superintendent treasurer councillor
councilman councilwoman alderman baroness baron count countess duke duchess saint ayatollah
founder co-founder partner principal dean provost special state assistant associate press
fellow retired democrat republican cr di dci dsi alhaji alhaja hajiya shri smt dato datuk engr canon
trooper marshal headman warden ranger solicitor barrister advocate assemblyman assemblywoman
taoiseach tánaiste headteacher registrar coroner skipper manager archdeacon deacon abbot abbess
cantor warrant bombardier gunner corporal private ensign commodore magistrate bailiff
postmaster harbourmaster stationmaster conductor foreman midwife cllr cllr. coun coun. supt supt.
insp insp. det det. rt revd
revd. msgr msgr. hon""".split()
_GIVEN_TITLES = "king queen prince princess pope saint sheikh sister father brother st. lord lady"


def _contracted(words: str, endings: str) -> str:
    """Words with the ends of auxiliaries, with either apostrophe: "she's", "we’ll"."""
    pairs = ((word, end) for word in words.split() for end in endings.split())
    return " ".join(f"{word}{sign}{end}" for word, end in pairs for sign in "'’")


def _negated(words: str) -> str:
    return " ".join(f"{word}n{sign}t" for word in words.split() for sign in "'’")


_ROWS: list[tuple[int, str]] = [
    *_verbs(c.SAY, _SAY),
    *_verbs(c.NAME, _NAME),
    *_verbs(c.ACT, _ACT),
    *_verbs(c.WEAK, _WEAK),
    (c.SAY, "let lets made makes signalled signaled counselled"),
    (c.SAY, "adamant insistent emphatic unequivocal scathing dismissive sceptical skeptical"),
    (c.WEAK, "marvelled"),
    (c.NAME | c.PARTICIPLE, "labeled"),
    (c.ACT, " ".join("pledged vowed promised urged warned demanded proposed hinted".split())),
    (c.NAME, "found finds considers considered"),
    (c.AUX, "has have had would will could can may might must shall should did does do 'd ’d 'll"),
    (c.AUX | c.BE, "is was are were be been being am got get gets becomes became"),
    (c.TO, "to"),
    (
        c.ADVERB,
        """also later then once recently repeatedly even never not now still first again ever
        already often always sometimes soon just only twice thus therefore further long famously
        simply rather almost so too n't instead nevertheless nonetheless however meanwhile
        yesterday today tomorrow tonight earlier separately privately publicly afterwards
        moreover furthermore likewise similarly previously initially finally eventually perhaps
        quite indeed otherwise hence seldom rarely maybe elsewhere everywhere nowhere altogether
        anyway overall far duly merely all themselves himself herself itself well yes up down out
        off away aside""",
    ),
    (c.DEFINITE, "the this these those"),
    (
        c.INDEFINITE,
        "a an one another two three four five six seven eight nine ten eleven"
        " twelve twenty thirty forty fifty sixty seventy eighty ninety"
        " dozens some many several other each every either neither any no most"
        " both few last next much little more most such",
    ),
    (c.POSSESSIVE, "his her its their my our your whose"),
    (c.PRONOUN, "he she they it"),
    (c.PRONOUN, _contracted("he she it", "s d ll") + " " + _contracted("they", "re ve d ll")),
    (c.PRONOUN | c.SELF, "i we you " + _contracted("i we you", "m re ve d ll")),
    (c.RELATIVE, _contracted("who that what", "s d ll")),
    (c.SUBORDINATE, _contracted("there here where how when why", "s d ll")),
    (c.AUX, _negated("ca wo do does did has have had would could might must should sha need")),
    (c.AUX | c.BE, _negated("is was are were ai")),
    (c.RELATIVE, "who which that whom what whoever whatever"),
    (c.INDEFINITE, "someone somebody"),
    (
        c.RELATIVE,
        "anyone anybody anything everyone everybody everything someone somebody something nobody"
        " nothing",
    ),
    (
        c.PREPOSITION,
        """of in on at by for from with about against during before after under over through
        between among without within into onto upon toward towards since until via despite per
        beside beneath underneath
        like near behind beyond amid amidst alongside following including regarding concerning
        outside inside across around throughout besides except above below versus""",
    ),
    (c.JOIN, "and but or yet nor"),
    (
        c.SUBORDINATE,
        """because when while if whether although though as since unless whereas where why how
        until once than because asked since unless whether though although there here""",
    ),
    (c.ROLE, " ".join(_ROLES)),
    (c.ROLE, " ".join(role + "s" for role in _ROLES if not role.endswith(("man", "woman", "ss")))),
    (c.GROUP, " ".join(_GROUPS)),
    (c.GROUP | c.SHEET, _SHEETS),
    (c.TITLE, " ".join(_TITLES)),
    (
        c.PARTICLE,
        """von van der den de del della di da du la le bin ibn al el abu ben ter ten zu zur af
        dos das e y wa""",
    ),
    (
        c.TIME,
        """monday tuesday wednesday thursday friday saturday sunday january february march april
        may june july august september october november december christmas easter ramadan
        jan. feb. apr. aug. sept. oct. nov. dec.""",
    ),
    (
        c.SPEECH,
        """words claim statement comment remark warning promise vow argument assertion contention
        verdict description observation question answer conclusion comments remarks insistence
        suggestion reply response message line phrase pledge accusation complaint admission
        declaration announcement tweet motto maxim dictum assessment view explanation call plea
        demand allegation characterization characterisation prediction judgment judgement opinion
        estimation telling sentence formulation wording boast jibe quip taunt retort lament rant
        outburst complaints objections criticisms accusations arguments confession threat
        ultimatum dictum diagnosis forecast prognosis contention""",
    ),
    (c.SOURCE, "according words per"),
    (
        c.WORK,
        """book novel article essay paper film movie song album poem play report documentary
        series episode chapter entitled titled column editorial story painting exhibition show
        podcast magazine newspaper headline headlined speech lecture blog study
        pamphlet monograph memoir autobiography biography opera musical track single slogan
        banner sign hashtag""",
    ),
    (c.SOCALLED, "so-called self-styled self-proclaimed purported nicknamed"),
]

ENGLISH = c.Cues(
    "en",
    c.table(_ROWS),
    frozenset(
        "the of and to in that is was for with on as by it from said are were has have which not"
        " an be at this but they his her who would about more their".split()
    ),
    {
        "he": "m", "she": "f", "they": "p", "it": "n", "mr": "m", "mr.": "m", "mrs": "f",
        "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "sir": "m", "dame": "f", "lord": "m",
        "lady": "f", "king": "m", "queen": "f", "prince": "m", "princess": "f",
        "spokesman": "m", "spokeswoman": "f", "chairman": "m", "chairwoman": "f", "father": "m",
        "mother": "f", "sister": "f", "brother": "m", "actress": "f", "congressman": "m",
        "congresswoman": "f", "husband": "m", "wife": "f", "widow": "f", "son": "m",
        "daughter": "f", "man": "m", "woman": "f", "pope": "m", "baroness": "f", "his": "m",
        "her": "f", "him": "m", "them": "p",
        **dict.fromkeys(
            """grandfather grandson uncle nephew dad stepfather boy lad chap gentleman landlord
            monk policeman fireman postman milkman clergyman fisherman headmaster schoolmaster
            duke count baron waiter steward widower businessman salesman""".split(), "m",
        ),
        **dict.fromkeys(
            """grandmother granddaughter aunt niece mum mom stepmother girl lady landlady nun
            policewoman headmistress duchess countess waitress heroine housewife
            businesswoman""".split(), "f",
        ),
        **dict.fromkeys("girlfriend ex-wife godmother stepsister stepdaughter".split(), "f"),
        **dict.fromkeys("boyfriend ex-husband godfather stepbrother stepson".split(), "m"),
        **_PARENTS,
        **{
            pronoun + sign + end: gender
            for pronoun, gender in (("he", "m"), ("she", "f"), ("it", "n"), ("they", "p"))
            for end in ("s", "d", "ll", "re", "ve")
            for sign in "'’"
        },
    },
    (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"),
     ("in", "the", "opinion", "of"), ("for",), ("per",)),
    {
        form: frozenset(words.split())
        for forms, words in (
            ("let lets", "slip known"),
            ("made makes", "clear plain known"),
            ("adamant insistent emphatic unequivocal", "that :"),
            ("scathing dismissive sceptical skeptical", "about of : that"),
        )
        for form in forms.split()
    },
)  # fmt: skip
#: Endings by which a noun names a person by trade or belief.
ROLE_SUFFIXES = (
    "ologist", "ographer", "ician", "woman", "women", "eer", "maker", "keeper", "worker",
    "smen", "emen", "rmen", "dmen", "tmen", "kmen", "gmen", "holder", "owner", "seller",
    "preacher", "teacher", "leader", "builder", "dweller", "goer",
    "sman", "eman", "rman", "dman", "tman", "kman", "gman", "master",
    "wright", "monger", "naut", "trix", "nist", "tist", "list", "rist", "vist", "cist",
)  # fmt: skip
#: Past tenses and participles that have no ending; strong verbs and their like.
STRONG = frozenset(
    """arose bade became began bent bit blew bore bought broke brought built burst came caught
    chose clung crept cut dealt drank drew drove ate fed fell felt fought flew fled flung forbade
    forgot forgave froze gave given went grew grown had held hid hit hung hurt kept knelt knew
    known laid led leapt leant left lent let lit lost made meant met paid put quit ran rang rode
    rose said sang sank sat saw seen sent set shook shone shot shown shut slept slid slung sought
    sold spat sped spent spoke sprang spun stood stole struck stuck stung strode strove swam swept
    swore swung taken taught thought threw thrown told took tore understood upheld wept withdrew
    withheld woke won wore wound written wrote""".split()
)
#: Titles that stay with a single name: "Pope Francis".
KEPT_TITLES = frozenset(_GIVEN_TITLES.split())
#: After an article no title but a part of a body's name: "the General Staff".
STAFF = frozenset("general major private chief".split())
#: Papers that are called what somebody may be: "The Economist called it …".
PAPERS = frozenset("economist guardian spectator observer independent".split())
