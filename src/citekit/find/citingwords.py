"""The words with which English, German and French prose cites.

Lists of the languages' own words, no names.  Everything is in the form of
:func:`citekit.find.worktitles.plain`: lower case, straight quotes.
"""

from __future__ import annotations

#: Articles that open a title and that a text may leave out.
ARTICLES = frozenset("the a an der die das ein eine le la les l un une el los las il".split())
#: Of a language that has capitals in all nouns.
NOUN_ARTICLES = frozenset("der die das ein eine".split())

#: Words that may open a sentence in a capital and are no name; none of them says what a
#: title is about.
FUNCTION_WORDS = frozenset(
    """a about above after again against all also although among an and another any are as at
    be because been before being below between beyond both but by can could did do does during
    each either even every few first for former from further had has have he her here hers him
    his how however i if in indeed instead into is it its just later latter like many may more
    most much my neither never no nor not now of off on once one only or other our out over own
    per perhaps rather recent recently same second see she should similarly since so some still
    such than that the their them then there therefore these they third this those though through
    thus to too toward towards two under unlike until up upon us very was we were what when where
    whereas whether which while who whom whose why will with within without would yet you your
    according both cf compare consider given following despite hence consequently moreover
    meanwhile nevertheless nonetheless finally today yesterday earlier

    aber alle allem allen aller alles als also am an andere anders auch auf aus bei beim bereits
    bis da dabei dafür daher damit dann daran das dass dem den denn der deren des dessen die dies
    diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er erst es
    etwa für gegen hat hatte hier hingegen ihm ihn ihr ihre ihrem ihren ihrer im in indem ist
    jedoch kann laut mit nach nicht noch nun nur ob obwohl oder ohne schon sein seine seinem
    seinen seiner seit sich sie sind so sogar somit sondern sonst sowie sowohl später trotz über
    um und unter vgl siehe vom von vor während war waren was weil wenn wer werden wie wird wo zu
    zufolge zum zur zwar zwischen schließlich

    afin ainsi alors après au aucun aussi autre aux avant avec car ce cela celle celui ces cet
    cette ceux chaque chez chez comme contre d dans de depuis des donc dont du elle elles en
    encore enfin entre est et il ils je l la là le les leur leurs lorsque lui ma mais malgré
    même mon ne non nos notre nous on or ou où par parce pas pendant plus pour pourquoi puis
    puisque qu quand que quel quelle qui sa sans se selon ses si son sont sous suivant sur tandis
    tant tel telle tout toute toutefois toutes tous très un une vers voici vous y d'après l'
    enfin pourtant cependant néanmoins""".split()
)

#: Before a surname: says that a scholar or writer follows, or nothing.
ROLES = frozenset(
    """professor prof dr mr mrs ms miss sir dame lord author scholar scholars historian
    philosopher sociologist economist political scientist theorist strategist anthropologist
    psychologist geographer linguist critic journalist writer essayist novelist poet thinker
    researcher academic analyst jurist economists historians sociologists theorists philosophers
    physicist biologist mathematician statistician psychoanalyst theologian ethnographer
    criminologist demographer archaeologist feminist marxist realist
    historiker historikerin philosoph philosophin soziologe soziologin ökonom ökonomin
    politologe politologin politikwissenschaftler politikwissenschaftlerin theoretiker
    theoretikerin stratege autor autorin forscher forscherin wissenschaftler wissenschaftlerin
    professorin herr frau anthropologe anthropologin psychologe psychologin publizist publizistin
    schriftsteller schriftstellerin jurist juristin kulturwissenschaftler literaturwissenschaftler
    psychoanalytiker psychoanalytikerin theologe theologin ethnograph literaturwissenschaftlerin
    politikwissenschaftlerin kulturwissenschaftlerin medienwissenschaftler medienwissenschaftlerin
    geograph geographin ethnologe ethnologin völkerrechtler staatsrechtler rechtshistoriker
    wirtschaftshistoriker sprachwissenschaftler
    historien historienne philosophe sociologue économiste politologue politiste théoricien
    théoricienne stratège auteur auteure autrice chercheur chercheuse anthropologue psychologue
    psychanalyste théologien théologienne démographe archéologue critique économistes sociologues
    essayiste écrivain écrivaine juriste géographe ethnologue linguiste professeur professeure
    m mm mme monsieur madame""".split()
)

#: Roles that say somebody is a scholar: :data:`ROLES` without courtesies.
SCHOLARS = ROLES - frozenset(
    """mr mrs ms miss sir dame lord herr frau m mm mme monsieur madame dr prof professor
    feminist marxist realist author autor autorin auteur auteure autrice analyst journalist
    writer scientist political critic poet novelist schriftsteller schriftstellerin écrivain
    écrivaine academic researcher jurist jurists""".split()
)

#: Before a surname: somebody who holds office, not the author of a book.
OFFICES = frozenset(
    """president senator sen congressman congresswoman representative rep governor gov mayor
    minister secretary chancellor premier king queen prince princess pope general gen colonel col
    major captain capt lieutenant lt sergeant sgt admiral judge justice sheriff detective officer
    coach manager striker goalkeeper midfielder defender ambassador spokesman spokeswoman
    spokesperson commissioner chairman chairwoman councillor attorney inspector constable pastor
    reverend rev bishop cardinal archbishop actor actress singer driver
    präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin ministerin
    außenminister außenministerin innenminister finanzminister verteidigungsminister
    oberbürgermeister bürgermeister bürgermeisterin senatorin abgeordneter abgeordnete sprecher
    sprecherin richter richterin trainer trainerin stürmer torwart bischof papst könig königin
    schauspieler schauspielerin sänger sängerin kommissar oberst hauptmann firma
    président présidente sénateur sénatrice député députée maire ministre juge général capitaine
    colonel entraîneur gardien attaquant évêque pape roi reine acteur actrice chanteur chanteuse
    commissaire préfet préfète""".split()
)

#: After a surname: the whole is a place, a firm, a building.
PLACES = frozenset(
    """street road avenue lane square park hall house bridge tower building county city town
    village island islands lake river creek mountain valley hill hills beach bay station airport
    airlines school college university institute foundation center centre hospital museum gallery
    library theatre theater stadium arena club group inc corp corporation ltd llc plc co company
    brothers bros sons partners bank insurance motors press publishing records studios media
    prize award medal cup trophy act amendment doctrine report commission committee case law
    straße strasse platz allee weg gasse brücke haus halle schule universität stiftung verlag
    gmbh ag kg ohg preis gesetz kommission institut klinik bahnhof flughafen
    rue boulevard place pont gare musée lycée fondation sarl sa prix loi commission""".split()
)

#: The same of one subject.
_CLAIM_VERBS = frozenset(
    """argue argues argued contend contends contended claim claims claimed maintain maintains
    maintained assert asserts asserted demonstrate demonstrates demonstrated show shows showed
    suggest suggests suggested propose proposes proposed hold holds held insist insists insisted
    conclude concludes concluded find finds found observe observes observed note notes noted
    state states stated write writes wrote explain explains explained posit posits posited
    hypothesize hypothesizes hypothesized hypothesise hypothesises theorize theorizes theorized
    theorise theorises believe believes believed think thinks thought warn warns warned reason
    reasons reasoned emphasize emphasizes emphasized emphasise emphasises stress stresses stressed
    point points pointed remind reminds reminded teach teaches taught describe describes described
    illustrate illustrates illustrated reveal reveals revealed document documents documented
    trace traces traced identify identifies identified distinguish distinguishes distinguished
    put puts remark remarks remarked hint hints deny denies denied predict predicts predicted
    acknowledge acknowledges acknowledged admit admits admitted say says said estimate estimates
    estimated establish establishes established defend defends defended reject rejects rejected
    shown written taught

    argumentiert argumentierte behauptet behauptete zeigt zeigte meint meinte schreibt schrieb
    betont betonte vertritt vertrat erklärt erklärte sieht sah stellt stellte folgert folgerte
    schließt schloss weist wies hält hielt glaubt glaubte beschreibt beschrieb unterscheidet
    unterschied führt führte nimmt nahm legt legte begründet begründete belegt belegte bemerkt
    bemerkte konstatiert konstatierte kritisiert kritisierte postuliert postulierte warnt warnte
    denkt dachte versteht verstand definiert definierte spricht sprach sagt sagte feststellt
    ausführt darlegt nachweist geht ging lehrt lehrte entwickelt entwickelte deutet deutete
    erläutert erläuterte plädiert plädierte analysiert analysierte gezeigt dargelegt nachgewiesen
    vertreten argumentieren behaupten zeigen meinen schreiben betonen erklären sehen schließen
    weisen halten beschreiben unterscheiden begründen belegen konstatieren postulieren
    festgestellt geschrieben ausgeführt herausgearbeitet erkannt feststellte darlegte

    soutient soutenait affirme affirmait montre montrait explique expliquait écrit écrivait
    avance avançait défend défendait estime estimait note notait observe observait souligne
    soulignait suggère suggérait conclut rappelle rappelait démontre démontrait insiste insistait
    constate constatait considère considérait pense pensait définit définissait distingue
    distinguait décrit décrivait propose proposait prétend prétendait dit disait voit voyait
    analyse analysait remarque remarquait précise précisait postule postulait montré démontré
    soutiennent affirment montrent expliquent écrivent avancent défendent estiment notent observent
    soulignent suggèrent concluent rappellent démontrent insistent constatent considèrent
    définissent distinguent décrivent proposent pensent
    soutenu souligné expliqué suggéré rappelé établi""".split()
)
#: Verbs that report what a scholar claims (finite forms).
CLAIM_VERBS = (
    _CLAIM_VERBS
    | frozenset(f"{verb[:-3]}aient" for verb in _CLAIM_VERBS if verb.endswith("ait"))
    | frozenset(f"{verb}n" for verb in _CLAIM_VERBS - {"note", "state"} if verb.endswith("te"))
    | frozenset(
        """schrieben sahen hielten vertraten wiesen stießen nahmen fanden sprachen verstanden
        prétendent postulent précisent remarquent analysent disent voient dirent
        écrivirent""".split()
    )
)

#: Other verb forms that report a claim when a clause follows: participles, infinitives,
#: phrases' words.
_CLAIM_FORMS = frozenset(
    """arguing showing telling contending demonstrating noting observing suggesting warning
    persuaded persuades convinced convinces objects objected counters countered replied
    concedes conceded cautions cautioned laments lamented denounced denounces declared
    declares affirmed affirms
    speculated speculates surmised discovered discovers confirmed confirms proved proves proven
    complained urges urged recalls recalled supposes supposed assumes assumed infers inferred
    attacks attacked criticised criticises criticized criticizes attributed attributes likened
    likens compared regards regarded portrays portrayed depicts depicted diagnosed celebrated
    dismissed blamed treats treated doubted doubts disputes disputed underlines underlined
    highlights highlighted saw sees
    considers considered imagines imagined feared fears reported reports recorded made makes
    knew knows understood realized realised recognized recognised helps helped forward clear
    plain plausible
    recommends recommended demands demanded examines examined explores explored exposes exposed
    chronicles chronicled

    fordert forderte lehnt lehnte empfiehlt empfahl verlangt verlangte bezweifelt bezweifelte
    prophezeit prophezeite prognostiziert prognostizierte schildert
    schilderte skizziert skizzierte rekonstruiert rekonstruierte
    hingewiesen dargetan belegt bewiesen beweist bewies hingewiesen erinnert erinnerte entgegen
    entgegengehalten wendet wandte eingewandt vermutet vermutete bestreitet bestritt bestritten
    befürchtet verweist verwies hebt hob unterstreicht unterstrichen entdeckt entdeckte
    beobachtet beobachtete berichtet berichtete notiert notierte plädiert plädierte verteidigte
    beklagte begriff begreift resümiert gewarnt betont überzeugt vorgeschlagen unterschieden
    schlägt schlug liest urteilt urteilte vertraut vertraute hofft hoffte weiß wusste erkennt
    erkannte sagen befand mahnt mahnte
    beschrieben vermutet beigebracht festgehalten herausgestellt klargemacht plausibel deutlich
    schluss ergebnis verdanken verdankt stammt gelehrt erinnern zeigen

    prédit prédisait annonce annonçait retrace retraçait explore explorait décrypte décryptait croit
    croyait
    appris apprend apprenait enseigne enseignait enseigné établit établissent établissait évidence
    refuse refusait dénonce dénonçait plaide plaidait relève relevait relevé révèle révélait
    révélé convaincu déplore déplorait juge jugeait craint craignait doute imagine imaginait
    suppose supposait signale signalait signalé résume résumait conteste contestait objecte
    objectait réplique vu noté remarqué observé conclu concluait affirmé défendu écrit avancé
    oppose opposait critique critiquait condamne condamnait réduit réduisait attribue attribuait
    reproche reprochait tient tenait voyait conçoit pressenti compris senti valoir
    répond répondait répondu savait sait reconnaît reconnaissait remarquer observer noter
    souligner rappeler constaté considéré garde mettait met mis montrer dire""".split()
)

#: Nouns for what somebody claims.
CLAIM_NOUNS = frozenset(
    """argument arguments claim contention point view thesis idea insight observation conclusion
    hypothesis suspicion warning conviction belief finding findings lesson proposition assertion
    conjecture suggestion intuition answer reply thought hunch prediction premise dictum diagnosis
    antwort pointe fazit réponse prognose diagnose prämisse diktum grundgedanke
    these einsicht beobachtung ansicht auffassung meinung überzeugung vermutung behauptung
    annahme erkenntnis befund verdacht gedanke gedanken einwand warnung satz
    thèse idée constat hypothèse avis opinion conviction remarque leçon argument intuition
    démonstration prédiction diagnostic postulat pari prémisse""".split()
)

#: Words one of which stands between an author and a clause that says what he claims.
CLAIM_WORDS = CLAIM_VERBS | _CLAIM_FORMS | CLAIM_NOUNS

#: Verbs that report speech as well as scholarship: weak without other evidence.
SPEECH_VERBS = frozenset(
    """say says said state stated note noted claim claimed insist insisted warn warned
    believe believed think thought point pointed admit admitted find found hold held put
    acknowledge acknowledged add added remind reminded deny denied describe described
    sagt sagte meint meinte erklärt erklärte spricht sprach warnt warnte betont betonte sieht sah
    stellt stellte hält hielt geht ging nimmt nahm führt führte legt legte kritisiert kritisierte
    dit disait pense pensait explique estime""".split()
)

#: Verbs that give a thing a name.
NAMING_VERBS = frozenset(
    """call calls called term terms termed dub dubs dubbed coin coins coined label labels labeled
    labelled name names named christen christened describe describes described define defines
    defined introduce introduces introduced develop develops developed style styles styled
    conceptualize conceptualizes conceptualized conceptualise conceptualises conceptualised
    diagnose diagnoses diagnosed formulate formulates formulated characterize characterizes
    characterized propose proposes proposed use uses used speak speaks spoke
    employ employs employed distinguish distinguishes distinguished
    nennt nannte genannt bezeichnet bezeichnete prägt prägte geprägt taufte spricht sprach
    beschreibt beschrieb beschrieben definiert definierte entwickelt entwickelte einführte
    versteht verstand verwendet verwendete benutzt benutzte unterscheidet unterschied
    emploie employait utilise utilisait distingue distinguait parler
    appelle appelait appelé appelée nomme nommait nommé nommée qualifie qualifiait désigne
    désignait baptise baptisait forge forgea forgé décrit décrivait définit définissait
    parle parlait parlera parlerait parlerons théorise théorisait théorisé""".split()
)

#: Nouns of thought: what an author may have one "of".
THEORY_NOUNS = frozenset(
    """notion concept theory idea thesis term phrase model framework account analysis argument
    hypothesis principle paradigm typology distinction metaphor definition formula dictum law
    paradox dilemma approach perspective theorem doctrine conception understanding
    classification category categories concepts theories notions ideas observation maxim
    logic formulation diagnosis critique reading claim insight lesson warning vision discussion
    conjecture prediction predictions taxonomy vocabulary scheme
    begriff begriffspaar begriffe konzept konzepte theorie these thesen idee gedanke modell ansatz
    analyse argument hypothese prinzip paradigma typologie unterscheidung metapher definition formel
    satz wort schlagwort lehre kategorie diktum diagnose kritik rede vorstellung
    notion concept théorie idée thèse terme expression modèle cadre analyse hypothèse principe
    paradigme typologie distinction métaphore définition formule paradoxe dilemme approche
    conception catégorie mot grille schéma intuition""".split()
)

#: Nouns for what somebody calls a thing.
TERM_NOUNS = frozenset(
    """name term phrase word words label expression metaphor formula coinage title subtitle
    titel untertitel titre sous-titre namen begriff ausdruck wort schlagwort formel nom mot terme
    formule bild motto slogan""".split()
)

#: What stands before a surname out of courtesy, and the gender it shows.
COURTESIES = {
    **dict.fromkeys("mr m mm monsieur herr herrn".split(), "m"),
    **dict.fromkeys("mrs ms miss mme mlle madame frau".split(), "f"),
}

#: Nouns for a work.
WORK_NOUNS = frozenset(
    """book books study monograph article essay paper volume work treatise classic tract report
    dissertation thesis history biography novel memoir memoirs textbook handbook pamphlet
    bestseller seller masterpiece opus
    buch bücher studie monographie monografie aufsatz artikel essay band werk hauptwerk schrift
    abhandlung klassiker untersuchung reportage dissertation traktat roman biographie
    biografie beitrag standardwerk habilitationsschrift habilitation doktorarbeit
    dissertationsschrift
    livre livres ouvrage étude monographie article essai volume traité œuvre thèse classique
    mémoire roman biographie""".split()
)
#: One of them, for a pattern.
WORK_NOUN = "|".join(sorted(WORK_NOUNS))

#: Nouns for several works, or for what somebody does.
WRITINGS = frozenset(
    """work works writings books research inquiry inquiries survey surveys ethnography studies
    essays articles papers travaux recherche recherches enquête enquêtes études articles essais
    ouvrages ethnographie écrits arbeit arbeiten schriften studien forschungen bücher aufsätze
    essays monographien untersuchungen""".split()
)

#: Works that somebody else has written on the life of whom they are "of".
LIVES = frozenset("biography biographie biografie portrait porträt life leben vie".split())

#: Work nouns that agree with an item's type (CSL 1.0.2, appendix III).
BOOK_NOUNS = frozenset(
    """book monograph volume treatise textbook handbook novel memoir biography bestseller buch
    monographie monografie band hauptwerk roman biographie biografie standardwerk livre ouvrage
    volume traité""".split()
)
ARTICLE_NOUNS = frozenset("article paper essay aufsatz artikel beitrag essai".split())

#: Possessives that point back at a person named before.
POSSESSIVES = (
    "his|her|their|sein|seine|seinem|seinen|seiner|seines|ihr|ihre|ihrem|ihren|ihrer|ihres"
    "|son|sa|ses|leur|leurs"
)

#: What stands before a cite inside parentheses and belongs to no name.
PREFIXES = frozenset(
    """see also cf compare e.g eg e g i.e ie but contra following after from in quoted cited
    adapted and or for example instance discussion a similar argument see, esp especially most
    recently notably as by on this an overview review reviews overviews discussions survey surveys
    details summary examples critique criticisms evidence particularly the of its
    vgl vergleiche siehe s auch etwa z b z.b zit zitiert nach so bei dazu dagegen anders ähnlich
    hierzu ausführlich grundlegend bes besonders und oder in aus zuletzt u.a u a kritisch für
    einen überblick übersicht diskussion beispiel beispiele zum zur kritik einführend
    voir voyez voyons citons lisons relisons reprenons rappelons suivons
    cf aussi par exemple p ex p.ex ex notamment cité par dans d'après et ou comparer
    contra v selon sur ce point pour une un synthèse revue discussion aperçu panorama
    según véase cfr vedi secondo

    emphasis added original italics mine translation translated author's eigene übersetzung
    hervorhebung herv hervorh original übers traduction nous soulignons notre je souligne""".split()
)

#: Capitalised words that stand before a year and are no author.
NOT_AUTHORS = frozenset(
    """january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday spring summer autumn fall winter easter christmas since until before after between
    during circa ca about around early mid late figure fig table section sec article art chapter
    chapitre chap appendix equation act law bill directive regulation resolution decree treaty
    convention protocol agreement accord accords no nos vol volume issue part cup olympics games
    league season championship war battle siege revolution election elections conference congress
    festival windows office version census fy season copyright isbn issn
    januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag
    samstag sonntag frühjahr sommer herbst winter abbildung abb tabelle tab abschnitt artikel
    kapitel kap gesetz richtlinie verordnung vertrag nr bd band jahr jahre stand fassung bgbl abs
    schlacht krieg revolution wahl urteil beschluss seit ende anfang mitte um bis
    janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi
    mercredi jeudi vendredi samedi dimanche printemps été automne hiver tableau loi décret
    directive règlement traité accord accords guerre bataille révolution coupe vers depuis
    jusqu'en arrêt""".split()
)

#: Nouns of terms of the field that have somebody's name: "the Lee curve", "la loi de Lee",
#: "die Lee-Kurve".
TERM_OF_NAME = {
    "en": frozenset(
        """curve law effect paradox dilemma theorem rule principle hypothesis conjecture criterion
        equation index ratio model test razor trap fallacy cycle equilibrium optimum coefficient
        number constant thesis box matrix disease syndrome spiral wedge gap limit""".split()
    ),
    "de": frozenset(
        """kurve gesetz effekt paradox paradoxon dilemma theorem regel prinzip hypothese vermutung
        kriterium gleichung index modell test falle zyklus gleichgewicht optimum koeffizient zahl
        konstante these matrix syndrom krankheit spirale grenze""".split()
    ),
    "fr": frozenset(
        """courbe loi effet paradoxe dilemme théorème règle principe hypothèse conjecture critère
        équation indice modèle test rasoir piège cycle équilibre optimum coefficient nombre
        constante thèse boîte matrice maladie syndrome spirale""".split()
    ),
}
#: What is called by the name of whoever found it.
EPONYMS = TERM_OF_NAME["en"] | frozenset(
    """canon problem machine syndrome fence school line question answer lecture lectures essays
    quote quip story""".split()
)

#: Before a name: it is no subject.
PREPOSITIONS = frozenset(
    """of by from with to on about like than against for in after between under over through at
    into via von vom mit bei nach zu über gegen für durch um an seit unter ohne aus laut de du des
    d' à au par pour avec chez sur dans contre sous sans selon depuis entre""".split()
)

#: Pronouns that stand for an author who was named; one of them, for a pattern.
PRONOUNS = frozenset("he she they er sie il elle ils elles".split())
PRONOUN = r"(?:s?he|they|er|sie|ils?|elles?)"
#: What may open a sentence before its subject.
OPENING = (
    r"(?:(?:but|and|yet|or|still|so|then|also|there|hence|thus|moreover|further|furthermore"
    r"|instead|later|elsewhere|indeed|similarly|likewise|by contrast|in particular|for example"
    r"|even|already|perhaps|in fact|however|nevertheless|nonetheless|additionally|in addition"
    r"|finally|conversely|in contrast|consequently|accordingly|specifically|ultimately|importantly"
    r"|crucially|secondly|thirdly|likewise|rather"
    r"|aber|und|doch|denn|auch|schon|dabei|hier|zudem|außerdem|freilich|allerdings|dagegen|später"
    r"|mais|et|car|puis|ensuite|ainsi|aussi|pourtant|cependant|enfin|de plus|en effet"
    r"|au contraire|toutefois|néanmoins|par ailleurs|en outre|de même|finalement|en revanche"
    r"|par contre),?\s)?"
)
#: What opens a clause that says what somebody claims.
THAT = r"(?:that|how|why|whether|dass|daß|wie|warum|weshalb|ob|que|comment|pourquoi)"

#: The gender that pronouns, possessives and articles show; some of them are of several too.
GENDERS = {
    **dict.fromkeys(
        """he his him er ihm ihn sein seine seinem seinen seiner seines il lui der ein mein unser
        le un mon""".split(),
        "m",
    ),
    **dict.fromkeys(
        "she her elle sie ihr ihre ihrer ihren ihrem die eine meine unsere la une ma".split(), "f"
    ),
}
#: Of several alone.
PLURALS = frozenset("they them their ils eux elles leur leurs ihnen".split())
