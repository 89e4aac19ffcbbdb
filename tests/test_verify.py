"""Verdicts on quotations: sentences of the seed texts, altered by hand."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.verify import (
    Change,
    Finding,
    Quoted,
    Source,
    Verdict,
    compare,
    continued,
    in_its_sentence,
    judge,
    variants,
)
from citekit.verify.titled import is_title
from citekit.verify.words import is_quoted, runs_of, without_marks, words_of

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SOURCES = {
    path.stem[:3]: Source(path.name, path.read_text(encoding="utf-8"))
    for path in sorted(SEEDS.glob("*.txt"))
}


def check(seed: str, quotation: str) -> Finding:
    return compare(quotation, SOURCES[seed])


def words_at(seed: str, finding: Finding) -> str:
    return SOURCES[seed].text[finding.start : finding.end]


@pytest.mark.parametrize(
    ("seed", "quotation"),
    [
        ("000", "Terror campaigns are used by weak states that feel threatened."),
        ("000", "The pace is slow but steady"),
        ("001", "third image"),
        ("001", "“compellence” is harder to accomplish than deterrence"),
        ("002", "external attacks are key to its ideology"),
        ("003", "Think al-Qaida, but crowd-sourced."),
        ("003", "the best defence would seem\nto be a lethal offence"),
        ("004", "Groups with multiple allies survive for longer and can survive losses."),
        ("004", "“Moreover, terrorist alliances themselves have proven surprisingly resilient.”"),
    ],
)
def test_verbatim(seed: str, quotation: str) -> None:
    found = check(seed, quotation)
    assert (found.verdict, found.score, found.changes) == (Verdict.VERBATIM, 1.0, ())
    assert words_at(seed, found).split() == without_marks(quotation).split()


@pytest.mark.parametrize(
    ("seed", "quotation", "reason"),
    [
        ("000", "the pace is slow but steady", "case of the first letter"),
        ("000", "The pace is slow but steady,", "punctuation at the ends"),
        ("000", "the allies have chipped away at the Islamic State … according to the U.S. "
                "Defense Department", "ellipsis"),
        ("000", "the allies have chipped away [...] by 25 percent", "ellipsis"),
        ("000", "the allies have chipped away . . . reducing ISIS territory", "ellipsis"),
        ("000", "the allies [of France] have chipped away at the Islamic State", "brackets"),
        ("000", "[T]error campaigns are used by weak states", "brackets"),
        ("000", "“terror campaigns are used by weak states [that fear]”", "brackets"),
        ("000", "the American people known that's what al-Qaeda wanted", "typography"),
        ("001", "Another 'third image' factor that involves three or more states", "typography"),
        ("002", "the group's losses, which officials believe are considerable", "typography"),
        ("003", "IS seeks to regain the initiative -- and shore up the allegiance of its global "
                "network", "typography"),
        ("003", "near death experience at the hands of the US Joint Special Operations Commands",
         "typography"),
        ("004", "attention from counter-terrorism officials", "hyphenation"),
        ("004", "The group has been on the brink of de-\nfeat before.", "typography"),
        ("004", "Terrorist groups with allies tend to conduct more lethal attack[s]", "brackets"),
        ("004", "Terrorist group[s] with allies tend[ed] to conduct more lethal attacks",
         "brackets"),
        ("004", "Group[] with multiple allies survive[s] for longer", "brackets"),
        ("000", "[t]he pac[e] is slow but steady", "brackets"),
    ],
)  # fmt: skip
def test_altered_as_is_permitted(seed: str, quotation: str, reason: str) -> None:
    found = check(seed, quotation)
    assert found.verdict is Verdict.PERMITTED
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("Un jardin, affirme Lefebure, est une conversation", Verdict.PERMITTED),
        ("Un jardin, ajoute-t-il, est une conversation", Verdict.PERMITTED),
        ("Un jardin, a expliqué le maire, est une conversation", Verdict.PERMITTED),
        ("Un jardin – dit M. Roy, musicien à Lyon – est une conversation", Verdict.PERMITTED),
        ("Un jardin, dit-on, est une conversation", Verdict.ALTERED),
        ("Un jardin, je crois, est une conversation", Verdict.ALTERED),
        ("Un jardin, dit le Bon, est une conversation", Verdict.ALTERED),
        ("Un jardin, affirme Lefebure, est une dispute", Verdict.ALTERED),
        ("Papier ist geduldig, sagt die Autorin, und still", Verdict.PERMITTED),
        ("Papier, so Adeyemi, ist geduldig und still", Verdict.PERMITTED),
        ("Papier ist geduldig, glaube ich, und still", Verdict.ALTERED),
        ("The barn, Ashdown writes, stood in the field", Verdict.PERMITTED),
        ("Papier ist geduldig, schreiben Marx und Engels, und still", Verdict.PERMITTED),
        ("Papier ist geduldig, sagen Kritiker, und still", Verdict.ALTERED),
        ("Un jardin, nie le maire, est une conversation", Verdict.ALTERED),
        ("The barn, no one said, stood in the field", Verdict.ALTERED),
        ("The barn, they say, stood in the field", Verdict.ALTERED),
        ("The barn, said to be old, stood in the field", Verdict.ALTERED),
    ],
)
def test_a_reporting_clause_inside_the_marks_is_who_quotes(
    quotation: str, verdict: Verdict
) -> None:
    text = "Un jardin est une conversation. Papier ist geduldig und still. "
    text += "The barn stood in the field."
    found = compare(quotation, Source("x", text))
    assert found.verdict is verdict
    assert ("reporting clause" in found.reasons) == (verdict is Verdict.PERMITTED)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Taxes are not fair. And taxes are paid so that no town is less fair.", Verdict.TRIMMED),
        ("Taxes are not fair. And taxes are paid. A. B. C. So are the fair.", Verdict.TRIMMED),
        ("Taxes are not fair. And taxes are sometimes fair.", Verdict.PERMITTED),
    ],
)
def test_a_far_reading_does_not_excuse_a_negation_left_out_nearby(
    text: str, verdict: Verdict
) -> None:
    assert compare("Taxes are … fair", Source("x", text)).verdict is verdict


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("He kept his accounts on the\n\n12          THE LONG FIELD\n\f\nback of the door.",
         "accounts on the back of the door"),
        ("He trusted chalk, which was\n\n\f14 | The Long Field\n\ncheap and good.",
         "chalk, which was cheap and good"),
        ("Der alte Mann stand noch lange auf dem\n\n- 12 -\n\nHof und sah den Vögeln nach.",
         "lange auf dem Hof und sah den Vögeln nach"),
        ("Il comptait les arbres de la\n\nxlvii\n\n\fville, un par un.", "les arbres de la ville"),
        ("One of them left ac-\n\n47\n\f\ncounts behind.", "One of them left accounts behind"),
        ("He said it.\n\n12\n\f\nThen he left the room.", "He said it. Then he left the room"),
    ],
)  # fmt: skip
def test_page_numbers_and_running_heads_are_no_words(text: str, quotation: str) -> None:
    found = compare(quotation, Source("x", text))
    assert found.verdict in (Verdict.VERBATIM, Verdict.PERMITTED)
    assert found.score == 1


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("For the dough take\n\n3 eggs\n\nand mix them well.", "take 3 eggs and mix them"),
        ("He wrote of the war of 1914–18\n\fand of later losses.", "1914–18 and of later losses"),
        ("The sum was high:\n\n47\n\nHe paid it.", "The sum was high: 47"),
        ("He read the inscription\n\nLE JARDIN\n\nand left.", "the inscription LE JARDIN and left"),
    ],
)
def test_lines_of_the_text_itself_are_words(text: str, quotation: str) -> None:
    assert compare(quotation, Source("x", text)).verdict is Verdict.VERBATIM


def test_page_numbers_are_found_in_no_time() -> None:
    for text in ("\n" * 200_000, "\f" * 50_000, "a\n" + " " * 200_000 + "\f", "\n\n12" * 30_000):
        start = perf_counter()
        assert Source("x", text).plain(0, 1) in ("", *text[:1])
        assert perf_counter() - start < 20


@pytest.mark.parametrize(
    ("text", "quotation", "cut"),
    [
        ("“Inspector,” he said, “you will die poor.”", "Inspector, … you will die poor", True),
        ("“Inspector,” he said, “you will die poor.”", "Inspector, you will die poor", False),
        ("„Papier ist geduldig“, pflegte er zu sagen, „aber es verzeiht nichts.“",
         "Papier ist geduldig, aber es verzeiht nichts", False),
        ("« Un jardin, dit-il, est une conversation. »", "Un jardin est une conversation", False),
    ],
)  # fmt: skip
def test_a_reporting_clause_of_the_source_goes_for_an_ellipsis(
    text: str, quotation: str, cut: bool
) -> None:
    found = compare(quotation, Source("x", text))
    assert found.verdict is (Verdict.PERMITTED if cut else Verdict.ALTERED)
    assert ("leaves out a reporting clause of the source" in found.reasons) is not cut


@pytest.mark.parametrize(
    ("text", "quotation", "left_out"),
    [
        ("What helps? Librarians. I am perfectly serious. They have protected us for years.",
         "Librarians. They have protected us for years", "I am perfectly serious"),
        ("La canicule a tué, dans la seule région lyonnaise, plus de 12 000 arbres.",
         "La canicule a tué plus de 12 000 arbres", "dans la seule région lyonnaise"),
        ("Der alte Müller hat, so sagen die Leute im Dorf noch heute, sein Geld versenkt.",
         "Der alte Müller hat sein Geld versenkt", "so sagen die Leute im Dorf noch heute"),
        ("She opened it at once, with the small knife of her mother, to read every single word.",
         "She opened it at once to read every single word", "with the small knife of her mother"),
    ],
)  # fmt: skip
def test_words_left_out_behind_the_opening_are_named(
    text: str, quotation: str, left_out: str
) -> None:
    found = compare(quotation, Source("x", text))
    assert found.changes == (Change("removed", "", left_out),)
    assert text[found.start : found.end].startswith(quotation.split()[0])


@pytest.mark.parametrize(
    ("text", "quotation", "change"),
    [
        ("The sea rose by 2.8 inches.", "The sea rose by 28 inches", ("28", "2.8")),
        ("Die Quote sank auf 3,5 Prozent.", "sank auf 35 Prozent", ("35", "3,5")),
        ("Profits fell by 2.8 million.", "Profits fell by 2", ("2", "2.8")),
        ("The war of 1914–18 ruined us.", "The war of 1914 18 ruined us", ("1914 18", "1914–18")),
        ("Es war kalt, −7,5 Grad.", "Es war kalt, 7,5 Grad", ("7,5", "−7,5")),
        ("Es war kalt, −7,5 Grad.", "7,5 Grad", ("7,5", "−7,5")),
        ("The floor is 10² metres.", "The floor is 102 metres", ("102", "10²")),
        ("It took 2ⁿ steps to end.", "It took 2n steps to end", ("2n", "2ⁿ")),
        ("On 9/11 the sky was clear.", "On 911 the sky was clear", ("911", "9/11")),
        ("He is now here in the cellar.", "He is nowhere in the cellar", ("nowhere", "now here")),
        ("On le voit sur tout le pays.", "On le voit surtout le pays", ("surtout", "sur tout")),
    ],
)  # fmt: skip
def test_other_numbers_and_joined_words_are_changes(
    text: str, quotation: str, change: tuple[str, str]
) -> None:
    found = compare(quotation, Source("x", text))
    assert found.verdict is Verdict.ALTERED
    assert [(one.quoted, one.source) for one in found.changes] == [change]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("Es war kalt, −7,5 Grad.", "kalt, -7,5 Grad"),
        ("plus de 12\u202f000 arbres ici", "plus de 12000 arbres ici"),
        ("The war of 1914–18 ruined them.", "The war of 1914 -- 18 ruined them"),
        ("Some –300 or so– came to stay.", "Some—300 or so—came to stay"),
        ("It was over in 1984.7 Nobody had seen it.", "It was over in 1984"),
        ("The mid-1990s were a good time.", "The mid 1990s were a good time"),
        ("all of the Anglo-\nSaxon kings here", "all of the AngloSaxon kings here"),
    ],
)
def test_signs_of_numbers_are_typography_where_they_say_the_same(text: str, quotation: str) -> None:
    assert compare(quotation, Source("x", text)).verdict in (Verdict.VERBATIM, Verdict.PERMITTED)


@pytest.mark.parametrize(
    ("seed", "quotation", "changes"),
    [
        ("000", "Terror campaigns are used by strong states that feel threatened.",
         [("changed", "strong", "weak")]),
        ("000", "Terror campaigns are often used by weak states.", [("added", "often", "")]),
        ("000", "the allies have chipped away at the State, reducing ISIS territory by 25 percent",
         [("removed", "", "Islamic")]),
        ("000", "It took months for the reasons why al-Qaeda attacked America on 9/11 to surface",
         [("changed", "months", "years"), ("removed", "", "real"),
          ("changed", "America", "the United States")]),
        ("003", "IS undoubtedly has attack cells and facilitation networks active in europe",
         [("removed", "", "still"), ("case", "europe", "Europe")]),
        ("000", "reducing ISIS territory by 26 percent", [("changed", "26", "25")]),
        ("003", "local militant groups might ebb, flow, splinter, and change allegiance",
         [("punctuation", "splinter, and", "splinter and")]),
        ("004", "Terrorist groups with allies tend to conduct less lethal attacks",
         [("changed", "less", "more")]),
        ("004", "Group[s], with multiple allies survive for longer",
         [("punctuation", "Group[s], with", "Groups with")]),
    ],
)  # fmt: skip
def test_altered_otherwise_has_a_word_diff(
    seed: str, quotation: str, changes: list[tuple[str, str, str]]
) -> None:
    found = check(seed, quotation)
    assert found.verdict is Verdict.ALTERED
    assert [tuple(change) for change in found.changes] == changes
    assert found.score < 1.0 or all(each[0] in ("case", "punctuation") for each in changes)


@pytest.mark.parametrize(
    ("seed", "quotation", "reason"),
    [
        ("000", "The pace is slow", "stops right before “but”"),
        ("000", "they would have demanded a different course", "begins right after “perhaps”"),
        ("000", "the Islamic State’s government in Syria and Iraq … immediately end the group’s "
                "terror attacks", "the ellipsis leaves out “won’t”"),
        ("000", "yet made a counterclaim", None),
        ("000", "None of the State’s allies", None),
        ("002", "it was [surely] doing enough to alter the trajectory",
         "the brackets replace “not”"),
        ("002", "it was [never] doing enough to alter the trajectory", None),
        ("002", "it [the campaign] was not doing enough to alter the trajectory", None),
        ("002", "leaders is [hardly] intended to lead to", None),
        ("003", "but they [always] really disappear", "the brackets replace “never”"),
        ("003", "The best defence [would] be a lethal offence", None),
        ("001", "be an act of Thomas Schelling’s", "begins right after “might”"),
        ("002", "that the air campaign was doing", None),
        ("002", "doing enough to alter the trajectory of the anti-ISIS effort",
         "begins right after “not”"),
        ("002", "intended to lead to", "begins right after “not”"),
        ("002", "tactically spectacular", "stops right before “but”"),
        ("003", "local militant groups might ebb, flow, splinter and change allegiance",
         "stops right before “but”"),
    ],
)  # fmt: skip
def test_trimmed_where_the_meaning_may_turn(seed: str, quotation: str, reason: str | None) -> None:
    found = check(seed, quotation)
    if reason is None:
        assert found.verdict is not Verdict.TRIMMED
    else:
        assert found.verdict is Verdict.TRIMMED
        assert reason in found.reasons


@pytest.mark.parametrize(
    ("before", "quotation", "after", "turned"),
    [
        ("", "Das Gesetz hilft", "nicht immer.", True),
        ("Das", "Gesetz [hilft] immer", " und überall.", False),
        ("", "Die Stadt wächst", ", aber langsam.", True),
        ("", "La ville grandit", ", sauf au nord.", True),
        ("", "Die Stadt wächst.", " Aber das Land schrumpft.", False),
        ("Er ist kein", "Freund der Stadt", "", True),
        ("Elle n’est pas", "amie de la ville", "", True),
        ("He met Dr.", "Reed in the town", " unless it rained.", True),
        ("Nothing happened. Not.", "Reed lived in the town", "; he left.", False),
        # something is said of the whole clause
        ("It is untrue that", "the town was rich", ".", True),
        ("It is not the case that", "the town was rich", ".", True),
        ("Nobody here has ever shown that", "the town was rich", ".", True),
        ("It would be a mistake to think that", "the town was rich", ".", True),
        ("She asked him whether", "the town was rich", ".", True),
        ("It seems true that", "the town was rich", ".", True),
        ("Es ist ein Irrtum zu meinen, dass", "die Stadt reich war", ".", True),
        ("Niemand hat bewiesen, dass", "die Stadt reich war", ".", True),
        ("Il n’est pas prouvé que", "la ville fût riche", ".", True),
        ("Elle est peut-être", "une ville riche", ".", True),
        ("There is no doubt that", "the town was rich", ".", False),
        ("It cannot be denied that", "the town was rich", ".", False),
        ("She did not know that", "the town was rich", ".", False),
        ("He said not only that", "the town was rich", ".", False),
        ("He did not sleep and thought that", "the town was rich", ".", False),
        ("It is untrue, and she knew that", "the town was rich", ".", False),
        ("It was false. She said that", "the town was rich", ".", False),
        ("Es besteht kein Zweifel, dass", "die Stadt reich war", ".", False),
        ("Il ne fait aucun doute que", "la ville est riche", ".", False),
        ("En disant que", "la ville est riche", ".", False),
        # limits behind a comma
        ("", "The town was rich", ", at least in summer.", True),
        ("", "The town was rich", ", or so his rivals said.", True),
        ("", "The town was rich", ", supposedly.", True),
        ("", "Die Stadt war reich", ", zumindest für uns.", True),
        ("", "Die Stadt war reich", ", angeblich.", True),
        ("", "The town was rich", ", at least ten ships lay there.", False),
        ("", "The town was rich", ", apparently because ships came.", False),
        ("", "The town paid", "at least ten pounds.", False),
        ("", "The town was rich", ", and its port was wide.", False),
        ("He thought not of that, and", "the town was rich", ".", False),
        ("Sie wusste nicht, dass", "die Stadt reich war", ".", False),
        ("Sie wusste nicht, ob", "die Stadt reich war", ".", True),
        # clauses without a conjunction, and those of which the first word is left out
        ("I don't believe", "the town was rich", ".", True),
        ("There is no evidence", "the town was rich", ".", True),
        ("Nobody says", "the town works in secret", ".", True),
        ("It would be an exaggeration to say", "the town was rich", ".", True),
        ("It is too early to say that", "the town is rich", ".", True),
        ("I wish I could say that", "the town is rich", ".", True),
        ("We do not recommend that the", "old town be sold", ".", True),
        ("Man kann nicht sagen,", "die Stadt sei reich", ".", True),
        ("Wir empfehlen nicht, dass die", "Stadt verkauft wird", ".", True),
        ("Je ne crois pas que la", "ville soit riche", ".", True),
        ("Il serait exagéré de dire que la", "ville est riche", ".", True),
        ("Those who did not vote think", "the town is rich", ".", False),
        ("Men with no vote say", "the town is rich", ".", False),
        ("The clerk did not lie when he said", "the town was rich", ".", False),
        ("I cannot help thinking that", "the town is rich", ".", False),
        ("It is not too much to say that", "the town is rich", ".", False),
        ("They wish to say that", "the town is rich", ".", False),
        ("He never said", "a word about the town", ".", False),
        ("We cannot say", "what the town was", ".", False),
        ("Er kam nicht, sagte sie,", "die Stadt sei reich", ".", False),
        ("Er wurde nicht müde zu sagen, dass", "die Stadt reich sei", ".", False),
        ("Es genügt nicht,", "die Stadt zu loben", ".", False),
        ("Nous n’oublions pas que la", "ville est riche", ".", False),
        ("Il ne cesse de dire que", "la ville est riche", ".", False),
        ("No.", "Consent was a fiction", ".", False),
    ],
)
def test_words_that_turn_the_meaning(before: str, quotation: str, after: str, turned: bool) -> None:
    joined = f"{before} {quotation}{after if after[:1] in ',;.' else ' ' + after.strip()}"
    found = compare(quotation, Source("a", joined))
    assert (found.verdict is Verdict.TRIMMED) == turned


def test_a_whole_sentence_before_but_is_not_trimmed() -> None:
    found = check("000", "We may not know for years.")
    assert found.verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "quotation",
    [
        "Nothing of the kind was ever written in any of these five articles",
        "fourth image",
        "the group and the allies of the state in the attacks",
        "",
        "…",
    ],
)
def test_not_found(quotation: str) -> None:
    assert check("001", quotation).verdict is Verdict.NOT_FOUND


def test_found_elsewhere() -> None:
    words = "Terror campaigns are used by weak states that feel threatened"
    found = judge(words, SOURCES["001"], [SOURCES["002"], SOURCES["000"]])
    assert (found.verdict, found.source) == (Verdict.ELSEWHERE, SOURCES["000"].id)
    assert SOURCES["000"].text[found.start : found.end] == words
    assert "verbatim there" in found.reasons


def test_the_named_source_goes_before_another() -> None:
    words = "Terror campaigns are used by strong states that feel threatened"
    other = Source("b", f"He wrote: {words}.")
    found = judge(words, SOURCES["000"], [other])
    assert (found.verdict, found.source) == (Verdict.ALTERED, SOURCES["000"].id)
    assert found.reasons == ("verbatim in b",)
    near = "Terror campaigns are used by weak states"
    assert judge(near, SOURCES["000"], [other]).source == SOURCES["000"].id
    far = "Terror campaigns are begun by strong governments that feel encouraged"
    other = Source("b", f"He wrote: {far}.")
    assert judge(far, SOURCES["000"], [other]).verdict is Verdict.ELSEWHERE


def test_who_only_quotes_words_is_not_their_source() -> None:
    words = "Terror campaigns are used by feeble states that feel threatened"
    quoting = Source("b", f"He wrote: “{words}.”")
    found = judge(words, None, [quoting, SOURCES["000"]], names_one=False)
    assert (found.verdict, found.source) == (Verdict.ALTERED, SOURCES["000"].id)
    assert judge(words, None, [quoting], names_one=False).source == "b"


def test_no_source_is_held() -> None:
    words = "a sentence of a book that nobody here holds"
    assert judge(words, None, SOURCES.values()).verdict is Verdict.NO_SOURCE
    assert judge(words, SOURCES["000"], SOURCES.values()).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("words", "reasons"),
    [
        ("Terror campaigns are used by weak states", ("verbatim in {}",)),
        ("Terror campaigns are used by feeble states that feel threatened", ("altered in {}",)),
        ("weak states", ()),
        ("Nobody ever wrote these words in any text of this corpus", ()),
    ],
)
def test_that_another_has_the_words_says_nothing_of_a_text_that_is_not_held(
    words: str, reasons: tuple[str, ...]
) -> None:
    found = judge(words, None, SOURCES.values())
    assert (found.verdict, found.source) == (Verdict.NO_SOURCE, "")
    assert found.reasons == tuple(reason.format(SOURCES["000"].id) for reason in reasons)


def test_a_quotation_that_names_no_source_is_judged_where_it_stands() -> None:
    words = "Groups with multiple allies survive for longer"
    found = judge(words, None, SOURCES.values(), names_one=False)
    assert (found.verdict, found.source) == (Verdict.VERBATIM, SOURCES["004"].id)


def test_a_quotation_that_goes_on_is_not_cut_off() -> None:
    parts = ["The pace is slow,", "but steady.", "they would have demanded"]
    findings = continued([check("000", part) for part in parts], lambda id: SOURCES[id[:3]])
    assert [finding.verdict for finding in findings] == [
        Verdict.PERMITTED,
        Verdict.VERBATIM,
        Verdict.TRIMMED,
    ]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("The archive sleeps not. It waits for us.", ["The archive sleeps,", "it waits for us"]),
        ("Die Stadt schläft nicht. Sie wacht am Tor.", ["Die Stadt schläft", "sie wacht am Tor"]),
        ("La ville ne dort pas. Elle veille en bas.", ["La ville ne dort", "elle veille en bas"]),
    ],
)
def test_what_stands_between_two_quotations_is_cut_off(source: str, parts: list[str]) -> None:
    held = Source("a", source)
    found = continued([compare(part, held) for part in parts], lambda _: held)
    assert [one.verdict for one in found] == [Verdict.TRIMMED, Verdict.PERMITTED]


@pytest.mark.parametrize(
    ("before", "quotation", "after", "reason"),
    [
        ("", "Die Stadt schläft", ", es sei denn, es regnet.", "stops right before “es sei denn”"),
        ("", "La ville dort", ", à moins que la pluie tombe.", "stops right before “à moins que”"),
        ("", "La ville dort", ", à moins d’un bruit.", "stops right before “à moins d’un”"),
        ("", "The town slept", " rather than work.", "stops right before “rather than”"),
        ("", "Das Gesetz gilt", " nur sonntags.", "stops right before “nur”"),
        ("", "Der Kaiser sah", " niemanden.", "stops right before “niemanden”"),
        ("", "Elle dort", " seulement le dimanche.", "stops right before “seulement”"),
        ("", "Elle ne dort", " guère.", "stops right before “guère”"),
        ("", "Elle ne voit", " personne.", "stops right before “personne”"),
        ("", "La ville est", " une personne.", ""),
        ("", "Elle dort", " au lieu de lire.", "stops right before “au lieu de”"),
        ("", "Sie schläft", ", auch wenn es regnet.", "stops right before “auch wenn”"),
        ("", "Il ne mange", " plus.", "stops right before “plus”"),
        ("", "La ville n’est", " plus riche.", "stops right before “plus”"),
        ("", "Elle ne dort", " que le dimanche.", "stops right before “que”"),
        ("", "Il mange", " plus que nous.", ""),
        ("", "Il ne dort pas", " que je sache.", ""),
        ("", "Elle ne vint pas, et mange", " plus.", ""),
        ("Es ist nicht wahr,", "dass der Bote neutral sei", ".", "begins right after “nicht wahr”"),
        ("Es ist falsch,", "dass der Bote neutral sei", ".", "begins right after “falsch”"),
        ("Il est faux", "que la ville soit riche", ".", "begins right after “faux”"),
        ("Il n’est pas vrai", "qu’elle soit riche", ".", "begins right after “pas vrai”"),
        ("It is not true", "that the town is rich", ".", "begins right after “not true”"),
        ("It is true", "that the town is rich", ".", ""),
        ("Nobody has shown", "whether the town is rich", ".", ""),
        ("Sie wusste nicht,", "dass die Stadt reich war", ".", ""),
        ("", "Clerks [always] lie", "", "the brackets replace “rarely”"),
        ("", "Clerks … lie", "", "the ellipsis leaves out “rarely”"),
        ("", "Clerks [seldom] lie", "", ""),
        ("", "Schreiber [immer] lügen", "", "the brackets replace “selten”"),
        ("", "Les gens … mentent", "", "the ellipsis leaves out “rarement”"),
    ],
)
def test_what_restricts_or_denies_is_named_whole(
    before: str, quotation: str, after: str, reason: str
) -> None:
    written = {
        "Clerks": "Clerks rarely lie.",
        "Schreiber": "Schreiber selten lügen.",
        "Les gens": "Les gens rarement mentent.",
    }
    held = next((text for words, text in written.items() if quotation.startswith(words)), None)
    found = compare(quotation, Source("a", held or f"{before} {quotation}{after}"))
    assert (found.verdict is Verdict.TRIMMED) == bool(reason)
    assert not reason or reason in found.reasons


@pytest.mark.parametrize(
    ("source", "trimmed"),
    [
        ("They acted ⟨without consent⟩ in war.", True),
        ("They could ⟨scarcely⟩ see the coast.", True),
        ("Man bedient sich seines Verstandes ⟨ohne Leitung eines anderen⟩ in der Stadt.", True),
        ("Sie hat ⟨schwerlich⟩ davon gewusst.", True),
        ("Das gilt ⟨keinesfalls⟩ in Bern.", True),
        ("Die Ware ist ⟨bloß⟩ geliehen.", True),
        ("Il part ⟨sans regret⟩ pour la ville.", True),
        ("La volonté ne se représente ⟨point⟩ dans la ville.", True),
        ("Il ne voit ⟨personne⟩ dans la ville.", True),
        ("Elle ne dort ⟨que⟩ le dimanche.", True),
        ("Il n’a ⟨nul⟩ besoin de nous.", True),
        ("Il mange ⟨plus⟩ que nous le dimanche.", False),
        ("Une ville est ⟨aussi une personne⟩ de droit.", False),
        ("La ville est⟨, à ce point de vue,⟩ une personne.", False),
        ("Das Haus ⟨mit dem Garten⟩ gehört ihm.", False),
    ],
)
def test_an_ellipsis_for_a_negation_in_three_languages(source: str, trimmed: bool) -> None:
    before, _, rest = source.partition("⟨")
    left_out, _, after = rest.partition("⟩")
    found = compare(f"{before} […] {after}", Source("a", before + left_out + after))
    assert found.verdict is (Verdict.TRIMMED if trimmed else Verdict.PERMITTED)


@pytest.mark.parametrize(
    ("quotation", "source", "changes"),
    [
        ("he is a liar, except when he is in haste", "he is a liar, except when he is in a hurry.",
         ["“a hurry” became “haste”"]),
        ("sie gingen nach dem Essen in Hast", "Sie gingen nach dem Essen in einer Eile.",
         ["“einer Eile” became “Hast”"]),
        ("he is a liar when he is in haste", "he is a liar when he is in a, so to speak, hurry.",
         ["“a” became “haste”"]),
        ("Dust is only what remains of us", '"Dust," the old man used to say, "is only what '
         'remains of us."', ["left out “the old man used to say”"]),
        ("Wir wollen alle gemeinsam gehen morgen", "„Wir wollen alle gemeinsam gehen“, sagte der "
         "Alte, „morgen.“", ["left out “sagte der Alte”"]),
        ("Dust is only what remains of us", "He saw dust. The old is only what remains of us.",
         ["“old” became “Dust”"]),
    ],
)  # fmt: skip
def test_changes_at_the_edges_are_named_rightly(
    quotation: str, source: str, changes: list[str]
) -> None:
    found = compare(quotation, Source("a", source))
    words = [str(one) for one in found.changes if one.kind not in ("punctuation", "case")]
    assert (found.verdict, words) == (Verdict.ALTERED, changes)


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("> The keeper must never\n> improve the papers.", "The keeper must never improve the "
         "papers."),
        ("The keeper must never improve the papers.", "He said:\n\n> The keeper must never im-\n"
         "> prove the papers.\n"),
        (">> The keeper must [@a,\n>> 3] never go", "The keeper must never go"),
    ],
)  # fmt: skip
def test_marks_of_block_quotations_are_no_words(quotation: str, source: str) -> None:
    found = compare(quotation, Source("a", source))
    assert (found.verdict, found.changes) in ((Verdict.VERBATIM, ()), (Verdict.PERMITTED, ()))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Writers say: “⟦The pace is slow⟧” is what it is.", Verdict.TRIMMED),
        ("Writers say: “⟦The pace is slow⟧,” but they have hope.", Verdict.VERBATIM),
        ("Writers say: “⟦The pace is slow⟧.” But they have hope.", Verdict.TRIMMED),
        ("“⟦The pace is slow⟧” [@one, 3], though steady.", Verdict.VERBATIM),
        ("So “⟦they would have demanded a different course⟧”.", Verdict.TRIMMED),
        ("Perhaps, they say, “⟦they would have demanded a different course⟧”.", Verdict.VERBATIM),
        ("It is false. So “⟦they would have demanded a different course⟧”.", Verdict.TRIMMED),
    ],
)
def test_what_the_quoting_author_says_himself_is_not_cut_off(text: str, verdict: Verdict) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    text = text.replace("⟦", "").replace("⟧", "")
    found = in_its_sentence(check("000", text[start:end]), text, start, end)
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("See chapter 3, “⟦The Allies of the State⟧” [@bacon].", True),
        ("The essay “⟦On slow campaigns⟧” says why.", True),
        ("Her article “⟦Why Groups Survive,⟧” in *Allies and Losses* [@bacon].", True),
        ("“⟦Between Loss and Recovery⟧” (in [@bacon]) says why.", True),
        ("Im Kapitel „⟦Vom Nutzen der Verbündeten⟧“ steht es.", True),
        ("Dans le chapitre II « ⟦Des alliés et des pertes⟧ » on lit.", True),
        ("Chapter 3 says: “⟦The Allies of the State⟧” [@bacon].", False),
        ("In chapter 3, “⟦The allies have chipped away at the State⟧” [@bacon].", False),
        ("The article “⟦The allies have lost. They survive.⟧” [@bacon].", False),
        ("the article “⟦has many allies⟧” [@bacon].", False),
        ("“⟦The allies of the State⟧” in Syria [@bacon].", False),
        ("The State and “⟦Islamic⟧” in Syria [@bacon].", False),
    ],
)
def test_titles_of_parts_are_no_quotations(text: str, title: bool) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    assert is_title(text.replace("⟦", "").replace("⟧", ""), start, end) is title


@pytest.mark.parametrize(
    ("quotation", "source", "verdict"),
    [
        ("L’oeuvre des alliés", "L’œuvre des alliés", Verdict.PERMITTED),
        ("Oeuvre and Cæsar", "Œuvre and Caesar", Verdict.PERMITTED),
        ("L’œuvre des alliés", "L’oeuvre des alliées", Verdict.ALTERED),
        # marks around words say that they are another's, or not meant so
        ("the free allies of the state", "the “free” allies of the state", Verdict.ALTERED),
        ("the free allies of the state", "the ‘free’ allies of the state", Verdict.ALTERED),
        ("the ‘free’ allies of the state", "the “free” allies of the state", Verdict.PERMITTED),
        ("the allies power in the state", "the allies’ power in the state", Verdict.PERMITTED),
        ("free allies of the state", "“free allies of the state”", Verdict.VERBATIM),
        ("they came. They saw", "“they came.”\n\n“They saw”", Verdict.PERMITTED),
    ],
)
def test_ligatures_and_inner_quotation_marks(quotation: str, source: str, verdict: Verdict) -> None:
    assert compare(quotation, Source("a", source)).verdict is verdict


FAR = (
    "The allies of the group have paid for ships. They did not chip away at it.\n\n"
    "They had hoped for more. The campaigns of the states have cost ninety lives."
)


@pytest.mark.parametrize(
    ("quotation", "verdict", "told"),
    [
        ("The allies … have paid for ships", Verdict.PERMITTED, ""),
        ("The allies … have cost ninety lives", Verdict.TRIMMED, "across the end of a paragraph"),
        ("have paid for ships. … The campaigns of the states", Verdict.PERMITTED,
         "across the end of a paragraph"),
        ("They had hoped … have cost ninety lives", Verdict.PERMITTED, ""),
    ],
)  # fmt: skip
def test_how_much_an_ellipsis_leaves_out(quotation: str, verdict: Verdict, told: str) -> None:
    found = compare(quotation, Source("a", FAR))
    assert found.verdict is verdict
    assert [reason.endswith(told) for reason in found.reasons if "left out" in reason] == (
        [True] if told else []
    )


def test_a_number_is_told_whole() -> None:
    found = compare("it cost 3,540.5 pounds in all", Source("a", "It cost 3,450.5 pounds in all."))
    assert [str(change) for change in found.changes] == ["“3,450.5” became “3,540.5”"]


def test_an_ellipsis_for_many_words_is_told_of() -> None:
    text = f"He wrote {'so ' * 120}that it rained."
    (_, told) = compare("He wrote … it rained", Source("a", text)).reasons
    assert told == "121 words left out"


def test_the_nearer_of_two_places() -> None:
    text = "The town was small. " * 3 + "The town was small and poor, and the river was wide."
    found = compare("The town was small and very poor", Source("a", text))
    assert text[found.start : found.end] == "The town was small and poor"
    assert [str(change) for change in found.changes] == ["added “very”"]


@pytest.mark.parametrize(
    ("seed", "more", "quotation", "verdict", "where"),
    [
        # cut before "but" in the article, whole in what follows
        ("000", "So he said: the pace is slow.", "the pace is slow", Verdict.VERBATIM, "more"),
        ("000", "So he said: the pace is slow, but sure.", "The pace is slow", Verdict.TRIMMED,
         "article"),
        ("003", "THE BEST DEFENCE would seem\nto be a lethal offence, he says.",
         "the best defence would seem to be a lethal offence", Verdict.VERBATIM, "article"),
        ("003", "Local militant groups might ebb, flow, splinter, and change allegiance.",
         "Local militant groups might ebb, flow, splinter, and change allegiance",
         Verdict.VERBATIM, "more"),
        # of two places for an ellipsis the one that leaves out less
        ("000", "Terror campaigns, they say, feel threatened.",
         "Terror campaigns … feel threatened", Verdict.PERMITTED, "more"),
    ],
)  # fmt: skip
def test_the_best_of_several_places_counts(
    seed: str, more: str, quotation: str, verdict: Verdict, where: str
) -> None:
    article = SOURCES[seed].text
    for text in (f"{article}\n\n{more}", f"{more}\n\n{article}"):
        found = compare(quotation, Source("a", text))
        begins = text.index(more)
        inside = begins <= found.start < begins + len(more)
        assert (found.verdict, inside) == (verdict, where == "more")


VERSE = (
    "The pace is slow but steady,\nThe campaigns are used by states\nThat feel threatened.\n\n"
    "Groups with allies survive."
)


@pytest.mark.parametrize(
    ("quotation", "changes"),
    [
        ("The pace is slow but steady, / The campaigns are used by states / That feel", []),
        ("The pace is slow but steady,/The campaigns", []),
        ("That feel threatened. // Groups with allies survive.", []),
        ("That feel threatened. / Groups with allies survive.", []),
        ("used by states / That feel threatened. … allies survive.", []),
        # no line ends there, no stanza, or other signs stand there
        ("The pace is slow / but steady", ["“slow but” became “slow / but”"]),
        ("but steady, // The campaigns", ["“steady, The” became “steady, // The”"]),
        ("but steady / The campaigns", ["“steady, The” became “steady / The”"]),
    ],
)
def test_a_slash_stands_for_the_end_of_a_line(quotation: str, changes: list[str]) -> None:
    found = compare(quotation, Source("a", VERSE))
    assert [str(change) for change in found.changes] == changes
    assert ("line breaks" in found.reasons) is not bool(changes)


ALLIES = (
    "The group’s alliances have helped it survive.{} Groups with multiple allies{} survive for "
    "longer{}, and can survive losses{} of 4 km² a year."
)


@pytest.mark.parametrize(
    "marks",
    [
        ("[^1]", "[^2]", "[^3]", "[^note]"),
        ("¹", "²", "³⁻⁵", "⁴,⁵"),
        (" [1]", " [12]", "", " [13]"),
        ("1", "", "", ""),
        ("", "†", "‡", "††"),
        (
            " [@bacon, 3]",
            "\u00a0\\cite[3]{bacon}",
            "\\footcite{bacon}",
            "\\autocite[see][3]{bacon}",
        ),
    ],
)
def test_marks_of_notes_in_the_source_are_no_words(marks: tuple[str, ...]) -> None:
    plain = ALLIES.format("", "", "", "")
    marked = ALLIES.format(*marks)
    for quotation, source in ((plain, marked), (marked, plain), (marked, marked)):
        found = compare(quotation, Source("a", source))
        assert (found.verdict, found.reasons, found.changes) == (Verdict.VERBATIM, (), ())


@pytest.mark.parametrize(
    ("quotation", "source", "changes"),
    [
        ("losses of 4 km a year", "losses of 4 km² a year", ["“km²” became “km”"]),
        ("losses of 10 km a year", "losses of 10⁶ km a year", ["“10⁶” became “10”"]),
        ("Groups survive for longer than 2. Losses", "Groups survive for longer than 2.1. Losses",
         ["left out “1”"]),
        ("Groups of [allies] survive", "Groups of 12 survive", []),
        ("allies² survive longer", "allies¹ survive, longer", ["“survive, longer” became “survive "
                                                              "longer”"]),
    ],
)  # fmt: skip
def test_numbers_that_are_no_marks_of_notes(
    quotation: str, source: str, changes: list[str]
) -> None:
    found = compare(quotation, Source("a", source))
    assert [str(change) for change in found.changes] == changes


def test_a_sentence_ends_at_the_mark_of_its_note() -> None:
    for mark in ("[^1]", "¹", "1"):
        text = f"The pace is slow.{mark} But the allies have chipped away."
        assert compare("The pace is slow", Source("a", text)).verdict is Verdict.VERBATIM


def test_two_articles_that_quote_one_line_differently() -> None:
    line = "We are systematically eliminating ISIL’s cabinet"
    quotations = [
        Quoted("a.txt", 10, line),
        Quoted("b.txt", 5, "“we are systematically destroying ISIL's cabinet”"),
        Quoted("c.txt", 0, line + ","),
        Quoted("a.txt", 90, "We are systematically destroying ISIL’s cabinet"),
        Quoted("d.txt", 0, "a wholly different line about the cabinet of the state"),
    ]
    pairs = {
        (pair.first.document, pair.second.document): [str(change) for change in pair.changes]
        for pair in variants(quotations)
    }
    assert pairs["a.txt", "b.txt"] == ["“eliminating” became “destroying”"]
    assert ("a.txt", "c.txt") not in pairs
    assert not any("d.txt" in pair for pair in pairs)


def test_a_long_quotation_with_an_ellipsis_beside_a_short_one_of_its_words() -> None:
    short = "The boats were late again that spring evening"
    more = " ".join(f"word{number}" for number in range(160))
    long = f"The boats were late again that spring, and nobody {more} … at all"
    assert variants([Quoted("a", 0, short), Quoted("b", 0, long)]) == []


@pytest.mark.parametrize(
    ("one", "two", "changes"),
    [
        ("the pace is slow but steady, they say", "[T]he pace is slow but steady, they say", []),
        ("[t]he pace is slow but steady, they say", "The pace is slow but steady", []),
        ("[T]he pace i[s] slow but steady, they say", "[t]he pace is slow but steady", []),
        ("The pace of the allies is slow but steady", "The pace [of it] is slow but steady and so",
         []),
        ("The pace of the allies is slow but steady", "The pace … is slow but steady and long", []),
        ("[t]he pace is fast but steady, they say", "The pace is slow but steady",
         ["“fast” became “slow”"]),
        ("They say: the pace is slow but steady", "They say. [T]he pace is slow but steady",
         ["“say: the” became “say. [T]he”"]),
    ],
)  # fmt: skip
def test_what_is_permitted_makes_no_variant(one: str, two: str, changes: list[str]) -> None:
    found = variants([Quoted("a", 0, one), Quoted("b", 0, two)])
    assert [str(change) for pair in found for change in pair.changes] == changes


def test_a_part_of_a_quotation_is_no_variant() -> None:
    whole = "We are systematically eliminating the whole cabinet of the group this year"
    part = "eliminating the whole cabinet of the group"
    assert variants([Quoted("a", 0, whole), Quoted("b", 0, part)]) == []


def test_who_quotes_more_does_not_quote_otherwise() -> None:
    one = Quoted("a", 0, "pace is slow but steady …, and nobody ever saw it stop anywhere")
    two = Quoted("b", 0, "The pace is slow but steady … and nobody ever saw it stop")
    assert variants([one, two]) == []
    three = Quoted("c", 0, "The pace is fast but steady … and nobody ever saw it stop")
    (found,) = variants([one, three])
    assert [str(change) for change in found.changes] == ["“slow” became “fast”"]


# --- properties --------------------------------------------------------------------------

TEXT = SOURCES["003"].text
WORDS = words_of(TEXT)
spans = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(4, 40)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(WORDS) - 1))
)


@given(spans)
def test_any_words_of_a_source_are_found_in_it(span: tuple[int, int]) -> None:
    quotation = TEXT[WORDS[span[0]].start : WORDS[span[1]].end]
    found = check("003", quotation)
    assert found.score == 1.0
    assert found.changes == ()
    assert found.verdict in (Verdict.VERBATIM, Verdict.PERMITTED, Verdict.TRIMMED)


_SWAPS = {"’": "'", "“": '"', "”": '"', "‘": "'", "–": "--", "—": " – ", " ": "\u00a0 "}


@given(spans, st.sets(st.sampled_from(sorted(_SWAPS))), st.data())
def test_no_permitted_alteration_is_held_against_a_quotation(
    span: tuple[int, int], swaps: set[str], data: st.DataObject
) -> None:
    start, end = span
    left, right = sorted(data.draw(st.tuples(st.integers(start, end), st.integers(start, end))))
    head = TEXT[WORDS[start].start : WORDS[left].end]
    tail = TEXT[WORDS[right].start : WORDS[end].end] if right > left else ""
    gap = data.draw(st.sampled_from([" … ", " [...] ", " . . . "])) if right > left + 1 else ""
    if gap and (end - right < 3 or left - start < 3):
        return
    if not gap:
        head, tail = TEXT[WORDS[start].start : WORDS[end].end], ""
    words = head[0].swapcase() + head[1:] + gap + tail + data.draw(st.sampled_from(["", ".", ",”"]))
    for sign in swaps:
        words = words.replace(sign, _SWAPS[sign])
    found = check("003", words)
    assert found.changes == ()
    assert found.verdict in (Verdict.VERBATIM, Verdict.PERMITTED, Verdict.TRIMMED)


@given(spans, st.integers(0, 100))
def test_a_strange_word_is_named(span: tuple[int, int], place: int) -> None:
    start, end = span
    if end - start < 4:
        return
    at = start + 1 + place % (end - start - 1)
    words = WORDS[at]
    quotation = (
        TEXT[WORDS[start].start : words.start] + "xyzzy " + TEXT[words.start : WORDS[end].end]
    )
    found = check("003", quotation)
    assert found.verdict is Verdict.ALTERED
    assert Change("added", "xyzzy", "") in found.changes or any(
        "xyzzy" in change.quoted for change in found.changes
    )


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_two_texts_have_a_verdict(quotation: str, text: str) -> None:
    found = compare(quotation, Source("a", text))
    assert 0.0 <= found.score <= 1.0
    if found.verdict is not Verdict.NOT_FOUND:
        assert 0 <= found.start < found.end <= len(text)


@given(st.text(alphabet="ab [].…()“”'-\n", max_size=60))
def test_runs_lie_in_their_quotation(quotation: str) -> None:
    spans = [(word.start, word.end) for run in runs_of(quotation) for word in run.words]
    assert all(0 <= start < end <= len(quotation) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “and ⟦rivers run⟧ dry”.", True),
        ("He said “so” and ⟦rivers run⟧ dry.", False),
        ('He said "and ⟦rivers run⟧ dry".', True),
        ('He said "so" and ⟦rivers run⟧ dry.', False),
        ("Er sagte „und ⟦rivers run⟧ dry“.", True),
        ("Er sagte „so“ und ⟦rivers run⟧ dry.", False),
        ("Er sagte »und ⟦rivers run⟧ dry«.", True),
        ("Er sagte »so« und ⟦rivers run⟧ dry.", False),
        ("Il dit « et ⟦rivers run⟧ dry ».", True),
        ("Il dit « ainsi » et ⟦rivers run⟧ dry.", False),
        ("Il dit « ainsi ». Et ⟦rivers run⟧ dry.", False),
        ("He said.\n\n> And ⟦rivers run⟧ dry.", True),
        ("“Never closed.\n\nAnd ⟦rivers run⟧ dry.", False),
    ],
)
def test_words_that_stand_in_quotation_marks(text: str, quoted: bool) -> None:
    start = text.index("⟦")
    assert is_quoted(text.replace("⟦", "").replace("⟧", ""), start) is quoted


@pytest.mark.parametrize(
    ("text", "quotation", "verdict", "told"),
    [
        ("The la[n]dlord was here.", "landlord was here", Verdict.PERMITTED, "editor's brackets"),
        ("He wants [the] sheets now.", "wants the sheets", Verdict.PERMITTED, "editor's brackets"),
        ("Copied ⟨in a fair hand⟩ here.", "Copied in a fair hand here", Verdict.PERMITTED,
         "editor's brackets"),
        ("The la[n]dlord was here.", "la[n]dlord was here", Verdict.PERMITTED, "brackets"),
        ("It is la[n]dlord rule.", "It is landlady rule", Verdict.ALTERED,
         "editor's brackets; “landlord” became “landlady”"),
        ("I have pro-\nmised it.", "have promised it", Verdict.PERMITTED, "typography"),
        ("All Vor-\nund Nachteile sind da.", "Vor- und Nachteile sind", Verdict.VERBATIM, ""),
    ],
)  # fmt: skip
def test_editors_brackets_and_divided_words_of_the_source(
    text: str, quotation: str, verdict: Verdict, told: str
) -> None:
    found = compare(quotation, Source("x", text))
    assert found.verdict is verdict
    assert "; ".join([*found.reasons, *map(str, found.changes)]) == told


@pytest.mark.parametrize(
    ("quotation", "source", "changes"),
    [
        ("We must look elsewhere", "We must look somewhere else.",
         [("elsewhere", "somewhere else")]),
        ("elsewhere there is a lamp", "And somewhere else there is a lamp.",
         [("elsewhere", "somewhere else")]),
        ("We must look nowhere", "We must look somewhere. Else we fail.",
         [("nowhere", "somewhere")]),
        ("We must look somewhat", "We must look somewhere else.", [("somewhat", "somewhere")]),
    ],
)  # fmt: skip
def test_a_word_at_the_edge_that_stands_for_two_is_told_of_with_both(
    quotation: str, source: str, changes: list[tuple[str, str]]
) -> None:
    found = compare(quotation, Source("s", source))
    assert [(one.quoted, one.source) for one in found.changes] == changes
