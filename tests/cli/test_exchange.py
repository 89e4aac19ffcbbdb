"""Works in and out: convert, import, export, what arrives, and wrong inputs."""

from __future__ import annotations

import io
import json
import re
import shlex
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from citekit.formats.registry import FORMATS, Format
from tests.cli.conftest import Run

BIB = """@book{waltz1959,
  author = {Waltz, Kenneth N.},
  title = {Man, the State and War},
  date = {1959},
  keywords = {war, theory},
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.bib").write_text(BIB, encoding="utf-8")
    return tmp_path


def test_convert_needs_no_project(citekit: Run, folder: Path) -> None:
    done = citekit("convert", "in.bib", "out.ris")
    assert (done.code, done.err) == (0, "BibLaTeX → RIS: 1 work\n")
    assert "TY  - BOOK" in (folder / "out.ris").read_text(encoding="utf-8")
    assert citekit("convert", "out.ris", "back.json").code == 0
    assert json.loads((folder / "back.json").read_text(encoding="utf-8"))[0]["title"].startswith(
        "Man"
    )


def test_the_content_tells_the_format(citekit: Run, folder: Path) -> None:
    (folder / "in.bib").rename(folder / "library.txt")
    assert citekit("convert", "library.txt", "-", "--to", "csljson").out.startswith("[")


@pytest.mark.parametrize("link", [None, "symlink_to", "hardlink_to"])
def test_convert_never_overwrites_what_it_reads(
    citekit: Run, folder: Path, link: str | None
) -> None:
    out = folder / "in.bib"
    if link:
        out = folder / "other.bib"
        getattr(out, link)(folder / "in.bib")
    done = citekit("convert", "in.bib", str(out))
    assert done.code == 2
    assert "would be overwritten" in done.err
    assert (folder / "in.bib").read_text(encoding="utf-8") == BIB


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "in.bib", "kept.ris"),
        ("export", "kept.ris"),
        ("export", "--to", "webannotation", "kept.ris"),
    ],
)
def test_a_file_is_overwritten_only_when_asked(
    citekit: Run, folder: Path, arguments: tuple[str, ...]
) -> None:
    assert citekit("init").code == 0
    assert citekit("import", "in.bib").code == 0
    kept = folder / "kept.ris"
    kept.write_text("years of notes\n", encoding="utf-8")
    done = citekit(*arguments)
    assert done.code == 2
    assert "kept.ris is there already" in done.err
    assert "--force" in done.err
    assert kept.read_text(encoding="utf-8") == "years of notes\n"
    assert citekit(*arguments, "--force").code == 0
    assert "years of notes" not in kept.read_text(encoding="utf-8")


def test_force_overwrites_neither_the_project_nor_what_is_read(citekit: Run, folder: Path) -> None:
    assert citekit("init").code == 0
    done = citekit("export", "refs/works.bib", "--force")
    assert (done.code, "belongs to the project" in done.err) == (2, True)
    done = citekit("convert", "in.bib", "in.bib", "--force")
    assert (done.code, "would be overwritten" in done.err) == (2, True)


@pytest.mark.parametrize("out", ["-", "/dev/null"])
def test_what_holds_nothing_needs_no_force(citekit: Run, folder: Path, out: str) -> None:
    assert citekit("convert", "in.bib", out, "--to", "ris").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "in.bib", "no/such/out.ris"),
        ("export", "no/such/out.ris"),
        ("export", "--to", "refiqda", "no/such/out.qdpx"),
    ],
)
def test_no_folder_is_made_for_what_is_written(
    citekit: Run, folder: Path, arguments: tuple[str, ...]
) -> None:
    assert citekit("init").code == 0
    before = sorted(folder.iterdir())
    done = citekit(*arguments)
    assert done.code == 3
    assert "there is no folder no/such" in done.err
    assert [path for path in sorted(folder.iterdir()) if path.name != ".citekit"] == before


def test_report_counts_every_field(citekit: Run, folder: Path) -> None:
    done = citekit("convert", "in.bib", "out.json", "--report", "--json").json
    assert done["works"] == 1
    assert sum(done["fields"].values()) >= 5
    assert len(done["losses"]) == sum(done["fields"].values()) - done["fields"]["exact"]


MACROS = r"""@string{press = "The \foopress{Press}"}
@book{a1,
  author = {M{\"u}ller, \foo{Lars}},
  title = {On \emph{Homo} and \unknown x},
  subtitle = {A \texttt{sub}},
  publisher = press,
  note = {\small},
  url = {https://x.org/\foo{a}},
}
@inbook{a3, crossref = {a1}, title = {Ch}, addendum = {See \href{http://x.org}{here}}}
@misc{plain, title = {M{\"u}ller \& Co}}
"""

LOST = [
    ("a1", "author", "approximated", 3, r"\foo"),
    ("a1", "title", "approximated", 4, r"\unknown"),
    ("a1", "subtitle", "approximated", 5, r"\texttt"),
    ("a1", "publisher", "approximated", 6, r"\foopress"),
    ("a1", "note", "dropped", 7, r"\small"),
    ("a3", "addendum", "approximated", 10, r"\href"),
]


@pytest.mark.parametrize("target", ["ris", "csljson", "biblatex"])
def test_report_names_macros_that_works_do_not_hold(
    citekit: Run, folder: Path, target: str
) -> None:
    (folder / "macros.bib").write_text(MACROS, encoding="utf-8")
    done = citekit("convert", "macros.bib", "out", "--to", target, "--report", "--json").json
    own = [loss for loss in done["losses"] if loss["file"] and "inherited" not in loss["how"]]
    found = [
        (loss["key"], loss["source_field"], loss["level"], loss["line"], loss["how"].split(":")[0])
        for loss in own
    ]
    assert found == LOST
    assert {loss["file"] for loss in own} == {"macros.bib"}
    inherited = {loss["source_field"] for loss in done["losses"] if "inherited" in loss["how"]}
    assert {"booktitle", "booksubtitle", "bookauthor", "publisher"} <= inherited
    said = citekit("convert", "macros.bib", "out", "--to", target, "--report", "--force").err
    place = r"macros.bib:5: a1: subtitle (title) approximated: \texttt: left out, the text stays"
    assert place in said


def test_a_field_lost_twice_counts_once(citekit: Run, folder: Path) -> None:
    text = r"@misc{a, title = {On {DNA} in \foo{Homo}}, note = {\small}, year = {1999}}"
    (folder / "macros.bib").write_text(text, encoding="utf-8")
    done = citekit("convert", "macros.bib", "out.ris", "--json").json
    assert {loss["level"] for loss in done["losses"] if loss["field"] == "title"} == {
        "kept",
        "approximated",
    }
    # type, title, issued and note, of which nothing arrives
    assert done["fields"] == {"exact": 2, "kept": 0, "approximated": 1, "dropped": 1}


def test_export_reports_macros_of_the_catalogue(citekit: Run, folder: Path) -> None:
    assert citekit("init").code == 0
    (folder / "refs" / "more.bib").write_text(MACROS, encoding="utf-8")
    said = citekit("export", "--to", "csljson", "out.json", "--report").err
    for key, field, level, line, macro in LOST:
        assert any(
            text.startswith(f"refs/more.bib:{line}: {key}: {field}") and level in text
            for text in said.splitlines()
            if macro in text
        )
    said = citekit("export", "--to", "csljson", "out.json", "plain", "--report", "--force").err
    assert "more.bib" not in said


@pytest.mark.parametrize(("target", "tags"), [("ris", True), ("mods", True), ("csljson", False)])
def test_report_tells_markup_that_stands_as_tags(
    citekit: Run, folder: Path, target: str, tags: bool
) -> None:
    text = r"@misc{a, title = {On \emph{Homo}}, author = {\textsc{Doe}, Ann}, note = {plain}}"
    (folder / "marked.bib").write_text(text, encoding="utf-8")
    done = citekit("convert", "marked.bib", "out", "--to", target, "--json").json
    told = {loss["field"] for loss in done["losses"] if "tags" in loss["how"]}
    assert told == ({"title", "author"} if tags else set())


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("convert", "nowhere.bib", "out.ris"), 3, "nowhere.bib"),
        (("convert", "in.bib", "out"), 2, "--to"),
        (("convert", "in.bib", "out.ris", "--for", "lotus"), 2, "zotero"),
        (("convert", "in.bib", "out.ris", "--from", "coins"), 2, "written, not read"),
        (("convert", "in.bib", "out", "--to", "pubmedxml"), 2, "read, not written"),
        (("convert", "in.bib", "out", "--to", "papyrus"), 2, "papyrus"),
        (("convert", "empty", "out.ris"), 3, "cannot tell the format"),
        (("convert", "in.bib", "-", "--to", "ris", "--json"), 2, "standard output"),
    ],
)
def test_wrong_requests(
    citekit: Run, folder: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    (folder / "empty").write_text("\n", encoding="utf-8")
    done = citekit(*arguments)
    assert done.code == code
    assert says in done.err


def test_all_passages_as_a_page_of_web_annotations(
    citekit: Run, seed_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seed_project)
    assert citekit("export", "passages.json", "--to", "webannotation").code == 0
    page = json.loads((seed_project / "passages.json").read_text(encoding="utf-8"))
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 59
    assert {item["type"] for item in page["items"]} == {"Annotation"}


def test_all_passages_as_a_refi_qda_project(
    citekit: Run, seed_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seed_project)
    assert citekit("export", "corpus.qdpx", "--to", "refiqda").code == 0
    with zipfile.ZipFile(seed_project / "corpus.qdpx") as archive:
        project = ElementTree.fromstring(archive.read("project.qde"))
        namespace = "{urn:QDA-XML:project:1.0}"
        selections = 0
        for source in project.iter(f"{namespace}TextSource"):
            name = source.attrib["plainTextPath"].removeprefix("internal://")
            text = archive.read(f"sources/{name}").decode("utf-8")
            for selection in source.iter(f"{namespace}PlainTextSelection"):
                start, end = (int(selection.attrib[f"{side}Position"]) for side in ("start", "end"))
                words = " ".join(text[start:end].split())
                assert words.startswith(selection.attrib["name"])
                selections += 1
        codes = {code.attrib["guid"] for code in project.iter(f"{namespace}Code")}
        used = {code.attrib["targetGUID"] for code in project.iter(f"{namespace}CodeRef")}
    assert selections == 59
    assert used <= codes


def test_standard_input_and_output(
    citekit: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BIB.encode())))
    done = citekit("convert", "-", "-", "--to", "ris")
    assert "TY  - BOOK" in done.out


KEYLESS = """%0 Book
%A Ferrant, Odile
%T Low Tides
%D 1987

%0 Book
%A Ferrant, Odile
%T High Tides
%D 1987

%0 Book
%T Nobody's Tides

%0 Book
%F ferrant1987a
%A Ferrant, Odile
%T Spring Tides
%D 1987
"""


@pytest.mark.parametrize("target", ["biblatex", "csljson", "hayagriva", "cslyaml"])
def test_works_without_a_key_get_one_where_it_is_needed(
    citekit: Run, folder: Path, target: str
) -> None:
    (folder / "keyless.enw").write_text(KEYLESS, encoding="utf-8")
    assert citekit("convert", "keyless.enw", "out", "--to", target).code == 0
    done = citekit("convert", "out", "-", "--to", "csljson")
    assert [item["id"] for item in json.loads(done.out)] == [
        "ferrant1987",
        "ferrant1987b",
        "nobodysTides",
        "ferrant1987a",
    ]
    assert "csl-id" not in (folder / "out").read_text(encoding="utf-8")


def test_no_key_is_invented_where_none_is_needed(citekit: Run, folder: Path) -> None:
    (folder / "keyless.enw").write_text(KEYLESS, encoding="utf-8")
    assert "ferrant1987\n" not in citekit("convert", "keyless.enw", "-", "--to", "ris").out


def test_the_catalogue_is_not_imported_into_itself(citekit: Run, empty: Path) -> None:
    assert citekit("add", "misc", "--document", "texts/one.txt").code == 0
    before = (empty / "refs/works.bib").read_bytes()
    for name in ("refs/works.bib", str(empty / "texts/../refs/works.bib")):
        done = citekit("import", name)
        assert done.code == 2
        assert "part of the catalogue already" in done.err
    assert (empty / "refs/works.bib").read_bytes() == before


def test_the_record_of_a_document_is_known_again_by_its_file(citekit: Run, empty: Path) -> None:
    assert citekit("add", "misc", "--document", "texts/one.txt", "--key", "uno").code == 0
    other = empty / "copy.bib"
    other.write_text(
        "@misc{a, file = {texts/one.txt}}\n@misc{b, file = {:./texts/two.txt:TXT}}\n"
        "@misc{c, file = {texts/two.txt}}\n@misc{d, file = {papers/one.txt}}\n"
        "@misc{e, file = {papers/one.txt}}\n",
        encoding="utf-8",
    )
    (told,) = citekit("import", "copy.bib", "--json").json
    assert told["added"] == ["b", "d", "e"]
    assert [(each["key"], each["catalogue_key"]) for each in told["present"]] == [
        ("a", "uno"),
        ("c", "b"),
    ]


@pytest.mark.parametrize(
    "data", [b"\0" * 2000, b"\x8f\0\xfe@book{\0" * 99, b"@book{a, title = {\0}}"]
)
@pytest.mark.parametrize("command", [("import", "b.bib"), ("convert", "b.bib", "out.ris")])
def test_what_is_no_text_is_refused(
    citekit: Run, folder: Path, data: bytes, command: tuple[str, ...]
) -> None:
    assert citekit("init").code == 0
    (folder / "b.bib").write_bytes(data)
    done = citekit(*command)
    assert done.code == 3
    assert "this is no text: there are NUL characters in it" in done.err
    assert not (folder / "out.ris").exists()


@pytest.mark.parametrize(
    "text", ["Dear Ann,\nyours\n", "@comment{nothing}\n", "@string{a = {b}}\n"]
)
@pytest.mark.parametrize("command", [("import", "b.bib"), ("convert", "b.bib", "out.ris")])
def test_a_file_without_works_is_told(
    citekit: Run, folder: Path, text: str, command: tuple[str, ...]
) -> None:
    assert citekit("init").code == 0
    (folder / "b.bib").write_text(text, encoding="utf-8")
    done = citekit(*command)
    assert done.code == 1
    assert "no work in this file" in done.err


@pytest.mark.parametrize("command", [("import", "b.bib"), ("convert", "b.bib", "out.ris")])
def test_an_empty_file_is_told(citekit: Run, folder: Path, command: tuple[str, ...]) -> None:
    assert citekit("init").code == 0
    (folder / "b.bib").write_text("\n", encoding="utf-8")
    done = citekit(*command)
    assert (done.code, "there is nothing in this file" in done.err) == (1, True)
    assert not (folder / "out.ris").exists()


def test_volumes_and_their_copies(citekit: Run, folder: Path) -> None:
    entry = "@book{%s, author={Boyle, %s}, title={Works}, date=1772, volume=%s}\n"
    volumes = entry % ("boyle1", "Robert", "{1}") + entry % ("boyle2", "Robert", "{2}")
    (folder / "b.bib").write_text(volumes + entry % ("copy", "R.", "{II}"), encoding="utf-8")
    assert citekit("init").code == 0
    done = citekit("import", "b.bib")
    assert done.code == 1
    assert "[boyle2]: warning: looks like boyle1 (another volume); it is added" in done.err
    assert "left out copy: already there as boyle2" in done.err


def test_an_adding_hint_can_be_typed(citekit: Run, folder: Path) -> None:
    (folder / "my text.md").write_text("Words.\n", encoding="utf-8")
    assert citekit("init", "--documents", "*.md").code == 0
    assert citekit("import", "in.bib").code == 0
    told = citekit("cite", "waltz1959", "--via", "my text.md").err
    own, added = re.findall("`citekit (.+?)`", told)
    works = folder / "refs/works.bib"
    before = works.read_text(encoding="utf-8")
    citekit(*shlex.split(added))
    assert "my text.md" in works.read_text(encoding="utf-8")
    works.write_text(before, encoding="utf-8")
    assert citekit(*shlex.split(own.replace("KEY", "waltz1959"))).code == 0
    assert citekit("show", "waltz1959", "--json").json["document"] == "my text.md"


def test_a_work_without_a_field_is_told_and_not_added(citekit: Run, folder: Path) -> None:
    (folder / "a.json").write_text('[{"id": 3}, {"id": "y", "title": "T"}]', encoding="utf-8")
    (folder / "b.bib").write_text("@book{bare}\n", encoding="utf-8")
    assert citekit("init").code == 0
    done = citekit("import", "a.json", "b.bib")
    assert done.code == 1
    assert "a.json [3]: warning: has no field, only the key '3'" in done.err
    assert (
        "b.bib [bare]: warning: has no field, only the key 'bare' and the type 'book'" in done.err
    )
    assert [row["key"] for row in citekit("list", "--json").json] == ["y"]


NOTED = """\
Rivers are cold in spring.[^1] They rise, it is said,[^2] in May.

[^1]: Ada Roth, *Rivers and Lakes* (Leeds: Press, 2001), 12.
[^2]: Roth, *Rivers and Lakes*, 14.
"""


def test_a_note_is_exported_as_the_sentence_that_calls_it(citekit: Run, folder: Path) -> None:
    (folder / "text.md").write_text(NOTED, encoding="utf-8")
    assert citekit("init", "--documents", "*.md").code == 0
    citekit("add", "book", "author=Roth, Ada", "title=Rivers and Lakes", "date=2001")
    citekit("scan", "--kind", "citation")
    citekit("review", "--accept-above", "0.1")
    text = citekit("export", "-", "--to", "ris", "--passages").out
    assert "N1  - “Rivers are cold in spring.” (p. 12) [text.md]" in text
    assert "N1  - “They rise, it is said, in May.” (p. 14) [text.md]" in text
    assert "“[^" not in text
    assert "[^" not in citekit("bib", "--annotated").out


@pytest.mark.parametrize("option", ["--to", "--from"])
def test_formats_that_can_be_named_are_listed(citekit: Run, folder: Path, option: str) -> None:
    done = citekit("convert", "in.bib", "out.ris", option, "nosuch")
    assert done.code == 2
    wrong = "pubmedxml" if option == "--to" else "coins"
    assert wrong not in done.err
    assert "hayagriva" in done.err
    assert wrong not in citekit("convert", "--help").out.split(option)[1].split("--")[0]


def test_an_extension_names_a_format_everywhere(citekit: Run, folder: Path) -> None:
    assert citekit("init").code == 0
    assert citekit("import", "in.bib", "--from", "bib").code == 0
    assert citekit("convert", "in.bib", "-", "--to", "bib").out.startswith("@book{waltz1959,")
    assert citekit("export", "-", "--to", ".enw").out.startswith("%")
    assert citekit("parse", "Orme, Ida. 1987. Tides. Oxford: Pier.", "--to", "bib").code == 0
    done = citekit("export", "-", "--to", "nosuch")
    assert "webannotation" in done.err


def test_dry_runs_write_nothing(citekit: Run, folder: Path) -> None:
    assert citekit("init").code == 0
    assert citekit("import", "in.bib").code == 0
    done = citekit("convert", "in.bib", "out.ris", "--dry-run")
    assert (done.code, done.err) == (0, "would convert BibLaTeX → RIS: 1 work\n")
    done = citekit("export", "out.ris", "-n")
    assert (done.code, done.err) == (0, "would write 1 work to out.ris (RIS)\n")
    assert not (folder / "out.ris").exists()
    assert citekit("export", "-", "--to", "ris", "-n").out == ""
    assert citekit("export", "in.bib", "-n").code == 2


@pytest.mark.parametrize("named", ["csljson", "bib", "nbib", "wos", "ovid", "refer", "mods", "csv"])
@pytest.mark.parametrize("command", [("import",), ("convert", "out.bib")])
def test_a_file_of_another_format_is_told(
    citekit: Run, folder: Path, named: str, command: tuple[str, ...]
) -> None:
    assert citekit("init").code == 0
    (folder / "a.txt").write_text("TY  - BOOK\nTI  - T\nAU  - A, B\nER  - \n", encoding="utf-8")
    done = citekit(command[0], "--from", named, "a.txt", *command[1:])
    assert done.code == 3
    assert "it looks like RIS" in done.err
    assert "--from ris" in done.err
    assert not (folder / "out.bib").exists()
    assert citekit("list").out == ""


def test_a_format_that_is_named_is_not_doubted_without_need(citekit: Run, folder: Path) -> None:
    """Text before the first record, and JSON whose beginning does not tell the service."""
    (folder / "a.txt").write_text("Exported today\n\nTY  - BOOK\nTI  - T\nER  - \n")
    assert '"T"' in citekit("convert", "--from", "ris", "a.txt", "-", "--to", "csljson").out
    (folder / "d.json").write_text('{"data": {"attributes": {"titles": [{"title": "T"}]}}}')
    assert '"T"' in citekit("convert", "--from", "datacite", "d.json", "-", "--to", "csljson").out


def test_nothing_is_written_where_nothing_was_read(citekit: Run, folder: Path) -> None:
    (folder / "n.txt").write_text("word\n" * 50, encoding="utf-8")
    done = citekit("convert", "--from", "ris", "n.txt", "out.bib")
    assert done.code == 1
    assert "nothing was written" in done.err
    assert "no work in this file, read as RIS" in done.err
    assert done.err.count("stray-text") == 5
    assert not (folder / "out.bib").exists()


def test_an_object_that_is_no_work_is_not_imported(citekit: Run, empty: Path) -> None:
    (empty / "package.json").write_text('{"name": "x", "version": "1.0.0"}', encoding="utf-8")
    done = citekit("import", "package.json")
    assert done.code == 1
    assert "package.json [item 1]: error: item 1 is no work of CSL-JSON: it has no type" in done.err
    assert citekit("list").out == ""


@pytest.mark.parametrize("broken", ["nofile.bib", "x.json", "texts", "what.xyz"])
def test_of_several_files_all_are_read_before_anything_is_written(
    citekit: Run, empty: Path, broken: str
) -> None:
    (empty / "a.bib").write_text("@book{a, title = {T}}\n", encoding="utf-8")
    (empty / "x.json").write_text("[{", encoding="utf-8")
    (empty / "what.xyz").write_text("?", encoding="utf-8")
    before = (empty / "refs/works.bib").read_bytes()
    done = citekit("import", "a.bib", broken)
    assert done.code == 3
    assert broken in done.err
    assert (empty / "refs/works.bib").read_bytes() == before
    assert citekit("import", "a.bib").code == 0


@pytest.mark.parametrize("row", [row for row in FORMATS.values() if "w" in row.modes], ids=str)
def test_every_format_has_an_extension(citekit: Run, seeds: Path, row: Format) -> None:
    for extension in (*row.extensions, f".{row.name}"):
        assert citekit("export", "--dry-run", f"x{extension}").code == 0
    assert f"({row.label})" in citekit("export", "--dry-run", f"x.{row.name}").err


def test_passages_are_told_by_their_extension(citekit: Run, seeds: Path) -> None:
    assert "REFI-QDA" in citekit("export", "q.qdpx").err
    assert zipfile.is_zipfile(seeds / "q.qdpx")
    assert "Web Annotations" in citekit("export", "--dry-run", "q.webannotation").err
    assert "x.txt does not tell" in citekit("export", "x.txt").err
    for wrong in (["q2.qdpx"], ["q2", "--to", "refiqda"]):
        ran = citekit("convert", "refs/works.bib", *wrong)
        assert ran.code == 2
        assert "holds a project's passages, not works (citekit export" in ran.err


def test_the_extension_says_the_format_that_a_program_gets(citekit: Run, folder: Path) -> None:
    (folder / "in.ris").write_text("TY  - BOOK\nTI  - Small Things\nER  - \n", encoding="utf-8")
    for name in ("out.bib", "out.xml", "out.json"):
        assert citekit("convert", "in.ris", name, "--for", "pandoc").code == 0
    assert (folder / "out.bib").read_text(encoding="utf-8").startswith("@book{")
    assert citekit("convert", "in.ris", "word.xml", "--for", "word").code == 0
    assert "<b:Sources" in (folder / "word.xml").read_text(encoding="utf-8")


HELD = "@book{held, author={Lee, Anna}, title={The Power of {Trade}}, date=1999, doi={10.1234/Ab1}}"


@pytest.fixture
def holding(citekit: Run, empty: Path) -> Path:
    """A project whose catalogue has one work."""
    (empty / "held.bib").write_text(HELD, encoding="utf-8")
    assert citekit("import", "held.bib").code == 0
    return empty


def test_the_same_title_without_its_braces_is_there_already(citekit: Run, holding: Path) -> None:
    new = r"@book{new, author={Lee, Anna}, title={The Power of \emph{Trade}}, date=1999}"
    (holding / "new.bib").write_text(new, encoding="utf-8")
    (told,) = citekit("import", "new.bib", "--json").json
    assert [(each["key"], each["catalogue_key"]) for each in told["present"]] == [("new", "held")]


def test_another_year_of_the_same_doi_is_left_out_and_told(citekit: Run, holding: Path) -> None:
    new = "@book{new, author={Lee, A.}, title={The Power of Trade}, date=2003,"
    (holding / "new.bib").write_text(f"{new} doi={{https://doi.org/10.1234/AB1}}}}", "utf-8")
    done = citekit("import", "new.bib")
    assert done.code == 0
    assert "has the same DOI as held, whose year is 1999, not 2003" in done.err
    assert "left out new: already there as held" in done.err


def test_another_work_with_the_same_doi_is_added_and_told(citekit: Run, holding: Path) -> None:
    new = "@book{new, author={Roe, B.}, title={On Tides}, date=1999, doi={10.1234/ab1}}"
    (holding / "new.bib").write_text(new, encoding="utf-8")
    done = citekit("import", "new.bib")
    assert done.code == 1
    assert "has the same DOI as held, another title; it is added" in done.err
    assert "On Tides" in (holding / "refs/works.bib").read_text(encoding="utf-8")


NEEDY = r"""% Encoding: UTF-8
@preamble{"\newcommand{\greek}[1]{#1}"}
@string{jhi = "Journal of \foo{Ideas}"}
@string{unused = "Never"}
Words of mine
@article{p, author={Q, R}, title={\noop{1933}The \greek{logos} \cite{x} \foo ~bar},
  journaltitle = jhi # " (new)", date = 2003, month = jan}
@inbook{part, author={S, T}, title={Part \foo}, crossref={held}, date=1999}
@inbook{item, author={S, U}, title={Item}, location={xdata=shared-location}, xdata={shared}}
@book{held, author={Lee, Anna}, title={The Tides of \greek{Trade}}, date=2001, isbn={1}}
@xdata{shared, publisher={X \& \noop{Y}}, location={Bern \foo}}
@xdata{nobody, publisher={X}}
"""


def test_imported_entries_keep_their_source_text(citekit: Run, holding: Path) -> None:
    (holding / "needy.bib").write_text(NEEDY, encoding="utf-8")
    done = citekit("import", "needy.bib")
    assert done.code == 0
    written = (holding / "refs/works.bib").read_text(encoding="utf-8")
    assert r"title={\noop{1933}The logos \cite{x} \foo ~bar}," in written
    assert r"journaltitle = {Journal of \foo{Ideas} (new)}, date = 2003, month = jan}" in written
    assert (
        r"@inbook{part, author={S, T}, title={Part \foo}, crossref={helda}, date=1999}" in written
    )
    assert r"location={Bern \foo}, publisher={X \& \noop{Y}}}" in written
    assert "xdata" not in written


def test_what_an_import_does_not_take_over_is_told(citekit: Run, holding: Path) -> None:
    (holding / "needy.bib").write_text(NEEDY, encoding="utf-8")
    (told,) = citekit("import", "needy.bib", "--json").json[0]["problems"]
    assert (told["severity"], told["file"], told["line"]) == ("info", "needy.bib", 2)
    assert told["message"] == (
        "not taken over, as only works are: @preamble (line 2), @string that nothing uses "
        "(line 4), text between entries (line 5), @xdata that nothing uses (line 12)"
    )


def test_a_parent_that_is_there_already_stays_the_parent(citekit: Run, holding: Path) -> None:
    (holding / "new.bib").write_text(
        r"@inbook{part, author={S, T}, title={Part \foo}, crossref={other}}"
        "\n@book{other, author={Lee, Anna}, title={The Power of {Trade}}, date=1999,"
        r" location={Rome \foo}}",
        encoding="utf-8",
    )
    (told,) = citekit("import", "new.bib", "--json").json
    assert [(each["key"], each["catalogue_key"]) for each in told["present"]] == [("other", "held")]
    written = (holding / "refs/works.bib").read_text(encoding="utf-8")
    part = r"@inbook{part, author={S, T}, title={Part \foo}, crossref={held}, location={Rome \foo}}"
    assert part in written


@pytest.mark.parametrize("start", ["@misc{m, title={A \\foo}\n", '@misc{"m", title={A \\foo},\n'])
def test_a_broken_entry_keeps_the_source_text_of_its_fields(
    citekit: Run, holding: Path, start: str
) -> None:
    (holding / "new.bib").write_text(start + " note={lost \\noop{x}}\n}\n", encoding="utf-8")
    assert citekit("import", "new.bib").code == 1
    written = (holding / "refs/works.bib").read_text(encoding="utf-8")
    assert "  title = {A \\foo},\n  note = {lost \\noop{x}},\n" in written


def test_what_differs_of_a_work_that_is_there_is_told(empty: Path, citekit: Run) -> None:
    entry = (
        "@article{{a, author = {{Roe, Ann}}, title = {{{}}},\n"
        "  journaltitle = {{J}}, date = 2001{}}}\n"
    )
    of = ["author=Roe, Ann", "title=The Long Road", "journaltitle=J", "date=2001", "pages=1--9"]
    citekit("add", "article", *of, "publisher=Orme", "keywords=x", "--key", "roe2001")
    file = empty / "new.bib"
    same = ", pages = {1-9}, publisher = {Orme}, keywords = {y}"
    file.write_text(entry.format("The {{Long}} road", same), encoding="utf-8")
    assert "already there as roe2001\n" in citekit("import", "new.bib").err
    changed = ", pages = {1--9}, publisher = {Hall}, doi = {10.1000/1}, url = {https://x.org}"
    file.write_text(entry.format("The Long Road", changed), encoding="utf-8")
    ran = citekit("import", "new.bib", "--dry-run")
    assert "already there as roe2001 (other: publisher; not there: doi, url)\n" in ran.err
    (told,) = citekit("import", "new.bib", "--json").json
    assert told["present"][0]["other"] == ["publisher"]
    assert told["present"][0]["lacking"] == ["doi", "url"]


def test_of_many_imported_works_the_first_ones_are_named(empty: Path, citekit: Run) -> None:
    entries = (
        f"@book{{k{number:02},\n author = {{Lee{number}, A.}},\n title = {{Weirs {number}}},\n"
        f" date = {{1990}},\n}}\n"
        for number in range(60)
    )
    Path("many.bib").write_text("\n".join(entries), encoding="utf-8")
    done = citekit("import", "many.bib", "--dry-run")
    lines = done.err.splitlines()
    assert lines[49:] == [
        "would add k49", "… and 10 more (--json lists all)", "many.bib: would add 60, left out 0",
    ]  # fmt: skip
    assert citekit("import", "many.bib").code == 0
    lines = citekit("import", "many.bib").err.splitlines()
    assert lines[49].startswith("left out k49: already there as k49")
    assert lines[50:] == ["… and 10 more (--json lists all)", "many.bib: added 0, left out 60"]
    (told,) = citekit("import", "many.bib", "--json").json
    assert len(told["present"]) == 60
