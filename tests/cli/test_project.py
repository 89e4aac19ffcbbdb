"""A project of one's own: every verb that changes it."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cli.conftest import Run

BIB = """\
% kept
@string{cup = {Cambridge University Press}}
@book{smith1999,
  author = {Smith, Ada},
  title = {The Quiet Engine}, % odd
  date = {1999},
  publisher = cup,
}

@incollection{jones2001,
  author = {Jones, Bea},
  title = {On Engines},
  booktitle = {Machines},
  date = {2001},
  crossref = {smith1999},
}
"""


@pytest.fixture
def project(empty: Path) -> Path:
    (empty / "refs" / "works.bib").write_text(BIB, encoding="utf-8")
    return empty


def bib(project: Path) -> str:
    return (project / "refs" / "works.bib").read_text(encoding="utf-8")


def test_init_makes_a_project_and_changes_nothing(empty: Path, citekit: Run) -> None:
    assert 'documents = ["texts/*.txt"]' in (empty / "citekit.toml").read_text(encoding="utf-8")
    assert citekit("list").out == ""
    assert citekit("init").code == 2


def test_add_follows_the_key_pattern(project: Path, citekit: Run) -> None:
    ran = citekit("add", "book", "author=Smith, Ada", "title=Cats & Dogs", "date=1999", "--json")
    assert ran.json["keys"] == ["smith1999a"]
    assert bib(project).startswith(BIB)
    assert "title = {Cats \\& Dogs}" in bib(project)
    record = citekit("list", "smith1999a", "--json").json[0]
    assert record["title"] == "Cats & Dogs"


def test_add_a_document_without_author_and_year_takes_the_file_stem(
    project: Path, citekit: Run
) -> None:
    assert citekit("add", "misc", "--document", "texts/two.txt", "--json").json["keys"] == ["two"]
    assert citekit("works", "two").code == 0
    (project / "texts" / "01-press.txt").write_text("x", encoding="utf-8")
    added = citekit("add", "misc", "--document", "texts/01-press.txt", "--json")
    assert added.json["keys"] == ["01-press"]
    assert citekit("list", "two", "--json").json[0]["document"] == "texts/two.txt"


def test_slips_are_told_and_what_was_typed_is_kept(
    project: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*arguments: str) -> list[str]:
        ran = citekit(*arguments, "--json")
        assert ran.code == (1 if ran.json["problems"] else 0)
        return [problem["hint"] or problem["code"] for problem in ran.json["problems"]]

    add = ("add", "boook", "tittle=T", "--key", "odd")
    assert told(*add) == ["did you mean @book?", "did you mean title?"]
    assert "@boook{odd,\n  tittle = {T},\n}" in bib(project)
    assert told("add", "nonsense", "title=T", "--key", "x") == ["unknown-type"]
    assert "@nonsense{x," in bib(project)
    assert told("add", "customa", "title=T", "--key", "y") == []
    before = bib(project)
    assert citekit("add", "book", "--key", "bare").code == 2
    assert bib(project) == before
    assert told("add", "misc", "--document", "two.txt") == []
    assert told("edit", "odd", "note=N") == []
    assert told("edit", "y", "--type", "nonsense") == ["unknown-type"]
    assert "@nonsense{y," in bib(project)
    assert told("edit", "y", "note=N") == []
    assert citekit("edit", "y", "--type", "no type").code == 2
    assert "'no type' is no entry type" in citekit("edit", "y", "--type", "no type").err
    assert citekit("edit", "y", "--type", "misc").code == 0
    assert told("edit", "odd", "--type", "artcle", "author=Roe, Jo") == ["did you mean @article?"]
    assert "date is no date: '19-1'" in citekit("edit", "odd", "date=19-1").err
    monkeypatch.setenv("VISUAL", "sed -i s/note/notee/")
    assert told("edit", "odd") == ["did you mean note?"]
    ran = citekit("check", "--only", "data-model", "--json")
    assert [problem["code"] for problem in ran.json] == [
        "misspelt-type",
        "misspelt-field",
        "misspelt-field",
        "no-date",
    ]
    citekit("edit", "odd", "citekit-ignore=misspelt-type, misspelt-field, no-date")
    assert citekit("check", "--only", "data-model").code == 0


def test_a_key_that_is_taken_is_not_given(project: Path, citekit: Run) -> None:
    for arguments in (["key", "smith1999", "jones2001"], ["add", "book", "--key", "jones2001"]):
        ran = citekit(*arguments)
        assert ran.code == 2
        assert ran.err.strip() == "citekit: the key 'jones2001' is taken (choose another one)"


def test_dry_runs_change_nothing(project: Path, citekit: Run) -> None:
    citekit("link", "one.txt", "smith1999", "--quote", "Smith 1999, 12")
    before = {p: p.read_bytes() for p in (project / "refs").iterdir()}
    for arguments in (
        ["add", "book", "title=T"],
        ["edit", "smith1999", "title=T"],
        ["rm", "smith1999"],
        ["key", "smith1999", "other"],
        ["link", "one.txt", "smith1999", "--quote", "runs"],
        ["unlink", "one.txt", "--quote", "Smith 1999, 12"],
    ):
        ran = citekit(*arguments, "--dry-run")
        assert ran.code == 0, ran.err
        assert "would" in ran.err
    assert {p: p.read_bytes() for p in (project / "refs").iterdir()} == before


def test_edit_changes_its_bytes_only(project: Path, citekit: Run) -> None:
    assert citekit("edit", "smith1999", "date=2000", "--type", "mvbook").code == 0
    assert bib(project) == BIB.replace("@book{smith", "@mvbook{smith").replace("{1999}", "{2000}")
    assert citekit("edit", "smith1999", "--remove", "publisher").code == 0
    assert "cup," not in bib(project).split("@incollection")[0].split("@mvbook")[1]


def test_edit_in_an_editor(
    project: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def editor(body: str) -> None:
        script = tmp_path / "editor.sh"
        script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("VISUAL", str(script))

    editor("sed -i s/1999}/1998}/ $1")
    assert citekit("edit", "smith1999").code == 0
    assert bib(project) == BIB.replace("{1999}", "{1998}")
    before = bib(project)
    editor("true")
    assert "nothing changed" in citekit("edit", "smith1999").err
    editor("echo 'no entry' > $1")
    assert citekit("edit", "smith1999").code == 3
    editor("sed -i s/{smith1999,/{other,/ $1")
    assert citekit("edit", "smith1999").code == 2
    editor("sed -i s/1998}/1997}/ $1; exit 4")
    ran = citekit("edit", "smith1999")
    assert ran.code == 3
    kept = Path(ran.err.split("kept in ")[1].rstrip(")\n"))
    assert "1997}" in kept.read_text(encoding="utf-8")
    editor("rm $1")
    assert citekit("edit", "smith1999").code == 3
    editor("printf 'caf\\351' > $1")
    assert citekit("edit", "smith1999").code == 3
    editor("sed -i s/1998}/1996}/ $1")
    assert citekit("edit", "smith1999", "--dry-run", "--json").json["dry_run"]
    assert bib(project) == before
    editor(f"sed -i s/1998}}/1990}}/ {project}/refs/works.bib; sed -i s/1998}}/1997}}/ $1")
    assert citekit("edit", "smith1999").code == 3
    (project / "refs" / "works.bib").write_text(before, encoding="utf-8")
    for command in ("/no/such/editor", 'a "b'):
        monkeypatch.setenv("VISUAL", command)
        assert citekit("edit", "smith1999").code == 2


def test_an_editor_that_changes_nothing_keeps_line_ends(
    project: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "refs" / "works.bib"
    path.write_bytes(BIB.replace("\n", "\r\n").encode())
    monkeypatch.setenv("VISUAL", "true")
    assert "nothing changed" in citekit("edit", "smith1999").err
    assert path.read_bytes() == BIB.replace("\n", "\r\n").encode()


def test_import_of_a_repeated_key_loses_no_work(
    project: Path, citekit: Run, tmp_path: Path
) -> None:
    (tmp_path / "d.bib").write_text(
        "@book{dup, title={D1}}\n@book{dup, title={D2}}\n"
        "@book{smith1999, title={S}}\n@misc{r, title={R}, related={smith1999}}\n"
        "@misc{open, title={O}, note = {x} year = 1999}\n",
        encoding="utf-8",
    )
    citekit("import", str(tmp_path / "d.bib"))
    text = bib(project)
    assert "@book{dup, title={D1}}" in text
    assert "@book{dupa, title={D2}}" in text
    assert "related={smith1999a}" in text
    assert "note = {x},\n" in text
    assert citekit("check", "--only", "reading").code == 0


def test_documents_with_odd_names(project: Path, citekit: Run) -> None:
    for name in ("a;b.txt", "a:b:c.txt", "sp ace é.txt", "back\\slash.txt"):
        (project / "texts" / name).write_text("x", encoding="utf-8")
        ran = citekit("add", "misc", "--document", f"texts/{name}", "--json")
        assert ran.code == 0, ran.err
        [record] = citekit("list", ran.json["keys"][0], "--json").json
        assert record["document"] == f"texts/{name}"


def test_a_key_may_hold_an_at_sign(project: Path, citekit: Run) -> None:
    path = project / "refs" / "works.bib"
    path.write_text("@book{a@12, title={T}, author={Roe, Jo}, date={1990}}\n", encoding="utf-8")
    assert citekit("cite", "a@12").out.strip() == "(Roe, 1990)"


def test_nothing_cited_is_an_empty_bibliography(project: Path, citekit: Run) -> None:
    for option in (["--cited"], ["--cited-in", "one.txt"]):
        ran = citekit("bib", *option)
        assert (ran.code, ran.out) == (0, "")
        assert "no work is cited" in ran.err
    assert "no work is left" in citekit("bib", "--include", "type=song").err
    (project / "refs" / "works.bib").write_text("", encoding="utf-8")
    assert "the catalogue is empty" in citekit("bib").err


def test_key_changes_catalogue_cross_references_and_passages(project: Path, citekit: Run) -> None:
    citekit("link", "one.txt", "smith1999", "--quote", "Smith 1999, 12", "--locator", "12")
    citekit("link", "one.txt", "smith1999", "--field", "author", "--quote", "Ada Smith")
    other = project / "refs" / "other.bib"
    other.write_text("@inbook{part, crossref = {smith1999}, xref = {smith19}}\n", encoding="utf-8")
    ran = citekit("key", "smith1999", "engine", "--json")
    assert "crossref = {engine}, xref = {smith19}" in other.read_text(encoding="utf-8")
    assert ran.json == {
        "keys": ["engine"],
        "files": ["refs/passages.jsonl", "refs/other.bib", "refs/works.bib"],
        "passages": 2,
        "dry_run": False,
        "problems": [],
        "references": [],
        "citing": [],
    }
    assert "crossref = {engine}" in bib(project)
    assert "smith1999" not in bib(project)
    assert len(citekit("cites", "engine", "--json").json) == 1
    assert citekit("check", "--only", "linked-keys").code == 0
    assert citekit("key", "engine", "--json").json["keys"] == ["smith1999"]
    assert bib(project) == BIB


def test_rm_takes_the_passages_along(project: Path, citekit: Run) -> None:
    citekit("link", "one.txt", "smith1999", "--quote", "Smith 1999, 12")
    citekit("link", "one.txt", "--person", "Ada Smith", "--quote", "Ada Smith")
    assert citekit("rm", "smith1999").code == 2
    ran = citekit("rm", "smith1999", "--yes", "--json")
    assert ran.json["passages"] == 1
    assert [view["kind"] for view in citekit("passages", "--json").json] == ["credit"]
    assert "@book" not in bib(project)
    assert bib(project).startswith("% kept\n@string{cup")


def test_link_finds_words_whatever_their_typography(project: Path, citekit: Run) -> None:
    view = citekit(
        "link", "one.txt", "smith1999", "--kind", "mention",
        "--quote", "Ada Smith's  \"quiet engine\"", "--quoted", "quiet engine", "--json",
    ).json  # fmt: skip
    assert view["exact"] == "Ada Smith’s “quiet engine”"
    assert (view["line"], view["column"], view["relation"]) == (1, 1, "discusses")
    again = citekit(
        "link", "one.txt", "smith1999", "--kind", "echo",
        "--quote", "“quiet engine”", "--occurrence", "2", "--json",
    ).json  # fmt: skip
    assert again["line"] == 2
    offsets = citekit("link", "one.txt", "smith1999", "--start", "0", "--end", "3", "--json").json
    assert offsets["exact"] == "Ada"
    assert len(citekit("cites", "smith1999", "--json").json) == 3
    works = citekit("works", "one.txt").out
    assert "3 passages (1 citation, 1 mention, 1 echo)" in works


def test_linking_twice_makes_one_passage(project: Path, citekit: Run) -> None:
    for speaker in ("Ann", "Bea"):
        citekit("link", "one.txt", "--quote", "“quiet engine” of", "--speaker", speaker)
    views = citekit("passages", "--json").json
    assert [view["speaker"] for view in views] == ["Bea"]


def test_unlink(project: Path, citekit: Run) -> None:
    citekit("link", "one.txt", "smith1999", "--quote", "Smith 1999, 12")
    citekit("link", "one.txt", "jones2001", "--quote", "Smith 1999, 12")
    assert citekit("unlink", "one.txt", "jones2001", "--quote", "Smith 1999, 12").code == 0
    [view] = citekit("passages", "--json").json
    assert view["work"] == "smith1999"
    assert citekit("unlink", "--id", view["id"], "--json").json[0]["id"] == view["id"]
    assert citekit("passages", "--json").json == []


def test_passages_move_with_the_text(project: Path, citekit: Run) -> None:
    citekit("link", "one.txt", "smith1999", "--quote", "Smith 1999, 12")
    path = project / "texts" / "one.txt"
    path.write_text("A new line.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    [view] = citekit("cites", "smith1999", "--json").json
    assert (view["anchor"], view["line"]) == ("shifted", 2)
    assert citekit("check", "--only", "anchors").code == 0
    path.write_text("Everything is new.\n", encoding="utf-8")
    [view] = citekit("cites", "smith1999", "--json").json
    assert (view["anchor"], view["start"]) == ("orphaned", -1)
    assert "no longer surely found" in citekit("cites", "smith1999").out
    assert citekit("check", "--only", "anchors").code == 1


def test_check_findings(project: Path, citekit: Run) -> None:
    ran = citekit("check", "--json")
    codes = {(problem["code"], problem["key"] or problem["file"]) for problem in ran.json}
    assert ran.code == 1
    assert codes >= {
        ("uncited-work", "smith1999"),
        ("unrecorded-document", "texts/one.txt"),
        ("unrecorded-document", "texts/two.txt"),
    }
    assert citekit("check", "--ignore", "uncited-works", "--ignore", "documents").code == 0
    assert (
        "::warning file=refs/works.bib,line=3,title=uncited-work::"
        in citekit("check", "--format", "github").out
    )
    (project / "citekit.toml").write_text(
        'documents = ["texts/*.txt"]\n[check]\nignore = ["uncited-works", "documents"]\n',
        encoding="utf-8",
    )
    assert citekit("check").code == 0
    assert citekit("check", "--only", "documents").code == 1


def test_import_every_format(project: Path, citekit: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text(
        "TY  - BOOK\nAU  - Waltz, Kenneth N.\nTI  - Man, the State and War\nPY  - 1959\nER  - \n",
        encoding="utf-8",
    )
    (tmp_path / "a.json").write_text(
        json.dumps(
            [
                {"id": "x", "type": "book", "title": "The Quiet Engine",
                 "author": [{"family": "Smith", "given": "Ada"}],
                 "issued": {"date-parts": [[1999]]}},
                {"id": "y1", "type": "book", "title": "Other"},
            ]
        ),
        encoding="utf-8",
    )  # fmt: skip
    (tmp_path / "b.bib").write_text(
        "@book{smith1999, author={Roe, Jo}, title={Another}, year=1999, month=jan}\n"
        "@book{m, title = mac # { and more}}\n@string{mac = {Macro}}\n",
        encoding="utf-8",
    )
    assert citekit("import", str(tmp_path / "a.ris"), "--json").json[0]["added"] == ["waltz1959"]
    found = citekit("import", str(tmp_path / "a.json"), "--json").json[0]
    assert found["added"] == ["y1"]
    assert [(each["key"], each["catalogue_key"]) for each in found["present"]] == [
        ("x", "smith1999")
    ]
    ran = citekit("import", str(tmp_path / "b.bib"))
    assert "smith1999a" in ran.err
    assert "month=jan" in bib(project)
    assert bib(project).startswith(BIB)
    again = citekit("import", str(tmp_path / "b.bib"), str(tmp_path / "a.ris"), "--json").json
    assert [len(each["added"]) for each in again] == [0, 0]


def test_import_from_standard_input(
    project: Path, citekit: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    class Input:
        buffer = io.BytesIO(b"@misc{stdin1, title={From a pipe}}")

    monkeypatch.setattr(sys, "stdin", Input)
    assert citekit("import", "-", "--into", "refs/more.bib").code == 0
    assert "@misc{stdin1, title={From a pipe}}" in (project / "refs/more.bib").read_text("utf-8")


@pytest.mark.parametrize("target", ["bibtex", "biblatex", "ris", "csljson"])
def test_export_reads_back_as_the_same_works(
    project: Path, citekit: Run, tmp_path: Path, target: str
) -> None:
    file = tmp_path / "out.txt"
    assert citekit("export", "--to", target, str(file), "smith1999").code == 0
    other = tmp_path / "other"
    other.mkdir()
    os.chdir(other)
    citekit("init")
    assert citekit("import", str(file), "--from", target).code == 0
    os.chdir(project)
    [one] = citekit("list", "smith1999", "--json").json
    os.chdir(other)
    [two] = citekit("list", "smith1999", "--json").json
    assert one["csl"] == two["csl"]


def test_the_index_survives_damage_and_deletion(project: Path, citekit: Run) -> None:
    before = citekit("list", "--json").out
    index = project / ".citekit" / "index.sqlite"
    index.write_bytes(b"no database")
    assert citekit("list", "--json").out == before
    index.unlink()
    assert citekit("list", "--json").out == before
    (project / "refs" / "works.bib").write_text(BIB + "@misc{new1, title={N}}\n", encoding="utf-8")
    assert len(citekit("list", "--json").json) == 3


def test_version_and_help(citekit: Run) -> None:
    assert citekit("--version").out.startswith("citekit ")
    ran = citekit("--help")
    assert "cites" in ran.out
    assert citekit("nonsense").code == 2


def test_the_reporter_of_a_case_is_printed(empty: Path, citekit: Run) -> None:
    ran = citekit(
        *("add", "jurisdiction", "title=Orme v. Board of Harbours", "reporter=Q.R."),
        *("volume=12", "pages=34", "date=1987"),
    )
    assert ran.code == 0
    assert "orme1987" in ran.err
    assert "12 Q.R. 34" in citekit("bib", "--style", "apa").out
    assert "reporter = {Q.R.}" in citekit("export", "-", "--to", "biblatex").out
    assert "booktitle = {Q.R.}" in citekit("export", "-", "--for", "jabref").out


def test_show_prints_fields_without_latex(empty: Path, citekit: Run) -> None:
    text = '@book{w, title = {A {{}Walk} by {DNA}}, author = {M{\\"o}we, Ida}, url = {http://a.b/%20_}}'
    (empty / "refs/works.bib").write_text(text, encoding="utf-8")
    shown = citekit("show", "w")
    assert "A Walk by DNA" in shown.out
    assert "Möwe, Ida" in shown.out
    assert "http://a.b/%20_" in shown.out
    assert "cited by 0 passages in 0 documents" in shown.out
    assert citekit("show", "w", "--json").json["fields"]["title"] == "A {{}Walk} by {DNA}"


def test_names_that_are_not_near_are_not_proposed(empty: Path, citekit: Run) -> None:
    assert citekit("add", "misc", "title=Notes", "--key", "notes").code == 0
    assert "did you mean" not in citekit("show", "nosuch").err
    assert "did you mean notes" in citekit("show", "note").err


def test_no_passages_yet(empty: Path, citekit: Run) -> None:
    assert "no passages yet" in citekit("passages").err
    assert "no such passage" in citekit("passages", "--kind", "echo").err


def test_circles_and_doubled_lines_are_found(seeds: Path, citekit: Run) -> None:
    assert citekit("check").code == 0
    file = seeds / "refs/works.bib"
    before = file.read_text(encoding="utf-8")
    circle = "@book{p, crossref = {q}, title = {P}}\n@book{q, crossref = {p}, title = {Q}}\n"
    file.write_text(before + circle, encoding="utf-8")
    assert citekit("check", "--only", "reading").out.count("[circular-crossref]") == 2
    file.write_text(before, encoding="utf-8")
    passages = seeds / "refs/passages.jsonl"
    lines = passages.read_text(encoding="utf-8").splitlines(keepends=True)
    passages.write_text("".join([*lines, lines[4]]), encoding="utf-8")
    (found,) = citekit("check").out.splitlines()
    assert found.startswith(f"refs/passages.jsonl:{len(lines) + 1}: ")
    assert "stands twice" in found


def test_the_list_of_checks_is_plain(empty: Path, citekit: Run) -> None:
    assert "``" not in citekit("check", "--list").out


FAMILY = """\
@collection{coll, editor = {Doe, Jan}, title = {All}, date = {1999}}
@incollection{ch1, author = {Poe, Al}, title = {One}, crossref = {coll}}
@incollection{ch2, author = {Roe, Al}, title = {Two}, xdata = {other, coll}}
@book{b1, author = {Moe, Al}, title = {Three}, date = {1998}, related = {coll}}
@set{s1, entryset = {b1,COLL}}
@xdata{other, publisher = {xdata=coll-title}}
@book{collected, author = {Zoe, Al}, title = {crossref = coll}, date = {1997}, xref = {b1}}
"""


def test_rm_asks_where_other_entries_refer_to_the_work(empty: Path, citekit: Run) -> None:
    (empty / "refs/works.bib").write_text(FAMILY, encoding="utf-8")
    ran = citekit("rm", "coll")
    assert ran.code == 2
    assert (
        "ch1 (crossref), ch2 (xdata), b1 (related), s1 (entryset), other (xdata) refer to coll"
        in ran.err
    )
    assert "collected" not in ran.err
    assert bib(empty) == FAMILY
    planned = citekit("rm", "coll", "--dry-run", "--json").json["references"]
    assert planned[0] == {"key": "ch1", "field": "crossref", "to": "coll"}
    ran = citekit("rm", "coll", "--yes")
    assert ran.code == 0
    assert "ch1 (crossref)" in ran.err
    assert bib(empty) == FAMILY.partition("\n")[2]


def test_rm_of_a_parent_with_all_its_children_asks_nothing(empty: Path, citekit: Run) -> None:
    (empty / "refs/works.bib").write_text("\n".join(FAMILY.splitlines()[:2]), encoding="utf-8")
    assert "ch1 (crossref) refers to coll and loses what it has" in citekit("rm", "coll").err
    assert citekit("rm", "coll", "ch1").code == 0
    assert bib(empty) == ""


def test_rm_of_a_parent_in_another_file_asks(empty: Path, citekit: Run) -> None:
    lines = FAMILY.splitlines()
    (empty / "refs/works.bib").write_text(lines[0], encoding="utf-8")
    (empty / "refs/more.bib").write_text(lines[3], encoding="utf-8")
    assert "b1 (related) refers to coll. Remove coll" in citekit("rm", "coll").err
    assert citekit("rm", "b1").code == 0


def test_a_document_is_found_by_its_name_composed_or_not(empty: Path, citekit: Run) -> None:
    for form, other in (("NFD", "NFC"), ("NFC", "NFD")):
        path = empty / "texts" / normalize(form, f"Übung{form}.txt")
        path.write_text("Words.\n", encoding="utf-8")
        assert citekit("works", normalize(other, path.name)).code == 0
        assert citekit("works", normalize(other, path.stem)).code == 0


def test_excluded_texts_are_no_documents(empty: Path, citekit: Run) -> None:
    drafts = empty / "texts" / "drafts"
    drafts.mkdir()
    text = "Ada Smith’s “quiet engine” (Smith 1999, 12) runs in the copper harbour."
    (drafts / "three.txt").write_text(text, encoding="utf-8")
    settings = empty / "citekit.toml"
    settings.write_text('documents = ["texts/**/*.txt"]\n', encoding="utf-8")
    assert citekit("quote", "in the copper harbour").code == 0
    assert len(citekit("passages", "--status", "any", "--json").json) == 0
    assert citekit("scan").code == 0
    found = {each["document"] for each in citekit("review", "--json").json}
    assert found == {"texts/one.txt", "texts/drafts/three.txt"}
    settings.write_text('documents = ["texts/**/*.txt"]\nexclude = ["drafts/"]\n', encoding="utf-8")
    assert citekit("quote", "in the copper harbour").code == 1
    refused = citekit("scan", "texts/drafts")
    assert refused.code == 2
    assert "`documents` and `exclude` in citekit.toml" in refused.err
    refused = citekit("scan", "texts/drafts/three.txt")
    assert refused.code == 2
    assert "`documents` and `exclude` in citekit.toml" in refused.err
    assert citekit("scan").code == 0
    assert {each["document"] for each in citekit("review", "--json").json} == {"texts/one.txt"}


def test_the_works_that_a_scan_proposes_are_counted_once(empty: Path, citekit: Run) -> None:
    text = (
        "Peace is dear (Roth 1990; Lee 2001). As Roth (1990) says, it is.\n\nReferences\n\n"
        "Lee, Ann. 2001. War and Peace in Ulm. Berlin: Verlag.\n\n"
        "Roth, Ada. 1990. The Sea of Salt. Leeds: Press.\n"
    )
    for name in ("one.txt", "two.txt"):
        (empty / "texts" / name).write_text(text, encoding="utf-8")
    told = "2 works that are not in the catalogue, in 4 references and 6 citations\n"
    assert told in citekit("scan").out


def test_orphaned_passages_have_no_line(empty: Path, citekit: Run) -> None:
    (empty / "refs" / "works.bib").write_text(BIB, encoding="utf-8")
    citekit("link", "one.txt", "smith1999", "--quote", "quiet engine", "--occurrence", "1")
    citekit("add", "misc", "title=So does", "--key", "two", "--document", "texts/two.txt")
    citekit("link", "two.txt", "two", "--field", "title", "--quote", "Nothing is cited here")
    for name in ("one.txt", "two.txt"):
        (empty / "texts" / name).write_text("All of it is new.\n", encoding="utf-8")
    assert "    orphaned citation: quiet engine" in citekit("works", "one.txt").out
    evidence = citekit("show", "two", "--evidence").out
    assert "texts/two.txt: orphaned" in evidence
    assert "-1" not in evidence
