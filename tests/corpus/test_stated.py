"""What files say of themselves."""

from __future__ import annotations

import pytest

from citekit.corpus.stated import Stated, stated

NAMES = ("Ilse Bramwell", "Ada Osgood")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title>Nets &amp; Ropes</title>", Stated("Nets & Ropes")),
        (
            "<title>Nets | The Tarn Post</title>"
            "<meta property='og:site_name' content='The Tarn Post'>",
            Stated("Nets"),
        ),
        (
            "<title>Nets | Tarn</title><meta name=citation_title content='Of Nets'>"
            "<meta name=citation_author content='Bramwell, Ilse'>"
            "<meta name=citation_author content='Osgood, Ada'>"
            "<meta name=citation_publication_date content='2019/03/04'>",
            Stated("Of Nets", ("Bramwell, Ilse", "Osgood, Ada"), "2019/03/04"),
        ),
        (
            "<meta name=author content='Ilse Bramwell und Ada Osgood'>"
            "<meta name=DC.date content=2019>",
            Stated("", NAMES, "2019"),
        ),
        ("<meta name=author content='https://tarn.example/bramwell'>", Stated()),
        ("<meta name=author content=''><title></title>", Stated()),
    ],
)
def test_html(head: str, expected: Stated) -> None:
    page = f"<html><head>{head}</head><body><title>None</title><p>Text</p></body></html>"
    assert stated(page, "a.html") == expected
    assert stated(f"<html lang=fr>{page}", "a.htm").language == "fr"


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("title: Of ropes\nauthor: Ilse Bramwell\ndate: 2018-05-01\nlang: en-GB",
         Stated("Of ropes", NAMES[:1], "2018-05-01", "en-GB")),
        ("title: Seile\nsubtitle: Ein Versuch\nauthor:\n- Ilse Bramwell\n- name: Ada Osgood",
         Stated("Seile: Ein Versuch", NAMES)),
        ("author: Ilse Bramwell, Ada Osgood\ndate: 2018", Stated("", NAMES, "2018")),
        ("author:\n- {family: Bramwell, given: Ilse}", Stated("", ("Bramwell, Ilse",))),
        ("draft: true\ntitle: [", Stated()),
    ],
)  # fmt: skip
def test_markdown(yaml: str, expected: Stated) -> None:
    assert stated(f"---\n{yaml}\n---\n\n# A heading\n\nText.\n", "a.md") == expected
    assert stated(f"Text.\n\n---\n{yaml}\n---\n", "a.md") == Stated()


@pytest.mark.parametrize(
    ("preamble", "expected"),
    [
        (r"\title{On \emph{Nets}}\author{Ilse Bramwell\thanks{Tarn} \and Ada Osgood\\Quay 4}",
         Stated("On Nets", NAMES)),
        (r"\title[Short]{Nets \\ and Ropes}\date{\today}", Stated("Nets and Ropes")),
        (r"\usepackage[english,ngerman]{babel}\date{M\"arz 2019}",
         Stated(date="März 2019", language="ngerman")),
        (r"\usepackage[main=french,english]{babel}", Stated(language="french")),
        (r"\setdefaultlanguage{german}", Stated(language="german")),
        ("% \\title{Nothing}\n", Stated()),
    ],
)  # fmt: skip
def test_latex(preamble: str, expected: Stated) -> None:
    source = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}A.\\end{{document}}"
    found = stated(source, "a.tex")
    title = found.title.replace("<i>", "").replace("</i>", "")
    assert found._replace(title=title) == expected


@pytest.mark.parametrize(
    "authors",
    [
        r"\author{Ilse Bramwell \and Ada Osgood \\ \inst{1} Tarn University}",
        r"\author{Ilse Bramwell\inst{1}\orcidID{0000-1} \and Ada Osgood\inst{1,2}}",
        r"\author{Ilse Bramwell\thanks{Thanks to \emph{Bea \textbf{Roe}}.} \and Ada Osgood$^{2}$}",
        r"\author[1]{Ilse Bramwell\thanks{a@b.c}}\author[1,2]{Ada Osgood}\affil[1]{Tarn}",
        r"\author{Ilse Bramwell}\affiliation{Tarn}\email{a@b.c}\author{Ada Osgood}",
        r"\author{\IEEEauthorblockN{Ilse Bramwell\IEEEauthorrefmark{1}, and Ada Osgood}"
        "\n\\IEEEauthorblockA{Univ, Tarn}}",
        r"\author*[1]{\fnm{Ilse} \sur{Bramwell}}\author[2]{\fnm{Ada}\sur{Osgood}}",
        r"\author{\name Ilse Bramwell \email a@b.c \\ \addr Tarn \AND \name Ada Osgood}",
        "\\author{Ilse Bramwell%\n  \\thanks{Tarn},\\\\\n"
        "{\\sc Ada Osgood}\\footnotemark[1]\\\\Quay 4}",
        r"\author{\textbf{Ilse Bramwell}\textsuperscript{1} \quad \textbf{Ada Osgood}$^\dagger$}",
        r"\author{\begin{tabular}[t]{cc} Ilse Bramwell & Ada Osgood \\ Tarn & Quay\end{tabular}}",
        r"\author{Prof. Dr. Ilse Bramwell, PhD \And Ada Osgood}",
        r"\Author{Ilse Bramwell $^{1,\dagger}$ and Ada Osgood $^{2,}$*}",
    ],
)
def test_names_are_read_without_what_latex_puts_beside_them(authors: str) -> None:
    assert stated(f"\\documentclass{{x}}\n{authors}\n", "a.tex").authors == NAMES


def test_commands_without_an_end_take_no_time() -> None:
    for text in (r"\author{" * 20_000, r"\author" + "[a]" * 20_000, r"\author[" * 20_000):
        assert stated(text, "a.tex").authors == ()


def test_mathematics_of_a_title_is_kept() -> None:
    assert stated(r"\title{On $x^2$\thanks{Tarn}}", "a.tex").title == "On x<sup>2</sup>"


def test_a_plain_text_says_nothing_of_itself() -> None:
    assert stated("A title\n\nby Ilse Bramwell\n\n2019\n", "a.txt") == Stated()
