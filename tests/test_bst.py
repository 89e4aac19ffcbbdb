"""BibTeX styles: .bst files, pybtex's own styles, and the house style."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit import bst
from citekit.bst import output
from citekit.errors import StyleError, UnknownStyleError
from citekit.formats import biblatex
from citekit.model import Date, DatePoint, Name, Work
from citekit.render import html, text
from citekit.richtext import Bibliography, Element, Link, plain

HOUSE = (Path(__file__).parent.parent / "styles" / "citekit-plain.bst").read_text(encoding="utf-8")

WALTZ = Work(
    "waltz",
    "book",
    {
        "author": (Name("Waltz", "Kenneth N."),),
        "title": "Man, the State and War",
        "issued": Date(DatePoint(1959, 5, 3)),
        "publisher": "Columbia University Press",
        "publisher-place": "New York",
        "edition": "2nd",
    },
)
JERVIS = Work(
    "jervis",
    "article-journal",
    {
        "author": (Name("Jervis", "Robert"), Name("Berg", "Jan", "", "van der")),
        "title": 'Cooperation & <span class="nocase">NATO</span>: 100% <i>sure</i>',
        "container-title": "World Politics",
        "volume": "30",
        "issue": "2",
        "page": "167–214",
        "issued": Date(DatePoint(1978, 1)),
        "DOI": "10.2307/a_b",
    },
)

#: The least a style can be; ``{}`` is the body of every entry.
TINY = """
ENTRY { author title year url } {} { label }
INTEGERS { n }
STRINGS { s }
MACRO {may} {"mai"}
FUNCTION {item} { "\\bibitem{" cite$ * "}" * write$ newline$ %s newline$ newline$ }
FUNCTION {book} { item }
FUNCTION {default.type} { item }
READ
ITERATE {call.type$}
"""


def rendered(*arguments: object, **options: object) -> Bibliography:
    """The bibliography alone."""
    return bst.process(*arguments, **options).bibliography  # type: ignore[arg-type]


def tiny(body: str, *works: Work) -> bst.Rendering:
    return bst.process(works or (WALTZ,), "tiny.bst", style_text=TINY % body)


def house(*works: Work) -> str:
    made = rendered(works, "citekit-plain.bst", style_text=HOUSE)
    return text.write_bibliography(made).replace("\u00a0", " ")


# --- the house style -----------------------------------------------------------


def test_house_style_prints_every_field_it_has() -> None:
    assert house(WALTZ, JERVIS).split("\n\n") == [
        "[1] Robert Jervis and Jan van der Berg. Cooperation & NATO: 100% sure. World Politics "
        "30(2), pages 167–214, January 1978. https://doi.org/10.2307/a_b.",
        "[2] Kenneth N. Waltz. Man, the State and War, 2nd edition. Columbia University Press, "
        "New York, May 1959.",
    ]


PEOPLE = (Name("A", "B."), Name("C", "D."), Name("E", "F."))


@pytest.mark.parametrize(
    ("type_", "fields", "printed"),
    [
        ("book", {"title": "T"}, "T."),
        ("book", {"editor": PEOPLE, "title": "T?"}, "B. A, D. C, and F. E, editors. T?"),
        ("book", {"editor": PEOPLE[:1], "title": "T"}, "B. A, editor. T."),
        ("book", {"title": "T", "volume": "2", "collection-title": "S"}, "T, volume 2, S."),
        (
            "book",
            {"title": "T", "collection-title": "S", "collection-number": "4", "page": "7"},
            "T, S 4, page 7.",
        ),
        (
            "chapter",
            {"author": PEOPLE[:2], "title": "T", "container-title": "C", "editor": PEOPLE[2:]},
            "B. A and D. C. T. In C, edited by F. E.",
        ),
        (
            "paper-conference",
            {"title": "T", "container-title": "C", "page": "1, 5", "publisher": "P"},
            "T. In C, pages 1, 5. P.",
        ),
        ("thesis", {"title": "T", "publisher": "MIT"}, "T. PhD thesis, MIT."),
        (
            "legal_case",
            {"title": "R v. W", "container-title": "U.S.", "volume": "410", "page": "113"},
            "R v. W. 410 U.S. 113.",
        ),
        (
            "legislation",
            {"title": "G", "container-title": "BGB", "section": "823"},
            "G. BGB § 823.",
        ),
        (
            "document",
            {"title": "T", "container-title": "C", "volume": "3", "page": "1–4"},
            "T. C, volume 3, pages 1–4.",
        ),
        (
            "thesis",
            {"title": "T", "genre": "Master's thesis", "issued": Date(DatePoint(2000))},
            "T. Master's thesis, 2000.",
        ),
        ("report", {"title": "T", "number": "12"}, "T. Technical report 12."),
        ("report", {"title": "T", "genre": "Paper", "publisher": "I"}, "T. Paper, I."),
        (
            "webpage",
            {"title": "T", "URL": "https://x.org/a_b%20c#d"},
            "T. https://x.org/a_b%20c#d.",
        ),
        ("song", {"title": "T", "medium": "CD", "note": "Read."}, "T. CD. Read."),
        ("article-journal", {"title": "T", "issue": "3"}, "T. number 3."),
        ("article-journal", {"title": "T", "container-title": "J"}, "T. J."),
        ("book", {"title": "T", "issued": Date(DatePoint(-43))}, "T. 44 BC."),
        ("book", {"title": "T", "issued": Date(literal="forthcoming")}, "T. forthcoming."),
        (
            "book",
            {"title": "T", "issued": Date(DatePoint(1999), DatePoint(2001), True)},
            "T. 1999–2001.",
        ),
        ("book", {"title": "T", "issued": Date(DatePoint(1999), None, True)}, "T. 1999–."),
        (
            "book",
            {"title": "T", "issued": Date(DatePoint(1999, season=3), approximate=True)},
            "T. Autumn c. 1999.",
        ),
        ("book", {"translator": PEOPLE[:1], "title": "T"}, "T, translated by B. A."),
        ("standard", {"title": "T", "publisher": "ISO"}, "T. Standard, ISO."),
    ],
)
def test_house_style_omits_what_is_absent(
    type_: str, fields: dict[str, object], printed: str
) -> None:
    work = Work("x", type_, fields)  # type: ignore[arg-type]
    assert house(work) == f"[1] {printed}"


def test_house_style_sorts_by_name_year_and_title() -> None:
    works = [
        Work(key, "book", {"author": (Name(family, "X"),), "title": title, "issued": Date(point)})
        for key, family, title, point in [
            ("d", "Zed", "A", DatePoint(1999)),
            ("c", "Doe", "B", DatePoint(2001)),
            ("b", "Doe", "C", DatePoint(1999)),
            ("a", "Doe", "A", DatePoint(1999)),
        ]
    ]
    untitled = Work("e", "book", {"title": "Middle"})
    rendering = bst.process([*works, untitled], "plain.bst", style_text=HOUSE)
    assert [entry.id for entry in rendering.bibliography.entries] == ["a", "b", "c", "e", "d"]
    assert rendering.labels == {"a": "[1]", "b": "[2]", "c": "[3]", "e": "[4]", "d": "[5]"}
    assert "thebibliography}{9}" in rendering.latex


def test_house_style_says_which_work_has_no_title() -> None:
    rendering = bst.process([Work("x", "book", {})], "h.bst", style_text=HOUSE)
    assert [(p.code, p.message) for p in rendering.problems] == [
        ("bibtex-warning", "no title in x")
    ]


def test_house_style_makes_no_brackets_or_doubled_punctuation_out_of_nothing() -> None:
    types = ["book", "chapter", "article-journal", "thesis", "report", "webpage", "patent"]
    works = [Work(t, t, {"title": "T", "issued": Date(DatePoint(2000))}) for t in types]
    lines = house(*works)
    assert not any(wrong in lines for wrong in ("()", ", ,", "..", ",.", " .", " ,", "  "))


def test_twelve_works_need_a_wide_label() -> None:
    works = [Work(f"w{n}", "book", {"title": f"T{n}"}) for n in range(12)]
    latex = bst.process(works, "h.bst", style_text=HOUSE).latex
    assert "\\begin{thebibliography}{99}" in latex


def test_no_works_make_an_empty_bibliography() -> None:
    assert rendered([], "h.bst", style_text=HOUSE).entries == ()
    assert rendered([], "plain").entries == ()


# --- what .bst files write --------------------------------------------------------


def test_formats_become_rich_text() -> None:
    rendering = bst.process((JERVIS,), "h.bst", style_text=HOUSE)
    entry = html.write_entry(rendering.bibliography.entries[0])
    assert '<div class="csl-left-margin">[1]</div>' in entry
    assert "100% <i>sure</i>. <i>World Politics</i> 30(2)" in entry
    assert '<a href="https://doi.org/10.2307/a_b">https://doi.org/10.2307/a_b</a>' in entry
    assert rendering.bibliography.second_field_align == "flush"


@pytest.mark.parametrize(
    ("label", "cited", "printed"),
    [
        ("", "[1]", "[1] T"),
        ("[Wal59]", "[Wal59]", "[Wal59] T"),
        ("[{W}{\\'e}b59]", "[Wéb59]", "[Wéb59] T"),
        ("[Waltz(1959)]", "(Waltz, 1959)", "T"),
        ("[{Waltz et~al.(1959)Waltz, Roe}]", "(Waltz et\u00a0al., 1959)", "T"),
        ("[\\protect\\citeauthoryear{Waltz}{Waltz}{1959}]", "(Waltz, 1959)", "T"),
    ],
)
def test_labels_of_every_kind(label: str, cited: str, printed: str) -> None:
    (item,) = output.items(f"x\\bibitem{label}%\n {{key}} T\n\\end{{thebibliography}} rest")
    assert item.key == "key"
    assert output.citation_label(item, 1) == cited
    boxes = output.entries((item,))[0].text
    assert " ".join(plain((node,)) for node in boxes) == printed


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("a \\newblock b%\n  c", ("a bc",)),
        ("\\textsc{a}", (Element("small-caps", ("a",)),)),
        ("\\url{http://x.y/a_b\\%20c}", (Link("http://x.y/a_b%20c", ("http://x.y/a_b%20c",)),)),
        ("\\href{http://x.y}{\\emph{z}}", (Link("http://x.y", (Element("italic", ("z",)),)),)),
        ("\\doi{10.1/x}", (Link("https://doi.org/10.1/x", ("10.1/x",)),)),
        ("\\path{a_b}", ("a_b",)),
        (
            "{\\em see \\url{http://x.y}}",
            (Element("italic", ("see ", Link("http://x.y", ("http://x.y",)))),),
        ),
        ("\\url{never closed", (Link("neverclosed", ("neverclosed",)),)),
        ("a </i> b", ("a ", "</i>", " b")),
    ],
)
def test_latex_becomes_rich_text(latex: str, expected: object) -> None:
    assert output.rich(latex) == expected


def test_an_unclosed_tag_keeps_its_text() -> None:
    assert plain(output.rich("<i>a \\& b")) == "a & b"


def test_items_without_a_key_are_no_items() -> None:
    assert output.items("\\bibitem x \\bibitem{a} y") == (output.Item("a", None, ("y",)),)


def test_author_year_bibliographies_hang() -> None:
    style = TINY.replace("bibitem{", "bibitem[Waltz(1959)]{")
    rendering = bst.process((WALTZ,), "t.bst", style_text=style % "title write$")
    assert rendering.bibliography.hanging_indent
    assert rendering.labels == {"waltz": "(Waltz, 1959)"}
    assert plain(rendering.bibliography.entries[0].text) == "Man, the State and War"


def test_output_without_items_is_kept_whole() -> None:
    style = TINY.replace('"\\bibitem{" cite$ * "}" * write$ newline$', "")
    rendering = bst.process((WALTZ,), "t.bst", style_text=style % "title write$")
    assert [plain(entry.text) for entry in rendering.bibliography.entries] == [
        "Man, the State and War"
    ]
    assert [p.code for p in rendering.problems] == ["no-bibitem"]


def test_what_a_style_prints_aside_is_a_problem_not_a_print(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rendering = tiny('"one" top$ "two" "three" stack$ "w" warning$ title write$')
    assert [(p.code, p.message) for p in rendering.problems] == [
        ("bibtex-warning", "w"),
        ("bibtex-output", "one"),
        ("bibtex-output", "three"),
        ("bibtex-output", "two"),
    ]
    assert capsys.readouterr().out == ""


def test_months_are_those_of_the_style() -> None:
    style = TINY.replace("year url", "year url month") % "month write$"
    rendering = bst.process((WALTZ,), "t.bst", style_text=style)
    assert plain(rendering.bibliography.entries[0].text) == "[1]mai"


def test_types_fall_back_until_the_style_knows_them() -> None:
    page = Work("p", "webpage", {"title": "T"})
    style = TINY % "type$ write$"
    assert bst.process((page,), "t.bst", style_text=style).latex.endswith("misc\n\n")
    online = style.replace("READ", "FUNCTION {online} { item }\nREAD")
    assert bst.process((page,), "t.bst", style_text=online).latex.endswith("online\n\n")


# --- broken styles ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "line", "says"),
    [
        ("ENTRY { title } {} {}\nFUNCTION {a} { title", 2, "end of file"),
        ("ENTRY { title } {} {}\n\nBANANA {x}", 3, "expected"),
        ("ENTRY {} {} {}\nREAD\nFUNCTION {f}\n{ title\n  nonsense }\n", 4, "title"),
        ("ENTRY {} {} {}\nREAD\n% nope\nEXECUTE {nope}", 4, "nope"),
        ("ENTRY {t} {} {}\nREAD\nFUNCTION {f} { 'q := }", 3, "'q'"),
        ("FUNCTION {f} { pop$ }\nEXECUTE {f}", None, "empty stack"),
        ('FUNCTION {f} { "a" #1 + }\nEXECUTE {f}', None, "wrong kind"),
        ("FUNCTION {f} { f }\nEXECUTE {f}", None, "without end"),
        ("ENTRY {} {} {}\nREAD\nSORT", None, "style failed"),
        ("INTEGERS {a}\nFUNCTION {a} {skip$}", None, "already declared"),
        ("FUNCTION", 1, "end of file"),
    ],
)
def test_broken_styles_are_refused_with_their_place(
    style: str, line: int | None, says: str
) -> None:
    with pytest.raises(StyleError, match=says) as caught:
        bst.process((WALTZ, JERVIS), "broken.bst", style_text=style)
    assert (caught.value.where.file, caught.value.where.line) == ("broken.bst", line)


def test_a_loop_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citekit.bst.interpreter._MOST_ROUNDS", 1000)
    with pytest.raises(StyleError, match="loop without end"):
        rendered((WALTZ,), "x.bst", style_text="FUNCTION {f} { {#1} {skip$} while$ }\nEXECUTE {f}")


def test_text_that_is_no_style_is_refused() -> None:
    with pytest.raises(StyleError):
        rendered((WALTZ,), "x.bst", style_text="<style>not BibTeX</style>")


# --- pybtex's own styles --------------------------------------------------------------


def test_plain_sorts_and_numbers() -> None:
    rendering = bst.process((WALTZ, JERVIS), "plain")
    assert rendering.labels == {"jervis": "[1]", "waltz": "[2]"}
    assert text.write_bibliography(rendering.bibliography).split("\n\n") == [
        "[1] Robert Jervis and Jan van der Berg. Cooperation & NATO: 100% sure. "
        "World Politics, 30(2):167–214, January 1978. doi:10.2307/a_b.".replace(
            "van der", "van\u00a0der"
        ),
        "[2] Kenneth\u00a0N. Waltz. Man, the State and War. Columbia University Press, "
        "New York, 2nd edition, May 1959.",
    ]
    entry = html.write_entry(rendering.bibliography.entries[0])
    assert "<i>World Politics</i>" in entry
    assert '<a href="https://doi.org/10.2307/a_b">' in entry


def test_alpha_labels() -> None:
    assert bst.process((WALTZ, JERVIS), "alpha").labels == {
        "jervis": "[JvdB78]",
        "waltz": "[Wal59]",
    }


@pytest.mark.parametrize("style", ["unsrt", "unsrtalpha"])
def test_unsorted_styles_keep_the_order(style: str) -> None:
    entries = rendered((WALTZ, JERVIS), style).entries
    assert [entry.id for entry in entries] == ["waltz", "jervis"]


@pytest.mark.parametrize("style", bst.PYTHON_STYLES)
def test_fields_a_style_needs_may_be_missing(style: str) -> None:
    works = [
        Work(type_, type_, {"title": '<span style="font-variant:small-caps;">T</span>'})
        for type_ in ("book", "chapter", "article-journal", "thesis", "report", "song")
    ]
    rendering = bst.process(works, style)
    assert len(rendering.bibliography.entries) == len(works)
    assert all("T" in plain(entry.text) for entry in rendering.bibliography.entries)
    assert {p.code for p in rendering.problems} == {"missing-field"}
    assert {p.where.key for p in rendering.problems} >= {"book", "report"}


def test_other_names_are_refused() -> None:
    with pytest.raises(UnknownStyleError) as caught:
        bst.process((WALTZ,), "chicago")
    assert "alpha" in caught.value.hint


@pytest.mark.parametrize(
    ("entry", "printed"),
    [
        (
            "@book{a, author={{von Humboldt}, Alexander}, title={K}, year=1845}",
            "[1] Alexander von Humboldt. K. 1845.",
        ),
        ("@book{a, author={{al-Khwarizmi},}, title={K}, year=1831}", "[1] al-Khwarizmi. K. 1831."),
        (
            "@article{a, author={Hooke, {and Sons}}, title={K}, journal={J}, year=1968, "
            "month={jan-feb}, pages=3}",
            "[1] and Sons Hooke. K. J, page 3, January–February 1968.",
        ),
        (
            "@incollection{a, author={Boyle, R. and Hooke, R. and others}, title={K}, "
            "booktitle={H}, publisher={P}, year=1968, pages={3--5}}",
            "[1] R. Boyle, R. Hooke, et al. K. In H, pages 3–5. P, 1968.",
        ),
    ],
)
def test_pybtex_styles_print_what_bibtex_prints(entry: str, printed: str) -> None:
    works = biblatex.read(entry).works
    made = text.write_bibliography(bst.process(works, "plain").bibliography)
    assert made.replace("\u00a0", " ").strip() == printed
