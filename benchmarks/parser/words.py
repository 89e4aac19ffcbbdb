"""Word lists the training records are made of: our own, by language and field."""

from __future__ import annotations


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("|") if part.strip())


#: Places of publication.
PLACES = _phrases("""New York|London|Paris|Berlin|Oxford|Cambridge|Chicago|Princeton|Princeton, NJ|
Princeton, N.J.|Cambridge, MA|Cambridge, Mass.|Cambridge, Massachusetts|Boston|Boston, MA|
New Haven|New Haven, CT|Ithaca|Ithaca, NY|Ithaca, N.Y.|Berkeley|Berkeley, CA|Los Angeles|
Stanford|Stanford, CA|Philadelphia|Philadelphia, PA|Baltimore|Baltimore, MD|Washington, DC|
Washington, D.C.|Washington|Minneapolis|Minneapolis, MN|Ann Arbor|Ann Arbor, MI|Durham|
Durham, NC|Chapel Hill|Chapel Hill, NC|Athens, GA|Lincoln, NE|Englewood Cliffs, NJ|
Englewood Cliffs, New Jersey|Upper Saddle River, NJ|Reading, MA|Reading, Massachusetts|
San Francisco|San Francisco, CA|San Mateo, CA|San Diego, CA|Palo Alto, CA|Menlo Park, CA|
Hillsdale, NJ|Mahwah, NJ|Thousand Oaks|Thousand Oaks, CA|Newbury Park, CA|Beverly Hills|
Hoboken, NJ|Norwell, MA|Boca Raton, FL|Lanham, MD|Westport, CT|Boulder, CO|Seattle|
Austin, TX|Houston, Texas|Bloomington|Bloomington, IN|Urbana, IL|Madison|Madison, WI|
Columbus, OH|Pittsburgh|Pittsburgh, PA|Toronto|Toronto, Ontario|Montréal|Montreal|Vancouver|
Ottawa|Québec|Edinburgh|Glasgow|Manchester|Birmingham|Bristol|Leeds|Exeter|Aldershot|Farnham|
Basingstoke|Harmondsworth|Hemel Hempstead|Chichester|Cheltenham|Abingdon|Milton Keynes|
Leicester|Sheffield|Nottingham|Cardiff|Dublin|Cork|Belfast|Amsterdam|Rotterdam|Leiden|
Den Haag|The Hague|Utrecht|Dordrecht|Groningen|Nijmegen|Delft|Antwerpen|Gent|Leuven|Louvain|
Louvain-la-Neuve|Bruxelles|Brussels|Liège|Luxembourg|München|Munich|Frankfurt am Main|
Frankfurt a. M.|Frankfurt/M.|Frankfurt/Main|Frankfurt|Hamburg|Köln|Stuttgart|Leipzig|Tübingen|
Göttingen|Heidelberg|Freiburg|Freiburg i. Br.|Freiburg im Breisgau|Würzburg|Bonn|Düsseldorf|
Münster|Bielefeld|Weimar|Jena|Halle|Halle (Saale)|Dresden|Wiesbaden|Weinheim|Darmstadt|Mainz|
Marburg|Kassel|Hannover|Opladen|Wuppertal|Essen|Bochum|Duisburg|Konstanz|Augsburg|Regensburg|
Erlangen|Bamberg|Kiel|Rostock|Greifswald|Bremen|Bad Heilbrunn|Neuwied|Paderborn|Hildesheim|
Reinbek|Reinbek bei Hamburg|Gütersloh|Stuttgart/Weimar|Berlin/New York|Berlin; New York|
Berlin, Heidelberg|Berlin u.a.|Wien|Vienna|Graz|Innsbruck|Salzburg|Zürich|Zurich|Basel|Bern|
Genève|Geneva|Lausanne|Fribourg|St. Gallen|Neuchâtel|Lyon|Marseille|Toulouse|Bordeaux|
Grenoble|Rennes|Lille|Strasbourg|Nancy|Montpellier|Aix-en-Provence|Arles|Poitiers|Nantes|
Clermont-Ferrand|Caen|Dijon|La Haye|Saint-Denis|Vincennes|Villeneuve d'Ascq|Roma|Rome|Milano|
Milan|Torino|Turin|Bologna|Firenze|Florence|Napoli|Naples|Venezia|Venice|Padova|Bari|Palermo|
Genova|Pisa|Macerata|Catania|Brescia|Trento|Madrid|Barcelona|Sevilla|Salamanca|Valencia|
Granada|Zaragoza|Bilbao|Pamplona|Lisboa|Lisbon|Porto|Coimbra|São Paulo|Rio de Janeiro|
Belo Horizonte|Campinas|Brasília|Porto Alegre|Curitiba|Buenos Aires|México|Mexico City|
México, D.F.|Bogotá|Santiago|Santiago de Chile|Lima|Caracas|La Habana|Montevideo|Quito|
Copenhagen|København|Aarhus|Odense|Stockholm|Uppsala|Lund|Göteborg|Oslo|Bergen|Helsinki|Turku|
Tampere|Warszawa|Warsaw|Kraków|Poznań|Wrocław|Łódź|Gdańsk|Lublin|Toruń|Katowice|Praha|Prague|
Brno|Bratislava|Budapest|Ljubljana|Zagreb|Beograd|Belgrade|Sarajevo|Bucureşti|Bucharest|
Cluj-Napoca|Iaşi|Sofia|Athens|Thessaloniki|Istanbul|İstanbul|Ankara|İzmir|Moscow|Moskva|
St. Petersburg|Leningrad|Kiev|Kyiv|Minsk|Vilnius|Riga|Tallinn|Tartu|Jerusalem|Tel Aviv|Cairo|
Beirut|Tehran|Delhi|New Delhi|Bombay|Mumbai|Calcutta|Tokyo|Kyoto|Osaka|Beijing|Shanghai|
Hong Kong|Taipei|Seoul|Singapore|Kuala Lumpur|Jakarta|Bangkok|Manila|Sydney|Melbourne|
Canberra|Brisbane|Perth|Adelaide|Auckland|Wellington|Cape Town|Johannesburg|Pretoria|Nairobi|
Ibadan|Dakar|Tunis|Rabat|s.l.|S.l.|o.O.|Oxford & New York|London and New York|
London & New York|New York/London|New York; London|Cambridge & New York|Paris-La Haye|
Paris - La Haye|Leiden, The Netherlands|Amsterdam, The Netherlands|Berlin, Germany|
Paris, France|Vienna, Austria|London, UK|London, England|Cambridge, UK|Cambridge, England|
Oxford, UK|Oxford, England|Edinburgh, Scotland|Sydney, Australia|Tokyo, Japan|Madrid, Spain|
Rome, Italy|Montreal, Quebec|Montreal, Canada|Orlando, FL|Atlanta, GA|Las Vegas, NV|
Portland, OR|Denver, CO|Phoenix, Arizona|Detroit|Milwaukee|St. Louis|St. Paul|Indianapolis|
Nashville|Tuscaloosa|Gainesville|Tucson|Albuquerque|Honolulu|Norman|Lawrence, KS|Syracuse|
Albany|Albany, NY|Rochester|New Brunswick|New Brunswick, NJ|Piscataway, NJ|Middletown, CT|
Hanover, NH|Amherst|Medford|Rockville, MD|Gaithersburg, MD|Alexandria, VA|Arlington, VA|
Charlottesville|Notre Dame|West Lafayette|East Lansing|Evanston|Iowa City|Ames, IA""")

PUBLISHERS = _phrases("""Oxford University Press|Cambridge University Press|
Harvard University Press|Princeton University Press|Yale University Press|MIT Press|
The MIT Press|University of Chicago Press|University of California Press|
Columbia University Press|Cornell University Press|Stanford University Press|
Duke University Press|Johns Hopkins University Press|The Johns Hopkins University Press|
Routledge|Taylor & Francis|Taylor and Francis|Routledge & Kegan Paul|Sage|SAGE Publications|
Sage Publications|Springer|Springer-Verlag|Springer Verlag|Springer VS|Springer International|
Springer Berlin Heidelberg|Wiley|John Wiley & Sons|John Wiley and Sons|J. Wiley|
Wiley-Blackwell|Wiley-Interscience|Wiley-VCH|Blackwell|Basil Blackwell|Blackwell Publishers|
Elsevier|Elsevier Science|Elsevier Science Publishers|North-Holland|North Holland|
Academic Press|Pergamon|Pergamon Press|Butterworth-Heinemann|Morgan Kaufmann|
Morgan Kaufmann Publishers|Addison-Wesley|Addison Wesley|Prentice Hall|Prentice-Hall|
McGraw-Hill|McGraw Hill|Macmillan|Palgrave Macmillan|Palgrave|St. Martin's Press|
W. W. Norton|W. W. Norton & Company|Norton|Penguin|Penguin Books|Pelican|Random House|Knopf|
Alfred A. Knopf|Doubleday|Vintage|Vintage Books|Anchor|HarperCollins|Harper & Row|Harper|
Harper and Brothers|Basic Books|Free Press|The Free Press|Simon & Schuster|Little, Brown|
Little, Brown and Company|Houghton Mifflin|Viking|Viking Press|Farrar, Straus and Giroux|
Grove Press|Beacon Press|Schocken Books|Verso|Pluto Press|Polity|Polity Press|Ashgate|
Edward Elgar|Edward Elgar Publishing|Kluwer|Kluwer Academic Publishers|Kluwer Academic|
D. Reidel|Reidel|Martinus Nijhoff|Nijhoff|Brill|E. J. Brill|Mouton|Mouton de Gruyter|
de Gruyter|De Gruyter|Walter de Gruyter|John Benjamins|Benjamins|Peter Lang|Lang|Rodopi|
Peeters|Brepols|CRC Press|CRC|Chapman & Hall|Chapman and Hall|Marcel Dekker|Dekker|
Plenum|Plenum Press|Plenum Publishing|Birkhäuser|World Scientific|Dover|Dover Publications|
ACM|ACM Press|Association for Computing Machinery|IEEE|IEEE Press|IEEE Computer Society|
IEEE Computer Society Press|AAAI Press|AAAI Press/The MIT Press|USENIX Association|IOS Press|
Lawrence Erlbaum|Lawrence Erlbaum Associates|Erlbaum|Guilford Press|The Guilford Press|
American Psychological Association|American Mathematical Society|AMS|SIAM|
American Chemical Society|Royal Society of Chemistry|Association for Computational Linguistics|
W. H. Freeman|Freeman|Benjamin/Cummings|Computer Science Press|Saunders|W. B. Saunders|Mosby|
Lippincott Williams & Wilkins|Lippincott|Williams & Wilkins|Raven Press|Churchill Livingstone|
Thieme|Georg Thieme Verlag|Karger|Allen & Unwin|George Allen & Unwin|Heinemann|Methuen|
Faber and Faber|Faber & Faber|Chatto & Windus|Hogarth Press|Secker & Warburg|Gollancz|
Longman|Longmans, Green|Longmans|Edward Arnold|Hodder & Stoughton|Jonathan Cape|Duckworth|
Clarendon Press|Clarendon|At the Clarendon Press|Manchester University Press|
Edinburgh University Press|University of Toronto Press|University of Minnesota Press|
University of Michigan Press|University of Pennsylvania Press|University of Wisconsin Press|
University of Illinois Press|Indiana University Press|University of North Carolina Press|
State University of New York Press|SUNY Press|Rutgers University Press|NYU Press|
New York University Press|Temple University Press|Open University Press|ANU Press|
Hong Kong University Press|World Bank|The World Bank|United Nations|OECD|OECD Publishing|
UNESCO|Government Printing Office|U.S. Government Printing Office|HMSO|
Her Majesty's Stationery Office|RAND Corporation|Brookings Institution|Brookings|
National Academy Press|National Academies Press|Rowman & Littlefield|Lexington Books|
Greenwood Press|Praeger|Westview Press|M. E. Sharpe|Transaction|Transaction Publishers|
Aldine|JAI Press|Jossey-Bass|Allyn & Bacon|Allyn and Bacon|Wadsworth|Brooks/Cole|Cengage|
Pearson|Pearson Education|Pearson Studium|O'Reilly|O'Reilly Media|Apress|Manning|
No Starch Press|Packt|Microsoft Press|Hackett|Open Court|Humanities Press|Continuum|
Bloomsbury|Bloomsbury Academic|I.B. Tauris|Berg|Berghahn|Berghahn Books|Boydell Press|
Suhrkamp|Suhrkamp Verlag|Fischer|S. Fischer|Fischer Taschenbuch|Rowohlt|Piper|Hanser|
Carl Hanser|Carl Hanser Verlag|dtv|Deutscher Taschenbuch Verlag|C. H. Beck|C.H. Beck|Beck|
Mohr Siebeck|Mohr|J.C.B. Mohr|J.C.B. Mohr (Paul Siebeck)|Vandenhoeck & Ruprecht|
Vandenhoeck und Ruprecht|Franz Steiner|Steiner|Franz Steiner Verlag|Harrassowitz|
Otto Harrassowitz|Niemeyer|Max Niemeyer|Max Niemeyer Verlag|J. B. Metzler|Metzler|
Klett-Cotta|Ernst Klett|Klett|Reclam|Reclam jun.|Kohlhammer|W. Kohlhammer|Campus|
Campus Verlag|Nomos|Nomos Verlagsgesellschaft|VS Verlag für Sozialwissenschaften|VS Verlag|
VS-Verlag|Westdeutscher Verlag|Leske + Budrich|Leske und Budrich|Barbara Budrich|
Verlag Barbara Budrich|transcript|transcript Verlag|UVK|UTB|UVK Verlagsgesellschaft|Juventa|
Beltz|Beltz Juventa|Beltz-Verlag|Waxmann|Waxmann Verlag|Klinkhardt|Julius Klinkhardt|Lit|
LIT Verlag|Lit Verlag|Herder|Duncker & Humblot|Gabler|Schäffer-Poeschel|Oldenbourg|
R. Oldenbourg|Akademie Verlag|Akademie-Verlag|Böhlau|Wallstein|Wallstein Verlag|Aufbau|
Aufbau-Verlag|Insel|Insel Verlag|Wagenbach|Merve|Diogenes|Kröner|Luchterhand|
Wilhelm Fink|Fink|Ferdinand Schöningh|Schöningh|Königshausen & Neumann|Olms|Georg Olms|
Wissenschaftliche Buchgesellschaft|WBG|Hogrefe|Verlag Hans Huber|Huber|Teubner|Vieweg|
Bundeszentrale für politische Bildung|Verlag für Sozialwissenschaften|Franke|Francke|Narr|
Gunter Narr|Gunter Narr Verlag|Ch. Links|Studienverlag|Braumüller|Facultas|Picus|
Seuil|Éditions du Seuil|Le Seuil|Gallimard|Éditions Gallimard|PUF|
Presses universitaires de France|Presses Universitaires de France|Les Presses universitaires de
France|Minuit|Éditions de Minuit|Les Éditions de Minuit|Armand Colin|A. Colin|L'Harmattan|
Harmattan|La Découverte|Fayard|Flammarion|Grasset|Albin Michel|Hachette|Plon|Payot|Vrin|
J. Vrin|Librairie philosophique J. Vrin|Honoré Champion|Champion|Klincksieck|Les Belles Lettres|
Belles Lettres|Droz|Librairie Droz|Karthala|Karthala Éditions|Éditions Karthala|Maspero|
François Maspero|Dunod|Nathan|Hatier|Bordas|Larousse|Dalloz|LGDJ|Economica|Odile Jacob|Stock|
Julliard|Actes Sud|Presses de Sciences Po|Presses universitaires de Rennes|
Presses universitaires de Lyon|Presses universitaires du Septentrion|Éditions de l'EHESS|
CNRS Éditions|CNRS|Éditions du CNRS|Éditions sociales|Aubier|Aubier-Montaigne|Desclée de Brouwer|
Éditions du Cerf|Cerf|De Boeck|De Boeck Supérieur|Bruylant|Presses de l'Université Laval|
Presses de l'Université de Montréal|Boréal|Einaudi|G. Einaudi|Giulio Einaudi Editore|Laterza|
Il Mulino|il Mulino|Feltrinelli|Mondadori|Bompiani|Adelphi|FrancoAngeli|Franco Angeli|Carocci|
Giuffrè|Olschki|L. S. Olschki|Sansoni|La Nuova Italia|Marsilio|Bulzoni|Donzelli|Utet|Zanichelli|
Alianza|Alianza Editorial|Cátedra|Ariel|Siglo XXI|Siglo Veintiuno|Fondo de Cultura Económica|
Tecnos|Gredos|Taurus|Planeta|Espasa-Calpe|Paidós|Anagrama|Akal|Trotta|Eudeba|Sudamericana|
Losada|Porrúa|UNAM|CSIC|Síntesis|Almedina|Caminho|Livros Horizonte|Presença|
Companhia das Letras|Martins Fontes|Vozes|Editora da UFMG|Edusp|Perspectiva|Paz e Terra|Nauka|
PWN|Academia|Ossolineum|Munksgaard|Gyldendal|Museum Tusculanum|Universitetsforlaget|
Almqvist & Wiksell|Norstedts|Studentlitteratur|Akadémiai Kiadó|Kodansha|Iwanami Shoten|
Van Gorcum|Boom|Het Spinhuis|Foris|Swets & Zeitlinger|Elsevier/North-Holland|Author|
Self-published|Privately printed|Ballantine Books|Bantam|Dell|Avon|Scribner|Scribner's|
Charles Scribner's Sons|G. P. Putnam's Sons|D. Appleton|Dutton|E. P. Dutton|J. M. Dent|
Cassell|Kegan Paul|Kegan Paul, Trench, Trübner|T. & T. Clark|Eerdmans|Fortress Press|
Zondervan|Baker Academic|IVP Academic|Orbis Books|Paulist Press""")

#: Given names by script habits are taken from a package; these are the corporate authors.
CORPORATE = _phrases("""World Health Organization|WHO|United Nations|UNESCO|UNICEF|OECD|
European Commission|European Union|International Monetary Fund|World Bank|National Institutes of
Health|National Research Council|Centers for Disease Control and Prevention|U.S. Census Bureau|
U.S. Department of Education|US Department of State|Department for Education|
Ministry of Health|Ministry of Defence|Home Office|HM Treasury|House of Commons|
American Psychiatric Association|American Psychological Association|Amnesty International|
Human Rights Watch|Greenpeace|Oxfam|RAND Corporation|Brookings Institution|
International Organization for Standardization|ISO|IEEE Computer Society|W3C|
Statistisches Bundesamt|Bundesministerium für Bildung und Forschung|BMBF|BMFSFJ|
Deutscher Bundestag|Bundesregierung|Bundesagentur für Arbeit|Kultusministerkonferenz|KMK|
Deutsche Forschungsgemeinschaft|Robert Koch-Institut|Autorengruppe Bildungsberichterstattung|
Deutsches PISA-Konsortium|Statistik Austria|Bundesamt für Statistik|INSEE|
Ministère de l'Éducation nationale|Ministère de la Culture|Conseil de l'Europe|
Commission européenne|Assemblée nationale|Haute Autorité de santé|Collectif|
Istituto Nazionale di Statistica|ISTAT|Ministerio de Educación|CEPAL|
Instituto Nacional de Estadística|Google|Microsoft Corporation|Apple Inc.|
IBM Corporation|The Economist Intelligence Unit|Pew Research Center|
National Science Foundation|NASA|European Space Agency|Environmental Protection Agency|
Food and Agriculture Organization|International Labour Organization|
Intergovernmental Panel on Climate Change|The Royal Society|British Museum|
National Audit Office|Council of Europe|African Development Bank""")

NEWSPAPERS = _phrases("""The New York Times|New York Times|The Washington Post|Washington Post|
The Guardian|Guardian|The Times|The Daily Telegraph|Financial Times|The Independent|
Wall Street Journal|The Wall Street Journal|Los Angeles Times|Chicago Tribune|The Boston Globe|
USA Today|The Economist|Time|Newsweek|The Atlantic|The New Yorker|Harper's Magazine|
Foreign Policy|The Nation|Wired|BBC News|Reuters|CNN|Der Spiegel|Spiegel Online|Die Zeit|
Frankfurter Allgemeine Zeitung|FAZ|Süddeutsche Zeitung|SZ|taz|die tageszeitung|Die Welt|
Der Tagesspiegel|Handelsblatt|Neue Zürcher Zeitung|NZZ|Der Standard|Die Presse|Le Monde|
Le Figaro|Libération|L'Express|Le Nouvel Observateur|Le Monde diplomatique|Les Échos|
La Croix|L'Humanité|Le Temps|Le Soir|Le Devoir|La Repubblica|Corriere della Sera|La Stampa|
Il Sole 24 Ore|El País|El Mundo|ABC|La Vanguardia|Clarín|La Nación|Folha de S. Paulo|
O Estado de S. Paulo|Público|NRC Handelsblad|De Volkskrant|Dagens Nyheter|Gazeta Wyborcza|
The Hindu|The Times of India|Haaretz|The Irish Times|The Sydney Morning Herald|The Globe and Mail""")

#: Journals named by one word or in ways that a pattern does not make.
JOURNALS = _phrases("""Nature|Science|Cell|The Lancet|Lancet|BMJ|British Medical Journal|
New England Journal of Medicine|JAMA|Pediatrics|Circulation|Neuron|Brain|Blood|Gut|Chest|
Proceedings of the National Academy of Sciences|PNAS|Proc. Natl. Acad. Sci. USA|
Proc Natl Acad Sci U S A|Physical Review Letters|Phys. Rev. Lett.|Physical Review B|Phys. Rev. B|
Phys. Rev. D|Phys. Lett. B|Nucl. Phys. B|ApJ|The Astrophysical Journal|MNRAS|A&A|J. Chem. Phys.|
J. Am. Chem. Soc.|Journal of the American Chemical Society|Angew. Chem. Int. Ed.|Nucleic Acids Res.|
J Biol Chem|J. Biol. Chem.|EMBO J.|N Engl J Med|Ann Intern Med|J Clin Oncol|Cancer Res|
Communications of the ACM|CACM|Comm. ACM|Commun. ACM|Journal of the ACM|J. ACM|JACM|
Artificial Intelligence|Machine Learning|Cognition|Cognitive Science|Mind|Psychometrika|
Econometrica|American Economic Review|Quarterly Journal of Economics|Journal of Political Economy|
American Political Science Review|American Journal of Sociology|American Sociological Review|
World Politics|International Organization|International Security|Foreign Affairs|
International Studies Quarterly|Security Studies|Political Studies|Past and Present|
Past & Present|Isis|Speculum|Representations|PMLA|Modern Philology|Critical Inquiry|
New Left Review|Theory and Society|Theory, Culture & Society|Daedalus|Diacritics|October|
Signs|Gender & Society|Social Text|Language|Linguistic Inquiry|Lingua|Information and Control|
Information Processing Letters|Inf. Process. Lett.|Theoretical Computer Science|
SIAM Journal on Computing|SIAM J. Comput.|IEEE Transactions on Information Theory|
IEEE Trans. Inform. Theory|IEEE Trans. Pattern Anal. Mach. Intell.|IEEE Software|
IEEE Computer|Computer|Bell System Technical Journal|Software: Practice and Experience|
ACM Computing Surveys|ACM Trans. Program. Lang. Syst.|SIGPLAN Notices|ACM SIGPLAN Notices|
Biometrika|Annals of Statistics|Ann. Math. Statist.|J. Roy. Statist. Soc. Ser. B|
Journal of the Royal Statistical Society|Annals of Mathematics|Ann. of Math.|
Acta Mathematica|Acta Math.|Inventiones Mathematicae|Invent. Math.|Duke Math. J.|
Trans. Amer. Math. Soc.|C. R. Acad. Sci. Paris|Comptes Rendus|Math. Z.|Math. Ann.|
J. reine angew. Math.|PLoS ONE|PLOS ONE|PLoS Biology|BMC Bioinformatics|Bioinformatics|
Evolution|Ecology|Oecologia|Auk|Copeia|Genetics|Development|Tetrahedron|Polymer|Icarus|
Zeitschrift für Soziologie|Kölner Zeitschrift für Soziologie und Sozialpsychologie|KZfSS|
Zeitschrift für Pädagogik|Zeitschrift für Erziehungswissenschaft|Soziale Welt|Leviathan|
Politische Vierteljahresschrift|PVS|Historische Zeitschrift|Geschichte und Gesellschaft|
Merkur|Die Deutsche Schule|Aus Politik und Zeitgeschichte|APuZ|Berliner Journal für Soziologie|
Zeitschrift für Bibliothekswesen und Bibliographie|Archiv für Kulturgeschichte|
Vierteljahrshefte für Zeitgeschichte|Deutsche Zeitschrift für Philosophie|Psychologische Rundschau|
Annales|Annales. Histoire, Sciences Sociales|Annales ESC|Revue française de sociologie|
Actes de la recherche en sciences sociales|Revue française de science politique|Esprit|
Les Temps modernes|Politix|Genèses|Revue historique|Revue de métaphysique et de morale|
L'Homme|Cahiers internationaux de sociologie|Cahiers d'études africaines|Poétique|
Revue d'histoire moderne et contemporaine|Romania|Critique|Le Débat|Études rurales|
Quaderni storici|Studi storici|Rivista storica italiana|Belfagor|Il Ponte|Rinascimento|
Revista de Occidente|Revista Española de Investigaciones Sociológicas|Hispania|Al-Andalus|
Revista Brasileira de Ciências Sociais|Novos Estudos|Análise Social|Dados""")

#: What journals and conferences are about, by language; titles use them too.
TOPICS = {
    "en": _phrases("""Artificial Intelligence|Machine Learning|Computer Vision|Pattern Recognition|
Software Engineering|Programming Languages|Operating Systems|Distributed Computing|
Parallel Processing|Computer Graphics|Information Retrieval|Knowledge Representation|
Natural Language Processing|Computational Linguistics|Data Mining|Databases|Very Large Data Bases|
Computer Architecture|High Performance Computing|Robotics and Automation|Neural Networks|
Neural Information Processing Systems|Fuzzy Systems|Evolutionary Computation|Genetic Algorithms|
Human-Computer Interaction|Human Factors in Computing Systems|Logic Programming|
Automated Deduction|Formal Methods|Theory of Computing|Computational Geometry|Cryptology|
Computer Communications|Mobile Computing|Sensor Networks|Signal Processing|
Acoustics, Speech, and Signal Processing|Control Systems|Microelectronics|Magnetics|
Plasma Physics|Solid State Physics|Fluid Mechanics|Heat Transfer|Materials Science|
Polymer Science|Organic Chemistry|Analytical Chemistry|Molecular Biology|Cell Biology|
Biochemistry|Human Genetics|Immunology|Microbiology|Virology|Neuroscience|Neurology|
Psychiatry|Clinical Psychology|Social Psychology|Developmental Psychology|Personality|
Experimental Psychology|Child Development|Cognitive Development|Special Education|
Higher Education|Educational Research|Teacher Education|Sociology|Social Policy|
Public Health|Epidemiology|Nursing|Internal Medicine|Surgery|Pediatric Surgery|Oncology|
Cardiology|Endocrinology|Radiology|Nutrition|Pharmacology|Toxicology|Ecology|
Marine Biology|Forest Research|Soil Science|Plant Physiology|Entomology|Zoology|Ornithology|
Wildlife Management|Fisheries|Oceanography|Geophysical Research|Geology|Hydrology|
Atmospheric Sciences|Climate|Remote Sensing|Astronomy|Astrophysics|Economics|
Economic History|Economic Theory|Finance|Marketing Research|Management Studies|
Organizational Behavior|Operations Research|Accounting|Industrial Relations|
Political Science|International Relations|Conflict Resolution|Peace Research|
Strategic Studies|Public Administration|Law and Society|Comparative Law|Criminology|
Human Rights|Modern History|Ancient History|Medieval Studies|Military History|
American Studies|African Studies|Asian Studies|Middle East Studies|Islamic Studies|
Religious Studies|Biblical Literature|Theology|Philosophy|Philosophy of Science|
Aesthetics and Art Criticism|Ethics|Linguistics|Phonetics|Applied Linguistics|
Comparative Literature|English Literature|Classical Philology|Archaeology|
Anthropology|Folklore|Musicology|Music Theory|Film Studies|Theatre Research|
Art History|Architecture|Urban Studies|Geography|Planning|Library Science|
Information Science|Documentation|Media Studies|Communication|Journalism|Women's Studies|
Sport Science|Tourism Research|Statistics|Applied Probability|Mathematical Analysis|
Algebra|Number Theory|Combinatorics|Graph Theory|Topology|Differential Equations|
Differential Geometry|Numerical Analysis|Mathematical Physics|Symbolic Logic|
Earthquake Engineering|Civil Engineering|Structural Engineering|Mechanical Engineering|
Chemical Engineering|Electrical Engineering|Power Systems|Nuclear Engineering|
Transportation Research|Environmental Management|Water Resources|Energy Policy"""),
    "de": _phrases("""Soziologie|Pädagogik|Psychologie|Erziehungswissenschaft|Philosophie|
Germanistik|Sprachwissenschaft|Literaturwissenschaft|Geschichte|Zeitgeschichte|
Geschichtswissenschaft|Kulturwissenschaft|Medienwissenschaft|Musikwissenschaft|Kunstgeschichte|
Theologie|Religionswissenschaft|Politikwissenschaft|Rechtswissenschaft|Volkswirtschaft|
Betriebswirtschaft|Verwaltungswissenschaft|Sozialpädagogik|Heilpädagogik|Sonderpädagogik|
Bildungsforschung|Berufsbildung|Arbeitsmarktforschung|Jugendforschung|Familienforschung|
Frauenforschung|Geschlechterforschung|Migration|Ethnologie|Volkskunde|Geographie|
Raumforschung|Stadtforschung|Umweltforschung|Bibliothekswesen|Informatik|Mathematik|Physik|
Chemie|Medizin|Naturforschung|Sport|Kriminologie|Gerontologie|Gesundheitsförderung"""),
    "fr": _phrases("""sociologie|histoire|philosophie|linguistique|littérature|géographie|
science politique|psychologie|psychanalyse|ethnologie|anthropologie|droit|économie|
démographie|histoire de l'art|musicologie|archéologie|sciences de l'éducation|pédagogie|
théologie|sciences sociales|sciences humaines|études africaines|études germaniques|médecine|
mathématiques|physique|chimie|biologie|urbanisme|métaphysique|esthétique|phonétique"""),
    "es": _phrases("""historia|sociología|filosofía|filología|literatura|educación|psicología|
antropología|economía|derecho|ciencia política|geografía|lingüística|estudios latinoamericanos|
ciencias sociales|medicina|arqueología|comunicación|historia del arte|pedagogía"""),
    "it": _phrases("""storia|sociologia|filosofia|filologia|letteratura|pedagogia|psicologia|
antropologia|economia|diritto|scienze politiche|geografia|linguistica|storia dell'arte|
archeologia|scienze sociali|medicina|musicologia|storia contemporanea|estetica"""),
}

JOURNAL_FORMS = {
    "en": _phrases("""Journal of {}|Journal of {}|Journal of {}|International Journal of {}|
American Journal of {}|British Journal of {}|European Journal of {}|Canadian Journal of {}|
Scandinavian Journal of {}|The Journal of {}|Annals of {}|Archives of {}|Advances in {}|
Review of {}|Annual Review of {}|Quarterly Journal of {}|{}|{} Review|{} Quarterly|
{} Letters|{} Today|Studies in {}|Trends in {}|Current Opinion in {}|Perspectives on {}|
Transactions on {}|IEEE Transactions on {}|ACM Transactions on {}|Bulletin of {}|
Research in {}|Critical Reviews in {}|Reviews of {}|Contemporary {}|Journal of {} Research|
Applied {}|Computational {}|Theoretical {}|Open Journal of {}|Asian Journal of {}|
{} and Society|{} Bulletin|{} Journal|Frontiers in {}|Progress in {}|{} in Practice"""),
    "de": _phrases("""Zeitschrift für {}|Zeitschrift für {}|Archiv für {}|Jahrbuch für {}|
Beiträge zur {}|Österreichische Zeitschrift für {}|Schweizerische Zeitschrift für {}|
Deutsche Vierteljahrsschrift für {}|Internationale Zeitschrift für {}|{} heute|Rundschau für {}|
Zentralblatt für {}|Mitteilungen zur {}|Berichte zur {}|{} und Gesellschaft|Neue {}|
Forum {}|Monatsschrift für {}|Blätter für {}|Praxis der {}|Studien zur {}|{}"""),
    "fr": _phrases("""Revue de {}|Revue française de {}|Revue d'{}|Cahiers de {}|Annales de {}|
Archives de {}|Bulletin de {}|Études de {}|Recherches en {}|Journal de {}|
Revue internationale de {}|Revue belge de {}|Revue canadienne de {}|Travaux de {}"""),
    "es": _phrases("""Revista de {}|Revista Española de {}|Anuario de {}|Cuadernos de {}|
Estudios de {}|Revista Latinoamericana de {}|Boletín de {}|Anales de {}|
Revista Internacional de {}|Revista Mexicana de {}"""),
    "it": _phrases("""Rivista di {}|Rivista italiana di {}|Annali di {}|Quaderni di {}|Studi di {}|
Archivio di {}|Giornale di {}|Bollettino di {}|Rassegna di {}"""),
}

#: Nouns, adjectives and frames that titles are made of.
NOUNS = {
    "en": """analysis approach theory model system systems structure method methods framework
algorithm algorithms evidence study evaluation design implementation history politics power war
state states society culture identity language knowledge learning education development policy
reform crisis conflict peace security strategy cooperation alliance institutions democracy
revolution empire nation nationalism religion church faith memory trauma literature poetry novel
image images art music architecture city space landscape environment climate energy water food
health disease risk treatment therapy outcomes patients children adolescents families women men
gender race class labor work market markets trade growth income inequality poverty welfare money
finance credit tax information communication media internet networks data software programs
computation complexity logic proof semantics syntax grammar discourse text texts reading writing
interpretation meaning truth reason mind brain consciousness perception attention emotion
behavior personality motivation decision choice preferences games equilibrium dynamics
simulation optimization control estimation inference regression measurement uncertainty
probability graph graphs groups rings spaces functions equations operators manifolds symmetry
particles fields waves plasma quantum matter surfaces crystals polymers proteins genes genome
expression cells tissue membrane receptor infection virus bacteria resistance evolution
selection species populations habitat forests soils rivers oceans sediments earthquakes
stars galaxies planets orbit origins foundations principles essays lectures letters diary
introduction handbook survey guide principles problems perspectives aspects limits future past
role impact effects influence relationship transition transformation rise fall decline making
rhetoric tragedy comedy translation manuscript archive library museum law rights justice crime
punishment citizenship migration refugees borders colonialism slavery freedom liberty authority
leadership management organization performance quality innovation technology science""".split(),
    "de": """Theorie Geschichte Gesellschaft Politik Kultur Sprache Bildung Erziehung Schule
Unterricht Lernen Wissen Wissenschaft Forschung Methoden Grundlagen Entwicklung Struktur
Strukturen Wandel Krise Macht Herrschaft Staat Nation Recht Gerechtigkeit Freiheit Demokratie
Öffentlichkeit Medien Kommunikation Technik Arbeit Markt Wirtschaft Kapitalismus Armut
Ungleichheit Migration Integration Inklusion Identität Geschlecht Familie Kindheit Jugend Alter
Gesundheit Krankheit Körper Religion Kirche Glaube Erinnerung Gedächtnis Krieg Frieden Gewalt
Stadt Raum Landschaft Umwelt Kunst Musik Literatur Roman Lyrik Drama Text Texte Bild Bilder
Interpretation Verstehen Sinn Wahrheit Vernunft Erkenntnis Erfahrung Wahrnehmung Bewusstsein
Handeln Handlung Lebenswelt Alltag Moral Ethik Ästhetik Kritik Moderne Postmoderne Aufklärung
Romantik Mittelalter Neuzeit Antike Reformation Revolution Nationalsozialismus Holocaust
Verwaltung Organisation Führung Steuerung Reform Modernisierung Globalisierung Europa
Deutschland Österreich Ergebnisse Perspektiven Probleme Beiträge Studien Untersuchungen
Einführung Handbuch Lehrbuch Überblick Bestandsaufnahme Analyse Vergleich Verhältnis Bedeutung
Begriff Rolle Wirkung Einfluss Entstehung Ursachen Folgen Grenzen Chancen""".split(),
    "fr": """histoire société politique culture langue langage éducation école enseignement savoir
connaissance science sciences recherche méthode théorie pratique pratiques structure structures
changement crise pouvoir État nation droit justice liberté démocratie opinion médias
communication technique travail marché économie capitalisme pauvreté inégalités immigration
identité genre famille enfance jeunesse vieillesse santé maladie corps religion Église foi
mémoire guerre paix violence ville espace territoire paysage environnement art musique
littérature roman poésie théâtre texte textes image images interprétation sens vérité raison
expérience perception conscience action vie morale éthique esthétique critique modernité
Lumières romantisme Renaissance Antiquité révolution République colonisation Afrique Europe
France administration organisation réforme mondialisation essai études introduction manuel
traité leçons lettres journal mémoires origines genèse naissance formation invention pensée
philosophie imaginaire discours récit écriture lecture question problème fondements limites
rapport rôle effets figures usages enjeux approche analyse""".split(),
    "es": """historia sociedad política cultura lengua lenguaje educación escuela enseñanza saber
conocimiento ciencia investigación método teoría práctica estructura cambio crisis poder Estado
nación derecho justicia libertad democracia medios comunicación trabajo mercado economía
pobreza desigualdad migración identidad género familia infancia juventud salud enfermedad cuerpo
religión Iglesia memoria guerra paz violencia ciudad espacio territorio paisaje arte música
literatura novela poesía teatro texto imagen interpretación sentido verdad razón experiencia
conciencia acción vida moral ética estética crítica modernidad Ilustración revolución República
colonia América España México introducción manual tratado ensayos estudios orígenes formación
pensamiento filosofía discurso relato escritura lectura problema fundamentos papel análisis
enfoque desarrollo""".split(),
    "it": """storia società politica cultura lingua linguaggio educazione scuola sapere conoscenza
scienza ricerca metodo teoria pratica struttura crisi potere Stato nazione diritto giustizia
libertà democrazia comunicazione lavoro mercato economia povertà identità famiglia infanzia
salute malattia corpo religione Chiesa memoria guerra pace violenza città spazio territorio
paesaggio arte musica letteratura romanzo poesia teatro testo immagine interpretazione senso
verità ragione esperienza coscienza vita morale etica estetica critica modernità Illuminismo
Rinascimento Risorgimento rivoluzione Repubblica Italia Europa introduzione manuale saggi studi
origini formazione pensiero filosofia discorso racconto scrittura lettura problemi fondamenti
ruolo analisi sviluppo""".split(),
    "la": """historia natura civitas ars poetica lex ius ecclesia philosophia bellum respublica
epistolae opera annales scriptores concilium regnum imperium fides ratio memoria lingua""".split(),
}
ADJECTIVES = {
    "en": """new modern early late social political economic cultural critical comparative
international American European British French German Chinese Russian African ancient medieval
contemporary digital public private rural urban empirical theoretical experimental statistical
Bayesian linear nonlinear dynamic stochastic optimal efficient robust adaptive automatic parallel
distributed hierarchical probabilistic neural genetic molecular clinical chronic acute severe
human animal natural moral legal religious sexual mental cognitive linguistic visual spatial
temporal global local regional national strategic military democratic liberal radical
revolutionary colonial imperial industrial technological environmental sustainable effective
mutual multiple general partial finite infinite random large small high low fast deep recent
long short secret hidden lost forgotten selected collected complete""".split(),
    "de": """neue moderne soziale politische ökonomische kulturelle kritische vergleichende deutsche
europäische empirische theoretische qualitative quantitative pädagogische psychologische
historische philosophische literarische ästhetische technische wissenschaftliche öffentliche
private berufliche schulische inklusive interkulturelle transnationale digitale biographische
symbolische institutionelle systematische allgemeine frühe späte gesammelte ausgewählte""".split(),
    "fr": """nouvelle moderne sociale politique économique culturelle critique comparée française
européenne théorique historique philosophique littéraire esthétique technique scientifique
publique privée urbaine rurale contemporaine ancienne médiévale coloniale nationale
internationale populaire religieuse juridique""".split(),
    "es": """nueva moderna social política económica cultural crítica comparada española
latinoamericana histórica filosófica literaria pública privada urbana rural contemporánea antigua
medieval colonial nacional popular""".split(),
    "it": """nuova moderna sociale politica economica culturale critica comparata italiana europea
storica filosofica letteraria pubblica privata urbana contemporanea antica medievale nazionale
popolare""".split(),
    "la": "nova antiqua romana graeca christiana latina universalis".split(),
}
#: N noun, A adjective, T topic, Y years, P place.
TITLE_FORMS = {
    "en": _phrases("""The N of N|The N of A N|The A N|N and N|N and N in P|A N of N|An A N of N|
On the N of N|Towards a N of N|A N, A N|The N and the N|N, N and N|N, N, and N|A A N for A N|
A N for N in A N|Efficient N for A N|N in T|T and N|The N of T|Introduction to T|
A Handbook of T|Principles of T|Foundations of T|T: N and N|N: A A N|The N of N in P, Y|
P and the N of N|N and N in P, Y|Using A N for A N|Learning A N with N|N-based N for A N|
Do N N? N from P|What is A N?|Why N N|How N N: The N of N|The A N: N and N in A P|
A N of A N in A N: a A study|Effects of N on N|Effects of A N on N in A N|The effect of N on N|
The N of P|N of the A N|A New N for N|The P N|After N|Beyond N|Against N|N without N|Between N and N|
From N to N|From N to N: A N in A N|The N That Made N|My N in P|Man, N, and N|N and A N|
"N" and the N of N|Understanding N|Understanding A N in T|Rethinking N|Re-thinking A N|
Is A N A?|Some N on A N|Notes on the N of N|Reflections on N|Chapter 3. A N|N I|N, Part II|
Essays on N|Selected Essays|Collected Works|Complete Works of P|The A Novel|A-N N in A-N N|
A N for solving A N problems|An improved N for N|Fast N of A N|Modeling A N|Modelling N in P|
The A N Book|N for Beginners|Advances in T|A review of N in A N|N: an overview|
Association between N and N in A N|Prevalence of A N in P|Randomized trial of A N for A N"""),
    "de": _phrases("""Die N der N|N und N|Zur N der N|Zur A N von N und N|A N|A N und A N|Einführung in
die N|Einführung in die A N|Handbuch N|Handbuch der N|Lehrbuch der T|Grundlagen der T|N, N, N|
N zwischen N und N|N als N|N in P|N und N in P Y|Die A N. N und N|Das N der N|Der A N|
N. Eine Einführung|N. Ein Handbuch|N. Beiträge zur A N|Theorie der A N|Über die N der N|
Über N|N im Wandel|Von der N zur N|N heute|Die N von P|Was ist N?|N - N - N|Auf dem Weg zur A N|
Perspektiven der T|N und A N. Eine empirische Untersuchung|N in der T|A N in der N|
Gesammelte Schriften|Gesammelte Werke|Sämtliche Werke|Soziologie der N|Jenseits der N|
N von N. Zur N der A N|Die Entstehung der A N|Zum Verhältnis von N und N|N mit N|
N bei Kindern und Jugendlichen|Kritik der A N|Wege aus der N|N: N und N in der A N"""),
    "fr": _phrases("""La N et la N|Le N de la N|L'N de la N|Les N de la N|N et N|La A N|La N A|
N et N en P|Pour une N de la N|Introduction à la N|Introduction à la T|Essai sur la N|
Essai sur la N A|De la N à la N|La N en P, Y|La N de P (Y)|Sur la N|Histoire de la N|
Histoire de la N en P|N, N et N|Le N A|La N : N et N|N, N, N|Une N de la N|Entre N et N|
L'invention de la N|La naissance de la N|Vers une N de la N|Le problème de la N|Qu'est-ce que la N ?|
Sociologie de la N|Philosophie de la N|Les A N|Œuvres complètes|Œuvres|Traité de N|
La question de la N|Figures de la N|Aux origines de la N|N et A N : le cas de P"""),
    "es": _phrases("""La N y la N|La N de la N|El N de la N|N y N|N y N en P|Historia de la N|
Historia de la N en P|Introducción a la N|Introducción a la T|Hacia una N de la N|Sobre la N|
Ensayo sobre la N|La N A|N, N y N|De la N a la N|Obras completas|Obra crítica|
Estudios de N|La N en P (Y)|N: N y N|¿Qué es la N?|El problema de la N"""),
    "it": _phrases("""La N e la N|La N della N|Il N della N|N e N|N e N in P|Storia della N|
Storia della N in P|Introduzione alla N|Introduzione alla T|Per una N della N|Sulla N|
Saggio sulla N|La N A|N, N e N|Dalla N alla N|Opere|Opere complete|Studi di N|La N a P (Y)|
N. N e N|Che cos'è la N?|Il problema della N"""),
    "la": _phrases("""De N|De N et N|N A|Historia A|Opera omnia|De N A|Epistulae|Corpus N A|Summa N"""),
}
COUNTRIES = """Germany France Britain England America Russia China Japan India Africa Europe Italy
Spain Brazil Mexico Iraq Iran Israel Egypt Turkey Poland Sweden Vietnam Korea Canada Australia
Deutschland Frankreich Österreich Bayern Preußen Italia España Vienna Paris London""".split()

SERIES = _phrases("""Lecture Notes in Computer Science|Lecture Notes in Artificial Intelligence|
Lecture Notes in Mathematics|Graduate Texts in Mathematics|Cambridge Studies in {en}|
Cambridge Tracts in Mathematics|Oxford Studies in {en}|Studies in {en}|Studies in {en} and {en}|
Springer Series in {en}|Wiley Series in {en}|Sage Series in {en}|Contributions in {en}|
Advances in {en}|Handbooks in {en}|Monographs on {en}|Topics in {en}|Critical Perspectives on {en}|
Blackwell Companions to {en}|Routledge Studies in {en}|Progress in {en}|Synthese Library|
Contemporary Mathematics|NATO ASI Series|IFIP Transactions|CEUR Workshop Proceedings|
Proceedings of Machine Learning Research|Loeb Classical Library|Penguin Classics|
Oxford World's Classics|Everyman's Library|Norton Critical Editions|Bollingen Series|
BAR International Series|Working Paper Series|Research Reports|Occasional Papers|
edition suhrkamp|suhrkamp taschenbuch wissenschaft|stw|Reihe Campus|rororo|UTB|
Universal-Bibliothek|Sammlung Metzler|Sammlung Göschen|Schriften zur {de}|Studien zur {de}|
Beiträge zur {de}|Schriftenreihe {de}|Schriften der Arbeitsgruppe {de}|Forschungen zur {de}|
Europäische Hochschulschriften|Münchener Studien zur {de}|Bibliothek der {de}|Que sais-je ?|
Que sais-je?|Folio|Folio Essais|Coll. Folio Essais|Points Essais|coll. « Points »|
coll. « Tel »|Collection U|Bibliothèque de la Pléiade|Champs|Quadrige|Bibliothèque d'{fr}|
Le sens commun|Sciences humaines|Études de {fr}|Biblioteca di {it}|Biblioteca de {es}|
Colección {es}|Universale Paperbacks|Piccola Biblioteca Einaudi""")

CONFERENCES = _phrases("""Proceedings of the {ord} International Conference on {en}|
Proceedings of the {ord} International Conference on {en} ({acr})|
Proceedings of the International Conference on {en}|Proceedings of the {ord} Annual Conference on {en}|
Proceedings of the {ord} Conference on {en}|Proceedings of the {ord} Workshop on {en}|
Proceedings of the {ord} International Joint Conference on {en}|
Proceedings of the {ord} National Conference on {en}|Proceedings of the {ord} European Conference on {en}|
Proceedings of the {ord} Annual Meeting of the Association for {en}|
Proceedings of the {ord} ACM Symposium on {en}|Proceedings of the {ord} IEEE Symposium on {en}|
Proceedings of the {ord} Annual ACM Symposium on {en}|Proceedings of the {year} Conference on {en}|
Proceedings of the {year} IEEE International Conference on {en}|Proceedings of {acr}|
Proceedings of {acr}-{yy}|Proceedings of {acr} '{yy}|Proceedings of {acr}'{yy}|{acr} '{yy}|{acr} {year}|
{acr}-{yy}|Proc. {ord} Int. Conf. on {en}|Proc. of the {ord} Int. Conf. on {en}|Proc. Int. Conf. {en}|
Proc. {acr}|Proc. {acr}-{yy}|Proc. {acr} '{yy}|Proc. of {acr}'{yy}|Proc. {ord} Symp. {en}|
Proc. IEEE Int. Conf. {en}|Proc. {ord} ACM Symp. on {en}|Proc. {ord} Annual Symposium on {en}|
Intl. Conf. on {en}|Int'l Conf. on {en}|International Conference on {en}|{ord} International Conference on {en}|
{ord} Conference on {en}|{ord} International Workshop on {en}|Workshop on {en}|Symposium on {en}|
IEEE International Conference on {en}|IEEE Symposium on {en}|ACM SIG{acr} Conference on {en}|
ACM SIG{acr}|International Symposium on {en}|European Conference on {en}|Advances in {en}|
Advances in {en} {n}|Conference Record of the {ord} Annual ACM Symposium on {en}|
Working Notes of the AAAI Workshop on {en}|Papers presented at the {ord} Conference on {en}|
Paper presented at the annual meeting of the American Association of {en}|
Poster presented at the {ord} Annual Meeting of the Society for {en}|
Paper presented at the International Conference on {en}|Actes du colloque {fr}|Actes du {n}e colloque de {fr}|
Atti del Convegno di {it}|Actas del Congreso de {es}|Tagungsband {de}|Kongressbericht {de}|
Annual Meeting of the Society for {en}|Biennial Meeting of the Society for Research in {en}|
Proceedings {en} Conference|{year} {en} Conference|Winter Simulation Conference|
The {ord} Annual {en} Conference""")

UNIVERSITIES = _phrases("""University of {p}|University of {p}|{p} University|{p} State University|
Universität {p}|Universität {p}|Technische Universität {p}|TU {p}|Freie Universität {p}|
Humboldt-Universität zu {p}|Pädagogische Hochschule {p}|Université de {p}|Université {p} 3|
École normale supérieure de {p}|Università di {p}|Università degli Studi di {p}|Universidad de {p}|
Universitat de {p}|Universidade de {p}|Universiteit {p}|University College {p}|
{p} Institute of Technology|{p} Polytechnic|Harvard University|Stanford University|
Massachusetts Institute of Technology|MIT|Princeton University|Yale University|Oxford University|
Cornell University|Carnegie Mellon University|Columbia University|Brown University|
Department of {t}, University of {p}|Department of {t}, {p} University|
Computer Science Department, {p} University|Dept. of {t}, University of {p}|
School of {t}, University of {p}|Institut für {d}, Universität {p}|Institute of {t}|
Faculty of {t}, {p} University|EHESS|ETH Zürich|CNRS|INRIA|Max Planck Institute for {t}|
{p} Research Institute|National Bureau of Economic Research|Bell Laboratories|
Xerox Palo Alto Research Center|SRI International|IBM Research|DARPA""")
