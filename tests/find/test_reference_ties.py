"""References without a title, or with an identifier alone, and the works that they are."""

from __future__ import annotations

import pytest

from citekit.find.references.finder import references
from citekit.find.references.matching import Index
from citekit.formats import registry
from tests.find.texts import parser

INDEX = Index(
    registry.get("biblatex")
    .read(
        """
@article{marlow2004, author={Marlow, Judith}, title={Salt bridges and idle times},
  journaltitle={Journal of Ordered Fluids}, date={2004}, volume={12}, pages={1-29}}
@article{sorge2011, author={Sorge, Ivar and Makris, Dora}, title={Clearance of salt in old dogs},
  journaltitle={Annals of Canine Medicine}, date={2011}, doi={10.5555/acm.2011.0112}}
@online{petrik2021, author={Petrik, Jan}, title={A remark on patient decoding}, date={2021},
  eprinttype={arxiv}, eprint={2104.08888}}
@article{sommer1973, author={Sommer, Grete}, title={Ersatz ohne Grund},
  journaltitle={Juristenzeitung}, shortjournal={JZ}, date={1973}, pages={120-126}}
@article{lenz1961, author={Lenz, Jakob}, title={Gewohnheit und Gesetz},
  journaltitle={Archiv für die civilistische Praxis}, shortjournal={AcP}, date={1961},
  volume={160}, pages={33-71}}
"""
    )
    .works
)


def listed(entry: str) -> list[str]:
    """The works that an entry of a list is found to be."""
    text = f"It was said before.\n\nReferences\n\n{entry}\n"
    return [one.body.value for one in references(text, INDEX, parser())]


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        # an abbreviated journal, volume and first page
        ("J. Marlow, J. Ord. Fluids 12, 1 (2004).", "marlow2004"),
        ("Marlow J., 2004, J. Ordered Fluids, 12, 1", "marlow2004"),
        ("J. Marlow, J. Ord. Fluids 12, 1–29 (2004).", "marlow2004"),
        # the journal in full, and a page of the article
        ("J. Marlow, Journal of Ordered Fluids 12, 17 (2004).", "marlow2004"),
        ("J. Marlow, Journal of Ordered Fluids 2004, 12, 1.", "marlow2004"),
        # an identifier
        ("Petrik, J.: arXiv:2104.08888 [cs.CL].", "petrik2021"),
        ("J. Petrik, e-print arXiv:2104.08888v2 [cs.CL].", "petrik2021"),
        ("J. Petrik, arXiv:2104.08888 (2021).", "petrik2021"),
        ("I. Sorge, doi:10.5555/acm.2011.0112.", "sorge2011"),
        ("Sorge et al. https://doi.org/10.5555/acm.2011.0112", "sorge2011"),
        # another article of the same author in the same year's volume
        ("Marlow, J. (2004). Trapping noise in glass. Journal of Ordered Fluids 12, 40–55.", ""),
        ("Marlow J. Trapping noise in glass. Journal of Ordered Fluids. 2004;12(4):40-55.", ""),
        ("Marlow, J. (2004). Trapping noise in glass. Journal of Ordered Fluids 12.", ""),
        ("J. Marlow, Journal of Ordered Fluids 12, 40 (2004).", ""),
        ("J. Marlow, J. Ord. Fluids 12, 17 (2004).", ""),
        ("J. Petrik, arXiv:2104.08889 (2021).", ""),
    ],
)
def test_an_entry_is_the_work_whose_pages_or_identifier_it_has(entry: str, key: str) -> None:
    assert [one for one in listed(entry) if one] == [key][: bool(key)]


def test_an_entry_of_a_body_under_a_heading_of_its_own_is_a_reference() -> None:
    entry = (
        "Baltic Tide Consortium (2017). Daily tide levels, 1979–2016 [Data set]. SeaBase. "
        "https://doi.org/10.5555/sea.8831"
    )
    text = f"It is known.\n\nData and code\n{entry}\n\nMore follows here."
    found = references(text, INDEX, parser())
    assert [text[one.start : one.end] for one in found] == [entry]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Das ist streitig (Sommer, JZ 1973, 120, 122). So auch die Lehre (Lenz, AcP 160 "
            "(1961), 33, 50).",
            {"Sommer, JZ 1973, 120, 122": "sommer1973", "Lenz, AcP 160 (1961), 33, 50": "lenz1961"},
        ),
        # another article, and no journal at all
        ("Das ist streitig (Sommer, JZ 1973, 220, 222).", {}),
        ("Das ist streitig (Sommer, DDR 1973, 12).", {}),
    ],
)
def test_author_journal_year_and_page_are_a_reference_to_a_known_article(
    text: str, wanted: dict[str, str]
) -> None:
    found = references(text, INDEX, parser())
    assert {text[one.start : one.end]: one.body.value for one in found} == wanted
