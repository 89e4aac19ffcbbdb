"""The one entry: style, works and citations in; rich text and problems out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from citekit.csl import nodes
from citekit.csl.extras import NO_ABBREVIATIONS, NO_EXTRAS, Abbreviations, Extras
from citekit.csl.locale import FALLBACK, Locale, resolve
from citekit.csl.session import Session
from citekit.errors import Problem, StyleError
from citekit.model import Citation, Work
from citekit.richtext import Bibliography, RichText


class Result(NamedTuple):
    """What :func:`process` makes: a text for every citation, in order, and the
    bibliography, or None where the style has none."""

    citations: tuple[RichText, ...]
    bibliography: Bibliography | None
    problems: tuple[Problem, ...] = ()


def open_session(
    style: nodes.Style,
    works: Sequence[Work],
    citations: Sequence[Citation],
    *,
    locales: Callable[[str], Locale | None],
    locale: str | None,
    uncited: Iterable[str] | None,
    extras: Extras = NO_EXTRAS,
) -> Session:
    """The session of a document; raises StyleError for a dependent style."""
    if style.citation is None:
        raise StyleError(f"the style depends on {style.parent!r} and has no layout of its own")
    language = locale or style.default_locale or FALLBACK
    view = resolve(language, style.locales, locales)
    return Session(style, style.citation, view, works, citations, uncited, extras)


def process(
    style: nodes.Style,
    works: Sequence[Work],
    citations: Sequence[Citation],
    *,
    locales: Callable[[str], Locale | None],
    locale: str | None = None,
    uncited: Iterable[str] | None = None,
    bibliography: bool = True,
    links: bool = False,
    abbreviations: Abbreviations = NO_ABBREVIATIONS,
) -> Result:
    """Format ``citations`` and the bibliography of ``works`` in ``style``.

    ``locales`` gives the locale file of a language tag or None.  ``locale``
    overrides the style's default language; without either it is en-US.
    ``uncited`` names works to list beside the cited ones; None lists all.
    ``links`` makes links of the DOI, PMID, PMCID and URL that the style prints
    (CSL 1.0.2, appendix VI); ``abbreviations`` are lists of short forms by
    jurisdiction ("default" for all) and variable, for ``form="short"``.
    Problems: ``unknown-item`` (a cite of no work), ``empty-cite`` (a cite the
    style prints nothing for), and what the style asks for that is not
    supported.  Raises StyleError for a dependent style, which has no layout.
    """
    session = open_session(
        style,
        works,
        citations,
        locales=locales,
        locale=locale,
        uncited=uncited,
        extras=Extras(links, abbreviations),
    )
    texts = tuple(session.citations())
    listed = session.bibliography() if bibliography else None
    return Result(texts, listed, (*style.problems, *session.problems))
