"""How many quotations a second ``citekit check --quotations`` verifies.

    python -m benchmarks.verify [--documents 300] [--kilobytes 100] [--quotations 6000]
                                [--folder FOLDER] [--profile] [--verdicts FILE]

Makes a project of texts, each of which is the text of a work of the catalogue, and of
quotations from each other in them: three in four name a work, one in five a speaker alone.
Half of them have the words of a text as they are, a quarter have them altered (words left
out, exchanged, other forms, a negation put in, ellipses and brackets), a quarter have
words that stand nowhere.  Prints how many were verified a second of CPU time of this process
(reading their texts' citations is part of it, making the index is not).  ``--verdicts`` writes
all that was found as JSON, to be compared with what another version finds; ``--profile``
prints where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import random
import tempfile
import time
from collections import Counter
from itertools import accumulate
from pathlib import Path

from citekit.formats import biblatex
from citekit.library import Project
from citekit.library.verifying import Verifier
from citekit.model import Date, DatePoint, Name, Work

_SYLLABLES = "ba ko ri ten mor sal ven ti dra lo pe qui sta ner gul fi mu han os el".split()
_SMALL = {
    "en": "the of and to in is that it was for on as with by at from this be are not".split(),
    "de": "die der und in das zu den ist von mit nicht auf ein sich es dem im als wie aus".split(),
    "fr": "le de la et les des en un du une que est pour qui dans par sur pas au il".split(),
}
_LEAD = {"en": "She told them", "de": "Sie sagte", "fr": "Elle a dit"}
_SAID = {"en": "said", "de": "sagte", "fr": "a déclaré"}
_NEGATION = {"en": "not", "de": "nicht", "fr": "pas"}
_GIVEN = "Ada Ben Carol Daniel Emma Felix Grace Henry Ines Jonas Karla Louis Maria Nina".split()
#: The share of quotations that name a work, and of those that name a speaker alone.
_CITED, _SPOKEN = 0.75, 0.20
_WORDS = 40_000
_QUOTED = (5, 16)  # words of a quotation


class _Words:
    """Invented words, as often as in a language (Zipf), the most frequent ones its own."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        made: dict[str, None] = {}
        while len(made) < _WORDS:
            made["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 5)))] = None
        self._rare = list(made)
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(_WORDS)))

    def sentence(self, language: str) -> list[str]:
        """The words of a sentence, without its stop."""
        size = self._chance.randint(8, 26)
        words = self._chance.choices(self._rare, cum_weights=self._weights, k=size)
        words[1::2] = self._chance.choices(_SMALL[language], k=len(words[1::2]))
        return words


def _altered(words: list[str], language: str, chance: random.Random) -> list[str]:
    """The words of a quotation with one to three changes."""
    made = list(words)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(1, len(made) - 1)
        match chance.randrange(7):
            case 0:
                del made[at]
            case 1:
                made[at] = "".join(chance.choices(_SYLLABLES, k=3))
            case 2:
                made[at] += "s"
            case 3:
                made.insert(at, _NEGATION[language])
            case 4:
                made[at] = "…"
            case 5:
                made.insert(at, "[" + "".join(chance.choices(_SYLLABLES, k=2)) + "]")
            case _:
                made[at], made[at - 1] = made[at - 1], made[at]
        if len(made) < 5:
            break
    return made


def write_project(folder: Path, documents: int, size: int, quotations: int, seed: int = 3) -> None:
    """Write a project of ``documents`` texts of about ``size`` code points each with about so
    many quotations in all."""
    chance = random.Random(seed)
    words = _Words(chance)
    languages = list(_SMALL)
    bodies = []
    works = []
    for number in range(documents):
        language = chance.choice(languages)
        sentences: list[list[str]] = []
        length = 0
        while length < size:
            sentences.append(words.sentence(language))
            length += sum(map(len, sentences[-1])) + len(sentences[-1]) + 1
        bodies.append((language, sentences))
        family = f"{words.sentence('en')[0]}{number}".translate(
            str.maketrans("0123456789", "abcdefghij")
        )
        fields = {
            "author": (Name(family.capitalize(), chance.choice(_GIVEN)),),
            "issued": Date(DatePoint(chance.randint(1920, 2024))),
            "title": " ".join(words.sentence("en")[:6]).capitalize(),
        }
        works.append(Work(f"work{number}", "book", fields))  # type: ignore[arg-type]
    (folder / "texts").mkdir(parents=True)
    (folder / "refs").mkdir()
    (folder / "citekit.toml").write_text('documents = ["texts/*.md"]\n', encoding="utf-8")
    catalogue = biblatex.write(works)
    for number in range(documents):
        entry = f"{{work{number},"
        catalogue = catalogue.replace(entry, f"{entry}\n  file = {{texts/{number:05}.md}},")
    (folder / "refs" / "works.bib").write_text(catalogue, encoding="utf-8")
    for number, (language, sentences) in enumerate(bodies):
        share = quotations / documents / len(sentences)
        parts: list[str] = []
        for sentence in sentences:
            parts.append(" ".join(sentence).capitalize() + ".")
            if chance.random() < share:
                source = chance.choice([at for at in range(documents) if at != number] or [0])
                parts.append(_quoting(language, bodies[source], works[source], words, chance))
            parts.append("\n\n" if chance.random() < 0.2 else " ")
        text = "".join(parts)
        (folder / "texts" / f"{number:05}.md").write_text(text, encoding="utf-8")


def _quoting(
    language: str,
    source: tuple[str, list[list[str]]],
    work: Work,
    words: _Words,
    chance: random.Random,
) -> str:
    """A sentence that quotes."""
    size = chance.randint(*_QUOTED)
    held = chance.choice(source[1])
    start = chance.randrange(max(1, len(held) - size + 1))
    quoted = held[start : start + size]
    roll = chance.random()
    if roll > 0.75:
        quoted = words.sentence(source[0])[:size]
    elif roll > 0.5 and len(quoted) >= 5:
        quoted = _altered(quoted, source[0], chance)
    shown = " ".join(quoted)
    family = work.names("author")[0].family
    year = work.date("issued").start.year  # type: ignore[union-attr]
    roll = chance.random()
    speaker = f"{chance.choice(_GIVEN)} {words.sentence('en')[0].capitalize()}"
    if roll < _CITED:
        return f" {_LEAD[language]}: “{shown}” ({family} {year}, {chance.randint(1, 300)})."
    if roll < _CITED + _SPOKEN:
        return f" “{shown.capitalize()},” {_SAID[language]} {speaker}."
    return f" “{shown}” [@unknown{chance.randint(1, 9)}]."


def main() -> None:
    """Make the project, verify its quotations, and print how long it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--kilobytes", type=int, default=100)
    parser.add_argument("--quotations", type=int, default=6000)
    parser.add_argument("--folder", type=Path, help="where the project is made, or was made before")
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name) / "project"
        if not (folder / "citekit.toml").exists():
            size = options.kilobytes * 1000
            write_project(folder, options.documents, size, options.quotations)
        measure(folder, options.verdicts, profiled=options.profile)


def measure(folder: Path, verdicts: Path | None, *, profiled: bool) -> None:
    """Verify the quotations of a project and print how long it took."""
    with Project.open(folder) as project:
        project.index()
        start = time.process_time()
        state = project.state()
        documents = [text.document for text in state.texts.values()]
        print(f"{len(documents)} texts read in {time.process_time() - start:.1f} s")
        verifier = Verifier(project, state)
        profile = cProfile.Profile()
        start = time.process_time()
        if profiled:
            profile.enable()
        with project.at_one_moment():
            checked = verifier.manuscripts(documents)
        profile.disable()
        spent = time.process_time() - start
        start = time.process_time()
        pairs = verifier.variants(checked)
        between = time.process_time() - start
        counts = Counter(str(one.finding.verdict) for one in checked)
        print(", ".join(f"{count} {verdict}" for verdict, count in counts.most_common()))
        print(f"{len(checked)} quotations in {spent:.1f} s, {len(checked) / spent:.0f} a second")
        print(f"{len(pairs)} quoted differently in {between:.1f} s")
        if verdicts is not None:
            found = {
                "quotations": [verifier.checked_json(one) for one in checked],
                "variants": [verifier.variant_json(pair) for pair in pairs],
            }
            verdicts.write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")
    if profiled:
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)
        pstats.Stats(profile).sort_stats("cumtime").print_stats(60)


if __name__ == "__main__":
    main()
