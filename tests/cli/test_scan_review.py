"""``scan`` and ``review`` on the command line, on a terminal too."""

from __future__ import annotations

import io
import os
import select
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from citekit.cli import main
from citekit.find import scan as finding
from citekit.library import Project
from tests.cli.conftest import Run
from tests.library.conftest import ONE, TWO, project  # noqa: F401  (a fixture)

pytestmark = pytest.mark.usefixtures("project")


def open_count() -> int:
    return len(Project.open().state().suggestions.passages)


def test_scan_says_what_it_found(citekit: Run) -> None:
    ran = citekit("scan")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "2 documents, 8 findings: 8 new"
    assert "quotation" in ran.out
    assert "smith1999      1  Smith 1999, Engines" in ran.out
    assert "1 work that is not in the catalogue, in 2 references" in ran.out
    assert "citekit review" in ran.err
    assert citekit("scan").out.startswith("2 documents, 8 findings: 8 open")


def test_a_scan_without_documents_says_so(citekit: Run, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    folder = ("--project", str(tmp_path / "bare"))
    citekit(*folder, "init")
    ran = citekit(*folder, "scan")
    assert (ran.code, ran.out) == (1, "0 documents, 0 findings\n")
    assert "no file is a document: `documents` in citekit.toml ('**/*.txt'" in ran.err


def test_scan_tells_what_it_could_not_read_of_the_catalogue(citekit: Run) -> None:
    with Path("refs/works.bib").open("a", encoding="utf-8") as file:
        file.write("\n@book{broken, title = {A {B}, year = {1990}\n")
    ran = citekit("scan")
    assert ran.code == 1
    assert "[broken]: error: @book cannot be read" in ran.err


def test_scan_prints_json_alone(citekit: Run) -> None:
    rows = citekit("scan", "one.txt", "--json", "--dry-run", "--kind", "quotation").json
    assert [row["exact"] for row in rows] == [
        "“The engine runs”",
        "“quiet engine”",
        "“quiet engine”",
    ]
    assert open_count() == 0
    needed = "document start end exact kind work person speaker cue quoted locator score method"
    for name in [*needed.split(), "reasons"]:
        assert name in rows[0]


def test_scan_exit_codes(citekit: Run) -> None:
    assert citekit("scan", "--kind", "guess").code == 2
    assert citekit("scan", "three.txt").code == 2
    Path("texts/two.txt").write_bytes("„Übung“".encode() + b"\xff")
    ran = citekit("scan")
    assert ran.code == 1
    assert "not UTF-8" in ran.err
    assert "1 document, 6 findings" in ran.out


def test_review_lists_what_waits(citekit: Run) -> None:
    assert citekit("review", "--json").json == []
    assert citekit("review").err == "nothing waits for review\n"
    citekit("scan")
    rows = citekit("review", "--json", "--kind", "reference").json
    assert [row["proposal"]["title"] for row in rows] == ["Other Engines"] * 2
    out = citekit("review", "--dry-run").out
    for words in ("[8/8]", "⟦“The engine runs”⟧", "because: author and year", "@book{jones2001,"):
        assert words in out
    assert open_count() == 8


def test_a_reason_without_words_is_not_printed(citekit: Run) -> None:
    citekit("scan")
    suggestions = Path("refs/suggestions.jsonl")
    text = suggestions.read_text(encoding="utf-8").replace('"author and year', '"“”", "by year')
    suggestions.write_text(text, encoding="utf-8")
    out = citekit("review", "--dry-run").out
    assert "because: by year" in out
    assert "“”" not in out


def test_review_by_id(citekit: Run) -> None:
    rows = citekit("scan", "--json").json
    ids = {row["exact"]: row["id"] for row in rows}
    ran = citekit(
        "review",
        "--accept",
        ids["(Smith 1999, 12)"].removeprefix("urn:citekit:"),
        "--reject",
        ids["Carol Brown"],
        "--always-reject",
        ids["“quiet engine”"],
        "--json",
    )
    assert [view["work"] for view in ran.json["accepted"]] == ["smith1999"]
    assert len(ran.json["rejected"]) == 2
    assert "refs/rejections.jsonl" in ran.json["files"]
    assert open_count() == 3
    assert citekit("review", "--accept", "0").code == 2
    assert citekit("review", "--accept", "0", "--accept-above", "0.9").code == 2
    assert citekit("review", "--accept", "0", "--kind", "echo").code == 2


def test_accept_above(citekit: Run) -> None:
    citekit("scan")
    ran = citekit("review", "--accept-above", "0.9", "--dry-run")
    assert ran.err.startswith("would have accepted 4, rejected 0, added jones2001")
    assert open_count() == 8
    assert citekit("review", "--accept-above", "0.9").err.startswith("accepted 4")
    assert (open_count(), len(citekit("cites", "jones2001", "--json").json)) == (4, 2)
    assert citekit("check", "--only", "anchors", "--only", "linked-keys").code == 0


def test_check_counts_open_suggestions(citekit: Run) -> None:
    citekit("scan")
    ran = citekit("check", "--only", "open-suggestions")
    assert ran.code == 0
    assert "8 suggestions wait for review" in ran.out


@pytest.fixture
def typed(citekit: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Runs a review with these lines on standard input; returns what is printed."""

    def run(lines: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        ran = citekit("review")
        assert ran.code == 0
        return ran.out + ran.err

    return run


def test_a_review_by_lines(citekit: Run, typed: Callable[[str], str]) -> None:
    citekit("scan")
    out = typed("a\nr\nq\n")
    assert "accepted 1, rejected 1; 6 wait" in out
    # the next review goes on where this one ended
    assert "[1/6] texts/one.txt:1:68" in typed("")
    out = typed("w nobody99\nw smith1999\nk mention\na\na\nw smith1999\nk mention\na\n")
    assert "no work has the key 'nobody99'" in out
    assert "added jones2001 to the catalogue" in out
    views = citekit("cites", "smith1999", "--json").json
    assert [(view["kind"], view["exact"]) for view in views] == [
        ("mention", "(Smith 1999, 12)"),
        ("mention", "Carol Brown"),
    ]


def test_a_review_can_go_back(citekit: Run, typed: Callable[[str], str]) -> None:
    citekit("scan")
    out = typed("b\na\nb\nr\nx\nb\nb\nn\n?\ns Eve Smith\ne The engine\nq\n")
    assert "this is the first" in out
    assert "3 other suggestions with these words are closed" not in out
    assert "2 other suggestions with these words are closed" in out
    assert "correct the speaker" in out
    assert open_count() == 8
    assert citekit("passages", "--json").json == []


def test_the_last_decision_can_be_undone(citekit: Run, typed: Callable[[str], str]) -> None:
    citekit("scan")
    out = typed("r\n" * 8 + "b\na\nq\n")
    assert "that was the last: [b]ack" in out
    assert "accepted 1, rejected 7; 0 wait" in out


def test_all_that_is_left_of_a_document_is_accepted_at_once(
    citekit: Run, typed: Callable[[str], str]
) -> None:
    citekit("scan")
    path = Path("texts/one.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The engine runs", "The engine now runs"), encoding="utf-8")
    out = typed("n\nr\nd\nn\nd\ny\nq\n")
    assert out.count("accept 4 suggestions of texts/one.txt, y or n") == 2
    assert "accepted 4 suggestions\n" in out
    assert "added jones2001 to the catalogue" in out
    assert "accepted 4, rejected 1; 3 wait" in out
    accepted = citekit("passages", "--json").json
    assert {each["document"] for each in accepted} == {"texts/one.txt"}
    out = typed("d\nq\n")
    assert "none of these can be accepted as it is" in out
    assert open_count() == 3


def test_what_was_accepted_at_once_is_taken_back_at_once(
    citekit: Run, typed: Callable[[str], str]
) -> None:
    citekit("scan")
    works = len(citekit("list", "--json").json)
    out = typed("n\ns Eve Smith\nd y\nn\nb\nb\nq\n")
    assert "accepted 5 suggestions" in out
    assert "accepted 0, rejected 0; 8 wait" in out
    assert out.rindex("[2/8]") > out.index("accepted 5 suggestions")
    assert open_count() == 8
    assert citekit("passages", "--json").json == []
    assert len(citekit("list", "--json").json) == works


def test_rejections_by_id(citekit: Run, typed: Callable[[str], str]) -> None:
    citekit("scan")
    assert "nothing was rejected" in citekit("review", "--rejected").err
    typed("r\nx\nq\n")
    out = citekit("review", "--rejected").out
    assert "texts/one.txt:1:1" in out
    assert "⟦“The engine runs”⟧" in out
    assert out.count("always") == 1
    ids = [row["id"] for row in citekit("review", "--rejected", "--json").json]
    ran = citekit("review", "--reopen", ids[0], "--reopen", ids[1].removeprefix("urn:citekit:"))
    assert "reopened 2; `citekit scan` suggests again" in ran.err
    assert citekit("review", "--reopen", ids[0]).code == 2
    assert citekit("review", "--rejected", "--accept", ids[0]).code == 2
    assert citekit("review", "--reopen", ids[0], "--kind", "quotation").code == 2


def test_changed_words_are_shown(citekit: Run) -> None:
    citekit("scan")
    path = Path("texts/one.txt")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The engine runs", "The engine ran"), encoding="utf-8")
    out = " ".join(citekit("review", "--dry-run").out.split())
    assert "changed since it was found: “The engine [-runs”-] {+ran”+}" in out
    assert (
        "1 left open, as their words have changed" in citekit("review", "--accept-above", "0").err
    )
    assert open_count() == 1


def test_ends_without_input(citekit: Run, typed: Callable[[str], str]) -> None:
    citekit("scan")
    assert "accepted 0, rejected 0; 8 wait" in typed("")


pty = pytest.importorskip("pty", reason="pseudo-terminals are there on POSIX systems only")


def on_terminal(keys: list[tuple[str, str]], environ: dict[str, str]) -> tuple[str, int]:
    """What a review on a terminal prints, and its exit code; each key is pressed when
    the words before it have been printed."""
    child, terminal = pty.fork()
    if child == 0:
        code = 70
        try:
            os.environ.update(environ)
            sys.stdin, sys.stdout, sys.stderr = (
                open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
                for number, mode in enumerate(("r", "w", "w"))
            )
            code = main.run(["review"])
        finally:
            os._exit(code)
    printed, seen, last = "", 0, b""
    while True:
        if not select.select([terminal], [], [], 1.0)[0]:
            # a key pressed before the terminal was told to give single keys is lost
            os.write(terminal, last)
            continue
        try:
            data = os.read(terminal, 4096)
        except OSError:  # so Linux says that the other end is closed
            break
        if not data:
            break
        printed += data.decode("utf-8", "replace")
        if keys and keys[0][0] in printed[seen:]:
            words, key = keys.pop(0)
            seen = printed.index(words, seen) + len(words)
            last = key.encode()
            os.write(terminal, last)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return printed, os.waitstatus_to_exitcode(status)


PROMPT = "[q]uit ? "


def test_single_keys_on_a_terminal(citekit: Run) -> None:
    citekit("scan")
    keys = [(PROMPT, "a"), (PROMPT, "s"), ("speaker, - for none: ", "Eve Jones\r")]
    keys += [(PROMPT, "a"), (PROMPT, "q")]
    printed, code = on_terminal(keys, {"TERM": "xterm", "NO_COLOR": ""})
    assert code == 0
    assert "accepted 2, rejected 0; 6 wait" in printed
    assert "\x1b[1m" in printed
    views = citekit("passages", "--json").json
    assert [view["speaker"] for view in views] == ["Ada Smith", "Eve Jones"]


def test_an_interruption_loses_nothing(citekit: Run) -> None:
    citekit("scan")
    printed, code = on_terminal([(PROMPT, "r"), (PROMPT, "\x03")], {"NO_COLOR": "1"})
    assert code == main.EXIT_INTERRUPTED
    assert "accepted 0, rejected 1; 7 wait" in printed
    assert "\x1b[1m" not in printed
    assert open_count() == 7


def test_lines_on_a_dumb_terminal(citekit: Run) -> None:
    citekit("scan")
    printed, code = on_terminal([(PROMPT, "a\r"), (PROMPT, "q\r")], {"TERM": "dumb"})
    assert code == 0
    assert "accepted 1, rejected 0; 7 wait" in printed


def test_patterns_that_find_no_document_drop_no_suggestion(citekit: Run) -> None:
    citekit("scan")
    settings = Path("citekit.toml")
    right = settings.read_text(encoding="utf-8")
    settings.write_text(right.replace("texts/*.txt", "text/*.txt"), encoding="utf-8")
    before = Path("refs/suggestions.jsonl").read_bytes()
    ran = citekit("scan")
    assert ran.code == 1
    assert ran.out.startswith("0 documents, 0 findings\n")
    assert "finds no file" in ran.err
    assert Path("refs/suggestions.jsonl").read_bytes() == before
    settings.write_text(right, encoding="utf-8")
    assert citekit("scan").out.startswith("2 documents, 8 findings: 8 open")
    Path("texts/two.txt").unlink()
    assert "of earlier scans no longer found" in citekit("scan").out


def test_a_link_to_a_document_is_not_scanned_beside_it(empty: Path, citekit: Run) -> None:
    citekit("scan")
    before = citekit("scan", "--json").json
    (empty / "texts/a-link.txt").symlink_to("one.txt")
    assert citekit("scan", "--json").json == before
    assert citekit("scan", "texts/a-link.txt", "--json").json == before
    citekit(
        "add",
        "misc",
        "author=Smith, Ada",
        "title=Engines",
        "date=1999",
        "--key",
        "e",
        "file=texts/a-link.txt",
    )
    assert citekit("scan", "--json").json[0]["document_key"] == "e"
    assert citekit("check", "--only", "missing-file").code == 0


def test_an_interruption_is_told_and_the_next_scan_goes_on(
    citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, read = finding.scan, list[str]()

    def scan(text: str, *rest: Any, **more: Any) -> Any:
        read.append(text)
        if len(read) == 2:
            raise KeyboardInterrupt
        return real(text, *rest, **more)

    monkeypatch.setattr(finding, "scan", scan)
    ran = citekit("scan")
    assert ran.code == 130
    assert "the next `citekit scan` goes on" in ran.err
    assert "citekit: interrupted" in ran.err
    assert citekit("scan").out.startswith("2 documents, 8 findings: 8 new")
    assert read == [ONE, TWO, TWO]


def test_of_many_works_that_are_added_the_first_are_named(citekit: Run) -> None:
    text = "".join(
        f"See Jones, Ben {year}. Engines of {year}. London: Steam Press. So.\n"
        for year in range(1950, 1975)
    )
    Path("texts/two.txt").write_text(text, encoding="utf-8")
    citekit("scan")
    ran = citekit("review", "--document", "two.txt", "--accept-above", "0.5")
    assert "accepted 25, rejected 0, added jones1950, jones1951, " in ran.err
    assert "jones1969 and 5 others (" in ran.err
