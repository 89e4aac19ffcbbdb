"""Forms of attribution, a few sentences each: who speaks at every quotation of them."""

from __future__ import annotations

import pytest

from citekit.find.quotations import marks

#: Text, then the speakers of its quotations in order; "" where nobody is to be found,
#: several right names parted by "|".
FORMS: list[tuple[str, list[str]]] = [
    (
        (
            "Minister of Information Karim Bazzi announced after the second meeting that the "
            'committee "has finalized the draft, as promised by Prime Minister Rafic Salam, '
            'and will meet tomorrow."\n\nHe noted that "there have been some '
            'corrections."\n\nBazzi explained that "the wording has been adopted," pointing '
            'out that "the northern initiative is the only one possible."\n\n"We, as a '
            'country, are committed to distance. It is the League that has suspended it," he '
            'said, noting that "there were some reservations."'
        ),
        ["Karim Bazzi", "Karim Bazzi", "Karim Bazzi", "Karim Bazzi", "Karim Bazzi", "Karim Bazzi"],
    ),
    (
        (
            "Finance Minister Hani Qadri denied on Sunday that he made a statement. The "
            'minister added that the agency lied.\n"The agency circulated false statements," '
            "the statement read."
        ),
        ["Hani Qadri|the statement"],
    ),
    (
        (
            'In statements to reporters yesterday evening, Mr Nikos Charalambous said that "it '
            "is with regret that we heard some remarks. Probably, they serve other "
            'purposes.\n\n"And because we are being watched, I would invite him to speak '
            'publicly."'
        ),
        ["Nikos Charalambous"],
    ),
    (
        (
            "Asked whether he would resign, Collins said: “No. Never.”\n\n“I was elected for "
            "five years,” the governor went on, “and five years it will be.”"
        ),
        ["Collins", "Collins", "Collins"],
    ),
    (
        (
            "“We were scared,” recalls Amira Haddad, who was 12 when the levee broke. “My "
            "mother put us on the roof.” Her brother Sami remembers it otherwise: “It was an "
            "adventure.”"
        ),
        ["Amira Haddad", "Amira Haddad", "Sami|Sami Haddad"],
    ),
    (
        (
            "The White House called the vote “a step backwards,” while the Kremlin hailed it "
            "as “historic.” A State Department official, speaking on background, said the "
            "talks were “not dead.” The EU’s foreign policy chief, Ilse Maartens, tweeted: "
            "“Dialogue is the only way.”"
        ),
        ["the White House", "the Kremlin", "a State Department official", "Ilse Maartens"],
    ),
    (
        (
            "Dr. Lena Fischbach of the University of Graz, who was not involved in the study, "
            "said the findings “raise more questions than they answer.” Her colleague Tomás "
            "Rivera agreed, calling the sample “tiny.”"
        ),
        ["Lena Fischbach", "Tomás Rivera"],
    ),
    (
        (
            "“It’s not just the money,” says one former employee. “It’s the lies.” Another put "
            "it more bluntly: “They robbed us.”"
        ),
        ["one former employee", "one former employee", "another"],
    ),
    (
        (
            "The so-called “Gang of Nine” met in secret. Its members, known as “the owls,” "
            "never used their names. The film “Owl Country” tells the story."
        ),
        ["", "", ""],
    ),
    (
        (
            "He was nicknamed “the Professor” by his teammates and was often described as "
            "“aloof”. His autobiography, “The Long Season”, sold well."
        ),
        ["his teammates|", "", ""],
    ),
    (
        (
            "In his 1946 essay, George Farrell warned that political language “is designed to "
            "make lies sound truthful.” The essay, Farrell later admitted, was “written in a "
            "rage.”"
        ),
        ["George Farrell", "George Farrell"],
    ),
    (
        (
            "“There is no plan B,” Chancellor Ruth Engel told parliament on Wednesday, adding "
            "that anyone who claimed otherwise was “dreaming.”"
        ),
        ["Ruth Engel", "Ruth Engel"],
    ),
    (
        (
            "Senator Bob Hale (R-Ohio) said he was “deeply troubled.” “This is a slippery "
            "slope,” Hale said, according to a transcript obtained by this newspaper."
        ),
        ["Bob Hale", "Bob Hale"],
    ),
    (
        (
            "The report, published on Monday, found “systemic failures” at every level. It "
            "concluded that the agency “did not learn.” A spokeswoman for the agency said it "
            "“accepts the findings in full.”"
        ),
        ["the report", "the report", "a spokeswoman for the agency"],
    ),
    (
        (
            "According to the indictment, Mr. Crane “knowingly misled” investors. “My client "
            "is innocent,” his lawyer, Paula Reyes, said outside the court."
        ),
        ["the indictment", "Paula Reyes"],
    ),
    (
        ("“Why now?” asked Mr Dunn. “Because we can,” came the reply from Mrs Okoye."),
        ["Dunn|Mr Dunn", "Okoye|Mrs Okoye"],
    ),
    (
        (
            "President Joao Mendes vowed “total war” on the gangs. “They will be hunted,” he "
            "said in a televised address. Human Rights Forum, an advocacy group, accused the "
            "president of “trampling on the constitution.” “This is not war, it is theatre,” "
            "said the group’s director, Sofia Lima."
        ),
        ["Joao Mendes", "Joao Mendes", "Human Rights Forum", "Sofia Lima"],
    ),
    (
        (
            "Speaking to the Radio North, she said that it had been “the worst night of my "
            "life”. Ms Patel, 29, a nurse from Leeds, said she had “no idea” what happened."
        ),
        ["|Patel", "Patel|Ms Patel"],
    ),
    (
        (
            "Military analysts say the offensive has stalled. “They have run out of shells,” "
            "said retired Lt. Gen. Mark Ostrow. The ministry of defense denied it, saying "
            "supplies were “adequate.”"
        ),
        ["Mark Ostrow", "the ministry of defense"],
    ),
    (
        (
            "The group, which calls itself “Dawn,” claimed responsibility in a video. “We will "
            "strike again,” a masked man says in the clip."
        ),
        ["|the group", "a masked man"],
    ),
    (
        (
            "Philosopher Mara Lindt has described boredom as “the tax on attention.” For "
            "Lindt, attention is “a form of love.” This “form of love” is what concerns me "
            "here."
        ),
        ["Mara Lindt", "Mara Lindt", ""],
    ),
    (
        (
            "As Becker and Holm (2012: 44) put it, “institutions remember what individuals "
            "forget.” Similarly, Adeyemi (2016) writes: “No archive is neutral.” The concept "
            "of “neutrality” has a long history."
        ),
        ["Becker and Holm", "Adeyemi", ""],
    ),
    (
        (
            "'I never said that,' Mr O'Brien insisted. 'What I said was that the boys' club is "
            "closed.' His wife laughed. 'He did say it,' she said."
        ),
        ["O'Brien|Mr O'Brien", "O'Brien|Mr O'Brien", "his wife"],
    ),
    (
        (
            "“The market is open,” said Li Wei, chief executive of Dragon Foods, China’s "
            "largest importer. “But patience,” he added, “is needed.”"
        ),
        ["Li Wei", "Li Wei", "Li Wei"],
    ),
    (
        (
            "Police said the suspect shouted “God is great” before the attack. Witnesses "
            "described “scenes of panic.”"
        ),
        ["the suspect|police", "witnesses"],
    ),
    (
        (
            "Prime Minister Anders Holt, whose party lost the vote, conceded defeat. “The "
            "people have spoken,” he said. His rival, Maja Brandt, promised “a government of "
            "all the talents.” She thanked Holt for “a fair fight.”"
        ),
        ["Anders Holt", "Maja Brandt", "Maja Brandt"],
    ),
    (
        (
            'Der Minister gehe immer nur auf "Abwehrhaltung" und begegne seinen Kritikern als '
            'ein "sehr harter Politiker", kritisierte Zülch.'
        ),
        ["Zülch", "Zülch"],
    ),
    (
        (
            '"Opposition ist Mist", sagte der SPD-Politiker Frank Meintrup. Aber sie hat auch '
            "Vorteile, wie CSU-Chef Markus Sander derzeit beweist. Der bayerische "
            'Ministerpräsident steigert seine Kritik. "Es geht alles in die falsche Richtung", '
            "sagte er am Montag."
        ),
        ["Frank Meintrup", "Markus Sander"],
    ),
    (
        (
            "Bundeskanzlerin Anna Merz hat die Angriffe als „feige“ verurteilt. „Wir stehen an "
            "der Seite der Opfer“, erklärte sie am Abend in Berlin. Auch Außenminister Jens "
            "Kolbe zeigte sich „tief erschüttert“."
        ),
        ["Anna Merz", "Anna Merz", "Jens Kolbe"],
    ),
    (
        (
            "Der Deutsche Städtetag warnt vor einer „Kostenlawine“. Hauptgeschäftsführer "
            "Helmut Detering sagte der „Rheinischen Post“: „Die Kommunen sind am Limit.“"
        ),
        ["der Deutsche Städtetag", "", "Helmut Detering"],
    ),
    (
        (
            "Am Montag sagte ein Sprecher des Auswärtigen Amts, man nehme die Berichte „sehr "
            "ernst“. Zu Einzelheiten wollte er sich nicht äußern."
        ),
        ["ein Sprecher des Auswärtigen Amts"],
    ),
    (
        (
            "Wie die Polizei mitteilte, sei der Mann „sofort tot“ gewesen. Ein Augenzeuge "
            "sprach von einer „Szene wie im Film“."
        ),
        ["die Polizei", "ein Augenzeuge"],
    ),
    (
        (
            "„Wer das glaubt“, so die Historikerin Ute Frey, „hat die Akten nicht gelesen.“ "
            "Frey, die an der Universität Jena lehrt, hat den Begriff der „Aktenfrömmigkeit“ "
            "geprägt."
        ),
        ["Ute Frey", "Ute Frey", "|Ute Frey"],
    ),
    (
        (
            "Dem „Spiegel“ sagte Parteichef Olaf Brehme: „Das war ein Fehler.“ Er habe die "
            "Lage „falsch eingeschätzt“."
        ),
        ["", "Olaf Brehme", "Olaf Brehme"],
    ),
    (
        (
            "Lohmann beschreibt Vertrauen als „Mechanismus der Reduktion sozialer Komplexität“ "
            "(Lohmann 1968, 8). Dagegen hat Haberland eingewandt, dies sei „ein halbierter "
            "Begriff“."
        ),
        ["Lohmann", "Haberland"],
    ),
    (
        (
            "Die Grünen-Abgeordnete Claudia Roth-Stein nennt das Gesetz einen „schlechten "
            "Witz“. „So geht man nicht mit Menschen um“, kritisiert sie. Aus der Union hieß "
            "es, man sei „gesprächsbereit“."
        ),
        ["Claudia Roth-Stein", "Claudia Roth-Stein", "|die Union"],
    ),
    (
        (
            "Nach Einschätzung der Bundesbank ist die Inflation „hartnäckiger als erwartet“. "
            "Bundesbankpräsident Joachim Nagler betonte: „Wir sind noch nicht über den Berg.“"
        ),
        ["die Bundesbank", "Joachim Nagler"],
    ),
    (
        (
            "Das sogenannte „Heizungsgesetz“ bleibt umstritten. Der Film „Das Floß“ lief "
            "gestern im Fernsehen. Sie nennen ihn nur „den Dicken“."
        ),
        ["", "", "|sie"],
    ),
    (
        (
            "„Ist das Ihr Ernst?“, fragte die Richterin. Der Angeklagte nickte. „Ich habe nur "
            "getan, was man mir gesagt hat“, sagte er."
        ),
        ["die Richterin", "der Angeklagte"],
    ),
    (
        (
            "Schultze warf der Opposition vor, sie betreibe „Panikmache“. Die Vorsitzende der "
            "Linken, Janine Wissler-Koch, entgegnete, der Kanzler lebe „in einer anderen Welt“."
        ),
        ["Schultze", "Janine Wissler-Koch"],
    ),
    (
        (
            "Einem Bericht der Zeitung zufolge herrscht in der Behörde „Chaos“. Ein "
            "Mitarbeiter, der anonym bleiben will, berichtet: „Niemand weiß, wer zuständig "
            "ist.“"
        ),
        ["|Bericht|ein Bericht der Zeitung", "ein Mitarbeiter"],
    ),
    (
        (
            "Interrogé lors du compte rendu du Conseil des ministres, le porte-parole du "
            "gouvernement a défendu «un exercice de transparence».\n«Ca peut effectivement "
            "susciter des débats», a-t-il plaidé."
        ),
        ["le porte-parole du gouvernement", "le porte-parole du gouvernement"],
    ),
    (
        (
            "Le président Émile Garnier a promis « une réponse ferme » aux attaques. « La "
            "République ne pliera pas », a lancé le chef de l'État depuis Strasbourg. Son "
            "homologue allemand, Karl Wender, a dénoncé un « acte barbare »."
        ),
        ["Émile Garnier", "Émile Garnier|le chef de l'État", "Karl Wender"],
    ),
    (
        (
            "« C'est une honte ! » s'indigne Fatou Diallo, mère de trois enfants. « On nous a "
            "oubliés », poursuit-elle."
        ),
        ["Fatou Diallo", "Fatou Diallo"],
    ),
    (
        (
            "Dans un communiqué, le syndicat CGT-Rail parle de « provocation » et appelle à la "
            "grève. La direction, de son côté, juge ce mouvement « incompréhensible »."
        ),
        ["le syndicat CGT-Rail|CGT-Rail", "la direction"],
    ),
    (
        (
            "Pour l'économiste Marc Delorme, cette réforme est « un cadeau empoisonné ». « "
            "Tout le monde le sait, mais personne ne le dit », ajoute-t-il."
        ),
        ["Marc Delorme", "Marc Delorme"],
    ),
    (
        (
            "Selon le ministère de l'Intérieur, il s'agit d'un « incident isolé ». Une source "
            "proche du dossier évoque au contraire une « défaillance générale »."
        ),
        ["le ministère de l'Intérieur", "une source proche du dossier"],
    ),
    (
        (
            "Bourdin (1998, p. 12) définit la mémoire comme « ce qui reste quand on a tout "
            "classé ». À l'inverse, d'après Leroy, elle serait « une perte organisée »."
        ),
        ["Bourdin", "Leroy"],
    ),
    (
        (
            "Le film « La Nuit claire » sort mercredi. Les « gilets » sont de retour. Le "
            "prétendu « miracle » n'a pas eu lieu."
        ),
        ["", "", ""],
    ),
    (
        (
            "« Je ne suis candidate à rien », assure Nathalie Kermorvan, interrogée par Le "
            "Monde. La députée du Finistère ajoute : « Mais je ne m'interdis rien. »"
        ),
        ["Nathalie Kermorvan", "Nathalie Kermorvan"],
    ),
    (
        (
            "Mardi, sur France Inter, Jean-Luc Moreau a accusé le gouvernement de « mentir aux "
            "Français ». « Qu'ils partent ! », a-t-il conclu. Matignon a réagi en dénonçant "
            "des propos « irresponsables »."
        ),
        ["Jean-Luc Moreau", "Jean-Luc Moreau", "Matignon"],
    ),
    (
        (
            "“If you build it on sand,” Fischer, the engineer who designed the dam, told a "
            "parliamentary inquiry in June, “it will move.” It did."
        ),
        ["Fischer", "Fischer"],
    ),
    (
        (
            "U.S. officials, who asked not to be identified because the talks are private, "
            "called the offer “a non-starter.” An Iranian diplomat said it was “serious and "
            "balanced.”"
        ),
        ["U.S. officials|US officials", "an Iranian diplomat"],
    ),
    (
        (
            "In an interview with the Daily Courier published on Sunday, Foreign Secretary "
            "Amelia Drummond said Britain was “not in the business of bluffing” and would “act "
            "if it must.”"
        ),
        ["Amelia Drummond", "Amelia Drummond"],
    ),
    (
        (
            "Gen. Raymond Stokes, commander of allied forces in the region, told reporters at "
            "a briefing that the enemy was “degraded but not defeated.” Stokes cautioned "
            "against “premature celebrations.” Asked about casualties, the general said only: "
            "“Too many.”"
        ),
        ["Raymond Stokes", "Raymond Stokes", "Raymond Stokes"],
    ),
    (
        (
            "The militants, in an online statement, said they had acted “in revenge.” The "
            "authenticity of the statement could not be verified."
        ),
        ["the militants"],
    ),
    (
        (
            "“We do not negotiate under fire,” a spokesperson for the foreign ministry, Hua "
            "Lin, said at a regular press conference in Beijing."
        ),
        ["Hua Lin"],
    ),
    (
        (
            "Hezbollah leader Hassan Qassem warned that any attack would be met with “fire and "
            "iron,” according to the group’s television channel."
        ),
        ["Hassan Qassem"],
    ),
    (
        (
            "Critics of the plan, among them former minister Ruth Abel, say it amounts to "
            "“surrender by spreadsheet.”"
        ),
        ["critics of the plan|Ruth Abel"],
    ),
    (
        (
            "To its supporters it is “the deal of the century”; to its critics, “a swindle.” "
            "The word “deal” itself is disputed."
        ),
        ["|its supporters", "|its critics", ""],
    ),
    (
        (
            "“He was a quiet man,” a neighbor, Carla Dunne, told local television. “Always "
            "said hello.” Police have not named the man."
        ),
        ["Carla Dunne", "Carla Dunne"],
    ),
    (
        (
            "Turkish President Kemal Aydin — who has long accused Europe of “hypocrisy” — "
            "welcomed the ruling as “a small step.”"
        ),
        ["Kemal Aydin", "Kemal Aydin"],
    ),
    (
        (
            "Ban Soo-jin, the UN secretary-general, expressed “deep concern” over the violence "
            "and urged all sides to show “maximum restraint.”"
        ),
        ["Ban Soo-jin", "Ban Soo-jin"],
    ),
    (
        (
            "Jihadist networks, writes terrorism scholar Daniel Brook in his new book, are "
            "“less armies than rumors with guns.” Brook contends that states “reward the "
            "rumor.”"
        ),
        ["Daniel Brook", "Daniel Brook"],
    ),
    (
        (
            "A 2014 memo obtained by the paper describes the prisoners as “ghosts.” “No names, "
            "no numbers,” it instructs the guards."
        ),
        ["|a 2014 memo|a 2014 memo obtained by the paper", "|a 2014 memo"],
    ),
    (
        (
            "“The caliphate has ended,” the coalition’s spokesman, Col. Steve Garland, tweeted "
            "on Tuesday. He added that the fight against the group’s “ideology of death” would "
            "go on."
        ),
        ["Steve Garland", "Steve Garland"],
    ),
    (
        (
            "Its magazine, “The Banner,” urged readers to “strike them at home.” Western "
            "analysts speak of “lone wolves,” a term the group itself avoids."
        ),
        ["", "Its magazine|its magazine|", "Western analysts|western analysts"],
    ),
    (
        (
            "Nouri Haddad, a Sunni lawmaker from Mosul, blamed Baghdad. “They treated us as "
            "enemies,” he said by telephone. “So enemies is what they got.”"
        ),
        ["Nouri Haddad", "Nouri Haddad"],
    ),
    (
        (
            "Smith (1998) and later Jones and Park (2004) have criticised this notion of “pure "
            "rupture.” Yet Jones herself speaks of “ruptures that mend,” and Park et al. "
            "(2011, p. 9) maintain that “no break is clean.”"
        ),
        ["|Jones and Park|Smith", "Jones", "Park|Park et al."],
    ),
    (
        ("“[T]he map,” Korzyn wrote in 1933, “is not the territory” (p. 58)."),
        ["Korzyn", "Korzyn"],
    ),
    (
        (
            "When the verdict was read, Mrs. Lowell wept. “Justice, finally,” she said. Her "
            "attorney, James Pruitt, said the family was “relieved beyond words.”"
        ),
        ["Lowell|Mrs. Lowell", "James Pruitt"],
    ),
    (
        (
            "The bill, dubbed the “snooper’s charter” by opponents, passed by nine votes. Home "
            "Secretary Alan Firth called it “proportionate”; the opposition’s Diane Cole said "
            "it was “anything but.”"
        ),
        ["opponents|", "Alan Firth", "Diane Cole"],
    ),
    (
        (
            "„Wir brauchen keine Belehrungen“, konterte Wirtschaftsministerin Katrin Lange "
            "(SPD) im Landtag. Zuvor hatte der Oppositionsführer Bernd Althaus ihr "
            "„Arbeitsverweigerung“ vorgeworfen."
        ),
        ["Katrin Lange", "Bernd Althaus"],
    ),
    (
        (
            "Der Sprecher der Bundesregierung, Steffen Seibold, sagte auf Anfrage, die "
            "Kanzlerin habe „volles Vertrauen“ in den Minister."
        ),
        ["Steffen Seibold"],
    ),
    (
        (
            "„Die Lage ist ernst“, heißt es in einem internen Papier des Innenministeriums, "
            "das dieser Zeitung vorliegt."
        ),
        ["das Innenministerium|ein internes Papier des Innenministeriums|das Innenministeriums"],
    ),
    (
        (
            "Für den Politikwissenschaftler Herfried Mönch ist der Konflikt „ein Krieg neuen "
            "Typs“. Mönch verweist auf die „Zerfaserung“ der Fronten."
        ),
        ["Herfried Mönch", "|Herfried Mönch"],
    ),
    (
        (
            "Was heißt das? „Erst einmal: nichts“, sagt Corinna Vogt und lacht. Die Chefin des "
            "Start-ups rührt in ihrem Kaffee. „Wir warten ab.“"
        ),
        ["Corinna Vogt", "Corinna Vogt"],
    ),
    (
        (
            "Die Polizei sucht Zeugen. „Jeder Hinweis zählt“, so Polizeisprecherin Anke "
            "Riedel. Der Täter soll „Ihr werdet alle sterben“ gerufen haben."
        ),
        ["Anke Riedel", "|der Täter"],
    ),
    (
        (
            "Verdi-Chef Frank Wernecke drohte mit „unbefristeten Streiks“. Das Angebot der "
            "Arbeitgeber sei „eine Frechheit“."
        ),
        ["Frank Wernecke", "Frank Wernecke"],
    ),
    (
        (
            "Adorf, so referiert es Schmid, habe Kitsch als „Parodie der Katharsis“ bestimmt. "
            "Schmid selbst hält das für „eine halbe Wahrheit“."
        ),
        ["|Schmid|Adorf", "Schmid"],
    ),
    (
        (
            "US-Präsident Donald Marsh schrieb auf Kurznachrichten, der Iran spiele „mit dem "
            "Feuer“. Teheran wies das als „Propaganda“ zurück."
        ),
        ["Donald Marsh", "Teheran"],
    ),
    (
        (
            '"Das ist kein guter Tag für Europa", sagte die EU-Kommissionspräsidentin am '
            'Freitag. Ihr Vize Frans Tammen fügte hinzu: "Aber auch kein schlechter."'
        ),
        ["die EU-Kommissionspräsidentin", "Frans Tammen"],
    ),
    (
        (
            "« Nous avons perdu une bataille », reconnaît le général Pierre Vasset, chef "
            "d'état-major, dans un entretien au Figaro. « Pas la guerre », s'empresse-t-il "
            "d'ajouter."
        ),
        ["Pierre Vasset", "Pierre Vasset"],
    ),
    (
        (
            "Le Premier ministre, Édouard Morin, a qualifié ces accusations de « ridicules » "
            "lors des questions au gouvernement. À gauche, on dénonce « un scandale d'État »."
        ),
        ["Édouard Morin", "|on"],
    ),
    (
        (
            "« Il faut tourner la page », estime-t-on à l'Élysée. Le député Alain Chassin, "
            "lui, ne décolère pas : « On se moque de nous ! »"
        ),
        ["", "Alain Chassin"],
    ),
    (
        (
            "L'organisation Etat du Sud a revendiqué l'attaque, menée selon elle par « un "
            "soldat du califat ». Le procureur de Paris, François Moulin, a évoqué « un acte "
            "préparé »."
        ),
        ["|l'organisation Etat du Sud", "François Moulin"],
    ),
    (
        (
            "Comme le rappelle l'historienne Sylvie Thénot, « la mémoire n'est pas l'histoire "
            "». Dans « Les Lieux perdus », elle montre que les monuments « parlent surtout à "
            "ceux qui les bâtissent »."
        ),
        ["Sylvie Thénot", "", "Sylvie Thénot"],
    ),
    (
        (
            "Pierre Nore parlait, dès 1984, de « lieux de mémoire ». Cette expression, « lieux "
            "de mémoire », est passée dans l'usage."
        ),
        ["Pierre Nore", ""],
    ),
    (
        (
            "Sur Kurznachrichten, la maire de Lille, Martine Aubin, s'est dite « bouleversée "
            "». « Mes pensées vont aux familles », a écrit l'élue socialiste."
        ),
        ["Martine Aubin", "Martine Aubin"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), FORMS)
def test_speakers(text: str, speakers: list[str]) -> None:
    outer = [mark for mark in marks(text) if mark.level == 1]
    found = [mark.suggestion.speaker if mark.suggestion else "" for mark in outer]
    assert len(found) == len(speakers)
    for one, right in zip(found, speakers, strict=True):
        assert one in right.split("|")
