"""Keys from patterns: what JabRef's manual promises, in plain ASCII."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.curate.keys import ascii_text, check, generate, unique
from citekit.errors import UsageError
from citekit.model import Date, DatePoint, Name, Work


def work(
    *authors: str,
    type: str = "article-journal",
    extra: Mapping[str, str] | None = None,
    **fields: object,
) -> Work:
    """A work by authors written "Family, Given" or, for a literal name, "=Name"."""
    values = {name.replace("_", "-"): value for name, value in fields.items()}
    if authors:
        values["author"] = names(*authors)
    return Work("x", type, values, extra or {})  # type: ignore[arg-type]


def names(*people: str) -> tuple[Name, ...]:
    return tuple(map(name, people))


def name(text: str) -> Name:
    if text.startswith("="):
        return Name(literal=text[1:])
    family, _, given = text.partition(", ")
    particle, _, family = family.rpartition("|")
    return Name(family, given, non_dropping_particle=particle)


ONE = ("Newton, Isaac",)
TWO = (*ONE, "Maxwell, James")
THREE = (*TWO, "Einstein, Albert")
FOUR = (*THREE, "Bohr, Niels")
FIVE = (*FOUR, "Unknown, Ulrich")
JABREF = "An awesome paper on JabRef"
ISSUED = Date(DatePoint(2020, 9, 25))


def test_the_default_pattern() -> None:
    item = work("Waltz, Kenneth N.", issued=Date(DatePoint(1959)))
    assert generate("[auth:lower][year]", item) == "waltz1959"


@pytest.mark.parametrize(
    ("marker", "one", "two", "three", "five"),
    [
        ("auth", "Newton", "Newton", "Newton", "Newton"),
        ("auth3", "New", "New", "New", "New"),
        ("auth3_2", "", "Max", "Max", "Max"),
        ("authForeIni", "I", "I", "I", "I"),
        ("authorLast", "Newton", "Maxwell", "Einstein", "Unknown"),
        ("authorLastForeIni", "I", "J", "A", "U"),
        ("authors", "Newton", "NewtonMaxwell", "NewtonMaxwellEinstein",
         "NewtonMaxwellEinsteinBohrUnknown"),
        ("authors2", "Newton", "NewtonMaxwell", "NewtonMaxwellEtAl", "NewtonMaxwellEtAl"),
        ("auth.etal", "Newton", "Newton.Maxwell", "Newton.etal", "Newton.etal"),
        ("authEtAl", "Newton", "NewtonMaxwell", "NewtonEtAl", "NewtonEtAl"),
        ("auth.auth.ea", "Newton", "Newton.Maxwell", "Newton.Maxwell.ea", "Newton.Maxwell.ea"),
        ("authshort", "Newton", "NM", "NME", "NME+"),
        ("authorIni", "Newto", "NewtoM", "NewtoME", "NewtoMEBU"),
        ("authIni", "N", "NM", "NME", "NMEBU"),
        ("authIni4", "Newt", "NeMa", "NeME", "NMEB"),
        ("authorsAlpha", "New", "NM", "NME", "NME+"),
    ],
)  # fmt: skip
def test_authors(marker: str, one: str, two: str, three: str, five: str) -> None:
    for people, expected in ((ONE, one), (TWO, two), (THREE, three), (FIVE, five)):
        assert generate(f"k[{marker}]", work(*people)) == f"k{expected}"
        assert generate(f"k[pure{marker}]", work(*people)) == f"k{expected}"
        edited = work(editor=names(*people))
        assert generate(f"k[{marker}]", edited) == f"k{expected}"
        assert generate(f"k[pure{marker}]", edited) == "k"


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("edtr", "Newton"),
        ("edtr3", "New"),
        ("edtr3_2", "Max"),
        ("edtrForeIni", "I"),
        ("edtrIni4", "NeME"),
        ("edtr.edtr.ea", "Newton.Maxwell.ea"),
        ("edtrshort", "NME"),
        ("editors", "NewtonMaxwellEinstein"),
        ("editorLast", "Einstein"),
        ("editorLastForeIni", "A"),
        ("editorIni", "NewtoME"),
    ],
)
def test_editors(marker: str, expected: str) -> None:
    assert generate(f"[{marker}]", work("Other, O.", editor=names(*THREE))) == expected


def test_and_others() -> None:
    item = work(*ONE, "=others")
    assert generate("[auth]", item) == "Newton"
    assert generate("[authors]", item) == "NewtonEtAl"
    assert generate("[authEtAl]", item) == "NewtonEtAl"
    assert generate("[authorsAlpha]", item) == "N+"
    assert generate("[authors]", work("=others")) == "key"


def test_particles_belong_to_the_full_surname_only() -> None:
    item = work("van der|Aalst, Wil")
    assert generate("[auth]", item) == "Aalst"
    assert generate("[authFirstFull]", item) == "vanderAalst"
    assert generate("[authorsAlpha]", item) == "vdAal"


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        ("World Health Organization", "WHO"),
        ("The Attributed Graph Grammar System (AGG)", "AGG"),
        ("United Nations", "UnitedNations"),
        ("The Economist", "Economist"),
        ("ISIS", "ISIS"),
        ("The", "key"),
    ],
)
def test_institutions_are_shortened(literal: str, expected: str) -> None:
    assert generate("[auth]", work(f"={literal}")) == expected


def test_a_name_of_one_part() -> None:
    item = Work("x", "book", {"author": (Name(given="Plato"),)})
    assert generate("[auth]", item) == "Plato"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[title]", "AnAwesomePaperonJabRef"),
        ("[title:abbr]", "AAPoJ"),
        ("[camel]", "AnAwesomePaperOnJabRef"),
        ("[camel:abbr]", "AAPOJ"),
        ("[shorttitle]", "AwesomePaperJabRef"),
        ("[shorttitle:lower]", "awesomepaperjabref"),
        ("[shorttitleINI]", "Aap"),
        ("[veryshorttitle]", "Awesome"),
        ("[fulltitle]", "AnawesomepaperonJabRef"),
        ("[TITLE]", "AnawesomepaperonJabRef"),
        ("demo[TITLE:abbr]", "demoAapoJ"),
        ("[fulltitle:truncate3]x", "Anx"),
        ("[fulltitle:capitalize]", "AnAwesomePaperOnJabref"),
        ("[fulltitle:titlecase]", "AnAwesomePaperonJabref"),
        ("[fulltitle:sentencecase]", "Anawesomepaperonjabref"),
        ("[fulltitle:upper]", "ANAWESOMEPAPERONJABREF"),
    ],
)
def test_titles(pattern: str, expected: str) -> None:
    assert generate(pattern, work(title=JABREF)) == expected


def test_titles_with_markup_and_marks() -> None:
    item = work(title="<i>“Why?”</i>: the state-of-the-art—a <sup>2</sup>nd look")
    assert generate("[camel]", item) == "WhyTheStateOfTheArtA2ndLook"
    assert generate("[veryshorttitle]", item) == "Why"
    assert generate("[veryshorttitle]", work(title="To the")) == "To"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(DatePoint(2020, 9, 5)), "2020 20 September 5 20200905"),
        (Date(DatePoint(1999)), "1999 99   1999"),
        (Date(DatePoint(-43)), "44bce 44bce   44bce"),
        (Date(literal="forthcoming"), "forthcoming forthcoming   forthcoming"),
        (None, "    "),
    ],
)
def test_dates(date: Date | None, expected: str) -> None:
    item = work(**({"issued": date} if date else {}))
    markers = ("[year]", "[shortyear]", "[month]", "[day]", "[date]")
    found = " ".join(generate(f"k{marker}", item)[1:] for marker in markers)
    assert found == expected


@pytest.mark.parametrize(
    ("page", "first", "last", "prefix"),
    [
        ("12–34", "12", "34", ""),
        ("7,41,73--97", "7", "97", ""),
        ("213-6", "213", "216", ""),
        ("L42", "42", "42", "L"),
        ("", "", "", ""),
        ("iv", "", "", ""),
    ],
)
def test_pages(page: str, first: str, last: str, prefix: str) -> None:
    item = work(page=page)
    assert generate("k[firstpage]", item) == f"k{first}"
    assert generate("k[lastpage]", item) == f"k{last}"
    assert generate("k[pageprefix]", item) == f"k{prefix}"


def test_keywords_and_types() -> None:
    item = work(keyword="war; peace, world order", type="chapter")
    assert generate("[keyword3]", item) == "worldorder"
    assert generate("k[keyword4][keyword0]", item) == "k"
    assert generate("[keywords]", item) == "warpeaceworldorder"
    assert generate("[keywords2]", item) == "warpeace"
    assert generate("[entrytype]", item) == "InCollection"
    assert generate("[entrytype]", work(type="song")) == "Misc"


def test_fields_by_either_name() -> None:
    item = work(
        "Lovelace, Ada",
        "Babbage, Charles",
        "=Royal Society",
        container_title="Journal of Fish Biology",
        number="7",
        DOI="10.1/x",
        accessed=ISSUED,
        extra={"eprint": "2101.1"},
    )
    assert generate("[journal:abbr]", item) == "JoFB"
    assert generate("[container-title:abbr]", item) == "JoFB"
    assert generate("[number]", item) == "7"
    assert generate("[doi]", item) == generate("[DOI]", item) == "10.1/x"
    assert generate("[urldate]", item) == "20200925"
    assert generate("[eprint]", item) == "2101.1"
    assert generate("[author]", item) == "AdaLovelaceandCharlesBabbageandRoyalSociety"
    assert generate("k[volume][eprintclass]", item) == "k"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[volume:(unknown)]", "unknown"),
        ("[volume:(x]y):upper]", "XY"),
        ("[year:(no)]", "2020"),
        (r"[auth.etal:regex(\"\\.etal\",\"EtAl\"):regex(\"\\.\",\"And\")]".replace('\\"', '"'),
         "NewtonEtAl"),
        (r'[auth:regex("\w$", "")]', "Newto"),
        (r'[auth:regex("(N)(e)", "$2$1\"")]', "eNwton"),
        ('[auth:regex("]", ":")]', "Newton"),
        ("[auth:upper:truncate3:lower]", "new"),
        ("[auth]_[year]", "Newton_2020"),
        ("[auth]:[year]-x.y/z", "Newton:2020-x.y/z"),
        (r"\[[auth]\]\\", "Newton"),
        ("[volume]-[year]:", "2020"),
        ("a b{c}", "abc"),
        ("[title:alphanum:abbr]", "S"),
    ],
)  # fmt: skip
def test_modifiers_and_text(pattern: str, expected: str) -> None:
    assert generate(pattern, work(*THREE, issued=ISSUED, title="so it-is")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Müller", "Mueller"),
        ("Mu\u0308ller", "Mueller"),
        ("MÜLLER", "MUELLER"),
        ("Übel", "Uebel"),
        ("Strauß", "Strauss"),
        ("Ångström", "Aangstroem"),
        ("Søren Łukasz Æsop Þór", "Soren Lukasz Aesop Thor"),
        ("Gödel–Şahin, Čapek’s", "GoedelSahin, Capeks"),
        ("Ñandú ﬁn", "Nandu fin"),
        ("Ώμέγα Ψυχή", "Omega Psychi"),
        ("Достоевский Щукин Ёлка", "Dostoevskii Shchukin Elka"),
        ("王", ""),
        ("plain", "plain"),
    ],
)
def test_letters_become_ascii(text: str, expected: str) -> None:
    assert ascii_text(text) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "The Rise of the Machines"}, "riseMachines"),
        ({"title": "On the road", "issued": ISSUED}, "road2020"),
        ({"title": "1984", "container_title": "Harper’s Monthly", "issued": ISSUED},
         "harpersMonthly2020"),
        ({"container_title": "Handbook of Things"}, "handbookThings"),
        ({"title": "孫子兵法", "publisher": "Brill"}, "brill"),
        ({"URL": "https://www.example.org/a/b.html"}, "example"),
        ({"volume": "3", "issued": ISSUED}, "article2020"),
        ({"title": "Über 3 Wege"}, "ueberWege"),
    ],
)  # fmt: skip
def test_works_by_nobody_are_called_by_their_title(
    fields: dict[str, object], expected: str
) -> None:
    assert generate("[auth:lower][year]", work(**fields)) == expected  # type: ignore[arg-type]


def test_patterns_that_ask_for_no_people_are_kept() -> None:
    item = work(title="Road", issued=ISSUED)
    assert generate("[year]", item) == "2020"
    assert generate("[volume]-[year]", item) == "2020"
    assert generate("[auth][veryshorttitle][year]", item) == "Road2020"


@pytest.mark.parametrize("literal", ["n.d.", "n. d.", "[s.d.]", "o. J.", "undated"])
def test_words_for_no_date_are_no_year(literal: str) -> None:
    assert generate("[auth:lower][year]", work(*ONE, issued=Date(literal=literal))) == "newton"
    forth = work(*ONE, issued=Date(literal="forthcoming"))
    assert generate("[auth:lower][year]", forth) == "newtonforthcoming"


def test_nothing_left() -> None:
    empty = work("王, 力")
    assert generate("[auth]", empty) == "key"
    assert generate("[auth]", empty, stem="My paper (1)") == "Mypaper1"
    assert generate("[auth]", empty, stem="01-press_b.2") == "01-press_b.2"
    assert generate("[auth]", empty, stem="-—: ") == "key"
    assert generate("[auth]-", empty, stem="王") == "key"
    assert generate("", empty) == "key"


@pytest.mark.parametrize(
    ("pattern", "position", "message"),
    [
        ("[auth", 1, "'[' is not closed"),
        ("[auth][year", 7, "'[' is not closed"),
        ("a]", 2, "']' without '['"),
        ("x[]", 3, "a marker is missing"),
        ("x[autor]", 3, "'autor' is no marker and no field"),
        ("[foo12]", 2, "'foo12' is no marker"),
        ("[foo1_2]", 2, "'foo1_2' is no marker"),
        ("[auth:lowr]", 7, "'lowr' is no modifier"),
        ("[auth:lower:]", 13, "'' is no modifier"),
        ("[auth:truncate]", 7, "'truncate' is no modifier"),
        ('[auth:regex("a")]', 7, "is no modifier"),
        ('[auth:regex("(","b")]', 7, "no regular expression"),
        ('[auth:regex("a","$1")]', 7, "names a group that is not there"),
        ("[auth:(x]", 1, "'[' is not closed"),
    ],
)
def test_mistakes_are_named_and_placed(pattern: str, position: int, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)) as caught:
        generate(pattern, work(*ONE))
    assert f"character {position}:" in caught.value.message
    with pytest.raises(UsageError):
        check(pattern)


def test_the_hint_shows_how_to_write_it() -> None:
    with pytest.raises(UsageError) as caught:
        check('[auth:regex("a")]')
    assert 'regex("pattern","replacement")' in caught.value.hint
    check("[auth:lower][year]")


def test_taken_keys_get_letters() -> None:
    assert unique("waltz1959", set()) == "waltz1959"
    assert unique("waltz1959", {"waltz1959"}) == "waltz1959a"
    taken = {"k"} | {f"k{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"}
    assert unique("k", taken) == "kaa"
    assert unique("k", taken | {f"ka{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"}) == "kba"


KEY = re.compile(r"[^\s\x00-\x1f\x7f-\U0010ffff{}(),=\\\"#%~'@$&<>|\[\]*]+")
MARKERS = ["[auth", "[year]", "[title", "[authors2", "[edtr3_1", "[date]", "[authorsAlpha"]
MODIFIERS = [":lower", ":abbr", ":truncate2", ":(", ")", ':regex("', '","', '")']
PIECES = st.sampled_from([*MARKERS, *MODIFIERS, "[", "]", "-", "\\", '"'])


@given(
    st.lists(PIECES | st.text(max_size=3), max_size=8), st.text(max_size=12), st.text(max_size=9)
)
def test_any_pattern_gives_a_legal_key_or_is_refused(
    pieces: list[str], text: str, stem: str
) -> None:
    people = (Name(family=text, given=text), Name(literal=text))
    item = Work("x", "book", {"author": people, "title": text, "issued": ISSUED})
    with suppress(UsageError):
        assert KEY.fullmatch(generate("".join(pieces), item, stem=stem))


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    assert ascii_text(text).isascii()


@pytest.mark.parametrize(
    ("title", "short", "key"),
    [
        ("Orme v. Board of Harbours", "", "orme1987"),
        ("Orme et al. vs Ferrow Ltd.", "", "orme1987"),
        ("Harbour and Pier Commission v Orme", "", "hpc1987"),
        ("Northern Isles v. Mole", "", "northernisles1987"),
        ("In re Orme", "", "orme1987"),
        ("Ex parte Mole", "", "mole1987"),
        ("Müller gegen Schmidt", "", "mueller1987"),
        ("Müller ./. Land Nord", "", "mueller1987"),
        ("Lefèvre c. Mairie de Quimper", "", "lefevre1987"),
        ("Lefèvre c/ Mairie", "", "lefevre1987"),
        ("The Quayside Case", "Quayside", "quayside1987"),
        ("Bigge Co. v. Mole", "Bigge", "bigge1987"),
        ("The Quayside Case", "", "quayside1987"),
    ],
)
def test_a_case_without_author_is_called_by_a_party(title: str, short: str, key: str) -> None:
    case = work(type="legal_case", title=title, title_short=short, issued=Date(DatePoint(1987)))
    assert generate("[auth:lower][year]", case) == key


def test_a_party_is_nobody_where_there_is_an_author_or_no_case() -> None:
    issued = Date(DatePoint(1987))
    case = work("Roe, R.", type="legal_case", title="Orme v. Mole", issued=issued)
    assert generate("[auth:lower][year]", case) == "roe1987"
    article = work(title="Orme v. Mole", issued=issued)
    assert generate("[auth:lower][year]", article) == "ormeMole1987"
