"""A small locale, small styles, and a plain rendering for the processor's tests."""

from __future__ import annotations

from typing import Any

from citekit import csl
from citekit.model import Citation, Cite, Date, DatePoint, Name, Work
from citekit.render import html
from citekit.richtext import RichText

NS = 'xmlns="http://purl.org/net/xbiblio/csl"'
EN = f"""<locale {NS} xml:lang="en-US" version="1.0">
<style-options punctuation-in-quote="true"/>
<date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/>
<date-part name="year"/></date>
<date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/>
<date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>
<terms>
<term name="and">and</term><term name="and" form="symbol">&amp;</term>
<term name="et-al">et al.</term><term name="and others">and others</term>
<term name="ibid">ibid.</term><term name="in">in</term><term name="accessed">accessed</term>
<term name="no date" form="short">n.d.</term><term name="no date">no date</term>
<term name="ad">AD</term><term name="bc">BC</term>
<term name="open-quote">“</term><term name="close-quote">”</term>
<term name="open-inner-quote">‘</term><term name="close-inner-quote">’</term>
<term name="page-range-delimiter">–</term>
<term name="ordinal">th</term><term name="ordinal-01">st</term><term name="ordinal-02">nd</term>
<term name="ordinal-03">rd</term><term name="ordinal-11">th</term>
<term name="ordinal-12">th</term><term name="ordinal-13">th</term>
<term name="long-ordinal-02">second</term>
<term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term>
<term name="page"><single>page</single><multiple>pages</multiple></term>
<term name="chapter" form="short"><single>chap.</single><multiple>chaps.</multiple></term>
<term name="number-of-volumes"><single>volume</single><multiple>volumes</multiple></term>
<term name="edition"><single>edition</single><multiple>editions</multiple></term>
<term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
<term name="editor" form="verb">edited by</term>
<term name="editor"><single>editor</single><multiple>editors</multiple></term>
<term name="translator"><single>translator</single><multiple>translators</multiple></term>
<term name="editortranslator"><single>editor &amp; translator</single>
<multiple>editors &amp; translators</multiple></term>
<term name="season-01">Spring</term><term name="season-02">Summer</term>
<term name="month-01">January</term><term name="month-02">February</term>
<term name="month-05">May</term><term name="month-06">June</term>
<term name="month-05" form="short">May</term><term name="month-06" form="short">Jun.</term>
</terms></locale>"""
FR = f"""<locale {NS} xml:lang="fr-FR" version="1.0">
<style-options punctuation-in-quote="false" limit-day-ordinals-to-day-1="true"/>
<date form="text"><date-part name="day" form="ordinal" suffix=" "/>
<date-part name="month" suffix=" "/><date-part name="year"/></date>
<terms>
<term name="and">et</term><term name="open-quote">«\u00a0</term>
<term name="close-quote">\u00a0»</term>
<term name="ordinal">e</term>
<term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>
<term name="ordinal-01" gender-form="masculine" match="whole-number">er</term>
<term name="edition" gender="feminine">édition</term>
<term name="month-05" gender="masculine">mai</term>
</terms></locale>"""
_LOCALES = {"en-US": csl.parse_locale(EN), "fr-FR": csl.parse_locale(FR)}


def locales(name: str) -> csl.Locale | None:
    return _LOCALES.get(name)


def style(
    layout: str = "",
    *,
    bibliography: str = "",
    macros: str = "",
    locale: str = "",
    options: str = "",
    style_options: str = 'class="in-text"',
    citation_layout: str = "",
    bibliography_options: str = "",
    sort: str = "",
    citation_sort: str = "",
) -> csl.Style:
    """A style around the given pieces of XML."""
    bib = (
        f"<bibliography {bibliography_options}>{sort}<layout>{bibliography}</layout></bibliography>"
        if bibliography
        else ""
    )
    return csl.parse_style(
        f'<style {NS} version="1.0" {style_options}><info><id>x</id><title>X</title></info>'
        f"{locale}{macros}<citation {options}>{citation_sort}"
        f"<layout {citation_layout}>{layout}</layout></citation>{bib}</style>"
    )


def work(key: str = "a", kind: str = "book", **fields: Any) -> Work:
    """A work; underscores in field names are hyphens."""
    return Work(key, kind, {name.replace("_", "-"): value for name, value in fields.items()})


def names(*texts: str) -> tuple[Name, ...]:
    """``"Given Family"`` strings as names."""
    out = []
    for text in texts:
        given, _, family = text.rpartition(" ")
        out.append(Name(family=family, given=given))
    return tuple(out)


def date(year: int, month: int | None = None, day: int | None = None) -> Date:
    return Date(start=DatePoint(year, month, day))


def run(the_style: csl.Style, works: list[Work], *citations: Any, **options: Any) -> csl.Result:
    """Process; a citation is a key, a Cite, a Citation, or a list of keys and cites.
    Citation n stands in note n."""
    made = []
    for number, value in enumerate(citations, 1):
        if isinstance(value, Citation):
            made.append(value)
            continue
        cites = value if isinstance(value, list) else [value]
        made.append(Citation(tuple(c if isinstance(c, Cite) else Cite(c) for c in cites), number))
    return csl.process(the_style, works, made, locales=locales, **options)


def cited(the_style: csl.Style, works: list[Work], *citations: Any, **options: Any) -> list[str]:
    """The citations as HTML."""
    result = run(the_style, works, *citations, **options)
    return [html.write_inline(text) for text in result.citations]


def one(layout: str, the_work: Work, **options: Any) -> str:
    """One work cited in a style of this layout."""
    return cited(style(layout, **options), [the_work], the_work.id)[0]


def entries(the_style: csl.Style, works: list[Work], *citations: Any, **options: Any) -> list[str]:
    """The bibliography's entries as HTML."""
    listed = run(the_style, works, *citations, **options).bibliography
    assert listed is not None
    return [html.write_inline(entry.text) for entry in listed.entries]


def text(value: RichText) -> str:
    return html.write_inline(value)
