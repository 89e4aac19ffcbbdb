"""Who is denied or only supposed to say something: "no official may say “…”", "a reader might
object that “…”", "if a patient says “…”": words that nobody has said."""

from __future__ import annotations

from citekit.find.cues import bits as c
from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.phrases import Phrase
from citekit.find.grammar.tokens import PUNCTUATION, QUOTE, Unit

#: Determiners and pronouns of nobody, and what turns them into somebody: "no less a man than".
_NOBODY = frozenset(
    """no nobody none neither kein keine keiner keinem keinen niemand aucun aucune nul nulle
    personne""".split()
)
_NOT = frozenset("not nicht pas no".split())
_BUT = frozenset("less other lesser geringerer geringere anderer andere autre moindre".split())
#: Whoever may be anybody.
_ANYBODY = frozenset(
    """somebody someone anybody anyone one you jemand man irgendwer irgendjemand quelqu’un
    quelqu'un""".split()
)
_DETERMINERS = frozenset(
    """a an any some ein eine irgendein irgendeine un une n’importe n'importe tout jeder jede every
    each""".split()
)
#: Modal verbs of what may or ought to be.
_MODALS = {
    "en": frozenset("may might can could should must shall".split()),
    "de": frozenset(
        "kann könnte können könnten darf dürfte dürften mag möge muss müsste würde würden".split()
    ),
    "fr": frozenset("peut peuvent pourrait pourraient doit doivent devrait devraient".split()),
}
_ALLOWED = frozenset("allowed permitted free able supposed expected entitled likely".split())
_IF = {
    "en": frozenset("if unless suppose supposing".split()),
    "de": frozenset("wenn falls sofern".split()),
    "fr": frozenset("si".split()),
}


def supposed(u: Unit, q: int, found: Attribution | None) -> bool:
    """Whether the words at token ``q`` are attributed to nobody, or to anybody who may say
    them."""
    phrase = found.phrase if found is not None else None
    if phrase is None or phrase.kind not in ("role", "pronoun"):
        return False
    start = phrase.start
    after = u.low[start + 1 : start + 2]
    if u.low[start] in _NOBODY:
        return after[0] not in _BUT if after else True
    if start and u.low[start - 1] in _NOT and not phrase.definite:
        return bool(u.flags[start] & c.INDEFINITE) or u.low[start] == "one"
    if not _anybody(u, phrase):
        return False
    low, high = u.bounds(start)
    if any(u.low[i] in _IF[u.language] for i in range(max(low, start - 2), start)):
        return True
    return _may(u, start - 1, low - 1, -1) or _may(u, phrase.end, high, 1)


def _may(u: Unit, at: int, stop: int, step: int) -> bool:
    """Whether a modal verb, or "is allowed to", stands beside a subject: at token ``at``, or one
    further on; not "a detective can be heard"."""
    for k in range(at, stop, step)[:2]:
        if u.flags[k] & (PUNCTUATION | QUOTE):
            return False
        if u.low[k] in _MODALS[u.language] and u.words[k].islower():
            return u.low[k + 1 : k + 2] != ["be"]
        if u.low[k] in _ALLOWED and u.low[k + 1 : k + 2] == ["to"]:
            return bool(u.flags[k - 1] & c.BE)
    return False


def _anybody(u: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is nobody in particular: "a reader", "somebody", but "one of Lee's aides",
    "a spokesman for the mill"."""
    if u.low[phrase.start] in _ANYBODY:
        return phrase.end == phrase.start + 1
    return u.low[phrase.start] in _DETERMINERS and phrase.end <= phrase.start + 3
