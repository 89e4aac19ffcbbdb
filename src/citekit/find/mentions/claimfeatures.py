"""What a sentence near an author looks like, for the model that says whether it reports
what he claims.

Features are what the rules have found in a sentence, its place and length, its words of
closed classes and their lists, and the German subjunctive.  No feature asks for more than
one pass over the sentence.  Words are in the form of
:func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citekit.find.citingverbs import EVENT_WORDS
from citekit.find.citingwords import FUNCTION_WORDS, WORK_NOUNS
from citekit.find.mentions.claimwindows import Near, begins_paragraph, cited_between, is_settled
from citekit.find.mentions.reading import Reading

#: Signs that are features.
_SIGNS = tuple(',;:?!"()[]-')
_NUMBER = re.compile(r"\d+")
#: A word with a capital: looked for by the capital, which is rarer than the space.
_CAPITAL = re.compile(r"[A-ZÀ-Ý](?<=\s.)")
#: What follows a German verb of the first subjunctive, "lasse den", "brauche keine": an
#: adjective with the same ending has its noun after it.
_AFTER_VERB = frozenset(
    """sich nicht der die das den dem des ein eine einen einem einer eines kein keine keinen
    keinem keiner keines es man er ihn ihm ihr ihre ihren ihrem ihrer ihres sein seine seinen
    seinem seiner seines in im auf an am von vom zu zur zum mit aus für durch gegen über unter
    nur auch aber also eben immer nie noch schon""".split()
)
_NO_VERBS = frozenset(
    """heute gerade lange gerne beinahe ohne beide viele einige alle keine eine diese jene seine
    ihre unsere meine solche manche welche andere wenige mehrere genauso vorne hinge ende
    beispielsweise""".split()
)
#: German reported speech, and who speaks it if no author does.
_REPORTED = frozenset(
    """sei seien habe werde könne müsse solle dürfe gebe wolle hätten würden""".split()
)
_SPEAKERS = frozenset(
    """ich wir sagte sagt erzählt erzählte berichtet berichtete meint meinte zufolge laut
    """.split()
)
_LISTS = (
    ("event", EVENT_WORDS),
    (
        "first",
        frozenset(
            """i we me my our us ich wir mich mir mein meine unser unsere uns je nous moi mon ma
            mes notre nos j'""".split()
        ),
    ),
    (
        "third",
        frozenset(
            """he she they his her their him them er sie sein seine ihr ihre ihm ihn il elle ils
            elles son sa ses leur leurs lui eux""".split()
        ),
    ),
    (
        "modal",
        frozenset(
            """can could must should may might would cannot kann können muss müssen soll sollen
            darf dürfen sollte könnte peut peuvent doit doivent devrait pourrait faut""".split()
        ),
    ),
    (
        "negation",
        frozenset(
            """not no never nor neither nicht kein keine keinen nie weder ne n' pas jamais aucun
            aucune rien nichts""".split()
        ),
    ),
    (
        "clause",
        frozenset("that how why whether dass daß wie warum ob que qu' comment pourquoi".split()),
    ),
    ("work", WORK_NOUNS),
)
#: What a word in a sentence says of it: the word itself if it is a closed one, of which
#: lists it is.
_NAMES = {
    word: (*((f"word={word}",) if word in FUNCTION_WORDS else ()),
           *(name for name, words in _LISTS if word in words))
    for word in FUNCTION_WORDS.union(*(words for _, words in _LISTS))
}  # fmt: skip
#: Code points of a step of length, and the most steps.
_STEP, _LONGEST = 40, 7
_MOST_CAPITALS = 5
#: After a name the next word is looked for so far (code points).
_WORD = 25


class Document:
    """What a text is like."""

    def __init__(self, reading: Reading) -> None:
        cited = len(reading.citing)
        quoted = len(reading.quotations) * 1000 // max(1, len(reading.text))
        self.features = (
            f"text:cites={0 if not cited else 1 if cited < 5 else 2}",
            f"text:quotes={min(5, quoted)}",
        )


def rows(reading: Reading, run: Sequence[Near], document: Document) -> list[set[str]]:
    """The features of sentences that follow each other; the same have always the same."""
    return [_features(reading, near, document) for near in run]


def _features(reading: Reading, near: Near, document: Document) -> set[str]:
    """The features of a sentence; of one that is settled little is asked."""
    if near.plain:
        return {"plain", f"ago={near.ago}"}
    made = {"any", f"ago={near.ago}", f"main={near.main.kind}"}
    _marked(reading, near, made)
    if is_settled(near):
        return made
    start, end = near.start, near.end
    text, sentence = reading.text, reading.lowered[start:end]
    made.update(document.features)
    made.add(f"long={min(_LONGEST, (end - start) // _STEP)}")
    if begins_paragraph(text, start):
        made.add("fresh")
    if end == len(text) or text[end] == "\n":
        made.add("last")
    words = _split(sentence)
    made.update(*map(_NAMES.__getitem__, _NAMES.keys() & words))
    made.update([sign for sign in _SIGNS if sign in sentence])
    made.update({"year" if len(each) == 4 else "number" for each in _NUMBER.findall(sentence)})
    made.update([f"first:{name}" for name in _NAMES.get(words[0], _sign(words[0]))])
    if reading.language == "de":
        if not _REPORTED.isdisjoint(words) and _SPEAKERS.isdisjoint(words) and '"' not in sentence:
            made.add("reported")
        if "ich" not in words and _is_subjunctive(text[start:end].split()):
            made.add("subjunctive")
    else:
        capitals = len(_CAPITAL.findall(text, start + 1, end))
        made.add(f"capitals={min(_MOST_CAPITALS, capitals)}")
    person = near.main.person
    if person is not None and near.ago == 0:
        after = _split(reading.lowered[person.end : min(end, person.end + _WORD)])[:1]
        made.update([f"after={each if each in _NAMES else _sign(each)}" for each in after])
    return made


def _split(words: str) -> list[str]:
    """Words and commas: good enough to find the words of closed classes, and much faster
    than a regular expression."""
    return words.replace("'", "' ").replace(",", " , ").split()


def _sign(word: str) -> str:
    """The sign that a word begins with, or "*"."""
    return "*" if word[0].isalnum() else word[0]


def _is_subjunctive(words: Sequence[str]) -> bool:
    """Whether a German verb of the first subjunctive stands among words as printed."""
    for word, after in zip(words, (*words[1:], ""), strict=True):
        if word[-1] in ",.;":
            bare = word[:-1]
        elif after in _AFTER_VERB:
            bare = word
        else:
            continue
        if (
            bare[-1:] == "e"
            and bare[-2:] != "te"
            and len(bare) > 3
            and bare.isalpha()
            and bare.islower()
            and bare not in _NO_VERBS
            and bare not in FUNCTION_WORDS
        ):
            return True
    return False


def _marked(reading: Reading, near: Near, made: set[str]) -> None:
    """What is cited, named and found by rules in a sentence."""
    start, end = near.start, near.end
    cited = cited_between(reading, start, end)
    if cited:
        made.add(f"cited={1 if 2 * cited < end - start else 2}")
    if near.told:
        made.add("rule")
        made.update(f"rule={one.method}" for one in near.told)
    if near.anchors:
        made.update(f"has={anchor.kind}" for anchor in near.anchors)
        first = set(near.anchors[0].entries)
        if any(first.isdisjoint(anchor.entries) for anchor in near.anchors):
            made.add("several")
