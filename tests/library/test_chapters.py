"""LaTeX documents of several files, and works with several keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.library import Project, linking
from citekit.library.audit import audit
from citekit.library.setup import make_project
from citekit.model import Body

MAIN = (
    "\\documentclass{book}\n\\usepackage[ngerman]{babel}\n\\input{macros/pre}\n"
    "\\newcommand{\\src}[1]{\\autocite{#1}}\n\\begin{document}\n\\include{chapters/one}\n"
    "\\end{document}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A chapter that uses what its main file, and a file of the preamble, define."""
    for folder in ("chapters/parts", "macros"):
        (tmp_path / folder).mkdir(parents=True)
    make_project(tmp_path, ["chapters/**/*.tex"])
    (tmp_path / "main.tex").write_text(MAIN, encoding="utf-8")
    (tmp_path / "macros/pre.tex").write_text(
        "\\newcommand{\\opt}[2][]{\\autocite[#1]{#2}}\n", encoding="utf-8"
    )
    (tmp_path / "chapters/one.tex").write_text(
        'Das l"a"st \\src{ghost2000}.\n\\input{chapters/parts/two}\n', encoding="utf-8"
    )
    (tmp_path / "chapters/parts/two.tex").write_text(
        "No one sees the quiet rivers run below the ice in March \\opt[3]{key1}.\n",
        encoding="utf-8",
    )
    (tmp_path / "refs/works.bib").write_text(
        "@book{key1, author={A, B}, title={T}, date={2000}, ids={old1, older1}}\n",
        encoding="utf-8",
    )
    return Project.open(tmp_path)


def told(project: Project, *only: str) -> list[tuple[str | None, int | None, str]]:
    return [(one.where.file, one.where.line, one.code) for one in audit(project, only)]


def test_chapters_are_read_with_what_their_main_file_declares(project: Project) -> None:
    found = told(project, "citation-keys", "uncited-works")
    assert found == [("chapters/one.tex", 1, "unknown-citation")]
    text = project.state().texts["chapters/one.tex"].document.text
    assert text == "Das läßt \\autocite{ghost2000}."


def test_a_changed_preamble_changes_its_chapters_in_the_index(project: Project) -> None:
    body = Body("work", "key1")
    linking.link(
        project,
        "chapters/parts/two.tex",
        body=body,
        kind="citation",
        quote="the quiet rivers run below the ice",
    )
    (view,) = project.cites("key1")
    assert "\\autocite[3]{key1}" in view.sentence
    pre = project.root / "macros/pre.tex"
    pre.write_text("\\newcommand{\\opt}[2][]{\\textcite[#1]{#2}}\n", encoding="utf-8")
    main = project.root / "main.tex"
    main.write_text(MAIN.replace("macros/pre", "macros/pre.tex"), encoding="utf-8")
    (view,) = project.cites("key1")
    assert "\\textcite[3]{key1}" in view.sentence
    main.unlink()
    (view,) = project.cites("key1")
    assert "textcite" not in view.sentence


def test_an_alias_stands_for_its_entry(project: Project) -> None:
    (project.root / "chapters/parts/two.tex").write_text("\\cite{old1}\n", encoding="utf-8")
    (project.root / "chapters/one.tex").write_text("Text.\n", encoding="utf-8")
    assert told(project, "citation-keys", "uncited-works", "duplicate-aliases") == []
    assert project.record("older1").key == "key1"
    with (project.root / "refs/works.bib").open("a", encoding="utf-8") as stream:
        stream.write("@book{b, author={B, C}, title={U}, date={2001}, ids={key1, old1}}\n")
    assert [code for *_, code in told(project, "duplicate-aliases")] == ["duplicate-alias"] * 2
