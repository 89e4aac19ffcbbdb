"""``check --quotations``, ``quote`` and the audit of citation keys, as a user sees them."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest

from citekit.library import Project
from tests.cli.conftest import Run

ARTICLE = "seeds/004_0c3171b756b2bd4c.txt"


@pytest.fixture
def mixed(seeds: Path) -> Path:
    """The seed project with texts of every kind."""
    (seeds / "citekit.toml").write_text('documents = ["seeds/*.txt", "texts/*"]\n')
    (seeds / "texts").mkdir()
    return seeds


def codes(ran: object) -> set[tuple[str, str, int | None]]:
    return {(one["code"], one["file"], one["line"]) for one in ran.json}  # type: ignore[attr-defined]


def test_a_manuscript_is_held_against_its_sources(seeds: Path, citekit: Run) -> None:
    manuscript = seeds.parent / "paper.md"
    manuscript.write_text(
        "Bacon writes “Terrorist groups with allies tend to conduct less lethal attacks” "
        "[@bacon, 2].\n\n"
        "“Groups with multiple allies survive for longer”[^1] and “the group is far from\n"
        "defeated” [@bacon].\n\n"
        "“Terror campaigns are used by weak states” [@bacon].\n\n"
        "“Nobody has ever written these words at all” [@bacon].\n\n"
        "> Groups with multiple allies survive for longer and can survive losses. [@bacon]\n\n"
        "“Words from a book that is not held here” [@waltz1959].\n\n"
        "[^1]: “The pace is slow,” says one. “Local militant groups might ebb, flow,\n"
        "splinter and change allegiance,” says another, “but they never really disappear”.\n",
        encoding="utf-8",
    )
    ran = citekit("check", "--quotations", str(manuscript), "--json")
    assert ran.code == 1
    found = [(one["line"], one["verdict"], one["source"][6:9]) for one in ran.json["quotations"]]
    assert found == [
        (1, "altered", "004"),
        (3, "verbatim", "004"),
        (3, "verbatim", "004"),
        (6, "elsewhere", "000"),
        (8, "not-found", ""),
        (10, "verbatim", "004"),
        (12, "no-source", ""),
        (14, "trimmed", "000"),
        (14, "permitted", "003"),
        (15, "verbatim", "003"),
    ]
    assert ran.json["quotations"][0]["changes"] == [
        {"kind": "changed", "quoted": "less", "source": "more"}
    ]
    people = citekit("check", "--quotations", str(manuscript))
    assert "“more” became “less”" in people.out
    assert f"{manuscript}:14:8" in people.out


def test_it_is_said_whose_words_are_given_to_somebody_else(seeds: Path, citekit: Run) -> None:
    manuscript = seeds.parent / "paper.md"
    manuscript.write_text("“Groups with multiple allies survive for longer,” Rosalind Bell said.\n")
    ran = citekit("check", "--quotations", str(manuscript))
    assert ran.code == 1
    assert "elsewhere  not Rosalind Bell, but seeds/004" in ran.out
    assert "words of Tricia Bacon" in ran.out


def test_quotations_are_told_of_in_the_order_of_the_file(seeds: Path, citekit: Run) -> None:
    manuscript = seeds.parent / "paper.tex"
    manuscript.write_text(
        f"``{SAID}''\\footnote{{\n``{MISSAID}'' \\cite{{bacon}}.}} It is\n"
        "``the pace is slow'' \\cite{bacon}.\n"
    )
    ran = citekit("check", "--quotations", str(manuscript), "--json")
    assert [one["line"] for one in ran.json["quotations"]] == [1, 2, 3]
    people = citekit("check", "--quotations", str(manuscript))
    assert "elsewhere  not bacon, but seeds/000" in people.out
    assert "3 quotations, " in people.err


def test_the_seeds_have_no_wrong_quotation(seeds: Path, citekit: Run) -> None:
    ran = citekit("check", "--quotations")
    assert ran.code == 0
    assert "0 findings" in ran.err


def test_a_quoting_passage_is_held_against_the_document_of_its_work(
    mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "review.html").write_text(
        "<h1>A review</h1>\n<p>She says that <q>None of the State’s allies have left their "
        "partner</q>.</p>\n"
    )
    citekit("add", "misc", "--document", "texts/review.html", "title=A review")
    citekit(
        *("link", "review.html", "bacon", "--kind", "quotation"),
        *("--quote", "None of the State’s allies have left their partner"),
    )
    ran = citekit("check", "--only", "quotations", "--json")
    assert codes(ran) == {("quotation-altered", "texts/review.html", 2)}
    assert "left out “Islamic”" in ran.json[0]["message"]
    assert f"{ARTICLE}:17" in ran.json[0]["message"]


#: Words of the article that the key "bacon" is of, and the same with one word changed.
SAID = "Groups with multiple allies survive for longer and can survive losses."
MISSAID = SAID.replace("multiple", "several")


@pytest.mark.parametrize(
    ("name", "text", "verdicts"),
    [
        # the key before a quotation in its own sentence, another one in the next
        ("a.md", f'As @bacon says, "{SAID}" Waltz calls it so [@waltz1959].\n', {"verbatim"}),
        ("a.md", f'As @bacon says, "{SAID[:-1]}". Waltz calls it so [@waltz1959].\n', {"verbatim"}),
        (
            "a.tex",
            f"\\textcite{{bacon}} “{SAID}” \\textcite{{waltz1959}} no.\n",
            {"verbatim"},
        ),
        # two works in one citation
        ("a.md", f'"{MISSAID}" [@waltz1979; @bacon].\n', {"altered"}),
        ("a.md", f'"{MISSAID}" [@bacon; @waltz1979].\n', {"altered"}),
        # block quotations: what leads to them, what stands behind them
        ("a.md", f"So says one of them [@bacon]:\n\n> {MISSAID}\n", {"altered"}),
        ("a.md", f"So it is.\n\n> {MISSAID}\n>\n> --- [@bacon]\n", {"altered"}),
        ("a.md", f"So it is.\n\n> {MISSAID}\n\n[@bacon, 3]\n", {"altered"}),
        ("a.tex", f"\\begin{{quote}}{MISSAID}\\end{{quote}} \\cite{{bacon}}\n", {"altered"}),
        # the citation at its end is no part of it
        ("a.md", f"So it is.\n\n> {SAID} (see @bacon, 3)\n", {"verbatim"}),
        (
            "a.tex",
            f"\\begin{{displayquote}}[\\cite[3]{{bacon}}]{SAID}\\end{{displayquote}}\n",
            {"verbatim"},
        ),
        (
            "a.tex",
            f"\\begin{{quote}}{SAID} (\\cite[see][3]{{bacon}}, and so on)\\end{{quote}}\n",
            {"verbatim"},
        ),
        ("a.md", f"So it is.\n\n> {SAID} [@bacon] (so he says)\n", {"altered"}),
        # the title of a part need not stand in the text, words that do are judged
        ("a.md", "See chapter 2, “Why So Many Groups Survive” [@bacon].\n", {"no-source"}),
        ("a.md", "See the article “Groups with multiple allies” [@bacon].\n", {"verbatim"}),
        # of unknown keys only the sure ones are citations
        ("a.md", f'"{MISSAID}" [@nobody1900].\n', {"no-source"}),
        ("a.md", f'"{MISSAID}" says @somebody.\n', set()),
    ],
)
def test_what_a_quotation_names_as_its_source(
    mixed: Path, citekit: Run, name: str, text: str, verdicts: set[str]
) -> None:
    (mixed / "texts" / name).write_text(text, encoding="utf-8")
    found = citekit("check", "--quotations", "--json").json["quotations"]
    own = [one for one in found if one["file"] == f"texts/{name}"]
    assert {one["verdict"] for one in own} == verdicts
    if "nobody1900" in text:
        assert own[0]["reasons"] == [f"altered in {ARTICLE}", "no work has the key nobody1900"]
        assert citekit("check", "--quotations").code == 1


def test_a_quotation_without_a_work_is_held_against_the_work_cited_beside_it(
    mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "a.md").write_text(f'Smith said: "{MISSAID}" [@bacon].\n')
    citekit("link", "a.md", "--kind", "quotation", "--speaker", "Smith", "--quote", MISSAID)
    assert codes(citekit("check", "--only", "quotations", "--json")) == {
        ("quotation-altered", "texts/a.md", 1)
    }


#: Two works of one author and year, of which one is held, and works that are not.
TWINS = """\
@book{roth2001, author = {Roth, Ada}, date = {2001}, title = {Rivers}, file = {texts/rivers.txt}}
@book{roth2001b, author = {Roth, Ada}, date = {2001}, title = {Lakes}}
@book{roth-works, author = {Roth, Ada}, date = {1950}, title = {Collected Works}}
@book{lind1999, author = {Lind, Nils}, date = {1999}, title = {Plains}}
"""
RIVERS = "All rivers of the plain end in one lake of salt"
SEAS = RIVERS.replace("lake", "sea")


@pytest.mark.parametrize(
    ("text", "work", "verdict", "reasons"),
    [
        # of two works that a citation may be of, the one that has the words
        (f"Roth writes: “{SEAS}” (Roth 2001, 3).", "roth2001", "altered", []),
        (f"> {SEAS}. (Roth 2001, 3)\n\n> Nothing else. (Lind 1999, 4)", "roth2001", "altered", []),
        # of a work that is not held
        (f"Roth writes: “{RIVERS}” (Roth 1950, 3).", "roth-works", "no-source",
         ["verbatim in texts/rivers.txt"]),
        (f"Roth writes: “{SEAS}” [@roth-works].", "roth-works", "no-source",
         ["altered in texts/rivers.txt"]),
        # a speaker alone, and another one
        (f"“{SEAS},” says Ada Roth.", "roth2001", "altered", []),
        (f"“{SEAS},” said the mayor, John Ash.", "", "altered", []),
        (f"“{SEAS},” says Nils Lind.", "", "no-source", ["altered in texts/rivers.txt"]),
        (f"“{RIVERS}”, says Nils Lind.", "", "verbatim", []),
    ],
)  # fmt: skip
def test_the_corpus_and_a_manuscript_have_the_same_verdicts(
    text: str, work: str, verdict: str, reasons: list[str], mixed: Path, citekit: Run
) -> None:
    (mixed / "refs" / "more.bib").write_text(TWINS)
    (mixed / "texts" / "rivers.txt").write_text(f"{RIVERS}.\n")
    for name in ("texts/a.md", "manuscript.md"):
        (mixed / name).write_text(f"So it is.\n\n{text}\n", encoding="utf-8")
    citekit("scan", "texts/a.md", "--kind", "quotation")
    citekit("review", "--accept-above", "0.3")
    corpus = citekit("check", "--quotations", "--json").json["quotations"]
    told = [one for one in corpus if one["file"] == "texts/a.md"]
    (mixed / "texts" / "a.md").unlink()
    for one in (
        told[0],
        citekit("check", "--quotations", "manuscript.md", "--json").json["quotations"][0],
    ):
        assert (one["work"], one["verdict"], one["reasons"]) == (work, verdict, reasons)
        assert [change["source"] for change in one["changes"]] == ["lake"] * (SEAS in text)


def test_two_texts_with_one_misquotation_do_not_vouch_for_each_other(
    mixed: Path, citekit: Run
) -> None:
    for name in ("a.md", "b.md"):
        (mixed / "texts" / name).write_text(f'Somebody: "{MISSAID}" [@bacon].\n')
    assert codes(citekit("check", "--only", "quotations", "--json")) == {
        ("quotation-altered", "texts/a.md", 1),
        ("quotation-altered", "texts/b.md", 1),
    }


def test_author_and_year_name_a_source_unless_that_was_rejected(mixed: Path, citekit: Run) -> None:
    texts = mixed / "texts"
    (texts / "rivers.txt").write_text("All rivers of the plain end in one lake of salt.\n")
    (texts / "a.md").write_text(
        "“All rivers of the plain end in one pool of salt” (Roth 2001, 3).\n\n"
        "> All rivers of the plain end in one lake of salt. (Roth 2001, 3)\n"
    )
    (mixed / "refs" / "more.bib").write_text(
        "@book{roth2001,\n  author = {Roth, Ada},\n  date = {2001},\n  title = {Rivers},\n"
        "  file = {texts/rivers.txt},\n}\n"
    )
    check = ("check", "--only", "quotations", "--json")
    assert codes(citekit(*check)) == {("quotation-altered", "texts/a.md", 1)}
    citekit("scan", "texts/a.md", "--kind", "citation")
    for one in citekit("review", "--json").json:
        citekit("review", "--reject", one["id"])
    assert citekit(*check).json == []


def test_two_documents_that_quote_one_line_differently(mixed: Path, citekit: Run) -> None:
    for name, word in (("one.md", "closed"), ("two.tex", "opened")):
        (mixed / "texts" / name).write_text(
            f'A line.\n\nHe said "The harbour was {word} by the council of the town".\n'
        )
        citekit(
            *("link", name, "--kind", "quotation", "--speaker", "He"),
            *("--quote", f"The harbour was {word} by the council of the town"),
        )
    ran = citekit("check", "--quotations")
    assert ran.code == 1
    shown = ran.out[ran.out.index("quoted differently") - 60 :]
    assert "texts/one.md:3:" in shown
    assert "texts/two.tex:3:" in shown
    assert "“closed” became “opened”" in shown
    assert codes(citekit("check", "--only", "quotation-variants", "--json")) == {
        ("quotation-differs", "texts/two.tex", 3)
    }


def test_keys_are_audited_both_ways_over_every_kind_of_text(mixed: Path, citekit: Run) -> None:
    texts = mixed / "texts"
    (texts / "a.md").write_text(
        "See [@waltz1959; @jervis1967] and @fig:one.\n\nMail me@example.org, ask @somebody.\n\n"
        "`@code2001` https://m.example/@handle1999 and @doe1999 says so.\n"
    )
    (texts / "b.tex").write_text("One.\n\n\\parencite[12]{nobody} % \\cite{hidden}\n")
    (texts / "c.html").write_text(
        '<p>As <span data-cites="schelling1963 ghost">they</span> say to @maria1987.</p>\n'
    )
    (texts / "d.txt").write_text("Thanks to @somebody and a@b.org, [@spook].\n")
    (texts / "e.txt").write_text("Thanks to @maria1987, who cites nobody.\n")
    ran = citekit("check", "--only", "citation-keys", "--json")
    assert {(one["file"], one["line"], one["message"].split("'")[1]) for one in ran.json} == {
        ("texts/a.md", 1, "jervis1967"),
        ("texts/a.md", 5, "doe1999"),
        ("texts/b.tex", 3, "nobody"),
        ("texts/c.html", 1, "ghost"),
        ("texts/d.txt", 1, "spook"),
    }
    hints = {one["message"].split("'")[1]: one["hint"] for one in ran.json}
    assert hints["jervis1967"] == "did you mean jervis1976?"


def test_a_work_cited_by_key_alone_is_cited(mixed: Path, citekit: Run) -> None:
    citekit("add", "book", "--key", "doe1999", "author=Doe, Jane", "title=T", "date=1999")
    only = ("check", "--only", "uncited-works", "--json")
    assert [one["key"] for one in citekit(*only).json] == ["doe1999"]
    (mixed / "texts" / "a.tex").write_text("\\nocite{doe1999}\n")
    assert citekit(*only).json == []


def test_what_is_so_on_purpose_is_passed_over(mixed: Path, citekit: Run) -> None:
    (mixed / "texts" / "a.md").write_text(
        "[@nobody] and [@eqn7]. <!-- citekit-ignore: nobody, unrecorded-document -->\n"
    )
    citekit(
        "add",
        "book",
        "--key",
        "doe1999",
        "author=Doe, Jane",
        "title=T",
        "date=1999",
        "citekit-ignore=uncited-work",
    )
    found = codes(citekit("check", "--json"))
    assert found == {("unknown-citation", "texts/a.md", 1)}
    settings = mixed / "citekit.toml"
    settings.write_text(settings.read_text() + '[check]\nignore_keys = ["eqn*"]\n')
    assert citekit("check").code == 0


def test_a_manuscript_comes_from_standard_input(
    seeds: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"He writes “{SAID}” [@bacon].\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), "utf-8"))
    (one,) = citekit("check", "--quotations", "-", "--json").json["quotations"]
    assert (one["file"], one["line"], one["verdict"]) == ("<standard input>", 1, "verbatim")


def test_findings_alone_and_how_many_wait(mixed: Path, citekit: Run) -> None:
    (mixed / "texts" / "a.md").write_text(
        f'First: "{SAID}" [@bacon].\n\nThen: "{MISSAID}" [@bacon].\n\n'
        "“We were there all night and saw the lamps go out,” said Nils Lind.\n\n"
        "“Nobody has asked us for anything at all,” said Nils Lind.\n",
        encoding="utf-8",
    )
    check = ("check", "--quotations")
    assert "wait" not in citekit(*check).err
    citekit("scan", "texts/a.md", "--kind", "quotation")
    waiting = len(citekit("review", "--document", "a.md", "--json").json)
    told = citekit(*check).err
    assert re.search(r"\d+ quotations, 1 finding\n", told)
    assert "2 more wait among the suggestions: `citekit review --kind quotation`" in told
    assert waiting >= 2
    rows = citekit(*check, "--json").json["quotations"]
    assert [row["quotation"] for row in rows if row["finding"]] == [MISSAID]
    assert any(not row["finding"] for row in rows)
    assert citekit(*check, "--findings", "--json").json["quotations"] == [
        row for row in rows if row["finding"]
    ]
    alone = citekit(*check, "--findings").out
    assert (SAID in citekit(*check).out.replace("\n    ", " "), alone.count("texts/a.md")) == (
        True,
        1,
    )
    assert citekit(*check, "--format", "github").out.startswith(
        "::warning file=texts/a.md,line=3,title=quotation-altered::"
    )
    assert citekit(*check, "--format", "nosuch").code == 2


@pytest.mark.parametrize("options", [["--only", "anchors"], ["--ignore", "anchors"]])
def test_options_of_the_audit_go_without_quotations(
    options: list[str], seeds: Path, citekit: Run
) -> None:
    assert citekit("check", "--quotations", *options).code == 2


def test_no_such_manuscript(seeds: Path, citekit: Run) -> None:
    ran = citekit("check", "--quotations", "none.md")
    assert ran.code == 3
    assert "none.md: no such file" in ran.err


def test_files_without_quotations_are_refused(seeds: Path, citekit: Run) -> None:
    ran = citekit("check", "paper.md")
    assert ran.code == 2
    assert "--quotations" in ran.err
    assert citekit("check", "--quotations", "nowhere.md").code == 3


# --- texts that quote each other, and the sources that a project holds -----------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, citekit: Run) -> Path:
    """A new project with a folder of texts and one of sources, as the working folder."""
    for name in ("t", "s"):
        (tmp_path / "desk" / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    assert citekit("init", "--documents", "t/*", "--documents", "s/*").code == 0
    return tmp_path / "desk"


def verdicts(citekit: Run, *names: str) -> list[tuple[str, str, list[str]]]:
    """Verdict, source and reasons of each quotation of these texts, or of the corpus."""
    rows = citekit("check", "--quotations", *names, "--json").json["quotations"]
    return [(one["verdict"], one["source"], one["reasons"]) for one in rows]


PERMIT = "I have a permit for every room in my house and no cable to any of them"


@pytest.mark.parametrize("quoting", [f"Again: “{PERMIT},” Blom said.", f"He said:\n\n> {PERMIT}."])
def test_texts_that_quote_each_other_do_not_vouch_for_each_other(
    quoting: str, desk: Path, citekit: Run
) -> None:
    (desk / "t" / "a.md").write_text(f"“{PERMIT},” Pieter Blom told the Ledger.\n")
    (desk / "t" / "b.md").write_text(f"{quoting}\n")
    assert verdicts(citekit, "t/a.md") == [("no-source", "", ["also quoted in t/b.md"])]
    # whoever says it in his own words, and a transcript, are sources
    (desk / "s" / "letter.txt").write_text(f"{PERMIT}. It is a pity.\n")
    assert verdicts(citekit, "t/a.md")[0][:2] == ("permitted", "s/letter.txt")
    (desk / "s" / "letter.txt").write_text(
        f'MR BLOM: As I told them, "{PERMIT}."\n\nMS LEE: Nobody comes.\n'
    )
    assert verdicts(citekit, "t/a.md")[0][:2] == ("permitted", "s/letter.txt")


def test_a_text_that_quotes_is_not_found_to_be_elsewhere(desk: Path, citekit: Run) -> None:
    (desk / "refs" / "works.bib").write_text(
        "@misc{blom2024, author={Blom, Pieter}, title={Rooms}, date=2024, file={s/k.txt}}\n"
    )
    (desk / "s" / "k.txt").write_text("Nothing of the kind stands in this text of mine.\n")
    (desk / "t" / "a.md").write_text(f"He writes “{PERMIT}” [@blom2024].\n")
    (desk / "t" / "b.md").write_text(f"Again: “{PERMIT},” Blom said.\n")
    assert verdicts(citekit, "t/a.md") == [("not-found", "", ["also quoted in t/b.md"])]


def test_the_text_of_a_work_comes_before_texts_that_quote_it(desk: Path, citekit: Run) -> None:
    (desk / "refs" / "works.bib").write_text(
        "@misc{blom2024, author={Blom, Pieter}, title={Rooms}, date=2024, file={s/k.txt}}\n"
    )
    filler = " ".join(f"The town has streets, number {number}, and lamps." for number in range(60))
    (desk / "s" / "k.txt").write_text(f"{filler} {PERMIT}, as everybody knows. {filler}\n")
    for number in range(20):
        (desk / "t" / f"{number}.md").write_text(f"Number {number}.\n\n> {PERMIT}\n")
    found = verdicts(citekit, "t/7.md")
    assert [one[:2] for one in found] == [("verbatim", "s/k.txt")]


QUEUE = "A queue is not a plan, and a permit is not a power line"
KESSLER = (
    "@misc{kessler2024, author={Kessler, Anna}, title={Speech to the Grid Forum}, date=2024,\n"
    "  file={s/k.txt}}\n"
    "@misc{bell2001, author={Bell, Rosalind}, title={Clocks}, date=2001}\n"
)


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (f"“{QUEUE},” Anna Kessler said.", ["kessler2024"]),
        # with a slip, and cut
        (f"“{QUEUE.replace('plan', 'wish')},” Anna Kessler said.", ["kessler2024"]),
        ("“A permit is not a power line,” Anna Kessler said.", ["kessler2024"]),
        # whoever it is that speaks
        (f"“{QUEUE},” the minister said.", ["kessler2024"]),
        # another one, known or not
        (f"“{QUEUE},” Rosalind Bell said.", []),
        (f"“{QUEUE},” Peter Falk said.", []),
        # too few words for anybody's, and for an author's
        ("“A permit is not a power line,” the minister said.", []),
        ("“A queue is not,” Anna Kessler said.", []),
        # other words
        ("“The queue was long and nobody had a plan for it,” Anna Kessler said.", []),
    ],
)
def test_a_quotation_is_tied_to_the_work_whose_text_has_its_words(
    text: str, works: list[str], desk: Path, citekit: Run
) -> None:
    (desk / "refs" / "works.bib").write_text(KESSLER)
    (desk / "s" / "k.txt").write_text(f"{QUEUE}.\n")
    (desk / "t" / "a.md").write_text(f"{text}\n")
    scan = ("scan", "t/a.md", "--kind", "quotation")
    assert citekit(*scan).code == 0
    suggested = (desk / "refs" / "suggestions.jsonl").read_bytes()
    assert [one["work"] for one in citekit("review", "--json").json if one["work"]] == works
    for one in citekit("review", "--json").json:
        assert ("its words stand in s/k.txt" in one["reasons"]) == bool(works)
    citekit(*scan)
    assert (desk / "refs" / "suggestions.jsonl").read_bytes() == suggested
    citekit("review", "--accept-above", "0.1")
    cited = citekit("cites", "kessler2024", "--json").json
    assert [one["work"] for one in cited] == works
    accepted = (desk / "refs" / "passages.jsonl").read_bytes()
    citekit(*scan)
    assert citekit("review", "--json").json == []
    assert (desk / "refs" / "passages.jsonl").read_bytes() == accepted


def test_words_that_two_works_have_are_tied_to_the_speakers(desk: Path, citekit: Run) -> None:
    (desk / "refs" / "works.bib").write_text(
        KESSLER.replace("title={Clocks}", "title={Clocks}, file={s/b.txt}")
    )
    for name in ("k", "b"):
        (desk / "s" / f"{name}.txt").write_text(f"{QUEUE}.\n")
    (desk / "t" / "a.md").write_text(f"“{QUEUE},” Rosalind Bell said.\n")
    (desk / "t" / "b.md").write_text(f"“{QUEUE},” the minister said.\n")
    citekit("scan", "t", "--kind", "quotation")
    found = {one["document"]: one["work"] for one in citekit("review", "--json").json}
    assert found == {"t/a.md": "bell2001", "t/b.md": ""}


def test_a_rejected_quotation_does_not_come_back_with_a_work(desk: Path, citekit: Run) -> None:
    (desk / "t" / "a.md").write_text(f"“{QUEUE},” Anna Kessler said.\n")
    citekit("scan", "--kind", "quotation")
    (one,) = citekit("review", "--json").json
    citekit("review", "--reject", one["id"])
    (desk / "refs" / "works.bib").write_text(KESSLER)
    (desk / "s" / "k.txt").write_text(f"{QUEUE}.\n")
    citekit("scan", "--kind", "quotation")
    assert citekit("review", "--json").json == []


GRID = "the grid we have was built for a country that no longer exists"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The grid we have was built for a country that does not exist any more", "altered"),
        ("The grid we have was built for a country that no longer exists", "permitted"),
        # other words, of which some stand there
        ("The country that no longer exists is all we ever had to lose in any case", "no-source"),
        ("Our country was built for those who want to have the grid and no others", "no-source"),
    ],
)
def test_another_ending_of_what_the_speaker_wrote_is_altered(
    words: str, verdict: str, desk: Path, citekit: Run
) -> None:
    (desk / "refs" / "works.bib").write_text(KESSLER)
    (desk / "s" / "k.txt").write_text(f"My friends, {GRID}. Nobody says so.\n")
    (desk / "t" / "a.md").write_text(f"“{words},” Anna Kessler said.\n")
    (found,) = citekit("check", "--quotations", "t/a.md", "--json").json["quotations"]
    assert found["verdict"] == verdict
    assert found["work"] == ("" if verdict == "no-source" else "kessler2024")
    # nor is it, where another text has just these words
    (desk / "s" / "i.txt").write_text(f"MS KESSLER: {words}.\n\nMR ASH: Well.\n")
    assert verdicts(citekit, "t/a.md")[0][0] in ("permitted", "verbatim")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"Marta Ruiz quotes the line, though she stops early, “{QUEUE}”.", "permitted"),
        (f"Marta Ruiz cited Kessler: “{QUEUE}.”", "permitted"),
        (f"Nils Lind zitierte den Satz: „{QUEUE}.“", "permitted"),
        # who is quoted, or says, says his own words
        (f"Marta Ruiz was quoted as saying “{QUEUE}”.", "elsewhere"),
        (f"Ann Lee quotes nobody. Marta Ruiz said: “{QUEUE}.”", "elsewhere"),
    ],
)
def test_who_quotes_words_does_not_claim_them(
    text: str, verdict: str, desk: Path, citekit: Run
) -> None:
    (desk / "refs" / "works.bib").write_text(KESSLER)
    (desk / "s" / "k.txt").write_text(f"Friends. {QUEUE}, so it is.\n")
    (desk / "t" / "a.md").write_text(f"{text}\n")
    (found,) = verdicts(citekit, "t/a.md")
    assert found[0].replace("verbatim", "permitted") == verdict


def test_two_sentences_that_both_stand_in_a_source_do_not_differ(desk: Path, citekit: Run) -> None:
    (desk / "s" / "h.txt").write_text(
        "MR BRANDT: It was a figure of speech in a draft.\n\n"
        "MS DELGADO: It was not a figure of speech in a draft.\n"
    )
    (desk / "t" / "a.md").write_text("“It was a figure of speech in a draft,” Brandt said.\n")
    (desk / "t" / "b.md").write_text("“It was not a figure of speech in a draft,” Delgado said.\n")
    ran = citekit("check", "--quotations", "t/a.md", "t/b.md", "--json")
    assert (ran.code, ran.json["variants"]) == (0, [])
    (desk / "t" / "b.md").write_text("“It was a figment of speech in a draft,” Brandt said.\n")
    ran = citekit("check", "--quotations", "t/a.md", "t/b.md", "--json")
    assert (ran.code, len(ran.json["variants"])) == (1, 1)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("**Pull quote**", f'"{QUEUE}"'),
        ("**On permits:**", QUEUE),
        ("In her own words", f"“{QUEUE}.”"),
    ],
)
def test_a_line_that_heads_a_block_is_none_of_its_words(
    heading: str, words: str, name: str, desk: Path, citekit: Run
) -> None:
    if name == "a.md" and not words.startswith(('"', "“")):
        heading += "\n>"
    (desk / "refs" / "works.bib").write_text(KESSLER)
    (desk / "s" / "k.txt").write_text(f"Chapter II\n\n{QUEUE}. So it is.\n")
    (desk / "t" / name).write_text(f"So:\n\n> {heading}\n> {words}\n\n[@kessler2024]\n")
    found = citekit("check", "--quotations", f"t/{name}", "--json").json["quotations"]
    assert {one["quotation"].strip('“”".') for one in found if one["work"]} == {QUEUE}
    assert {one["verdict"] for one in found} <= {"verbatim", "permitted", "no-source"}


def test_a_block_that_goes_on_in_quotation_marks_has_no_heading(desk: Path, citekit: Run) -> None:
    (desk / "refs" / "works.bib").write_text(KESSLER)
    (desk / "s" / "k.txt").write_text(f"She was asked, and said, “{QUEUE}.” So it is.\n")
    (desk / "t" / "a.txt").write_text(f"So:\n\n> She was told, and said,\n> “{QUEUE}.”\n")
    (found,) = citekit("check", "--quotations", "t/a.txt", "--json").json["quotations"]
    assert found["quotation"].startswith("She was told")


DRAFTS = "The committee will want the drafts, all of them, by Friday"
HEARING = f"""\
MR BRANDT: That sentence was in a draft, and nobody has ever seen it.

MS DELGADO: {DRAFTS}. You said: "Nobody outside of this office knows of them."

THE CLERK: The committee has asked me to read that into the record now.
"""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{DRAFTS},” Thomas Brandt said.", "Thomas Brandt"),
        (f"“{DRAFTS},” Carla Delgado said.", ""),
        (f"“{DRAFTS},” said the chair.", ""),
        # who is known from elsewhere, speaks without his name, or is quoted
        (f"“{DRAFTS},” Rosalind Bell said.", ""),
        ("“The committee has asked me to read that into the record,” Thomas Brandt said.", ""),
        ("“Nobody outside of this office knows of them,” Thomas Brandt said.", ""),
    ],
)
def test_the_turn_of_another_in_a_transcript(
    text: str, speaker: str, desk: Path, citekit: Run
) -> None:
    (desk / "refs" / "works.bib").write_text(
        "@misc{h, author={{Grid Committee}}, title={Hearing}, date=2024, file={s/h.txt}}\n"
    )
    (desk / "s" / "h.txt").write_text(HEARING)
    (desk / "t" / "a.md").write_text(f"{text}\n")
    citekit("scan", "t/a.md", "--kind", "quotation")
    citekit("review", "--accept-above", "0.1")
    for names in (("t/a.md",), ()):  # as a manuscript, and in the corpus
        rows = citekit("check", "--quotations", *names, "--json").json["quotations"]
        (found,) = (one for one in rows if one["file"] == "t/a.md")
        assert found["speaker"] == speaker
        assert (found["verdict"] == "elsewhere") == bool(speaker)
        assert ("words of Ms Delgado" in found["reasons"]) == bool(speaker)


def test_the_reference_at_the_head_of_a_text_that_is_the_work_proposes_nothing(
    desk: Path, citekit: Run
) -> None:
    own = (
        "Orsini, Marta (2022). “The Weight of Small Lamps”. Journal of Urban History Studies "
        "14 (2), 183–201. https://doi.org/10.5555/juhs.2022.0183"
    )
    other = "Orsini, Marta (2022). The Lamp and the Lighter. London: Quay Press."
    (desk / "t" / "o.txt").write_text(
        f"{own}\n\nThe lamps of the town were lit at six.\n\nReferences\n\n{other}\n"
    )
    record = (
        "@article{orsini2022, author={Orsini, Marta}, title={The Weight of Small Lamps},\n"
        "  date=2022, doi={10.5555/juhs.2022.0183}"
    )
    (desk / "refs" / "works.bib").write_text(f"{record}}}\n")
    citekit("scan")
    found = citekit("review", "--json").json
    assert [one["exact"][:40] for one in found if one["work"] == "orsini2022"] == [own[:40]]
    (desk / "refs" / "works.bib").write_text(f"{record}, file={{t/o.txt}}}}\n")
    citekit("scan")
    found = citekit("review", "--json").json
    assert [one["exact"][:40] for one in found if one["kind"] == "reference"] == [other[:40]]


# --- quote ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("remembered", "line", "exact"),
    [
        ("Groups with multiple allies survive for longer", 15,
         "Groups with multiple allies survive for longer"),
        ("groups having several allies survive longer", 15, "survive for longer"),
        ("grups with mutiple alies survive for longr", 15,
         "Groups with multiple allies survive for longer"),
        ("terrorist alliances have surprisingly proven resilient", 17,
         "terrorist alliances themselves have proven surprisingly resilient"),
        ("the group was on the brink of defeat earlier", 7, "brink of defeat"),
        ("caliphate project ... far from defeated", 5, "far from defeated"),
    ],
)  # fmt: skip
def test_a_remembered_quotation_is_found(
    remembered: str, line: int, exact: str, seeds: Path, citekit: Run
) -> None:
    ran = citekit("quote", remembered, "--count", "1", "--json")
    assert ran.code == 0
    (hit,) = ran.json
    assert (hit["document"], hit["line"]) == (ARTICLE, line)
    assert exact in hit["exact"]
    assert hit["paste"].endswith("(Bacon, n.d.)")


def test_changed_words_at_the_end_belong_to_the_place(mixed: Path, citekit: Run) -> None:
    ran = citekit("quote", SAID.replace("losses", "wars"), "--json", "--count", "1")
    assert ran.json[0]["exact"] == SAID
    assert ran.json[0]["changes"][-1]["source"] == "losses"


@pytest.mark.parametrize(
    ("remembered", "exact", "last"),
    [
        ("a wall keeps out the wind but not every rain", "A wall keeps out the wind but not the",
         ("the", "every")),
        ("a gate is seldom shut at evening time", "A gate is seldom shut at dusk",
         ("dusk", "evening time")),
        ("in winter nobody goes by the long way round", "nobody goes by the long way round", None),
        ("nobody can say who built the old bridge there", "nobody can say who built the old bridge",
         None),
    ],
)  # fmt: skip
def test_other_words_at_the_ends_belong_to_the_place_within_its_sentence(
    remembered: str, exact: str, last: tuple[str, str] | None, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "walls.txt").write_text(
        "A wall keeps out the wind but not the rain. A gate is seldom shut at dusk. It creaks.\n\n"
        "All was quiet; nobody goes by the long way round. To this day, nobody can say who "
        "built the old bridge: it is too old.\n"
    )
    (hit,) = citekit("quote", remembered, "--count", "1", "--json").json
    assert hit["exact"].startswith(exact)
    assert not {";", ":", "."} & set(hit["exact"])
    if last is not None:
        assert last in {(change["source"], change["quoted"]) for change in hit["changes"]}


@pytest.mark.parametrize(
    ("text", "remembered", "pasted"),
    [
        # the end was remembered otherwise: to the end of the clause
        ("L’homme est né libre, et partout il est dans les fers.",
         "L’homme naît libre et partout il est enchaîné",
         "L’homme est né libre, et partout il est dans les fers"),
        ("Das Dorf ist kein Museum, sondern ein lebendiges Gedächtnis, das vergeht.",
         "das Dorf ist kein Museum, sondern ein Gedächtnis der Lebenden",
         "Das Dorf ist kein Museum, sondern ein lebendiges Gedächtnis"),
        ("Every wharf was once a sheet of paper, which the council drew up in winter.",
         "every wharf was once a page of old writing", "Every wharf was once a sheet of paper"),
        ("A village lives in the names of its lanes (see Roe 2001, 3), not in its books.",
         "a village lives in the names of the farms", "A village lives in the names of its lanes"),
        # the end of what was remembered, or a form of it
        ("Every wharf was once a sheet of paper in the hands of clerks.",
         "every wharf was a sheet of papers", "Every wharf was once a sheet of paper"),
        # not before what denies the verb
        ("La volonté ne se représente point : elle est la même.",
         "la volonté ne peut pas se représenter", "La volonté ne se représente point"),
        ("L’histoire ne se répète pas, mais elle bégaie.", "l’histoire ne se répète",
         "L’histoire ne se répète pas"),
        ("Der Bauer ist nicht frei geboren, sondern wird es.", "der Bauer ist",
         "Der Bauer ist nicht frei geboren"),
    ],
)  # fmt: skip
def test_what_is_pasted_ends_where_a_clause_or_what_was_remembered_ends(
    text: str, remembered: str, pasted: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "clauses.txt").write_text(f"{text}\n", encoding="utf-8")
    (hit,) = citekit("quote", remembered, "--count", "1", "--json").json
    assert hit["paste"] == f"“{pasted}”"
    assert hit["exact"] == pasted


def test_every_place_of_a_text_that_has_the_words(mixed: Path, citekit: Run) -> None:
    (mixed / "texts" / "twice.txt").write_text(
        "The old gate was shut. Later they swore that the old gate was shut; nobody saw it.\n\n"
        "The gate was green.\n"
    )
    places = citekit("quote", "the old gate was shut", "--json", "--count", "10").json
    assert [place["start"] for place in places] == [0, 45]
    assert len(citekit("quote", "the old gate was shut", "--json", "--count", "1").json) == 1


@pytest.mark.parametrize(
    ("name", "text", "pasted"),
    [
        ("a.txt", "They ﬁshed the in-\nlet by day and the co-op’s nets by night.",
         "They fished the inlet by day and the co-op’s nets by night"),
        ("a.md", "They fished the inlet by day[^2] and the co-op’s nets by night.\n\n[^2]: A.\n",
         "They fished the inlet by day and the co-op’s nets by night"),
        ("a.txt", "They fished the inlet by day.1 At 5 km² it is large.\n\n1 Often they did.\n",
         "They fished the inlet by day. At 5 km² it is large"),
        ("a.html", "<p>They fished<sup>3</sup> the inlet by day, and the co-op’s nets.</p>",
         "They fished the inlet by day, and the co-op’s nets"),
    ],
)  # fmt: skip
def test_line_ends_and_marks_of_notes_are_not_pasted(
    name: str, text: str, pasted: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / name).write_text(text, encoding="utf-8")
    (hit,) = citekit("quote", pasted, "--count", "1", "--json").json
    assert hit["paste"].startswith(f"“{pasted}”")


@pytest.mark.parametrize(
    ("remembered", "pasted"),
    [
        ("mends the nets by night Bramwell", "mends the nets by night"),
        ("mends the nets by night", "mends the nets by night"),
        ("4 Others sell their ropes", "Others sell their ropes"),
        ("Others sell their ropes siehe", "Others sell their ropes"),
        ("ropes and the tar they boil in winter", "ropes [and the tar] they boil in winter"),
        ("tar they boil in the winter", "[and the tar] they boil in winter"),
        ("On the quay they sing and", "On the quay they sing (and drink)"),
    ],
)
def test_what_is_pasted_holds_no_part_of_a_citation_or_of_brackets(
    remembered: str, pasted: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "nets.txt").write_text(
        "The sailor mends the nets by night (Bramwell 1987, p. 4). Others sell their ropes "
        "(siehe Osgood und Tarn 2003: 12). Those buy ropes [and the tar] they boil in winter. "
        "On the quay they sing (and drink) all day.\n"
    )
    (hit,) = citekit("quote", remembered, "--count", "1", "--json").json
    assert hit["document"] == "texts/nets.txt"
    words = hit["paste"].strip("“”")
    assert pasted in words
    assert not {"Bramwell", "Osgood", "1987"} & set(words.split())
    assert all(words.count(left) == words.count(right) for left, right in ("()", "[]"))


@pytest.mark.parametrize(
    ("remembered", "pasted"),
    [
        ("A rope [of hemp] is not a rule (or is it?)",
         "“A rope [of hemp] is not a rule (or is it?)”"),
        ("A rope is not a rule", "“A rope [of hemp] is not a rule”"),
        ("the advent of ropes changed the conditions of sailing",
         "“‘the advent of ropes’ changed ‘the conditions of sailing’”"),
    ],
)  # fmt: skip
def test_brackets_and_marks_of_the_text_are_pasted_whole(
    remembered: str, pasted: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "nets.txt").write_text(
        "A rope [of hemp] is not a rule (or is it?), as one put it. In short, ‘the advent of "
        "ropes’ changed ‘the conditions of sailing’ for good.\n"
    )
    (hit,) = citekit("quote", remembered, "--count", "1", "--json").json
    assert hit["paste"].startswith(pasted)


@pytest.mark.parametrize(
    ("text", "remembered", "pasted"),
    [
        ('"Dust," old Willoughby used to say, "is only what remains when attention has been '
         'withdrawn."', "dust is what remains when attention is withdrawn",
         "“‘Dust,’ old Willoughby used to say, ‘is only what remains when attention has been "
         "withdrawn’”"),
        ("„Staub“, sagte der Alte gern, „ist alles, was von uns bleibt.“ Dann schwieg er.",
         "Staub ist alles, was von uns bleibt",
         "“‘Staub’, sagte der Alte gern, ‘ist alles, was von uns bleibt’”"),
    ],
)  # fmt: skip
def test_inner_marks_are_pasted_in_pairs(
    text: str, remembered: str, pasted: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "dust.txt").write_text(text + "\n")
    (hit,) = citekit("quote", remembered, "--count", "1", "--json").json
    assert hit["paste"] == pasted


def test_a_source_with_a_record_comes_before_a_draft(mixed: Path, citekit: Run) -> None:
    (mixed / "seeds" / "000a.txt").write_text(f"{SAID}\n")
    found = citekit("quote", SAID, "--json").json
    assert [one["document"] for one in found] == [ARTICLE, "seeds/000a.txt"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"So it is.\n\n> {SAID} [@bacon, 3]\n\nAnd on.\n"),
        ("a.md", "So it is.\n\n> " + SAID.replace("survive ", "survive\n> ") + " [@bacon, 3]\n"),
        ("a.tex", f"So it is.\n\\begin{{quote}}{SAID} \\autocite[3]{{bacon}}\\end{{quote}}\n"),
        ("a.tex", f"So it is. \\blockcquote[3]{{bacon}}{{{SAID}}}\n"),
        ("a.html", f"<p>So it is.</p><blockquote><p>{SAID} (@bacon)</p></blockquote>"),
    ],
)
def test_a_block_quotation_is_judged_alike_before_and_after_review(
    name: str, text: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / name).write_text(text)
    citekit("scan")
    citekit("review", "--accept-above", "0.5")
    found = [one for one in citekit("check", "--quotations", "--json").json["quotations"]
             if one["file"] == f"texts/{name}"]  # fmt: skip
    assert [(one["verdict"], one["changes"]) for one in found] == [("verbatim", [])]
    assert found[0]["passage"]
    assert not found[0]["quotation"].startswith(">")
    printed = citekit("bib", "--annotated", "bacon").out
    assert "(quotation): " in printed
    assert ">" not in printed


def test_a_source_that_nothing_names_is_cited_by_its_file(mixed: Path, citekit: Run) -> None:
    (mixed / "texts" / "nets.txt").write_text("The sailor mends the nets by night.\n")
    assert citekit("add", "misc", "--document", "nets.txt", "--key", "nets").code == 0
    ran = citekit("quote", "mends the nets by night", "--count", "1", "--style", "apa")
    assert ran.out.rstrip().endswith("“mends the nets by night” (nets.txt)")
    assert "the record of texts/nets.txt has no author, title and date" in ran.err
    assert "citekit edit nets author=… title=… date=…" in ran.err
    ran = citekit("cite", "waltz1959", "--via", "nets.txt", "--style", "apa")
    assert ran.out.strip().endswith("as cited in nets.txt, n.d.)")
    assert citekit("edit", "nets", "title=The Nets").code == 0
    ran = citekit("quote", "mends the nets by night", "--count", "1", "--style", "apa")
    assert ran.out.rstrip().endswith("(The Nets, n.d.)")
    assert ran.err == ""


def test_a_source_comes_before_who_quotes_it(mixed: Path, citekit: Run) -> None:
    (mixed / "seeds" / "000a.txt").write_text(f"Somebody said “{SAID}”\n")
    found = citekit("quote", "multiple allies survive for longer", "--json").json
    assert [one["document"] for one in found] == [ARTICLE, "seeds/000a.txt"]


def test_places_come_best_first(seeds: Path, citekit: Run) -> None:
    (seeds / "seeds" / "copy.txt").write_text(
        "One says that groups with several allies survive for longer.\n"
    )
    hits = citekit("quote", "Groups with multiple allies survive for longer", "--json").json
    assert [hit["document"] for hit in hits] == [ARTICLE, "seeds/copy.txt"]
    assert hits[0]["score"] == 1.0 > hits[1]["score"]


@pytest.mark.parametrize(
    ("options", "paste"),
    [
        ([], "“The pace is slow but steady” (Why Did ISIS Attack Paris?, n.d.)"),
        (["--style", "mla"], "“The pace is slow but steady” (“Why Did ISIS Attack Paris?”)"),
        (["--format", "latex"],
         "“The pace is slow but steady” (\\textit{Why Did ISIS Attack Paris?}, n.d.)"),
        (["--format", "html"],
         "“The pace is slow but steady” (<i>Why Did ISIS Attack Paris?</i>, n.d.)"),
        (["--style", "chicago-notes-bibliography", "--format", "markdown"],
         "“The pace is slow but steady”^[“Why Did ISIS Attack Paris?,” n.d.]"),
    ],
)  # fmt: skip
def test_ready_to_paste(options: list[str], paste: str, seeds: Path, citekit: Run) -> None:
    (hit,) = citekit(
        "quote", "The pace is slow but steady", "--count", "1", "--json", *options
    ).json
    assert hit["paste"] == paste


@pytest.mark.parametrize(
    ("style", "options", "pasted"),
    [
        ("din-1505-2", [], "„as the ‚tide‘ rose“ ("),
        ("infoclio-de", [], "«as the ‹tide› rose» ("),
        ("iso690-author-date-fr", [], "«\u00a0as the “tide” rose\u00a0» ("),
        ("universite-de-lausanne-histoire", ["--locale", "en-US"], "“as the ‘tide’ rose” ("),
        ("apa", ["--locale", "de-AT"], "„as the ‚tide‘ rose“ ("),
        ("bst:plain", ["--locale", "fr-FR"], "«\u00a0as the “tide” rose\u00a0» "),
        ("bst:plain", [], "“as the ‘tide’ rose” "),
    ],
)
def test_quotation_marks_are_those_of_the_locale_that_the_style_renders_in(
    style: str, options: list[str], pasted: str, mixed: Path, citekit: Run
) -> None:
    (mixed / "texts" / "tide.txt").write_text("Boats went out as the “tide” rose at noon.\n")
    citekit("add", "book", "--key", "tide", "author=Orme, Kate", "title=The Tide", "date=1959",
            "--document", "texts/tide.txt")  # fmt: skip
    ran = citekit("quote", "as the tide rose", "--count", "1", "--style", style, *options, "--json")
    assert ran.json[0]["paste"].startswith(pasted)


def test_the_words_of_a_cited_work_are_cited_through_the_article(seeds: Path, citekit: Run) -> None:
    (hit,) = citekit("quote", "three level analysis", "--count", "1", "--json").json
    assert hit["work"] == "waltz1959"
    assert hit["paste"].startswith("“three level analysis” (Waltz, 1959, as cited in")


def test_inner_quotation_marks_are_single(seeds: Path, citekit: Run) -> None:
    (hit,) = citekit(
        "quote", "echoes of a compellence to force Assad", "--count", "1", "--json"
    ).json
    assert "‘compellence’ to force Assad" in hit["paste"]


def test_nothing_like_it(seeds: Path, citekit: Run) -> None:
    ran = citekit("quote", "xyzzy plugh quux")
    assert (ran.code, ran.out) == (1, "")
    assert citekit("quote", "…").code == 2
    assert citekit("quote", "words", "--count", "0").code == 2


def test_the_place_in_a_page_is_that_of_its_file(mixed: Path, citekit: Run) -> None:
    page = (
        "<html><head><title>x</title></head>\n<body>\n<p>An &eacute;lite\n of <b>one</b> kind.</p>"
    )
    (mixed / "texts" / "page.html").write_text(page)
    (hit,) = citekit("quote", "élite of one kind", "--count", "1", "--json").json
    assert (hit["document"], hit["line"], hit["column"]) == ("texts/page.html", 3, 7)
    assert hit["exact"] == "élite of one kind"


def test_questions_of_one_moment_see_one_state(seeds: Path) -> None:
    with Project.open(seeds) as project:
        with project.at_one_moment():
            before = len(project.documents())
            (seeds / "seeds" / "new.txt").write_text("A new text.\n")
            assert len(project.documents()) == before
        assert len(project.documents()) == before + 1
        with project.at_one_moment():
            assert len(project.documents()) == before + 1


def test_a_corpus_without_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, citekit: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(tmp_path / ".citekit", ignore_errors=True)
    assert citekit("init").code == 0
    assert citekit("quote", "anything at all").code == 1
    assert citekit("check", "--quotations").code == 0


def test_keys_of_a_documents_own_list_are_known(mixed: Path, citekit: Run) -> None:
    (mixed / "texts" / "a.tex").write_text(
        "\\cite{Roe90} and \\cite{Roe91}.\n\n\\begin{thebibliography}{9}\n"
        "\\bibitem{Roe90} Jane Roe. Rivers. Leeds, 1990.\n\\end{thebibliography}\n"
    )
    found = citekit("check", "--only", "citation-keys", "--json").json
    assert [one["message"] for one in found if "a.tex" in one["file"]] == [
        "'Roe91' is cited, but is not in the catalogue"
    ]


BOOK = {
    "main.tex": "\\documentclass{book}\n\\usepackage[ngerman]{babel}\n\\newcommand{\\ba}[1]"
    "{\\autocite[#1]{bacon}}\n\\begin{document}\n“The pace is slow but steady” \\ba{1}\n"
    "\\input{texts/one}\n\\end{document}\n",
    "texts/one.tex": "“Groups with several allies survive for longer”\\ba{2}.\n"
    "\\input{texts/two}\n",
    "texts/two.tex": 'Sie fl"ustern: “a wholly new line that no text here has”\\ba{3}.\n',
}


@pytest.mark.parametrize("folder", ["", "texts", "/"])
def test_a_book_is_checked_with_its_chapters(
    mixed: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    for name, text in BOOK.items():
        (mixed / name).write_text(text, encoding="utf-8")
    if folder == "texts":
        monkeypatch.chdir(mixed / "texts")
    main = {"": "main.tex", "texts": "../main.tex", "/": str(mixed / "main.tex")}[folder]
    ran = citekit("check", "--quotations", main, "--json")
    found = [(one["file"], one["line"], one["verdict"]) for one in ran.json["quotations"]]
    assert found == [
        (main, 5, "elsewhere"),
        ("texts/one.tex", 1, "altered"),
        ("texts/two.tex", 1, "not-found"),
    ]


@pytest.mark.parametrize("is_absolute", [True, False])
def test_a_chapter_is_not_its_own_source(mixed: Path, citekit: Run, is_absolute: bool) -> None:
    for name, text in BOOK.items():
        (mixed / name).write_text(text, encoding="utf-8")
    chapter = mixed / "texts/two.tex" if is_absolute else "texts/../texts/two.tex"
    ran = citekit("check", "--quotations", str(chapter), "--json")
    (one,) = ran.json["quotations"]
    assert (one["verdict"], one["work"]) == ("not-found", "bacon")
