"""Where in the corpus a remembered quotation stands, and how it is cited.

The index nominates blocks of text (:mod:`citekit.library.nominating`); the
words are then aligned with the documents themselves (:mod:`citekit.verify`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

from citekit.corpus.places import Lines, sentence, sentence_breaks
from citekit.errors import UsageError
from citekit.library.clauses import whole_end
from citekit.library.nominating import nominated, terms_of
from citekit.library.project import Project
from citekit.library.spans import balanced, whole
from citekit.library.views import PassageView
from citekit.model import Document
from citekit.store.corpus import read_document
from citekit.textfold import unbroken
from citekit.verify.alignment import Source, alike
from citekit.verify.verdicts import Change, Finding, Verdict, compare
from citekit.verify.words import is_quoted, masked, unmasked, words_of

#: Score (0–1) from which a place counts as found.
ENOUGH = 0.4
#: Score from which words that stand together are enough, and scattered ones are not sought.
SURE = 0.7
#: What words that are all there, in another order or with others between, are worth:
#: where they stand nearly together, and anywhere in a sentence.
SCATTERED, IN_A_SENTENCE = 0.85, 0.7
#: The share of a quotation's words (by rarity) that a sentence must hold then.
ENOUGH_WORDS = 0.6
#: Characters around a block in which a quotation may begin or end, more for a longer one.
_AROUND = 300
#: Characters on either side in which its sentence begins and ends.
_SENTENCE = 1200


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a remembered quotation stands.

    ``exact`` are the words there, ``before`` and ``after`` the rest of their
    sentence; ``score`` (0–1) says how much of what was asked for they are,
    ``changes`` how what was asked for departs from them.  ``line`` and ``column``
    are those of the file, ``start`` and ``end`` code points of the text.
    ``pieces`` are the words as they are quoted: without what an ellipsis stands for, marks
    of notes, and hyphens of line ends.
    """

    document: str
    key: str
    line: int
    column: int
    start: int
    end: int
    score: float
    verdict: str
    exact: str
    before: str
    after: str
    pieces: tuple[str, ...]
    changes: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """The hit as a JSON object."""
        return {
            "document": self.document,
            "key": self.key,
            "line": self.line,
            "column": self.column,
            "start": self.start,
            "end": self.end,
            "score": self.score,
            "verdict": self.verdict,
            "exact": self.exact,
            "before": self.before,
            "after": self.after,
            "changes": [change._asdict() for change in self.changes],
        }


def find(project: Project, words: str, limit: int = 5, documents: Sequence[str] = ()) -> list[Hit]:
    """The places of the corpus where these words stand, or nearly these, best first;
    those of ``documents`` (ids) alone, if any are given.

    Signs of Markdown in them, as they are copied from a block quotation, are no words.
    Raises UsageError for a quotation without words.
    """
    words = _unmarked(words)
    if not words_of(words):
        raise UsageError("say which words", hint='citekit quote "…"')
    terms = terms_of(project, words)
    count = project.rows("SELECT count(*) FROM block")[0][0] or 1
    worth = {word: log(1 + count / (term.count + 1)) for word, term in terms.items()}
    looked_at = [
        (read_document(project.root, id), spans)
        for id, spans in nominated(project, terms, words, documents).items()
    ]
    hits = [
        hit
        for document, spans in looked_at
        for hit in _aligned(document, spans, words, worth, limit)
    ]
    if max((hit.score for hit in hits), default=0.0) < SURE:
        hits += [hit for document, spans in looked_at for hit in _scattered(document, spans, worth)]
    keys = {
        document.id: project.rows("SELECT key FROM document WHERE id = ?", (document.id,))[0][0]
        for document, _ in looked_at
    }
    hits = [replace(hit, key=keys[hit.document]) for hit in hits]
    return _apart(sorted(hits, key=_rank))[:limit]


#: The marks of a block quotation before a line, and an escaped sign (CommonMark 0.31, 5.1
#: and 2.4); the end of a line that is broken with a backslash (6.7).
_BLOCK_MARK = re.compile(r"^[ \t]*(?:\\?>[ \t]?)+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BROKEN_LINE = re.compile(r"\\[ \t]*$", re.MULTILINE)


def _unmarked(words: str) -> str:
    """Words without the signs of Markdown that stand before lines and letters."""
    if _BLOCK_MARK.match(words):  # also where the lines have become one
        words = re.sub(r"\s\\?>\s", "\n", _BLOCK_MARK.sub("", words))
    return _ESCAPED.sub(r"\1", _BROKEN_LINE.sub("", words))


def _rank(hit: Hit) -> tuple[float, bool, bool, bool, str, int]:
    """What comes first: the nearest words, of those the ones of a document with a record,
    and of those the ones that are nobody's quotation there."""
    quoted = is_quoted(hit.before + hit.exact, len(hit.before))
    return -hit.score, hit.verdict == "altered", not hit.key, quoted, hit.document, hit.start


# --- a closer look ---------------------------------------------------------------------------


def _aligned(
    document: Document,
    spans: Sequence[tuple[int, int]],
    words: str,
    worth: Mapping[str, float],
    limit: int,
) -> Iterator[Hit]:
    """Where the words stand in their order, or nearly so: the best place of each part of
    the document, and others beside it from :data:`SURE` on."""
    text = document.text
    windows = [(*span, ENOUGH) for span in _windows(spans, len(text), _AROUND + len(words))]
    made = 0
    for low, high, least in windows:  # grows while it is read
        source = Source(document.id, text[low:high])
        if made >= limit or _share_of(source.positions, worth) < ENOUGH:
            continue
        found = compare(words, source, ENOUGH)
        if found.verdict is Verdict.NOT_FOUND:
            continue
        start, end, changes = _in_its_sentence(text, low, found)
        kept = whole(text, start, end, only_citations=True)
        if kept != (start, end):  # what was asked for from the citation is not there
            again = compare(words, Source(document.id, text[slice(*kept)]), ENOUGH)
            if again.verdict is Verdict.NOT_FOUND:
                continue
            found, low = again, kept[0]
            start, end, changes = low + found.start, low + found.end, found.changes
        start, end = balanced(text, *whole(text, start, end))
        stop, end = end, whole_end(text, start, end, words, low + found.pieces[-1][1])
        if end != stop:
            changes = _reaching(changes, text, start, stop, end)
            start, end = balanced(text, *whole(text, start, end))
        share = _share(text[start:end], worth)
        if share < ENOUGH:  # only the small words agree
            continue
        hit = _hit(document, start, end, max(found.score, SCATTERED * share))
        if hit.score < least:
            continue
        parts = _parts(text, words, (start, end), low, found)
        parts[-1] = parts[-1][0], end if end != stop else parts[-1][1]
        pieces = tuple(_quotable(text, *part) for part in parts) if len(parts) > 1 else hit.pieces
        yield replace(hit, verdict=str(found.verdict), pieces=pieces, changes=changes)
        if hit.score >= SURE:
            made += 1
            windows += [(low, start, SURE), (end, high, SURE)]


#: Between two pieces: words in brackets that the text itself has.
_INSERTED = re.compile(r"\W*\[[^\[\]@\d][^\[\]@]*\]\W*")


def _parts(
    text: str, words: str, span: tuple[int, int], low: int, found: Finding
) -> list[tuple[int, int]]:
    """The spans of what was found from ``low`` on between which something is left out; one if
    the text has the words as they were asked for, with what they have in brackets."""
    if [word.key for word in words_of(words)] == [
        word.key for word in words_of(text[slice(*span)])
    ]:
        return [span]
    parts: list[tuple[int, int]] = []
    for left, right in found.pieces:
        part = whole(text, low + left, low + right, only_citations=True)
        if parts and _INSERTED.fullmatch(text, parts[-1][1], part[0]):
            part = parts.pop()[0], part[1]
        parts.append(part)
    return parts


#: Where a sentence or a part of it ends.
_END = re.compile(r"[.!?…;:][”’\"'»)\]]*\s+|\n\s*\n")
#: The same, or what stands in quotation marks or brackets begins.
_BEGIN = re.compile(rf"{_END.pattern}|(?<!\w)[\"“”„«»‘‚‹(\[]\s?(?=\w|$)")


def _in_its_sentence(text: str, low: int, found: Finding) -> tuple[int, int, tuple[Change, ...]]:
    """The span of what was found from ``low`` on, and the changes: other words than were
    asked for, at either end, belong to it only if they stand in the same sentence as those
    that agree, and not before the quotation mark or bracket with which these begin."""
    start, end = low + found.start, low + found.end
    first, last = low + found.pieces[0][0], low + found.pieces[-1][1]
    changes = found.changes
    ended = next(_END.finditer(text, last, end), None)
    if ended is not None:
        changes = tuple(_without(change, text[ended.end() : end]) for change in changes)
        end = ended.start()
    *_, begun = None, *_BEGIN.finditer(text, start, first)
    if begun is not None:
        changes = tuple(_without(change, text[start : begun.start()]) for change in changes)
        start = begun.end()
    return start, end, changes


def _without(change: Change, words: str) -> Change:
    """The change without words of the source that do not belong to it."""
    gone = [word.key for word in words_of(words)]
    there = words_of(change.source)
    keys = [word.key for word in there]
    if not gone or change.kind != "changed":
        return change
    if keys[-len(gone) :] == gone:
        there = there[: -len(gone)]
    elif keys[: len(gone)] == gone:
        there = there[len(gone) :]
    else:
        return change
    if not there:
        return Change("added", change.quoted, "")
    return change._replace(source=change.source[there[0].start : there[-1].end])


def _reaching(
    changes: tuple[Change, ...], text: str, start: int, stop: int, end: int
) -> tuple[Change, ...]:
    """The changes of the words ``start``–``stop`` of a text for those that end at ``end``."""
    if not changes:
        return changes
    *others, last = changes
    if end < stop:
        return tuple(_without(change, text[end:stop]) for change in changes)
    if not last.source or not text[start:stop].endswith(last.source):
        return changes
    return (*others, last._replace(source=" ".join(f"{last.source}{text[stop:end]}".split())))


#: Code points around words that tell whether a sign in them is the mark of a note.
_BESIDE = 24


def _quotable(text: str, start: int, end: int) -> str:
    """Words of a text as they are quoted: without citations and the marks of its notes, and
    without what line ends made of them."""
    low = max(0, start - _BESIDE)
    return unbroken(unmasked(masked(text[low : end + _BESIDE])[start - low : end - low]))


def _hit(document: Document, start: int, end: int, score: float) -> Hit:
    text = document.text
    low, high = max(0, start - _SENTENCE), min(len(text), end + _SENTENCE)
    breaks = [low + at for at in sentence_breaks(text[low:high])]
    left, right = sentence(text, [low, *breaks], start, end)
    line, column = Lines.of(document).place(start)
    return Hit(
        document=document.id,
        key="",
        line=line,
        column=column,
        start=start,
        end=end,
        score=round(score, 3),
        verdict="scattered",
        exact=text[start:end],
        before=text[left:start],
        after=text[end:right],
        pieces=(_quotable(text, start, end),),
        changes=(),
    )


def _windows(spans: Sequence[tuple[int, int]], size: int, around: int) -> list[tuple[int, int]]:
    """The spans with what is around them; those that meet are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        low, high = max(0, start - around), min(size, end + around)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _scattered(
    document: Document, spans: Sequence[tuple[int, int]], worth: Mapping[str, float]
) -> Iterator[Hit]:
    """Sentences that hold most of the words in whatever order."""
    text = document.text
    for low, high in _windows(spans, len(text), _AROUND):
        best, where = 0.0, (low, low)
        start = low
        for end in sentence_breaks(text[low:high]):
            share = _share(text[start : low + end], worth)
            if share > best:
                best, where = share, (start, low + end)
            start = low + end
        shown = text[where[0] : where[1]]
        if best >= ENOUGH_WORDS:
            left = where[0] + len(shown) - len(shown.lstrip())
            yield _hit(document, left, where[0] + len(shown.rstrip()), IN_A_SENTENCE * best)


def _share(text: str, worth: Mapping[str, float]) -> float:
    """How much of the words a text holds, by their worth; a form of a word counts half."""
    return _share_of({word.key for word in words_of(text)}, worth)


def _share_of(there: Collection[str], worth: Mapping[str, float]) -> float:
    held = sum(
        value * (1.0 if word in there else 0.5)
        for word, value in worth.items()
        if word in there or any(alike(word, other) for other in there)
    )
    return held / (sum(worth.values()) or 1.0)


def _apart(hits: Sequence[Hit]) -> list[Hit]:
    """The hits without those that overlap a better one."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(
            hit.document == other.document and hit.start < other.end and other.start < hit.end
            for other in kept
        ):
            kept.append(hit)
    return kept


# --- ready to paste ----------------------------------------------------------------------------


def cited_by(project: Project, hit: Hit) -> PassageView | None:
    """The passage that says whose words the hit's are: they stand in it, or are the term
    it quotes.  A paraphrase is in the words of who paraphrases: of it only those in quotation
    marks are another's (APA 7, 8.23 and 8.25; Chicago Manual of Style 18, 12.3)."""
    quoted = is_quoted(hit.before + hit.exact, len(hit.before))
    about = [
        view
        for view in project.passages(document=hit.document)
        if view.work
        and view.kind in ("quotation", "paraphrase", "mention", "echo")
        and view.start < hit.end
        and hit.start < view.end
    ]
    for view in about:
        if view.kind != "mention":
            if view.kind == "paraphrase" and not quoted:
                continue
            if view.start <= hit.start and hit.end <= view.end:
                return view
        elif view.quoted and _letters(hit.exact) in _letters(view.quoted):
            return view
    return None


def _letters(text: str) -> str:
    return " ".join(word.key for word in words_of(text))
