"""A generated project: works with colliding authors, texts that cite, quote and mention
them in many shapes, and the passages where they do.

Everything follows from one random seed.  The words are invented by rule, so that no
text of anybody stands in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from citekit import anchor
from citekit.corpus.documents import extract
from citekit.library.editing import with_id
from citekit.library.linking import DEFAULT_RELATION
from citekit.model import Body, Date, DatePoint, Name, Passage, Work
from citekit.store.annotations import PassageFile, write

_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sch st t tr v w z".split()
_VOWELS = "a e i o u ai au ei ie oo".split()
_ENDS = "ck l ld ll m n nd ng r rd rn s ss t tt x".split()
_SUFFIXES = ["er", "man", "sson", "ley", "ton", "ini", "ez", "owski", "berg", "ford"]
_GIVEN = (
    "Ada Ben Carol Daniel Emma Felix Grace Henry Ines Jonas Karla Louis Maria Nina Oscar Paula "
    "Quentin Rosa Simon Thea Uwe Vera Walter Yvonne Zoe"
).split()
_COMMON = (
    "the of and to in a is that for it as was with be by on not he this are or his from at "
    "which but have an they you were her she there been one all we their has would when who "
    "will more no if out so up said what its about than into them can only other time new "
    "some could these two may first then do any like my now over such our man me even most"
).split()
_NOUNS = (
    "state power image theory order market memory archive letter border river climate policy "
    "growth network model history language city school council report village empire treaty"
).split()
_CUES = ["said", "argued", "wrote", "noted", "told reporters", "warned"]
_PLACES = ["New York", "London", "Berlin", "Paris", "Cambridge", "Princeton", "Chicago"]


#: The share of sentences with a passage after them.
PAPER, JOURNALISM = 0.30, 0.10


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage of a generated text: span, kind, index of the work or -1, quoted words,
    speaker."""

    start: int
    end: int
    kind: str
    work: int
    quoted: str = ""
    speaker: str = ""


class Generator:
    """Works and texts from a seed."""

    def __init__(self, seed: int, works: int) -> None:
        self._random = random.Random(seed)
        words = [self._word() for _ in range(3000)]
        self._words = _COMMON * 12 + _NOUNS * 8 + words
        families = [self._word().capitalize() + self._pick(_SUFFIXES) for _ in range(works // 3)]
        self.works = [self._work(number, families) for number in range(works)]

    def _pick(self, items: list[str]) -> str:
        return self._random.choice(items)

    def _word(self) -> str:
        syllables = (
            self._pick(_ONSETS) + self._pick(_VOWELS) for _ in range(self._random.randint(1, 3))
        )
        return "".join(syllables) + self._pick(_ENDS)

    def _work(self, number: int, families: list[str]) -> Work:
        count = self._random.choice((1, 1, 1, 2, 2, 3))
        names = tuple(Name(self._pick(families), self._pick(_GIVEN)) for _ in range(count))
        title = " ".join(
            self._pick(self._words).capitalize() for _ in range(self._random.randint(3, 8))
        )
        fields: dict[str, object] = {
            "author": names,
            "issued": Date(DatePoint(self._random.randint(1920, 2024))),
            "title": title,
        }
        if self._random.random() < 0.5:
            fields |= {"publisher-place": self._pick(_PLACES), "publisher": "University Press"}
            return Work(f"work{number}", "book", fields)  # type: ignore[arg-type]
        fields |= {
            "container-title": f"Journal of {self._word().capitalize()} Studies",
            "volume": str(self._random.randint(1, 90)),
            "page": f"{self._random.randint(1, 300)}-{self._random.randint(301, 600)}",
        }
        return Work(f"work{number}", "article-journal", fields)  # type: ignore[arg-type]

    def text(
        self, size: int, density: float = PAPER, listed: bool = True
    ) -> tuple[str, list[Spot]]:
        """A text of about ``size`` code points, and what stands in it.

        ``density`` is the share of sentences with a citation, mention or quotation
        after them; with ``listed``, a reference list ends the text.
        """
        parts: list[str] = []
        spots: list[Spot] = []
        cited: list[int] = []
        length = 0

        def put(text: str) -> None:
            nonlocal length
            parts.append(text)
            length += len(text)

        while length < size * 0.93:
            for _ in range(self._random.randint(3, 6)):
                put(self._sentence())
                roll = self._random.random()
                if roll < density:
                    self._passage(put, spots, cited, lambda: length)
                put(" ")
            put("\n\n")
        if listed:
            put("References\n\n")
        for number in dict.fromkeys(cited if listed else ()):
            start = length
            put(self.reference(number))
            spots.append(Spot(start, length, "reference", number))
            put("\n")
        return "".join(parts), spots

    def _sentence(self) -> str:
        words = [self._pick(self._words) for _ in range(self._random.randint(8, 26))]
        return f"{' '.join(words).capitalize()}."

    def _passage(self, put, spots, cited, at) -> None:  # type: ignore[no-untyped-def]
        number = self._random.randrange(len(self.works))
        work = self.works[number]
        family = work.names("author")[0].family
        year = work.date("issued").start.year  # type: ignore[union-attr]
        words = " ".join(self._pick(self._words) for _ in range(self._random.randint(2, 14)))
        shape = self._random.randrange(5)
        put(" ")
        start = at()
        if shape == 0:
            put(f"({family} {year}, {self._random.randint(1, 300)})")
            spots.append(Spot(start, at(), "citation", number))
        elif shape == 1:
            put(f"{family} ({year})")
            spots.append(Spot(start, at(), "citation", number))
            put(f" {self._pick(_CUES)} that {words}.")
        elif shape == 2:
            term = " ".join(words.split()[:3])
            put(f"{family}’s “{term}”")
            spots.append(Spot(start, at(), "mention", number, term))
            put(f" is {self._pick(self._words)}.")
        else:
            speaker = f"{self._pick(_GIVEN)} {self._word().capitalize()}"
            put(f"“{words.capitalize()}”")
            spots.append(Spot(start, at(), "quotation", -1, words.capitalize(), speaker))
            put(f", {speaker} {self._pick(_CUES)}.")
            return
        cited.append(number)

    def reference(self, number: int) -> str:
        """The reference string of a work."""
        work = self.works[number]
        names = ", ".join(f"{name.family}, {name.given}" for name in work.names("author"))
        year = work.date("issued").start.year  # type: ignore[union-attr]
        if work.type == "book":
            where = f"{work.text('publisher-place')}: {work.text('publisher')}"
        else:
            where = f"{work.text('container-title')} {work.text('volume')}: {work.text('page')}"
        return f"{names}. {year}. {work.text('title')}. {where}."

    def texts(self, count: int, size: int, papers: float = 1.0) -> Iterator[tuple[str, list[Spot]]]:
        """Texts, one after the other; this share of them papers, the others journalism,
        with fewer passages and no reference list."""
        for number in range(count):
            if int((number + 1) * papers) > int(number * papers):
                yield self.text(size)
            else:
                yield self.text(size, JOURNALISM, listed=False)


def write_project(folder: Path, generator: Generator, documents: int, passages: int) -> int:
    """Write a project with about so many passages; returns how many there are."""
    from citekit.formats import biblatex

    (folder / "texts").mkdir(parents=True)
    (folder / "refs").mkdir()
    (folder / "citekit.toml").write_text('documents = ["texts/*.txt"]\n', encoding="utf-8")
    catalogue = biblatex.write(generator.works)
    (folder / "refs" / "works.bib").write_text(catalogue, encoding="utf-8")
    found: list[Passage] = []
    # one passage in about 315 characters of generated text
    size = 315 * passages // documents
    for number, (text, spots) in enumerate(generator.texts(documents, size)):
        name = f"texts/{number:05}.txt"
        data = text.encode()
        (folder / name).write_bytes(data)
        document = extract(data, name)
        for spot in spots:
            key = f"work{spot.work}" if spot.work >= 0 else ""
            found.append(
                with_id(
                    Passage(
                        "",
                        name,
                        anchor.select(document.text, spot.start, spot.end),
                        spot.kind,
                        Body("work", key) if key else Body(),
                        relation=DEFAULT_RELATION[spot.kind] if key else "",
                        quoted=spot.quoted,
                        speaker=spot.speaker,
                        digest=document.digest,
                        extractor=document.extractor,
                    )
                )
            )
    (folder / "refs" / "passages.jsonl").write_text(
        write(PassageFile(tuple(found))), encoding="utf-8"
    )
    return len(found)
