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


def test_a_plain_text_says_nothing_of_itself() -> None:
    assert stated("A title\n\nby Ilse Bramwell\n\n2019\n", "a.txt") == Stated()
