"""Common given names: where a personal name begins, and what pronoun may stand for it.

A sample of the names that were given most often in English, German, French and the
neighbouring languages, and of those common elsewhere; a name that is not here is read by
its place alone.
"""

from __future__ import annotations

import unicodedata

from citekit.find.cues.given import FEMALE, FIRST_FEMALE, FIRST_MALE, MALE, SECOND

_MALE = """dean
aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto aleksander aleksandr
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
sanjay vikram hiroshi kenji takashi wei jun marek piotr tomasz mateusz jiří petr
abdelkader abdi abdirahman abdoulaye abdulaziz abdulrahman abhishek adebayo adel aditya adnan ahmet
ajay ajit akash akhil akihiko akio akram alasdair alastair alfonso alister alun amin amit amitabh
anand anas andrzej andrés angus aniket anil anirudh ankit antónio anurag anwar aravind arie armando
arnab arturo arvind asbjørn ashish ashok ashraf ashwin asif asim attilio atul augustus avinash
ayman ayodele aziz babak babatunde baraka barnabas barnabus bartholomew bartosz bashir benedict
benito beppe bernabé bhaskar bilal birger bjarne bjørn bogdan bogusław bohdan bolesław bongani
borys bram callum camilo carlo carsten cathal cees cheikh chinedu chukwudi chukwuemeka ciaran
ciarán cillian clement clifford conall cornelius corrado crispin cristian cristián cristóbal
cuthbert czesław césar daan dafydd daisuke damián daniil dante danylo dario darko darrell darryl
davide deandre deepak dejan dele dermot deshawn devendra dewey diarmuid diederik digby dilip dinesh
dominic donal donato dougal dragan dušan dwight dário dónal ebo eddie edoardo edsel eero efraim
efraín egil eiji einar eino eirik eldon elio elroy emanuele emiliano emmet emmett emrys ennio enoch
eoghan eoin ephraim erlend erling ernest ernesto errol espen ettore euan eugenio eusebio evert
ezekiel ezio fabio fabián fabrizio facundo farai farhan farid faruk faruq fausto fawad fawzi
federico femi fermín fiachra fidel fiifi filip filippo flavio florentino franco freddie freddy
frederick frits frode fuad fulvio fumio fyodor gaetano ganesh garth gaurav geert geir gennady
geraint gerardo germán gerrit gethin ghassan giacomo giancarlo gianluca gianni gilberto gilroy
giorgio girish giuliano gonzalo gopal goran graziano grigory grzegorz gustavo gwilym haakon habib
haider haitham halvor hamad hamisi hamza hani harish harley haroon harsha haruto hein hemant henk
hideki hideo hilario hiro hisashi hisham horace horacio hossein hryhoriy humberto hussam huub huw
håkan håkon iain ibai ibrahima ichiro idris ieuan ifeanyi ignat ignatius ihab ihor ikechukwu iker
ilya ingmar iosif irving isamu isidro ivano ivar ivo ivor jaap jaber jacek jacinto jacobo jacopo
jagdish jalal janusz jarek jarle jarrod javi jawad jayant jayden jeffery jermaine jeroen jerzy
jimmy jiro joaquim joey johnny jonathon jonny joop josh jozef joão juha jukka julio julián juma
junaid junichi jurriaan józef jørgen kaden kalle kamau karthik kartik katsuo kayode kazimierz kazuo
kazuya kees keiran keisuke keita kelechi kenichi khaled khalil kieron kipchoge kiprono kirill
kiyoshi kjartan kjell koen koichi koji kojo kris kristian kristoffer krzysztof kunal kunle kurtis
kwabena kwadwo kwaku kwasi kåre lalit lamberto larry lashawn lautaro leandro leonardo leonid lerato
leszek livio lonnie lorenzo lorne luay lubomir luciano ludvík luther luís lwazi lyle maarten maciej
mads magne mahdi mahesh majid makoto maksim maksym mamoru mamoudou mandla manish manlio manoj
manolo marcelo mariano martín marwan masahiro masao masato masood matthijs mattia mattias matías
mauricio maurilio maximiliano mehmood menno mervyn micah michał michele mihai mikael mikey mikkel
mikko mikołaj milorad milton minoru miodrag mircea mirko mitsuo modibo mohamad mohamud mohan mohsen
moisés morten mpho muhammad muhammed mukesh mukul munir musa mwangi mykola nadeem nandan nando
naoki narayan narendra naresh naser nasir nate nathaniel naveen nawaf nebojša nenad niall nicolás
nikhil nikola nikolay nilesh nino nitin nizar njoroge nkosana noboru nobuo nuno obinna ochieng
octavio oddvar odhiambo oisín okechukwu olav oleh oleksandr oleksiy olle ollie olumide oluwaseun
ondřej orazio oreste osama osamu oskari osvaldo oswald othman otieno otis ottavio pankaj parth
pasquale pauric pavlo peder pekka petar pete petro petter petteri phineas pierluigi piero piet
pieter prabhat pradeep prakash pranav prasad prashant praveen preben predrag pádraic pål qasim
radek radoslav radosław raffaele rafi ragnar rahul raj rajan rajat rajeev rajendra rajesh rakesh
ramesh rami ramiro ranjit rashad rasmus rastislav rauf raúl reg reidar renato rens renzo reza rhys
rik risto riyad rocco rodger rodolfo rodrick roel rogelio rohan rohit romolo román ronnie ruairí
rubén rudy ruggero rutger ryo ryota ryszard saad sachin saleem salman sameer sami samir sammy
sancho sandeep sander sani sanjeev santosh satish satoru satoshi saverio saúl seb sebastián segun
sergey serhiy seydou shahid shakir shankar shaun shehzad shigeru shinji shinzo shohei shota shreyas
siarhei sibusiso siddharth sigurd silvano silvester silvio sindre sipho sjoerd sjur slobodan sohail
sola somnath sondre souleymane srinivas stanislav stanisław stefán stepan stig stojan sture subhash
sudhir suleiman sumit suresh susumu svein svetozar tadashi tadhg tafadzwa tahir takao takayuki
takeo talal tapio taras tarek tareq taro tarun tatsuya teemu tendai teodoro terence terje terrell
terrence tetsuo teun thabo thelonious themba thor thorbjørn thorleif tiago tihomir timo timofey
tiziano tjeerd tobin toma torbjørn torgeir torkel torstein toru toshi toshio travis tremaine trent
trond trygve tsutomu tullio tunde tuomas tyrell ubaldo uche ugo ulises umberto umesh usman vadim
vadym valentyn valerio valery varun vasily vasyl veselin vicente vidar vinay vince vineet vinod
vipul virgil vishal vitaliy vitaly vittorio vivek vlad vladislav vlado vojislav volodymyr vsevolod
vuk vusi vyacheslav víctor wael wale waleed walid wally wanjiru waqar wilf wilfred wim winfield
woodrow wouter władysław xabier yago yahya yaroslav yaser yash yasin yasser yasuo yegor yevgeny
yogesh yoshi yoshio yosuke younis yuji yukio yuriy yusuke yuta zach zack zafar zaheer zahid zaid
zakaria zbigniew zdeněk zeke ziad zubair ángel óscar øystein željko
achim ahmet andrej artur bilal bodo burak carlo carsten christopher claas claudius claus
constantin cornelius dario detlev dietrich dragan eckart elmar enno erdal ewald falk flurin
frederik friedemann friedhelm gabor gernot gero gert giancarlo gisbert goran gottlieb gunter
gunther hasso heiner heino helge helmuth heribert herwig hilmar hüseyin ignaz ingolf jacek jannik
jannis jiri joschka julius justus jürg karsten kay kemal kilian korbinian lasse laurenz leander
leonhard luka marko marten mathis matthäus meinhard mirko niklas niko nikola orhan oswald pius
raimund raphael rene reza ronny rudi sepp sergej serkan siegbert siegmar siegmund sigmar silvio
steffen swen tarik tassilo thilo thorben tilman tilmann timo torben ueli uli ullrich vinzenz
walther wieland winfried xaver ömer eike henner jobst kuno lutger nepomuk ortwin quirin roderich
rolf-dieter sönke thies tjark volkhard wenzel wolf-dieter hans-peter hans-jürgen hans-joachim
hans-werner heinz-peter karl-otto klaus-peter klaus-dieter franz-josef ernst-wolfgang
arndt bernt birk bjarne burkhart christof dierk diethelm eckehard edzard egbert emanuel engelhard
frieder giselher harro hartwig heinz-dieter hellmut henrich hinnerk ivo kersten klaas levin
lorenzo mats merlin milo momme odo onno raik reimar reimer reinhart rico samir sami silvan tizian
utz vitus wigbert wilko willibald zacharias curdin corsin pirmin ursin aydın baran emir ercan
fatih ferhat gökhan ismail kadir levent metin okan ramazan recep sinan süleyman tuncay ufuk volkan
jaroslaw zbigniew krzysztof grzegorz dariusz volodymyr wolodymyr mykola andrij serhij bohdan dusan
nenad slobodan predrag branko miroslaw stanislav jovan wladimir dimitri michail jewgeni""".split()
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
colette josephine philippa ada magda beatrix ines dana tilda lorraine
aarti aase abbie abeer abena abimbola achieng adelina adenike adesuwa aditi adjoa adwoa afua agata
ahlam ailsa aino aishwarya aisling akanksha akiko akinyi akosua akua alana alannah aleksandra
alisha alison alka allegra allyson alys alyson ama amal amalia amani amarachi amber
aminah aminata amparo amrita anabel anamika ananya anastacia anastasiya anca aneta anežka angharad
angie anica aniela anisa anjali anka ankita annabel annabelle anneli annelies annie annika annikki
antoinette antonella anushka anwen anya aoibheann aoibhín aparajita aparna araminta archana ariadne
ariana arlene arundhati arwa asami asha ashleigh ashwini asma asmaa assunta atieno atsuko aubrey
aud audra aurelia avery awino ayako ayanda ayesha ayumi aziza barbora barbra beata begoña belinda
belén bernice berta bertie bessie bethan bethany betsy bettye bev bhavna biljana bintou birgitta
birgitte bisi blanca bláthnaid bodil bogna bojana bonnie bożena božena branka brechtje bree brianna
bridgette bridie brigid brit brita bronagh brooke bryony bríd buhle bukola bushra busisiwe caitlin
caitlín camila camilla candace caoimhe carlene carly carmel carolien carrie casey cassie caterina
cath catharine cathleen cecilie cecily celestine celine charlotta charmaine charu cherie chidinma
chie chinyere chitra chiyo chrissie christabel ciara cicely clarice clementine clodagh colleen
concetta connie cora corrie corrina costanza courtney cressida dagny dalia danica danuta daria
dariya darlene darya deanna dearbhla deb debra deena deepa deepika delia delores denice dervla
devika dina dinah dionne divya djeneba donatella dorcas dorota dot dragana dubravka dulcie dunja
ebele ebun edurne edyta effie efua eilidh eilís eimear eira eithne ekaterina elaine
eleanor eleanore eleonora elin elina elisabetta elise eliza ellie elsie elspeth elżbieta emanuela
emer emi emiko emmeline eri ernestina esi esme essie estefanía estrella ethel etsuko etta eudora
eugenie evangeline evie ewelina fabiola faiza famke farah fariha fatema fatemeh fatma fatoumata
fawzia fay felicity femke fernanda ffion filomena fionnuala flavia fleur florencia florrie folake
francine francisca freda frida fulvia fumiko funke gabriella galyna gauri gayatri gaynor geeta
gemma genevieve genoveva georgiana geri gertie ghada gianna ginevra ginny gita giuliana giuseppina
glenys glynis gordana gracie grainne grazia graziella graça grażyna greet grethe gro gráinne
gunhild gunilla gunn gunnhild gunvor guro gwenllian gwyneth habiba hafsa hala haley halima halina
halyna hanaa hanako hanan hania hanne hanneke haruka haruko harumi hattie hayat hayley hedda hege
helle hema hendrika henrietta herminia hester hetty hiba hiroko hisako hitomi hjördis holly
hristina huda idoia ifeoma ignacia ijeoma ilaria ilona imelda immacolata inaya indrani ineke inger
ingunn inna inés inês ioana iona irena irma iryna isadora isaura iseult ishita isobel isotta israa
itziar ivana ivanka iveta iwona izabela izzy jacquelyn jadranka jadwiga jagoda janey janie janneke
jantje jaroslava jasmina jasmine jasna jawahir jaya jayanti jayne jeanette jeanie jeannie jelica
jemima jen jenni jennie jeri jerri jessamine jimena jitka jo joann joanne joaquina jocelyn jodi
jody johnnie jolanda jolanta jolene jorunn josefa josefina josie joy julianna julieta junko justyna
jyoti jóhanna kaarina kadiatou kaisa kaja kalpana kamila kanako kanchan kaori kara karoliina karyn
kasey kasumi katelyn katerina kateryna kathryn katia katri katrina katrín kavita kavya kawthar kay
kaylee kazuko kazumi keely kehinde kellie kendra keri kerri khadijah kiera kimberley kimberly
kimiko kinga kira kirsi kirstie kitty kiyoko kjersti kristen kristi kristine kristín kriti krystal
krystyna ksenia kseniya kumiko kylie kyoko laila lalita lamia lana larisa larysa lata latifah
laverne lavinia layla leah leanne lee-ann leela leigh-anne leire leonor lesia leticia lettie leyla
libby liddy lidia lidija lieke liesbeth lilia lilja lill lillian lillie lindiwe linnea linnéa
lisbet lisbeth liv livia liz liza lizzie ljiljana ljubica ljudmila loes loraine loredana loreen
lorene lori lotta lotte lottie lubna luciana lucinda lucrezia lucyna ludmila luisella lula lulu
lulwa luísa lynda lyndsey lynette lynsey lyubov lyudmila maartje macarena machteld maddie madge
madhavi madhu madhuri maeve maggie magnhild maha maiken mairead mairéad maisa maisie maite makena
maki malak malala malini mallory mami mamie manal manisha manju maram marcella marci margery margie
margo mariah marian maribel marieke mariela marija marijana marijke marika mariko marisol maristela
mariya marjan marjolein marjory markéta marla marsha marte marwa maryna marzena marzia maría masako
matilde mattie matylda maura mavis maysoon mayumi meena meenakshi meg megha meghan megumi melody
micaela michiko midori mieke mieko miep miki milagros milica milka millicent millie mina minako
minnie mira mirela mirella mirjana misaki missy mitsuko miwa miyuki mohini mollie momoko montserrat
moraa morag morwenna mridula muireann muna muthoni mwikali myfanwy myra myrna myrtle máire máiréad
märta nabila nada nadiya nafissatou nahla naila najla najwa namrata nandini nandita nanette nanna
naoko nargis nasreen nastya nataliya natalya natasa nataša natsuki nawal nazia neelam neeltje neema
neha nellie nerea nerissa nerys nesreen nettie nevena niamh nidhi nienke nieves nikki nirmala nisha
nita njeri nkechi nneka nnenna nobuko noelia noelle nokuthula nola nomsa nomvula noriko norma nour
noura ntombi nura nyambura nyokabi nóra oddny oddrun olaia olesya olha oluchi olwen omolara onyinye
oonagh ophelia orlaith ornella ottavia oumou padma paige palesa pallavi paloma pam parvati patrycja
patrícia patsy patti paulette paulina pavla pearl peggie pepita pernille petronella petula phillipa
philomena pierina pippa pirjo polina pooja poornima portia prachi pratibha preeti prerna priscilla
priti purnima päivi queenie rabia rachael radha radmila rae raffaella ragna ragnhild raisa rajni
rakhi rana randi rani rasha rasheeda rashmi razia reba rebeca reem reena rehema reiko rekha rena
renae rene renu renuka reshma rhian rhiannon rhoda rhonda richa rie riikka rika rima ritu ritva
robyn rochelle roisin rokia ronke roopa roos rosalia rosalinda rosamund rosanne rosaria roseann
roseanne rosella rosetta rosie rossana rossella rowena roxanne rubie ruchi rukhsana rumi rupa ryoko
róisín saara saba sabah sabina sachiko sade sadhana safa safia sahar saima sakura salimata sally-
ann salome salomé salwa samar samara samiha samira sana sanae sandhya sandi sangeeta sania sanja
sanna sanne saoirse sarita satoko satu savita sawsan sayaka sayuri seema selena selina seren serena
setsuko shabana shaheen shailaja shaima shalini shana shania shanna shanta shanti sharda shari
sharlene sharmila shauna shazia sheela sheena shelley shelly sheree shereen sheri sherri sherry
shilpa shirin shizuka shizuko shobha shona shonda shraddha shreya shruti shweta sian sidsel
sigríður siham silje silvina simonetta sinead sinikka siobhan sissel siv siân slavica smita smriti
sneha snežana socorro sofiya sofía solfrid solrun sonal sonali sondra sonya sophy soraya sorcha
sridevi stacey stacie stacy stanislava stanka stefania stella stina stine sudha suhaila sukie suman
sumaya sumiko sunanda sunniva supriya susannah sushma susie suzette svanhild svetla svitlana swati
sybil synnøve sławomira tahira taina tamar tamiko tamsin tanuja tanvi tanya tara tasha tatum
tatyana tereza tessa tetiana tetyana thandeka thandi thandiwe theodora thomasina thora thyra
tiffani tineke tisha titilayo tiziana tjitske tomoko tomomi tonya tora tordis torill toshiko tove
toyin tracie tricia trijntje trina trine trish trisha trixie trudi trudie trupti truus
turid tuula twyla tyra uju uliana uma umaima unn unni urmila urszula valarie valentyna vandana
vanesa varsha vasundhara velma verity verna verónica vesna vicki vickie vidya vigdis viktoria vilde
vimala vincenza violeta vittoria viviana vivien vlasta wafa wairimu wambui wangui wanjiku
wenche wendi widad wiesława wietske wilhelmina willa willemijn winnie winona ximena yaa yamini yana
yaroslava yasmine yasuko yelena yesenia yetunde yevgenia yewande yinka ylva yoko yoriko yoshiko yui
yuka yukari yukiko yulia yuliia yuliya yumi yumiko yuriko yusra zahra zaina zanele zara zawadi
zaynab zdenka zehra zelda zena zodwa zoey zofia zohra zorica zubaida zulema zuzana zuzanna áine åsa
åse éabha úna úrsula
amelie annabel annelie annemarie annika annina aylin ayse bianca birgitta birte brunhilde bärbel
carola carolin catharina cathrin christin constanze cordula daria edeltraud elsbeth emine erna
fatma frederike frida gabi gerlinde gertraud gesa gesche gundula hanne hedi heidemarie henrike
hertha hilke hiltrud ilka ilona ina inken insa irma isolde jella jette karola karolin kira
konstanze kornelia ladina leni leonore leyla lili lisbeth lotta lotte ludmila luzia malin mareike
margarethe marieke marietta marita melina meral merle natascha nele rahel regula ricarda seraina
sina sofie steffi stella swetlana tetjana traudl trudi undine ursina veronica viktoria viola vreni
vroni waltraut wencke wilhelmine yasemin özlem anna-lena ann-kathrin eva-maria marie-luise
annerose burgi dörte elfi friedel gritt heilwig hella hertje imken josefa jördis käthe lieselotte
maxi ortrud rosel sieglinde tomke uschi walburga
annelore antonella bettine brit corina danuta delia dietlind ebru edelgard ellinor esra eveline
filiz finja gülsen heidrun hiltraud ingelore irmtraud irmela jaqueline katinka kyra lia liesel
lilo livia marga margareta meta mieke neele nika nuran patrizia rabea reinhild rike rosi sevim
telse trude wibke cansu derya gülay nazan necla selin iryna kateryna biljana vesna snezana
ljiljana jekaterina ljudmila grazyna beata""".split()


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


#: More of the English-speaking countries, of the Isles, Africa and South Asia among them.
_ENGLISH_MALE = """
achille aimé aksel amitav ashis bronislaw chester czeslaw dipesh emmett everett forrest frantz
giulio harlan homi imre irwin italo lev lyman randolph ranajit roscoe sanford slavoj thorstein
tzvetan willard zygmunt
abraham adewale adeyemi aiden ainsley akbar akin albie aled alf allan alonzo alvaro alvin amos
andile andy aneurin archibald ari arif arjan arlo avi balaji baldev barney barrie basheer bayo
benjy bernie braden brent broderick bryan bryce bryn caleb calum casper cecil charlie chas
chetan chuck clarence cliff clint clyde conor cory cyrus daithi damon darius darrin daryl davey
davie davy delbert delroy demetri denny denzel denzil devin dewi dexter dhruv dipak dmytro dolph
dom donnie dougie drew duane eamonn ebenezer ed edison ehud ekow elbert elliot elmer elton elvis
elwood elwyn emlyn ernie ervin esau eustace farouk farrukh fearghal fela feroz festus finbar
finlay funso gabe gene geordie gerry gideon glyn graeme graydon griff gus guto gwyn hal
harvinder henrique herbie hiram hitesh homer horatio hywel iestyn ifan ike iqbal irv
isaiah iwan jabulani jai jake jaroslav jaspal jaswinder javed javon jeb jed jedidiah jem jethro
jibril jimmie jitendra joao jomo jools josiah kaleb karan keir kellan kenny kev killian kiran
kishore kristof kwesi lanre lawrie leland lemuel len lenny linus llew llewellyn logan lorcan lou
lucian lucius lyndon madhav malachi malachy manny mansoor marlon marty marvyn maury mervin micky
mitch mo mohit monty mordechai moshe mudassar mungo murdo myles myron nabeel navin neville
nikita nikos nirmal nkosi noam obadiah olu olufemi omari orville owain ozzy palash patricio
pawel pedr piers pramod pravin rafe raffi raghav rahim rasheed ravindra raymundo reggie reuven
reynaldo rhodri rhydian richie rick rickey ricky rishi ritchie robbie rod roddy rolando romesh
rupesh saeed sajid scotty sergiy seun seán shakeel shamus shawn sheldon shiv shridhar shyam sid
somchai soren stavros stevie stu sukhdev sushil syd sydney taiwo taj tarquin tayo teddy tenzin
terrance tevita thad theophilus thom tiernan titus tobi toby tod tommy tristram ugochukwu uriah
venkat vern vikas vimal vipin wasim waylon wendell wes wilber wilbert wilburn willie wilmer
xander yasir yemi yitzhak yoni yosef yuval zain zak zane zayd zeb zev
""".split()
_ENGLISH_FEMALE = """
romila
abby abiola adanna adina afia agatha aine aislinn alanna alesha aletha alfreda alissa allie
allison alyssa amabel amanpreet ambreen amita anila anisha anneka annmarie anoushka anthea
anusha arabella aubree ayo azadeh babs bea becca beckie bernadine beryl bess bettie beulah
blodwen bobbie boitumelo bonita branwen breda briana briony bronwen callie caren carey cari
carys cate catriona catríona cecelia ceri cerys chandni chebet chepkoech chioma christie
chrystal cilla clare claudette coretta cosima darcey darla davina deidre delilah deloris delyth
demi dianne dilys dottie dympna edie edna edwina eibhlín eirlys eleri elma eluned elwira ena
eniola erin erma eszter ethna euphemia evelina farzana felicia fidelma flo folasade fran
frederica funmilayo gayle geetha griselda grizelda gwenda gwendolen hafsat harriett hephzibah
hermione hettie hina hollie ifunanya ilana inez isha izzie jaclyn jacqui jada janette janis
jeana jemma jessie jillian jocasta joni jovita juliana justina kadijatu karolina kat katy
kayleigh keabetswe keira kelebogile kemi kezia khadijat kiersten kirsty kizzy krista kshama kyla
lakeisha laoise latasha latisha latonya lauren leda lenora leona letitia letty lexi lexie lila
lilias lindsay lindsey lindy lizzy llinos lois lora luz lyn mabli mair mairi majella malvina
marge marissa marnie maryann maryanne mehreen meriel milly mimi minerva morven moya máirín
nafisa nafisatu naledi narges nasra naznin nessa nia nichola nicky nighat nimisha noeleen
nompumelelo nonie obiageli ofelia olufunke oluwatoyin olwyn omotola oprah parveen peg penny
perdita phyllida poonam pradnya pru prudence raina rashida ratna rebekah refilwe regan reham
renita reta romola rosalee rosaline roshni roslyn roxana rutendo ruthie ryma sadia safiya sakina
sallie sapna scarlett shabnam shahida shakira shamim shaniqua shannon shanthi sharifa shawna
shelagh sherrie sheryl shira shivani sibongile sibyl simisola sita siwan soumya staci sue sujata
sukey suzie suzy tahmina tallulah tami tammie tammy tanisha taryn temitope teri thelma thirza
tiana tonia tori traci treena tshepo tumelo ulrika uzma veena venetia vikki vinita wynne xanthe
xiomara yejide zandra zarah zenobia zoë zuleika zuleikha consuelo amparo socorro
""".split()


def _bare(name: str) -> str:
    """A name as it is printed where accents are left out."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_PRINTED: dict[str, str] = {
    **{f"{first}-{second}": "m" for first in FIRST_MALE for second in SECOND},
    **{f"{first}-{second}": "f" for first in FIRST_FEMALE for second in SECOND},
    **dict.fromkeys((*_MALE, *_FRENCH_MALE, *_ENGLISH_MALE, *MALE), "m"),
    **dict.fromkeys((*_FEMALE, *_FRENCH_FEMALE, *_ENGLISH_FEMALE, *FEMALE), "f"),
}
#: What is another word without accents.
_WORDS = frozenset("maire german desire".split())
#: Given name in lower case → ``m`` or ``f``.
GIVEN: dict[str, str] = {
    **{
        bare: gender
        for name, gender in _PRINTED.items()
        if len(name) > 4 and (bare := _bare(name)) not in _WORDS
    },
    **_PRINTED,
}
#: What stands after the name of a firm.
LEGAL_FORMS = frozenset("LLP LLC Ltd Inc Inc. PLC plc GmbH AG KG SE SA SAS SARL NV BV".split())

#: Names of men and of women by custom, in any language; those that are of both in English,
#: of one elsewhere.
_BOTH = "alexis kim robin nicola alex sam chris leslie dominique camille claude deniz morgan"
AMBIGUOUS = {
    "en": frozenset(f"{_BOTH} jean jan andrea simone jordan sascha toni kai".split()),
    "de": frozenset(_BOTH.split()),
    "fr": frozenset(_BOTH.split()),
}
#: Last words of names of firms and places that are no family names.
FIRMS = frozenset(
    """Airlines Airways Analytics Associates Beach Books Brewery Brothers Builders Capital Castle
    Cathedral Chemicals Communications Developments Electric Electronics Energy Engineering
    Enterprises Entertainment Estates Exploration Express Falls Farms Films Finance Financial
    Foods Forest Freight Gas Global Harbour Harbor Health Healthcare Holdings Homes Hotel
    Hotels Industries Insurance International Investments Island Islands Labs Laboratories
    Library Lines Logistics Management Media Metals Mills Mining Motors Museum Networks Oil
    Partners Petroleum Pharma Pharmaceuticals Pictures Port Power Press Prison Products
    Properties Publishing Radio Rail Railway Railways Records Renewables Resources Retail
    River Robotics Securities Semiconductor Services Shipping Software Solar Solutions Square
    Stadium Station Steel Stores Street Studios Supermarkets Systems Technologies Technology
    Telecom Television Textiles Theater Theatre Trains Transport Utilities Valley Ventures
    Water Waters Wind Works Advertiser Almanac Argus Bulletin Chronicle Courier Digest
    Dispatch Echo Examiner Gazette Herald Inquirer Journal Mercury Mirror News Observer Post
    Quarterly Review Sentinel Telegraph Times Tribune Weekly African American Asian Australian
    British Canadian Caribbean Catholic Chinese European Indian Italian Japanese Jewish Korean
    Mexican Muslim Protestant Russian Scottish Spanish Swiss Turkish Ukrainian""".split()
)
#: Endings and words that no English family name has.
NO_FAMILY = ("tion", "tions", "ship", "ity", "ism", "ics", "ology", "ments", "nesses")
THINGS = frozenset(
    """No Nos Vol Executive Average Index Testimony Act Survey Programme Program Project Plan Pact
    Treaty
    Accord Agreement Award Awards Prize Cup League Trophy Championships Festival Games
    Revolution Manners Handbook Manual Rules Orders Theory Culture Bylaws Code Charter Edition
    Years Café Cafe Part Chapter Volume Episode Season
    History Philosophy Literature Law Medicine Theology Chemistry Science Sciences Studies Affairs
    Economy Finance Agriculture Defence Defense
    Road Street Avenue Lane Square Bridge Origins Féin Fáil Gael Resorts""".split()
)

#: Words of any of the languages that lead to whoever is named behind them, and belong to no
#: name: "Selon Lee" also in an English text.
LEADS = frozenset(
    """as according following for see compare cf per like after selon d'après d’après pour chez voir
    comme laut nach bei für siehe vgl wie gemäß gemäss mit zitat quoting""".split()
)
