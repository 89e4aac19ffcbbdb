"""hayagriva YAML: golden entries of its documentation, what typst reads, round trips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from citekit.errors import SyntaxProblemError
from citekit.formats import registry
from citekit.formats.base import Extract, Loss, Writing
from citekit.formats.hayagrivatext import from_formatted, read_person, to_formatted, write_person
from citekit.model import Date, DatePoint, Name, Work
from tests.formats.roundtrips import check_round_trip
from tests.formats.works import catalogues

HAYAGRIVA = registry.get("hayagriva")

DOCUMENTED = """
kinetics:
    type: Article
    title: Kinetics and luminescence
    author: ["Doan, T. D.", "Tran Thoai, D. B.", "Haug, Hartmut"]
    doi: "10.1103/PhysRevB.102.165126"
    page-range: 165126-165139
    date: 2020-10-14
    parent:
        title: Physical Review B
        volume: 102
        issue: 16
        publisher: American Physical Society
electronic:
    type: Web
    title: Ishkur's Guide to Electronic Music
    serial-number: v2.5
    author: Ishkur
    url: { value: http://www.techno.org/electronic-music-guide/, date: 2020-11-12 }
talk:
    type: Misc
    title: Modern Networking
    parent:
        - type: Conference
          title: World Wide Developer Conference 2020
          location: Mountain View, CA
        - type: Video
          runtime: "00:13:42"
nut:
    type: anthos
    title: { value: Щелкунчик, verbatim: true, translation: The Nutcracker, shorthand: Nut }
    affiliated:
        - role: CastMember
          names: ["Schwarzenegger, Arnold", "Hamilton, Linda"]
        - role: translator
          names: { name: Watkins, given-name: Gloria Jean }
    parent:
        type: anthology
        title: Automata studies
        editor: ["Shannon, C. E."]
        isbn: 978-0-20189683-1
        parent: { type: anthology, title: Annals, volume: 34 }
"""


def test_entries_of_the_documentation() -> None:
    article, web, talk, nut = HAYAGRIVA.read(DOCUMENTED).works
    assert (article.id, article.type) == ("kinetics", "article-journal")
    assert article.names("author")[1:] == (Name("Tran Thoai", "D. B."), Name("Haug", "Hartmut"))
    texts = ("container-title", "volume", "issue", "publisher", "page", "DOI")
    assert [article.text(name) for name in texts] == [
        *("Physical Review B", "102", "16", "American Physical Society"),
        *("165126-165139", "10.1103/PhysRevB.102.165126"),
    ]
    assert article.date("issued") == Date(DatePoint(2020, 10, 14))
    assert (web.type, web.text("number")) == ("webpage", "v2.5")
    assert web.date("accessed") == Date(DatePoint(2020, 11, 12))
    assert web.names("author") == (Name(literal="Ishkur"),)
    assert talk.type == "speech"
    assert talk.text("event-place") == "Mountain View, CA"
    assert nut.type == "chapter"
    assert nut.text("title") == '<span class="nocase">Щелкунчик</span>'
    assert nut.text("title-short") == "Nut"
    assert nut.names("translator") == (Name("Watkins", "Gloria Jean"),)
    assert nut.names("performer")[1] == Name("Hamilton", "Linda")
    assert (nut.text("collection-title"), nut.text("collection-number")) == ("Annals", "34")
    assert nut.names("editor") == (Name("Shannon", "C. E."),)
    assert nut.text("ISBN") == "978-0-20189683-1"


def test_an_article_is_written_with_its_journal_as_parent() -> None:
    work = Work(
        "w",
        "article-journal",
        {
            "author": (Name("Waals", "J. D.", non_dropping_particle="van der"), Name(literal="R")),
            "title": 'On <span class="nocase">DNA</span>, {x} & $5',
            "container-title": "Ann. Phys.",
            "issued": Date(DatePoint(1999), DatePoint(2001), range=True),
            "keyword": "a, b",
        },
    )
    how = Writing("typst")
    assert HAYAGRIVA.write([work], how) == (
        "w:\n  type: article\n  author:\n  - name: van der Waals\n    given-name: J. D.\n  - R\n"
        '  title: "On {DNA}, \\\\{x\\\\} & \\\\$5"\n  date: "1999"\n'
        "  parent:\n    type: periodical\n    title: Ann. Phys.\n"
        "  csl:\n    issued:\n      date-parts:\n      - - 1999\n      - - 2001\n"
        '    keyword: "a, b"\n'
    )
    assert how.losses == [
        Loss("w", "issued", "kept", "coarser in typst"),
        Loss("w", "keyword", "kept", "not for typst"),
    ]


def test_what_was_kept_gives_way_to_a_change_in_the_entry() -> None:
    work = Work("w", "map", {"title": "x <i>y</i>", "issued": Date(DatePoint(1999), range=True)})
    text = HAYAGRIVA.write([work])
    assert HAYAGRIVA.read(text).works == (work,)
    changed = text.replace("type: artwork", "type: book").replace("title: x y", "title: z")
    (other,) = HAYAGRIVA.read(changed).works
    assert (other.type, other.text("title")) == ("book", "z")
    assert other.date("issued") == work.date("issued")


def test_passages_are_carried_in_the_note_and_the_note_survives() -> None:
    works = (Work("w", "book", {"note": "Microfilm"}), Work("x", "book"))
    extract = Extract("so {it} is", locator="p. 3")
    text = HAYAGRIVA.write(works, Writing(extracts={"w": [extract], "x": [extract]}))
    assert 'note: "Microfilm “so \\\\{it\\\\} is” (p. 3)"' in text
    assert 'note: "“so \\\\{it\\\\} is” (p. 3)"' in text
    assert HAYAGRIVA.read(text).works == works


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doe, Janet", Name("Doe", "Janet")),
        ("UNICEF", Name(literal="UNICEF")),
        ("von der Leyen, Ursula", Name("Leyen", "Ursula", non_dropping_particle="von der")),
        ("Luther King, Martin, Jr.", Name("Luther King", "Martin", suffix="Jr.")),
        ("Luther King, Jr., Martin", Name("Luther King", "Martin", suffix="Jr.")),
    ],
)
def test_persons_in_one_text(text: str, name: Name) -> None:
    assert read_person(text) == name
    assert read_person(write_person(name)) == name


def test_a_name_that_typst_would_split_is_written_in_parts() -> None:
    name = Name(literal="Health and Safety Executive")
    assert write_person(name) == {"name": "Health and Safety Executive"}
    assert write_person(Name("Beethoven", "Ludwig", "van")) == {
        "name": "Beethoven",
        "given-name": "Ludwig",
        "prefix": "van",
    }


@pytest.mark.parametrize(
    ("formatted", "text"),
    [
        ("{imagiNary} Publishing", '<span class="nocase">imagiNary</span> Publishing'),
        ("a {b {c} d", 'a <span class="nocase">b c d</span>'),
        (r"\{x\} \\ \$", r"{x} \ $"),
        ("$a {b}$ c", "$a {b}$ c"),
    ],
)
def test_formattable_strings(formatted: str, text: str) -> None:
    assert from_formatted(formatted) == text


def test_braces_are_written_for_protected_words_alone() -> None:
    assert to_formatted('a <i>b</i> <span class="nocase">C</span> {d}') == r"a b {C} \{d\}"


def test_what_is_no_entry_is_reported() -> None:
    reading = HAYAGRIVA.read("a: 3\nb:\n  type: comic\n  affiliated: [{role: x, names: Y}]\n", "f")
    assert [(p.code, p.where.line) for p in reading.problems] == [
        ("not-an-entry", 1),
        ("unknown-role", 2),
        ("unknown-type", 2),
    ]
    assert reading.works[0].names("contributor") == (Name(literal="Y"),)
    with pytest.raises(SyntaxProblemError, match="mapping"):
        HAYAGRIVA.read("- a\n")


def test_fields_that_have_no_variable_are_extra() -> None:
    (work,) = HAYAGRIVA.read("a: {type: video, time-range: '0:57-6:21', x: [1]}").works
    assert work == Work("a", "motion_picture", {}, {"time-range": "0:57-6:21", "x": "[1]"})


@given(catalogues)
@settings(max_examples=60)
def test_everything_is_read_back(works: list[Work]) -> None:
    how = check_round_trip("hayagriva", works)
    assert all(loss.level == "kept" for loss in how.losses)


def test_chapters_and_conferences_around_proceedings() -> None:
    chapter, paper = (
        registry.get("hayagriva")
        .read(
            "a: {type: chapter, title: A, parent: {type: anthology, title: B}}\n"
            "b: {type: article, title: P, serial-number: {arxiv: '1234.5'}, parent: "
            "{type: proceedings, title: Q, parent: {type: conference, title: C, location: Rome}}}\n"
        )
        .works
    )
    assert (chapter.type, chapter.text("container-title")) == ("chapter", "B")
    assert (paper.type, paper.text("event-title"), paper.text("event-place")) == (
        "paper-conference",
        "C",
        "Rome",
    )
    assert paper.extra == {"arxiv": "1234.5"}
