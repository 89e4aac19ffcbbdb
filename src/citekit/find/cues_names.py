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
roy rory jasper noël noel gilbert tristan
abel adalbert aidan akira alain albin aldo alec alejandro alessio alfons alfredo alistair alois
aloysius alwin amadou anatole anselm archie aristide arne arno arnold arvid aubin aurel balthasar
baptiste barnaby bart basil benno benny bernardo bert bertram boubacar brendan brett burkhard
byron calvin cedric cem cesare chidi claudio clive cody colin colm connor conrad corentin cormac
craig curtis cyrille damian damien darren declan demetrius deniz derek desmond diego dieudonné
dmitry domenico donovan doug duncan dustin dwayne dylan eamon eberhard eckhard edgar edmond egon
ekkehard eli elijah emile emre engelbert enrico enrique erhard erwin esteban ethan eugene eugène
evan ewan ezra fadi faisal felipe fergal fergus fernand finn fintan firmin floyd fraser fredrik
gareth garrett gaston gavin gennaro geoff geoffrey geoffroy gereon gian giles gino glenn godfrey
gottfried gotthard gregory grover guillermo gunnar gustaf gustave gérald hakan hamish haruki
harvey hasan hector henning herman hernán hinrich hubertus hugh hugues humphrey hélio ignacio
imran isaac ismael issa iván jabari jakub jamal jared jarosław javier jeremiah jeremy jerome
jesper jesús joaquín jochem jock jonah joost joris jost jude juri jussi kamal kareem karel keanu
kelvin kerem kieran klemens knut kyle lamine laszlo leif lennart leopold leroy lester levi liam
lloyd lothar ludger luigi luke lászló maik malik malte mamadou marcin marius markku marvin massimo
mateo matteo maurizio maxim melvin mick miklós milan miloš miroslav mitchell modou morris moses
murat mustapha nabil naveed ned nestor nico nikolai nikolaus noah omer orlando orson osman ottmar
ottokar ousmane owen paddy paolo percy philemon pietro pim pádraig quincy rafiq ramón randall
randy raoul rashid reginald reinhold remigius reto riccardo roderick rodney rodrigo romain ronan
ross ruben rufus russ ruud régis salvatore sandro santiago saul seamus selim seth severin shane
sidney sigmund silas simeon simón stan stanislas stanley stefano stelios stewart sunil svante
sylvester séamus søren takeshi thaddeus theodore thibault thibaut thijs tibor timon tino tobie
todd tommaso tomás tomáš trevor tyler uday ulysse umar vaclav vance vasco vernon vijay
vincenzo vito václav waldemar wallace walt warren wayne wendelin wesley wilbur willem willi willy
winston wojciech wolfram yannis yaw yuri zachary zoltán zoran émile
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
hazel daisy ruby ivy
abigail adaeze adela adelaide adele adelheid adriana adèle agathe aileen ainhoa albertine
alejandra alessandra alexa alexia alexis alma almut althea alva amara amelia amira amélia ana
anastasia anaïs andrée anette angelica angelina angèle anneke annick anouk anuradha aoife apolline
araceli ariane arlette armelle ashley athena augusta aurora ava awa ayşe aïcha aïssatou beatriz
becky bella bente berenice berit bertha beth beverley beverly blanche blandine brenda bridget
britt bronwyn bérénice candice capucine carlotta carmela carolina carolyn cassandra catalina
catarina cecilia celeste celia charlene chiamaka chloe chloé christelle cindy clarisse claudine
cleo coralie cordelia corinna coumba cristina cynthia céleste dagmar danielle daphne debbie
deirdre desiree dolly dominika doreen dorothy dorothée ebba edda edwige eliane elif eloise eloísa
elvira emilia enid ernestine esmé esperanza estella ester eugenia eugénie eunice evelyne fabienne
fanny farida faye fenja fidelia fiorella frances francesca fransiska freya fátima gabrielle gail
galina georgette georgia georgina geraldine germaine gertrud gertrude ghislaine gillian gina
ginette giovanna gisèle gitta gladys glenda graciela gretchen griet guadalupe gwendolyn hadiza
hana hatice hedwig heloise hermine hilda hortense ida iman imogen indira inka inmaculada isabell
isla jacinta jackie jamila janelle janice janina jean-anne jeannette jelena jenna jill jocelyne
jodie josefine josette joséphine jovana juana julianne juliet justine kamala karoline katharine
katya kayla keisha kirstin kristin kristina lara latoya laurie lenka leonora letizia leïla liane
lilian liliane lilly lily liselotte lola loretta lorna louisa lucienne lucile lucille luise lynn
lynne léonie mabel madeline mae malgorzata mandy marcela marcelle marcia maren margaux margit
margret mariam mariama mariana marianne marie-hélène marie-louise marie-thérèse marilyn marisa
marit marjorie marlies marta maryam maryse mathilda matilda maureen maxine małgorzata mechthild
melinda mercedes meredith mette michèle mila mildred milena minna miranda mireia mirjam moira
molly muriel mónica nadezhda nadège naima natasha nathalia nell nelly nesrin nicolette nimmi noor
norah noreen nuala nuria odette oksana olena oona ophélie orla ottilie paola pascale patty peggy
penelope perpetua phoebe phyllis pilar polly priyanka radhika ramona rania raphaëlle raquel
rebekka renata renee renée rhona roberta rocío romane romy ronja rosalie rosalind rosalyn rosanna
rosemarie roswitha roxane rukmini sadie sally saskia selma shanice sharon sheila shirley sidonie
sigrun silvana simona sinéad siobhán soledad sunita susana susann suzanna swantje sybille sylke
sylviane séverine tabea tabitha tamika tania tatiana terri tess thea thekla therese thérèse
tiffany tilly traudel trijn trudy usha valentina valeria vanja vicky vivian vivienne wanda wangari
winifred xenia yael yolanda yolande yvette zadie zeinab zita zora éliane éléonore
cheryl sharron tracey lorna wendy
colette josephine philippa ada magda beatrix ines dana tilda lorraine""".split()

#: More of France, Belgium, Québec and the French-speaking countries of Africa.
_FRENCH_MALE = """
adrien alphonse amaury amine antonin armand arsène auguste augustin aurélien aymeric bakary
barnabé barthélemy basile bastien bilal brice césar clément clovis cyprien désiré dimitri
donatien driss édouard edouard eliott elie élie éloi eloi enzo éric erwan erwann etienne farid
félix florent gabin gaël gaétan gaspard gauthier gautier gérôme germain ghislain gonzague
grégory guilhem hippolyte honoré idriss ilyes ismaël jacky jérémy joaquim joël josselin kader
kamel kévin léandre léo léon léopold loris lucien maël malo marceau mathéo mathis maxence
médéric michaël mickaël mourad moustapha nathanaël noé philémon pierrick rachid rayan rémy
renaud réda rodolphe rodrigue roméo samir samy saïd séverin siméon sofiane tanguy thibaud théo
théodore théophile timothée titouan ugo valéry wassim yacine yanis yoann yohan yohann yvon
zacharie zinedine réal réjean benoit yvan cheikh abdoulaye seydou souleymane idrissa babacar
kouamé kouassi yao
""".split()
_FRENCH_FEMALE = """
adeline adélaïde aimée alizée amandine aminata andréa angélique anissa annie antoinette aude
aurore axelle bénédicte berthe carine charlène charline claudie clotilde danièle daphné déborah
édith édwige eléonore élisa elisa élise elise elodie éloïse émeline emeline emmanuelle éva
évelyne fatoumata faustine fernande flavie florentine frédérique gaëlle garance géraldine
gilberte gwenaëlle gwenola habiba hafida hanane héloïse huguette irène jeannine joëlle josée
josiane josyane karima karine katia laëtitia laila léna lilou louna ludivine lydie maëlle maelys
magalie maïté malika marceline marielle marlène marthe maryline maryvonne maude mélina mélissa
mélodie micheline morgane naïma ninon nolwenn océane ondine oriane paulette perrine pénélope
philippine rachida raymonde rébecca régine rolande roseline salima salomé samia samira savannah
ségolène soizic soline soraya tiphaine valentine vinciane violaine violette yaëlle yamina
yasmine yseult zélie zohra khady ndeye aïda bintou ramata oumou nafissatou adjoua akissi
""".split()

#: Given name in lower case → ``m`` or ``f``.
GIVEN: dict[str, str] = {
    **dict.fromkeys((*_MALE, *_FRENCH_MALE), "m"),
    **dict.fromkeys((*_FEMALE, *_FRENCH_FEMALE), "f"),
}
#: Names of men and of women, by language or custom.
AMBIGUOUS = frozenset(
    """jean jan kim robin andrea nicola simone alex sam chris jordan leslie dominique camille claude
    sascha toni kai deniz morgan""".split()
)
