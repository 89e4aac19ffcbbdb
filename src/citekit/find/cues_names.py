"""Common given names: where a personal name begins, and what pronoun may stand for it.

A sample of the names that were given most often in English, German, French and the
neighbouring languages; a name that is not here is read by its place alone.
"""

from __future__ import annotations

_MALE = """aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto aleksander aleksandr
alessandro alex alexander alexandre alexei alfred ali allen amir anders andré andreas andrei andrew
angelo anthony antoine anton antonio armin arnaud arthur august axel barack barry bastian ben
benedikt benjamin benoît bernard bernd bernhard bertrand bill björn bob boris brad brian bruno bruce
carl carlos cédric charles chris christian christoph christophe clemens cyril dan daniel danny dave
david denis dennis detlef didier dieter dietmar dirk dmitri dominik dominique donald douglas
edmund eduard edward edwin elias emmanuel emil eric erich erik ernst étienne eugen fabian fabien
fabrice felix ferdinand fernando florian francesco francis franck françois frank franz fred frédéric
friedrich fritz gabriel gary george georg georges gerald gérard gerd gerhard gilles giovanni
giuseppe gordon graham grégoire greg gregor guillaume günter günther guido gustav guy hannes hans
harald harold harry hartmut hassan heiko heinrich heinz helmut hendrik henri henrik henry herbert
hermann holger horst howard hubert hugo hussein ian ibrahim igor ingo ivan jack jacob jacques jakob
james jan jason jay jean jean-baptiste jean-claude jean-luc jean-marc jean-marie jean-michel
jean-paul jean-pierre jean-yves jeff jeffrey jens jérémie jérôme jerry jim joachim joe joel jörg
johan johann johannes john jon jonas jonathan jordan jörn jorge josé josef joseph joshua juan jules
julian julien jürgen justin kai karim karl karl-heinz kaspar keith ken kenneth kevin khalid klaus
konrad konstantin kurt lars laurent lawrence leo leon leonard lionel lorenz louis loïc luc luca
lucas ludovic ludwig luis lukas lutz magnus mahmoud malcolm manfred manuel marc marcel marco marcus
mario mark markus martin mathias mathieu matt matthew matthias matthieu maurice max maxime
maximilian mehdi mehmet michael michel miguel mike mikhail mohamed mohammad mohammed moritz moussa
mustafa nathan neil nicholas nick nicolas niels nigel nils norbert norman olaf ole oleg oliver
olivier omar oskar oscar otto pablo pascal patrice patrick paul pavel pedro peter phil philip
philipp philippe phillip pierre quentin rafael rainer ralf ralph raphaël ray raymond reiner reinhard
rémi rené ricardo richard rob robert roberto robin roger roland rolf roman ron ronald rudolf rüdiger
rupert russell ryan salim sam samuel scott sean sebastian sébastien serge sergei sergio siegfried
simon stefan stéphane stephan stephen steve steven stuart sven sylvain tariq ted terry theo theodor
thierry thomas thorsten tim timothy tobias tom tomas toni tony torsten udo ulf ulrich urs uwe
valentin
victor viktor vincent vladimir volker volkmar walter werner wilfried wilhelm will william wolfgang
xavier yann yannick yves youssef yusuf hamid hervé jochen kofi kwame emeka rajiv ravi arjun
sanjay vikram hiroshi kenji takashi wei jun marek piotr tomasz mateusz jiří petr""".split()
_FEMALE = """agnes agnès aicha aisha alexandra alice alicia alina aline amanda amélie amina amy
andrea angela angelika anita anja anke ann anna annalena anne anne-marie annegret annette anneliese
antje antonia astrid audrey aurélie barbara beate beatrice béatrice bernadette bettina betty birgit
brigitte britta camille carina carla carmen carol carole caroline catherine cathy cécile céline
charlotte chantal christa christel christiane christina christine claire clara clarissa claudia
clémence clémentine constance cornelia corinne daniela deborah delphine denise diana diane dilek
dolores donna dora doris dorothea dorothee edith eileen elena eleonore elfriede elisa elisabeth
élisabeth élise elizabeth élodie ella ellen elke elsa emilie émilie emily emma erica erika estelle
esther eva evelyn fatima fatou federica felicitas fiona florence franziska françoise friederike
frieda gabriela gabriele geneviève gerda gesine gisela gloria grace greta gudrun hanna hannah
hannelore heather heide heidi heike helen helena helene hélène helga henriette hilary hillary hilde
hildegard ilse ines inès inga inge ingrid irene irina iris isabel isabella isabelle jacqueline jana
jane janet janine jasmin jeanne jennifer jenny jessica joan joanna johanna josephine joyce juanita
judith judy julia julie juliane juliette jutta karen karin karina karla katarina katarzyna kate
katharina katherine kathleen kathrin kathy katie katja katrin kelly kerstin khadija kim kirsten
klara laetitia larissa latifa laura laure laurence lea léa leila lena leonie leslie lina linda lisa
lise louise lucia lucie lucy luisa lydia madeleine magali magdalena maike maja manon manuela mara
margaret margarete margarita margot marguerite maria marie marie-claire marie-france marie-laure
marina marion marlene martha martina martine mary mathilde maud maya megan meike melanie mélanie
melissa mia michaela michelle miriam mireille mona monica monika monique myriam nadia nadine nadja
nancy naomi natalia natalie nathalie nicola nicole nina noémie nora odile olga olivia pamela
patricia
paula pauline petra pia priya rachel rebecca regina regine renate rita rosa rose rosemary ruth
sabine sabrina salma samantha sandra sandrine sara sarah sibylle sigrid silke silvia simone
sofia solange sonia sonja sophia sophie stefanie stephanie stéphanie susan susanna susanne
suzanne svenja svetlana sylvia sylvie tamara tanja tatjana teresa theresa theresia tina tracy
ulla ulrike ursula uta ute valérie valerie vanessa vera verena véronique veronika victoria
violet virginie viviane waltraud wendy yasmin yasmina yvonne zainab zeynep zoe zoé chiara giulia
ngozi meera lakshmi yuki keiko mei ewa agnieszka ingeborg wilma irmgard solveig svea wiebke frauke
imke gwen harriet maud solène
colette josephine philippa ada magda beatrix ines dana tilda lorraine""".split()

#: Given name in lower case → ``m`` or ``f``.
GIVEN: dict[str, str] = {**dict.fromkeys(_MALE, "m"), **dict.fromkeys(_FEMALE, "f")}
#: Names of men and of women, by language or custom.
AMBIGUOUS = frozenset(
    """jean jan kim robin andrea nicola simone alex sam chris jordan leslie dominique camille claude
    sascha toni kai""".split()
)
