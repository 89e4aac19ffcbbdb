"""Books of the Bible: their titles and abbreviations in English, German and French.

Sources: The SBL Handbook of Style (2nd edition), 8.3.1-2; Ökumenisches Verzeichnis der biblischen
Eigennamen nach den Loccumer Richtlinien; La Bible de Jérusalem, "Sigles et abréviations".
"""

from __future__ import annotations

#: A book in each line; of numbered ones a word for each book stands behind the number.
_ROWS = """
Genesis Gen Gn Genèse 1Mose 1Mos
Exodus Exod Ex Exode 2Mose 2Mos
Leviticus Lev Lv Levitikus Lévitique 3Mose 3Mos
Numbers Num Nm Nb Numeri Nombres 4Mose 4Mos
Deuteronomy Deut Dtn Dt Deuteronomium Deutéronome 5Mose 5Mos
Joshua Josh Jos Josua Josué
Judges Judg Jdg Richter Ri Juges Jg
Ruth Rut Rt
1Samuel 1Sam 1Sm
2Samuel 2Sam 2Sm
1Kings 1Kgs 1Könige 1Kön 1Rois
2Kings 2Kgs 2Könige 2Kön 2Rois
1Chronicles 1Chr 1Chronik 1Chroniques 1Ch
2Chronicles 2Chr 2Chronik 2Chroniques 2Ch
Ezra Esra Esr Esdras Esd
Nehemiah Neh Nehemia Néhémie Ne
Esther Esth Ester Est
Job Hiob Ijob Hi
Psalms Psalm Pss Ps Psalmen Psaumes Psaume
Proverbs Prov Prv Sprüche Spr Proverbes Pr
Ecclesiastes Eccl Qoh Kohelet Koh Prediger Pred Ecclésiaste Qo
Isaiah Isa Is Jesaja Jes Isaïe
Jeremiah Jer Jeremia Jérémie Jr
Lamentations Lam Klagelieder Klgl Lm
Ezekiel Ezek Ez Hesekiel Hes Ezechiel Ézéchiel
Daniel Dan Dn
Hosea Hos Osée Os
Joel Joël Jl
Amos Am
Obadiah Obad Obadja Obd Abdias Ab
Jonah Jona Jonas Jon
Micah Mic Micha Mi Michée
Nahum Nah Na
Habakkuk Hab Habakuk Habacuc Ha
Zephaniah Zeph Zefanja Zef Sophonie So
Haggai Hag Aggée Ag
Zechariah Zech Sacharja Sach Zacharie Za
Malachi Mal Maleachi Malachie Ml
Tobit Tob Tobias Tb
Judith Jdt Judit
Wisdom Wis Weisheit Weish Sagesse Sg
Sirach Sir Siracide Si
Baruch Bar
1Maccabees 1Macc 1Makkabäer 1Makk 1Maccabées
2Maccabees 2Macc 2Makkabäer 2Makk 2Maccabées
Matthew Matt Mt Matthäus Matthieu
Mark Mk Markus Marc Mc
Luke Lk Lukas Luc Lc
John Jn Johannes Joh Jean
Acts Apostelgeschichte Apg Actes Ac
Romans Rom Römer Röm Romains Rm
1Corinthians 1Cor 1Korinther 1Kor 1Corinthiens 1Co
2Corinthians 2Cor 2Korinther 2Kor 2Corinthiens 2Co
Galatians Gal Galater Galates Ga
Ephesians Eph Epheser Éphésiens Ep
Philippians Phil Philipper Philippiens Ph
Colossians Col Kolosser Kol Colossiens
1Thessalonians 1Thess 1Thessalonicher 1Thessaloniciens 1Th
2Thessalonians 2Thess 2Thessalonicher 2Thessaloniciens 2Th
1Timothy 1Tim 1Timotheus 1Timothée 1Tm
2Timothy 2Tim 2Timotheus 2Timothée 2Tm
Titus Tit Tite Tt
Philemon Phlm Philémon Phm
Hebrews Heb Hebräer Hebr Hébreux He
James Jas Jakobus Jak Jacques Jc
1Peter 1Pet 1Petrus 1Petr 1Pierre
2Peter 2Pet 2Petrus 2Petr 2Pierre
1John 1Jn 1Johannes 1Joh 1Jean
2John 2Jn 2Johannes 2Joh 2Jean
3John 3Jn 3Johannes 3Joh 3Jean
Jude Judas Jud
Revelation Rev Offenbarung Offb Apocalypse Ap
"""


def _forms(word: str) -> tuple[str, ...]:
    """How a word of a row may be printed: "1Cor" also as "1 Cor", "I Cor"."""
    if not word[0].isdigit():
        return (word,)
    number, name = int(word[0]), word[1:]
    return (word, f"{number} {name}", f"{number}. {name}", f"{'I' * number} {name}")


#: The titles and abbreviations of each book.
BOOKS = tuple(
    tuple(form for word in row.split() for form in _forms(word)) for row in _ROWS.split("\n") if row
)
BOOK_OF = {form: number for number, forms in enumerate(BOOKS) for form in forms}
#: Forms that are also words, first names or other abbreviations: "Am 12. Mai", "Mark 2", "Ep 3".
ORDINARY = frozenset(
    """Numbers Numeri Nombres Nb Nm Judges Richter Juges Ruth Rut Rt Job Hi Daniel Dan Dn Am Amos Ab
    Jona Jonah Jonas Jon Joel Joël Jude Judas Jud Is Isa Os Ne Na Nahum So Ag Za Ha Si Sir Sg
    Ez Esther Ester Est Ezra Esra Esr Esd Ex Lv Lm Pr Ps Jos Joshua Josua Josué Micah Micha Michée
    Mi Mal Ml Tobias Tobit Tb Judith Judit Wisdom Wis Weisheit Sagesse Sprüche Spr Prediger
    Pred Bar Baruch Matthew Matt Mt Matthieu Mark Mk Markus Marc Mc Luke Lukas Luc Lc John Johannes
    Jean Acts Actes Ac Romans Römer Rom Rm Ga Gal Col Kol Ep Eph Ph Phil Titus Tit Tite Tt He Jas
    James Jakobus Jacques Jc Rev Ap Jr Jg Gen Gn Dt Ezekiel Jeremiah Isaiah Zach
    Revelation Proverbs Lamentations""".split()
)
#: Of these, the ones that numbers with ":" stand behind elsewhere, too: people and their times.
NAMES = frozenset(
    """Ruth Job Daniel Dan Amos Jona Jonah Jonas Jon Joel Joël Jude Judas Esther Ester Ezra Esra
    Joshua Josua Micah Micha Tobias Judith Judit Matthew Matt Matthieu Mark Markus Marc Luke Lukas
    Luc John Johannes Jean Titus Tite James Jakobus Jacques Mal Phil Col So Am Is Si Ne Na Ha
    Mi Ex Ep Ph Ap Ab Ag Os Rm Rev Sir Bar Acts Numbers Judges Actes Nombres Richter Juges Jeremiah
    Isaiah Ezekiel""".split()
)
