"""How fields of study cite: law, classics, Italian and Spanish notes, the natural sciences."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.formats import registry
from citekit.library.parsing import parser

WORKS = """
@book{melas, author={Melas}, title={History of the Harbour War}, shorttitle={Mel.}, date={1972}}
@book{eth, author={Phoron}, title={Harbour Ethics}, shorthand={EH}, date={2009}}
@book{roth1962, author={Roth, Ada}, title={Porto aperto}, date={1962}, publisher={Molo},
  location={Milano}}
@book{mata, author={Mata y Ruiz, Inés}, title={La rebelión de las mareas}, date={1930}}
@article{berg, author={Berg, Claus}, title={Grundrechte und Hafenrecht}, journaltitle={AcP},
  volume={184}, pages={201-246}, date={1984}}
@article{lund, author={Lund, Charles A.}, title={The New Pier}, journaltitle={Quay Law Journal},
  volume={73}, pages={733-787}, date={1964}}
@jurisdiction{quay, title={Quay v. Board of Tides}, reporter={U.S.}, volume={347}, pages={483},
  date={1954}}
@jurisdiction{mole, title={Mole}, institution={BVerfG}, journaltitle={BVerfGE}, volume={7},
  pages={198}, date={1958-01-15}}
@legislation{hgb, title={Hafengesetzbuch}, shorthand={HaGB}, date={1896}}
@legislation{gdpr, title={General Dock Protection Regulation}, shorthand={GDPR}, date={2016}}
@book{gen, title={Genesis}, shorttitle={Gen}, date={1997}}
@legislation{tides, title={Tidal Rights Act}, date={1998}}
@report{ipct, author={{Intergovernmental Panel on Coastal Tides}}, title={Tides}, date={2021}}
@online{vass, author={Vass, Ashil and Noor, Sam and Parm, Niki}, title={Tides Are All You Need},
  date={2017}, eprint={1706.03762}, eprinttype={arxiv}}
"""
SCANNER = Scanner.of(registry.get("biblatex").read(WORKS).works, parser())


def cited(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[one.start : one.end], one.body.value, one.locator)
        for one in scan(text, SCANNER)
        if one.kind in ("citation", "reference") and one.body.value
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # law
        ("Separate is not equal. Quay v. Board of Tides, 347 U.S. 483, 495 (1954).",
         ("Quay v. Board of Tides, 347 U.S. 483, 495 (1954)", "quay", "495")),
        ("Rechte strahlen aus (BVerfGE 7, 198 (205)).", ("BVerfGE 7, 198 (205)", "mole", "205")),
        ("Nach § 823 Abs. 1 HaGB haftet man.", ("§ 823 Abs. 1 HaGB", "hgb", "section 823 Abs. 1")),
        ("Docks are minimal (Art. 5(1)(c) GDPR).",
         ("Art. 5(1)(c) GDPR", "gdpr", "article-locator 5(1)(c)")),
        ("The court reads down (Tidal Rights Act 1998, s 3).",
         ("Tidal Rights Act 1998, s 3", "tides", "section 3")),
        ("See Tidal Rights Act 1998 s 6(1).", ("Tidal Rights Act 1998 s 6(1)", "tides",
                                               "section 6(1)")),
        ("Under section 6 of the Tidal Rights Act 1998 it is unlawful.",
         ("section 6 of the Tidal Rights Act 1998", "tides", "section 6")),
        ("Das ist strittig (Berg, AcP 184 (1984), 201, 205).",
         ("Berg, AcP 184 (1984), 201, 205", "berg", "205")),
        ("A pier is property. Charles A. Lund, The New Pier, 73 Quay L.J. 733, 740 (1964).",
         ("Charles A. Lund, The New Pier, 73 Quay L.J. 733, 740 (1964)", "lund", "740")),
        ("Charles A. Lund, The New Pier, 73 Quay L.J. 733 (1964).",
         ("Charles A. Lund, The New Pier, 73 Quay L.J. 733 (1964).", "lund", "")),
        # classics
        ("The truest cause was hidden (Mel. 1.23.6).", ("Mel. 1.23.6", "melas", "1.23.6")),
        ("The city is natural (Melas 1.22).", ("Melas 1.22", "melas", "1.22")),
        ("In the beginning (Gen 1:1, 3–5, 8).", ("Gen 1:1, 3–5, 8", "gen", "1:1, 3–5, 8")),
        ("Happiness floats (EH 1098a16–18).", ("EH 1098a16–18", "eth", "1098a16–18")),
        # families of two names with a conjunction
        ("Las mareas mandan (Mata y Ruiz, 1930: 45).", ("Mata y Ruiz, 1930: 45", "mata", "45")),
        ("Según Mata y Ruiz (1930, pág. 45), mandan.", ("Mata y Ruiz (1930, pág. 45)", "mata",
                                                        "45")),
        ("Según Mata y Ruiz (1930, cap. 3), mandan.", ("Mata y Ruiz (1930, cap. 3)", "mata",
                                                       "chapter 3")),
        # natural sciences
        ("The tide is unequivocal (IPCT, 2021).", ("IPCT, 2021", "ipct", "")),
        ("Tides are all [Vass et al. 2017].", ("Vass et al. 2017", "vass", "")),
        ("Tides are all (arXiv:1706.03762).", ("arXiv:1706.03762", "vass", "")),
    ],
)  # fmt: skip
def test_citations_of_fields(text: str, expected: tuple[str, str, str]) -> None:
    assert cited(text) == [expected]


NOTES = """Il porto è aperto.

1 A. Roth, Porto aperto, Milano, Molo, 1962, p. 45.
2 Ivi, p. 47.
3 Roth, cit., p. 50.
4 A. Roth, Porto aperto, cit., p. 51.
5 Ibidem, p. 52.
6 Roth, ob. cit., p. 53.
7 Ibíd., p. 54.
"""


def test_italian_and_spanish_repeats() -> None:
    found = cited(NOTES)
    assert {key for _, key, _ in found} == {"roth1962"}
    assert [place for _, _, place in found if place] == ["45", "47", "50", "51", "52", "53", "54"]


@pytest.mark.parametrize(
    "text",
    [
        "We met in Room 1962 of the Roth building; 347 U.S. troops and 483 others left.",
        "Roth (1922–1996) and Berg (1906–1975) never met.",
        "Das Archiv (Stadtarchiv, DY 30/1962, Bl. 12) hat Roth nicht.",
        "Box 12, Folder 3, Ada Roth Papers, Library of Leeds.",
        "The rent was Roth 1,962 crowns; the index rose (Berg 2.5).",
        "Gli anni passano, cit. a memoria, ivi compresa la notte.",
    ],
)
def test_what_cites_nothing(text: str) -> None:
    assert cited(text) == []


def test_half_verses_go_on_a_row_of_verses() -> None:
    assert cited("Am Anfang (Gen 1,1; 2,4b–7).") == [
        ("Gen 1,1", "gen", "1,1"),
        ("2,4b–7", "gen", "2,4b–7"),
    ]
    assert [place for *_, place in cited("So (Gen 1:1, 3; 2:4).")] == ["1:1, 3", "2:4"]
