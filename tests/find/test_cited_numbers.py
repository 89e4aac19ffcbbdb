"""Numbers and labels of references and notes: a scan of the whole text."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.find.scan import scan
from citekit.formats import registry
from citekit.library.scanners import scanner_of

SCANNER = scanner_of(
    registry.get("biblatex")
    .read(
        """@book{holm1964, author = {Holm, Ada}, title = {Tides and Custom}, date = 1964,
          publisher = {Arden Press}, location = {Leeds}}
        @article{holm1971, author = {Holm, Ada}, title = {Kelp as a Source}, date = 1971,
          journaltitle = {Journal of Shores}, volume = 23, pages = {45--78}}
        @book{osterby1981, author = {Østerby, Lena}, title = {Rights of the Ebb}, date = 1981,
          publisher = {Nordlys}, location = {Bergen}}
        @book{wageli1990, author = {Wägeli, Urs}, title = {Dämme und Deiche}, date = 1990,
          publisher = {Uferverlag}, location = {Kiel}}"""
    )
    .works
)
ENTRIES = {
    "holm1964": "Holm, A. Tides and Custom. Leeds: Arden Press, 1964.",
    "holm1971": "Holm, A. Kelp as a Source. Journal of Shores 23 (1971), 45–78.",
    "osterby1981": "Østerby, L. Rights of the Ebb. Bergen: Nordlys, 1981.",
    "wageli1990": "Wägeli, U. Dämme und Deiche. Kiel: Uferverlag, 1990.",
}
NOTES = {
    "de": """Anmerkungen
1 Ada Holm, Tides and Custom, Leeds 1964, S. 12.
2 Dies., Kelp as a Source, in: Journal of Shores 23 (1971), S. 45–78.
3 Holm (Anm. 2), S. 50.
""",
    "en": """Notes
1. Quoted in Holm, Tides and Custom (Leeds, 1964), p. 12.
2. Holm, “Kelp as a Source”, Journal of Shores 23 (1971), p. 50.
3. Østerby, Rights of the Ebb, Bergen 1981, p. 3.
""",
    "fr": """Notes de fin
1. Cité par Holm, Tides and Custom, Leeds, 1964, p. 12.
2. Ada Holm, « Kelp as a Source », Journal of Shores, 23, 1971, p. 50.
3. Lena Østerby, Rights of the Ebb, Bergen, 1981, p. 3.
""",
}


def cited(text: str, name: str = "a.txt", body: str = "\n\n") -> list[tuple[str, str]]:
    """The citations before the first ``body``, with their works."""
    document = extract(text.encode(), name)
    found = scan(document.text, SCANNER, markup=document.markup, links=document.links)
    stop = document.text.index(body)
    assert all(one.start < stop for one in found if one.method in ("number", "label"))
    return [
        (document.text[one.start : one.end], one.body.value)
        for one in found
        if one.kind == "citation" and one.start < stop
    ]


def listed(label: str = "{}. ", order: str = "holm1964 holm1971 osterby1981 wageli1990") -> str:
    entries = [label.format(n) + ENTRIES[key] for n, key in enumerate(order.split(), 1)]
    return "\n\n## References\n\n" + "\n".join(entries) + "\n"


@pytest.mark.parametrize("language", NOTES)
def test_notes_right_under_their_heading(language: str) -> None:
    last = "holm1971" if language == "de" else "osterby1981"
    assert cited(f"The ebb sank.1 So it is.2 And here.3\n\n{NOTES[language]}") == [
        ("1", "holm1964"),
        ("2", "holm1971"),
        ("3", last),
    ]


@pytest.mark.parametrize("label", ["- [{}] ", "* [{}] ", "+ [{}] ", "[{}] ", "{}. "])
def test_labels_in_lists_of_markdown(label: str) -> None:
    assert cited(f"Tides rise [1], kelp grows [3, 4].{listed(label)}", "a.md") == [
        ("[1]", "holm1964"),
        ("3", "osterby1981"),
        ("4", "wageli1990"),
    ]


def test_labels_in_lists_of_html() -> None:
    items = "".join(f"<li>[{n}] {one}</li>" for n, one in enumerate(ENTRIES.values(), 1))
    text = f"<p>Tides rise [1], kelp grows [3].</p><h2>References</h2><ul>{items}</ul>"
    assert cited(text, "a.html") == [("[1]", "holm1964"), ("[3]", "osterby1981")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("So it is (refs 1 and 2; but see ref. 3).", "123"),
        ("See Refs. 1-3, and references 2 and 4.", "12324"),
        ("Das zeigen Lit. 2 und 3.", "23"),
        ("Voir réf. 1 et les réf. 2 et 3.", "123"),
        ("See reference 12, ref 1.5 and the refs 1990s.", ""),
    ],
)
def test_numbers_behind_the_word_for_references(text: str, numbers: str) -> None:
    keys = list(ENTRIES)
    assert [key for _, key in cited(text + listed())] == [keys[int(n) - 1] for n in numbers]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tides rise [1 and 3], kelp grows [2, 3, and 4].", "13234"),
        ("Die Flut steigt [1–3 und 4], der Tang wächst [2 sowie 1].", "123421"),
        ("La marée monte [1 et 3] ; le varech pousse [2 4].", "1324"),
        ("Tides rise (1 & 3). Kelp grows (2, 3 and 4).", "13234"),
        ("A matrix M = [1 2], an area [1 7] and the range [1 and 3].", ""),
    ],
)
def test_what_parts_the_numbers_of_a_mark(text: str, numbers: str) -> None:
    keys = list(ENTRIES)
    assert [key for _, key in cited(text + listed())] == [keys[int(n) - 1] for n in numbers]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "Tides rise.^1(p57)^ Kelp grows.^2(pp33-34),3^"),
        ("a.md", "Tides rise.<sup>1(p57)</sup> Kelp grows.<sup>2(pp33-34),3</sup>"),
        ("a.txt", "Tides rise.¹(p57) Kelp grows.²(pp33-34),³"),
    ],
)
def test_pages_of_raised_numbers(name: str, text: str) -> None:
    document = extract((text + listed()).encode(), name)
    found = scan(document.text, SCANNER, markup=document.markup)
    cites = {(one.body.value, one.locator) for one in found if one.kind == "citation"}
    assert cites == {("holm1964", "57"), ("holm1971", "33-34"), ("osterby1981", "")}


def test_labels_with_places() -> None:
    labels = dict(zip(("Hol64", "Hol71", "Øst81", "Wäg90"), ENTRIES.values(), strict=True))
    entries = "\n\n".join(f"[{label}] {entry}" for label, entry in labels.items())
    text = (
        "See [Hol64, Theorem 3], [Hol71, Chapter 2; Øst81], [Wäg90, Kap. 2] and [Øst81, II.3]; "
        f"not [A, B], [Hol99, §4] or [G : H].\n\n## References\n\n{entries}\n"
    )
    assert cited(text) == [
        ("[Hol64, Theorem 3]", "holm1964"),
        ("Hol71", "holm1971"),
        ("Øst81", "osterby1981"),
        ("[Wäg90, Kap. 2]", "wageli1990"),
        ("[Øst81, II.3]", "osterby1981"),
    ]


def test_raised_numbers_of_a_list_by_the_alphabet() -> None:
    text = "Tides are common.4 Custom matters.1 Rights ebb.3 So it is."
    assert [key for _, key in cited(text + listed())] == ["wageli1990", "holm1964", "osterby1981"]
    other = listed(order="wageli1990 holm1971 osterby1981 holm1964")
    assert cited(text + other) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Tides rise.1,2 Rights ebb with customs3 (CI 1.2–3.8).2 Lee and colleagues1 knew.4",
            "123214",
        ),
        ("La marée monte.1 Le droit2 recule, la « règle »3 aussi.4", "1234"),
        ("Die Flut steigt.1 Der Tang2 wächst, wie Lee u. Mitarb.3 sagen.", "123"),
        ("Tides rise.1 2 Kelp grows.2-4 So it is.", "12234"),
        ("Group1, group2 and an mp3 rose.1 Kelp grew.2 On python3 it ebbs; python3 is so.3", "123"),
        ("See Fig.1 and fig.2 and (there).3 Next.", ""),
    ],
)
def test_raised_numbers_in_the_text_of_a_pdf(text: str, numbers: str) -> None:
    keys = list(ENTRIES)
    assert [key for _, key in cited(text + listed())] == [keys[int(n) - 1] for n in numbers]


def test_intervals_are_no_citations() -> None:
    text = "The interval [2, 3] was closed, the range [1-4] open, x ∈ [1, 2]; but see [1, 3]."
    assert cited(text + listed("[{}] ")) == [("1", "holm1964"), ("3", "osterby1981")]


@pytest.mark.parametrize("mark", [" [{0}]", "^{0}^", "{1}"])
@pytest.mark.parametrize(
    "text",
    [
        "Holm{} concluded that “the tide is a custom” of the coast. Østerby{} wrote, “the ebb "
        "has its rights”, and nothing more of it was said.",
        "So war es an der Küste. Holm{} schrieb, dass „die Flut eine Sitte ist“, und "
        "dabei blieb es. Es ist, wie Østerby{} schreibt, „die Ebbe im Recht“, wenn man will.",
        "On le sait depuis longtemps sur la côte. Holm{} affirme que « la marée est une coutume ». "
        "Mais Østerby{} a écrit que « le jusant a ses droits », et on l’a cru.",
    ],
)
def test_whoever_has_the_number_behind_the_name_speaks(text: str, mark: str) -> None:
    text = text.format(mark.format(1, "¹"), mark.format(3, "³"))
    found = scan(text + listed(), SCANNER)
    assert [(one.speaker, one.body.value) for one in found if one.kind == "quotation"] == [
        ("Holm", "holm1964"),
        ("Østerby", "osterby1981"),
    ]


ROUND = "Tides rise (1, 2). Kelp grows (3), rights ebb (4). "


@pytest.mark.parametrize(
    "text",
    [
        "Mean (SD) age was 54 (2) years, the score 8 (3), and 12 (4) relapsed.",
        "Das mittlere Alter betrug 54 (2) Jahre.",
        "L’âge moyen (ET) était de 54 (2), le score de 4 (2–4) points.",
        "n (%)\n\nWomen 45 (4) 39 (3)\nMen 12 (1) 14 (2)",
        "So y = ax + b   (3)\n\nand equation (3) gives, as Gl. (4) and l’équation (2), the sum.",
        "The 95% CI (2, 4) and the IQR (1–3) are wide.",
    ],
)
def test_measures_counts_and_equations_are_no_citations(text: str) -> None:
    assert len(cited(ROUND + text + listed(), body="\n\n## References")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 (3) and type 2 (3) diabetes in those older than 65 (3).",
        "Since 1998 (3) the Nernst equation (3) holds for 12% (3).",
        "Lee et al. (3), Holm u. a. (3) und alle (3) sagen es.",
    ],
)
def test_citations_behind_other_numbers_stay(text: str) -> None:
    assert cited(ROUND + text + listed())[4:] == 3 * [("(3)", "osterby1981")]


def test_estimates_and_their_intervals_are_no_citations() -> None:
    text = (
        "The difference was 3, 95% CI [2, 4], the median 3 [1, 4]; IC à 95 % : [1, 2]. In those "
        "over 65 [2, 3] and since 1998 [1, 4] it was type 2 [1–3]."
    )
    assert len(cited(text + listed("[{}] "))) == 7


def test_a_claim_is_that_of_its_number() -> None:
    unknown = "[5] Holm, A. Salt and Law. Acta Maris 9 (2004), 1.\n"
    for number, works in (("1", ["holm1964"]), ("5", []), ("3", [])):
        text = f"Holm argued that custom depends on the tides [{number}].{listed('[{}] ')}{unknown}"
        text = text.replace(ENTRIES["holm1971"], "Roth, J. Ports. Acta Maris 8 (1999), 2–9.")
        found = [one.body.value for one in scan(text, SCANNER) if one.kind == "paraphrase"]
        assert found == works
