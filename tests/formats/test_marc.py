"""MARC: what catalogues hold is understood, and what is written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import Problem, SyntaxProblemError
from citekit.formats import marc, marcxml, xmlread
from citekit.formats.base import Extract, Writing, collect
from citekit.formats.marcmap import LEADERS, RECORD_TYPES, ROWS, Field, Marc
from citekit.formats.marcread import trim
from citekit.formats.marcxml import from_record
from citekit.model import Date, DatePoint, Name, Work
from citekit.vocabulary import TYPES as CSL_TYPES
from tests.formats.works import catalogues

#: (tag, indicators, "$a text $b text"); control fields have no "$".
Row = tuple[str, str, str]

BOOK: list[Row] = [
    ("001", "", "92005291"),
    ("003", "", "DLC"),
    ("008", "", "920219s1993    caua   j      000 0 eng  "),
    ("010", "  ", "$a   92005291"),
    ("020", "  ", "$a0152038655 :$c$15.95"),
    ("020", "  ", "$a9780152038656 (pbk.)"),
    ("050", "00", "$aPS3537.A618$bA88 1993"),
    ("082", "00", "$a811/.52$220"),
    ("100", "1 ", "$aSandburg, Carl,$d1878-1967."),
    ("245", "10", "$aArithmetic :$ba poem /$cCarl Sandburg ; illustrated by Ted Rand."),
    ("250", "  ", "$a1st ed."),
    ("260", "  ", "$aSan Diego :$bHarcourt Brace Jovanovich,$cc1993."),
    ("300", "  ", "$a1 v. (unpaged) :$bill. (some col.) ;$c26 cm."),
    ("490", "1 ", "$aPoems for all ;$vv. 2"),
    ("500", "  ", "$aOne Mylar sheet included in pocket."),
    ("520", "  ", "$aA poem about numbers."),
    ("650", " 0", "$aArithmetic$xJuvenile poetry."),
    ("700", "1 ", "$aRand, Ted,$eillustrator."),
    ("856", "42", "$uhttp://x.y/contents"),
    ("856", "40", "$uhttp://x.y/book"),
]


def as_xml(rows: list[Row], leader: str = "01142cam  2200301 a 4500") -> str:
    parts = []
    for tag, indicators, text in rows:
        if not indicators:
            parts.append(f'<controlfield tag="{tag}">{text}</controlfield>')
            continue
        inside = "".join(
            f'<subfield code="{part[0]}">{part[1:]}</subfield>' for part in text.split("$") if part
        )
        one, two = indicators
        parts.append(f'<datafield tag="{tag}" ind1="{one}" ind2="{two}">{inside}</datafield>')
    return (
        '<collection xmlns="http://www.loc.gov/MARC21/slim"><record>'
        f"<leader>{leader}</leader>{''.join(parts)}</record></collection>"
    )


def as_iso2709(rows: list[Row], encoding: str = "utf-8", shift: int = 0) -> bytes:
    """A record as ISO 2709 has it; ``shift`` makes its lengths wrong."""
    directory, body = b"", b""
    for tag, indicators, text in rows:
        data = (indicators + text.replace("$", "\x1f")).encode(encoding) + b"\x1e"
        directory += f"{tag}{len(data) + shift:04d}{len(body):05d}".encode()
        body += data
    base = 24 + len(directory) + 1
    size = base + len(body) + 1
    head = f"{size + shift:05d}cam a22{base + shift:05d} a 4500".encode()
    return head + directory + b"\x1e" + body + b"\x1d"


def one(rows: list[Row], leader: str = "01142cam  2200301 a 4500") -> Work:
    (work,) = collect(marcxml.items(as_xml(rows, leader))).works
    return work


def write(works: list[Work], how: Writing | None = None) -> str:
    return "".join(marcxml.pieces(works, how or Writing()))


def test_book() -> None:
    rows = [row for row in BOOK if row[0] != "020"]
    work = one([("020", "  ", "$a0152038655 :"), ("020", "  ", "$a9780152038656 (pbk.)"), *rows])
    assert (work.id, work.type) == ("", "book")
    assert dict(work.fields) == {
        "title": "Arithmetic: a poem",
        "author": (Name("Sandburg", "Carl"),),
        "illustrator": (Name("Rand", "Ted"),),
        "ISBN": "0152038655",
        "edition": "1st ed.",
        "publisher-place": "San Diego",
        "publisher": "Harcourt Brace Jovanovich",
        "collection-title": "Poems for all",
        "collection-number": "v. 2",
        "abstract": "A poem about numbers.",
        "call-number": "PS3537.A618 A88 1993",
        "issued": Date(DatePoint(1993)),
        "language": "eng",
        "number-of-volumes": "1",
        "keyword": "Arithmetic--Juvenile poetry",
        "annote": "One Mylar sheet included in pocket.",
        "URL": "http://x.y/book",
    }
    assert work.extra == {
        "001": "92005291",
        "010": "92005291",
        "isbn": "9780152038656",
        "extent": "1 v. (unpaged) : ill. (some col.) ; 26 cm.",
        "url": "http://x.y/contents",
    }


def test_iso2709_says_the_same_as_marcxml() -> None:
    rows = [(tag, indicators, text.replace("$c$15.95", "")) for tag, indicators, text in BOOK]
    reading = collect(marc.items(as_iso2709(rows) * 3))
    assert reading.problems == ()
    assert reading.works == (one(rows),) * 3


def test_wrong_lengths_do_not_matter() -> None:
    rows = [*BOOK[:3], ("245", "10", "$aÜber alles")]
    assert collect(marc.items(as_iso2709(rows, shift=7))).works == (one(rows),)


def test_marc8() -> None:
    data = as_iso2709([("245", "10", "$aXXber die Sprache"), ("260", "  ", "$c1999")])
    data = data.replace(b"XXber", b"\xe8Uber")
    (work,) = collect(marc.items(data)).works
    assert work.text("title") == "Über die Sprache"


def test_greek_in_marc8() -> None:
    data = as_iso2709([("245", "10", "$aG")]).replace(b"aG\x1e", b"a\x1bgabc\x1bs\x1e")
    assert collect(marc.items(data)).works[0].text("title") == "αβγ"


@pytest.mark.parametrize(
    ("leader", "more", "csl"),
    [
        ("00000nas a", [], "periodical"),
        ("00000nab a", [("773", "0 ", "$tNature$x0378-5955")], "article-journal"),
        ("00000naa a", [("773", "0 ", "$tBook$z0152038655")], "chapter"),
        ("00000naa a", [("773", "0 ", "$tNature$x0378-5955")], "article-journal"),
        ("00000nem a", [], "map"),
        ("00000njm a", [], "song"),
        ("00000nam a", [("502", "  ", "$aThesis (Ph. D.)--Yale, 1999.")], "thesis"),
        ("00000nam a", [("008", "", "920219s1993    caua     t    000 0 eng  ")], "report"),
        ("00000nam a", [("655", " 7", "$atreaty$2local")], "treaty"),
        ("", [], "book"),
    ],
)
def test_types(leader: str, more: list[Row], csl: str) -> None:
    assert one([("245", "10", "$aT"), *more], leader).type == csl


def test_article() -> None:
    rows = [
        ("773", "0 ", "$tNature :$gVol. 24, no. 9 (Sept. 1993), p. 235-48$x0378-5955"),
        ("024", "7 ", "$a10.1000/x$2doi"),
    ]
    assert dict(one(rows, "00000nab a").fields) == {
        "container-title": "Nature",
        "volume": "24",
        "issue": "9",
        "page": "235-48",
        "ISSN": "0378-5955",
        "DOI": "10.1000/x",
        "issued": Date(DatePoint(1993, 9)),
    }
    coded = one([("773", "0 ", "$tN$gwords only$q24:9&lt;235")], "00000nab a")
    assert [coded.text(name) for name in ("volume", "issue", "page")] == ["24", "9", "235"]


def test_thesis_note() -> None:
    work = one([("502", "  ", "$aThesis (Ph. D.)--Yale University, 1999.")])
    assert work.text("genre") == "Ph. D."
    assert work.text("publisher") == "Yale University"
    assert work.date("issued") == Date(DatePoint(1999))


@pytest.mark.parametrize(
    ("field", "variable", "name"),
    [
        (("100", "1 ", "$aDoe, Jane,$cJr.,$d1900-"), "author", Name("Doe", "Jane", suffix="Jr.")),
        (("100", "0 ", "$aJohn Paul$bII,$cPope"), "author", Name(literal="John Paul II, Pope")),
        (("110", "2 ", "$aLibrary of Congress.$bMusic Division."), "author",
         Name(literal="Library of Congress. Music Division")),
        (("700", "1 ", "$aDoe, J.$4edt"), "editor", Name("Doe", "J.")),
        (("700", "1 ", "$aDoe, J.,$etranslator."), "translator", Name("Doe", "J.")),
        (("700", "1 ", "$aDoe, J.,$ebinder."), "contributor", Name("Doe", "J.")),
        (("720", "2 ", "$aMeta, Inc."), "author", Name(literal="Meta, Inc.")),
    ],
)  # fmt: skip
def test_names(field: Row, variable: str, name: Name) -> None:
    assert dict(one([field]).fields) == {variable: (name,)}


def test_edited_by() -> None:
    work = one([("245", "00", "$aT /$cedited by J. Doe."), ("700", "1 ", "$aDoe, J.")])
    assert work.names("editor") == (Name("Doe", "J."),)


@pytest.mark.parametrize(
    ("rows", "date"),
    [
        ([("264", " 1", "$c[1999?]")], Date(DatePoint(1999), uncertain=True)),
        ([("264", " 4", "$c©2001"), ("264", " 1", "$c2002.")], Date(DatePoint(2002))),
        ([("008", "", "920219d19901995")], Date(DatePoint(1990), DatePoint(1995), range=True)),
        ([("008", "", "920219c19909999")], Date(DatePoint(1990), range=True)),
        ([("008", "", "920219e19930512")], Date(DatePoint(1993, 5, 12))),
        ([("008", "", "920219s19uu    ")], Date(DatePoint(1900), DatePoint(1999), range=True)),
        ([("008", "", "920219suuuu    ")], None),
        ([("260", "  ", "$canno 1687."), ("008", "", "920219s1687    ")], Date(DatePoint(1687))),
        ([("260", "  ", "$cforthcoming")], Date(literal="forthcoming")),
    ],
)
def test_dates(rows: list[Row], date: Date | None) -> None:
    assert one(rows).date("issued") == date


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [("New York :", "New York"), ("Harcourt,", "Harcourt"), ("Poems.", "Poems"),
     ("1st ed.", "1st ed."), ("Doe, J.", "Doe, J."), ("c1993.", "c1993"), ("A /", "A")],
)  # fmt: skip
def test_punctuation_between_subfields(text: str, trimmed: str) -> None:
    assert trim(text) == trimmed


def test_tables() -> None:
    assert LEADERS.keys() <= CSL_TYPES
    assert set(RECORD_TYPES.values()) <= CSL_TYPES
    assert len({row.variable for row in ROWS}) == len(ROWS)


def test_output() -> None:
    work = Work(
        "doe2001",
        "article-journal",
        {
            "title": "T & U",
            "author": (Name("Doe", "Jane"), Name(literal="WHO")),
            "container-title": "Nature",
            "volume": "3",
            "issue": "4",
            "page": "12-34",
            "issued": Date(DatePoint(2001, 5)),
            "keyword": "a, b",
            "status": "s",
        },
    )
    how = Writing()
    text = write([work], how)
    assert "<leader>00000nab a22000003  4500</leader>" in text
    assert '<controlfield tag="001">doe2001</controlfield>' in text
    assert (
        '<datafield tag="100" ind1="1" ind2=" "><subfield code="a">Doe, Jane</subfield>'
        '<subfield code="e">author</subfield><subfield code="4">aut</subfield></datafield>' in text
    )
    assert (
        '<subfield code="t">Nature</subfield><subfield code="g">Vol. 3, no. 4, p. 12-34</subfield>'
        '<subfield code="q">3:4&lt;12-34</subfield>' in text
    )
    assert [(loss.field, loss.level) for loss in how.losses] == [("status", "kept")]
    assert collect(marcxml.items(text)).works == (work,)


def test_extracts() -> None:
    extract = Extract("some words", locator="12", comment="why")
    text = write([Work("k", "book")], Writing(extracts={"k": [extract]}))
    reading = collect(marcxml.items(text))
    assert reading.works == (Work("k", "book"),)
    assert reading.extracts == ((0, extract),)


@pytest.mark.parametrize("source", ["", "x", "<html/>", "<mods/>"])
def test_no_marcxml(source: str) -> None:
    with pytest.raises(SyntaxProblemError):
        collect(marcxml.items(source))


@pytest.mark.parametrize("source", [b"", b"x", b"00000cam a2200000 a 4500", b"\x1d\x1e", "<a/>"])
def test_no_marc(source: str | bytes) -> None:
    with pytest.raises(SyntaxProblemError):
        collect(marc.items(source, "x.mrc"))


def test_a_broken_record_is_reported_and_the_next_one_read() -> None:
    good = as_iso2709([("245", "10", "$aT")])
    reading = collect(marc.items(good + b"rubbish\x1d" + good))
    assert len(reading.works) == 2
    assert [problem.code for problem in reading.problems] == ["broken-record"]


def test_a_leader_with_another_length_is_told() -> None:
    rows = [("001", "", "7"), ("245", "10", "$aT")]
    sound = as_iso2709(rows)
    size = len(sound)
    assert collect(marc.items(sound + b"\r\n" + sound)).problems == ()
    wrong = b"00042" + sound[5:]
    reading = collect(marc.items(sound + b"\n" + wrong + sound, "x.mrc"))
    (problem,) = reading.problems
    assert problem.code == "record-length"
    said = f"record 2 (001 7): the leader says 42 bytes, the record has {size}"
    assert problem.message == said
    assert reading.works == collect(marc.items(sound)).works * 3
    assert collect(marc.items(b"00000" + sound[5:])).problems == ()  # says none
    (problem,) = collect(marc.items(sound + sound[:-1])).problems  # without the record's end
    assert problem.message.endswith(f"says {size} bytes, the record has {size - 1}")


def test_a_text_in_another_encoding_has_the_length_it_had() -> None:
    rows = [("245", "10", "$aÜber alles")]
    latin = as_iso2709(rows, "latin-1")
    assert collect(marc.items(latin.decode("latin-1").encode())).problems == ()
    (problem,) = collect(marc.items(b"00042" + as_iso2709(rows)[5:])).problems
    assert problem.code == "record-length"


SOUND = as_iso2709(BOOK)
IN_FIELD = SOUND.index(b"Ted,") + 2
IN_DIRECTORY = 24 + 12 * 7 + 3


@pytest.mark.parametrize(
    ("at", "more", "said"),
    [
        (IN_FIELD, b"garbage", "the directory gives another length of 700"),
        (IN_FIELD, b"gar\x1ebage", "the directory has 20 fields, but 21 end with a terminator"),
        (IN_DIRECTORY, b"garbage", "the directory is broken behind its entry 7"),
        (IN_DIRECTORY, b"bytes of it, 12" + b"x" * 9, "the directory is broken behind its entry 7"),
    ],
)
def test_bytes_put_into_a_record_are_told_and_the_rest_is_read(
    at: int, more: bytes, said: str
) -> None:
    reading = collect(marc.items(SOUND[:at] + more + SOUND[at:] + SOUND, "x.mrc"))
    (problem,) = reading.problems
    assert problem.message == f"record 1 (001 92005291): {said}"
    assert problem.severity == "error"
    broken, sound = reading.works
    for field in ("title", "issued", "publisher", "ISBN"):
        assert broken.fields[field] == sound.fields[field]
    assert broken.names("author")[0].family == "Sandburg"


@pytest.mark.parametrize("missing", [2, 60, 120])
def test_a_truncated_record_is_told_as_such(missing: int) -> None:
    reading = collect(marc.items(SOUND + SOUND[:-missing], "x.mrc"))
    (problem,) = reading.problems
    assert problem.message.startswith("record 2 (001 92005291): truncated: the file ends in field ")
    assert reading.works[1].text("title") == reading.works[0].text("title")


@settings(deadline=None, max_examples=100)
@given(catalogues)
def test_round_trip(works: list[Work]) -> None:
    how = Writing()
    reading = collect(marcxml.items(write(works, how)))
    assert reading.works == tuple(works)
    assert reading.problems == ()
    assert {loss.level for loss in how.losses} <= {"kept"}


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=6)), max_size=6))
def test_any_bytes_are_read(edits: list[tuple[int, bytes]]) -> None:
    data = as_iso2709(BOOK, "latin-1")
    for place, new in edits:
        data = data[: place + 24] + new + data[place + 24 + len(new) :]
    try:
        works = collect(marc.items(data)).works
    except SyntaxProblemError:
        return
    assert collect(marcxml.items(write(list(works)))).works == works


def read(leader: str, *fields: str) -> Work:
    """A record written as "245 10$aTitle", a space for each blank indicator."""
    found = []
    for field in fields:
        indicators, *subfields = field[4:].split("$")
        inside = tuple((part[0], part[1:]) for part in subfields)
        found.append(Field(field[:3], indicators.ljust(2), inside))
    (work,) = [one for one in from_record(Marc(leader, tuple(found))) if isinstance(one, Work)]
    return work


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("c1999.", Date(DatePoint(1999))),
        ("1998, c1999", Date(DatePoint(1998))),
        ("MDCLXIV [1664]", Date(DatePoint(1664))),
        ("1899 [i.e. 1989]", Date(DatePoint(1989))),
        ("1999-", Date(DatePoint(1999), range=True)),
        (
            "[between 1900 and 1910?]",
            Date(DatePoint(1900), DatePoint(1910), range=True, approximate=True),
        ),
        ("[19--]", Date(DatePoint(1900), DatePoint(1999), range=True)),
        ("[189-?]", Date(DatePoint(1890), DatePoint(1899), range=True, uncertain=True)),
    ],
)
def test_dates_as_cataloguers_write_them(written: str, date: Date) -> None:
    assert read("00000nam a2200000   4500", f"260   $c{written}").date("issued") == date


def test_other_scripts_and_glued_languages() -> None:
    work = read(
        "00000nam a2200000   4500",
        "041 1 $aengfre",
        "240 10$aWorks.$kSelections",
        "245 00$aDong fang$h[microform]",
        "880 00$6245-01$a東方",
        "880 1 $6100-02$a王明",
    )
    assert (work.text("language"), work.text("medium")) == ("eng; fre", "microform")
    assert work.extra["title in another script"] == "東方"
    assert work.extra["uniformtitle"] == "Works. Selections"
    assert work.extra["name in another script"] == "王明"


def test_unimarc_is_read_as_marc() -> None:
    work = read(
        "00000nlm a2200000   450 ",
        "010   $a2-07-000000-1",
        "100   $a19990101d1999    m  y0frey50      ba",
        "101 1 $afre$ceng",
        "200 1 $aTitre$hTome 1$iLe nom$eSous-titre$fJean Dupont",
        "205   $a2e éd.",
        "210   $aParis$cGallimard",
        "215   $a320 p.$d20 cm",
        "225 0 $aBlanche$v12",
        "330   $aRésumé",
        "606   $aHistoire$yFrance$z20e siècle",
        "700  1$aDupont$bJean$4070",
        "702  1$aMartin$bPaul$4730",
        "710 02$aUniversité$bLettres$4070",
    )
    assert work.type == "software"
    assert dict(work.fields) == {
        "title": "Titre. Tome 1: Le nom: Sous-titre",
        "author": (Name("Dupont", "Jean"), Name(literal="Université. Lettres")),
        "translator": (Name("Martin", "Paul"),),
        "ISBN": "2-07-000000-1",
        "edition": "2e éd.",
        "publisher-place": "Paris",
        "publisher": "Gallimard",
        "collection-title": "Blanche",
        "collection-number": "12",
        "abstract": "Résumé",
        "issued": Date(DatePoint(1999)),
        "language": "fre",
        "number-of-pages": "320",
        "dimensions": "20 cm",
        "keyword": "Histoire--France--20e siècle",
    }


def test_year_of_a_meeting_is_in_its_name() -> None:
    work = one([("111", "2 ", "$aConference on X$n(5th :$d1993 :$cRome)")])
    assert work.names("author") == (Name(literal="Conference on X (5th : 1993 : Rome)"),)


def _written(work: Work) -> dict[str, list[str]]:
    """The fields of a work's record by tag, as "indicators $code text"."""
    text = "".join(marcxml.pieces([work], Writing()))
    found: dict[str, list[str]] = {}
    for record in xmlread.records(text, {"record"}, None, "MARC record"):
        assert not isinstance(record, Problem)
        for field in record:
            parts = [f"${e.get('code')} {e.text}" for e in field] or [field.text or ""]
            shown = f"{field.get('ind1', '')}{field.get('ind2', '')} {' '.join(parts)}".strip()
            found.setdefault(field.get("tag", ""), []).append(shown)
    return found


def test_output_has_its_parts_where_marc_has_them() -> None:
    names = (Name(literal="Thomas, Aquinas, Saint"), Name("Aristotle"), Name(literal="Roe family"))
    fields = {"author": names, "title": "Die Summe: Auswahl", "language": "ger", "ISBN": "1"}
    dates = {
        "issued": Date(DatePoint(1974), DatePoint(1976), range=True),
        "keyword": "Fear--Europe",
    }
    extra = {
        "001": "m1",
        "isbn": "2; 3",
        "041": "ger grc",
        "titleaddon": "Sum",
        "extent": "x, 3 S.",
    }
    record = _written(Work("k", "book", {**fields, **dates}, extra))
    assert record["001"] == ["m1"]
    assert record["008"][0][6:15] == "m19741976"
    assert record["020"] == ["$a 1", "$a 2", "$a 3"]
    assert record["041"] == ["1  $a ger $h grc"]
    assert [name.partition(" $e")[0] for name in record["100"] + record["700"]] == [
        "0  $a Thomas $c Aquinas, Saint",
        "0  $a Aristotle",
        "3  $a Roe family",
    ]
    assert record["245"] == ["14 $a Die Summe : $b Auswahl"]
    assert record["246"] == ["3  $a Sum"]
    assert record["300"] == ["$a x, 3 S."]
    assert record["650"] == ["4 $a Fear $x Europe"]


def test_output_of_parts_theses_and_serials() -> None:
    book = {"container-title": "Methode", "ISBN": "3-423-04390-8", "page": "13-61"}
    assert "$z 3-423-04390-8" in _written(Work("a", "chapter", book))["773"][0]
    thesis = {"genre": "Dissertation", "publisher": "Freie Universität"}
    record = _written(Work("a", "thesis", thesis))
    assert record["502"] == ["$b Dissertation $c Freie Universität"]
    assert "264" not in record
    record = _written(Work("a", "periodical", {"issued": Date(DatePoint(1869), range=True)}))
    assert record["008"][0][6:15] == "c18699999"
    assert record["264"] == ["1 $c 1869-"]


@pytest.mark.parametrize(
    ("title", "language", "count"),
    [
        ("The sea", "en", 4),
        ("A sea", "eng", 2),
        ("Die See", "ger", 4),
        ("Die Hard", "en", 0),
        ("Die See", "", 0),
        ("L’été", "fre", 2),
        ("Les étés", "fr-CA", 4),
        ("Un été", "", 0),
        ("Thé vert", "fr", 0),
        ("Eine", "de", 0),
        ("Lo spazio", "it", 3),
    ],
)
def test_articles_are_not_filed_under(title: str, language: str, count: int) -> None:
    assert marcxml.nonfiling(title, language) == count
