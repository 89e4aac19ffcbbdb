"""Primary works by abbreviation and place, cases and statutes: a scan of the whole text."""

from __future__ import annotations

import pytest

from citekit.find.scan import Scanner, scan
from citekit.formats import registry
from citekit.library.parsing import parser

WORKS = """
@book{melas:nau, author={Melas}, title={Naumachia}, shorttitle={Nau.}, date={1911}}
@book{phoron:arch, author={Phoron}, title={Archipelago}, shorttitle={Arch.}, date={1902}}
@book{phoron:kal, author={Phoron}, title={Kallias}, shorttitle={Kal.}, date={1905}}
@book{osten:kdt, author={Osten, Ulrich}, title={Kritik der Tide}, shorthand={KdT}, date={1788}}
@book{osten:u, author={Osten, Ulrich}, title={Uferlehre}, shorthand={U}, date={1790}}
@collection{osten:ga, author={Osten, Ulrich}, title={Gesammelte Tiden}, shorthand={GT}, date={1900}}
@book{seerecht, title={Norddeutsches Seegesetzbuch}, shorthand={SGB}, date={1880}}
@book{bible:gen, title={Genesis}, shorttitle={Gen}, date={1997}}
@book{bible:rom, author={Paul}, title={Epistle to the Romans}, shorttitle={Rom}, date={1993}}
@book{reed1966, author={Reed, Cora}, title={The Harbour Wall}, date={1966}}
@jurisdiction{quayside, title={Quayside Ltd. v. Ferrow}, shorttitle={Quayside}, reporter={U.S.},
  volume={401}, pages={512}, date={1955}}
@jurisdiction{mole, title={Mole}, institution={BGH}, journaltitle={BGHZ}, volume={31},
  pages={240}, date={1959-05-04}, number={VI ZR 12/58}}
@jurisdiction{digue, title={Consorts Aubin c/ Société des Digues}, date={1966-03-02},
  number={64-10.212}, journaltitle={Bull. civ. II}, pages={143}}
@legislation{bgb, title={Bürgerliches Gesetzbuch}, shorthand={BGB}, date={1896}}
@legislation{civ, title={Code civil}, shorthand={C. civ.}, date={1804}}
"""
SCANNER = Scanner.of(registry.get("biblatex").read(WORKS).works, parser())


def cited(text: str) -> list[tuple[str, str, str]]:
    """(work, words, locator) of the citations of a text."""
    return [
        (each.body.value, text[each.start : each.end], each.locator)
        for each in scan(text, SCANNER)
        if each.kind == "citation"
    ]


@pytest.mark.parametrize(
    ("text", "work", "words", "locator"),
    [
        ("The ships are late (Nau. 3.117).", "melas:nau", "Nau. 3.117", "3.117"),
        ("Late ships (cf. Mel. Nau. 3.117-20).", "melas:nau", "Mel. Nau. 3.117-20", "3.117-20"),
        ("Late ships (Melas, Nau. III, 117).", "melas:nau", "Melas, Nau. III, 117", "III, 117"),
        ("An island speaks (Arch. 312b4).", "phoron:arch", "Arch. 312b4", "312b4"),
        ("Phoron is not heard (Archipelago 312b).", "phoron:arch", "Archipelago 312b", "312b"),
        ("Die Tide denkt (KdT A 20/B 33).", "osten:kdt", "KdT A 20/B 33", "A 20/B 33"),
        ("Die Tide denkt (KdT, S. 75).", "osten:kdt", "KdT, S. 75", "75"),
        ("Die Tide denkt (KdT § 12).", "osten:kdt", "KdT § 12", "section 12"),
        ("Vgl. KdT 24.", "osten:kdt", "KdT 24", "24"),
        ("Voir U II, prop. 3.", "osten:u", "U II, prop. 3", "II, prop. 3"),
        ("Osten will es (GT VIII, 36).", "osten:ga", "GT VIII, 36", "VIII, 36"),
        ("Osten will es (GT VIII, S. 36 f.).", "osten:ga", "GT VIII, S. 36 f.", "VIII, 36 f."),
        ("Osten will es (GT 12, S. 406).", "osten:ga", "GT 12, S. 406", "12, 406"),
        ("Osten will es (GT 10 I/2, 48).", "osten:ga", "GT 10 I/2, 48", "10 I/2, 48"),
        ("Osten will es (GT 10.3, 361,12).", "osten:ga", "GT 10.3, 361,12", "10.3, 361,12"),
        ("Vgl. GT Br. 2, Nr. 285.", "osten:ga", "GT Br. 2, Nr. 285", "Br. 2, Nr. 285"),
        ("Osten will es (GT 08: 36).", "osten:ga", "GT 08: 36", "08: 36"),
        ("Vgl. KdT, GT 05: 161.33.", "osten:ga", "GT 05: 161.33", "05: 161.33"),
        ("Osten sagt es (KdT, GT 04:421.06-08).", "osten:ga", "GT 04:421.06-08", "04:421.06-08"),
        ("Art. 16 SGB gilt.", "seerecht", "Art. 16 SGB", "article-locator 16"),
        ("It was said (Gen 4:2).", "bible:gen", "Gen 4:2", "4:2"),
        ("So heißt es (Röm 3,12–15).", "bible:rom", "Röm 3,12–15", "3,12–15"),
        ("On le dit (Gn 4, 2).", "bible:gen", "Gn 4, 2", "4, 2"),
        ("So in KdT A 20, sagt Osten.", "osten:kdt", "KdT A 20", "A 20"),
    ],
)  # fmt: skip
def test_primary_works_are_cited_by_abbreviation_and_place(
    text: str, work: str, words: str, locator: str
) -> None:
    assert cited(text) == [(work, words, locator)]


@pytest.mark.parametrize(
    "text",
    [
        "The Nau. 300 sailors came. Arch. is the sign of an arch.",
        "The GT 12: 30 boats came. In the GT 3: 4 goals.",
        "Gen X and Gen Z met at 1:1. I met Rom at 5:12 in the morning.",
        "U. Prop. 13 was defeated. KdT 66 is a polymer; KdT 1.1 is its grade.",
        "The ships are late (Other. Nau. 3.117).",
        "The ships are late (Livio, Nau. 3.117).",
        "The ships are late (Archipelago 312b).",
        "It was late (Gen 12).",
        "Phoron\n1.1 The Archipelago\n1.2 The sea",
        "It is long (S. 12), (Ex. 2.1), (Fig. 3.1).",
    ],
)
def test_abbreviations_without_a_sign_cite_nothing(text: str) -> None:
    assert [one for one in cited(text) if one[0]] == []


def test_places_go_on() -> None:
    text = "He asks (Arch. 312b4). She laughs (313a). The sea is old (Nau. 3.117; 4.2)."
    assert cited(text) == [
        ("phoron:arch", "Arch. 312b4", "312b4"),
        ("phoron:arch", "313a", "313a"),
        ("melas:nau", "Nau. 3.117", "3.117"),
        ("melas:nau", "4.2", "4.2"),
    ]


def test_a_text_declares_abbreviations() -> None:
    text = "I quote Cora Reed, The Harbour Wall (hereafter HW). The wall falls (HW 12)."
    assert ("reed1966", "HW 12", "12") in cited(text)


@pytest.mark.parametrize(
    ("text", "work", "words"),
    [
        ("Reed doubts it (Reed 1966, 9). He replies (Arch. 312b). It turns (ibid. 318c).",
         "phoron:arch", "ibid. 318c"),
        ("Reed zweifelt (Reed 1966, 9). Die Tide denkt (KdT A 20). Sie kehrt wieder (ebd., B 75).",
         "osten:kdt", "ebd., B 75"),
        ("Reed doubts it (Reed 1966, 9). He replies (Phys. 194b). It turns (ibid. 318c).",
         "", "ibid. 318c"),
        ("Reed doubts it (Reed 1966, 9). Roe v. Tarn, 12 U.S. 34 (1890), agrees. Id. at 36.",
         "", "Id. at 36"),
        ("Reed zweifelt (Reed 1966, S. 9). Anders (RGZ 12, 34). So auch (ebd., S. 36).",
         "", "ebd., S. 36"),
        ("Reed doubts it (Reed 1966, 9). He saw it (Fig. 2) then (1958). It turns (ibid., p. 12).",
         "reed1966", "ibid., p. 12"),
    ],
)  # fmt: skip
def test_ibid_repeats_what_is_cited_last_in_whatever_form(text: str, work: str, words: str) -> None:
    assert cited(text)[-1][:2] == (work, words)


@pytest.mark.parametrize(
    ("text", "work", "words", "locator"),
    [
        ("A tenant may sue. Quayside Ltd. v. Ferrow, 401 U.S. 512, 518 (1955).", "quayside",
         "Quayside Ltd. v. Ferrow, 401 U.S. 512, 518 (1955)", "518"),
        ("So we held in 401 U. S., at 520.", "quayside", "401 U. S., at 520", "520"),
        ("So we held. Quayside, 401 U.S. at 520.", "quayside", "Quayside, 401 U.S. at 520", "520"),
        ("So der BGH (BGHZ 31, 240 (243)).", "mole", "BGHZ 31, 240 (243)", "243"),
        ("So der BGH (BGHZ 31, 240, 243).", "mole", "BGHZ 31, 240, 243", "243"),
        ("Das Urteil VI ZR 12/58 ist alt.", "mole", "VI ZR 12/58", ""),
        ("Ainsi jugé (2 mars 1966, Bull. civ. II, n° 143).", "digue", "Bull. civ. II, n° 143", ""),
        ("Ainsi jugé le 2 mars 1966, n° 64-10.212.", "digue", "64-10.212", ""),
        ("Das folgt aus § 823 Abs. 1 BGB.", "bgb", "§ 823 Abs. 1 BGB", "section 823 Abs. 1"),
        ("Das folgt aus §§ 145 ff. BGB.", "bgb", "§§ 145 ff. BGB", "section 145 ff."),
        ("Cela résulte de l'article 1240 du Code civil.", "civ", "article 1240 du Code civil",
         "article-locator 1240"),
        ("Voir C. civ., art. 1240.", "civ", "C. civ., art. 1240", "article-locator 1240"),
    ],
)  # fmt: skip
def test_cases_and_statutes(text: str, work: str, words: str, locator: str) -> None:
    assert cited(text) == [(work, words, locator)]


def test_a_case_that_was_cited_is_named_in_short() -> None:
    text = (
        "Quayside lay in Leeds. Quayside Ltd. v. Ferrow, 401 U.S. 512 (1955), is old. Quayside,"
        " supra, at 514. In Quayside, the landlord had won. Ferrow died. Quayside lived in Leeds."
    )
    found = [each for each in scan(text, SCANNER) if each.body.value == "quayside"]
    assert [text[each.start : each.end] for each in found] == [
        "Quayside Ltd. v. Ferrow, 401 U.S. 512 (1955)", "Quayside, supra, at 514", "Quayside",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["§ 12 gilt.", "Art. 5 der Ausstellung.", "Der BGB-Kommentar, § 147 Rn. 3.", "BGHZ 32, 240."],
)
def test_no_law_of_the_catalogue(text: str) -> None:
    assert [one for one in cited(text) if one[0]] == []


BIBLE = Scanner.of(
    registry.get("biblatex").read("@book{bible, title={Die Bibel}, date={1985}}").works, parser()
)


def verses(text: str) -> list[str]:
    return [text[one.start : one.end] for one in scan(text, BIBLE) if one.body.value == "bible"]


def test_a_place_in_the_whole_bible_names_its_book() -> None:
    text = "In der Bibel (2. Mose 20,4; 21,2; vgl. 1. Kor 13,12) und wieder (Mt 5,3–12)."
    found = [one.locator for one in scan(text, BIBLE) if one.body.value == "bible"]
    assert found == ["2. Mose 20,4", "2. Mose 21,2", "1. Kor 13,12", "Mt 5,3–12"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er saß hoch (Jer 4,1). Am 14. März 1931 sprach Uhlen.", ["Jer 4,1"]),
        ("Er saß hoch (Jer 4,1). Am 3. Advent kam er. So 8 Uhr begann es.", ["Jer 4,1"]),
        ("Il parla (Jr 4, 1). Si 15 voisins partent, Ne 2 fois.", ["Jr 4, 1"]),
        ("A voice (Jer 4:1). Is 30 enough? Job 7 was open. Mark 3 faults.", ["Jer 4:1"]),
        ("A voice (Jer 4:1). The room is Rm 14. Acts 1 and 2 are long.", ["Jer 4:1"]),
        ("The runners (Mark 8:15, John 6:32) were late.", []),
        ("They met at noon (Daniel 4:2, Ruth 3:1).", []),
        ("Open daily (Daniel 8:00, Ruth 10:30).", []),
        ("It scored well (Job 11.4).", []),
        ("The gospel is short (Mark 8:15, John 6:32).", ["Mark 8:15", "John 6:32"]),
        ("A voice (Jer 4:1; Mark 8:15).", ["Jer 4:1", "Mark 8:15"]),
        ("A voice (Jer 4:1). In Jer 5, all is lost.", ["Jer 4:1", "Jer 5"]),
        ("A voice (Jer. 4.1). So says Job 7.2 too.", ["Jer. 4.1", "Job 7.2"]),
    ],
)
def test_books_of_the_bible_that_are_words_or_names(text: str, words: list[str]) -> None:
    assert verses(text) == words


INITIALS = Scanner.of(
    registry.get("biblatex")
    .read("""
@book{tz, author={Orlamund, Veit}, title={Tag und Zaun}, shorthand={TZ}, date={1927}}
@book{uz, author={Pelletan, Ines}, title={Usage and Zeal}, shorthand={UZ}, date={1951}}
@book{phoron:pon, author={Phoron}, title={Pontics}, shorttitle={Pont.}, date={1905}}
@book{crane, author={Cranefield, Jo}, title={The Flood}, date={1947}}
""")
    .works,
    parser(),
)


@pytest.mark.parametrize(
    "text",
    [
        "So die Presse (TZ 14.5.1998, FAZ 15.5.1998). Die TZ 8 Tage später.",
        "So die Presse (TZ, 14.5.1998). Auch TZ 14.5.1998.",
        "Growth (UZ 2.4 percent, Spain 3.1). UZ 14 runs west. They cost UZ 1,300 each.",
        "The engines (UZ 3.5, Ford 2.1) are new. UZ 12 engines failed.",
        "The scores (UZ 36, EM 12) are out.",
        "The Flood 2.1 by Cranefield is out. He says The Flood 3.0 comes.",
        "Cranefield tips everybody and The Flood 3.1 to win.",
        "Phoron is taught in Pontics 2.1 and Pont. 8.02 (Pont. 8.01).",
        "Orlamund kennt die Presse (TZ 14.5.1998).",
    ],
)
def test_an_ordinary_abbreviation_with_numbers_is_no_place(text: str) -> None:
    assert [one for one in scan(text, INITIALS) if one.method == "canonical"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orlamund fragt nach dem Zaun (TZ 42).", ["TZ 42"]),
        ("In Tag und Zaun steht das Tor offen (TZ, S. 42).", ["TZ, S. 42"]),
        ("Pelletan says that use is all (UZ 43).", ["UZ 43"]),
        ("Das Tor steht offen (TZ § 14).", ["TZ § 14"]),
        ("Phoron, Pontics 2.1, is sad.", ["Phoron, Pontics 2.1"]),
        ("Phoron is sad (Pontics 2.1). Later, Pontics 3.4 is merry.",
         ["Pontics 2.1", "Pontics 3.4"]),
    ],
)  # fmt: skip
def test_initials_cite_a_work_whose_author_or_title_is_named(text: str, words: list[str]) -> None:
    found = [one for one in scan(text, INITIALS) if one.method == "canonical"]
    assert [text[one.start : one.end] for one in found] == words


JOURNAL = Scanner.of(
    registry.get("biblatex")
    .read("""@article{uhlen, author={Uhlen, Greta}, title={Das Pfand}, journaltitle={JZ},
      date={1981}, pages={210-224}}""")
    .works,
    parser(),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anders LG Trier, JZ 1981, 215.", []),
        ("Vgl. Korff, JZ 1981, 216; Uhlen, JZ 1981, 218.", ["JZ 1981, 218"]),
        ("Korff, Anm. zu BGH, JZ 1981, 220.", []),
        ("So auch Korff, JZ 1981, 214 und Matting, JZ 1981, 219.", []),
        ("Das Pfand bleibt (so Uhlen, JZ 1981, 214 und Matting, JZ 1981, 219).", ["JZ 1981, 214"]),
        ("Anders BGH, NJW 1980, 12 = JZ 1981, 219.", []),
        ("Das Pfand ist alt geworden. Vgl. JZ 1981, 215.", ["JZ 1981, 215"]),
        ("Uhlen (JZ 1981, 215) zweifelt.", ["JZ 1981, 215"]),
    ],
)
def test_a_page_in_an_article_is_of_it_unless_another_is_named(text: str, words: list[str]) -> None:
    found = [one for one in scan(text, JOURNAL) if one.body.value == "uhlen"]
    assert [text[one.start : one.end] for one in found if one.kind == "citation"] == words
