"""What a .bib file names by a key, or as a list, in the language of the bibliography.

``phdthesis`` as entry type or in ``type`` is a localisation string (BibLaTeX manual, 4.9.2):
its words are those of the language printed in.  Works have the English ones
(:data:`citekit.formats.bibmap.TYPE_KEYS`); the others are those of BibLaTeX's own language
files, but for the German master's thesis, which they call *Magisterarbeit*, and with a capital,
as a genre begins.  What ``type`` says in words of its own stays.  So with the keys of
``pubstate`` (4.9.2.11), and with the "and" between the items of ``location``, ``origlocation``
and ``publisher``, which are lists (2.2.1): *Berlin und Boston*.  A publisher whose name may
have it stands in braces: {Simon and Schuster}.  ``\\enquote`` and
``\\mkbibquote`` print the marks of the language, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citekit.formats.bibmap import GENRES, TYPE_KEYS
from citekit.library.views import RecordView
from citekit.model import Value, Work

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


#: A word that keeps its capital where a style has none (citeproc-js manual, "nocase").
_NOUN = '<span class="nocase">{}</span>'
_STATES = ("in preparation", "submitted", "forthcoming", "in press", "prepublished")
_STATE_WORDS: Mapping[str, tuple[str, ...]] = {
    "de": (
        *(f"in {_NOUN.format('Vorbereitung')}", "eingereicht"),
        *(f"im {_NOUN.format(noun)}" for noun in ("Erscheinen", "Druck")),
        _NOUN.format("Vorveröffentlichung"),
    ),
    "fr": ("en préparation", "soumis", "à paraître", "sous presse", "prépublication"),
    "es": ("en preparación", "enviado", "en prensa", "en prensa", "prepublicado"),
    "it": ("in preparazione", "sottoposto", "di prossima pubblicazione", "in stampa", ""),
    "nl": ("in voorbereiding", "ingezonden", "te verschijnen", "in druk", ""),
    "pt": ("em preparação", "submetido", "no prelo", "no prelo", ""),
}
_AND: Mapping[str, str] = {"de": "und", "fr": "et", "es": "y", "it": "e", "nl": "en", "pt": "e"}
_QUOTE = re.compile(r"\\(?:enquote|mkbibquote)\b")
_STRAIGHT = str.maketrans("“”‘", '""\'')
_GROUP = re.compile(r"\{[^{}]*\}")
#: Variables that are lists in .bib files, and the fields that they are from.
_LISTS = {
    "publisher-place": ("location", "address"),
    "original-publisher-place": ("origlocation",),
    "publisher": ("publisher",),
}


def localised(works: Sequence[Work], records: Sequence[RecordView], lang: str) -> list[Work]:
    """The works of these records with genres, states of publication and lists of places in the
    language of the tag ``lang``."""
    lang = lang[:2].lower()
    words = _WORDS.get(lang)
    if words is None:
        return list(works)
    genres = {TYPE_KEYS[key]: term for key, term in zip(_KEYS, words, strict=True) if term}
    states = dict(zip(_STATES, _STATE_WORDS[lang], strict=True))
    by_key = {record.key: record for record in records}
    found: list[Work] = []
    for work in works:
        record = by_key.get(work.id)
        changed: dict[str, Value] = {}
        if record is not None:
            changed |= _lists(work, record, _AND[lang])
            changed |= _quoted(work, record)
        genre, status = work.text("genre"), work.text("status")
        if genre in genres and record is not None and _is_keyed(record):
            changed["genre"] = genres[genre]
        if states.get(status):
            changed["status"] = states[status]
        found.append(work._replace(fields={**work.fields, **changed}) if changed else work)
    return found


def _lists(work: Work, record: RecordView, word: str) -> dict[str, Value]:
    """The fields of a work that are lists, with this word for the last "and" of each."""
    changed: dict[str, Value] = {}
    for variable, names in _LISTS.items():
        text = work.text(variable)
        if " and " not in text:
            continue
        stated = next((record.fields[name] for name in names if name in record.fields), None)
        if stated is None and variable == "publisher":
            continue  # inherited: whether it has braces is not known
        if stated is not None and " and " not in _GROUP.sub("", _GROUP.sub("", stated)):
            continue
        *first, last = text.split(" and ")
        changed[variable] = f"{', '.join(first)} {word} {last}"
    return changed


def _quoted(work: Work, record: RecordView) -> dict[str, Value]:
    """The fields of a work whose quotation marks a command of csquotes or BibLaTeX stands for:
    straight ones, which styles print as those of their language."""
    if not any(_QUOTE.search(text) for text in record.fields.values()):
        return {}
    return {
        variable: value.translate(_STRAIGHT)
        for variable, value in work.fields.items()
        if isinstance(value, str) and "“" in value
    }


def _is_keyed(record: RecordView) -> bool:
    stated = record.fields.get("type", "")
    return stated in TYPE_KEYS or (not stated and record.entry_type in GENRES)
