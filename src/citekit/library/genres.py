"""Genres that a .bib file names by a key, in the language of the bibliography.

``phdthesis`` as entry type or in ``type`` is a localisation string (BibLaTeX manual, 4.9.2):
its words are those of the language printed in.  Works have the English ones
(:data:`citekit.formats.bibmap.TYPE_KEYS`); the others are those of BibLaTeX's own language
files, but for the German master's thesis, which they call *Magisterarbeit*, and with a capital,
as a genre begins.  What ``type`` says in words of its own stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citekit.formats.bibmap import GENRES, TYPE_KEYS
from citekit.library.views import RecordView
from citekit.model import Work

_KEYS = ("phdthesis", "mathesis", "bathesis", "candthesis", "techreport", "resreport")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "de": (
        *("Dissertation", "Masterarbeit", "Bachelorarbeit", "Qualifikationsschrift"),
        *("Technischer Bericht", "Forschungsbericht"),
    ),
    "fr": (
        *("Thèse de doctorat", "Mémoire de master", "Mémoire de bachelor"),
        *("Thèse de candidature", "Rapport technique", "Rapport scientifique"),
    ),
    "es": (
        *("Tesis doctoral", "Tesis de maestría", "Tesis de licenciatura"),
        *("Tesis de candidatura doctoral", "Informe técnico", "Informe de investigación"),
    ),
    "it": (
        *("Tesi di dottorato", "Tesi di laurea magistrale", "Tesi di laurea"),
        *("", "Rapporto tecnico", "Rapporto di ricerca"),
    ),
    "nl": (
        *("Proefschrift", "Masterscriptie", "Bachelorscriptie"),
        *("", "Technisch rapport", "Onderzoeksrapport"),
    ),
    "pt": (
        *("Tese de doutoramento", "Tese de mestrado", "", "Proposta de tese"),
        *("Relatório técnico", "Relatório de pesquisa"),
    ),
}


def localised(works: Sequence[Work], records: Sequence[RecordView], lang: str) -> list[Work]:
    """The works of these records with genres in the language of the tag ``lang``."""
    words = _WORDS.get(lang[:2].lower())
    if words is None:
        return list(works)
    terms = {TYPE_KEYS[key]: term for key, term in zip(_KEYS, words, strict=True) if term}
    keyed = {record.key for record in records if _is_keyed(record)}
    return [
        work._replace(fields={**work.fields, "genre": terms[genre]})
        if work.id in keyed and (genre := work.text("genre")) in terms
        else work
        for work in works
    ]


def _is_keyed(record: RecordView) -> bool:
    stated = record.fields.get("type", "")
    return stated in TYPE_KEYS or (not stated and record.entry_type in GENRES)
