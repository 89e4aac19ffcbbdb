"""Whether citations and references are found in the form of any citation style.

    python -m benchmarks.styles [--styles 200] [--language en] [--seed 1] [--show NAME]

For each of so many styles, drawn at random, the citation processor writes a document: sentences
with citations of works of the marked texts, or notes, and a bibliography.  A scan with these
works and others as the catalogue has to find each cite in its citation or note, and each entry
of the bibliography, with its work.  Prints the share of each that is found, links to other
works, and the styles that are worst; with ``--show`` what is missed in one style.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from citekit.csl.document import Document
from citekit.errors import CitekitError
from citekit.find.scan import Scanner, scan
from citekit.find.suggestion import Suggestion
from citekit.library.references import locale, source_style
from citekit.library.scanners import scanner_of
from citekit.model import Citation, Cite, Work
from citekit.richtext import RichText, plain
from citekit.store.styles import find_style, list_styles
from tests.find import varied

#: By language: its locale, the headings of notes and bibliography, sentences.
LANGUAGES = {
    "en": ("en-US", "Notes", "References", (
        "The first point is hardly new", "Nobody has doubted this since", "The evidence is mixed",
        "A later survey came to the opposite result", "This view was soon abandoned",
        "It remains an open question", "The method has its critics")),
    "de": ("de-DE", "Anmerkungen", "Literatur", (
        "Der erste Punkt ist kaum neu", "Niemand hat das seither bezweifelt",
        "Die Befunde sind gemischt", "Diese Sicht wurde bald aufgegeben",
        "Das bleibt eine offene Frage", "Das Verfahren hat seine Kritiker")),
    "fr": ("fr-FR", "Notes", "Bibliographie", (
        "Le premier point n’est guère nouveau", "Personne n’en a douté depuis",
        "Les données sont contradictoires", "Cette thèse fut vite abandonnée",
        "La question reste ouverte", "La méthode a ses détracteurs")),
}  # fmt: skip
#: Works cited in a document, and others that the catalogue has.
CITED, OTHERS = 10, 150
_PUBLISHERS = ("Cambridge University Press", "Suhrkamp", "Gallimard", "Norton", "Routledge", "Mohr")
_PLACES = ("Cambridge", "Frankfurt am Main", "Paris", "New York", "London", "Tübingen")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Place(NamedTuple):
    """A citation, note or entry of a document, and the keys of what it cites."""

    start: int
    end: int
    kind: str
    keys: tuple[str, ...]


_EARLIEST = 1400


def works(rng: Random) -> list[Work]:
    """Works of the marked texts, one an author, with what a bibliography has besides; of after
    1400: no earlier year is read as that of a citation."""
    held = {
        work.names("author")[0].family: work
        for one in varied.texts(varied.LEARNED)
        for work in one.case.works
        if (issued := work.date("issued")) and issued.start and issued.start.year >= _EARLIEST
    }
    made = []
    for work in held.values():
        fields = dict(work.fields)
        if work.type.startswith("article"):
            fields["volume"] = str(rng.randint(2, 120))
            first = rng.randint(1, 700)
            fields["page"] = f"{first}-{first + rng.randint(4, 40)}"
            fields.setdefault("container-title", "Journal of the Society")
        else:
            fields["publisher"], fields["publisher-place"] = (
                rng.choice(_PUBLISHERS),
                rng.choice(_PLACES),
            )
        made.append(work._replace(fields=fields))
    return made


def document(
    name: str, cited: Sequence[Work], language: str, rng: Random
) -> tuple[str, list[Place]]:
    """A text in a style that cites the works once each, some twice, and its places."""
    style = source_style(find_style(name))
    tag, notes, heading, sentences = LANGUAGES[language]
    noted = style.style_class == "note"
    groups = list(_groups([*cited, *rng.sample(cited, 3)], rng))
    citations = [
        Citation(tuple(_cite(work, rng) for work in group), number if noted else 0)
        for number, group in enumerate(groups, 1)
    ]
    made = Document(style, cited, citations, locales=locale, locale=tag)
    text = ""
    places: list[Place] = []
    below: list[tuple[str, tuple[str, ...]]] = []
    for number, (citation, shown) in enumerate(zip(citations, made.texts, strict=True), 1):
        keys = tuple(cite.id for cite in citation.cites)
        text += rng.choice(sentences)
        if noted:
            text += f".{str(number).translate(_RAISED)}"
            below.append((plain(shown), keys))
        else:
            raised = _is_raised(shown)
            text += "." if raised else " "
            start = len(text)
            text += plain(shown)
            places.append(Place(start, len(text), "citation", keys))
            text += "" if raised else "."
        text += " " if number % 4 else "\n\n"
    for number, (shown_text, keys) in enumerate(below, 1):
        text = text.rstrip() + (f"\n\n{notes}" if number == 1 else "") + f"\n\n{number}. "
        places.append(Place(len(text), len(text) + len(shown_text), "note", keys))
        text += shown_text
    listed = made.bibliography()
    for number, entry in enumerate(listed.entries if listed is not None else ()):
        text = text.rstrip() + (f"\n\n{heading}\n\n" if number == 0 else "\n")
        shown_text = plain(entry.text).strip()
        places.append(Place(len(text), len(text) + len(shown_text), "entry", (entry.id,)))
        text += shown_text
    return text, places


def _groups(cited: Sequence[Work], rng: Random) -> Iterator[list[Work]]:
    left = iter(cited)
    while group := list(islice(left, rng.choice((1, 1, 2)))):
        yield group


def _cite(work: Work, rng: Random) -> Cite:
    return Cite(work.id, locator=str(rng.randint(2, 300)) if rng.random() < 0.3 else "")


def _is_raised(shown: RichText) -> bool:
    return "sup" in repr(shown) and plain(shown)[:1].isdigit()


def score(places: Iterable[Place], found: Sequence[Suggestion]) -> tuple[Counter[str], list[str]]:
    """Counts by kind ("entry": all, "entry found", "entry wrong"), and what is missed."""
    counts: Counter[str] = Counter()
    missed = []
    for place in places:
        here = {
            one.body.value for one in found if one.start < place.end and place.start < one.end
        } - {""}
        for key in place.keys:
            counts[place.kind] += 1
            counts[f"{place.kind} found"] += key in here
            if key not in here:
                missed.append(f"{place.kind} {key} at {place.start}–{place.end}")
        counts[f"{place.kind} wrong"] += len(here.difference(place.keys))
    return counts, missed


def found_in(text: str, scanner: Scanner) -> list[Suggestion]:
    """What cites, besides quotations."""
    return [one for one in scan(text, scanner) if one.kind not in ("quotation", "echo")]


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--styles", type=int, default=200)
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="")
    args = parser.parse_args()
    rng = Random(args.seed)
    all_works = works(rng)
    names = [one.name for one in list_styles() if one.kind == "independent"]
    names = [args.show] if args.show else rng.sample(names, args.styles)
    total: Counter[str] = Counter()
    worst: list[tuple[int, str]] = []
    for name in names:
        chosen = rng.sample(all_works, CITED + OTHERS)
        try:
            text, places = document(name, chosen[:CITED], args.language, rng)
        except CitekitError as error:
            print(f"{name}: {error}")
            continue
        counts, missed = score(places, found_in(text, scanner_of(chosen)))
        total.update(counts)
        worst.append((len(missed), name))
        if args.show:
            print(text, *missed, sep="\n")
    for kind in ("citation", "note", "entry"):
        share = total[f"{kind} found"] / max(1, total[kind])
        wrong = total[f"{kind} wrong"]
        print(
            f"{kind:9} {total[f'{kind} found']:6} of {total[kind]:6} {share:6.3f}  {wrong} others"
        )
    print("most missed:", *(f"{name} ({count})" for count, name in sorted(worst)[:-9:-1] if count))


if __name__ == "__main__":
    main()
