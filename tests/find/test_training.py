"""The labelled strings that the reference parser is trained on."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.parser import informal, noise, rendered
from citekit import csl
from citekit.library.references import locale, source_style
from citekit.model import Date, DatePoint, Name, Work
from citekit.richtext import plain
from citekit.store.styles import find_style

CHAPTER = Work(
    "joas1986",
    "chapter",
    {
        "title": "Die unglückliche Ehe von Hermeneutik und Funktionalismus",
        "author": (Name(family="Joas", given="Hans"),),
        "editor": (Name(family="Honneth", given="Axel"), Name(family="Joas", given="Hans")),
        "container-title": "Kommunikatives Handeln",
        "issued": Date(DatePoint(1986)),
        "publisher": "Suhrkamp",
        "publisher-place": "Frankfurt am Main",
        "page": "144-176",
        "collection-title": "Suhrkamp Taschenbuch Wissenschaft",
        "collection-number": "625",
    },
)
STYLES = "apa chicago-author-date ieee modern-language-association vancouver din-1505-2".split()


@pytest.mark.parametrize("name", STYLES)
def test_a_traced_entry_reads_as_the_processor_prints_it(name: str) -> None:
    style = source_style(find_style(name))
    ((text, labels),) = rendered.render(style, [CHAPTER], locale)
    listed = csl.process(style, [CHAPTER], [], locales=locale).bibliography
    assert listed is not None
    assert "".join(text.split()) == "".join(plain(listed.entries[0].text).split())
    assert len(labels) == len(text)


def part(text: str, labels: list[str], label: str) -> str:
    return "".join(c for c, own in zip(text, labels, strict=True) if own == label)


def test_every_field_has_its_label() -> None:
    style = source_style(find_style("apa"))
    ((text, labels),) = rendered.render(style, [CHAPTER], locale)
    assert part(text, labels, "author") == "Joas, H."
    assert part(text, labels, "date") == "1986"
    assert "Honneth" in part(text, labels, "editor")
    assert part(text, labels, "booktitle") == "Kommunikatives Handeln"
    assert part(text, labels, "publisher") == "Suhrkamp"
    words, tags = noise.labelled_tokens((text, labels))
    assert tags[words.index("In")] == "editor"
    assert all(tag in rendered.LABELS for tag in tags)


def test_hand_made_strings_keep_their_labels_through_the_noise() -> None:
    for seed in range(200):
        rng = Random(seed)
        rows = informal.write(CHAPTER, "de", rng)
        assert "".join(text for text, _ in rows).count("1986") == 1
        text, labels = noise.spoil(noise.pieces(rows), rng)
        assert len(text) == len(labels)
        words, tags = noise.labelled_tokens((text, labels))
        assert len(words) == len(tags)
        assert "title" in tags


def test_the_same_seed_gives_the_same_string() -> None:
    assert informal.write(CHAPTER, "de", Random(5)) == informal.write(CHAPTER, "de", Random(5))
