"""Words that stand at a place in a text: whoever wrote it says them, if the text says who that
is, and the place is nobody: "Auf Seite 12 steht: „…“", « À la page 12, on lit : « … » »."""

from __future__ import annotations

from citekit.find.grammar.clauses import Attribution
from citekit.find.grammar.textplaces import in_text, points_back, topical, whose_place
from citekit.find.quotations.closing import Closing


class Standing(Closing):
    """The rules for places in texts, in all languages."""

    def _is_placed(self, found: Attribution) -> bool:
        """Whether an attribution takes a place in a text, or what words are about, for whoever
        says them."""
        phrase = found.phrase
        if phrase is None or found.unit is not None:
            return False
        return in_text(self.u, phrase) or topical(self.u, phrase)

    def _in_place(self, q: int, found: Attribution, previous: int) -> Attribution | None:
        """Whose words stand at the place that ``found`` names: of the person whose text it is;
        whom a name and a year behind them name; "im selben Vortrag" whoever said the quotation
        before."""
        u = self.u
        place = found.phrase
        if place is None:
            return None
        high = q if place.start < q else u.bounds(place.start)[1]
        whose = whose_place(u, place, high)
        if whose is not None and whose.kind == "role" and topical(u, place):
            whose = None
        if whose is not None:
            end = max(place.end, whose.end)
            return Attribution(whose, place.start, end, "cue-clause", 0.75, reason=found.reason)
        signed = self._signed(q)
        if signed is not None:
            return signed
        earlier = self.found.get(previous)
        if earlier is not None and points_back(u, place):
            same = earlier._replace(phrase=None, same=previous, reason="the same text")
            return same._replace(method="same-text", score=0.7)
        return None
