"""The programs: how each is found, which version it is, and how it is run.

Those of npm and PyPI lie in the folder that ``CITEKIT_CLIENTS`` names (default:
``.clients`` in the project), where ``make clients`` puts them; the others are
Debian's.  A program that is not there raises :class:`Missing`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("CITEKIT_CLIENTS") or HERE.parents[1] / ".clients").absolute()

#: Seconds that a program may take for one file.
PATIENCE = 180


class Missing(Exception):
    """A program is not installed; says which and how to get it."""


class Failed(Exception):
    """A program refused a file, or took too long."""


def run(
    command: Sequence[object], folder: Path | None = None, **environment: str
) -> tuple[str, str, int]:
    """Output, messages and exit code of a program; its children end with it."""
    process = subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        output, messages = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise Failed(f"{command[0]} took over {PATIENCE} s") from None
    return (
        output.decode("utf-8", "replace"),
        messages.decode("utf-8", "replace"),
        process.returncode,
    )


def checked(command: Sequence[object], folder: Path | None = None, **environment: str) -> str:
    """Output of a program that must exit with 0."""
    output, messages, code = run(command, folder, **environment)
    if code:
        raise Failed(f"{Path(str(command[0])).name}: {(messages or output).strip()[-400:]}")
    return output


@contextmanager
def workplace() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="citekit-clients-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def debian(name: str, package: str) -> Path:
    """A program of a Debian package."""
    found = shutil.which(name)
    if found is None:
        raise Missing(f"{name} is not installed (apt-get install {package})")
    return Path(found)


def python() -> Path:
    """The interpreter that has the PyPI programs."""
    found = FOLDER / "py" / "bin" / "python"
    if not found.exists():
        raise Missing(f"no {found} (make clients)")
    return found


def _package(name: str) -> str:
    """A Debian package's version."""
    return checked(["dpkg-query", "-W", "-f=${Version}", name]).split("-")[0]


@cache
def _pypi(name: str) -> str:
    code = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
    output, _, failed = run([python(), "-c", code, name])
    if failed:
        raise Missing(f"{name} is not installed (make clients)")
    return output.strip()


# --- pandoc ------------------------------------------------------------------------


@cache
def pandoc() -> Path:
    _pypi("pypandoc_binary")
    code = "import pypandoc; print(pypandoc.get_pandoc_path())"
    return Path(checked([python(), "-c", code]).strip())


def pandoc_version() -> str:
    return checked([pandoc(), "--version"]).split()[1]


def pandoc_items(file: Path, kind: str) -> list[dict[str, Any]]:
    """The references of a file as CSL-JSON."""
    if kind != "cslyaml":
        command = [pandoc(), "--sandbox", "-f", kind, "-t", "csljson", file]
        items: list[dict[str, Any]] = json.loads(checked(command))
        return items
    with workplace() as folder:
        text = file.read_text("utf-8").removeprefix("---\n")
        (folder / "in.md").write_text(
            f"---\nnocite: '@*'\n{text.rstrip().removesuffix('...')}\n---\n"
        )
        command = [pandoc(), "-f", "markdown", "-t", "csljson", "in.md"]
        items = json.loads(checked(command, folder))
        return items


# --- TeX ---------------------------------------------------------------------------


def biber_version() -> str:
    debian("biber", "biber")
    return checked(["biber", "--version"]).split()[-1]


def biber(file: Path) -> tuple[str, list[str]]:
    """The resolved entries as biblatexml, and what the data model's check said."""
    with workplace() as folder:
        shutil.copy(file, folder / "in.bib")
        options = ["--tool", "--tool-resolve", "--validate-datamodel", "--nolog"]
        output = checked(
            ["biber", *options, "--output-format=biblatexml", "--output-file=out.xml", "in.bib"],
            folder,
        )
        said = [line for line in output.splitlines() if re.match("WARN|ERROR", line)]
        return (folder / "out.xml").read_text("utf-8"), said


_PREAMBLE = r"""\documentclass{article}
\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{textcomp}\usepackage{lmodern}
\pdfpagewidth=150cm \pdfpageheight=100cm \textwidth=140cm \textheight=90cm
\hyphenpenalty=10000 \exhyphenpenalty=10000 \frenchspacing \pagestyle{empty}
"""


def latex_version() -> str:
    for name, package in (
        ("pdflatex", "texlive-latex-recommended lmodern"),
        ("bibtex", "texlive-binaries"),
        ("pdftotext", "poppler-utils"),
    ):
        debian(name, package)
    if not checked(["kpsewhich", "biblatex.sty"]).strip():
        raise Missing("no biblatex.sty (apt-get install texlive-bibtex-extra)")
    return _package("texlive-latex-recommended")


def bibtex_version() -> str:
    latex_version()
    return checked(["bibtex", "--version"]).split()[1]


def typeset(file: Path, with_biblatex: bool) -> list[str]:
    """The bibliography's entries in the file's order, as they stand on the page."""
    if with_biblatex:
        head = r"\usepackage[backend=biber,style=numeric,sorting=none,maxnames=99,minnames=99,"
        head += r"abbreviate=false]{biblatex}\addbibresource{in.bib}"
        body, engine = r"\nocite{*}\printbibliography", ["biber", "--nolog", "d"]
    else:
        head, body, engine = (
            "",
            r"\nocite{*}\bibliographystyle{unsrt}\bibliography{in}",
            ["bibtex", "d"],
        )
    with workplace() as folder:
        shutil.copy(file, folder / "in.bib")
        document = f"{_PREAMBLE}{head}\\begin{{document}}{body}\\end{{document}}"
        (folder / "d.tex").write_text(document, "utf-8")
        latex = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "d"]
        run(latex, folder)
        checked(engine, folder)
        run(latex, folder)
        run(latex, folder)
        if not (folder / "d.pdf").exists():
            raise Failed("no PDF was made")
        text = checked(["pdftotext", "-layout", "-enc", "UTF-8", "d.pdf", "-"], folder)
    found = re.split(r"(?m)^ *\[\d+\] +", text)[1:]
    return [" ".join(entry.split()) for entry in found]


# --- bibutils ------------------------------------------------------------------------


def bibutils_version() -> str:
    debian("bib2xml", "bibutils")
    return _package("bibutils")


def bibutils(file: Path, kind: str) -> str:
    """What bibutils understood, as MODS, its inner format."""
    return checked([kind + "2xml", "-i", "unicode", file])


def bibutils_from_mods(file: Path) -> str:
    """What bibutils understood of MODS, as BibTeX."""
    return checked(["xml2bib", "--no-latex", "-i", "unicode", file])


# --- JabRef and Tellico ----------------------------------------------------------------


def jabref_version() -> str:
    debian("jabref", "jabref")
    return _package("jabref").split("+")[0]


def jabref(file: Path, kind: str) -> str:
    """The library that JabRef makes of a file, as BibTeX."""
    with workplace() as folder:
        out = folder / "out.bib"
        imports = ["jabref", "-n", "-i", f"{file},{kind}", "-o", out]
        log = run(imports, HOME=str(folder), _JAVA_OPTIONS=f"-Duser.home={folder}")
        if not out.exists():
            raise Failed("JabRef wrote nothing: " + "".join(log[:2])[-400:])
        return out.read_text("utf-8")


def tellico_version() -> str:
    for name, package in (
        ("tellico", "tellico"),
        ("xvfb-run", "xvfb xauth"),
        ("dbus-run-session", "dbus-x11"),
        ("dbus-send", "dbus-x11"),
    ):
        debian(name, package)
    return _package("tellico")


_TELLICO = r"""
tellico --nofile >log 2>&1 & program=$!
bus=org.freedesktop.DBus
list() { dbus-send --session --print-reply --dest=$bus / $bus.ListNames; }
for i in $(seq 160); do list 2>/dev/null | grep -q org.kde.tellico && break; sleep 0.25; done
sleep 1
say() {
  dbus-send --session --print-reply --reply-timeout=60000 --dest=org.kde.tellico /Tellico \
    "org.kde.tellico.$1" "string:$2" $3
}
say "import$1" "$2" string:replace && say exportXML "$PWD/out.xml"
kill $program
"""


def tellico(file: Path, kind: str) -> str:
    """The collection that Tellico makes of a file, as its XML."""
    with workplace() as folder:
        (folder / "drive.sh").write_text(_TELLICO)
        command = ["xvfb-run", "-a", "-s", "-screen 0 1024x768x24", "dbus-run-session", "--"]
        log = run(
            [*command, "bash", "drive.sh", kind, file],
            folder,
            HOME=str(folder),
            XDG_RUNTIME_DIR=str(folder),
            QTWEBENGINE_DISABLE_SANDBOX="1",
            QTWEBENGINE_CHROMIUM_FLAGS="--no-sandbox --disable-gpu",
            LIBGL_ALWAYS_SOFTWARE="1",
        )
        if not (folder / "out.xml").exists():
            raise Failed("Tellico wrote nothing: " + "".join(log[:2])[-400:])
        return (folder / "out.xml").read_text("utf-8")


# --- JavaScript --------------------------------------------------------------------------


def javascript(program: str) -> Callable[[], str]:
    """The version of a library of npm."""

    def version() -> str:
        debian("node", "nodejs")
        if not (FOLDER / "node_modules").exists():
            raise Missing(f"no {FOLDER / 'node_modules'} (make clients)")
        output, messages, code = run(["node", HERE / "js" / "read.mjs", program, "-", FOLDER])
        if code:
            raise Missing(f"{program} is not installed (make clients): {messages.strip()[-200:]}")
        return str(json.loads(output)["version"])

    return version


def javascript_items(program: str, file: Path) -> list[dict[str, Any]]:
    """What a library of npm read."""
    output = checked(["node", HERE / "js" / "read.mjs", program, file, FOLDER])
    items: list[dict[str, Any]] = json.loads(output)["items"]
    return items


# --- typst, Word -----------------------------------------------------------------------------

_TYPST = """
import html, json, pathlib, re, sys, typst
said = []
for file in sys.argv[1:]:
    page = pathlib.Path("d.typ")
    page.write_text(f'#bibliography("{file}", full: true, style: "ieee", title: none)')
    try:
        text = typst.compile("d.typ", format="html")
        text = text.decode() if isinstance(text, bytes) else text
        text = text[text.find("<body"):]
        text = re.sub(r"<[^<>]+>", "", text)
        said.append(["set", " ".join(html.unescape(text).split())])
    except Exception as wrong:
        said.append(["refused", str(wrong)])
print(json.dumps(said))
"""


def typst_version() -> str:
    return _pypi("typst")


def typst(files: Sequence[Path]) -> list[tuple[bool, str]]:
    """Each file's bibliography as typst sets it, or why it does not."""
    suffix = ".bib" if files[0].suffix == ".bib" else ".yml"
    with workplace() as folder:
        names = [f"in{number}{suffix}" for number in range(len(files))]
        for file, copy in zip(files, names, strict=True):
            shutil.copy(file, folder / copy)
        said = json.loads(checked([python(), "-c", _TYPST, *names], folder))
        return [(how == "set", text) for how, text in said]


def word_version() -> str:
    return "openxml-audit " + _pypi("openxml-audit")


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/customXml" '
    'Target="../customXml/item1.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{_WORDS}"><w:body><w:p/></w:body></w:document>',
}


def word_errors(file: Path) -> list[str]:
    """What the schema of Word's sources says against a file of them, in a document."""
    parts = {**_DOCUMENT, "customXml/item1.xml": file.read_text("utf-8-sig")}
    with workplace() as folder:
        with ZipFile(folder / "d.docx", "w") as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
        audit = python().parent / "openxml-audit"
        output, _, _ = run([audit, folder / "d.docx"], COLUMNS="4000")
    said = re.split(r"\n(?=\d+\. )", output)
    return [
        " ".join(one.split())
        for one in said
        if "/customXml/item1.xml" in one and "relationships to customXmlProps" not in one
    ]
