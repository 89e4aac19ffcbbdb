"""``check``: which checks and problems can be chosen, and circles of references."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from citekit.check import CHECKS
from citekit.library.audit import CODES
from tests.cli.conftest import Run
from tests.test_layers import MODULES

#: What tells the problems that ``check`` prints.
_TELLING = (
    *("check", "verify.report", "library.state"),
    *("store.annotations", "store.atomic", "store.catalogue"),
    *("formats.bibcircles", "formats.bibmodel", "formats.bibread", "formats.bibsplit"),
    "formats.bibtokens",
)


def told(path: Path) -> set[str]:
    """The codes of the problems that a module makes."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            called = name.id if isinstance(name, ast.Name) else name
            at = {"warning": 0, "error": 0, "_warn": 0, "_problem": 0, "Problem": 1}.get(
                str(called), -1
            )
            if 0 <= at < len(node.args) and isinstance(node.args[at], ast.Constant):
                found.add(node.args[at].value)
    return found


def test_every_code_that_is_printed_can_be_asked_for() -> None:
    codes = [code for codes in CODES.values() for code in codes]
    assert set(codes) == {code for name in _TELLING for code in told(MODULES[name])}
    assert len(codes) == len(set(codes))
    assert list(CODES) == list(CHECKS)


def test_codes_and_checks_are_taken(empty: Path, citekit: Run) -> None:
    bib = "@book{a, title = {T}, tittle = {T}}\n"
    (empty / "refs/works.bib").write_text(bib, encoding="utf-8")
    asked = citekit("check", "--only", "unrecorded-document")
    assert asked.code == 1
    assert asked.out.count("\n") == asked.out.count("[unrecorded-document]") == 2
    both = citekit("check", "--only", "missing-field", "--only", "data-model").out
    assert citekit("check", "--only", "missing-field, data-model").out == both
    assert both.count("[missing-field]") == 2
    assert both.count("[misspelt-field]") == 1
    assert both.count("\n") == 3
    rest = citekit("check", "--ignore", "missing-field", "--ignore", "documents").out
    assert "missing-field" not in rest
    assert "unrecorded-document" not in rest
    assert "misspelt-field" in rest
    settings = empty / "citekit.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'{text}\n[check]\nignore = ["missing-field"]\n', encoding="utf-8")
    assert "missing-field" not in citekit("check").out


def test_an_unknown_code_is_refused_with_the_near_ones(empty: Path, citekit: Run) -> None:
    ran = citekit("check", "--only", "unrecorded-documnt")
    assert ran.code == 2
    assert "did you mean unrecorded-document" in ran.err
    assert "required-fields" in citekit("check", "--ignore", "xyz").err


@pytest.mark.parametrize("ignored", ["documents", "unrecorded-document"])
def test_a_check_of_nothing_is_refused(empty: Path, citekit: Run, ignored: str) -> None:
    ran = citekit("check", "--only", "unrecorded-document", "--ignore", ignored)
    assert ran.code == 2
    assert "--ignore leaves out all that --only names" in ran.err
    assert citekit("check", "--only", "documents", "--ignore", "missing-file").code == 1


@pytest.mark.parametrize(
    ("bib", "told"),
    [
        (
            "@xdata{x, xdata = {y}}\n@xdata{y, xdata = {z}}\n@xdata{z, xdata = {X}}\n",
            ":1 [x]: warning: 'x' takes its data from itself, by way of y, z",
        ),
        (
            "@book{a, xdata = {x}}\n@xdata{x, xdata = {x}}\n",
            ":2 [x]: warning: 'x' takes its data from itself (",
        ),
        ("@book{a, xref = {a}}\n", ":1 [a]: warning: 'a' stands in itself (correct the field xref"),
        (
            "@book{a, related = {b, a}}\n@book{b, related = {a}}\n",
            ":1 [a]: warning: 'a' is related to itself (",
        ),
        (
            "@book{c, xref = {a}}\n@book{a, xref = {b}}\n@book{b, xref = {a}}\n",
            ":2 [a]: warning: 'a' stands in itself, by way of b",
        ),
        ("@set{s, entryset = {t, s}}\n@book{t}\n", ":1 [s]: warning: 's' is a member of itself"),
    ],
)
def test_circles_are_told_once(empty: Path, citekit: Run, bib: str, told: str) -> None:
    (empty / "refs/works.bib").write_text(bib, encoding="utf-8")
    ran = citekit("check", "--only", "circular-xdata", "--only", "circular-reference")
    assert ran.out.startswith(f"refs/works.bib{told}")
    assert ran.out.count("\n") == 1
    assert citekit("bib", "--style", "bst:plain").code == 0
    assert citekit("export", "--to", "bibtex", "-").code == 0


def test_a_translation_and_its_original_may_name_each_other(empty: Path, citekit: Run) -> None:
    bib = "@book{a, related = {b}}\n@book{b, related = {a}}\n@book{c, xref = {a}}\n"
    (empty / "refs/works.bib").write_text(bib, encoding="utf-8")
    assert citekit("check", "--only", "circular-reference").code == 0


def test_many_findings_end_with_the_number_of_each_code(empty: Path, citekit: Run) -> None:
    entries = "\n".join(f"@book{{k{n}, author = {{Lee, A}}, date = 1999}}" for n in range(21))
    (empty / "refs" / "works.bib").write_text(entries + "\n", encoding="utf-8")
    ran = citekit("check", "--only", "missing-field")
    assert ran.code == 1
    assert ran.err.strip().splitlines()[-1].endswith(" missing-field")


def test_reviews_that_contradict_each_other_are_told(empty: Path, citekit: Run) -> None:
    refs = empty / "refs"
    citekit("add", "book", "author=Smith, Ada", "title=Engines", "date=1999", "--key", "smith1999")
    citekit("scan")
    found = next(each for each in citekit("review", "--json").json if each["kind"] == "citation")
    waiting = (refs / "suggestions.jsonl").read_text(encoding="utf-8")
    assert citekit("review", "--reject", found["id"]).code == 0
    rejected = (refs / "rejections.jsonl").read_text(encoding="utf-8")
    (refs / "rejections.jsonl").write_text("", encoding="utf-8")
    (refs / "suggestions.jsonl").write_text(waiting, encoding="utf-8")
    assert citekit("review", "--accept", found["id"]).code == 0
    assert citekit("check", "--only", "decisions").code == 0
    (refs / "rejections.jsonl").write_text(rejected, encoding="utf-8")
    told = citekit("check", "--only", "decisions")
    assert told.code == 1
    assert "accepted as a citation of smith1999, and rejected" in told.out
    words = ("one.txt", "smith1999", "--kind", "citation", "--quote", found["exact"])
    assert citekit("link", *words).code == 0  # a new decision
    assert citekit("check", "--only", "decisions").out == ""

    quoted = ("--kind", "quotation", "--quote", "quiet engine", "--occurrence", "2")
    lines = []
    for said in (["smith1999", "--speaker", "Ada Smith"], ["--speaker", "Ann Reed"]):
        assert citekit("link", "one.txt", *said, *quoted).code == 0
        lines += (refs / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    (refs / "passages.jsonl").write_text("\n".join(dict.fromkeys(lines)) + "\n", encoding="utf-8")
    told = citekit("check", "--only", "twofold-passage")
    assert told.out.count("twofold-passage") == 1
    assert "a quotation of smith1999 by Ada Smith" in told.out
    assert "a quotation by Ann Reed" in told.out


def test_attachments_of_other_programs_are_no_lost_documents(empty: Path, citekit: Run) -> None:
    (empty / "kept").mkdir()
    (empty / "kept/page.html").write_text("<p>Kept.</p>", encoding="utf-8")
    files = [
        "/home/ann/Zotero/storage/AB12/page.html",
        "/home/ann/Zotero/storage/AB12/Smith - 1999.pdf;/home/ann/Zotero/storage/AB13/page.html",
        "Snapshot:files/12/page.html:text/html",
        r"C\:\\Users\\ann\\page.html;C:/Users/ann/page.html",
        "kept/page.html",
        "texts/lost.txt",
        "a.pdf; ../texts/gone.md",
    ]
    entries = (f"@misc{{w{n}, title = {{T}}, file = {{{file}}}}}\n" for n, file in enumerate(files))
    (empty / "refs/works.bib").write_text("".join(entries), encoding="utf-8")
    told = citekit("check", "--only", "missing-file").out
    assert [line.split("[")[1][:2] for line in told.splitlines()] == ["w5", "w6"]
    assert "the file texts/lost.txt is not there" in told
    assert "the file ../texts/gone.md is not there" in told
    # a work with an attachment is to be cited as any other
    uncited = citekit("check", "--only", "uncited-works").out
    assert [line.split("[")[1][:2] for line in uncited.splitlines()] == [
        "w0",
        "w1",
        "w2",
        "w3",
        "w4",
    ]
