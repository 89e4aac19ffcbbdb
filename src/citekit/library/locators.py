"""Locators as people type them: ``12–15``, ``ch. 3``, ``S. 12``, ``chap. 2``, ``435e``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from citekit.csl.locale import View
from citekit.csl.numfields import ABBREVIATIONS
from citekit.errors import UsageError
from citekit.find.canonical import place_at
from citekit.model import Cite
from citekit.vocabulary import LOCATOR_LABELS

#: Words and abbreviations in English, German and French by CSL locator type (CSL 1.0.2,
#: "Locators"; the terms of its locales en-US, de-DE and fr-FR, and what is usual beside
#: them).  "Z.", "S. 5": capitals and full stops do not count.
_WORDS = {
    "act": "acts akt akte akten aufzug acte actes",
    "appendix": "app apps appendices anhang anh append appendice annexe annexes",
    "article-locator": "art arts article articles artikel",
    "book": "bk bks books buch bücher livre livres liv",
    "canon": "can cann canons",
    "chapter": "c cc ch chs chap chaps chapters kap kapitel chapitre chapitres",
    "column": "col cols columns sp spalte spalten colonne colonnes",
    "elocation": "loc locs location locations emplacement emplacements emplact",
    "equation": "eq eqs eqq equations gl gleichung gleichungen eqt équation équations",
    "figure": "fig figs figures abb abbildung abbildungen",
    "folio": "fol fols folios bl blatt blätter f° fᵒ fᵒˢ",
    "issue": "iss issues heft hefte",
    "line": "l ll lines z zeile zeilen ligne lignes",
    "note": "n nn notes fn anm anmerkung anmerkungen fußnote fußnoten",
    "number": "no nos numbers nr nrn nummer nummern n° nᵒ nᵒˢ numéro numéros",
    "opus": "op opp opera",
    "page": "p pp pg pages s seite seiten",
    "paragraph": "¶ ¶¶ par para paras paragraphs abs absatz absätze paragr paragraphe"
    " paragraphes al alinéa alinéas",
    "part": "pt pts parts teil teile tl partie parties",
    "rule": "r rr rules regel regeln règle règles",
    "scene": "sc scs scenes szene szenen auftritt scène scènes",
    "section": "§ §§ sec secs sect sections abschn abschnitt abschnitte",
    "sub-verbo": "s.v s.vv",
    "supplement": "supp supps suppl supplements supplément suppléments",
    "table": "tbl tbls tables tab tabelle tabellen tableau tableaux",
    "title-locator": "tit tits titt title titles titel titre titres",
    "verse": "v vv verses st vers verse verset versets",
    "volume": "vol vols volumes bd bde band bände t tome tomes",
}
_LABELS = {
    word: label
    for label in LOCATOR_LABELS
    for word in (*_WORDS.get(label, "").split(), label, f"{label}s")
}
_WORD = r"[sS]\.\s?[vV]{1,2}|[^\W\d_]+(?:[.-][^\W\d_]+)?[°º]?|[§¶]+"
_LABELLED = re.compile(rf"(?P<label>{_WORD})(?P<gap>\.\s*|\s+|(?=\d))(?P<locator>.+)", re.DOTALL)
#: A word that is no label of CSL's before a number: "Rn. 12", "lib. 3"; no Roman number;
#: "sig. A2v", whose sheets have letters.
_WORDED = re.compile(
    r"(?![ivxlcdm]+\b)[^\W\d_]{2,}(?:\.\s?|\s)\d|sigs?\.\s?(?:[^\W\d_]|[*†‡§¶])", re.I
)
#: A number of a volume in parts: "II/3, 45"; "45/46" are two pages.
_DIVIDED = re.compile(r"[IVXLC]+/\d")
#: A second label: "3, S. 12".
_INNER = re.compile(rf"(?<=[,;:] )(?P<label>{_WORD})(?:\.\s*|\s+)(?=\d)")
_SHORT = {label: abbreviation for abbreviation, label in reversed(ABBREVIATIONS.items())}
#: The locator type of a place that no label stands before: no locale has a term for it.
CANONICAL = "canonical"
#: Shapes of places that are the same in all editions, and that pages do not have.
_SHAPES = frozenset("section edition volume divided book line".split())
#: The heading of a section, and a place in it: "Key Facts section, para. 2"; no "ch. 3, methods
#: section", which begins with a label.
_SECTION = re.compile(
    r"(?P<heading>[^\W\d_“„\"«»‘'][^,;]*\ssections?|[“„\"«»].+[”“\"»«]\ssections?)(?P<place>,\s.+)?"
)
#: Signs that stand for a label.
_SIGNS = re.compile("[§¶]+")
#: Leaves of manuscripts; "f12" without a space is the number of an article.
_FOLIO = re.compile(r"ff?(?:\.\s*|\s+)(?=\d)")
_HYPHEN = re.compile(r"(?<=\w)\s?-{1,3}\s?(?=\w)")


def parse_cite(text: str, view: View | None = None) -> Cite:
    """A cite as it is typed: ``KEY`` or ``KEY@LOCATOR``.

    The locator may begin with a CSL locator type, or with its usual words and
    abbreviations in English, German and French or the terms of ``view``
    (``@ch. 3``, ``@chapter 3``, ``@S. 12–15``); without one it is a page, or, in a
    shape that pages do not have (Stephanus' ``435e``, Bekker's ``1102a26``; Chicago
    Manual of Style, 17th edition, 14.239–254) or behind another word (``@Rn. 12``), a place
    that no label stands before; so is the heading of a section (``@Key Facts section, para. 2``;
    Publication Manual of the APA, 7th edition, 8.28).  A sign (``@§ 12``; the symbol form of
    CSL's terms) is such a word where the long and short terms of ``view`` are others, so that
    it stays.

    Raises UsageError for a label without a number.
    """
    key, _, locator = text.partition("@")
    locator = locator.strip()
    if locator.endswith(".") and _label(locator, view):
        raise UsageError(f"no number follows {locator!r}", hint=f"such as {key}@{locator} 12")
    if locator == "passim":
        return Cite(key, locator, CANONICAL)
    if section := _SECTION.fullmatch(locator):
        return Cite(key, section[1] + _HYPHEN.sub("–", section["place"] or ""), CANONICAL)
    if folio := _FOLIO.match(locator):
        return Cite(key, _HYPHEN.sub("–", locator[folio.end() :]), "folio")
    match = _LABELLED.fullmatch(locator)
    if match is not None and _SIGNS.fullmatch(match["label"]) and _is_replaced(match[1], view):
        typed = f"{match['label']} {_inner(match['locator'].strip(), view)}"
        return Cite(key, _HYPHEN.sub("–", typed), CANONICAL)
    if match is not None and not _is_sign(match["label"], match["gap"]):
        label = _label(match["label"], view)
        if label:
            native = view is not None and _bare(match["label"]) in _terms(label, view)
            inner = _inner(match["locator"].strip(), view, native=native)
            return Cite(key, inner, label)
    if is_canonical(locator) or _WORDED.match(locator) or _DIVIDED.match(locator):
        return Cite(key, _HYPHEN.sub("–", locator), CANONICAL)
    return Cite(key, locator)


def is_canonical(locator: str) -> bool:
    """Whether a locator without a label is a place that is the same in all editions, by
    its shape: ``514a``, ``A 51/B 75``, ``6.146``; numbers with commas are pages."""
    place = place_at(locator, 0, len(locator))
    if place is None or place.end < len(locator) or place.shape not in _SHAPES:
        return False
    if place.shape == "divided":  # "12,14, 16" are pages
        return locator.partition(", ")[0].count(",") != 1
    return place.shape != "line" or "," not in locator


def _is_sign(word: str, gap: str) -> bool:
    """Whether a capital letter is the number's own: "S12", "B 75", "V 34"."""
    if len(word) > 1 or not word.isupper() or "." in gap:
        return False
    return not gap or word not in "PS"


def _label(word: str, view: View | None) -> str:
    """The CSL locator type of a word, or the empty string."""
    bare = _bare(word)
    found = _LABELS.get(bare, "")
    if found or view is None:
        return found
    return next((label for label in LOCATOR_LABELS if bare in _terms(label, view)), "")


def _is_replaced(sign: str, view: View | None) -> bool:
    """Whether the style prints a word for a sign that was typed."""
    label = _label(sign, view)
    return view is not None and sign[0] not in "".join(_terms(label, view, ("long", "short")))


_FORMS = ("long", "short", "symbol")


def _terms(label: str, view: View, forms: Sequence[str] = _FORMS) -> Iterator[str]:
    for form in forms:
        term = view.term(label, form)
        if term is not None:
            yield from (_bare(text) for text in term[:2] if text)


def _bare(word: str) -> str:
    """A label as labels are compared."""
    return "".join(unicodedata.normalize("NFC", word).split()).rstrip(".").lower().replace("º", "°")


def _inner(locator: str, view: View | None, *, native: bool = False) -> str:
    """A locator whose second label stands as the citation processor reads it.

    Signs stay, and in a locator that begins in the style's language (``native``) words of
    which its locale has no term in that language ("Akt 2, Sz. 3": the locale de-DE has an
    English one)."""

    def shown(match: re.Match[str]) -> str:
        word = match["label"]
        label = "" if _SIGNS.fullmatch(word) else _label(word, view)
        short = _SHORT.get(label)
        foreign = native and view is not None and _bare(word) not in _terms(label, view)
        return match[0] if short is None or foreign else f"{short} "

    return _INNER.sub(shown, locator)
