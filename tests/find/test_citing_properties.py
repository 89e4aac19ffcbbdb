"""Any text: no exception, spans that stand in it, the same answer twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.find.citations.finder import citations
from citekit.find.mentions.finder import mentions
from citekit.find.suggestion import Suggestion
from citekit.find.works import Catalogue
from citekit.find.worktitles import plain
from tests.find.citing_cases import cases, quotation_spans

CATALOGUE = Catalogue.of([work for case in cases() for work in case.works])

_PIECES = st.sampled_from(
    """Hannah Arendt Weber Webers ’s 's argues that shows “ ” „ « » " ( ) [ ] 1951 1951a , ; : . ?
    ders. Dies. supra note 5 at 12 \\begin{a} `code` % \\autocites \\textcquote
    @ @weber1922 \\cite { } [^1] [^1]: ¹ ibid. op. cit. ebd. a. a. O. et al. and und & / – - * _
    “Masse und Macht” Soziale Systeme The Origins of Totalitarianism her book notion of the
    what would call coined by as According to laut selon doi:10.5555/counting.2016 10. http://
    n.d. o. J. İ ß \u00ad \u200b ﬁ e\u0301 n (1951) (Weber 1922, 3) Senator Street von der d' L’
    <sup>1</sup> <i> </i> \\emph S. 12 ff. pp. 3–4 chap.""".split()
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=6), st.sampled_from([" ", "\n", "\n\n"])),
                  max_size=60).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda joint: joint.join(pieces))
)  # fmt: skip


def _find(text: str) -> list[Suggestion]:
    cited = citations(text, CATALOGUE)
    return [*cited, *mentions(text, CATALOGUE, quotation_spans(text), cited)]


@given(_TEXTS)
def test_spans_stand_in_the_text(text: str) -> None:
    for found in _find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < found.score <= 1
        assert found.method
        assert found.reasons
        assert found.body.type in ("work", "person", "none")


@given(_TEXTS)
def test_twice_is_the_same(text: str) -> None:
    assert _find(text) == _find(text)


@given(st.text())
def test_plain_keeps_every_position(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    "unit",
    """( ) [ [@ @a \\cite[ \\cite{a, “ “a”␣ ¹ [^1] 1959␣ (1959 1959,␣ Weber␣ Weber,␣ Weber␣and␣ A.␣
    A a Max␣Weber’s␣“a␣b”␣ Max␣Weber␣argues␣that␣ according␣to␣Weber,␣ as␣Weber␣says␣ ibid.␣ d'A
    ibid.,␣p.␣3,␣ Weber␣op.␣cit.␣ what␣Aa␣Bb␣calls␣ “a”␣by␣ (Aa␣1999;␣ Weber␣(1922,␣ 10.1000/ Aa-
    http://a *a␣ \\emph{ Soziale␣ [1,␣2,␣ was␣der␣Aa␣ ,␣ 1959– Max␣Weber.␣her␣book␣ Max␣Weber␣a␣
    Max␣Weber␣hat␣a␣b␣ as␣Max␣Weber␣, Max␣Weber␣sees␣ Weber␣that␣that␣ Max␣Weber:␣
    by␣Weber␣the␣idea␣ Max␣Weber,␣die␣a␣
    She␣shows␣ La␣weberian␣theory␣ the␣idea␣of␣Max␣Weber,␣
    ders.␣1922␣ Weber,␣supra␣note␣5,␣ supra␣ Weber:␣Aaa,␣a.␣a.␣O.␣ \\cite( \\cite{a}[
    \\begin{a}\\cite{ ](a
    (1959)␣ ((1959)) 1959␣1960␣ n.␣d.␣ s.d. ``a` [^1]:␣ http://a *a␣ \\emph{ Soziale␣
    [1,␣2,␣ was␣der␣Aa␣ ,␣ 1959– Max␣Weber.␣her␣book␣ Max␣Weber,␣with␣his␣ the␣thesis␣that␣Weber␣
    Max␣Weber␣a.␣On␣this␣view␣ das␣hat␣Weber␣ since␣Max␣Weber␣we␣ Max␣Weber,␣a␣b, Weber:␣a.␣He␣
    Max␣Weber␣a.␣In␣her␣view␣ Max␣Weber␣hat␣ Weber␣(1922)␣ the␣term␣“a” Weber␣that,␣dass""".split(),
)
def test_long_runs_end(unit: str) -> None:
    unit = unit.replace("␣", " ")
    _find((unit * (12000 // len(unit) + 1))[:12000])
