"""``python -m benchmarks.train_parser [--strings N] [--humanities N] [--bibs FOLDER] [--out FILE]``

Rebuilds the model of the reference parser from nothing: makes records, prints them in
the installed citation styles and in made-up house styles, writes more in the manners of the
humanities, spoils the strings, and trains the sequence model on them.  The same seed gives
the same strings.  It takes five minutes of CPU time on one core.
``benchmarks/parser/requirements.txt`` names the packages it needs, FOLDER holds .bib files
(the ``bib-corpus`` of the test data) whose values two records in five take; without it the
made-up values stand alone, and the model is worse.
"""

from __future__ import annotations

import argparse
import lzma
import os
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

import pycrfsuite

from benchmarks.parser import humanities, informal, noise, rendered
from benchmarks.parser.records import Maker
from benchmarks.parser.stock import Stock, gather
from citekit.errors import CitekitError
from citekit.find.parsing.tokens import features
from citekit.library.references import locale, source_style
from citekit.model import Work
from citekit.store.styles import find_style, list_styles

#: The tokens of a string, and their labels.
Example = tuple[list[str], list[str]]

_ROOT = Path(__file__).resolve().parents[1]
_DATA = Path(os.environ.get("CITEKIT_TESTDATA", _ROOT.parent / "shared"))
_OUT = _ROOT / "src/citekit/data/parser.crf.xz"
#: Of how many strings one part is made, each with a seed of its own.
_PART = 5000
#: How many records each style prints at once.
_EACH = 4
_LANGUAGES = {"en": 60, "de": 22, "fr": 12, "es": 3, "it": 3}
_LOCALES = "en-US en-US en-GB de-DE fr-FR es-ES it-IT pt-BR nl-NL".split()


def strings(count: int, stock: Stock, seed: int) -> Iterator[Example]:
    """So many strings as tokens and their labels, half of each manner."""
    rng = Random(seed)
    maker = Maker(rng, stock)
    for _ in range(count // 2):
        work = maker.work()
        language = rng.choices(list(_LANGUAGES), list(_LANGUAGES.values()))[0]
        yield prepared(noise.pieces(informal.write(work, language, rng)), rng)
    styles = [one.name for one in list_styles() if one.kind == "independent"]
    rng.shuffle(styles)
    left = count - count // 2
    for name in cycle(styles):
        works = [maker.work() for _ in range(_EACH)]
        for one in in_style(name, works, rng)[:left]:
            yield prepared(one, rng)
            left -= 1
        if not left:
            return


def of_humanities(count: int, stock: Stock, seed: int) -> Iterator[Example]:
    """So many strings in the manners of the humanities."""
    rng = Random(f"{seed} humanities")
    writer = humanities.Writer(rng, stock)
    for _ in range(count):
        yield prepared(noise.pieces(writer.write()), rng)


def in_style(name: str, works: list[Work], rng: Random) -> list[noise.Labelled]:
    """Entries, or first citations of a style for notes, in a language of the style's or
    another."""
    try:
        style = source_style(find_style(name))
        language = rng.choice(_LOCALES) if rng.random() < 0.5 else None
        notes = style.style_class == "note" and rng.random() < 0.5
        locator = str(rng.randint(1, 400)) if notes and rng.random() < 0.5 else ""
        return list(rendered.render(style, works, locale, language, notes=notes, locator=locator))
    except CitekitError:
        return []


def prepared(one: noise.Labelled, rng: Random) -> Example:
    """The string spoiled and cut into tokens."""
    return noise.labelled_tokens(noise.spoil(one, rng))


#: What words and affixes say.
_OWN = (b"w=", b"e=", b"p=")


def thinned(words: list[str], rng: Random) -> list[list[bytes]]:
    """The features of a string, some of what words and affixes say left out, so that the
    model learns to do without."""
    return [
        [name for name in row if name[:2] not in _OWN or rng.random() > 0.1]
        for row in features(words)
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--strings", type=int, default=30000)
    arguments.add_argument("--humanities", type=int, default=4500)
    arguments.add_argument("--bibs", type=Path, default=_DATA / "bib-corpus")
    arguments.add_argument("--out", type=Path, default=_OUT)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--iterations", type=int, default=75)
    arguments.add_argument("--c1", type=float, default=0.3)
    arguments.add_argument("--c2", type=float, default=0.01)
    chosen = arguments.parse_args()
    start = time.process_time()
    stock = gather(chosen.bibs if chosen.bibs.is_dir() else None)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {
            "c1": chosen.c1,
            "c2": chosen.c2,
            "max_iterations": chosen.iterations,
            "feature.minfreq": 2,
            "feature.possible_transitions": True,
        }
    )
    count = 0
    for part in range(-(-chosen.strings // _PART)):
        size = min(_PART, chosen.strings - count)
        for words, tags in strings(size, stock, chosen.seed + part):
            trainer.append(thinned(words, Random(f"{chosen.seed} {count}")), tags)
            count += 1
    for words, tags in of_humanities(chosen.humanities, stock, chosen.seed):
        trainer.append(thinned(words, Random(f"{chosen.seed} {count}")), tags)
        count += 1
    print(f"{count} strings made in {time.process_time() - start:.0f} s", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        trainer.train(str(model))
        content = model.read_bytes()
    packed = lzma.compress(content, preset=9)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_bytes(packed)
    print(
        f"trained in {time.process_time() - start:.0f} s; {len(content):,} bytes, "
        f"{len(packed):,} packed"
    )


if __name__ == "__main__":
    main()
