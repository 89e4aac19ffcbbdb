"""Which program reads which format: one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.clients import programs, readers, readers_mods, readers_page
from tests.clients.flat import Record, View
from tests.clients.readers import Found


class Job(NamedTuple):
    """The exported file, one file a work where a program wants it, and what is meant."""

    file: Path
    alone: Sequence[Path]
    meant: Mapping[str, Record]


class Client(NamedTuple):
    """A program, and what tells its version; that raises ``Missing`` where it is not there."""

    name: str
    version: Callable[[], str]


class Row(NamedTuple):
    """A program reading a format: how, and how much it tells.

    ``plain`` rows only tell which of the meant fields are there (typeset text),
    ``checks`` rows only what is wrong.  ``alone``: the program is given each work
    in a file of its own.
    """

    client: str
    format: str
    read: Callable[[Job, View], Found]
    view: View = View()
    plain: bool = False
    checks: bool = False
    alone: bool = False


CLIENTS = (
    Client("pandoc", programs.pandoc_version),
    Client("biber", programs.biber_version),
    Client("biblatex+pdflatex", programs.latex_version),
    Client("BibTeX", programs.bibtex_version),
    Client("bibutils", programs.bibutils_version),
    Client("JabRef", programs.jabref_version),
    Client("Tellico", programs.tellico_version),
    Client("citation-js", programs.javascript("citation-js")),
    Client("biblatex-csl-converter", programs.javascript("biblatex-csl-converter")),
    Client("@retorquere/bibtex-parser", programs.javascript("retorquere")),
    Client("typst", programs.typst_version),
    Client("Word", programs.word_version),
)


def _types(words: str) -> Mapping[str, frozenset[str]]:
    """ "word=type type, …": a program's type words and the CSL types each stands for."""
    pairs = (pair.partition("=") for pair in words.split(","))
    return {word.strip(): frozenset(types.split()) for word, _, types in pairs}


_BIBLATEX = _types(
    "article=article-journal article-magazine article-newspaper, book=book classic,"
    "collection=book, manual=book, booklet=pamphlet, incollection=chapter, inbook=chapter,"
    "inproceedings=paper-conference, thesis=thesis, phdthesis=thesis, mastersthesis=thesis,"
    "report=report, unpublished=manuscript, online=webpage post-weblog post article,"
    "misc=document interview speech event, dataset=dataset, software=software, patent=patent,"
    "periodical=periodical, inreference=entry-encyclopedia entry-dictionary entry,"
    "movie=motion_picture, jurisdiction=legal_case, letter=personal_communication,"
    "standard=standard"
)
_BIBTEX = {
    **_BIBLATEX,
    **_types(
        "misc=document webpage post-weblog post dataset software patent periodical motion_picture"
        " legal_case personal_communication standard interview speech, techreport=report"
        ", incollection=chapter entry-encyclopedia, electronic=webpage, other=document"
    ),
}
_MODS = _types(
    "book=book periodical manuscript, journal article/periodical=article-journal,"
    "journal article/academic journal=article-journal, book chapter/book=chapter,"
    "/book=chapter, /collection=chapter entry-encyclopedia,"
    "conference publication/conference publication=paper-conference,"
    "/conference publication=paper-conference, technical report=report, Ph.D. thesis=thesis,"
    "Masters thesis=thesis, thesis=thesis, unpublished=manuscript, web page=webpage post-weblog,"
    "electronic=webpage, communication=personal_communication, patent=patent,"
    "miscellaneous=document, instruction=book, magazine article/magazine=article-magazine,"
    "article/magazine=article-magazine, magazine article/periodical=article-magazine,"
    "magazine=article-magazine, newspaper=article-newspaper, issue/periodical=periodical,"
    "collection/book=chapter,"
    "conference publication=paper-conference, collection=book chapter entry-encyclopedia,"
    "newspaper article/newspaper=article-newspaper,"
    "article/newspaper=article-newspaper, legal case and case notes=legal_case"
)
_TELLICO = {
    **_BIBTEX,
    **_types(
        "Report=report, Journal (full)=periodical, MANSCPT=manuscript, CPAPER=paper-conference,"
        "Newspaper=article-newspaper, Electronic Citation=webpage, Data file=dataset,"
        "Computer program=software, Patent=patent, ENCYC=entry-encyclopedia,"
        "Motion picture=motion_picture, Generic=document,"
        "Personal communication=personal_communication, Slide=speech, Case=legal_case,"
        "BLOG=post-weblog, STAND=standard"
    ),
}

_CSL = View("csl", markup=True)


def _pandoc(kind: str) -> Callable[[Job, View], Found]:
    return lambda job, view: readers.csl_items(programs.pandoc_items(job.file, kind), view)


def _csl(program: str) -> Callable[[Job, View], Found]:
    return lambda job, view: readers.csl_items(programs.javascript_items(program, job.file), view)


def _retorquere(job: Job, view: View) -> Found:
    return readers.retorquere(programs.javascript_items("retorquere", job.file), view)


def _biber(job: Job, view: View) -> Found:
    return readers.biblatexml(programs.biber(job.file)[0], view)


def _typeset(with_biblatex: bool) -> Callable[[Job, View], Found]:
    return lambda job, view: readers_page.typeset(
        programs.typeset(job.file, with_biblatex), job.meant
    )


def _bibutils(kind: str) -> Callable[[Job, View], Found]:
    return lambda job, view: readers_mods.mods(programs.bibutils(job.file, kind), view)


def _bibutils_mods(job: Job, view: View) -> Found:
    return readers.bibtex(programs.bibutils_from_mods(job.file), view)


def _jabref(kind: str) -> Callable[[Job, View], Found]:
    tex = kind == "bibtex"
    return lambda job, view: readers.bibtex(programs.jabref(job.file, kind), view, tex)


def _tellico(kind: str) -> Callable[[Job, View], Found]:
    tex = kind == "Bibtex"
    return lambda job, view: readers.tellico(programs.tellico(job.file, kind), view, tex)


def _typst(job: Job, view: View) -> Found:
    return readers_page.typst(programs.typst(job.alone), job.meant)


def _word(job: Job, view: View) -> Found:
    return readers_page.word(programs.word_errors(job.file), job.meant)


_BIBER = View("prefix", types=_BIBLATEX, extras=True)
_RETORQUERE = View("prefix", markup=True, types=_BIBLATEX, extras=True)
_JABREF = View(types=_BIBTEX)
_JABREF_BIB = View("prefix", types=_BIBTEX, extras=True)

ROWS = (
    *(Row("pandoc", kind, _pandoc(kind), _CSL) for kind in ("biblatex", "bibtex")),
    *(Row("pandoc", kind, _pandoc(kind), _CSL) for kind in ("ris", "endnotexml")),
    *(Row("pandoc", kind, _pandoc(kind), _CSL) for kind in ("csljson", "cslyaml")),
    Row("biber", "biblatex", _biber, _BIBER),
    Row("biblatex+pdflatex", "biblatex", _typeset(True), plain=True),
    Row("BibTeX", "bibtex", _typeset(False), plain=True),
    Row("bibutils", "bibtex", _bibutils("bib"), View(types=_MODS)),
    Row("bibutils", "biblatex", _bibutils("biblatex"), View(types=_MODS)),
    Row("bibutils", "ris", _bibutils("ris"), View(types=_MODS)),
    Row("bibutils", "endnotexml", _bibutils("endx"), View(types=_MODS)),
    Row("bibutils", "refer", _bibutils("end"), View(types=_MODS)),
    Row("bibutils", "wos", _bibutils("isi"), View(types=_MODS)),
    Row("bibutils", "mods", _bibutils_mods, View(types=_BIBTEX)),
    Row("bibutils", "wordxml", _bibutils("wordbib"), View(types=_MODS)),
    Row("JabRef", "bibtex", _jabref("bibtex"), _JABREF_BIB),
    Row("JabRef", "biblatex", _jabref("bibtex"), _JABREF_BIB),
    Row("JabRef", "ris", _jabref("ris"), _JABREF),
    Row("JabRef", "refer", _jabref("refer"), _JABREF),
    Row("JabRef", "mods", _jabref("mods"), _JABREF),
    Row("Tellico", "bibtex", _tellico("Bibtex"), View(types=_TELLICO, extras=True)),
    Row("Tellico", "ris", _tellico("RIS"), View(types=_TELLICO)),
    Row("Tellico", "mods", _tellico("MODS"), View(types=_TELLICO)),
    *(Row("citation-js", kind, _csl("citation-js"), _CSL) for kind in ("biblatex", "bibtex")),
    *(Row("citation-js", kind, _csl("citation-js"), _CSL) for kind in ("csljson", "ris", "refer")),
    Row("biblatex-csl-converter", "biblatex", _csl("biblatex-csl-converter"), _CSL),
    Row("biblatex-csl-converter", "bibtex", _csl("biblatex-csl-converter"), _CSL),
    Row("@retorquere/bibtex-parser", "biblatex", _retorquere, _RETORQUERE),
    Row("@retorquere/bibtex-parser", "bibtex", _retorquere, _RETORQUERE._replace(types=_BIBTEX)),
    Row("typst", "biblatex", _typst, plain=True, alone=True),
    Row("typst", "hayagriva", _typst, plain=True, alone=True),
    Row("Word", "wordxml", _word, checks=True),
)

#: Programs and the ``--for`` name of each, where the writers know one.
PROGRAMS = {
    "pandoc": "pandoc",
    "biber": "latex",
    "biblatex+pdflatex": "latex",
    "BibTeX": "latex",
    "JabRef": "jabref",
    "typst": "typst",
    "Word": "word",
}
