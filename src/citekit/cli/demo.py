"""``demo``: the whole job on the seed corpus."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from citekit.cli.context import bold, message
from citekit.cli.lookup import print_passages, print_records
from citekit.formats import registry
from citekit.library import exchange, references
from citekit.library.project import Project
from citekit.library.setup import copy_seed_project

app = typer.Typer(rich_markup_mode=None)

#: File name, format: the exports the demo writes.
EXPORTS = (
    ("catalogue.bib", "biblatex"),
    ("catalogue.ris", "ris"),
    ("catalogue.csl.json", "csljson"),
)
#: Style, output format, file name: the bibliographies the demo writes.
BIBLIOGRAPHIES = (
    ("apa", "html", "apa.html"),
    ("chicago-notes-bibliography", "markdown", "chicago-notes-bibliography.md"),
    ("modern-language-association", "rtf", "modern-language-association.rtf"),
    ("ieee", "text", "ieee.txt"),
    ("bst:citekit-plain", "latex", "citekit-plain.tex"),
)


@app.command("demo")
def demo(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[FOLDER]",
            help="The folder for the example project; a new one, or an unchanged demo.",
        ),
    ] = Path("demo-output"),
) -> None:
    """Run the whole job on the seed corpus and say where the files are."""
    copy_seed_project(folder)
    with Project.open(folder) as project:
        _run(project, folder)


def _run(project: Project, folder: Path) -> None:
    print(bold("The catalogue"))
    print_records(project.records())
    for key in ("waltz1959",):
        print(f"\n{bold(f'The passages that cite {key}')}")
        print_passages(project.cites(key))
    print(f"\n{bold('The works cited, in APA')}")
    made = references.bibliography(project, cited=True, style="apa", output="text")
    print(made.text)
    out = folder / "exports"
    out.mkdir(exist_ok=True)
    written = []
    for name, format_name in EXPORTS:
        text, _ = exchange.export(project, registry.get(format_name, "w"))
        exchange.save(out / name, text)
        written.append(out / name)
    for style, output, name in BIBLIOGRAPHIES:
        made = references.bibliography(
            project, cited=True, style=style, output=output, standalone=True
        )
        exchange.save(out / name, made.text)
        written.append(out / name)
    made = references.bibliography(
        project, cited=True, annotated=True, output="html", standalone=True
    )
    exchange.save(out / "annotated.html", made.text)
    written.append(out / "annotated.html")
    print(f"\n{bold('Files')}")
    for path in written:
        print(f"  {path}")
    command = "citekit" if shutil.which("citekit") else sys.argv[0]
    message(f"the project lies in {folder}; try: {command} -C {folder} works {TRY}")


#: The document the closing line suggests.
TRY = "001_14cf3669de14d582"


@app.callback()
def _group() -> None:
    """Demo."""
