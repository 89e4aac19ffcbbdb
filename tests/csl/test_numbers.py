"""Fields of numbers, ranges and typed labels."""

from __future__ import annotations

import pytest

from citekit.csl import numfields
from citekit.csl.locale import View
from citekit.model import Cite
from tests.csl.helpers import cited, one, style, work

TERMS = (
    '<locale><terms><term name="volume" form="short"><single>vol.</single>'
    "<multiple>vols.</multiple></term>"
    '<term name="folio" form="short"><single>fol.</single><multiple>fols.</multiple></term>'
    '<term name="issue" form="short"><single>no.</single><multiple>nos.</multiple></term>'
    '<term name="edition" form="short">ed.</term></terms></locale>'
)
LABELLED = '<group delimiter=" "><label variable="{0}" form="short"/><text variable="{0}"/></group>'


@pytest.mark.parametrize(
    ("locator", "label", "wanted"),
    [
        ("7", "page", "p. 7"),
        ("7, 9", "page", "pp. 7, 9"),
        ("7-9", "page", "pp. 7–9"),
        ("7 and 9", "page", "pp. 7 and 9"),
        ("4a-5a", "page", "pp. 4a–5a"),
        ("12a-c", "page", "p. 12a-c"),
        ("xii-xiv", "page", "pp. xii–xiv"),
        ("12 f.", "page", "p. 12 f."),
        ("ch. 3", "page", "chap. 3"),
        ("ch. 3, p. 5", "page", "chap. 3, p. 5"),
        ("p. 12", "chapter", "p. 12"),
        ("vol. 1, fol. 186, 8 April 1544", "page", "vol. 1, fols. 186, 8 April 1544"),
        ("n11564-1568", "page", "pp. n11564-1568"),
        (r"12\-14", "page", "p. 12-14"),
        ("1-2-3", "page", "pp. 1-2-3"),
        ("foo. 3", "page", "p. foo. 3"),
    ],
)
def test_locators(locator: str, label: str, wanted: str) -> None:
    layout = LABELLED.format("locator")
    made = cited(style(layout, locale=TERMS), [work()], Cite("a", locator, label))
    assert made == [wanted]


@pytest.mark.parametrize(
    ("variable", "value", "wanted"),
    [
        ("volume", "3-4", "vols. 3–4"),
        ("volume", "vol. 3", "vol. 3"),
        ("issue", "3/4", "no. 3/4"),
        ("issue", "A1-A4", "nos. A1–A4"),
        ("issue", "3 & 4", "nos. 3 &#38; 4"),
        ("page", "pp. 12-14", "pp. 12–14"),
        ("volume", "Suppl. 2", "vol. Suppl. 2"),
    ],
)
def test_number_variables(variable: str, value: str, wanted: str) -> None:
    assert one(LABELLED.format(variable), work(**{variable: value}), locale=TERMS) == wanted


def test_ordinals_are_for_the_numbers_under_the_first_label() -> None:
    layout = '<number variable="edition" form="ordinal"/>'
    assert one(layout, work(edition="7, p. 3-8")) == "7th, pp. 3–8"
    assert one(layout, work(edition="2nd")) == "2nd"
    assert one(layout, work(edition="1 & 2")) == "1st &#38; 2nd"


@pytest.mark.parametrize(
    ("value", "numeric"),
    [
        ("7", True),
        ("7, 9", True),
        ("2nd", True),
        ("D2", True),
        ("2-4", True),
        ("3/4", True),
        ("iv", True),
        ("second", False),
        ("2nd edition", False),
        ("12-14 passim", False),
    ],
)
def test_is_numeric(value: str, numeric: bool) -> None:
    layout = (
        '<choose><if is-numeric="volume"><text value="yes"/></if><else><text value="no"/></else>'
        "</choose>"
    )
    assert one(layout, work(volume=value)) == ("yes" if numeric else "no")


def test_the_condition_locator_sees_the_typed_label() -> None:
    layout = (
        '<choose><if locator="chapter"><text value="CH"/></if><else>'
        '<text value="other"/></else></choose>'
    )
    made = cited(style(layout), [work()], Cite("a", "ch. 3"), Cite("a", "3", "chapter"), "a")
    assert made == ["CH", "CH", "other"]


def test_enormous_fields_stay_text() -> None:
    view = View("en")
    assert not numfields.is_numeric("page", "1-" * numfields.LONGEST, None, view)
