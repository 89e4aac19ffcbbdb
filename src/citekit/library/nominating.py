"""Which documents, and where in them, may hold given words, by the index of their words.

Blocks of text are nominated by their rarest words and by forms of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from citekit.library.project import Project
from citekit.verify.alignment import alike
from citekit.verify.words import words_of

#: So many words nominate, in so many forms; so many blocks are looked at.
_WORDS, _FORMS, _BLOCKS = 10, 6, 16
#: Of many quotations so many words nominate that several blocks have.
_TELLING = 4
#: With so many words that the corpus has, misspelt ones are not needed.
_ENOUGH_KNOWN = 4
#: So many words at either end of a quotation are looked for as they are.
_PHRASE = 5
#: So many documents are named at most.
MOST = 8


def documents_with(
    project: Project,
    words: str,
    counts: dict[str, int] | None = None,
    documents: Sequence[str] = (),
) -> list[str]:
    """The documents that may hold these words, the likeliest first; of ``documents`` (ids), if
    any are given.

    Who asks for many quotations gives the same ``counts``, empty at first, to remember in how
    many blocks each word is.  Words that are everywhere are not looked for where there are
    others enough: that takes most of the time, and finds little.
    """
    if not words_of(words):
        return []
    terms = terms_of(project, words, counts)
    return list(nominated(project, terms, words, documents, telling=True))[:MOST]


def documents_having(project: Project, words: str, documents: Sequence[str] = ()) -> set[str]:
    """The documents that have the first or the last words of a quotation as they are; of
    ``documents`` (ids), if any are given."""
    keys = [word.key for word in words_of(words)]
    ends = keys[:_PHRASE], keys[-_PHRASE:]
    query = " OR ".join(f'"{" ".join(end)}"' for end in ends)
    numbers = _matching(project, query, documents) if keys else []
    signs = ", ".join("?" * len(numbers))
    rows = project.rows(f"SELECT document FROM block WHERE number IN ({signs})", numbers)
    return {document for (document,) in rows}


@dataclass(frozen=True, slots=True)
class Term:
    """A word as the index has it, its forms there, and the number of blocks it is in."""

    word: str
    forms: tuple[str, ...]
    count: int


_APOSTROPHE = re.compile("['’ʼ＇]")


def _plain(word: str) -> str:
    """A word as SQLite's tokenizer makes it (unicode61, remove_diacritics 2)."""
    letters = "".join(char for char in normalize("NFKD", word) if not combining(char))
    return _APOSTROPHE.split(letters)[0].lower()


def terms_of(project: Project, words: str, counts: dict[str, int] | None = None) -> dict[str, Term]:
    """What the index knows of each word; ``counts`` are remembered."""
    counts = {} if counts is None else counts
    plain = {word.key: _plain(word.key) for word in words_of(words)}
    terms = {term for term in plain.values() if term.isalnum()}
    asked = sorted(term for term in terms if term not in counts)
    if asked:
        signs = ", ".join("?" * len(asked))
        rows = project.rows(f"SELECT term, doc FROM prose_terms WHERE term IN ({signs})", asked)
        counts |= dict.fromkeys(asked, 0) | dict(rows)
    return {word: Term(term, (), counts[term]) for word, term in plain.items() if term in terms}


def _with_forms(project: Project, terms: Mapping[str, Term]) -> list[Term]:
    """The rarest words, and those that the corpus does not have, with their forms there."""
    rarest = sorted(terms.values(), key=lambda term: (term.count, -len(term.word)))[:_WORDS]
    few = sum(1 for term in rarest if term.count) < _ENOUGH_KNOWN
    return [
        replace(term, forms=_forms(project, term.word, known=term.count > 0, anywhere=few))
        if len(term.word) >= 4
        else term
        for term in rarest
    ]


def _forms(project: Project, word: str, *, known: bool, anywhere: bool) -> tuple[str, ...]:
    """Forms and spellings of a word in the corpus: those that begin as it does, and with
    ``anywhere`` for a word that is not in it all others."""
    stem = word[: max(3, len(word) - 4)] if known else word[:2]
    rows = project.rows(
        "SELECT term FROM prose_terms WHERE term > ? AND term < ?", (stem, stem + "\U0010ffff")
    )
    near = [term for (term,) in rows if term != word and alike(word, term)]
    if anywhere and not near and not known:
        rows = project.rows("SELECT term FROM prose_terms WHERE length(term) > 3")
        near = [term for (term,) in rows if alike(word, term)]
    return tuple(sorted(near, key=lambda term: (abs(len(term) - len(word)), term))[:_FORMS])


def nominated(
    project: Project,
    terms: Mapping[str, Term],
    words: str,
    documents: Sequence[str] = (),
    *,
    telling: bool = False,
) -> dict[str, list[tuple[int, int]]]:
    """The spans in which the words may stand, by document, the likeliest first; those in
    ``documents`` (ids) alone, if any are given.

    Where the words stand as they are, forms of them are not sought; with ``telling`` only the
    rarer words are.
    """
    phrase = '"' + words.replace('"', " ") + '"'
    blocks = _matching(project, phrase, documents)
    chosen = list(terms.values()) if blocks else _with_forms(project, terms)
    chosen.sort(key=lambda term: (term.count, -len(term.word)))
    chosen = _telling(chosen) if telling else chosen
    forms = [form for term in chosen[:_WORDS] for form in (term.word, *term.forms)]
    if forms:
        query = " OR ".join(f'"{form}"' for form in dict.fromkeys(forms))
        more = _matching(project, query, documents)
        blocks += [number for number in more if number not in blocks]
    found: dict[str, list[tuple[int, int]]] = {}
    for number in blocks[:_BLOCKS]:
        ((document, start, end),) = project.rows(
            "SELECT document, start, end FROM block WHERE number = ?", (number,)
        )
        found.setdefault(document, []).append((start, end))
    return found


def _telling(terms: Sequence[Term]) -> list[Term]:
    """Of words, the rarest first, so many as tell one block from another, and those that are
    as rare.  A word that is in one block alone may be a slip in the very quotation."""
    shared = [term.count for term in terms if term.count > 1]
    if len(shared) <= _TELLING:
        return list(terms)
    return [term for term in terms if term.count <= shared[_TELLING - 1]]


def _matching(project: Project, query: str, documents: Sequence[str]) -> list[int]:
    """The numbers of the blocks that a full-text query finds, in these documents if any are
    named, the likeliest first."""
    signs = ", ".join("?" * len(documents))
    # "+": the full-text query once, not for each of these blocks
    there = f"AND +rowid IN (SELECT number FROM block WHERE document IN ({signs}))"
    rows = project.rows(
        f"SELECT rowid FROM prose WHERE prose MATCH ? {there if documents else ''} "
        f"ORDER BY rank, rowid LIMIT {_BLOCKS}",
        (query, *documents),
    )
    return [row[0] for row in rows]
