"""Citations of works that only the text's own list of references names."""

from __future__ import annotations

import pytest

from citekit.find.citations.finder import citations
from citekit.find.references.finder import references
from citekit.find.references.matching import Index
from citekit.find.works import Catalogue
from tests.find.texts import parser

LIST = """

References

Arden, Paula, and Luis Hobart. 2011. “Quays and Idle Cranes.” Journal of Harbour Studies 4: 1–20.

Arden, Paula, and Nora Quill. 2011. “Cranes without Quays.” Journal of Harbour Studies 4: 21–40.

Board of Pilots of the Northern Coast. 2019. Annual Survey. Bergen: BPNC.

Deutsche Hafenbank. 2017. Zur Lage der Kais. Hamburg: DHB.

Sund, Olaf. 1992. Tides and Tolls. Oslo: Fjord Press.

Sund, Olaf, Rita Vance and Tomas Weir. 1992. “Tolls at Sea.” Tide Review 3: 5–19.

von Hagen, Ute. 1996. “Dredging.” Tide Review 7: 1–9.

World Harbour Organization. 2012. Cranes of the World. Geneva: WHO.
"""


def cited(sentence: str) -> list[tuple[str, str]]:
    """The words and the title of each work that a sentence cites."""
    text, index = sentence + LIST, Index([])
    found = citations(text, Catalogue.of(()), references(text, index, parser()))
    return [
        (text[one.start : one.end], one.proposal.text("title") if one.proposal else "")
        for one in found
        if one.end <= len(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "title"),
    [
        # the first author and the year are also those of another work
        ("So Arden and Quill (2011) say.", "Arden and Quill (2011)", "Cranes without Quays"),
        ("So Arden and Hobart (2011) say.", "Arden and Hobart (2011)", "Quays and Idle Cranes"),
        ("It is so (Sund, Vance and Weir 1992).", "Sund, Vance and Weir 1992", "Tolls at Sea"),
        ("It is so (Sund et al. 1992, p. 6).", "Sund et al. 1992, p. 6", "Tolls at Sea"),
        ("It is so (Sund 1992, p. 6).", "Sund 1992, p. 6", "Tides and Tolls"),
        # a work of these authors is not listed
        ("It is so (Arden and Moss 2011).", "Arden and Moss 2011", ""),
        # bodies by their first letters and in short
        ("It is so (WHO 2012).", "WHO 2012", "Cranes of the World"),
        ("The Board of Pilots (2019) counts.", "Board of Pilots (2019)", "Annual Survey"),
        ("Die Hafenbank (2017) widerspricht.", "Hafenbank (2017)", "Zur Lage der Kais"),
        # a preposition before a name, and the particle of one
        ("Le modèle de Sund (1992) tient.", "Sund (1992)", "Tides and Tolls"),
        ("Die Arbeit von von Hagen (1996) auch.", "von Hagen (1996)", "Dredging"),
        ("See von Hagen (1996) on it.", "von Hagen (1996)", "Dredging"),
    ],
)
def test_the_work_that_the_names_tell(sentence: str, words: str, title: str) -> None:
    assert cited(sentence) == [(words, title)]


def test_ibid_behind_names_is_of_these_authors() -> None:
    found = cited("Sund (1992) says so; von Hagen (1996) and Sund (ibid., p. 4) agree.")
    assert found[2] == ("Sund (ibid., p. 4)", "Tides and Tolls")
