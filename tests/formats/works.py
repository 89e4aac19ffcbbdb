"""Works for round trips: any type, any variable, texts with markup."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from citekit.model import Date, DatePoint, Name, Value, Work
from citekit.vocabulary import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    STANDARD_VARIABLES,
    TYPES,
)

#: Text without control characters, with what LaTeX and RIS find special; no white
#: space at its ends.
texts = (
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters="<")
        | st.sampled_from(" aB1\\{}$%&#_^~-–'\"@,=;"),
        min_size=1,
        max_size=20,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
marked = texts | st.builds(
    "{}<i>{}</i> x<sup>{}</sup>".format,
    texts,
    texts,
    texts,
)
keys = st.text(string.ascii_letters + string.digits + ":_-/+.ü", min_size=1, max_size=10)


@st.composite
def names(draw: st.DrawFn) -> Name:
    if draw(st.booleans()):
        return Name(literal=draw(texts))
    return Name(
        draw(texts),
        draw(st.just("") | texts),
        non_dropping_particle=draw(st.sampled_from(["", "de", "van der"])),
        suffix=draw(st.sampled_from(["", "Jr.", "III"])),
    )


@st.composite
def points(draw: st.DrawFn) -> DatePoint:
    month = draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, 28)) if month else None
    season = draw(st.none() | st.integers(1, 4)) if month is None else None
    return DatePoint(draw(st.integers(-9999, 9999)), month, day, season)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    if draw(st.integers(0, 9)) == 0:
        return Date(literal=draw(st.sampled_from(["forthcoming", "in press", "n.d."])))
    flags = {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    start = draw(points())
    if draw(st.booleans()):
        return Date(start, **flags)
    return Date(start, draw(st.none() | points()), range=True, **flags)


def _field(variable: str) -> st.SearchStrategy[tuple[str, Value]]:
    value: st.SearchStrategy[Value]
    if variable in NAME_VARIABLES:
        value = st.lists(names(), min_size=1, max_size=3).map(tuple)
    elif variable in DATE_VARIABLES:
        value = dates()
    elif variable in ("DOI", "URL"):
        value = st.text(string.ascii_letters + "0123456789/:.%_#&~-", min_size=1)
    else:
        value = marked
    return st.tuples(st.just(variable), value)


_VARIABLES = sorted(NAME_VARIABLES | DATE_VARIABLES | NUMBER_VARIABLES | STANDARD_VARIABLES)


@st.composite
def works(draw: st.DrawFn) -> Work:
    fields = draw(st.lists(st.sampled_from(_VARIABLES).flatmap(_field), max_size=6).map(dict))
    extra = draw(
        st.dictionaries(
            st.sampled_from(["groups", "subtitle", "year", "month", "journal", "school", "zz"]),
            st.text(string.ascii_letters + " &%_", min_size=1).map(str.strip).filter(bool),
            max_size=3,
        )
    )
    return Work(draw(keys), draw(st.sampled_from(sorted(TYPES))), fields, extra)


catalogues = st.lists(works(), max_size=3, unique_by=lambda work: work.id.lower())
