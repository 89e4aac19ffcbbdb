"""Further common given names, of many countries; :mod:`citekit.find.cues.names` has those that
were given most often in English, German and French.
"""

from __future__ import annotations

MALE = """
aage aarne abbas abdallah abdel abdelaziz abdou abiodun adama adekunle adeola adolf adão afonso
afzal agostinho agustín ahmadou ailbhe aivar aivars akihiro akinwumi akshay akwasi alaa alar
aleks aleksandar aleksi alexandru alfio algernon algirdas alhassan alhassane aloísio alphonsus
alvise amartya ambrose amedeo ameer amr amílcar anastasios anatoly ander andrey andris andriy
anselmo ansgar anson antal antero antonis antti anup aníbal apostolos aram arend arild aris
arjen arkadiusz arkady arlen arnaldo arnau arrigo arsen arseny artem arturs artyom arun arvo
arvydas asger asher aslan atanas athanasios atsushi attila augusto aurelio azzam babajide bahram
bakari bakr baltasar baltazar balázs bartolomé barış bashar bassam bassey bekir belmiro bence
benedito bengt bento berat bertil bertus bevan bharat bheki biagio bilel blaise bohumil bojan
bojko bolaji bonifacio borislav boubou boukary boutros boyko bořivoj boštjan branislav brayden
brás béla börje bülent caetano cahal caio cameron camillo caoimhín carwyn cas caspar celso cemal
chaim chandra charalambos chen chijioke chike chima chinua christer christo christos chukwu
chukwuma cian ciprian ciro cornel corwin cosimo costin cristiano csaba curt cyprian călin dag
dagfinn daithí dalibor damiano damir dani danil danilo dara daragh darragh darío daulet davit
dawid dawud deon dev dezső dimitar dimitrios dimitris dionysis djibril dmitriy domhnall domingo
donncha dorin doru doğan dragoslav dragoş dražen duarte dumitru dámaso dénes ebbe ebuka edgars
eduardo efe ehsan eivind ejike ekrem eliseo emad emenike emilio emyr enda ender endre enver
erhan erkan erkki ernő erol ertuğrul esben eskil essam estêvão eugeniusz evangelos evaristo
evgeny eyal fahd fahri faiz fareed farhad faton ferdinando ferenc fernão ferruccio fikret filipe
finbarr fiorenzo flemming florestan florin floris flávio folarin fotis fouad francesc francisco
frands františek françois-xavier frederico fábio garry gbenga gearóid gediminas georgi georgios
georgy geraldo gergely gerold getúlio geza gheorghe giampiero gianfranco gianmarco gijs gildas
gilmar gintaras giordano giorgos girts gleb glen gordan govind gregorio grigore grigoris
gualtiero guglielmo guilherme guillem guntis gunārs gurpreet guus gyula györgy gábor géza gísli
göran hadi hafiz haim hajime halim haluk halvard hamed hamidou hamit hanno hannu hans-ulrich
haroun hashim hassane hatem haytham heath heikki henryk herfried hermínio hesham hieronymus
hikmet hiroaki hiroki hiroyuki hjalmar horia houssam hoyt hristo hrvoje hussain héctor hélder
iacopo iban ignazio ihsan ikenna ilan ilhan ilias ilie ilir ilja ilker ilkka ilmari ilmo ilyas
imad indrek ingemar ingvar innokenty inácio ioan ioannis iolo ion ionel ionuţ ishaan ishaq
isidore ismaila ismaïl issouf issoufou istván itamar iulian ivars ivaylo ivica jaak jaakko jaan
jaime jairam jakov jamil jan-erik janek janne jari jarmo jaromír jassim jean-bosco jedediah
jelle jenő jeppe jerónimo jide jindřich joakim johnathan jordi jos josep josephat josip joss
jostein jouko juanjo juhan juhani junichiro jurek juris jáchym jános jóhann jón józsef jörgen
júlio jānis kaan kaarel kabir kaj kalev kalevi kamran kapil kaspars kasper katsuhiko katsumi
kaushik kazuhiko kazuhiro keiichi keiji kenan kenta kentaro kenzaburo kenzo kermit keshav kevork
kimmo kiril kjetil kolja konstantinos kostas kosuke krasimir krishna kristján kshitij kunio
květoslav kweku kyriakos kálmán károly kārlis kęstutis lachlan ladislav laith lajos lakshman
lars-erik lassina lauri lefteris lembit lenworth leonel leopoldo levan levente libor linas
lindani lisandro liviu ljubomir lodewijk lourenço lovro lubomír luboš lucjan ludovico ludwik
luiz lukáš lungile luqman luuk lyuben lyubomir lár lázaro lúcio lőrinc madan madis maher mahmud
malang manmohan manolis mansour manu marcelino marcos margus mariusz maroš mart martijn martim
martti masaaki masaki masaru masashi masayoshi masoud massimiliano mateus matheus mathurin
matjaž mato matvey matyáš matěj maurits mauro maurício mazen meinrad meirion melih menachem mert
mesut michal michalis michel-ange mieczysław mihail mihkel mihály mika miles milivoj miljenko
milovan mindaugas mirosław mitsuru mladen mogens mohamadou momir momodou moncef morihiro mostafa
mouhamadou mounir mstislav mubarak muhammadu muhsin murad murali murilo murtaza musab márcio
mário márton mátyás máté máximo märt mårten māris nader nadim naeem nagesh najib nanni naoto
narciso navid nazim necmettin nemanja nereo niccolò nicolae nicolai nihal nihat nikolaos nima
nnaemeka nnamdi nobuyuki norberto nordin noriaki norio normand normunds numan nunzio nuri nurlan
nándor néstor odion odysseas ofer ognjen ognyan olabode oladele olamide olavi oldřich oleksii
olev olli olof olubunmi olusegun omid omran onur osmo otakar otmar otávio oumar oumarou oussama
ove ovidiu oyvind ozan oğuz paavo palle panagiotis partha pascual pasi patrik patrizio pau paulo
pavlos paweł peer peeter pelle pentti pere peteris petko petre petri petros petru peyman phelim
plamen plínio pontus pranab pratap priit primo przemysław pyotr pál péter pío pēteris quintus
rado radovan radu rafał raheem raila raimondo raimonds raimundo raivo rajab rajnath raju ram
raman ramzan ramzi ranbir raniero ranjan rasool ratko raul razvan recai reijo reinaldo reino
remco reuben rexford rezső rickard rigoberto riku rimas rinaldo ritwick roald roeland rogério
romas romuald romário ronen rostislav rotimi ruaridh ruedi rui rumen rune ruslan rustam ryoichi
ryosuke ryuichi ryutaro rómulo rúben răzvan rıfat sabino sabir sabri saburo sadiq sakari salah
saleh salih sampath sandile sarath satya satyajit saulius saurabh sayed saša sedat sefton
seiichi seiji selahattin selçuk semyon seppo serdar sergiu serhat serhii severino seydina
seymour shafiq shakib shakil sharad sharif shashi shayne shekhar shigeo shimon shingo shinichi
shiro shivraj shlomo shoaib shoichi shuji shunsuke siavash siddiq siebe siim silvestre silviu
siphiwe sixten siyabonga sizwe slaven slavko snorre sotiris sourav spiros srdjan srikanth srđan
staffan stanko steen stefanos steinar stelian sten stian stipe stjepan stoyan sudhanshu suhas
sujit sulaiman sverre svetoslav svyatoslav swaran syed szabolcs szymon sándor sérgio sölvi
sławomir taavi tadao tadeusz taha taher taichi takafumi takahiro takuya tamim tamás tancredo
tanel tanvir tapani tarmo tarō tatenda tawanda tawfiq tayfun taylan tayyip tejas temel teodor
teppo teruo tesfaye tetsuya thabiso thado thanasis theodoros thokozani thorkild thulani tidiane
tiit timur tito todor tolga tomislav tomohiro tomos tomé tonino toomas torbjörn tore torquil
torvald toshihiko toshiro toufik tousif troels troy truls tsuyoshi tsvetan tudur tuomo turgut
turlough tyrone tõnis tõnu uffe uldis ulrik unai upendra urho uri urmas uroš uzair uğur vahid
valentín valeri valeriu vangelis vasile vedat vedran vegard veikko veljko venkatesh ventsislav
veysel vilhelm villu vilmos vilnis vinicio vinícius viorel virender virgilio vishnu vitali
vladan vladimír vlastimil vojtech vojtěch vusumuzi vytautas väinö vít vítor vítězslav wahid
waseem wataru wiesław wiktor wilfredo witold wole wycliffe włodzimierz xavi xolani yaakov yair
yakov yakubu yassine yasuhiro yaşar yehuda yiannis yigal yitzchak yiğit ylli yngve yoichi yonas
yordan yorgos yoshiaki yoshihide yoshihiko yoshiro yoshitaka youcef younes yousif youssou
youssouf yuichi yunus yury yutaka zaher zahir zakhar zaki zbyněk zdravko zdzisław zeferino zenon
zhelyu zhivko zlatko zsolt zurab zvonimir álvaro åke éamon íñigo ödön øyvind łukasz ştefan
štěpán žydrūnas
""".split()
FEMALE = """
aadhya aafke aamina aasiya abeba abla adaora adebola adesua adhiambo adrienn adrienne adélia
afaf afsaneh agafya agnese agneta agnete aija aikaterini aiko aila ailish aissata ajoke akane
akemi akoth alba albena alberta albertina aldona alena alessia alevtina alex-ann alexandria
alfonsina alia alicja alida almudena alyona alžběta amaka amalie amaya amna amália ana-maria
anatolia andreea andréanne anelia angeliki angustias angélica anika anikó ann-kristin annalisa
annamaria anne-mette annelise annetta antonietta antonina antonine antra antónia anu anupama
anyango aparecida apiyo aqila ariadna arianna ariel arja armanda aránzazu asako ashanti asli
aslı aspasia assia asuman asunción atefeh athina audronė auma avantika aviva awuor ayaan ayaka
ayla aynur ayşegül azra azucena aída aïssata babalwa bahar bahia bahija baiba bandana banu
barbro basma batoul beatrijs belgin benazir benedetta benedikta benedita benita bergljot berna
bernadett betül beáta bharati bianka bich bilge bina biruta birutė bjørg blanka boglárka
bogumiła bolanle borbála borghild boryana branca breanna bregje brigida brigitta bruna buchi
burcu bérangère bérengère büşra caitriona caitríona candelaria caridad carissa carlota carme
casilda catrin cecília celina ceyda chaima chandana chandrika charulata chava chelo cherono
chidera chiedza chieko chika chikako chikondi chimamanda chinwe chipo chizuko christianne
christl christy chrysoula cinzia clelia cláudia clíona conceição concepción corazon covadonga
cristiane csilla czesława cáit cátia cäcilie célestine célia daciana daina dainora daiva dalal
dalma damaris daniella danutė darja debora defne deja denisa deolinda desirée desislava despina
devaki dianna didem dijana dilan diletta dilma dimitra ditte diāna djamila doaa doina domenica
domitila donata donka dorina dorit dorottya dorthe drilona drusilla dulce durga débora désirée
dóra ebunoluwa ecaterina ece edita edite eduarda eefje eeva eftychia eglė eija eiko eila eiluned
einav eirini ekaterini ekin elaheh elda eldbjørg eleanora eleftheria elen eleni elettra eliana
elinor elis elisabet elisabete elitsa elizaveta eliška els elske elza eléa elīna emefa emel
emese emiliya emmi emília emőke encarnación enikő enrica enriqueta eriko ermelinda ersilia
erzsébet esin esma esmeralda espérance estela eulalia eulalie evangelia evdokia eve eveliina
evelin evgenia evija ezinne fabiana fabrizia fadia fadila fadime fadwa fahima faina fani fannie
fanta fardowsa fariba faten fathia fatimah fatimata fatoş fayza fedora felicita felisa fenna
fereshteh feride feriel fermina fidan fien figen filipa finola fiorenza firdaus firuza flaminia
floarea flora florentina floriane florica flossie flávia forough foteini fotini fouzia franca
franka freja fruzsina fujiko fumi fumilayo funda funmi gamze geertje genowefa georgeta gergana
gerti gertrudis giada giedrė gilda ginka gintarė gioia gitte giuditta gizella gizem glória gonca
gopika graziela grete gretel guendolina guinevere gulnara gunnel gunta guri guðrún gwendoline
gyöngyi györgyi gönül gül gülbahar gülseren gülsüm gülşen günay hacer hadja hadley haimanti
hajar hajnalka halide hamida hanae handan haniya hanka haru haruna hasina hasna hatsue hauwa
havva hawa hebe hedvig hedy helgi heli helin helmi heloísa helén henna henny hermínia herta
hideko hikari hilkka hille hillevi hisae hjørdis hoda honora hortensia houda houria hui-min
hülya ibolya ibtisam iciar idalina ieva ifeyinwa iida ikram ikuko ilda ildikó ileana ilga ilham
ilinca ilknur ilme ilze imane imma inese inessa ingegerd ingela ingelise ingrida ingvild ingūna
intisar ināra ioanna iolanda ipek ira iratxe irini irja irén isa isaure ishbel isidora ismene
isolda iulia iva ivete ivonne iyabo izabella izumi jaana jale jameela janaína jandira janka
janna jannike jantine jarmila jayanthi jayashree jeanine jepkosgei jess jessamy jessamyn jiřina
joana johana johanne judit jule jumana jurema jussara júlia jūratė kadi kadri kaede kaho kaija
kajsa kalina kalliopi kamelia kamla kana kapitolina kapka kareena kasia kata katalin kateřina
kath kathi katrien kavitha kaye kayo kayoko kazue kei kelsey kerry kersti kerubo khanyi
khanyisile khaoula kiki kiko kikuko kim-anh kimi kinuko kirsti kirsty-anne kirti klavdia klára
komal kotone kristalina kristel kristýna kristīne krisztina ksenija kubra kumari kumi kuniko
kusum květa kyriaki külli lagle laima latha latife laureen laurel laurette laurène laís leena
leida lejla lenaïg lene lenore lenuţa leocadia leslie-ann letícia libuše licia lieve ligia liina
liis liliana lilith lilla lindokuhle lioba lleucu lolita lore lorella lorena lorenza loubna
louella lourdes lova lovisa lowri luana lucilla lucrecia lucía ludmilla ludovica luella luigia
luiza luminiţa lutgard luule lyla lætitia lídia lígia lívia lúcia līga maaike maarika maarit
machiko mackenzie madalena madara maddalena madoka mafalda magdalene magdaléna magdolna mahalia
mahnaz maia maiara maija maiju makbule makiko mala malati mamata mamiko manjula maret marfa
margarida margherita margrethe mariangela marianna mariastella marie-ange mariella marigold
marilena marinela mariola maritta maritza mariza marja marjatta marjolaine marlis marília masae
masami masayo matina matsuko mayawati maylis maysa mayu mayuko medha mehwish melania melek
meltem mercè mererid merete meriem merike merja merve mervi meryem mhairi michaele michela
mihaela miho miia mikiko milada milda miluše milvi mimma mindy mineko miriama mirja mirka
miroslava mirosława mirta misako mitra mitzi miwako miyako miyoko miyu mizuki mizuko moa modupe
mojisola montse morna motoko mouna mpumelelo mrinal mumbi munira mutsuko mylène myrthe myrto
márcia márta mírian mónika mônica müge māra mădălina nadya nafula nagma nahoko najat nalan nami
namita nanako nandi nao nasimiyu nasrin natacha natividad natsuko natsumi natália nawel nazanin
nazlı ndidi neena nefeli nejma neli nella nena nerida nermin neslihan nesrine nesta neus nezha
nicoleta nicoletta nida nigar niina nijolė niki nilay nilde nilgün nilima niloufar nilufar
nilüfer nisreen njambi nkem nkiru noa nobuhle noemi noha nokwanda nolwazi nomathemba nombuso
nonhlanhla nontobeko noora nosipho nouria nozomi noémi noémia noëlle nunzia nuray nurcan nurhan
nuriye nwando nyasha nádia nélida nóirín núria oana obioma octavia octavie odessa odete oge
ogechi olimpia olivera olja olympe olívia ona ondina onika opal orietta oriol orsola orsolya
otilia ottoline otília outi oya ozioma palma palmira panagiota pansy paraskevi parisa parvin
pasqualina pelin penka pernilla pervin petronela petya phumzile piera pille pina pinar piret
pirkko piroska poppy prabha pragya praskovya pratima prema priscila pritha prue purificación
pushpa pınar rabab radka rafaela raghad rahma raija raimunda rajani rajeshwari ralitsa raluca
rama ramla ramya ranee ranjana ranka rasa rathna ratih raya razan rea reet reina renske rhea ria
rica rieko rigmor rigoberta riina rikako rikke riko rimma rina risa ritsuko riya rodica rohini
rokeya roksana romana ronda rosalba rosaleen rosalía rosana roselyne rosina rosinha rosita
rositsa rosângela roya roza rozemarijn rozália rudo rukiye rumana rumbidzai rumiko rumyana
ruqayya rut ruta rute ruthanne ruvimbo ruxandra réka rūta růžena saada saadet sabeena sabiha
sabitri sachi sadako saeko safaa safiye saga saida saila saki sakiko sakshi saliha samah sanaa
sanda sandy sanem sangita sanita santa saraswati sarmīte saroj saroja sarojini sasha sasikala
satomi satsuki saule saundra savitri sawako sayo sayoko seda seija sekai selda sema semra senait
seonaid serap serpil sevda sevgi sevil sevinç shadi shagufta shahla shahnaz shaila shakuntala
shams shanelle shaza shigeko shiho shikha shinobu shizue shobhana shoko shontelle shu-fen shubha
sibel sierra sif signe sile silva silvija silviya simin sindisiwe sini sioned siphokazi siri
sirje sirkka sirpa sivan sjoukje skaidrīte slavenka smaranda snezhana soazig sofya soha songül
sonoko soraia sorina souad soňa spomenka stana stanisława stavroula stefka suad subhashini
sucheta sueli suhair sujatha sukhi sultana sumathi sumi sumie sumitra suna suraya suse sushila
susi suvi suzan suzana suzuko sveta sveva světlana swapna sylwia szilvia sára síle sílvia sólrun
sônia tae taeko taghreed tahani taisia takako takeko talia tamae tamaki tamako tansu tariro
tarja taslima tasneem tatsuko tecla tegan tegwen telma temi teodora terhi teruko thaís thembeka
thembi thokozile thuli thuraya tiia tiina tillie timea tine tiril tizita tokiko tola tomie
tomiko tomoe tomoka torhild tosca tova triin tsitsi tsuneko tsveta tsvetana tsvetelina tuba
tuija tullia tulsi tuuli tuğba tytti táňa tânia tímea tülay tülin tünde ulyana umeko una upasana
ursel urvashi urve urška uršula utako uzoamaka vaira vaishali vaiva val valda valeriya valéria
vanda vanya vappu varvara vasanthi vasiliki vaso vasudha vatsala vedrana velichka vendula verica
verona verônica vesela veselina vibeke vicenta vigdís viive vijaya viktoriya viktória vilija
vilma vinnie violetta viorica virginia virgínia virpi virve virág vitória viveca višnja vjosa
vrinda vânia věra wafaa waithera waka wakako wala wangeci warda wenke weronika whitney wided
wiktoria wisława yae yaeko yara yayoi yaël yekaterina yeliz yelizaveta yeşim yildiz yolanta
yordanka yoshie yosra yukako yukie yuko zahia zaida zaineb zaira zakia zandile zdena zdeňka
zdravka zeliha zhanna zilda zinaida zineb zohreh zola zoraida zoubida zoya zrinka zsanett zsuzsa
zsuzsanna zsófia zuhal zuleica zélia ágnes águeda álvara ángela ángeles órla özge ülkü ülle
ümran đurđa łucja şebnem şerife şermin şeyma ştefania štěpánka šárka željka živa živilė
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
