"""Surnames that name no author where they stand: common words that a sentence begins with,
"Young voters say", "Banks argue", "Petit à petit, elle …", and plurals, "two Lees"."""

from __future__ import annotations

import re

from citekit.find.citingverbs import AUXILIARIES, BESIDE_VERBS, COPULAS, IRREGULAR
from citekit.find.citingwords import CLAIM_VERBS, CLAIM_WORDS, FUNCTION_WORDS

#: What stands between two sentences.
_STOPS = (".", "!", "?", ":", "…", "")
_OPENED = " \u00a0\n\"'“‘«‹„*_([#>-–—"
#: The words after a name, in lower case.
_FOLLOWING = re.compile(
    r"\s(?P<first>[a-zß-ÿ][\w-]*)(?:\s(?P<second>[a-zß-ÿ][\w-]*)(?P<clause>\s(?:that|how|why|whether)\b|[,:])?)?"
)
#: French: what somebody is, before the pronoun that stands for him: "Petit commerçant, il".
_FRENCH = re.compile(
    r"\s(?P<first>[a-zß-ÿ][\w-]*)(?:\s[a-zß-ÿ][\w'’-]*){0,3},"
    r"\s(?:il|elle|ils|elles|on)\s(?!est\svrai|faut)"
)
_ADVERBS = (
    BESIDE_VERBS["en"]
    | AUXILIARIES["en"]
    | COPULAS["en"]
    | FUNCTION_WORDS
    | frozenset(
        """alone elsewhere nonetheless nevertheless sometimes always perhaps besides afterwards
    today himself herself themselves further furthermore together convincingly likewise""".split()
    )
)
#: Forms of verbs of claim that need a plural; those that are no nouns.
_PLURAL = frozenset(
    verb for verb in CLAIM_VERBS if verb + "s" in CLAIM_VERBS and verb not in IRREGULAR
)
_NOUNS = frozenset(
    """claim report state view note reason question stress show point contrast object value credit
    fear worry doubt record account study""".split()
)
#: Before a plural.
_SEVERAL = frozenset(
    """the two three four both several many all these those other few
    die der den zwei drei vier beide beiden mehrere viele alle diese
    les des deux trois quatre plusieurs tous ces""".split()
)
_VERBS = (
    _PLURAL
    | {verb + "s" for verb in _PLURAL}
    | {verb for verb in CLAIM_VERBS if verb.endswith("ed")}
    | {"said", "thought", "wrote", "found", "held"}
)


def is_plural(text: str, start: int) -> bool:
    """Whether a surname with an s stands for several people: "two Lees", "die Manns"."""
    before = text[max(0, start - 20) : start].lower().split()
    return bool(before) and before[-1] in _SEVERAL


def is_common_word(text: str, start: int, end: int) -> bool:
    """Whether a surname that begins a sentence is none there: a noun
    follows before the verb, or the verb is a plural's."""
    before = text[max(0, start - 12) : start]
    bare = before.rstrip(_OPENED)
    if bare[-1:] not in _STOPS and "\n\n" not in before:
        return False
    french = _FRENCH.match(text, end)
    if french is not None and french["first"] not in CLAIM_WORDS:
        return True
    found = _FOLLOWING.match(text, end)
    if found is None:
        return False
    first, second, clause = found["first"], found["second"] or "", found["clause"] is not None
    if first in _PLURAL and first not in _NOUNS:
        return True  # "Banks argue"
    if first in _ADVERBS or first.endswith("ly") or second not in _VERBS:
        return False
    if first.endswith("s"):  # or a verb: "Field reports claims"
        return (second in _PLURAL and second not in _NOUNS) or (clause and second[-1] != "s")
    return not (first.endswith("ed") or first in IRREGULAR)
