"""The works that the quotations of a manuscript name as their sources."""

from __future__ import annotations

import pytest

from citekit.corpus.documents import extract
from citekit.library import Project
from citekit.library.verifying import Verifier

ORME = "orme1959"
FALK = "falk1976"
BIB = """\
@book{orme1959, author = {Orme, Katharine}, title = {The Tide and the Ledger}, date = {1959},
  file = {texts/orme.txt}}
@book{falk1976, author = {Falk, Robert}, title = {Hearing in Small Rooms}, date = {1976},
  file = {texts/falk.txt}}
@book{brandt2016, author = {Brandt, Helene}, title = {Rede}, date = {2016}, langid = {german},
  file = {texts/brandt.txt}}
@book{lang1990, author = {Lang, Eva}, title = {Cranes of the North}, date = {1990}}
"""
#: Words of the one, words of the other, words of nobody.
QUAY = "a sheet of paper before it was a quay"
ROOM = "heard a question to its end"
NONE = "seven blue elephants were counted there"


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    folder = tmp_path_factory.mktemp("manuscripts")
    (folder / "citekit.toml").write_text('documents = ["texts/*"]\n')
    (folder / "refs").mkdir()
    (folder / "refs" / "works.bib").write_text(BIB)
    (folder / "texts").mkdir()
    (folder / "texts" / "orme.txt").write_text(
        f"Every harbour was {QUAY}. The crane drivers sang in the rain.\n"
    )
    (folder / "texts" / "falk.txt").write_text(
        f"Nobody in a small room has ever {ROOM}. Silence is cheap in there. "
        "It was the price that was paid, and the walls are thin.\n"
    )
    (folder / "texts" / "brandt.txt").write_text("Papier bleibt geduldig.\n")
    project = Project.open(folder)
    return Verifier(project, project.state())


def named(verifier: Verifier, text: str, name: str = "") -> list[str]:
    """The works of the quotations of a manuscript; with the verdict where its words are no
    work's that it names."""
    document = extract(text.encode(), name or ("m.tex" if "\\" in text else "m.md"))
    found = verifier.manuscripts([document])
    assert {str(one.finding.verdict) for one in found} <= {
        "verbatim", "permitted", "not-found", "no-source"
    }  # fmt: skip
    return [one.work for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f'Orme (1959, 5) calls it "{QUAY}"; Falk (1976, 8) disagrees.',
        f'Orme (1959, 5) calls it "{QUAY}," but Falk (1976, 8) disagrees.',
        f'Orme (1959, 5) calls it "{QUAY}" and Falk (1976, 8) does not.',
        f'Orme (1959, 5) calls it "{QUAY}", a view that Falk (1976, 8) disputes.',
        f'@orme1959 calls it "{QUAY}", whereas @falk1976 [p. 8] does not.',
        f'Orme [@orme1959] calls it "{QUAY}", but Falk disagrees [@falk1976].',
        f'Whereas Orme (1959, 5) calls it "{QUAY}", Falk (1976, 8) disagrees.',
        f"\\textcite{{orme1959}} calls it \\enquote{{{QUAY}}}; \\textcite{{falk1976}} disagrees.",
        f"Orme (1959, S. 5) nennt es „{QUAY}“, und Falk (1976, S. 8) widerspricht.",
        f"Orme (1959, p. 5) parle de « {QUAY} », ce que Falk (1976, p. 8) conteste.",
        # the other one quotes her
        f'As Orme (1959) wrote, it was "{QUAY}" [@falk1976].',
    ],
)
def test_the_author_of_the_next_clause_is_no_source(verifier: Verifier, text: str) -> None:
    assert named(verifier, text) == [ORME]


@pytest.mark.parametrize(
    "text",
    [
        f"„{QUAY}“, heißt es im 2. Brief [@{FALK}].",
        f"„{QUAY}“, schreibt sie am 3. Mai 1872 [@{FALK}].",
        f"„{QUAY}“, heißt es in Bd. II der Ausgabe (Falk 1976, 12).",
        f"“{QUAY}”, as Mr. Lee says [@{FALK}].",
        f"« {QUAY} », écrit M. Roy [@{FALK}].",
        f"Wie es in [@{FALK}], Bd. II der Ausgabe, heißt: „{QUAY}“.",
    ],
)
def test_the_stop_of_an_abbreviation_or_ordinal_parts_no_citation_from_its_words(
    verifier: Verifier, text: str
) -> None:
    (found,) = verifier.manuscripts([extract(text.encode(), "m.md")])
    assert (found.work, str(found.finding.verdict)) == (FALK, "elsewhere")


def test_invented_words_are_missed_where_they_are_said_to_stand(verifier: Verifier) -> None:
    text = f'While Orme (1959) speaks of "{NONE}," Falk (1976) says it was "{ROOM}."'
    assert named(verifier, text) == [ORME, FALK]


@pytest.mark.parametrize(
    "text",
    [
        f'Critics call it "{NONE}"; Orme (1959) disagrees.',
        f'They call it "{NONE}", but Orme (1959) does not.',
        f'Whereas pilots call it "{NONE}", Orme (1959) disagrees.',
        f'Katharine Orme writes that it was "{NONE}".',
        f'Orme (1959) is in print. "{NONE.capitalize()}," said my mother.',
    ],
)
def test_what_others_say_has_no_source(verifier: Verifier, text: str) -> None:
    assert named(verifier, text) == [""]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (f'It was "{QUAY}", writes Orme (1959, 5).', [ORME]),
        (f'It was "{QUAY}," as Orme (1959, 5) puts it.', [ORME]),
        (f'Orme (1959) and Falk (1976) agree that he has "{ROOM}".', [FALK]),
        # one citation for several quotations
        (f'Orme says that they "{NONE}" and that it was "{QUAY}" (Orme 1959, 4).', [ORME, ORME]),
        (f'According to @orme1959, it was "{QUAY}", and "{NONE}."', [ORME, ORME]),
        (f'She has "{QUAY}", "a blue elephant" and "in the rain" (Orme 1959).', [ORME] * 3),
        (
            f"Sie spricht von „{QUAY}“ und vom „gar nicht blauen Elefanten“ [@orme1959].",
            [ORME, ORME],
        ),
        (
            f'"Every harbour was {QUAY}," Orme (1959, 4) writes. "{NONE.capitalize()}."',
            [ORME, ORME],
        ),
        # not of those of others
        (f'They spoke of "{NONE}", but Orme called it "{QUAY}" [@orme1959].', ["", ORME]),
        (f'They spoke of "{NONE}", and she called it "{QUAY}" [@orme1959].', ["", ORME]),
        (f'Orme (1959) says "{QUAY}", while pilots called it "{NONE}".', [ORME, ""]),
        (f'She calls it "{QUAY}" [@orme1959]; pilots say "{NONE}".', [ORME, ""]),
    ],
)
def test_quotations_in_a_row_share_their_source(
    verifier: Verifier, text: str, works: list[str]
) -> None:
    assert named(verifier, text) == works


SAID = f"Every harbour was {QUAY}."
ALSO = f"Hence {NONE}, and so it went."


@pytest.mark.parametrize(
    ("name", "text", "works"),
    [
        ("m.md", f"Orme (1959, 4) has it thus:\n\n> {SAID}\n>\n> {ALSO}\n\nSo.", [ORME, ORME]),
        ("m.md", f"Two claims:\n\n> {ALSO}\n>\n> {SAID} [@orme1959, 4]\n\nSo.", [ORME, ORME]),
        ("m.md", f"Two claims:\n\n> {ALSO}\n>\n> {SAID}\n\n[@orme1959, 4]\n\nSo.", [ORME, ORME]),
        (
            "m.html",
            f"<p>Orme (1959) has it thus:</p><blockquote><p>{SAID}</p><p>{ALSO}</p></blockquote>",
            [ORME, ORME],
        ),
        (
            "m.tex",
            "Orme \\cite[4]{orme1959} has it thus:\n\\begin{quotation}\n"
            f"{SAID}\n\n{ALSO}\n\\end{{quotation}}\n",
            [ORME, ORME],
        ),
        # a paragraph of its own that cites
        ("m.md", f"Two claims:\n\n> {SAID}\n>\n> [@orme1959, p. 4]\n\nSo.", [ORME]),
        ("m.md", f"Two claims:\n\n> {SAID}\n>\n> (Orme 1959, p. 4)\n\nSo.", [ORME]),
        ("m.md", f"Two claims:\n\n> {SAID}\n>\n> {ALSO}\n>\n> @orme1959.\n", [ORME, ORME]),
        (
            "m.html",
            f"<blockquote><p>{SAID}</p><p>(Orme 1959, 4)</p></blockquote><p>So.</p>",
            [ORME],
        ),
        (
            "m.html",
            f"<blockquote><p>{SAID}</p><footer>(Orme 1959, 4)</footer></blockquote><p>So.</p>",
            [ORME],
        ),
        # what closes the first paragraph is not of the next one
        ("m.md", f"Two voices.\n\n> {SAID} [@orme1959]\n\n> {ALSO}\n\nSo.", [ORME, ""]),
        # whom the quoted words cite
        ("m.md", f"Orme (1959) has it thus:\n\n> As Falk (1976) saw, {NONE}.\n\nSo.", [ORME]),
        # a line that signs
        ("m.md", f"> {ALSO}\n>\n> — Katharine Orme, *The Tide and the Ledger* (1959)", [ORME]),
        ("m.md", f"> {SAID}\n> — Katharine Orme, *The Tide and the Ledger*, p. 4", [ORME]),
        ("m.md", f"> {SAID}\n\n— Katharine Orme, *The Tide and the Ledger* (1959)", [ORME]),
        (
            "m.html",
            f"<blockquote><p>{SAID}</p><footer>— Katharine Orme, <cite>The Tide and the Ledger"
            "</cite></footer></blockquote>",
            [ORME],
        ),
    ],
)
def test_the_source_of_a_block_quotation(
    verifier: Verifier, name: str, text: str, works: list[str]
) -> None:
    assert named(verifier, text, name) == works


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("m.md", "> --- Katharine Orme"),
        ("m.md", "> – Ludwig van der Rohe, „Die Stadt am Wasser“"),
        ("m.md", "> — Jean de La Fontaine, *Fables*, II"),
        ("m.md", ">\n> — Robert Orme, “Of Ports and Cranes”"),
        ("m.md", "\n— Robert Orme, “Of Ports and Cranes”"),
        ("m.txt", "> -- Katharine Orme"),
        ("m.html", "<br>— Katharine Orme</blockquote>"),
        ("m.tex", "\\\\\n--- Katharine Orme\n\\end{quote}"),
    ],
)
def test_the_line_that_signs_a_block_quotation_is_none_of_its_words(
    verifier: Verifier, name: str, line: str
) -> None:
    begun = {"m.html": "<blockquote>", "m.tex": "\\begin{quote}\n"}.get(name, "So:\n\n> ")
    end = "" if name == "m.html" else "\n"
    text = f'{begun}{SAID}{end}{line}\n\nIt is "{ROOM}" (Falk 1976).\n'
    found = verifier.manuscripts([extract(text.encode(), name)])
    assert [(one.text, one.work, one.finding.verdict) for one in found] == [
        (SAID, ORME if "Katharine" in line else "", "verbatim"),
        (ROOM, FALK, "verbatim"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"> — {SAID}\n> — Vraiment, Paul\n",
        f"> {SAID}\n> — Oui, je le sais.\n",
        f"> {SAID} He met the great of his day\n> — Goethe, Schiller, Herder\n",
    ],
)
def test_a_line_of_dialogue_or_of_prose_signs_nothing(verifier: Verifier, text: str) -> None:
    last = text.split()[-1]
    assert last in verifier.manuscripts([extract(text.encode(), "m.txt")])[0].text


@pytest.mark.parametrize(
    "text",
    [
        f'Orme says that they "{NONE}" (1959, 4).',
        f'Orme says that they "{NONE}" (1959: 4).',
        f"Orme meint, dass sie „{NONE}“ (1959, S. 4).",
        f'In *The Tide and the Ledger*, Katharine Orme argues that "{NONE}".',
    ],
)
def test_a_year_or_title_beside_the_author_names_the_work(verifier: Verifier, text: str) -> None:
    assert named(verifier, text) == [ORME]


@pytest.mark.parametrize(
    ("note", "work"),
    [
        ("@orme1959, p. 4.", ORME),
        ("[@orme1959, p. 4].", ORME),
        ("See [@orme1959, p. 4], also @falk1976.", ORME),
        ("Orme 1959, 4.", ORME),
        ("Orme (1959, 4), emphasis added.", ORME),
        # what a note says of a work
        ("Orme (1959) disagrees.", ""),
        ("@orme1959, however, disagrees.", ""),
        ("Cf. [@orme1959, 4].", ""),
        ("Nobody knows why [@orme1959].", ""),
    ],
)
def test_the_citation_that_a_note_begins_with(verifier: Verifier, note: str, work: str) -> None:
    assert named(verifier, f'It was "{NONE}".[^1] So.\n\n[^1]: {note}\n') == [work]


@pytest.mark.parametrize("quoted", [f"« {NONE} »1.", f"“{NONE}”1,", f"„{NONE}“1.", f'"{NONE}"1.'])
def test_the_number_of_a_note_behind_a_closing_mark(verifier: Verifier, quoted: str) -> None:
    notes = "1. Katharine Orme, The Tide and the Ledger (Leith: Quay, 1959), 4.\n"
    notes += "2. Robert Falk, Hearing and Mishearing in Small Rooms (Leith: Quay, 1976), 8.\n"
    assert named(verifier, f"It is said {quoted} It rained.2 So it was.\n\n{notes}") == [ORME]


@pytest.mark.parametrize("cite", ["\\cite[4]{orme1959}.", "See \\textcite[4]{orme1959}"])
def test_a_key_in_a_footnote_of_latex(verifier: Verifier, cite: str) -> None:
    text = f"It was \\enquote{{{NONE}}}.\\footnote{{{cite}}} So."
    assert named(verifier, text) == [ORME]


def test_the_citation_of_a_work_that_is_not_held_leaves_nothing_to_another(
    verifier: Verifier,
) -> None:
    assert named(verifier, f'Orme (1959) is old; cranes "{NONE}" (Lang 1990, 3).') == ["lang1990"]


@pytest.mark.parametrize(
    "cite", ["(Orme 1960, 4)", "(Bell 1951, 4)", "(see Bell and Orme 1951)", "[Bell 1951: 4]"]
)
@pytest.mark.parametrize("next_one", ["[@falk1976]", "(Falk 1976, 8)"])
def test_a_citation_of_no_known_work_closes_its_block(
    verifier: Verifier, cite: str, next_one: str
) -> None:
    document = extract(f"So:\n\n> {NONE}. {cite}\n\n> {ROOM}. {next_one}\n".encode(), "m.md")
    one, other = verifier.manuscripts([document])
    assert (one.work, one.finding.verdict, one.text) == ("", "no-source", f"{NONE}.")
    assert other.work == FALK


def test_a_title_beside_a_quotation_may_be_of_something_else(verifier: Verifier) -> None:
    # "he" is another, and the title stands in the next sentence
    text = f'Robert Falk had told her. "{NONE.capitalize()}," he wrote. Now read Hearing in Small '
    text += "Rooms."
    assert named(verifier, text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        f'They "{NONE}".[^1] Orme (1959, 5) has more.\n\n[^1]: TNA, SP 12/34, f. 56r.\n',
        f'They "{NONE}",[^1] as Orme (1959, 5) shows.\n\n[^1]: TNA, SP 12/34, f. 56r.\n',
        f'Rain (Orme 1959), and "{NONE}".[^1]\n\n[^1]: TNA, SP 12/34; cf. Orme 1959, 5.\n',
        f'It rained.[^2] A pilot said "{NONE}".\n\n[^2]: Orme 1959, 12.\n',
        f"Es heißt „{NONE}“.¹ Orme (1959, S. 5) sah mehr.\n\n¹ StA Hamburg, 111-1, Bl. 12.\n",
        f"Il dit « {NONE} ¹ ». Orme (1959, p. 5) conteste.\n\n¹ AD Nord, 2 B 17, fol. 3.\n",
        f"Il dit « {NONE} »1. Orme (1959, p. 5) conteste.\n\n1. AD Nord, 2 B 17, fol. 3.\n",
        f"They \\enquote{{{NONE}}}.\\footnote{{TNA, SP 12.}} See \\textcite{{orme1959}}.",
        f'They "{NONE}".[^1]\n\n[^1]: J. Roe, *Ports* (Leith: Quay, 2001), 5; cf. Orme 1959, 5.\n',
        f'They "{NONE}".1 Orme (1959) has more.2\n\nNotes\n\n1. TNA, SP 12.\n2. Falk 1976, 3.\n',
    ],
)
def test_a_note_of_another_source_leaves_its_words_to_no_work_cited_beside_them(
    verifier: Verifier, text: str
) -> None:
    assert named(verifier, text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        f'They "{NONE}",[^1] as Orme (1959, 5) shows.\n\n[^1]: Emphasis added.\n',
        f'They "{NONE}"[^1] (Orme 1959, 3).\n\n[^1]: The pilot was drunk in 1950.\n',
        f'Orme (1959, 5) says "{NONE}".[^1]\n\n[^1]: After TNA, SP 12/34, f. 56r.\n',
    ],
)
def test_a_note_that_remarks_leaves_words_their_work(verifier: Verifier, text: str) -> None:
    assert named(verifier, text) == [ORME]


def test_a_term_is_no_quotation_of_what_is_cited_further_on(verifier: Verifier) -> None:
    assert named(verifier, f'She calls it "harbours" and "{QUAY}" [@orme1959].') == [ORME]


def test_a_title_in_quotation_marks_does_not_part_its_citation_from_the_words(
    verifier: Verifier,
) -> None:
    text = f'Rain.[^1]\n\n[^1]: Orme, "The Tide and the Ledger," 12: "Every harbour was {QUAY}."'
    assert named(verifier, text)[-1] == ORME


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (f'"{QUAY}," writes Orme (1959) in "The Tide and the Ledger".', [ORME]),
        (f'It was "{QUAY}", as "The Tide and the Ledger" has it (Orme 1959, 5).', [ORME]),
        ('So she says.[^1]\n\n[^1]: Orme, "The Tide and the Ledger", *Port* (1959).', []),
        ("Sein Aufsatz „Hearing in Small Rooms“ (Falk 1976) ist kurz.", []),
        ("Dans « Cranes of the North » (Lang 1990), rien.", []),
        ('In her book "The Tide and the Ledger", Katharine Orme argues that all is well.', []),
        # the words of a title, and no title
        ('They are "hearing in small rooms" (Falk 1976).', [FALK]),
    ],
)
def test_the_title_of_a_catalogued_work_is_no_quotation(
    verifier: Verifier, text: str, works: list[str]
) -> None:
    assert named(verifier, text) == works


@pytest.mark.parametrize(
    "text",
    [
        f'She says "{NONE}" [@orme1959, my translation].',
        f'She says "{NONE}" (Orme 1959, 4; translation mine).',
        f'She says "{NONE}".[^1]\n\n[^1]: Orme 1959, 4, translated by the author.\n',
        f"So:\n\n> {NONE}. (Orme 1959, my own translation)\n",
        f"\\enquote{{{NONE}}} \\autocite[4, my translation]{{orme1959}}.",
        "Sie sagt „sieben blaue Elefanten“ (Orme 1959, S. 4, eigene Übersetzung).",
        "Sie sagt „sieben blaue Elefanten“ (Orme 1959, S. 4, Übers. d. Verf.).",
        "Elle dit « sept éléphants bleus » (Orme 1959, p. 4, traduit par nos soins).",
        "Elle dit « sept éléphants bleus » (Orme 1959, p. 4 ; c’est moi qui traduis).",
        # not marked, in another language than the record's or the text's
        f'She says "{NONE}, and that they were blue" (Brandt 2016, 4).',
        "Sie sagt „dort wurden sieben blaue Elefanten auf dem Kai gezählt“ (Falk 1976, 4).",
        "Elle dit « sept éléphants sont comptés dans le port » (Falk 1976, 4).",
    ],
)
def test_a_translation_is_not_compared_word_by_word(verifier: Verifier, text: str) -> None:
    (found,) = verifier.manuscripts([extract(text.encode(), "m.tex" if "\\" in text else "m.md")])
    assert found.work
    assert (found.finding.verdict, *found.finding.reasons) == (
        "no-source", "a translation, not compared by words"
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f'She says "{NONE}" (Falk 1976, 4). He likes my translation (it is new).',
        f'She says "{NONE}" (Falk 1976, 4), and that is "a lie" (Lee 1990, my translation).',
        f'She says "{NONE}" (Falk 1976, 4, emphasis added).',
        "Sie sagt „sieben blaue Elefanten sind das“ (Brandt 2016, S. 4).",
    ],
)
def test_words_in_the_language_of_their_source_are_compared(verifier: Verifier, text: str) -> None:
    found = verifier.manuscripts([extract(text.encode(), "m.md")])[0]
    assert found.finding.verdict == "not-found"


def test_the_words_of_the_source_need_no_translation(verifier: Verifier) -> None:
    text = f'She says "{QUAY}" (Orme 1959, my translation).'
    (found,) = verifier.manuscripts([extract(text.encode(), "m.md")])
    assert found.finding.verdict == "verbatim"


OWN = "Every crane driver knows the price of a promise made in winter"
EIGEN = "Jeder Kran im Hafen kennt den Preis der Versprechen des Winters"
PROPRE = "Le bruit est la respiration des rues, et personne ne l’entend plus"
TOLD = "There is no money left for the cranes and their drivers"


@pytest.fixture(scope="module")
def speakers(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    """A project with a speech of Marsh, one of Bell, and an article that quotes a mayor and
    names Lind."""
    folder = tmp_path_factory.mktemp("speakers")
    (folder / "citekit.toml").write_text('documents = ["texts/*"]\n')
    (folder / "refs").mkdir()
    (folder / "texts").mkdir()
    names = {"marsh": "Marsh, Eleanor", "bell": "Bell, Rosalind", "press": "Carter, Lucy"}
    (folder / "refs" / "works.bib").write_text(
        "".join(
            f"@misc{{{key}2008, author = {{{name}}}, title = {{On {key}}}, date = {{2008}},\n"
            f"  file = {{texts/{key}.txt}}}}\n"
            for key, name in names.items()
        )
    )
    texts = {
        "marsh": f"{OWN}. Nobody else does, and nobody has to.\n\n{EIGEN}.\n\n{PROPRE}.\n",
        "bell": "A stopped clock has never changed a mind.\n",
        "press": f'"{TOLD}," the mayor told reporters. Nobody in the harbour was surprised by '
        "that announcement, which Anna Lind had expected.\n",
    }
    for key, text in texts.items():
        (folder / "texts" / f"{key}.txt").write_text(text)
    project = Project.open(folder)
    return Verifier(project, project.state())


def judged(verifier: Verifier, text: str) -> tuple[str, str]:
    """The verdict on the only quotation of a text, and whose its words are not."""
    (found,) = verifier.manuscripts([extract(text.encode(), "m.md")])
    return str(found.finding.verdict), found.speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'"{OWN}," Rosalind Bell said.', "Rosalind Bell"),
        (f'As Rosalind Bell put it, "{OWN}."', "Rosalind Bell"),
        (f'Winston Churchill once wrote: "{OWN}."', "Winston Churchill"),
        (f"„{EIGEN}“, sagte Otto von Bismarck.", "Otto von Bismarck"),
        (f"Laut Rosalind Bell gilt: „{EIGEN}“.", "Rosalind Bell"),
        (f"« {PROPRE} », affirme Victor Hugo.", "Victor Hugo"),
        (f"Selon Rosalind Bell, « {PROPRE} ».", "Rosalind Bell"),
        (f"> {OWN}.\n>\n> — Rosalind Bell\n", "Rosalind Bell"),
    ],
)
def test_words_of_another_author_than_the_speaker_are_elsewhere(
    speakers: Verifier, text: str, speaker: str
) -> None:
    assert judged(speakers, text) == ("elsewhere", speaker)


@pytest.mark.parametrize(
    "text",
    [
        f'"{OWN}," Eleanor Marsh said.',
        f'"{OWN}," she said.',
        f'"{OWN}," the mayor said.',
        f"„{EIGEN}“, sagte die Sprecherin.",
        # nobody says for certain who speaks
        f'Rosalind Bell came in. "{OWN}," she said.',
        f'Bell and Marsh agree: "{OWN}."',
        # the source quotes them, or names the speaker
        f'"{TOLD}," Rosalind Bell said.',
        '"Nobody in the harbour was surprised by that announcement," Anna Lind said.',
        # anybody's words
        '"Nobody else does, and nobody has to," Rosalind Bell said.',
    ],
)
def test_words_that_the_speaker_may_have_said_are_fine(speakers: Verifier, text: str) -> None:
    verdict, speaker = judged(speakers, text)
    assert (verdict in ("verbatim", "permitted"), speaker) == (True, "")


REVIEW = "Review of Katharine Orme, The Tide and the Ledger (Leith: Quay Press, 1959)"


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        (f"Every harbour was {QUAY}", ["verbatim"]),
        (f"Every harbour was {QUAY.replace('quay', 'mole')}", ["altered"]),
        (NONE, []),
        (f"Nobody in a small room has ever {ROOM}", []),
    ],
)
def test_a_page_alone_behind_words_of_the_reviewed_work(
    verifier: Verifier, words: str, verdicts: list[str]
) -> None:
    text = f'{REVIEW}\n\nHer joke is good. "{words}" (p. 9) is a good joke.\n'
    found = verifier.manuscripts([extract(text.encode(), "m.md")])
    assert [str(one.finding.verdict) for one in found if one.work == ORME] == verdicts
    assert {one.finding.verdict for one in found} <= {"verbatim", "altered", "no-source"}


@pytest.mark.parametrize(
    "cited",
    [
        "\\autocite{orme1959,falk1976}.",
        "\\autocites[3]{orme1959}[4]{falk1976}.",
        "\\parencites(see)()[3]{orme1959}{falk1976}.",
        ".\\footnote{\\cite{orme1959}; \\cite[8]{falk1976}.}",
        ".\\footcites{orme1959}{falk1976}",
        "[@orme1959; @falk1976, p. 8].",
        ".[^1]\n\n[^1]: @orme1959 [p. 5]; @falk1976 [p. 8].",
    ],
)
def test_of_several_works_in_one_citation_the_source_is_the_one_that_has_the_words(
    verifier: Verifier, cited: str
) -> None:
    words = f"\\enquote{{{ROOM}}}" if "\\" in cited else f"“{ROOM}”"
    assert named(verifier, f"Nobody ever {words} {cited}") == [FALK]
