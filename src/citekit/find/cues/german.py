"""German words around quoted speech."""

from __future__ import annotations

from citekit.find.cues import bits as c

#: Weak verbs by their stem; an underscore parts a separable prefix.
_SAY = """sag titel erklär meint_x beton unterstreich_x ergänz warn forder beklag kritisier
kommentier
berichte antworte erwider entgegne bemerk folger frag versicher prognostizier argumentier
bestätig dementier mahn erläuter erinner twitter poste verkünde formulier urteil begründe definier
spekulier monier schilder erzähl bekräftig konstatier prophezei vermute behaupte äußer
hoff glaub füg kündig räum stell teil pflicht analysier resümier bilanzier rechtfertig plädier
appellier scherz witzel spotte jammer stammel raun murmel flüster notier bekunde bedauer
schwärm schimpf empör mein verteidig führ setz verlang versprech_x signalisier lob
zitier ereifer begrüß würdig beton konter zürn wetter polter klag beschwichtig mutmaß referier
fleh stöhn sinnier
bezweifel fürchte befürchte melde präzisier attestier bescheinig gesteh_x
orakel ätz frotzel unk motz mecker murr knurr maul keif brüll hauch prahl tön posaun fabulier
philosophier räsonier stichel insistier beharr gelob diagnostizier protestier vermelde jubel
frohlock garantier mutmaß grummel raunz kalauer frömmel hüstel lamentier jubilier parier resignier
triumphier dozier deklamier rezitier proklamier postulier suggerier signalisier"""
_NAME = """nenn_x werte interpretier bezeichne titulier bewerte charakterisier verurteil
brandmark bewert einstuf_x geißel verspotte feier rühm verunglimpf beschimpf"""
_ACT = """droh verteidig rüg lob begrüß forder wünsch beschwör kritisier bemängel
wehr entschuldig staun gratulier ermahn verwahr
würdig beschuldig bezichtig attackier poch dräng reagier vermiss erwarte dank beanstande tadel
honorier unterstell bestreite beurteil"""
_IRREGULAR: list[tuple[int, str]] = [
    (c.SAY, "schreibt schreiben schrieb schrieben spricht sprechen sprach sprachen"),
    (c.SAY, "rief riefen ruft rufen verspricht versprach versprachen gesteht gestand gestanden"),
    (c.SAY, "weiß wusste findet fand fanden denkt dachte dachten unterstreicht unterstrich"),
    (c.SAY, "unterstrichen verweist verwies verwiesen widerspricht widersprach widersprachen"),
    (c.SAY, "bittet bat baten rät riet rieten befindet befand sieht sah sahen schreit schrie"),
    (c.SAY | c.PARTICIPLE, "empfohlen geschrieben gesprochen gerufen versprochen verwiesen"),
    (c.SAY | c.PARTICIPLE, "hinzugefügt angekündigt eingeräumt mitgeteilt klargestellt"),
    (c.SAY | c.PARTICIPLE, "festgestellt hingewiesen hervorgehoben beigepflichtet zugegeben"),
    (c.SAY, "empfiehlt empfahl empfahlen verrät verriet verrieten bekennt bekannte bekannten"),
    (c.SAY, "mitteilte mitteilt mitteilten hinzufügte hinzufügt ankündigte ankündigt einräumte"),
    (c.SAY, "einräumt feststellte feststellt klarstellte hinwies hervorhob hervorhebt angab zugab"),
    (c.SAY, "bekanntgab ausführte ausführt wandte wandten einwandte anmerkte anmerkt"),
    (c.SAY | c.PARTICIPLE, "eingewandt eingewendet entgegengehalten widersprochen dargelegt"),
    (c.SAY | c.PARTICIPLE, "angemerkt nahegelegt ausgerufen bekanntgegeben_x vorgeschlagen"),
    (c.SAY | c.PARTICIPLE, "bekanntgegeben angegeben zurückgewiesen vorgeworfen ausgeführt"),
    (c.NAME, "nennt nennen nannte nannten sieht_x hält halten hielt hielten weist wies wiesen"),
    (c.NAME | c.PARTICIPLE, "genannt abgetan eingestuft gebrandmarkt bezeichnet kritisiert"),
    (c.NAME | c.PARTICIPLE, "genannte genannten genannter genanntes"),
    (c.NAME, "fühlt fühlte fühlen fühlten beschreibt beschrieb beschreiben beschrieben"),
    (c.NAME, "empfindet empfand empfinden empfanden begreift begriff begreifen begriffen"),
    (c.NAME, "lehnt lehnte lehnten stuft stufte tut tat sah sehen betrachtet betrachtete"),
    (c.ACT, "wirft werfen warf warfen gibt gab gaben geben lässt ließ ließen macht machte machten"),
    (c.ACT, "nimmt nahm nahmen hebt hob hoben zeigt zeigte zeigten legt legte trat tritt"),
    (c.ACT, "beruft berief berufen pries preist priesen bestritt bestritten wittert witterte"),
    (c.ACT, "ordnet ordnete prangert prangerte sichert sicherte umschreibt"),
    (c.ACT, "umschrieb erhofft erhoffte verglich vergleicht freut freute freuten"),
    (c.ACT, "träumt träumte träumten versteht verstehen verstand verstanden"),
    (c.ACT, "verlor verbat sprach spricht redet redete schwor schwört beschwor"),
    (c.WEAK, "fährt fuhr lacht lachte lächelt lächelte grinst grinste schließt schloss schlug"),
    (c.WEAK, "seufzt seufzte nickt nickte beginnt begann setzt setzte brummt brummte"),
    (c.SAY, "heißt hieß heisst hiess"),
    (c.SAY, "zuruft zurief vorwirft vorwarf vorhält vorhielt anfügt anfügte einwirft einwarf"),
    (c.SAY, "nachschiebt nachschob ausruft ausrief entgegenhält entgegenhielt zugibt beipflichtet"),
    (c.SAY | c.PARTICIPLE, "zugerufen vorgehalten eingeworfen nachgeschoben angefügt"),
]  # fmt: skip
_PARTNERS = {
    "gibt gab gaben geben": "bekannt zu an bedenken protokoll",
    "freut freute freuten": "sich",
    "versteht verstehen verstand verstanden": "unter darunter",
    "teilt teilte teilten": "mit",
    "stellt stellte stellten": "fest klar",
    "weist wies wiesen": "zurück hin darauf",
    "legt legte": "nach dar",
    "hebt hob hoben": "hervor",
    "setzt setzte": "hinzu nach",
    "lässt ließ ließen": "wissen verlauten ausrichten mitteilen erklären",
    "macht machte machten": "klar deutlich geltend",
    "nimmt nahm nahmen": "stellung",
    "hält halten hielt hielten": "entgegen fest für dagegen vor",
    "wirft werfen warf warfen": "vor ein",
    "fährt fuhr": "fort",
    "tut tat": "ab",
    "führt führte führten": "aus an",
    "zeigt zeigte zeigten": "sich dass",
    "schließt schloss": "daraus ab",
    "schlug": "vor",
    "sieht sah sahen sehen": "als ein eine einen darin in im",
    "fühlt fühlte fühlen fühlten": "sich",
    "fügt fügte fügten": "hinzu an",
    "räumt räumte räumten": "ein",
    "kündigt kündigte kündigten": "an",
    "pflichtet pflichtete": "bei",
    "beruft berief berufen": "sich",
    "pocht pochte pochten pochen drängt drängte drängten drängen": "auf",
    "reagiert reagierte reagierten reagieren": "mit",
    "ordnet ordnete": "ein als",
    "prangert prangerte": "an",
    "sichert sicherte": "zu",
    "lehnt lehnte lehnten": "als ab",
    "stuft stufte": "als ein",
    "wandte wandten": "ein dagegen",
    "trat tritt": "entgegen",
    "heißt hieß heisst hiess": "es",
    "findet fand fanden": "das es die den",
}


def _weak(bits: int, stems: str) -> list[tuple[int, str]]:
    rows = []
    separated = {form for forms in _PARTNERS for form in forms.split()}
    for stem in stems.split():
        if stem.endswith("_x"):
            continue
        e = "" if stem.endswith("e") else "e" if stem.endswith(("t", "d", "ffn", "chn")) else ""
        base = stem + e
        plural = base if base.endswith("e") else stem + ("" if stem[-2:] in ("er", "el") else "e")
        rows.append((bits, f"{base}t {base}te {base}ten {plural}n"))
        prefixed = stem.startswith(("er", "be", "ver", "ent", "ge", "miss", "widerleg"))
        prefixed = prefixed or stem.endswith("ier")
        if f"{base}t" in separated:
            continue  # its participle has the prefix: "hinzugefügt"
        rows.append((bits | c.PARTICIPLE, f"{base}t" if prefixed else f"ge{base}t"))
    return rows


_ROLES = """präsident kanzler minister sprecher chef leiter direktor politiker vorsitzende
vorsitzender experte forscher wissenschaftler professor historiker ökonom soziologe politologe
psychologe physiker biologe chemiker mediziner arzt anwalt rechtsanwalt staatsanwalt richter
kommissar polizist general offizier soldat bürgermeister landrat rat stadtrat gemeinderat
abgeordnete abgeordneter senator botschafter diplomat sekretär staatssekretär generalsekretär
geschäftsführer vorstand gründer mitgründer inhaber unternehmer manager berater beauftragte
beauftragter vertreter mitglied kandidat autor schriftsteller journalist redakteur reporter
korrespondent kritiker aktivist trainer spieler kapitän künstler regisseur schauspieler sänger
architekt ingenieur lehrer schüler student rektor dekan präses bischof pfarrer papst kardinal
zeuge anwohner nachbar besucher bauer landwirt förster händler verkäufer kunde gast wirt
mitarbeiter kollege kollegin freund freundin mutter vater sohn tochter bruder schwester ehemann
ehefrau mann frau herr opfer augenzeuge beamte beamter ermittler analyst fraktionschef
regierungschef ministerpräsident könig königin prinz prinzessin graf kläger angeklagte angeklagter
verteidiger gutachter meteorologe klimaforscher geologe archäologe kurator intendant dirigent
komponist verleger lektor philosoph theologe linguist germanist jurist ehrenamtliche vize
betriebsrat gewerkschafter funktionär obmann ärztin anwältin bäuerin rätin stadträtin
landwirtin köchin wirtin abgeordneten beauftragten vorsitzenden winzer bäcker imker
stellvertreter dezernent dezernentin biologin klägerin förster koordinator betreiber
sachverständige sachverständiger laborleiter nachfolger vorgänger doktorand rentner lagerist kundin
hausmeister gesellin geselle lehrling konfirmand delegierter delegierte schäfer schützin kämmerer
küster pastor priester kaplan mönch nonne hebamme krankenschwester pfleger kellner kassierer
fahrer busfahrer trainerin kapitänin melker oma opa großmutter großvater onkel tante neffe nichte
cousin cousine schwager schwägerin enkel enkelin schwiegermutter schwiegervater passant
zuschauer zuhörer hörer leser besitzer eigentümer mieter pächter gegenspieler wortführer
sieger coach angreifer stürmer torhüter torschütze angestellte angestellter verurteilte
verurteilter gymnasiast obmann amtsleiter dozent tutor assistent azubi praktikant rentnerin
bewohner witwe witwer führer gegner favorit redner teilnehmer anhänger organisator moderator
archivar bibliothekar restaurator mesner pensionär lokführer matrose dachdecker schornsteinfeger
kellermeister sommelier gastronom hotelier apotheker fotograf kameramann dramaturg choreograf
musiker pianist organist bildhauer notar sanitäter psychiater internist seelsorger geistliche
geistlicher diakon vikar hirte hirtin sozialarbeiter schulleiter leutnant feldwebel unteroffizier
reservist veteran wachtmeister bewährungshelfer nebenkläger strafverteidiger ankläger prokurist
vorarbeiter spediteur tankwart fabrikant kauffrau geschäftsmann geschäftsfrau mäzen galerist
antiquar programmierer informatiker ruheständler
zahnarzt tierarzt hausarzt chefarzt oberarzt notarzt kinderarzt zahnärztin tierärztin hausärztin
chefärztin oberärztin kinderärztin notärztin"""
_GROUPS = """regierung ministerium partei fraktion behörde polizei staatsanwaltschaft gericht
verband
verein gmbh ag
gewerkschaft unternehmen konzern firma bank institut universität hochschule kommission
kammer ausschuss parlament bundestag bundesrat senat kabinett armee bundeswehr miliz gruppe
organisation stiftung kirche zeitung magazin blatt sender agentur nachrichtenagentur redaktion
mitteilung erklärung bericht studie papier brief schreiben stellungnahme gutachten urteil
antrag pressemitteilung behörden experten kritiker forscher anwohner zeugen ermittler beamte
politiker wissenschaftler mediziner ärzte vertreter gewerkschaften verbände kreise sprecher
beobachter nachbarn teilnehmer besucher eltern lehrer amt bundesamt landesamt stadt gemeinde
land opposition koalition staat rathaus zentrale leitung direktion initiative bündnis netzwerk
klinik afd eu
krankenhaus aktivisten juristen ökonomen historiker analysten bauern landwirte studierende
resolution vertrag verfassung gesetz manifest rundschreiben leitartikel einladung
autoren autorinnen initiatoren demonstranten demonstrierenden aktivistinnen forscherinnen
wissenschaftlerinnen beschäftigte beschäftigten fachleute
verteidigung anklage nebenklage klub pfarrei diözese synode fakultät rundfunk sparkasse
geschäftsführung intendanz lehrkräfte wetterdienst rettungsdienst nachrichtendienst
verfassungsschutz
umfrage rezension vorwort nachwort weißbuch strategiepapier leitlinie""".split()
_SHEETS = """zettel schild pappschild transparent banner plakat aufkleber flugblatt protokoll tafel
inschrift satzung vermerk bescheid brief schreiben rundschreiben richtlinie leitlinien aushang
hausordnung mail telegramm grabstein anzeige anklageschrift gutachten etikett urkunde plan
e-mail nachricht sms absage zusage kündigung eintrag formular notiz broschüre merkblatt handzettel
schriftzug beschlussvorlage vorlage inventar plakaten schildern zetteln bannern plakate schilder
banderole aufschrift grußkarte postkarte karte spickzettel transparenten flugblättern pappschildern
spruchband"""
#: Adverbs made of "da", "wo" or "hier" and a preposition.
_PRONOMINAL = " ".join(
    lead + ("r" if lead != "hier" and tail[0] in "aeiouü" else "") + tail
    for lead in ("da", "wo", "hier")
    for tail in "an auf aus bei durch für gegen in mit nach neben über um unter von vor zu".split()
)
_TITLES = """herr frau dr dr. prof prof. professor professorin med. rer. nat. phil. jur. h.c. dipl.
us ex alt vize sir lord papst könig königin prinz prinzessin graf gräfin freiherr kardinal
bundespräsident doktor"""

_ROWS: list[tuple[int, str]] = [
    *_weak(c.SAY, _SAY),
    *_weak(c.NAME, _NAME),
    *_weak(c.ACT, _ACT),
    *_IRREGULAR,
    (c.SAY, "meint meinte meinten meinen erzählt äußert äußerte äußerten zitiert"),
    (
        c.AUX,
        """hat habe haben hatte hatten hätte hätten will wollte wolle kann konnte könne muss musste
        müsse soll sollte solle darf durfte dürfe möchte würde würden könnte könnten müsste müssten
        dürfte dürften sollten wollten konnten mussten""",
    ),
    (c.AUX | c.BE, "ist sei sind seien war waren wird werde werden wurde wurden worden"),
    (c.TO, "zu um"),
    (
        c.ADVERB,
        """auch später dann einmal kürzlich wiederholt sogar nie nicht noch wieder bereits schon
        immer oft heute gestern morgen zuvor zudem außerdem jedoch allerdings weiter zugleich
        dagegen dabei dazu daraufhin anschließend schließlich zunächst zuletzt jüngst öffentlich
        ausdrücklich deshalb daher damals dort hier nun jetzt so etwa nur eher ebenfalls erneut
        drinnen draußen draussen drüben oben unten daheim
        offen selbst unterdessen derweil indes hingegen darüber damit demnach danach davor
        früher ähnlich anders trotzdem immerhin inzwischen mittlerweile kaum abends morgens
        mittags nachmittags vormittags nachdrücklich scharf deutlich knapp kurz
        trocken einst spätestens frühestens mindestens höchstens wörtlich
        bisher bislang seither seitdem derzeit vorerst zumindest jedenfalls übrigens freilich
        ohnehin
        ebenso genauso
        gleichwohl dennoch vielmehr lange längst bald meist manchmal häufig gern gerne
        vielleicht offenbar angeblich insgesamt besonders
        einzig lediglich bloß anfang mitte ende
        überhaupt ausgerechnet erst zuerst vor_allem gar wohl etwas leise laut nein ja doch
        direkt indirekt konkret explizit implizit vehement dezent nebenbei prompt postwendend
        verhalten milde sanft kühl salopp lapidar süffisant galant brüsk barsch schroff forsch
        vage präzise eloquent elegant polemisch bewusst spontan intern extern separat zweimal
        dreimal viermal diesmal genauer präziser schärfer deutlicher klarer konkreter milder
        drastischer härter schlimmer wichtiger ferner weiters nochmals abermals neuerlich
        parallel stattdessen""",
    ),
    (c.ADVERB, _PRONOMINAL),
    (c.CLITIC, "sich es ihm ihn ihr ihnen uns mir mich dir dich dem das"),
    (c.DEFINITE, "der die das den dem des dieser diese dieses diesen diesem jener jene"),
    (
        c.INDEFINITE,
        """ein eine einen einem einer eines kein keine mehrere viele einige manche alle beide zwei
        drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig
        siebzig achtzig neunzig hundert tausend dutzende zahlreiche
        andere niemand jemand""",
    ),
    (
        c.POSSESSIVE,
        """sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere
        unseres mein meine meines
        deren dessen""",
    ),
    (c.PRONOUN, "er sie"),
    (c.PRONOUN | c.SELF, "ich wir man du"),
    (c.RELATIVE, "welcher welche welches wer was woher wohin jeder jede jedermann alles nichts"),
    (
        c.PREPOSITION,
        """in im an am auf bei beim von vom zu zum zur mit nach für gegen über unter vor hinter
        neben zwischen aus durch ohne um wegen während seit bis gegenüber trotz laut gemäß ab
        angesichts mithilfe anlässlich bezüglich hinsichtlich innerhalb außerhalb ins ans aufs
        statt per pro gemäss seitens""",
    ),
    (c.JOIN, "und aber oder doch denn sondern"),
    (
        c.SUBORDINATE,
        """wie dass weil wenn als ob nachdem während obwohl bevor damit sodass indem falls solange
        sobald da warum wo weshalb worauf woraufhin""",
    ),
    (c.ROLE, _ROLES),
    (c.ROLE, " ".join(role + "in" for role in _ROLES.split() if role[-1] in "rntf")),
    (c.ROLE, " ".join(role + "n" for role in _ROLES.split() if role.endswith("er"))),
    (c.ROLE, " ".join(role + "s" for role in _ROLES.split() if role.endswith(("er", "or")))),
    (c.GROUP, " ".join(_GROUPS)),
    (c.ROLE, "männer frauen leute kinder jugendliche mütter väter männern frauen leuten"),
    (c.GROUP | c.SHEET, _SHEETS),
    (c.TITLE, _TITLES),
    (c.PARTICLE, "von van der den de del della di da du la le bin ibn al el abu zu zur af"),
    (
        c.TIME,
        """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar
        märz april mai juni juli august september oktober november dezember ostern weihnachten
        montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend
        sonntagabend morgen abend nachmittag vormittag mittag woche jahr""",
    ),
    (
        c.SPEECH,
        """worte worten aussage behauptung erklärung kommentar warnung versprechen vorwurf these
        argument sätze
        frage antwort fazit urteil hinweis bemerkung satz motto forderung einschätzung mahnung
        ankündigung eingeständnis begründung reaktion rede meinung ansicht auffassung deutung replik
        diagnose prognose rat empfehlung bitte appell befund bilanz kritik widerspruch zustimmung
        zuspruch diktum ausspruch bonmot verdikt spruch vermutung beteuerung zusicherung bedenken
        zweifel überzeugung bekunden""",
    ),
    (c.SOURCE, "laut nach so aus zufolge gemäß gemäss für geht augen sicht"),
    (
        c.WORK,
        """buch roman artikel aufsatz essay film lied album gedicht stück theaterstück bericht
        dokumentation serie folge kapitel titel titels kolumne erzählung gemälde ausstellung
        podcast magazin zeitung zeitschrift schlagzeile vortrag rede studie schrift song
        werk band bandes tageszeitung wochenzeitung reihe projekt sendung oper buches romans films
        buchs filmes musical hashtag transparent slogan initiative programm""",
    ),
    (c.SOCALLED, "sogenannte sogenannten sogenannter sogenanntes angebliche angeblichen"
     " vermeintliche vermeintlichen selbsternannte selbsternannten"),
]  # fmt: skip

GERMAN = c.Cues(
    "de",
    c.table(_ROWS),
    frozenset(
        "der die das und ist nicht den von mit dem des ein eine im auf für sich als auch dass wird"
        " zu sie er hat bei wie noch nach aus einer um am sind wurde haben zum zur über"
        " einem einen kein keine ich wir man sei werden oder aber wer ihr ihre seine war".split()
    ),
    {
        "er": "m", "sie": "fp", "herr": "m", "frau": "f", "könig": "m", "königin": "f",
        "papst": "m", "prinz": "m", "prinzessin": "f", "mann": "m", "mutter": "f", "vater": "m",
        "tochter": "f", "sohn": "m", "schwester": "f", "bruder": "m", "kollegin": "f",
        "ihm": "m", "ihr": "f", "ihnen": "p", "ihn": "m",
    },
    (("laut",), ("nach", "angaben", "von"), ("nach", "angaben"), ("nach", "ansicht", "von"),
     ("nach", "ansicht"), ("nach", "auskunft", "von"), ("nach", "auskunft"),
     ("nach", "meinung", "von"), ("nach", "meinung"), ("nach", "auffassung",
     "von"), ("nach", "auffassung"), ("nach", "worten", "von"), ("nach", "den", "worten", "von"),
     ("nach", "den", "worten"), ("nach", "worten"), ("nach", "einschätzung", "von"),
     ("nach", "einschätzung"), ("nach", "darstellung", "von"), ("nach", "darstellung"),
     ("aus", "sicht", "von"), ("aus", "sicht"), ("geht", "es", "nach"), ("wenn", "es", "nach"),
     ("in", "den", "worten", "von"),
     ("in", "den", "worten"), ("in", "den", "augen", "von"), ("in", "den", "augen"),
     ("nach", "überzeugung", "von"), ("nach", "überzeugung"), ("nach", "aussage", "von"),
     ("nach", "aussage"), ("nach", "aussagen", "von"), ("nach", "aussagen"),
     ("nach", "lesart", "von"), ("nach", "lesart"), ("so",), ("gemäß",), ("gemäss",), ("für",)),
    {
        form: frozenset(words.split())
        for forms, words in _PARTNERS.items()
        for form in forms.split()
    },
)  # fmt: skip
#: Role nouns in which surnames end too ("Ostermann", "Neubauer").
SHORT_ROLES = tuple(
    """mann frau herr sohn gast wirt graf bauer rat könig prinz vater mutter bruder vize kunde
    freund opfer arzt papst richter förster schüler bäcker lehrer jurist general gräfin winzer
    imker händler zeuge nachbar kapitän oma opa onkel tante neffe nichte enkel cousin cousine
    schäfer küster kaplan priester pastor mönch nonne pächter tutor leser hörer mieter fahrer
    melker schwager geselle""".split()
)
#: Words for offices and trades that are common family names.
SURNAMES = frozenset(
    """schäfer richter förster küster bauer graf könig prinz winzer schüler bäcker pastor meister
    kaiser vogt koch fischer jäger""".split()
)
#: Endings by which a noun names a person by office or trade, longest first.
ROLE_ENDINGS = tuple(
    sorted(
        {role for role in _ROLES.split() if role not in SHORT_ROLES}
        | {role + "in" for role in _ROLES.split() if role not in SHORT_ROLES},
        key=len,
        reverse=True,
    )
)
#: Endings of feminine nouns, whose article "der" is a dative or genitive.
FEMININE_ENDINGS = ("ung", "heit", "keit", "schaft", "ion", "tät", "zeitung", "agentur", "presse",
    "partei", "polizei", "behörde", "gruppe", "bank", "kirche", "stelle", "firma", "kammer",
    "stadt", "woche", "studie", "klinik", "in",
    *"""klage frage aussage lage akte rede schule kasse gemeinde seite justiz branche industrie
    initiative allianz jury chronik kritik szene familie akademie zentrale anstalt wehr bahn armee
    liste analyse these hilfe debatte mehrheit union""".split())  # fmt: skip
#: Forms of the subjunctive in which German reports speech (Konjunktiv I).
REPORTED = frozenset(
    """sei seien habe werde könne müsse wolle solle dürfe gebe gehe komme stehe bleibe lasse mache
    brauche wisse finde nehme sehe halte bringe liege führe zeige gelte fehle drohe sage wäre hätten
    bräuchten kämen gäben stünden fänden nähmen sähen lägen könnten müssten würden würde""".split()
)
#: The same of verbs with a stem in "-t", which look like a past tense else.
STEMS_IN_T = frozenset(
    """arbeite erarbeite erwarte warte leiste achte beachte betrachte berichte verzichte verpflichte
    fürchte befürchte biete verbiete trete vertrete rate berate verrate gestalte verwalte erhalte
    enthalte behalte verhalte verbreite streite bestreite schreite überschreite beantworte bedeute
    bereite koste teste beobachte
    richte errichte unterrichte verachte vernichte miete vermiete hüte deute vermute blute schalte
    verhafte hafte trachte übernachte starte belaste verwüste rüste betrete rette begleite leite
    taste""".split()
)
#: Endings of nouns of trades that are no word of their own.
TRADES = tuple(
    """ologe ologin iker ikerin istin antin entin eurin atorin graf grafin nist tist zist krat
    kratin
    alist arist orist ivist urist byist omist onstrant brikant ferant kulant formant migrant
    protestant ferent duzent pondent udent zipient klient patient isator erator nitiator
    ommentator illustrator inspektor investor mentor auditor teur nieur sseur ftler rechtler
    sportler künstler werker wohner züchter schützer besetzer retter helfer nehmer geber gänger
    emacher betreuer begleiter vermittler kämpfer läufer rufer schreiber denker dichter aufseher
    sammler befürworter unterstützer prediger beobachter wächter prüfer blogger designer planer
    gestalter schaffner lotse lotsin chirurg chirurgin therapeut therapeutin pädagoge
    pädagogin erzieher reeder pendler camper urlauber weltmeister bademeister braumeister
    ermeister installateur berin derin ferin gerin herin kerin lerin
    merin nerin perin rerin serin terin uerin zerin ßerin""".split()
)
#: German: endings of nouns of what words are written on.
SHEET_ENDINGS = (
    "brief", "schreiben", "zettel", "schild", "plakat", "protokoll", "vermerk", "bescheid",
    "ordnung", "satzung", "inschrift", "tafel", "gutachten", "banner",
)  # fmt: skip
#: German: endings of nouns of bodies and of what they put out.
GROUP_ENDINGS = (
    *SHEET_ENDINGS,
    "ministerium", "behörde", "polizei", "regierung", "verband", "partei", "fraktion", "institut",
    "universität", "gericht", "anwaltschaft", "zeitung", "agentur", "konzern", "amt", "kammer",
    "bund", "kreis", "werke", "rat",
    "bericht", "studie", "mitteilung", "entwurf",
    "hersteller", "anbieter", "versorger", "dienstleister", "veranstalter",
    "gewerkschaft", "verein", "kommission", "bank", "unternehmen", "gesellschaft", "stiftung",
    *"""bündnis initiative netzwerk klinik krankenhaus klinikum akademie ausschuss parlament
    kanzlei rechnungshof gerichtshof organisation allianz feuerwehr präsidium direktion redaktion
    bistum genossenschaft krankenkasse versicherer landtag gruppe zentrale verwaltung
    schulleitung klinikleitung einsatzleitung hochschule kirche senat vorstand union büro
    vereinigung betrieb jury komitee
    ministeriums verbands verbandes instituts gerichts gerichtes konzerns amtes vereins
    unternehmens bündnisses krankenhauses senats parlaments vorstands betriebs komitees""".split(),
)  # fmt: skip
