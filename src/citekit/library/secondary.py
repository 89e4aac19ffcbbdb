"""Secondary citations: a work cited through the article that cites it.

CSL has no such construction; style guides do (APA 7, 8.6; MLA 9, 6.77;
Chicago 18, 14.160).  The words that join the two stand in :data:`WORDS`, a
row a style family and language.  The work and the article are rendered as
one cluster whose cites keep their order and are joined by these words; MLA
names the article alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from citekit import csl
from citekit.errors import Problem, Where, warning
from citekit.model import Citation, Cite, Name, Value, Work
from citekit.richtext import plain


@dataclass(frozen=True, slots=True)
class Words:
    """How a family joins work and article: ``joined`` stands between the two;
    ``alone`` before the article where the work is not printed."""

    joined: str = ""
    alone: str = ""


#: (family, primary language) → words.  English is the fallback of a family.
WORDS: dict[tuple[str, str], Words] = {
    ("apa", "en"): Words(joined=", as cited in "),
    ("apa", "de"): Words(joined=", zitiert nach "),
    ("apa", "fr"): Words(joined=", cité dans "),
    ("apa", "es"): Words(joined=", como se citó en "),
    ("mla", "en"): Words(alone="qtd. in "),
    ("mla", "de"): Words(alone="zit. nach "),
    ("mla", "fr"): Words(alone="cité dans "),
    ("mla", "es"): Words(alone="citado en "),
    ("author-date", "en"): Words(joined=", cited in "),
    ("author-date", "de"): Words(joined=", zitiert nach "),
    ("author-date", "fr"): Words(joined=", cité dans "),
    ("author-date", "es"): Words(joined=", citado en "),
    ("note", "en"): Words(joined=", quoted in "),
    ("note", "de"): Words(joined=", zitiert nach "),
    ("note", "fr"): Words(joined=", cité dans "),
    ("note", "es"): Words(joined=", citado en "),
}

#: Style name prefix → family, where it is not the style's class.
FAMILIES = {
    "apa": "apa",
    "american-psychological": "apa",
    "modern-language-association": "mla",
    "mla": "mla",
}


def is_note(style: csl.Style) -> bool:
    """Whether the style puts citations into notes (CSL 1.0.2, "Style": class)."""
    return style.style_class == "note"


def words_for(style: csl.Style, name: str, locale: str | None) -> Words:
    """The words of a style's family in a locale's language."""
    family = "note" if is_note(style) else "author-date"
    for prefix, own in FAMILIES.items():
        if name == prefix or name.startswith(prefix + "-"):
            family = own
    language = (locale or style.default_locale or "en-US").partition("-")[0]
    return WORDS.get((family, language), WORDS[family, "en"])


def process(
    style: csl.Style,
    name: str,
    works: Sequence[Work],
    cites: Sequence[Cite],
    article: str,
    *,
    locales: Callable[[str], csl.Locale | None],
    locale: str | None = None,
) -> csl.Result:
    """One citation of ``cites`` as cited in the work ``article``.

    ``name`` is the style's name.  An article without author is named by its
    title, without a title by its publisher and year, without these by its file's name.
    """
    words = words_for(style, name, locale)
    note = 1 if is_note(style) else 0

    def run(order: Sequence[Cite], joint: str, year: bool = False) -> csl.Result:
        return csl.process(
            _joined_by(style, joint),
            [_nameable(work, year) if work.id == article else work for work in works],
            (Citation(tuple(order), note),),
            locales=locales,
            locale=locale,
            bibliography=False,
        )

    if words.alone:
        order, joint = [Cite(article, prefix=words.alone)], "; "
    else:
        order, joint = [*cites, Cite(article)], words.joined
    result = run(order, joint)
    if not _prints_year(result, works, article):
        result = run(order, joint, year=True)
    problems = [*result.problems, *_unnamed(works, article)]
    if not plain(result.citations[0]).strip():
        result = run(cites, "; ")
    return csl.Result(result.citations, None, tuple(problems))


#: Options of cs:citation that join or move cites (CSL 1.0.2, "Cite Collapsing", "Cite Grouping").
_REGROUPING = frozenset(
    {"collapse", "cite-group-delimiter", "after-collapse-delimiter", "year-suffix-delimiter"}
)


def _joined_by(style: csl.Style, joint: str) -> csl.Style:
    """The style with cites in the order given and these words between them."""
    if style.citation is None:
        return style
    options = {
        name: value for name, value in style.citation.options.items() if name not in _REGROUPING
    }
    area = style.citation._replace(sort=(), delimiter=joint, options=options)
    return style._replace(citation=area)


def _is_named(work: Work) -> bool:
    return bool(work.names("author") or work.names("editor") or work.text("title"))


def _year(work: Work) -> str:
    issued = work.date("issued")
    return str(issued.start.year) if issued and issued.start else ""


def _prints_year(result: csl.Result, works: Sequence[Work], article: str) -> bool:
    """Whether the citation of an article that only its publisher names says the year."""
    work = next(work for work in works if work.id == article)
    return _is_named(work) or _year(work) in plain(result.citations[0])


def _nameable(work: Work, year: bool) -> Work:
    """The article with something a style can name it by: for want of author and
    title its publisher, else its file, with the year where the style prints none."""
    publisher = work.text("publisher") or work.text("container-title")
    publisher = publisher or PurePosixPath(work.extra.get("file", "")).name
    if _is_named(work) or not publisher:
        return work
    if year and _year(work):
        publisher = f"{publisher}, {_year(work)}"
    fields: dict[str, Value] = {**work.fields, "author": (Name(literal=publisher),)}
    return work._replace(fields=fields)


def _unnamed(works: Sequence[Work], article: str) -> list[Problem]:
    work = next(work for work in works if work.id == article)
    if _is_named(work) or work.text("publisher") or work.text("container-title"):
        return []
    message = f"{article} states neither author, title nor publisher: its file names it"
    return [warning("unnamed-article", message, Where(key=article))]
