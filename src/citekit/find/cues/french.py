"""French words around quoted speech."""

from __future__ import annotations

from citekit.find.cues import bits as c

#: Endings of participles of the verbs in -er.
PARTICIPLES = ("é", "ée", "és", "ées")
_SAY = """déclarer affirmer expliquer ajouter estimer préciser souligner assurer indiquer raconter
rappeler insister observer noter remarquer commenter avancer avouer confier confirmer constater
considérer contester demander interroger marteler nuancer objecter plaider prévenir_x promettre_x
proposer répéter résumer révéler riposter rétorquer signaler suggérer témoigner tonner trancher
tweeter recommander préconiser conseiller exhorter ordonner stipuler énoncer proclamer rectifier
corriger grommeler marmonner bougonner gronder hurler articuler annoncer argumenter analyser
regretter déplorer juger ironiser lancer glisser murmurer
crier chuchoter s'exclamer exclamer renchérir_x relever relativiser détailler décréter
clamer alerter certifier concéder jurer justifier protester réclamer souffler soupirer
temporiser écrier poursuivre_x penser croire_x espérer redouter rassurer arguer lâcher confesser
emporter tempêter fulminer plaisanter agacer alarmer montrer démontrer
rapporter calculer bredouiller bafouiller balbutier
tempérer modérer acquiescer grincer opiner asséner
ressasser ruminer railler tempêter s'agacer maugréer ronchonner vociférer scander vitupérer
gloser détromper énumérer deviner jubiler trépigner minimiser minorer éluder esquiver
nier démentir_x infirmer entériner enjoindre_x sermonner désoler lamenter amuser insurger offusquer
désespérer gausser enthousiasmer twitter publier_x prédire_x redouter pester fustiger critiquer
répliquer ricaner pronostiquer diagnostiquer alléguer embrayer réaffirmer réitérer
imaginer assumer prétexter relater remémorer
réagir_x conclure_x"""
_NAME = """nommer dénommer qualifier dénoncer fustiger critiquer condamner saluer évoquer
dépeindre_x rejeter
désigner juger baptiser surnommer appeler traiter taxer décrire_x pointer raillier railler
moquer vilipender récuser réfuter balayer tacler ridiculiser stigmatiser attribuer imputer
étriller épingler brocarder accuser considérer vanter assimiler comparer éreinter encenser
encourager applaudir_x célébrer"""
_ACT = """opposer prôner revendiquer
menacer accuser regretter parler reprocher exiger réclamer appeler souhaiter féliciter
inquiéter indigner étonner réjouir_x plaindre_x targuer invoquer blâmer exprimer comparer
louer défendre_x craindre_x refuser dédouaner vouer promettre_x garantir_x viser ambitionner
prôner solliciter revendiquer prier inviter sommer supplier conjurer adjurer convier inciter
remercier soupçonner approuver désapprouver discerner prêcher borner contenter"""
_WEAK = """continuer commencer enchaîner terminer sourire_x rigoler chanter reprendre_x
compléter conclure_x entamer"""
_IRREGULAR: list[tuple[int, str]] = [
    (c.SAY, "dit disent disait disaient dirent dixit écrit écrivent écrivait écrivit écrivirent"),
    (c.SAY, "prévient préviennent prévenait prévint promet promettent promettait promit"),
    (c.SAY, "répond répondent répondait répondit poursuit poursuivent poursuivait poursuivit"),
    (c.SAY, "conclut concluent concluait conclurent admet admettent admettait admit croit croyait"),
    (c.SAY, "prédit prédisait soutient soutiennent soutenait soutint reconnaît reconnaissait"),
    (c.SAY, "reconnut reconnaissent réagit réagissait réagissent renchérit renchérissait veut"),
    (c.SAY, "redit redisait maintient maintenait convient convenait voit voyait voient craint"),
    (c.SAY, "sourit reprend reprit reprenait intervient lit avertit avertissait avertissent"),
    (c.SAY, "souvient souviennent souvenait inquiète inquiètent indigne indignent"),
    (
        c.NAME,
        "décrit décrivait décrivent dépeint dépeignait dépeignent définit définissait définissent",
    ),
    (c.ACT, "fait font faisait fit met mettent mit mettait plaint réjouit défend défendait"),
    (c.SAY | c.PARTICIPLE, "dit écrit prévenu promis répondu poursuivi conclu admis prédit"),
    (c.SAY | c.PARTICIPLE, "soutenu reconnu réagi renchéri redit maintenu convenu repris averti"),
    (c.SAY | c.PARTICIPLE, "dite dits dites"),
    (c.NAME | c.PARTICIPLE, "décrit dépeint défini définie"),
    (c.ACT | c.PARTICIPLE, "fait mis plaint réjoui défendu plainte réjouie félicité félicitée"),
    (c.SAY | c.GERUND, "disant écrivant prévenant promettant répondant poursuivant concluant"),
    (c.SAY | c.GERUND, "soutenant reconnaissant précisant avertissant"),
    (c.ACT, "engage engagent engageait engagea"),
    (c.ACT | c.PARTICIPLE, "engagé engagée engagés"),
    (c.SAY, "dément démentent démentait démentaient démentit craignent craignait craignaient"),
    (c.SAY, "enjoint enjoignent enjoignait prédisent émeut émeuvent émouvait"),
    (c.SAY | c.PARTICIPLE, "démenti"),
    (c.SAY, "dira diront dirait écrira écriront répondra répondront promettra promettront"),
    (c.SAY, "conclura concluront admettra reconnaîtra reconnaîtront soutiendra maintiendra"),
    (c.NAME, "décrira décriront définira définiront"),
    (c.NAME, "applaudit applaudissent applaudissait balaie balaient"),
    (c.NAME | c.PARTICIPLE, "applaudi"),
    (c.NAME, "traduit traduisent traduisait"),
    (c.SAY, "sent sentent sentait sentaient"),
    (c.ACT, "présente présentent présentait"),
    (c.ACT | c.PARTICIPLE, "présenté présentée"),
    (c.ACT, "exclut excluent excluait ressent ressentent ressentait perçoit perçoivent percevait"),
    (c.ACT | c.PARTICIPLE, "exclu ressenti perçu"),
    (c.ACT, "pressent pressentent pressentait rend rendent rendait remet remettent remettait"),
    (c.ACT | c.PARTICIPLE, "pressenti rendu remis"),
    (c.ACT, "dresse dressent dressait dressa brosse brossent brossait brossa"),
    (c.ACT | c.PARTICIPLE, "dressé brossé"),
    (c.SAY, "dispose disposent disposait stipule"),
    (c.SAY, "cache cachent cachait cachaient"),
    (c.SAY | c.PARTICIPLE, "caché"),
    (c.ACT, "préfère préfèrent préférait"),
    (c.ACT, "revient reviennent revenait revint requiert requièrent requérait prend"),
    (c.ACT | c.PARTICIPLE, "revenu revenue revenus revenues requis pris"),
    (c.NAME | c.GERUND, "décrivant dépeignant définissant"),
    (c.NAME | c.TO, "décrire dépeindre définir"),
    (c.SAY | c.TO, "dire écrire répondre poursuivre conclure prévenir promettre reconnaître"),
]
_PARTNERS = {
    "fait font faisait fit": "valoir savoir remarquer observer état part noter répondre"
    " mention référence",
    "met mettent mit mettait mis": "garde avant lumière cause",
    "remet remettent remettait remis": "cause question",
    "rend rendent rendait rendu": "hommage",
    "traduit traduisent traduisait": "par",
    "sent sentent sentait sentaient": "s' s’ se",
    "présente présentent présentait présenté présentée": "comme",
    "dresse dressent dressait dressa dressé": "portrait tableau constat bilan",
    "brosse brossent brossait brossa brossé": "portrait tableau",
    "voit voyait voient": "comme un une dans y",
    "veut": "croire se",
    "plaint plainte": "de d'",
    "prend pris": "s' s’",
    "préfère préfèrent préférait": "terme mot expression formule",
    "dispose disposent disposait": "que qu' qu’",
    "cache cachent cachait cachaient caché": "pas plus guère jamais",
    "engage engagent engageait engagea engagé engagée engagés": "s' s’ se",
    "borne bornent bornait borna borné bornée contente contentent contentait contenta contenté"
    " contentée": "s' s’ se",
    "revient reviennent revenait revint revenu revenue revenus revenues": "sur",
    "emporte emportent emporta emportait emporté emportée": "s' s’ se",
}


def _regular(bits: int, verbs: str) -> list[tuple[int, str]]:
    rows = []
    for verb in verbs.split():
        if verb.endswith("_x"):
            continue
        stem = verb[:-2]
        soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
        strong = _strong(stem)
        rows.append((bits, f"{strong}e {strong}ent {soft}ait {soft}aient {soft}a {stem}èrent"))
        rows.append((bits, f"{stem}erait {strong}era {strong}eront {stem}era {stem}eront"))
        rows.append((bits | c.PARTICIPLE, f"{stem}é {stem}ée {stem}és {stem}ées"))
        rows.append((bits | c.GERUND, f"{soft}ant"))
        rows.append((bits | c.TO, verb))
    return rows


def _strong(stem: str) -> str:
    """The stem before a mute ending: rappel- → rappell-, répét- → répèt-."""
    if stem.endswith("pel"):
        return stem + "l"
    if stem.endswith("jet"):
        return stem + "t"
    for vowel in "éeé":
        if len(stem) > 2 and stem[-2] == vowel and stem[-1] not in "aeiouyé":
            return stem[:-2] + "è" + stem[-1]
    return stem


_ROLES = """président présidente ministre chancelier chancelière secrétaire sénateur sénatrice
député
députée gouverneur maire ambassadeur ambassadrice général colonel capitaine commandant amiral juge
avocat avocate procureur procureure porte-parole responsable officiel fonctionnaire directeur
directrice chef cheffe dirigeant dirigeante fondateur fondatrice cofondateur cofondatrice patron
patronne conseiller conseillère analyste expert experte économiste historien historienne professeur
professeure chercheur chercheuse scientifique auteur autrice écrivain écrivaine journaliste
rédacteur
rédactrice correspondant éditorialiste critique militant militante coordinateur coordinatrice
candidat candidate élu élue commissaire inspecteur policier gendarme médecin infirmier infirmière
enseignant enseignante étudiant étudiante riverain riveraine voisin voisine témoin victime père mère
fils fille frère sœur mari femme veuve ami amie collègue habitant habitante agriculteur agricultrice
ouvrier ouvrière chauffeur pilote ingénieur ingénieure artiste chanteur chanteuse acteur actrice
réalisateur réalisatrice producteur entraîneur joueur roi reine prince princesse pape évêque
cardinal
imam rabbin prêtre sociologue politologue philosophe psychologue géographe anthropologue physicien
biologiste climatologue géologue épidémiologiste virologue linguiste juriste démographe délégué
déléguée syndicaliste représentant représentante adjoint adjointe vice-président vice-présidente
gérant gérante commerçant commerçante propriétaire locataire homme dame monsieur madame conseil
préfet préfète sous-préfet recteur rectrice doyen doyenne éleveur éleveuse vigneron vigneronne
pêcheur boulanger libraire éditeur éditrice romancier romancière archiviste conservateur
conservatrice bénévole spécialiste universitaire diplomate négociateur premier-ministre
 cousin cousine gamin gamine garçon oncle tante neveu nièce grand-mère
grand-père curé diacre abbé moine religieuse sœur gardien gardienne aide-soignant aide-soignante
facteur factrice épicier épicière coiffeur coiffeuse cuisinier cuisinière serveur serveuse
tenancier tenancière apprenti apprentie berger bergère paysan paysanne marin capitaine-adjoint
détenu détenue juré jurée greffier greffière huissier huissière magistrat magistrate patient
patiente lecteur lectrice visiteur visiteuse spectateur spectatrice passant passante habitué
habituée substitut bourgmestre échevin échevine adjudant adjudante brigadier maréchal lieutenant
instituteur institutrice maître maîtresse élève lycéen lycéenne doctorant doctorante assistant
assistante successeur prédécesseur rival rivale bailleur retraité
retraitée intéressé intéressée eurodéputé eurodéputée accusé prévenu plaignant client usager
électricien
électricienne mareyeur mareyeuse patronat sociologue interlocuteur salarié salariée employé employée
agent agente surveillant surveillante associé associée coach policière camarade confrère consœur
adolescent adolescente
interlocutrice membre lauréat lauréate gagnant gagnante vainqueur champion championne auteure
rapporteur rapporteure défenseur défenseure gouverneure commandante participant participante
pensionnaire internaute conjoint conjointe époux épouse architecte cinéaste chorégraphe poète
peintre psychiatre pédiatre artisan artisane bergère combattant combattante adhérent adhérente
sociétaire parlementaire gestionnaire petit-fils petite-fille grévistes pdg dg drh ceo
compagnon compagne fiancé fiancée copain copine beau-père belle-mère beau-frère belle-sœur
manifestant manifestante exploitant exploitante soignant soignante soldat soldate entrepreneur
entrepreneuse restaurateur restauratrice organisateur organisatrice animateur animatrice éducateur
éducatrice formateur formatrice traducteur traductrice compositeur compositrice
utilisateur utilisatrice consommateur consommatrice administrateur administratrice
psychanalyste neurologue cardiologue gynécologue urgentiste kinésithérapeute pharmacien
pharmacienne vétérinaire sage-femme notaire banquier banquière hôtelier hôtelière ministre
maraîcher maraîchère viticulteur viticultrice apiculteur apicultrice cultivateur
plombier menuisier charpentier cordonnier couturier couturière fleuriste jardinier jardinière
pompier douanier douanière policier colonelle ex-ministre ex-maire négociatrice
chercheure professeure attaquant attaquante buteur stagiaire sélectionneur sélectionneuse
cycliste skieur skieuse nageur accusée plaignante cliente usagère
prévenue metteur metteuse kiné ostéopathe scénographe photographe reporter otage rescapé rescapée
survivant survivante réfugié réfugiée migrant migrante sinistré sinistrée citoyen contribuable
mécène antiquaire actionnaire cheminot steward concierge boucher bouchère fromager fromagère
horloger horlogère forgeron maçon proviseure archevêque vicaire chanoine pèlerin opposant opposante
dissident dissidente insurgé assaillant assaillante ténor leader thésard thésarde jumeau
jumelle marraine parrain nourrice beau-fils belle-fille détective agronome géomètre
caméraman sergent caporal légionnaire vétéran
nageuse"""
_GROUPS = """gouvernement ministère parti groupe organisation association syndicat entreprise
société
banque institut université fédération ligue police armée forces coalition alliance autorité
autorités
conseil commission comité cour tribunal parlement sénat assemblée ambassade fondation mouvement
réseau
journal quotidien magazine hebdomadaire agence chaîne parquet préfecture mairie opposition
majorité ong
communiqué rapport étude document lettre note texte responsables experts élus riverains habitants
témoins militants chercheurs économistes historiens médecins enseignants syndicats agriculteurs
certains plusieurs beaucoup d'autres observateurs critiques spécialistes magistrats avocats
enquêteurs scientifiques auteurs collectif compagnie filière région département ville direction
exécutif diplomatie
justice confédération hôpital ordre barreau jury délégation centrale
mission entourage profession défense accusation municipalité rédaction intersyndicale
gendarmerie état-major administration métropole agglomération régie observatoire laboratoire équipe
présidence chancellerie coopérative mutuelle cabinet exploitant opérateur inspection académie
institution enseigne plateforme club établissement
rassemblement consortium fédérations holding rectorat
droite gauche extrême-droite extrême-gauche
charte résolution traité constitution loi jugement arrêt manifeste tribune éditorial
filiale clinique chu ars pompiers diocèse paroisse évêché préface postface pétition registre
opposants salariés voisins locataires infirmières soignants policiers chasseurs pêcheurs
juges""".split()

_SHEETS = """lettre note banderole pancarte affiche panneau bâche carton tract plaque stèle écriteau
courriel télégramme circulaire ordonnance règlement inventaire fiche avis étiquette graffiti
courrier enquête rapport annonce
tag inscription calicot autocollant
plan programme stratégie directive décret protocole doctrine
communiqué document carnet audit sondage brochure procès-verbal message mémo dépêche alinéa
convention"""

_ROWS: list[tuple[int, str]] = [
    *_regular(c.SAY, _SAY),
    *_regular(c.NAME, _NAME),
    *_regular(c.ACT, _ACT),
    *_regular(c.WEAK, _WEAK),
    *_IRREGULAR,
    (c.AUX, "a ont avait avaient aura aurait ait eut eurent ayant avoir"),
    (c.AUX, "ai as avons avez avais avions aviez aurais auriez"),
    (c.AUX, "peut pouvait doit devait va allait vont vient venait veut voulait"),
    (c.AUX | c.BE, "est sont était étaient sera serait fut furent été soit"),
    (c.TO, "à de pour d' d’"),
    (
        c.ADVERB,
        """aussi ensuite puis alors déjà encore toujours jamais pas plus souvent hier aujourd'hui
        aujourd’hui
        demain également même notamment récemment publiquement ainsi enfin pourtant cependant
        toutefois néanmoins d'abord par_ailleurs finalement clairement longuement sobrement
        rapidement immédiatement simplement lui-même elle-même eux-mêmes déjà bien lundi mardi
        mercredi jeudi vendredi samedi dimanche aussitôt désormais longtemps volontiers parfois
        bientôt autrefois jadis naguère davantage plutôt ailleurs presque soudain maintenant
        matin soir tôt tard vivement fermement oui non merci bravo pardon hélas certes bref
        bonjour bonsoir""",
    ),
    (c.CLITIC, "se s' s’ l' l’ lui leur nous vous me m' m’ y en ne n' n’ le la les"),
    (c.DEFINITE, "le la les l' l’ ce cette ces cet au aux du des"),
    (
        c.INDEFINITE,
        "un une plusieurs certains certaines quelques deux trois quatre cinq six sept huit neuf dix"
        " onze douze vingt trente quarante cinquante soixante cent mille chaque aucun aucune"
        " quelqu'un quelqu’un tout tous toutes beaucoup d'autres",
    ),
    (c.POSSESSIVE, "son sa ses leur leurs notre nos mon ma mes votre vos"),
    (c.PRONOUN, "il elle ils elles celui-ci celle-ci ceux-ci"),
    (c.PRONOUN | c.SELF, "je j' j’ nous on tu vous"),
    (c.RELATIVE, "cela ceci ça celui celle ceux celles quiconque personne rien chacun"),
    (c.RELATIVE, "qui que qu' qu’ dont où lequel laquelle ce_que"),
    (
        c.PREPOSITION,
        """de d' d’ du des à au aux en dans sur sous par pour avec sans chez vers contre entre
        depuis dès
        pendant avant après devant derrière selon d'après malgré lors face suite via jusque jusqu'
        parmi hors outre concernant auprès""",
    ),
    (c.JOIN, "et mais ou or ni car"),
    (
        c.SUBORDINATE,
        """parce puisque puisqu' quand lorsque lorsqu' lorsqu’ si comme alors tandis bien_que
        quoique
        afin pendant interrogé interrogée""",
    ),
    (c.ROLE, _ROLES),
    (c.GROUP, " ".join(_GROUPS)),
    (c.GROUP | c.SHEET, _SHEETS),
    (c.TITLE, "m. mme mmes mm. mlle me maître dr dr. pr pr. monsieur madame mgr saint général"
     " colonel capitaine commandant amiral pape roi reine prince princesse frère sœur père"
     " président présidente ministre sir lord docteur professeur"),
    (
        c.PARTICLE,
        "de du des d' d’ la le les van von der den di da del della ben bin ibn al el abu zu dos"
        " das",
    ),
    (
        c.TIME,
        """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre noël pâques""",
    ),
    (
        c.SPEECH,
        """mots propos affirmation déclaration commentaire remarque avertissement promesse argument
        réaction analyse explication diagnostic credo slogan reproche souhait
        avertissements déclarations accusations remarques arguments appel appels aveu aveux
        promesses plaidoyer reproches affirmations commentaires
        question réponse conclusion phrase formule devise constat verdict accusation expression
        avis""",
    ),
    (c.SOURCE, "selon yeux d' d’ après pour"),
    (
        c.WORK,
        """livre roman article essai film chanson album poème pièce rapport documentaire série
        épisode chapitre titre intitulé intitulée tribune éditorial nouvelle tableau exposition
        podcast magazine journal ouvrage revue discours étude recueil conférence opéra
        collection émission banderole slogan communiqué lettre note""",
    ),
    (c.SOCALLED, "soi-disant prétendu prétendue prétendus prétendues dit dite dits dites"),
]  # fmt: skip

#: What is said in somebody's words or view; before "de".
_VIEWS = (
    ("aux", "yeux"), ("aux", "dires"), ("au", "dire"),
    *(
        ("de", article, *noun)
        for article in ("l'", "l’")
        for noun in (("avis",), ("avis", "même"), ("aveu",), ("aveu", "même"))
    ),
    *(
        (*lead, noun)
        for lead in (
            ("selon", "les"), ("selon", "le"), ("selon", "la"), ("pour", "reprendre", "les"),
            ("pour", "reprendre", "le"), ("pour", "reprendre", "la"), ("d'", "après", "les"),
            ("pour", "reprendre", "l'"), ("pour", "reprendre", "l’"), ("selon", "l'"),
            ("d’", "après", "les"),
        )
        for noun in ("termes", "mots", "propos", "mot", "formule", "expression")
    ),
    *(
        ("selon", article, noun)
        for article in ("l'", "l’")
        for noun in ("expression", "entourage")
    ),
    ("dans", "la", "bouche"), ("sous", "la", "plume"),
)  # fmt: skip

#: Nouns of persons that are infinitives as well; those are rare.
_NO_VERBS = {"conseiller": c.ROLE}

FRENCH = c.Cues(
    "fr",
    {**c.table(_ROWS), **_NO_VERBS},
    frozenset(
        "le la les de des du et est en un une que qui dans pour pas sur au par il elle ne se"
        " ce sont"
        " avec plus a été d' l' qu' d’ l’ qu’ aux son sa ses cette mais ont comme".split()
    ),
    {
        "il": "m", "elle": "f", "ils": "p", "elles": "p", "m.": "m", "mme": "f", "mlle": "f",
        "monsieur": "m", "madame": "f", "roi": "m", "reine": "f", "le": "m", "la": "f",
        "pape": "m", "lui": "m", "eux": "p", "celui-ci": "m", "celle-ci": "f",
        "celui": "m", "celle": "f", "père": "m", "mère": "f", "sœur": "f", "ce": "m",
        "cette": "f", "ces": "p",
        "frère": "m",
    },
    (("selon",), ("d'", "après"), ("d’", "après"), ("pour",), ("à", "en", "croire"),
     ("à", "entendre"), ("à", "écouter"), ("si", "l'", "on", "en", "croit"),
     ("si", "l’", "on", "en", "croit"), ("à", "lire"),
     *(
         (*lead, of)
         for lead in _VIEWS
         for of in ("de", "d'", "d’", "du", "des")
     ),
     ("dixit",)),
    {
        form: frozenset(words.split())
        for forms, words in _PARTNERS.items()
        for form in forms.split()
    },
)  # fmt: skip

#: Verbs that open a sentence before their subject, whom they bring in: « Reste Roux ».
PRESENTING = frozenset(
    """reste restait resta restent restaient restera demeure demeurait demeura demeurent vient
    vint viennent vinrent arrive arrivait arriva arrivent suit suivait suivit suivent survient
    survint surgit surgissait apparaît apparut paraît parut""".split()
)
