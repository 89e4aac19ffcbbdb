"""Further common given names, of many countries; :mod:`citekit.find.cues.names` has those that
were given most often in English, German and French.
"""

from __future__ import annotations

MALE = """
adama adolf ahmadou akihiro alar aleks aleksandar aleksi alhassan alhassane alphonsus amartya
ambrose ameer anatoly ander andriy ansgar anson antal antero aram arend aris arlen arnau arsen
artem arun asger aslan atanas atsushi attila aurelio bakari balázs bassam bassey bevan bheki bilel
blaise boubou boukary boštjan brayden cameron cas caspar chaim chandra chen chinua christer
christo chukwu chukwuma corwin curt cyprian dag dagfinn daithí damir dani danilo dara darragh
daulet davit dawid deon dev dimitar dimitrios dimitris djibril dmitriy donncha dražen duarte ebbe
eduardo ekrem emilio enda ender erhan erkan eskil evgeny eyal fareed farhad faton ferenc finbarr
francesc francisco françois-xavier garry gbenga georgi gergely gerold geza gildas giorgos
guilherme guillem gurpreet guus gyula gábor géza gísli göran hadi hafiz haim halim hamidou hanno
hans-ulrich hashim hassane heath henryk herfried hieronymus hjalmar hoyt hristo hussain héctor
iban ikenna ilan ilir ilja ilmo ingvar ioan ioannis ion isidore ismaila ismaïl issouf issoufou
istván jaime jakov jamil jan-erik janne jari jean-bosco joakim johnathan jos josephat josip joss
jurek jáchym jóhann jón kabir kamran kaspars kasper katsuhiko kenzaburo keshav kevork kjetil kolja
konstantinos kostas krishna kristján kshitij ladislav lars-erik lassina lauri lenworth levan
lindani lovro luboš ludovico ludwik luiz lár lázaro maher malang mansour manu maroš martijn
mathurin matjaž mato matyáš mauro meinrad menachem michal michel-ange mihail miles mladen mogens
mohamadou momodou mostafa mouhamadou mounir mubarak muhammadu murad murali mårten nader nadim
naeem nazim nicolae nicolai nihal nikolaos nima nnaemeka nnamdi nordin noriaki normand nurlan
néstor ofer oleksii olli olof olubunmi olusegun omid onur otmar oumar oumarou oussama ovidiu ozan
panagiotis partha patrik pau paulo paweł peer pelle pere peteris petri petros peyman phelim pranab
primo przemysław pál quintus rado radovan radu rafał raheem raila raju raman ramzan ramzi ranbir
rasool raul razvan reinaldo reino remco reuben rexford rickard rigoberto riku ritwick roald
roeland romuald ronen ruedi rui rune ruslan rustam sabri sadiq salah salih sampath sarath satya
saurabh sefton serdar sergiu serhii seydina seymour shakil sharif shayne shimon shlomo shoaib
siavash siphiwe sizwe slavko sotiris spiros srdjan stelian sten stipe stoyan swaran syed sándor
sölvi tadeusz taha taher tamim tamás tanvir tapani tarō taylan tesfaye thado theodoros thokozani
thulani tidiane timur tito tomislav tonino tore torvald tousif troy truls tyrone unai upendra uri
uzair vahid vasile veljko vilhelm vilmos virender vishnu vitali vladan vojtech vojtěch vít wiesław
wole wycliffe xavi yaakov yair yakubu yehuda yigal yitzchak ylli yngve yonas yoshiro youcef
youssouf yuichi zaki zenon zhivko zurab álvaro éamon
""".split()
FEMALE = """
aadhya abeba adrienne afaf agnese agneta aissata ajoke alba alberta alena alessia alex-ann
alfonsina amalie anatolia andreea andréanne anika ann-kristin annalisa annetta antonina antonine
anu ariadna ariel ashanti assia asunción atefeh aviva ayaan ayaka azra aïssata bahar bandana
barbro benazir benedetta benedikta benita bianka bich breanna brigida brigitta bruna burcu
bérangère bérengère caitriona carme catrin celina charulata chava chika chikondi chimamanda chinwe
christianne christl christy concepción corazon cäcilie célestine damaris daniella darja debora
deja denisa desirée despina dilan ditte djamila doina dorit drilona dulce débora désirée ebunoluwa
edita einav eirini elaheh eleanora eleni elinor elisabet eliška els eléa emefa esin esma espérance
eulalia eulalie evangelia eve fadila fadime fariba fayza fenna feride fien firuza flora florentina
floriane fotini franca franka freja gerti gilda gopika gretel guinevere gulnara guri guðrún
gwendoline gülsüm hadley haimanti hanka hasina hauwa hawa hebe henny herta hoda honora houda
hui-min ikram imane iolanda ira iratxe isa isaure ishbel isidora ismene iva ivonne jameela janna
jannike jeanine jess jessamy joana johanne judit jule kasia kath kathi katrien kaye kelsey kerry
kiki kim-anh kirsti kirsty-anne klára kristel laureen laurette laurène leena lejla lenaïg lene
leocadia leslie-ann lieve ligia liliana lilith lioba lore lorena lourdes lova luana lucilla
lucrecia lucía ludmilla lutgard lyla lætitia maddalena magdalene mahalia maia malati margarida
margrethe marianna marie-ange maritta marja marjolaine marlis maylis mehwish melek mercè merete
meryem michaele michela mihaela miriama mirka misako mitra mitzi modupe mylène nadya nagma nanako
nasrin natacha nawel nazanin nena nerida neus nicoletta nida nigar nilufar nilüfer noa noemi
nokwanda nozomi noëlle nuray nélida núria oana octavia octavie olimpia olja olympe ona onika oriol
orsolya ottoline parisa pritha pınar radka rafaela raghad ranee ranjana ratih raya rea reina rhea
ria rica riya rokeya roksana romana ronda rosalba rosalía roselyne rosina rosita rumana ruta
ruthanne ruxandra rūta sabeena sabitri saga sakshi saroja sarojini sasikala saule saundra savitri
sekai semra senait serap sevgi shagufta shahnaz shakuntala shanelle shontelle shu-fen sibel sif
signe silva simin siphokazi siri sivan soazig sujatha sukhi sultana sumitra suraya suse susi sveta
sylwia sólrun takako talia taslima tasneem tegan teodora terhi thokozile timea tiril tizita tova
tuija tuuli tânia tülay una ursel urška uršula vaishali valeriya varvara vasiliki verona vesela
vibeke vigdís viktoriya vilma vinnie violetta vjosa wenke yara yaël yekaterina yildiz yolanta
zineb zola zoya zsuzsa zsuzsanna zsófia álvara željka živa
""".split()
#: First and second parts of double names: "Jean-François", "Hans-Peter", "Anne-Sophie".
FIRST_MALE = """jean pierre paul marc louis charles claude hans karl carl klaus heinz jens ernst
franz
jan peter georg friedrich wolf uwe""".split()
FIRST_FEMALE = "marie anne ann anna eva lena rose mary julie laure sarah kelly kirsty".split()
SECOND = """andré albert alain antoine bernard bertrand baptiste christian christophe charles claude
daniel david denis dominique edouard édouard emmanuel éric étienne eudes félix françois frédéric
gabriel georges gérard gilles guillaume guy henri hugues jacques jérôme joachim joseph josé jürgen
laurent loup louis luc marc marie martin mathieu michel nicolas noël olivier pascal patrick paul
philippe pierre rené robert roch sébastien simon thomas vincent xavier yves peter dieter werner
otto uwe ulrich wilhelm günter günther georg gerd heinrich heinz hermann horst joachim ludwig
august friedrich rainer rudolf theodor walter wolfgang agnès alice amélie ange annick antoinette
audrey aude caroline catherine cécile céline charlotte christine claire claude clémence dominique
élisabeth elisabeth emmanuelle ève eve florence france françoise ghislaine hélène isabelle jeanne jo
josé josée joséphine julie laetitia laure line lise louise lou lucie madeleine margaux marguerite
marie monique noëlle odile pascale paule pierre reine rose sophie sylvie thérèse victoire kathrin
kristin katrin sofie luise lena margarete maria theresa barbara karin""".split()
