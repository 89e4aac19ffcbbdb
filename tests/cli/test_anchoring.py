"""Repairing passages after edits, on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer

from citekit import library
from citekit.anchor import Status
from citekit.cli import anchoring as command
from citekit.cli.lookup import STATUSES
from citekit.errors import ConflictError
from citekit.library.anchoring import Answer, repair
from citekit.library.changes import (
    exchanged_places,
    inner_capitals,
    telling_words,
)
from citekit.library.worddiff import opposites, replaced, word_diff
from tests.cli.conftest import Run


def typing(monkeypatch: pytest.MonkeyPatch, key: Callable[[], str]) -> None:
    """A terminal at which single keys are pressed."""
    monkeypatch.setattr(command.sys.stdin, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(typer, "getchar", key)


TEXT = (
    "Order, he said, is what “the strong make of it” in every age.\n\n"
    "Much of the rest of the essay is about the price of grain and of salt.\n\n"
    "A colleague held that peace is kept by fear of what comes after, and by little else.\n\n"
    "In the end both agreed that letters had done more than armies in that century.\n"
)


def link(citekit: Run, quote: str, *more: str) -> str:
    ran = citekit("link", "one.txt", "--quote", quote, "--json", *more)
    assert ran.code == 0
    return str(ran.json["id"])


@pytest.fixture
def one(empty: Path, citekit: Run) -> Path:
    """A text with four passages."""
    path = empty / "texts" / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    link(citekit, "the strong make of it")
    link(citekit, "the price of grain and of salt")
    link(citekit, "peace is kept by fear of what comes after")
    link(citekit, "letters had done more than armies")
    return path


def edit(path: Path, *changes: tuple[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text


def stored(project: Path) -> list[dict[str, object]]:
    lines = (project / "refs" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def words(project: Path) -> list[str]:
    """The stored words, as the stored offsets find them in the document."""
    text = (project / "texts" / "one.txt").read_text(encoding="utf-8")
    found = []
    for record in stored(project):
        quote, position = record["target"]["selector"]  # type: ignore[index]
        found.append(quote["exact"])
        assert text[position["start"] : position["end"]] == quote["exact"]
    return found


def test_nothing_changed(one: Path, citekit: Run) -> None:
    before = stored(one.parents[1])
    ran = citekit("anchor")
    assert (ran.code, ran.out) == (0, "")
    assert "0 moved, 0 at their place and stored anew, 4 as they were" in ran.err
    assert stored(one.parents[1]) == before


def test_passages_follow_an_edit_and_are_listed(one: Path, citekit: Run) -> None:
    edit(one, ("Order, he", "A new opening. Order, he"), ("comes after", "came after"))
    project = one.parents[1]
    dry = citekit("anchor", "--dry-run")
    assert dry.code == 0
    assert "texts/one.txt:1:41  would move: shifted 0.99" in dry.out
    before = stored(project)
    assert "the strong make of it" in dry.out
    assert stored(project) == before
    ran = citekit("anchor")
    assert ran.code == 0
    assert "moved: fuzzy 0.90" in ran.out
    assert "[-comes-] {+came+} after" in ran.out
    assert words(project)[2] == "peace is kept by fear of what came after"
    assert citekit("check", "--only", "anchors").code == 0
    assert citekit("passages", "--status", "exact", "--json").json != []
    again = citekit("anchor")
    assert (again.code, again.out) == (0, "")


def test_the_place_alone_is_stored_anew_without_a_word(one: Path, citekit: Run) -> None:
    edit(one, ("that century.", "that century, and in the next."))
    ran = citekit("anchor")
    assert (ran.code, ran.out) == (0, "")
    assert "4 at their place and stored anew" in ran.err
    assert "and in the nex" in str(stored(one.parents[1])[-1]["target"])


def test_what_is_not_sure_is_left_and_what_is_gone_is_listed(one: Path, citekit: Run) -> None:
    changed = ("the price of grain and of salt", "the price of grain, to them all, and of salt")
    edit(one, changed, (" “the strong make of it”", ""))
    before = stored(one.parents[1])
    ran = citekit("anchor")
    assert ran.code == 1
    assert re.search(r"one\.txt:3:40  not sure: fuzzy 0\.\d\d", ran.out)
    assert "one.txt:1:26  orphaned  quotation" in ran.out
    assert "citekit unlink --id" in ran.out.replace("\n   ", "")
    after = stored(one.parents[1])
    assert [line for line in before if line in after] == before[:2]
    shown = citekit("anchor", "--json").json
    assert shown["counts"] == {"kept": 2, "restored": 0, "moved": 0, "asked": 1, "orphaned": 1}
    unsure = next(each for each in shown["passages"] if each["action"] == "asked")
    assert ["new", "grain, to them all,"] in unsure["changes"]
    accepted = citekit("anchor", "--accept-above", "0.3")
    assert "moved: fuzzy" in accepted.out
    assert "the price of grain, to them all, and of salt" in words_now(one)


@pytest.mark.parametrize(
    ("answers", "moved"), [("a", 1), ("s", 0), ("q", 0), ("?a", 1), ("\r", 0)], ids=repr
)
def test_the_terminal_asks(
    one: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch, answers: str, moved: int
) -> None:
    edit(one, ("the price of grain and of salt", "the worth of grain, or of wine"))
    given = iter(answers)
    typing(monkeypatch, lambda: next(given))
    ran = citekit("anchor")
    assert ran.code == 1 - moved
    assert "old: the price of grain and of salt" in ran.out
    assert "[-price-] {+worth+} of" in ran.out
    assert "is about ⟦the worth of grain, or of wine⟧." in " ".join(ran.out.split())
    assert ("the worth of grain, or of wine" in words_now(one)) == bool(moved)


def words_in(project: Path) -> list[str]:
    """The stored words of a project's passages."""
    return words_now(project / "texts" / "one.txt")


def words_now(one: Path) -> list[str]:
    return [
        record["target"]["selector"][0]["exact"]  # type: ignore[index]
        for record in stored(one.parents[1])
    ]


def test_quitting_keeps_what_was_accepted(one: Path, citekit: Run) -> None:
    edit(
        one,
        ("the price of grain and of salt", "the worth of grain, or of wine"),
        ("kept by fear of what comes after", "held by dread of the things after"),
    )
    answers: Iterator[Answer] = iter([Answer.ACCEPT, Answer.QUIT])
    with library.Project.open(one.parents[1]) as project:
        found = repair(project, accept_above=0.95, ask=lambda _: next(answers))
    assert len(found.left) == 1
    assert "the worth of grain, or of wine" in words_now(one)
    assert "peace is kept by fear of what comes after" in words_now(one)


def test_a_document_changed_while_the_user_was_asked_is_a_conflict(one: Path) -> None:
    edit(one, ("the price of grain and of salt", "the worth of grain, or of wine"))

    def ask(_: object) -> Answer:
        edit(one, ("Order", "Disorder"))
        return Answer.ACCEPT

    with library.Project.open(one.parents[1]) as project, pytest.raises(ConflictError):
        repair(project, ask=ask)
    assert "the price of grain and of salt" in words_now(one)


def test_an_orphan_whose_words_stand_elsewhere_is_told_so(one: Path, citekit: Run) -> None:
    words = "the price of grain and of salt"
    edit(one, (f" {words}", ""), ("In the end", f"In {words}, in the end"))
    assert "they stand nowhere else; what stood around them is at line 3" in " ".join(
        citekit("anchor", "-n").out.split()
    )


MOVED = {
    "en": ("Bream denies this.", "His sources are lost."),
    "de": ("Der Bäcker bestreitet es.", "Seine Quellen sind verloren."),
    "fr": ("Le boulanger le nie.", "Ses sources sont perdues."),
}
STORIES = {
    "en": "The tolls\n\nOthers disagree. Bream denies this. No one went on strike, she says.\n\n"
    "Weed was kinder to them. He calls it a small price. His sources are lost.\n",
    "de": "Die Zölle\n\nAndere widersprechen. Der Bäcker bestreitet es. Streik gab es nie.\n\n"
    "Weed war da milder. Er nennt es einen kleinen Preis. Seine Quellen sind verloren.\n",
    "fr": "Les péages\n\nD’autres s’opposent. Le boulanger le nie. Il n’y eut pas de grève.\n\n"
    "Weed était plus doux. Il l’appelle un petit prix. Ses sources sont perdues.\n",
}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("answer", ["a", "s"])
def test_a_short_sentence_that_was_moved_is_offered(
    empty: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch, language: str, answer: str
) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(STORIES[language], encoding="utf-8")
    words, before = MOVED[language]
    link(citekit, words)
    edit(path, (f" {words}", ""), (before, f"{words} {before}"))
    old = stored(empty)
    ran = citekit("anchor", "--accept-above", "0")
    assert (ran.code, stored(empty) == old) == (1, True)
    assert "one.txt:5:" in ran.out
    assert "not sure: orphaned, but the same words stand here" in ran.out
    assert "(they stand nowhere else; what stood around them is at line 3)" in ran.out
    listed = citekit("anchor", "--json").json["passages"][0]
    assert (listed["anchor"], listed["offered"], listed["line"]) == ("orphaned", True, 5)
    typing(monkeypatch, lambda: answer)
    assert citekit("anchor").code == (0 if answer == "a" else 1)
    assert (stored(empty) == old) == (answer == "s")
    if answer == "a":
        assert words_in(empty) == [words]
        assert citekit("passages", "--status", "exact", "--json").json[0]["line"] == 5


KEYED = {
    "en": ("The slow reader waits", "The slow reader waits and reads the page again"),
    "de": ("Der langsame Leser wartet", "Der langsame Leser wartet und liest die Seite neu"),
    "fr": ("Le lecteur lent attend", "Le lecteur lent attend et relit alors la page"),
}


@pytest.mark.parametrize("first", ["anchor", "review"])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_key_that_scan_finds_anew_stays_one_passage(
    empty: Path, citekit: Run, language: str, first: str
) -> None:
    path = empty / "texts" / "one.md"
    citekit("add", "book", "author=Harrow, Anna", "title=Ropes", "date=1931", "key=harrow1931")
    (empty / "citekit.toml").write_text('documents = ["texts/*.md"]\n')
    old, new = KEYED[language]
    start, end = "# Of reading\n\nNothing else is told of it.\n\n", "# End\n\nSo it ended.\n"
    path.write_text(f'{start}# Slow\n\n> "{old}" [@harrow1931, p. 9].\n\n{end}')
    linked = ("--quote", "@harrow1931, p. 9", "--kind", "citation", "--relation", "disagreesWith")
    assert citekit("link", "one.md", "harrow1931", *linked).code == 0
    path.write_text(f"{start}{end}\n# Slow\n\n> “{new}” [@harrow1931, p. 9], twice.\n")
    (offered,) = citekit("anchor", "-n", "--json").json["passages"]
    assert (offered["anchor"], offered["offered"]) == ("orphaned", True)
    citekit("scan")
    accepted = ["review", "--kind", "citation", "--accept-above", "0"]
    if first == "review":
        assert citekit(*accepted).code == 0
        assert len(stored(empty)) == 2
    with library.Project.open(empty) as project:
        asked: list[str] = []
        repair(project, ask=lambda each: asked.append(each.hint) or Answer.ACCEPT)
    assert len(asked) == 1
    assert ("if you accept, this one is kept" in asked[0]) == (first == "review")
    citekit(*accepted)
    (kept,) = citekit("passages", "--status", "exact", "--json").json
    assert (kept["relation"], len(stored(empty))) == ("disagreesWith", 1)
    assert citekit("anchor").code == 0
    found = citekit("scan", "--kind", "citation", "--json").json
    assert [each["state"] for each in found] == ["accepted"]


def test_words_that_stood_in_another_passage_before_are_not_offered(
    empty: Path, citekit: Run
) -> None:
    path = empty / "texts" / "one.txt"
    title = "The Price of Salt and Rope"
    path.write_text(
        f"They all read {title} then. It was the book of that year.\n\n"
        f"Others read nothing.\n\nBooks\n\nReed, A. {title}. London: Weed.\n",
        encoding="utf-8",
    )
    link(citekit, title, "--occurrence", "1")
    edit(path, (f"read {title}", "read it"))
    assert "the same words stand here" in citekit("anchor", "-n").out
    edit(path, ("read it then", f"read {title} then"))
    link(citekit, f"Reed, A. {title}. London: Weed")
    edit(path, (f"read {title} then", "read it then"))
    for _ in range(2):  # the second time, the other passage is stored anew
        ran = citekit("anchor")
        assert "the same words stand here" not in ran.out
        assert "the words stand at line 7, but it is not sure" in " ".join(ran.out.split())


def test_of_what_is_offered_the_words_alone_are_compared(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(
        "So it is, they say. “Trade follows the flag in 1871,” wrote Tarrant then. Nobody has.\n\n"
        "Weed was kinder to them all. His sources are lost, and so are all of his letters.\n"
    )
    words = "Trade follows the flag in 1871,"
    link(citekit, words)
    edit(path, (f"“{words}” wrote Tarrant then. ", ""), ("His sources", f"Reed: “{words}” His"))
    ran = citekit("anchor", "--accept-above", "0")
    assert ran.code == 1
    told = " ".join(ran.out.split())
    assert "what stood before them is at line 1, what stood behind them gone)" in told
    edit(path, ("in 1871,", "in 1872,"))
    told = " ".join(citekit("anchor", "--accept-above", "0").out.split())
    assert "orphaned, but much the same words stand here" in told
    assert "other numbers, names or negations: 1871, 1872)" in told


def test_an_orphan_whose_neighbour_moved_is_not_listed_there(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(
        "Of ropes and of nets.\n\nMarlowe refutes Reed on every point. Bream denies this. "
        "The ferrymen never went on strike, she says.\n\nWeed was kinder to them all.\n",
        encoding="utf-8",
    )
    link(citekit, "Bream denies this.")
    marlowe = "Marlowe refutes Reed on every point. "
    edit(path, (f"{marlowe}Bream denies this. ", ""), ("Weed was", f"{marlowe}Weed was"))
    ran = citekit("anchor", "-n")
    assert "texts/one.txt  orphaned" in ran.out
    told = " ".join(ran.out.split())
    assert "what stood before them is at line 5, what stood behind them at line 3" in told


def test_an_orphan_is_listed_where_it_stood_or_with_no_line(one: Path, citekit: Run) -> None:
    third = (
        "A colleague held that peace is kept by fear of what comes after, and by little else.\n\n"
    )
    edit(one, ("Order, he", "A beginning.\n\nOrder, he"), (third, ""))
    assert "texts/one.txt  orphaned" in citekit("anchor", "-n").out


def test_a_missing_document_is_listed(one: Path, citekit: Run) -> None:
    one.unlink()
    ran = citekit("anchor")
    assert ran.code == 1
    assert ran.out.count("texts/one.txt  orphaned") == 4
    assert "restore the document" in ran.out


def test_quoted_words_follow_those_around_them(one: Path, citekit: Run) -> None:
    whole = "Order, he said, is what “the strong make of it” in every age."
    link(citekit, whole, "--quoted", "the strong make of it")
    edit(one, ("the strong make of it", "the strong made of it"), ("Order, he", "New. Order, he"))
    assert citekit("anchor").code == 0
    views = citekit("passages", "--json").json
    assert [view["quoted"] for view in views if view["quoted"]] == ["the strong made of it"]


def test_what_other_programs_wrote_stays_with_a_moved_passage(one: Path, citekit: Run) -> None:
    file = one.parents[1] / "refs" / "passages.jsonl"
    lines = [json.dumps({**record, "creator": "ann"}) for record in stored(one.parents[1])]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    edit(one, ("Order, he", "A new opening. Order, he"))
    assert citekit("anchor").code == 0
    assert [record["creator"] for record in stored(one.parents[1])] == ["ann"] * 4


def test_two_passages_that_would_become_one_are_left(one: Path, citekit: Run) -> None:
    whole = "Order, he said, is what “the strong make of it” in every age."
    inner = whole.removesuffix(".")
    link(citekit, whole)
    link(citekit, inner)
    edit(one, (whole, inner), ("Order, he", "New. Order, he"))
    ran = citekit("anchor")
    assert ran.code == 1, ran.out
    assert "another passage of its kind would stand there too" in ran.out
    assert whole in words_now(one)


def test_lines_of_two_branches_become_one_passage_again(one: Path, citekit: Run) -> None:
    file = one.parents[1] / "refs" / "passages.jsonl"
    text, lines = one.read_text(encoding="utf-8"), file.read_text(encoding="utf-8")
    edit(one, ("Order, he", "A new opening. Order, he"))
    assert citekit("anchor").code == 0
    theirs = file.read_text(encoding="utf-8")
    one.write_text(text, encoding="utf-8")
    file.write_text(lines, encoding="utf-8")
    edit(one, ("in every age.", "in every age of them."))
    assert citekit("anchor", "--accept-above", "0").code == 0
    both = sorted({*theirs.splitlines(), *file.read_text(encoding="utf-8").splitlines()})
    assert len(both) > 4
    file.write_text("\n".join(both) + "\n", encoding="utf-8")
    edit(one, ("Order, he", "A new opening. Order, he"))
    assert "twofold-passage" in citekit("check", "--only", "decisions").out
    assert citekit("anchor").code == 0
    assert len(stored(one.parents[1])) == 4
    assert citekit("check", "--only", "decisions").code == 0


def test_one_document_alone(one: Path, citekit: Run) -> None:
    edit(one, ("Order, he", "A new opening. Order, he"))
    assert citekit("anchor", "--document", "two.txt").out == ""
    assert citekit("anchor", "--document", "one.txt").out != ""
    assert citekit("anchor", "--document", "three.txt").code == 2


def test_status_filters_and_shows(one: Path, citekit: Run) -> None:
    assert set(STATUSES) == set(Status)
    edit(
        one,
        ("the price of grain and of salt", "the worth of grain, or of wine"),
        (" “the strong make of it”", ""),
    )
    assert re.search(r"quotation  fuzzy 0\.\d\d\n", citekit("passages", "--status", "fuzzy").out)
    assert "orphaned\n" in citekit("passages", "--status", "orphaned").out
    statuses = [view["anchor"] for view in citekit("passages", "--status", "any", "--json").json]
    assert sorted(statuses) == ["fuzzy", "orphaned", "shifted", "shifted"]
    assert citekit("passages", "--status", "lost").code == 2
    assert citekit("anchor", "--accept-above", "2").code == 2


def test_other_numbers_and_names_are_not_stored_unasked(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    old = "The letters (Reed 1859) say so, and Reed does not doubt it in any of the later ones."
    path.write_text(f"A beginning of it.\n\n{old}\n\nAn end of it.\n", encoding="utf-8")
    link(citekit, "(Reed 1859) say so, and Reed does not doubt it")
    link(citekit, old)
    edit(path, ("1859", "1863"))
    ran = citekit("anchor", "--accept-above", "0")
    assert ran.code == 1
    assert ran.out.count("(other numbers, names or negations: 1859, 1863)") == 2
    edit(path, ("1863", "1859"), ("and Reed", "and Weed"))
    assert "other numbers, names or negations: Reed, Weed" in citekit("anchor", "-n").out
    edit(path, ("and Weed", "and Reed"), ("doubt it in", "doubts it in"))
    ran = citekit("anchor")
    assert (ran.code, ran.out.count("moved: fuzzy")) == (0, 2)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("the works of 1859, p. 12", "the works of 1859, p. 13", ["12", "13"]),
        ("as Reed says", "as Weed says", ["Reed", "Weed"]),
        ("Reed and Reed", "Reed", ["Reed"]),
        ("The work is done", "A work is done", []),
        ("Plus loin on lit", "Ailleurs on lit", []),
        ("on lit. Plus loin", "on lit. Ailleurs", []),
        ("man liest es. Weiter unten", "man liest es. Anderswo", []),
        ("Bream has a work", "Marlowe has a work", ["Bream", "Marlowe"]),
        ("Bream says", "and Bream says that", []),
        ("and Bream says", "Marlowe says", ["Bream", "Marlowe"]),
        ("The work is done", "Some work is done", []),
        ("He said: “The work”", "He said: “Some work”", []),
        ("the work", "The work", []),
        ("as the “Work”", "as the 'Work'", []),
        ("in Freiheit leben", "in Frieden leben", ["Freiheit", "Frieden"]),
        ("same words", "other words", []),
        ("twenty of them fled", "thirty of them fled", ["twenty", "thirty"]),
        ("vierzig flohen", "fünfzig flohen", ["vierzig", "fünfzig"]),
        ("they fled", "they never fled", ["never"]),
        ("No work lasts", "A work lasts", ["No"]),
        ("they didn't flee", "they fled", ["didn't"]),
        ("they didn’t flee", "they did not flee", []),
        ("ils ne fuient pas", "ils fuient", ["pas"]),
        ("sie fliehen nie", "sie fliehen kaum", []),
    ],
)
def test_telling_words(old: str, new: str, told: list[str]) -> None:
    assert telling_words(old, new, "the works of some work", {"Bream", "Marlowe"}) == told


def test_capitals_inside_sentences() -> None:
    text = (
        "# Later Days\n\nPlus loin, dit Goethe, la 3 Mai; Ulm.\n\nAilleurs. Weiter (Unten)\n"
        "Anders à E\u0301mile\n"
    )
    assert inner_capitals(text) == {"Days", "Goethe", "Mai", "Ulm", "\u00c9mile"}


@pytest.mark.parametrize(
    ("story", "first", "other"),
    [
        ("La page lui résiste {}.\n\nPlus tard on lit {}.", "Plus tard", "Ailleurs"),
        ("Die Seite widersteht {}.\n\nWeiter unten steht {}.", "Weiter unten", "Anderswo"),
        ("The page resists {}.\n\nFurther on we read {}.", "Further on", "Elsewhere"),
        ("The page resists {}\n\n> Further on we read {}", "Further on", "Elsewhere"),
    ],
)
def test_a_first_word_is_no_name(
    empty: Path, citekit: Run, story: str, first: str, other: str
) -> None:
    path = empty / "texts" / "one.txt"
    told = story.format("[@harrow1931, p. 12]", "[@harrow1931, p. 14]")
    path.write_text(f"Of slowness.\n\n{told}\n\nMore of it all.\n", encoding="utf-8")
    link(citekit, "@harrow1931, p. 12")
    link(citekit, "@harrow1931, p. 14")
    edit(path, (first, other))
    ran = citekit("anchor")
    assert (ran.code, "not sure" in ran.out) == (0, False), ran.out


@pytest.mark.parametrize(
    ("first", "other", "asked"),
    [
        ("Der Unterfchied zwifchen Nachbar und Bruder ift gross", "Der Unterschied zwischen "
         "Nachbar und Bruder ist gross", False),
        ("Die Gefchichte wird von nns und andern erzählt", "Die Geschichte wird von uns und "
         "andern erzählt", True),
        # names, where nothing else was misread, or not so
        ("Der alte Hofer und sein Nachbar sprechen gut", "Der alte Hoser und sein Nachbar "
         "sprechen gut", True),
        ("Der alte Meier ift immer ein guter Nachbar", "Der alte Maier ist immer ein guter "
         "Nachbar", True),
        ("Reed ift immer ein guter Nachbar gewefen", "Weed ist immer ein guter Nachbar gewesen",
         True),
    ],
)  # fmt: skip
def test_corrections_of_a_misreading_are_no_other_names(
    empty: Path, citekit: Run, first: str, other: str, asked: bool
) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(f"Ein Anfang.\n\nMan liest: {first}.\n\nEin Ende.\n", encoding="utf-8")
    link(citekit, first)
    edit(path, (first, other))
    ran = citekit("anchor", "--accept-above", "0.3")
    assert ("other numbers, names" in ran.out) == asked, ran.out


@pytest.mark.parametrize("known", ["text", "catalogue"])
def test_a_first_word_that_is_known_to_be_a_name_is_one(
    empty: Path, citekit: Run, known: str
) -> None:
    path = empty / "texts" / "one.txt"
    end = "So says the great Weed." if known == "text" else "So says the other."
    if known == "catalogue":
        citekit("add", "book", "author=Weed, Tom", "title=Ropes", "date=1950")
    path.write_text(f"Of ropes.\n\nReed calls this a quiet trade [@r, p. 12].\n\n{end}\n")
    link(citekit, "calls this a quiet trade")
    edit(path, ("Reed", "Weed"))
    ran = citekit("anchor", "-n")
    assert "(other numbers, names or negations: Weed)" in ran.out


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Tout autre chose est dit maintenant par Goethe.", "Ailleurs, en 1790, on le dit."),
        ("Ganz anderes sagt jetzt der alte Goethe.", "Anderswo sagt man das um 1790."),
        ("Quite another thing is told here now by Goethe.", "Elsewhere, in 1790, they say so."),
    ],
)
def test_what_changed_in_other_paragraphs_leaves_a_passage_sure(
    empty: Path, citekit: Run, before: str, behind: str
) -> None:
    path = empty / "texts" / "one.txt"
    old = "This is the paragraph before it, of some length.", "And this stands after all of it."
    told = "The page resists its hurried reader [@harrow1931, p. 12]."
    path.write_text(f"{old[0]}\n\n{told}\n\n{old[1]}\n\nAn end.\n", encoding="utf-8")
    link(citekit, "@harrow1931, p. 12")
    edit(path, (old[0], before), (old[1], behind))
    ran = citekit("anchor")
    assert (ran.code, "not sure" in ran.out) == (0, False), ran.out


def test_a_key_that_moved_along_with_its_quotation_is_sure(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    block = (
        "> The slow reader is no fool, and knows more than those who hurry\n"
        "> through all the pages of their books. [@harrow1931, pp. 7-8]\n\n"
    )
    rest = "Of bread and of salt, and of the price of both, they told each other much.\n\n"
    path.write_text(f"A beginning.\n\n{block}Then came the rain.\n\n{rest}{rest}An end.\n")
    key = link(citekit, "@harrow1931, pp. 7-8")
    link(citekit, "The slow reader is no fool, and knows more than those who hurry")
    edit(path, (block, ""), ("An end.", f"A new heading\n\n{block}Another end."))
    ran = citekit("anchor", "--json")
    (found,) = (each for each in ran.json["passages"] if each["old"].startswith("@"))
    assert (found["id"], found["action"], found["line"]) == (key, "moved", 12), found


def test_check_says_of_moved_words_what_anchor_does(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text("A beginning of it.\n\nReed calls this a quiet trade [@r, p. 12].\n\nEnd.\n")
    link(citekit, "a quiet trade")
    edit(path, ("A beginning", "Now a beginning"), ("Reed", "Once in 1790 Reed"))
    assert "not sure: shifted" in citekit("anchor", "-n").out
    shown = citekit("check").out
    assert "(`citekit anchor` stores the new place, or asks where it is not sure)" in shown


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("salt cost more than rope", "salt cost less than rope"),
        ("sold before the frost", "sold after the frost"),
        ("they always paid", "they seldom paid"),
        ("all boats came home", "few boats came home"),
        ("the best harbour", "the worst harbour"),
        ("the tolls increased", "the tolls decreased"),
        ("more salt and less rope", "less salt and more rope"),
        ("he supports the guild", "he opposes the guild"),
        ("it is possible to sail", "it is impossible to sail"),
        ("a harmful trade", "a harmless trade"),
        ("they overrated salt", "they underrated salt"),
        ("the pre-war tolls", "the post-war tolls"),
        ("More boats came", "Fewer boats came"),
        ("Salz kostete mehr", "Salz kostete weniger"),
        ("vor dem Frost verkauft", "nach dem Frost verkauft"),
        ("sie zahlten immer", "sie zahlten selten"),
        ("die besten Häfen", "die schlechtesten Häfen"),
        ("der Zoll steigt", "der Zoll sinkt"),
        ("ein Vorteil", "ein Nachteil"),
        ("die Zunahme des Handels", "die Abnahme des Handels"),
        ("eine mögliche Fahrt", "eine unmögliche Fahrt"),
        ("le sel coûte plus", "le sel coûte moins"),
        ("vendu avant le gel", "vendu après le gel"),
        ("ils payaient toujours", "ils payaient rarement"),
        ("les péages augmentent", "les péages diminuent"),
        ("une route possible", "une route impossible"),
    ],
)
def test_opposites(old: str, new: str) -> None:
    assert len(opposites(old, new)) >= 2
    assert len(opposites(new, old)) >= 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("salt cost more than rope", "salt cost rather more than rope"),
        ("salt cost more than rope", "salt c0st more than ropes"),
        ("the upper road", "the inner road"),
        ("they sold the salt", "they carried the salt"),
        ("the toll increases", "the toll increased"),
        ("die Brücke hielt", "die Brücken hielten"),
        ("le pont tient", "les ponts tiennent"),
    ],
)
def test_other_edits_are_no_opposites(old: str, new: str) -> None:
    assert opposites(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("she admitted the theft", "she denied the theft", ["admitted", "denied"]),
        ("the deed was genuine", "the deed was forged", ["genuine", "forged"]),
        (
            "der Vertrag verpflichtet beide",
            "der Vertrag erlaubt beide",
            ["verpflichtet", "erlaubt"],
        ),
        ("le traité oblige les deux", "le traité autorise les deux", ["oblige", "autorise"]),
        ("the colour of peace", "the color of pe4ce", []),
        ("the ship comes in", "the ship came in", []),
        ("er schreibt ein Buch", "er schrieb ein Buch", []),
        ("il finira le pont", "il finissait le pont", []),
        ("the post-war government", "the postwar govern ment", []),
        ("as Professor Reed said", "as Prof. Reed said", []),
        ("the old and quiet port", "the quiet port", []),
        ("the port — a ruin", "the port was a ruin", []),
        ("the port was a ruin", "the port — a ruin", []),
    ],
)
def test_words_that_gave_way_to_others(old: str, new: str, told: list[str]) -> None:
    assert replaced(old, new) == told


def test_a_word_that_gave_way_to_another_is_not_stored_unasked(empty: Path, citekit: Run) -> None:
    told = "Reed believed that the deed was genuine until he died."
    why = "other words: genuine, forged"
    assert_asked(empty, citekit, told, ("genuine", "forged"), why)


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("Reed maintains that salt mattered more than rope did.", "more", "less"),
        ("Reed zufolge war Salz immer wichtiger als Seile und Netze.", "immer", "selten"),
        ("Selon Reed, le sel comptait plus que les cordes du port.", "plus", "moins"),
    ],
)
def test_an_opposite_is_not_stored_unasked(
    empty: Path, citekit: Run, sentence: str, old: str, new: str
) -> None:
    assert_asked(empty, citekit, sentence, (old, new), f"opposites: {old}, {new}")


def assert_asked(
    empty: Path, citekit: Run, sentence: str, change: tuple[str, str], why: str
) -> None:
    """That a passage whose sentence was changed so is asked about, and why, and not moved."""
    path = empty / "texts" / "one.txt"
    path.write_text(f"A beginning of it.\n\n{sentence} Then more.\n", encoding="utf-8")
    link(citekit, sentence)
    edit(path, change)
    ran = citekit("anchor", "--accept-above", "0")
    assert (ran.code, "moved" in ran.out) == (1, False), ran.out
    assert f"({why})" in ran.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as Reed refutes Weed in this", "as Weed refutes Reed in this"),
        ("Reed refutes Weed", "Weed refutes Reed"),
        ("Reed was refuted by Weed", "Weed was refuted by Reed"),
        ("1859 came before 1863", "1863 came before 1859"),
        ("salt ruled the price of rope", "rope ruled the price of salt"),
        ("not all boats came home", "all boats came not home"),
        ("he sees her", "her sees he"),
        ("dass Reed Weed widerlegt", "dass Weed Reed widerlegt"),
        ("der Lehrer liebt die Magd", "die Magd liebt der Lehrer"),
        ("er liebt sie", "sie liebt er"),
        ("que Reed réfute Weed", "que Weed réfute Reed"),
        ("le sel réglait le prix des cordes", "les cordes réglaient le prix du sel"),
    ],
)
def test_exchanged_places(old: str, new: str) -> None:
    assert len(exchanged_places(old, new, "")) >= 1
    assert len(exchanged_places(new, old, "")) >= 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("they still sold salt", "they sold salt still"),
        ("However, they sold salt", "They, however, sold salt"),
        ("on this day they sold salt", "they sold salt on this day"),
        ("Reed sells salt and rope", "Reed sold salt, and more rope"),
        ("the price of grain", "a price of the grain"),
        ("the old price of grain", "the price of the old grain"),
        ("sie verkauften damals noch Salz", "sie verkauften Salz damals noch"),
        ("ils vendaient encore du sel", "encore, ils vendaient du sel"),
    ],
)
def test_words_put_elsewhere_did_not_exchange_places(old: str, new: str) -> None:
    assert exchanged_places(old, new, "") == []


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("In all of his late letters and in the book on ropes, Reed refutes Weed.", "Reed", "Weed"),
        ("In seinen späten Briefen und im Buch über Seile widerlegt Reed Weed.", "Reed", "Weed"),
        ("Dans ses lettres et dans le livre, l’or y règle le prix du sel.", "or", "sel"),
    ],
)
def test_words_that_changed_places_are_not_stored_unasked(
    empty: Path, citekit: Run, sentence: str, one: str, other: str
) -> None:
    swapped = re.sub(
        rf"\b({one}|{other})\b", lambda found: other if found[0] == one else one, sentence
    )
    why = f"words that changed places: {one}, {other}"
    assert_asked(empty, citekit, sentence, (sentence, swapped), why)


def test_an_opposite_beside_the_words_counts_in_their_sentence_alone(
    empty: Path, citekit: Run
) -> None:
    path = empty / "texts" / "one.txt"
    words = "Reed insists that the ferrymen could have gone on strike in the spring."
    path.write_text(f"Of ropes.\n\nSalt cost more than rope. {words} So they did.\n\nEnd.\n")
    link(citekit, words)
    link(citekit, "the ferrymen could have gone on strike")
    edit(path, ("cost more", "cost less"))
    ran = citekit("anchor")
    assert (ran.code, "not sure" in ran.out) == (0, False), ran.out
    edit(path, ("in the spring", "in the spring or before it"))
    citekit("anchor", "--accept-above", "0")
    edit(path, ("or before it", "or after it"))
    ran = citekit("anchor")
    assert "(opposites: before, after)" in ran.out


def test_word_diff_keeps_every_word_of_both() -> None:
    changes = word_diff("a b c d", "a x c d e")
    assert changes == [
        ("same", "a"),
        ("gone", "b"),
        ("new", "x"),
        ("same", "c d"),
        ("new", "e"),
    ]


def test_progress_counts_the_passages_of_the_document(empty: Path, one: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with library.Project.open(empty) as project:
        repair(project, document="one.txt", progress=lambda *step: told.append(step))
    assert told[0][:2] == (0, 4)
    assert told[-1] == (4, 4, "")
    assert len({done for done, _, _ in told}) == 5


FRAME = (
    "A beginning of it, which is about bread.\n\n{}\n\n"
    "Something else is told in between, of salt and of fish.\n\n{}\n\nAn end of it all.\n"
)


@pytest.mark.parametrize(
    ("quote", "one", "other", "told"),
    [
        (
            "(Reed 1859, 4)",
            "In 1790 the tax fell (Reed 1859, 4). It fell far.",
            "In 1796 the tax fell (Reed 1859, 4). It fell far.",
            "1790, 1796",
        ),
        (
            "Reed calls this a quiet trade.",
            "The rope came in March. Reed calls this a quiet trade. Then it was over.",
            "The rope came in August. Reed calls this a quiet trade. Then it was over.",
            "March, August",
        ),
        (
            "As Reed says",
            "As Reed says, the bridge will hold. They all went over it.",
            "As Reed says, the wharf will hold. They all went over it.",
            "bridge, wharf",
        ),
        (
            "(Reed 1859, 4)",
            "The letters were sold (Reed 1859, 4). That was that.",
            "The letters were never sold (Reed 1859, 4). That was that.",
            "never",
        ),
        (
            "Reed says that the upper road was always free.",
            "Nobody paid for it. Reed says that the upper road was always free. They all knew.",
            "Nobody paid. Reed says that the inner road was always free. They all knew.",
            "upper, inner",
        ),
    ],
)
def test_what_reads_like_a_deleted_statement_is_asked_about(
    empty: Path, citekit: Run, quote: str, one: str, other: str, told: str
) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(FRAME.format(one, other), encoding="utf-8")
    link(citekit, quote, "--occurrence", "1")
    edit(path, (one + "\n\n", ""))
    ran = citekit("anchor", "--accept-above", "0")
    assert (ran.code, "moved" in ran.out) == (1, False), ran.out
    if "orphaned" not in ran.out:
        assert told in ran.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("upper road", "uper road"),
        ("upper road", "upper roads"),
        ("Nobody paid for it.", "Nobody ever paid."),
        ("free. They all knew", "free. They both understood"),
        ("A beginning", "In 1790 a beginning"),
        ("They all knew.", "Seven knew."),
    ],
)
def test_an_edit_in_one_place_is_stored_unasked(
    empty: Path, citekit: Run, old: str, new: str
) -> None:
    path = empty / "texts" / "one.txt"
    told = "Nobody paid for it. Reed says that the upper road was always free. They all knew."
    path.write_text(FRAME.format(told, "More."), encoding="utf-8")
    link(citekit, "Reed says that the upper road was always free.")
    edit(path, (old, new))
    ran = citekit("anchor")
    assert (ran.code, "not sure" in ran.out) == (0, False), ran.out


@pytest.mark.parametrize("preface", ["", "A preface stands here now, of some length.\n\n"])
@pytest.mark.parametrize(
    "story",
    [
        "Ropes were dear. In 1790 the tax fell by half (Reed 1859, 4). It fell far. So they say.",
        "Seile waren teuer. 1790 sank die Steuer (Reed 1859, 4). Sie sank tief. Das sagt man.",
        "La corde coûtait. En 1790, l’impôt baissa (Reed 1859, 4). Il baissa bien. On le dit.",
    ],
)
def test_a_number_is_asked_about_where_it_changed_and_not_beside(
    empty: Path, citekit: Run, story: str, preface: str
) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(f"A beginning of it.\n\n{story} All of it was told twice.\n\nAn end.\n")
    before, tax, fell = re.findall(r"[^.]+(?:\.(?!\s))?[^.]*\.", story)[:3]
    for words in (before, tax, "(Reed 1859, 4)", fell, "All of it was told twice."):
        link(citekit, words.strip())
    edit(path, ("1790", "1796"), ("A beginning", f"{preface}A beginning"))
    listed = citekit("anchor", "--json").json["passages"]
    unsure = [each["old"] for each in listed if each["action"] == "asked"]
    assert unsure == [tax.strip()]


def test_a_number_that_no_passage_holds_is_asked_about_beside_it(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text("A beginning of it.\n\nIn 1790 the tax fell (Reed 1859, 4). It fell far.\n")
    link(citekit, "(Reed 1859, 4)")
    link(citekit, "It fell far.")
    edit(path, ("1790", "1796"))
    ran = citekit("anchor", "-n")
    assert ran.out.count("not sure") == 1
    assert "(other numbers, names or negations: 1790, 1796)" in ran.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("on every point. Bream", "on every point, but Bream"),
        ("In 1790 the tax fell by half (Reed", "In 1790 the tax fell. It fell by half (Reed"),
    ],
)
def test_sentences_that_were_joined_or_split_say_nothing_new(
    empty: Path, citekit: Run, old: str, new: str
) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text(
        "A beginning of it.\n\nMarlowe refutes Reed on every point. Bream denies all of this, "
        "they say.\n"
        "In 1790 the tax fell by half (Reed 1859, 4). It fell far, as some of them tell us.\n"
    )
    link(citekit, "Bream denies all of this, they say.")
    link(citekit, "(Reed 1859, 4)")
    edit(path, (old, new))
    ran = citekit("anchor")
    assert (ran.code, "not sure" in ran.out) == (0, False), ran.out


def test_a_low_score_is_explained(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    told = "Of this there was no doubt at all: the ferrymen never went on strike."
    path.write_text(f"A beginning of it.\n\n{told}\n\nAn end of it all, with more.\n")
    link(citekit, "the ferrymen never went on strike.")
    edit(path, (told, f"{told}\n\n{told}"))
    assert "(the same words stand at line 3)" in citekit("anchor", "-n").out


def test_a_first_word_of_the_passage_itself_may_be_a_name_nobody_knows(
    empty: Path, citekit: Run
) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text("Of ropes.\n\nReed calls this a quiet trade. So says the other.\n")
    link(citekit, "Reed calls this a quiet trade.")
    edit(path, ("Reed", "Weed"))
    assert "names or negations: Reed, Weed" in citekit("anchor", "-n").out


def test_a_cue_that_is_another_one_now_is_asked_about(one: Path, citekit: Run) -> None:
    link(citekit, "peace is kept by fear of what comes after", "--cue", "A colleague held")
    edit(one, ("Much of the rest", "Much"))
    assert citekit("anchor").code == 0  # the words stand elsewhere, the cue before them
    edit(one, ("A colleague held", "A colleague denied"))
    ran = citekit("anchor")
    assert ran.code == 1
    assert "not told by “A colleague held” any more" in ran.out
    with library.Project.open(one.parents[1]) as project:
        repair(project, ask=lambda each: Answer.ACCEPT)
    assert not any(record.get("citekit:cue") for record in stored(one.parents[1]))


PARAGRAPHS = (
    "The ferry left at noon, and Quill wrote that the harbour looked like a hand.\n\n",
    "The mill was sold in March to a man who, said Ferris, had never seen flour in a sack.\n\n",
    "The chapel stands on the hill, and Lowe called it the only honest roof in the county.\n\n",
    "The school shut its doors in June, and Pike told the paper that the bell would ring.\n\n",
)
SAID = (
    "the harbour looked like a hand",
    "had never seen flour in a sack",
    "the only honest roof in the county",
    "the bell would ring",
)


@pytest.fixture
def four(empty: Path, citekit: Run) -> Path:
    """A text of four paragraphs with a passage in each."""
    (empty / "texts" / "one.txt").write_text("".join(PARAGRAPHS), encoding="utf-8")
    for quote in SAID:
        link(citekit, quote)
    return empty


def test_a_paragraph_that_went_to_another_document_is_offered_there(
    four: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, *rest = PARAGRAPHS
    (four / "texts" / "one.txt").write_text("".join((one, *rest)), encoding="utf-8")
    other = "A note on something else entirely, written on a wet Sunday.\n\n"
    (four / "texts" / "other.txt").write_text(other + two, encoding="utf-8")
    ran = citekit("anchor", "--accept-above", "0")
    assert ran.code == 1
    assert re.search(r"other\.txt:3:\d+  not sure: orphaned, but the same words stand", ran.out)
    assert "(they stand in no other document; what stood" in " ".join(ran.out.split())
    typing(monkeypatch, lambda: "a")
    assert citekit("anchor").code == 0
    (view,) = citekit("passages", "--json", "--document", "other.txt").json
    assert (view["exact"], view["anchor"]) == (SAID[1], "exact")
    (four / "texts" / "third.txt").write_text(one, encoding="utf-8")
    assert citekit("anchor").code == 0


def test_words_that_stand_in_two_other_documents_are_offered_in_none(
    four: Path, citekit: Run
) -> None:
    one, two, *rest = PARAGRAPHS
    (four / "texts" / "one.txt").write_text("".join((one, *rest)), encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (four / "texts" / name).write_text(two, encoding="utf-8")
    ran = citekit("anchor")
    assert "1 orphaned" in ran.err
    assert "not sure" not in ran.out


def test_of_a_document_that_was_split_each_passage_goes_where_it_stands(
    four: Path, citekit: Run
) -> None:
    texts = four / "texts"
    (texts / "one.txt").unlink()
    (texts / "a.txt").write_text("".join(PARAGRAPHS[:2]), encoding="utf-8")
    (texts / "b.txt").write_text("".join(PARAGRAPHS[2:]), encoding="utf-8")
    ran = citekit("anchor", "--moved", "texts/one.txt", "texts/a.txt")
    assert "`citekit anchor --moved texts/one.txt texts/b.txt`" in " ".join(ran.out.split())
    assert ran.code == 1
    assert citekit("anchor", "--moved", "texts/one.txt", "texts/b.txt").code == 0
    places = [
        [view["exact"] for view in citekit("passages", "--json", "--document", name).json]
        for name in ("a.txt", "b.txt")
    ]
    assert places == [[*SAID[:2]], [*SAID[2:]]]
    assert citekit("check", "--only", "anchors").code == 0


CHAPTER = """\\chapter{One}

Weed says ``the river never sleeps at night in June''.\\footnote{Weed, \\emph{Rivers}, 12.} Reed
says in his long answer ``a sieve is selective and attends to nothing''.%
\\footnote{Reed, \\emph{Sieves}, 90.}

Later on Reed holds ``that every ferry is a debt''.\\footnote{Reed, \\emph{Sieves}, 180.}
"""
NOTED = [
    "the river never sleeps at night in June",
    "Weed, Rivers, 12",
    "a sieve is selective and attends to nothing",
    "Reed, Sieves, 90",
    "that every ferry is a debt",
    "Reed, Sieves, 180",
]


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("Weed says", "All know him.\\footnote{Or so.} Weed says", ["[^2]", "[^3]", "[^4]"]),
        ("Later on", "It rained.\\footnote{As ever.} Later on", ["[^1]", "[^2]", "[^4]"]),
        ("\\footnote{Weed, \\emph{Rivers}, 12.}", "", ["[^1]", "[^2]"]),
    ],
)
def test_notes_that_have_other_numbers_are_the_same(
    empty: Path, citekit: Run, old: str, new: str, marks: list[str]
) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*.tex"]\n', encoding="utf-8")
    path = empty / "texts" / "one.tex"
    path.write_text(CHAPTER, encoding="utf-8")
    for said in NOTED:
        assert citekit("link", str(path), "--quote", said, "--speaker", "Reed").code == 0
    assert (
        citekit("add", "book", "--key", "k", "author=Reed", "title=Sieves", "date=1900").code == 0
    )
    for number in (1, 2, 3):
        mark = ("--quote", f"[^{number}]", "--occurrence", "1")
        assert citekit("link", str(path), "k", "--kind", "citation", *mark).code == 0
    edit(path, (old, new))
    gone = 0 if new else 2
    ran = citekit("anchor")
    assert f"0 not sure, {gone} orphaned" in ran.err, ran.out
    found = citekit("passages", "--json", "--status", "exact").json
    assert [view["exact"] for view in found if view["exact"].startswith("[^")] == marks
    assert len(found) == len(NOTED) + 3 - gone


def test_a_number_that_is_no_mark_of_a_note_is_another_one(empty: Path, citekit: Run) -> None:
    path = empty / "texts" / "one.txt"
    path.write_text("So it is.\n\nThe letters [1859] say so of all of the ferries.\n")
    link(citekit, "say so of all of the ferries")
    edit(path, ("[1859]", "[1863]"))
    assert "other numbers, names or negations: 1859, 1863" in citekit("anchor", "-n").out


def test_the_passages_of_a_document_that_is_gone_are_removed_at_once(
    one: Path, citekit: Run
) -> None:
    project, name = one.parents[1], one.relative_to(one.parents[1]).as_posix()
    ran = citekit("unlink", name)
    assert ran.code == 2  # it is there: which words?
    assert len(stored(project)) == 4
    text = one.read_bytes()
    one.unlink()
    [told] = [line for line in citekit("check").out.splitlines() if "missing-document" in line]
    assert f"4 passages point to {name}, which is not there" in told
    assert f"`citekit unlink {name}`" in told
    assert f"citekit unlink {name}" in " ".join(citekit("anchor").out.split())
    assert "would have removed 4 passages" in citekit("unlink", "--dry-run", name).err
    moved = one.with_name("moved.txt")
    moved.write_bytes(text)
    ran = citekit("unlink", name)
    assert ran.code == 2
    assert "moved.txt now" in ran.err
    moved.unlink()
    assert "removed 4 passages" in citekit("unlink", name).err
    assert stored(project) == []
    assert "missing-document" not in citekit("check").out
    assert citekit("unlink", name).code == 2
