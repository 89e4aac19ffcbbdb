"""Bad input: one clear message, the right exit code, nothing lost."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BROKEN_BIB = """\
% first
@book{good1, author = {Good, Ann}, title = {One}, date = {2001}}

@book{dup, author = {Good, Ann}, title = {Two}, date = {2002}}
@book{dup, author = {Good, Ann}, title = {Three}, date = {2003}}

@book{comma, author = {Good, Ann} title = {Four}, date = {2004}}

@book{unbalanced, author = {Bad, title = {Five}, date = {2005}

@book{good2, author = {Good, Ben}, title = {Six}, date = {2006}}
"""


def broken(empty: Path) -> Path:
    path = empty / "refs" / "works.bib"
    path.write_text(BROKEN_BIB, encoding="utf-8")
    return path


def test_a_broken_bib_file_is_reported_with_lines(empty: Path, citekit: Run) -> None:
    broken(empty)
    ran = citekit("check", "--only", "reading", "--only", "duplicate-keys", "--json")
    assert ran.code == 1
    lines = {problem["line"] for problem in ran.json}
    assert {5, 7, 9} <= lines
    assert all(problem["file"] == "refs/works.bib" for problem in ran.json)
    keys = [record["key"] for record in citekit("list", "--json").json]
    assert "good1" in keys
    assert "good2" in keys
    assert "comma" in keys


def test_an_edit_leaves_broken_blocks_as_they_are(empty: Path, citekit: Run) -> None:
    path = broken(empty)
    assert citekit("edit", "good2", "title=Seven").code == 0
    assert path.read_text(encoding="utf-8") == BROKEN_BIB.replace("Six", "Seven")


def test_a_bib_file_with_stray_bytes(empty: Path, citekit: Run) -> None:
    """Most of it is UTF-8: another encoding would spoil what is right."""
    text = "@book{a,\n title = {café über}, note = {!}}\n".encode()
    (empty / "refs" / "works.bib").write_bytes(text.replace(b"!", b"\xe9"))
    ran = citekit("list")
    assert ran.code == 3
    assert "works.bib:2" in ran.err
    assert "UTF-8" in ran.err


@pytest.mark.parametrize(
    "encoding",
    ["iso-8859-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_a_bib_file_keeps_its_encoding(empty: Path, citekit: Run, encoding: str) -> None:
    path = empty / "refs" / "works.bib"
    text = "@book{a,\r\n  title = {Café},\r\n  note = {über},\r\n}\r\n"
    path.write_bytes(text.encode(encoding))
    assert "Café" in citekit("list").out
    assert citekit("edit", "a", "title=Thé").code == 0
    assert path.read_bytes() == text.replace("Café", "Thé").encode(encoding)


def test_a_character_that_the_encoding_lacks(empty: Path, citekit: Run) -> None:
    path = empty / "refs" / "works.bib"
    before = "@book{a,\n  title = {Café},\n}\n".encode("iso-8859-1")
    path.write_bytes(before)
    ran = citekit("edit", "a", "title=Łódź")
    assert ran.code == 3
    assert "iso-8859-1" in ran.err
    assert "U+0141" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "utf-16-be", "cp1252"])
def test_a_file_in_another_encoding_is_imported(
    empty: Path, tmp_path: Path, citekit: Run, encoding: str
) -> None:
    other = tmp_path / "other.bib"
    other.write_bytes("@book{b,\r  title = {Öl},\r}\r".encode(encoding))
    assert citekit("import", str(other)).code == 0
    assert "title = {Öl}" in (empty / "refs" / "works.bib").read_text(encoding="utf-8")


def test_a_document_that_is_not_utf8_is_a_finding(empty: Path, citekit: Run) -> None:
    (empty / "texts" / "two.txt").write_bytes("süß, grün\ncaf".encode() + b"\xe9\n")
    ran = citekit("check", "--only", "reading", "--json")
    assert ran.code == 1
    assert [(p["file"], p["line"], p["code"]) for p in ran.json] == [
        ("texts/two.txt", 2, "unreadable-document")
    ]


@pytest.mark.parametrize("name", ["two.txt", "two.md", "two.html", "two.tex"])
def test_a_document_that_is_no_text_is_a_finding(empty: Path, citekit: Run, name: str) -> None:
    (empty / "citekit.toml").write_text('documents = ["texts/*"]\n', encoding="utf-8")
    path = empty / "texts" / name
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x80@D\xff")
    ran = citekit("check", "--only", "reading")
    assert ran.code == 1
    assert f"texts/{name}:3: error: this is no text" in ran.out
    for arguments in (["check", "--quotations", str(path)], ["parse", str(path)]):
        ran = citekit(*arguments)
        assert ran.code == 3
        assert "this is no text" in ran.err


def test_documents_that_are_not_named_are_counted(empty: Path, citekit: Run) -> None:
    assert citekit("works", "nope").err.strip().endswith("are texts/one.txt, texts/two.txt)")
    for number in range(10):
        (empty / "texts" / f"more{number}.txt").write_text("x", encoding="utf-8")
    assert citekit("works", "nope").err.strip().endswith("texts/more7.txt and 4 others)")


@pytest.mark.parametrize("command", [["check", "--only", "reading"], ["scan", "--dry-run"]])
def test_a_pattern_without_files_and_a_link_to_nothing_are_findings(
    empty: Path, citekit: Run, command: list[str]
) -> None:
    assert citekit(*command).code == 0
    (empty / "more").mkdir()
    (empty / "citekit.toml").write_text(
        'documents = ["texts/*.txt", "text/*.txt", "more", "!drafts/*"]\n', encoding="utf-8"
    )
    (empty / "texts" / "gone.txt").symlink_to(empty / "nowhere.txt")
    ran = citekit(*command)
    assert ran.code == 1
    lines = (ran.out + ran.err).splitlines()
    told = [line for line in lines if line.startswith(("citekit.toml: warning", "texts/gone.txt"))]
    assert "'text/*.txt' finds no file" in told[0]
    assert "name its files, such as more/*.txt" in told[1]
    assert "texts/gone.txt: error:" in told[2]
    assert len(told) == 3


def test_a_project_of_works_alone_needs_no_documents(
    tmp_path: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert citekit("init").code == 0
    assert citekit("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "nowhere.bib"], "nowhere.bib"),
        (["import", "texts"], "texts"),
        (["bib", "--style", "nowhere/style.csl"], "nowhere/style.csl"),
        (["bib", "--style", "nowhere.bst"], "nowhere.bst"),
    ],
)
def test_files_that_cannot_be_read(
    empty: Path, citekit: Run, arguments: list[str], words: str
) -> None:
    ran = citekit(*arguments)
    assert ran.code == 3
    assert words in ran.err
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["cites", "walz1959"], "waltz1959"),
        (["show", "nobody"], "nobody"),
        (["works", "nowhere.txt"], "nowhere.txt"),
        (["bib", "nobody"], "nobody"),
        (["cite", "nobody"], "nobody"),
        (["bib", "--style", "appa"], "apa"),
        (["bib", "--style", "bst:nothing"], "nothing"),
        (["bib", "--locale", "xx-XX"], "xx-XX"),
        (["bib", "--format", "papyrus"], "papyrus"),
        (["export", "--to", "papyrus", "-"], "papyrus"),
        (["export", "catalogue.xyz"], "--to"),
        (["import", "--from", "papyrus", "refs/works.bib"], "papyrus"),
        (["passages", "--kind", "rumour"], "rumour"),
        (["check", "--only", "luck"], "luck"),
        (["check", "--format", "papyrus"], "papyrus"),
        (["rm", "nobody", "--yes"], "nobody"),
        (["rm", "waltz1959"], "--yes"),
        (["key", "waltz1959", "jervis1976"], "jervis1976"),
        (["key", "waltz1959", "a b"], "a b"),
        (["edit", "waltz1959", "title"], "FIELD=VALUE"),
        (["edit", "waltz1959", "title={open"], "braces"),
        (["edit", "waltz1959"], "EDITOR"),
        (["add", "book", "title=X", "--key", "waltz1959"], "waltz1959"),
        (["add", "b k", "title=X"], "b k"),
        (["link", "002_152dff570e0223aa", "waltz1959"], "--quote"),
        (["link", "cohen", "waltz1959", "--quote", "no such words"], "no such words"),
        (["link", "001_14cf3669de14d582", "waltz1959", "--quote", "third image"], "--occurrence"),
        (
            ["link", "001_14cf3669de14d582", "waltz1959", "--quote", "third image",
             "--occurrence", "9"],
            "2 times",
        ),
        (["link", "001_14cf3669de14d582", "waltz1959", "--start", "5"], "--end"),
        (["link", "001_14cf3669de14d582", "waltz1959", "--start", "5", "--end", "99999"], "99999"),
        (["link", "001_14cf3669de14d582", "nobody", "--quote", "This is new."], "nobody"),
        (
            ["link", "001_14cf3669de14d582", "waltz1959", "--quote", "This is new.",
             "--kind", "rumour"],
            "rumour",
        ),
        (
            ["link", "001_14cf3669de14d582", "waltz1959", "--quote", "This is new.",
             "--relation", "loves"],
            "loves",
        ),
        (
            ["link", "001_14cf3669de14d582", "waltz1959", "--quote", "This is new.",
             "--field", "colour"],
            "colour",
        ),
        (["link", "001_14cf3669de14d582", "waltz1959", "--person", "Ann"], "--person"),
        (["link", "001_14cf3669de14d582", "--field", "title", "--quote", "x"], "KEY"),
        (["unlink", "001_14cf3669de14d582", "--quote", "This is new."], "exactly these words"),
        (["unlink", "--id", "urn:none"], "urn:none"),
        (["unlink"], "--id"),
        (["init"], "already"),
        (["cite", "waltz1959", "--narrative", "--author-only"], "choose one"),
        (["cite", "waltz1959", "--via", "nobody"], "nobody"),
        (["demo", "seeds"], "not empty"),
        (["export", "--to", "ris", "seeds/003_7997551d2143d8e6.txt"], "belongs to the project"),
        (["export", "refs/works.bib"], "belongs to the project"),
        (["export", "--to", "csljson", "citekit.toml"], "belongs to the project"),
        (["add", "book", "title=X", "--into", "seeds/x.txt"], "seeds/x.txt"),
        (["add", "book", "title=X", "--into", "../out.bib"], "../out.bib"),
        (["add", "book", "title=X", "--into", "refs/deep/x.bib"], "refs/deep/x.bib"),
        (["add", "string", "title=X", "--key", "k"], "@string"),
        (["edit", "waltz1959", "--type", "comment"], "@comment"),
        (["add", "misc", "--document", "cohen"], "has a record: cohen"),
        (["link", "cohen", "waltz1959", "--quote", "Source", "--kind", "evidence"], "--field"),
        (["link", "cohen", "--quote", "Source", "--kind", "citation"], "a work"),
        (["link", "cohen", "--quote", "Source", "--person", " "], "empty"),
        (["link", "cohen", "--quote", "Source", "--quoted", "nothing"], "does not stand"),
    ],
)  # fmt: skip
def test_wrong_requests(seeds: Path, citekit: Run, arguments: list[str], words: str,
                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    before = {path: path.read_bytes() for path in seeds.rglob("*.*") if ".citekit" not in str(path)}
    ran = citekit(*arguments)
    assert ran.code == 2, ran.err
    assert words in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert {
        path: path.read_bytes() for path in seeds.rglob("*.*") if ".citekit" not in str(path)
    } == before


def test_no_project(tmp_path: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = citekit("list")
    assert ran.code == 2
    assert "citekit init" in ran.err
    assert citekit("--project", "nowhere", "list").code == 2


def test_broken_settings(seeds: Path, citekit: Run) -> None:
    (seeds / "citekit.toml").write_text("style = \n", encoding="utf-8")
    ran = citekit("list")
    assert ran.code == 3
    assert "citekit.toml:1" in ran.err


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<style><unclosed></style>", 1),
        ("not XML at all", 1),
        ('<?xml version="1.0"?>\n<style xmlns="http://purl.org/net/xbiblio/csl"\n  version="1.0">'
         "<info/></style>", None),
    ],
)  # fmt: skip
def test_a_broken_style(seeds: Path, citekit: Run, text: str, line: int | None) -> None:
    (seeds / "broken.csl").write_text(text, encoding="utf-8")
    ran = citekit("bib", "--style", "broken.csl")
    assert ran.code == 3
    assert "broken.csl" in ran.err
    if line:
        assert f"broken.csl:{line}" in ran.err


def test_broken_annotation_lines_are_reported_and_kept(seeds: Path, citekit: Run) -> None:
    path = seeds / "refs" / "passages.jsonl"
    stray = path.read_text(encoding="utf-8").splitlines()[0].replace("seeds/000", "seeds/999")
    stray = stray.replace("urn:citekit:", "urn:citekit:9")
    path.write_text(
        path.read_text(encoding="utf-8") + "this is not JSON\n" + stray + "\n", encoding="utf-8"
    )
    ran = citekit("check", "--json")
    assert ran.code == 1
    codes = {problem["code"]: problem for problem in ran.json}
    assert codes["broken-passage"]["line"] == len(path.read_text("utf-8").splitlines()) - 1
    assert "seeds/999" in codes["missing-document"]["message"]
    assert citekit("link", "cohen", "waltz1959", "--quote", "Source").code == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "this is not JSON" in lines
    assert sum("seeds/999" in line for line in lines) == 1


def test_a_full_disk_leaves_everything_as_it_was(
    seeds: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in (seeds / "refs").iterdir()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    for arguments in (
        ["rm", "waltz1959", "--yes"],
        ["edit", "waltz1959", "title=X"],
        ["key", "waltz1959", "w"],
        ["link", "cohen", "waltz1959", "--quote", "Source"],
        ["export", "refs/out.ris"],
    ):
        ran = citekit(*arguments)
        assert ran.code == 3, arguments
        assert "No space left" in ran.err
        assert {path.name: path.read_bytes() for path in (seeds / "refs").iterdir()} == before


def test_a_read_only_folder(seeds: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: object, flags: int, *rest: object, **more: object) -> int:
        if flags & os.O_CREAT and "refs" in str(path):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, flags, *rest, **more)  # type: ignore[arg-type]

    before = (seeds / "refs" / "works.bib").read_bytes()
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr("builtins.open", _refusing(open))
    monkeypatch.setattr("io.open", _refusing(open))
    ran = citekit("edit", "waltz1959", "title=X")
    assert ran.code == 3
    assert "works.bib" in ran.err
    assert (seeds / "refs" / "works.bib").read_bytes() == before


def _refusing(real):  # type: ignore[no-untyped-def]
    def refuse(path, mode="r", *rest, **more):  # type: ignore[no-untyped-def]
        if set(mode) & set("wxa+") and "refs" in str(path):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, mode, *rest, **more)

    return refuse


def test_interrupted_in_the_middle_of_a_save(
    seeds: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in (seeds / "refs").iterdir()}
    real = os.fsync
    calls: list[int] = []

    def interrupt(number: int) -> None:
        calls.append(number)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(number)

    monkeypatch.setattr(os, "fsync", interrupt)
    ran = citekit("rm", "waltz1959", "--yes")
    monkeypatch.setattr(os, "fsync", real)
    assert ran.code == 130
    after = {path.name: path.read_bytes() for path in (seeds / "refs").iterdir()}
    if after != before:  # the save was finished instead: then wholly
        assert b"waltz1959" not in b"".join(after.values())
    assert citekit("check", "--only", "linked-keys").code == 0


def test_two_processes_at_once_lose_nothing(empty: Path, citekit: Run) -> None:
    command = "from citekit.cli.main import run; import sys; sys.exit(max(run(a) for a in {}))"
    works = [
        [["-q", "add", "book", f"title=T{one}{number}", "--key", f"k{one}{number}"]
         for number in range(6)]
        for one in range(2)
    ]  # fmt: skip
    running = [
        subprocess.Popen([sys.executable, "-c", command.format(json.dumps(each))], cwd=empty)
        for each in works
    ]
    assert [process.wait() for process in running] == [0, 0]
    keys = {record["key"] for record in citekit("list", "--json").json}
    assert keys == {f"k{one}{number}" for one in range(2) for number in range(6)}


@pytest.mark.parametrize(
    ("request_text", "code", "words"),
    [
        ("{not json", 3, "JSON"),
        ("[]", 3, "object"),
        ("{}", 3, "style"),
        ('{"style": "apa"}', 3, "items"),
        ('{"style": 7, "items": []}', 3, "style"),
        ('{"style": "appa", "items": []}', 2, "apa"),
        ('{"style": "apa", "items": [], "format": "papyrus"}', 2, "papyrus"),
        ('{"style": "apa", "items": [], "format": 3}', 3, "format"),
        ('{"style": "apa", "items": [], "locale": "xx-XX"}', 2, "xx-XX"),
        ('{"style": "<style>", "items": []}', 3, "style"),
        ("[" * 100_000, 3, ""),
        ("\udcff", 3, "UTF-8"),
    ],
)
def test_bad_batch_requests(
    tmp_path: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch,
    request_text: str, code: int, words: str,
) -> None:  # fmt: skip
    import io

    class Input:
        buffer = io.BytesIO(request_text.encode("utf-8", "surrogateescape"))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", Input)
    ran = citekit("process")
    assert ran.code == code, ran.err
    assert words in ran.err


@pytest.mark.parametrize(
    "line",
    [
        'documents = ["/tmp/*.txt"]',
        'documents = ["**.txt"]',
        'catalogue = ["C:/x/*.bib"]',
        'documents = [""]',
        'passages = "a\\u0000b"',
        '[check]\nignore = ["luck"]',
    ],
)
def test_settings_that_cannot_be(seeds: Path, citekit: Run, line: str) -> None:
    (seeds / "citekit.toml").write_text(line + "\n", encoding="utf-8")
    ran = citekit("check")
    assert ran.code == 3
    assert "citekit.toml" in ran.err


@pytest.mark.parametrize("pattern", ["/abs/*.txt", "", "a\x7f", "**.txt"])
def test_init_with_a_pattern_that_is_none(
    tmp_path: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert citekit("init", "--documents", pattern).code == 2
    assert not (tmp_path / "citekit.toml").exists()


def test_file_names_that_are_no_text_are_reported(empty: Path, citekit: Run) -> None:
    (empty / "texts" / "bad\udcff.txt").write_text("x", encoding="utf-8")
    (empty / "refs" / "bad\udcff.bib").write_text("@misc{a, title={T}}", encoding="utf-8")
    assert citekit("list").code == 0
    ran = citekit("check", "--only", "reading", "--json")
    assert [problem["code"] for problem in ran.json] == ["unusable-name"] * 2


def test_a_key_of_two_entries_is_not_edited_blindly(empty: Path, citekit: Run) -> None:
    one = empty / "refs" / "works.bib"
    one.write_text("@misc{a, title={One}}\n", encoding="utf-8")
    (empty / "refs" / "more.bib").write_text("@misc{a, title={Two}}\n", encoding="utf-8")
    for arguments in (["rm", "a", "--yes"], ["key", "a", "b"], ["edit", "a", "title=X"]):
        ran = citekit(*arguments)
        assert ran.code == 2
        assert "refs/more.bib:1" in ran.err
    assert one.read_text(encoding="utf-8") == "@misc{a, title={One}}\n"
    for arguments in (["show", "a"], ["show", "a", "--json"], ["show", "a", "--evidence"]):
        ran = citekit(*arguments)
        assert ran.code == 0
        assert ran.err == "refs/works.bib:1 has the key a as well, and is not shown\n"
        assert "Two" in ran.out


def test_edits_know_the_entries_of_every_file(empty: Path, citekit: Run) -> None:
    """Without reading all of them: their keys, those that citekit keeps in a field, and what
    of another file cannot be read."""
    one = empty / "refs" / "works.bib"
    text = (
        "@misc{a,\r\n  title = {One},\r\n}\r\n"
        "@misc{b, crossref = {x}}\r\n@xdata{x, title = {Data}}\r\n"
    )
    one.write_bytes(text.encode())
    other = "@misc{c, CSL-ID = {an odd/key}, title = {Odd}}\n@misc{d, title = {D\n@misc{e, n={1}}\n"
    (empty / "refs" / "more.bib").write_text(other, encoding="utf-8")
    ran = citekit("edit", "a", "note=@ home", "title=Two")
    assert ran.code == 0
    assert one.read_bytes().decode() == text.replace("One},", "Two},\r\n  note = {@ home},")
    assert "refs/more.bib" in ran.err
    ran = citekit("edit", "x", "title=X")  # no work
    assert (ran.code, "'x'" in ran.err) == (2, True)
    ran = citekit("edit", "c", "title=X")  # the work's key is another one
    assert (ran.code, "'c'" in ran.err) == (2, True)
    for key in ("a", "e"):
        ran = citekit("add", "misc", "title=X", "--key", key, "--into", "refs/new.bib")
        assert (ran.code, f"the key '{key}' is taken" in ran.err) == (2, True)
    assert citekit("add", "misc", "title=X", "--key", "x").code == 2  # in the same file
    ran = citekit("add", "misc", "title=X", "--key", "f", "--into", "refs/new.bib")
    assert ran.code == 0
    assert (empty / "refs" / "new.bib").read_text() == "@misc{f,\n  title = {X},\n}\n"
    assert (empty / "refs" / "more.bib").read_text(encoding="utf-8") == other


def shell(command: str, folder: Path, **environment: str) -> tuple[int, str]:
    """Exit code and standard error of a command line of the shell."""
    ended = subprocess.run(
        ["bash", "-c", command.replace("CITEKIT", f"{sys.executable} -m citekit")],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("CITEKIT cites waltz1959 >&-", 0),
        ("CITEKIT process <&-", 3),
        ("CITEKIT rm waltz1959 <&-", 2),
        ("set -o pipefail; CITEKIT passages --json | true", 141),
        ("CITEKIT export --to ris /dev/stdout | cat", 0),
        ("set -o pipefail; CITEKIT export --to refiqda /dev/stdout | wc -c", 0),
        ("CITEKIT export --to ris - >/dev/null", 0),
        ("PYTHONIOENCODING=ascii CITEKIT cites waltz1959", 0),
        ("PYTHONUTF8=0 LC_ALL=POSIX CITEKIT passages", 0),
    ],
)
def test_odd_streams(seeds: Path, command: str, code: int) -> None:
    assert shell(command, seeds)[0] == code


@pytest.mark.parametrize("arguments", ["list", "list --json", "bib", "export --to ris -", "--help"])
def test_output_that_cannot_be_written(seeds: Path, arguments: str) -> None:
    assert shell("CITEKIT list", seeds)[0] == 0  # the index is made before nothing can be
    code, err = shell(f"ulimit -f 0; CITEKIT {arguments} >out.txt", seeds)
    assert code == 3
    assert "File too large" in err
    assert (seeds / "out.txt").read_bytes() == b""


def test_an_index_damaged_inside_is_made_anew(seeds: Path, citekit: Run) -> None:
    before = citekit("passages", "--json").out
    index = seeds / ".citekit" / "index.sqlite"
    data = bytearray(index.read_bytes())
    data[4096:-4096] = bytes(255 for _ in data[4096:-4096])
    index.write_bytes(data)
    assert citekit("passages", "--json").out == before
    assert citekit("check").code == 0


@pytest.mark.parametrize("name", ["texts/bin.txt", "bin.txt", "bin"])
@pytest.mark.parametrize("command", [["scan"], ["works"], ["add", "misc", "--document"]])
def test_a_document_that_is_no_text_is_told_by_name(
    empty: Path, citekit: Run, command: list[str], name: str
) -> None:
    (empty / "texts/bin.txt").write_bytes(b"Some\0thing\0" * 50)
    ran = citekit(*command, name)
    assert ran.code == 3
    assert "texts/bin.txt:" in ran.err
    assert "no text" in ran.err


def test_a_short_slip_of_an_entry_type_is_told(empty: Path, citekit: Run) -> None:
    ran = citekit("add", "bok", "title=Tides", "--key", "tides")
    assert (ran.code, "did you mean @book?" in ran.err) == (1, True)
    assert citekit("edit", "tides", "--type", "book").code == 0
    ran = citekit("edit", "tides", "--type", "msc")
    assert (ran.code, "did you mean @misc?" in ran.err) == (1, True)
    for known in ("map", "set", "www", "legislation"):
        assert citekit("edit", "tides", "--type", known).code == 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.4\n", "this is a PDF, and no file of works"),
        (b"PK\x03\x04\x14", "this is an archive"),
        (b"\n<!DOCTYPE html><p>x", "this is a web page"),
        (b" \n", "there is nothing in this file"),
        (b"Dear Ann", "cannot tell the format"),
    ],
)
@pytest.mark.parametrize("name", ["a", "a.txt"])
def test_what_is_no_file_of_works_is_told(
    empty: Path, citekit: Run, data: bytes, told: str, name: str
) -> None:
    (empty / name).write_bytes(data)
    for command in (("import", name), ("convert", name, "out.bib")):
        ran = citekit(*command)
        assert ran.code == 3
        assert told in ran.err
        assert ran.err.startswith(f"citekit: {name}: ")
    (empty / "e.json").write_bytes(b"")
    assert "e.json: there is nothing in this file" in citekit("import", "e.json").err


def test_a_field_that_is_not_there_is_not_removed(empty: Path, citekit: Run) -> None:
    assert citekit("add", "book", "title=T", "--key", "t").code == 0
    ran = citekit("edit", "t", "--remove", "titel")
    assert ran.code == 2
    assert "t has no field 'titel' (it has title)" in ran.err
    assert citekit("edit", "t", "--remove", "TITLE").code == 0


@pytest.mark.parametrize("field", ["crossref", "xdata", "xref", "related"])
def test_a_work_that_refers_to_itself_is_told_when_it_is_made(
    empty: Path, citekit: Run, field: str
) -> None:
    ran = citekit("add", "book", "title=T", f"{field}=t", "--key", "t")
    assert ran.code == 1
    assert f"itself (correct the field {field})" in ran.err or "its own parent" in ran.err
    assert citekit("add", "book", "title=U", f"{field}=t", "--key", "u").code == 0
    assert citekit("edit", "u", f"{field}=u").code == 1


def test_an_unknown_style_is_told_also_where_nothing_is_cited(empty: Path, citekit: Run) -> None:
    ran = citekit("quote", "the quiet engine of others", "--style", "nosuch")
    assert ran.code == 2
    assert "no style is named 'nosuch'" in ran.err


def test_names_that_the_locale_cannot_hold_are_told(empty: Path, citekit: Run) -> None:
    def in_ascii(*arguments: str) -> tuple[int, str, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "citekit.cli", *arguments],
            env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout, ran.stderr

    citekit("add", "misc", "author=Böll, Ada", "title=“Öl”", "date=1999", "--key", "a")
    code, out, _ = in_ascii("list")
    assert code == 0
    assert "B\\xf6ll" in out
    (empty / "texts" / "öl.txt").write_text("x", encoding="utf-8")
    for command in ("list", "scan", "check"):
        code, _, err = in_ascii(command)
        assert code == 3
        assert err.startswith("citekit: texts/\\xf6l.txt: file names are in UTF-8")
        assert "PYTHONUTF8=1" in err.splitlines()[0]
    (empty / "texts" / "öl.txt").unlink()
    toml = (empty / "citekit.toml").read_text(encoding="utf-8")
    (empty / "citekit.toml").write_text(f'passages = "refs/ö.jsonl"\n{toml}', encoding="utf-8")
    code, _, err = in_ascii("list")
    assert code == 3
    assert "PYTHONUTF8=1" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("spec", ["waltz1959@", "waltz1959@ "])
def test_an_empty_locator_is_wrong_usage(seeds: Path, citekit: Run, spec: str) -> None:
    ran = citekit("cite", spec)
    assert ran.code == 2
    assert "no locator follows the @" in ran.err
