"""MARC as libraries have it: roles, hosts, imprints, sets and encodings are understood."""

from __future__ import annotations

import pytest

from citekit.formats import marc, marcxml
from citekit.formats.base import collect
from citekit.formats.marchost import place
from citekit.formats.marcloss import losses
from citekit.formats.marcmap import Field, Marc
from citekit.formats.marcroles import variables_of
from citekit.formats.marcstatement import stated
from citekit.formats.marctext import trim, trim_edition
from citekit.formats.marcxml import from_record
from citekit.model import Date, DatePoint, Name, Work

BOOK = "00000nam a2200000   4500"
ARTICLE = "00000naa a2200000   4500"


def read(leader: str, *fields: str) -> Work:
    """A record written as "245 10$aTitle", a space for each blank indicator."""
    found = []
    for field in fields:
        if field[:3] < "010":
            found.append(Field(field[:3], "", (("", field[4:]),)))
            continue
        indicators, *subfields = field[4:].split("$")
        inside = tuple((part[0], part[1:]) for part in subfields)
        found.append(Field(field[:3], indicators.ljust(2), inside))
    (work,) = [one for one in from_record(Marc(leader, tuple(found))) if isinstance(one, Work)]
    return work


SLIM = (
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 c 4500</leader>'
    '<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{}</subfield></datafield></record>'
)
SRU = (
    '<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:records>'
    "<zs:record><zs:recordData>{}</zs:recordData></zs:record>"
    "<zs:record><zs:recordData>{}</zs:recordData></zs:record>"
    "</zs:records></zs:searchRetrieveResponse>"
)
OAI = (
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>'
    "<record><header><identifier>1</identifier></header><metadata>{}</metadata></record>"
    "<record><header><identifier>2</identifier></header><metadata>{}</metadata></record>"
    "</ListRecords></OAI-PMH>"
)


@pytest.mark.parametrize("answer", [SRU, SRU.replace("zs:", "").replace(":zs", ""), OAI])
def test_records_in_answers_of_catalogues_are_found(answer: str) -> None:
    reading = collect(marcxml.items(answer.format(SLIM.format("Häfen"), SLIM.format("Deiche"))))
    assert [work.text("title") for work in reading.works] == ["Häfen", "Deiche"]
    assert reading.problems == ()


def test_a_record_without_fields_is_no_work() -> None:
    reading = collect(marcxml.items(OAI.format("<other/>", SLIM.format("Deiche"))))
    assert [work.text("title") for work in reading.works] == ["Deiche"]
    assert [problem.code for problem in reading.problems] == ["broken-record"]


PEOPLE = {
    "K": Name("Koenig", "Anna"),
    "N": Name("Nilson", "Erik"),
    "H": Name("Holm", "Lars"),
}
ROLES = {
    **{"a": "author", "t": "translator", "e": "editor", "c": "contributor", "i": "illustrator"},
    "m": "compiler",
}


@pytest.mark.parametrize(
    ("statement", "roles"),
    [
        ("Anna Koenig ; translated by Erik Nilson ; edited by Lars Holm.", "K:a N:t H:e"),
        ("Anna Koenig and Erik Nilson ; edited by Lars Holm.", "K:a N:a H:e"),
        ("by Anna Koenig ; translated from the Dutch by E. Nilson and edited by L. Holm",
         "K:a N:t H:e"),
        ("Anna Koenig ; with a foreword by Erik Nilson ; maps by Lars Holm", "K:a N:c H:c"),
        ("edited and translated by Anna Koenig and Erik Nilson", "K:et N:et"),
        ("Anna Koenig, Erik Nilson, editors", "K:e N:e"),
        ("Anna Koenig (ed.), Erik Nilson (trans.)", "K:e N:t"),
        ("Anna Koenig ; with drawings by the author and Erik Nilson", "K:a N:i"),
        ("selected and edited with an introduction by Anna Koenig", "K:e N:-"),
        ("Anna Koenig. Aus dem Schwed. übers. von Erik Nilson", "K:a N:t"),
        ("Anna Koenig. Hrsg. und mit e. Nachw. von Erik Nilson. Übers.: Lars Holm", "K:a N:e H:t"),
        ("Anna Koenig ; aus dem Englischen von Erik Nilson", "K:a N:t"),
        ("Anna Koenig, Erik Nilson (Hrsg.)", "K:e N:e"),
        ("unter Mitarbeit von Anna Koenig hrsg. von Erik Nilson", "K:c N:e"),
        ("Anna Koenig ; traduit de l'allemand par Erik Nilson et Lars Holm", "K:a N:t H:t"),
        ("texte établi et traduit par Anna Koenig ; préface de Erik Nilson", "K:et N:c"),
        ("Anna Koenig ; sous la direction de Erik Nilson", "K:a N:e"),
        ("Anna Koenig ; a cura di Erik Nilson", "K:a N:e"),
        ("Anna Koenig ; introduzione e traduzione di Erik Nilson", "K:a N:t"),
        ("Anna Koenig ; edición de Erik Nilson ; ilustraciones de Lars Holm", "K:a N:e H:i"),
        ("Annae Koenig opera ; recensuit Erik Nilson", "K:a N:e"),
        ("collegit Anna Koenig ; Latine vertit Erik Nilson", "K:m N:t"),
        ("Lars Koenig ; translated by Anna Koenig", "K:t"),
    ],
)  # fmt: skip
def test_roles_by_the_statement_of_responsibility(statement: str, roles: str) -> None:
    wanted = dict(one.split(":") for one in roles.split())
    found = stated(statement, [PEOPLE[letter] for letter in wanted])
    assert found == [
        None if said == "-" else tuple(ROLES[letter] for letter in said) for said in wanted.values()
    ]


def test_added_entries_that_no_statement_names_are_contributors() -> None:
    heading = ("100 1 $aKoenig, Anna.", "700 1 $aNilson, Erik.", "710 2 $aPort Health Office.")
    work = read(BOOK, "245 10$aT /$cAnna Koenig.", *heading)
    assert work.names("contributor") == (Name("Nilson", "Erik"), Name(literal="Port Health Office"))
    untold = read(BOOK, "245 10$aT", *heading)
    assert untold.names("author") == (Name("Koenig", "Anna"), Name("Nilson", "Erik"))


@pytest.mark.parametrize(
    ("term", "variables"),
    [
        ("HerausgeberIn", "editor"), ("Herausgeber/in", "editor"), ("[Hrsg.]", "editor"),
        ("Übers.", "translator"), ("ÜbersetzerIn", "translator"), ("Verfasser*in", "author"),
        ("éditeur scientifique", "editor"), ("traductrice", "translator"), ("auteur,", "author"),
        ("joint ed.", "editor"), ("tr", "translator"), ("volume editor", "editor"),
        ("editor and translator", "editor translator"), ("binder", ""),
    ],
)  # fmt: skip
def test_terms_of_relators(term: str, variables: str) -> None:
    assert variables_of(term) == tuple(variables.split())


def test_a_person_may_have_done_several_things() -> None:
    work = read(BOOK, "700 1 $aMoon, Ida,$eeditor,$etranslator.", "700 1 $aRoe, P.$4edt$4ctb")
    assert work.names("editor") == (Name("Moon", "Ida"), Name("Roe", "P."))
    assert work.names("translator") == (Name("Moon", "Ida"),)
    assert "contributor" not in work.fields


def test_the_title_page_comes_before_the_uniform_title() -> None:
    work = read(BOOK, "130 0 $aBible.$pPsalms.$lGerman.", "245 14$aDie Psalmen :$bneu übersetzt")
    assert work.text("title") == "Die Psalmen: neu übersetzt"
    assert work.extra["uniformtitle"] == "Bible. Psalms. German"


@pytest.mark.parametrize(
    ("related", "wanted"),
    [
        ("15 (2013), 2, Seite 233-258", "15 2 233-258 2013"),
        ("Band 15 (2013), Heft 2, Seite 233-258", "15 2 233-258 2013"),
        ("Jg. 15, H. 2 (2013), S. 233 - 258", "15 2 233-258 2013"),
        ("Bd. 15.2013, 2, S. 233-258", "15 2 233-258 2013"),
        ("15.2013, H. 2, S. 233–258", "15 2 233-258 2013"),
        ("15(2013), Nr. 2, S. 233-258", "15 2 233-258 2013"),
        ("Vol. 15, no. 2 (Dec. 2013), p. 233-58", "15 2 233-58 2013-12"),
        ("vol. 15, iss. 2, June 2013, pages 233-258", "15 2 233-258 2013-6"),
        ("15:2 (2013) 233-258", "15 2 233-258 2013"),
        ("T. 15, fasc. 2 (2013), p. 233-258", "15 2 233-258 2013"),
        ("52e année, n° 3, 1997, p. 5-20", "52 3 5-20 1997"),
        ("118, n° 3", "118 3 - -"),
        ("44 (1999) 3/4, S. 233-258", "44 3/4 233-258 1999"),
        ("15/16 (2013), S. 3-5", "15/16 - 3-5 2013"),
        ("2013, Heft 2, S. 5", "- 2 5 2013"),
        ("Seite 13-61", "- - 13-61 -"),
        ("volume:15|year:2013|number:2|month:06|pages:233-258|extent:26", "15 2 233-258 2013-6"),
        ("May 3, 1999, p. A12", "- - A12 1999-5-3"),
        ("words only", "- - - -"),
    ],
)  # fmt: skip
def test_places_in_a_host(related: str, wanted: str) -> None:
    found = place(related.split("|"))
    start = found.date.start if found.date else None
    date = "-".join(str(part) for part in (start or ()) if part)
    assert [part or "-" for part in (found.volume, found.issue, found.page, date)] == wanted.split()


def test_a_chapter_has_what_its_host_says() -> None:
    host = "$iIn:$aMeier, Christian, 1929- [Hrsg.]$tMethode$dMünchen : dtv, 1988$gSeite 13-61"
    work = read(ARTICLE, f"773 08{host}$z3-423-04390-8$kTheorie ; 5")
    assert dict(work.fields) == {
        "container-title": "Methode",
        "editor": (Name("Meier", "Christian"),),
        "publisher-place": "München",
        "publisher": "dtv",
        "issued": Date(DatePoint(1988)),
        "page": "13-61",
        "ISBN": "3-423-04390-8",
        "collection-title": "Theorie",
        "collection-number": "5",
    }
    assert work.type == "chapter"


@pytest.mark.parametrize(
    ("imprint", "place_name", "publisher"),
    [
        ("$aBoston :$bBeacon Press ;$aZürich :$bDiogenes,", "Boston ; Zürich",
         "Beacon Press ; Diogenes"),
        ("$aEmden$aLeer$bSchuster", "Emden ; Leer", "Schuster"),
        ("$a[S.l. :$bs.n.,", "", ""),
        ("$a[Place of publication not identified] :$b[publisher not identified],", "", ""),
        ("$a[Erscheinungsort nicht ermittelbar]$b[Verlag nicht ermittelbar]", "", ""),
        ("$a[Nantes :$bVeuve Mellin,", "[Nantes]", "[Veuve Mellin]"),
        ("$aBoston, Mass. :$bLee & Co. ;$bDistributed by Roe,", "Boston, Mass.", "Lee & Co."),
    ],
)  # fmt: skip
def test_imprints(imprint: str, place_name: str, publisher: str) -> None:
    work = read(BOOK, f"260   {imprint}$c1921]")
    assert (work.text("publisher-place"), work.text("publisher")) == (place_name, publisher)
    assert work.date("issued") == Date(DatePoint(1921))


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        (("008 150101q18001899", "260   $a[S.l. :$bs.n.,$c18--?]"),
         Date(DatePoint(1800), DatePoint(1899), range=True, uncertain=True)),
        (("008 150101q19201930",), Date(DatePoint(1920), DatePoint(1930), True, True)),
        (("008 150101s193u    ",), Date(DatePoint(1930), DatePoint(1939), range=True)),
        (("264  1$c[date of publication not identified]", "264  4$c©2010"), Date(DatePoint(2010))),
    ],
)  # fmt: skip
def test_dates_in_doubt(fields: tuple[str, ...], date: Date) -> None:
    assert read(BOOK, *fields).date("issued") == date


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [("Ray, Tom.", "Ray, Tom"), ("Moon, Ida,", "Moon, Ida"), ("Roe, P. J.", "Roe, P. J."),
     ("Poe, Kim, Jr.", "Poe, Kim, Jr."), ("Lee & Co.", "Lee & Co."), ("Office.", "Office"),
     ("Verein e.V.", "Verein e.V."), ("Smith, Wm.", "Smith, Wm."), ("Jo.", "Jo")],
)  # fmt: skip
def test_terminal_stops_of_headings(text: str, trimmed: str) -> None:
    assert trim(text) == trimmed


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [("3., überarb. Aufl.", "3., überarb. Aufl."), ("1. publ.", "1. publ."), ("1st ed.", "1st ed."),
     ("Second edition.", "Second edition"), ("2e éd. /", "2e éd."), ("New ed., revised.",
     "New ed., revised")],
)  # fmt: skip
def test_statements_of_edition_keep_abbreviations(text: str, trimmed: str) -> None:
    assert trim_edition(text) == trimmed


@pytest.mark.parametrize(
    ("extent", "pages"),
    [("xii, 345 p., 12 leaves of plates", "345"), ("345 p., [16] p. of plates", "345"),
     ("XIII, 514 S.", "514"), ("xii, 210, [5] p.", "210"), ("v, 120 leaves", "120")],
)  # fmt: skip
def test_numbers_of_pages(extent: str, pages: str) -> None:
    assert read(BOOK, f"300   $a{extent} :$bill.").text("number-of-pages") == pages


def test_the_height_of_a_book_is_no_dimension_of_it() -> None:
    work = read(BOOK, "300   $axii, 210 pages :$billustrations ;$c24 cm.")
    assert "dimensions" not in work.fields
    assert work.extra["extent"] == "xii, 210 pages : illustrations ; 24 cm."
    plan = read("00000nem a2200000   4500", "300   $a1 map ;$c70 x 50 cm.")
    assert plan.text("dimensions") == "70 x 50 cm."


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("$aWerke.$nBd. 1 /$cA", {"title": "Werke", "volume": "1"}),
        ("$aBriefe.$nVolume 3,$pDie Jahre :$b1900 /",
         {"title": "Die Jahre: 1900", "container-title": "Briefe", "volume": "3"}),
        ("$aWerke$n2. Teil", {"title": "Werke", "volume": "2"}),
        ("$aHistoire$nTome II$pLes rois",
         {"title": "Les rois", "container-title": "Histoire", "volume": "II"}),
        ("$aSonatas,$nop. 3 /", {"title": "Sonatas. op. 3"}),
    ],
)  # fmt: skip
def test_volumes_of_sets(title: str, fields: dict[str, str]) -> None:
    assert dict(read(BOOK, f"245 10{title}").fields) == fields


def test_the_isbn_of_a_set_stands_behind_the_book_s_own() -> None:
    work = read(BOOK, "020   $a3518280244$q(Gesamtausg.)", "020   $a3518280252$z3518280000")
    assert work.text("ISBN") == "3518280252"
    assert (work.extra["isbn"], work.extra["invalid isbn"]) == ("3518280244", "3518280000")


def test_subject_headings_stay_whole() -> None:
    work = read(
        BOOK,
        "650  0$aFear$zEurope$xHistory$y17th century.",
        "600 10$aElizabeth$bI,$cQueen,$d1533-1603$xInfluence.",
        "653   $aharbours$adikes",
    )
    words = "Fear--Europe--History--17th century; Elizabeth I, Queen--Influence; harbours; dikes"
    assert work.text("keyword") == words


@pytest.mark.parametrize(
    ("contents", "csl"),
    [("||||z   00|a|", "book"), ("||||s   00|a|", "treaty"), ("||||m   00|a|", "thesis"),
     ("||||k   00|a|", "patent"), ("||||p   00|a|", "report")],
)  # fmt: skip
def test_unimarc_s_own_codes_of_contents(contents: str, csl: str) -> None:
    assert read(BOOK, f"105   $a{contents}", "200 1 $aT").type == csl


def test_unimarc_articles_and_volumes() -> None:
    article = read(
        "00000caa0 2200000   450 ",
        "101 1 $afre$cita",
        "200 1 $aLes quais",
        "215   $ap. 45-67",
        "463  1$tAnnales$x0399-0826$v118, n° 3$d2011",
        "711 02$aAcadémie$bSection histoire$4070",
    )
    assert article.type == "article-journal"
    assert dict(article.fields) == {
        "title": "Les quais",
        "author": (Name(literal="Académie. Section histoire"),),
        "container-title": "Annales",
        "ISSN": "0399-0826",
        "volume": "118",
        "issue": "3",
        "page": "45-67",
        "issued": Date(DatePoint(2011)),
        "language": "fre",
    }
    assert article.extra == {"origlanguage": "ita"}
    volume = read("00000nam2 2200000   450 ", "200 1 $aLes temps", "461  1$tHistoire$v2")
    fields = {"title": "Les temps", "container-title": "Histoire", "volume": "2"}
    assert dict(volume.fields) == fields
    embedded = read(
        "00000nam2 2200000   450 ", "200 1 $aLes temps", "461  1$1001IT1$12001 $aHistoire$v2"
    )
    assert dict(embedded.fields) == fields


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Häfen und Straße", "latin-1"), ("Käthe", "latin-1"), ("„Genève“ – été", "cp1252"),
        ("Città e perché", "latin-1"),
    ],
)  # fmt: skip
def test_latin_1_is_read_and_told(text: str, encoding: str) -> None:
    data = b"10\x1fa" + text.encode(encoding) + b"\x1e"
    directory = b"245%04d00000" % len(data)
    size = 24 + 13 + len(data) + 1
    record = b"%05dnam  2200037   4500" % size + directory + b"\x1e" + data + b"\x1d"
    reading = collect(marc.items(record))
    assert reading.works[0].text("title") == text
    (problem,) = reading.problems
    assert "MARC-8, the text was read as Latin-1" in problem.message


def test_what_is_not_read_is_told() -> None:
    fields = (
        '<datafield tag="082" ind1="0" ind2="4"><subfield code="a">393.9</subfield></datafield>'
        '<datafield tag="040" ind1=" " ind2=" "><subfield code="a">DLC</subfield></datafield>'
        '<datafield tag="534" ind1=" " ind2=" "><subfield code="z">0-1</subfield></datafield>'
    )
    source = SLIM.format("Häfen").replace("</record>", f"{fields}</record>")
    assert [(loss.field, loss.level, loss.how) for loss in losses("marcxml", source, "x.xml")] == [
        ("534 $z", "dropped", "0-1")
    ]
