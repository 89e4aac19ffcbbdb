"""train"""
from __future__ import annotations
import argparse, lzma, tempfile, sys
from collections import Counter
from pathlib import Path
import pycrfsuite
from citekit.find.claimsequence import more_claims
from citekit.find.mentions import by_rules
from citekit.find.mentions_candidates import Candidate, features, named, quoted
from citekit.find.mentions_terms import echoes
from citekit.find.mentions_model import *
from citekit.library.scanning import claims
from tests.find import varied
from tests.find.citing_cases import FOLDER, cases, cited_in, quotation_spans, score

def read(case):
    catalogue, references, cited = cited_in(case)
    reading, found = by_rules(case.text, catalogue, quotation_spans(case.text), [*references, *cited])
    found += list(more_claims(reading, found, claims()))
    cands = [*quoted(reading, found), *named(reading, found)]
    return case, reading, cited, found, cands, [features(reading, c) for c in cands], [label(case, reading, c) for c in cands]

def iou(a, p):
    shared = min(a[1], p.end) - max(a[0], p.start)
    return max(0, shared) / (max(a[1], p.end) - min(a[0], p.start))

def label(case, reading, c):
    bodies = {reading.catalogue.entries[e].key for e in c.entries}
    q = c.quote or (c.person.start, c.person.bare)
    mine = [p for p in case.expected if p.body in bodies and p.start <= q[0] + 1 and q[1] - 1 <= p.end]
    if not mine: return OTHER
    p = min(mine, key=lambda p: p.end - p.start)
    if p.kind == "mention": return MENTION if iou(c.span, p) >= .5 else TERM
    return {"echo": ECHO, "paraphrase": TERM}.get(p.kind, OTHER)

def train(texts, c1, c2):
    t = pycrfsuite.Trainer(verbose=False); t.select("lbfgs")
    t.set_params({"c1": c1, "c2": c2, "max_iterations": 200, "feature.minfreq": 2})
    for x in texts:
        for row, lab in zip(x[5], x[6]): t.append([row], [lab])
    with tempfile.TemporaryDirectory() as f:
        m = Path(f) / "m"; t.train(str(m)); return m.read_bytes()

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("--c1", type=float, default=.1); ap.add_argument("--c2", type=float, default=1.)
    ap.add_argument("-v", action="store_true")
    a = ap.parse_args()
    old = [read(c) for f in (FOLDER, FOLDER.parent / "claims") for c in cases(f)]
    new = [read(v.case) for v in varied.texts(varied.LEARNED)]
    print(Counter(l for t in old for l in t[6]), Counter(l for t in new for l in t[6]))
    for least, lt in ((.35, .35), (.4, .4), (.5, .5), (.6, .6)):
        base = [Counter() for _ in range(4)]; tot = [Counter() for _ in range(4)]; fl = [0, 0]
        for k in range(5):
            if (k,) not in main.cache: main.cache[(k,)] = MentionModel(train([*old, *(t for i, t in enumerate(new) if i % 5 != k)], a.c1, a.c2))
            m = main.cache[(k,)]
            for i, t in enumerate(new):
                if i % 5 != k: continue
                case, reading, cited, found, *_ = t
                terms, used = list(reading.terms), set(reading.used)
                learned = set(reading._learned)
                more = list(more_mentions(reading, found, m, least, lt))
                spans = {(s.start, s.end) for s in found}
                more += [e for e in echoes(reading) if (e.start, e.end) not in spans]
                reading.terms, reading.used, reading._learned = terms, used, learned
                for j, f in enumerate(([*cited, *found], [*cited, *found, *more])):
                    r = score(case, f); fl[j] += len(r.false_links)
                    for x, y in zip((base, tot)[j], r[:4]): x.update(y)
                if a.v and least == .5:
                    for s in more:
                        ok = s not in r.extra
                        print("ok " if ok else "BAD", "FALSE" if s in r.false_links else "", s.kind, s.body.value, round(s.score, 2), case.text[max(0, s.start - 80):s.start].replace("\n", "¶") + "⟦" + case.text[s.start:s.end] + "⟧" + case.text[s.end:s.end + 50].replace("\n", "¶"))
        for name, x, n in (("base", base, fl[0]), ("more", tot, fl[1])):
            print(least, name, *(f"{kk} {x[1][kk]}/{x[0][kk]} {x[3][kk]}/{x[2][kk]}" for kk in ("mention", "echo")), "false", n)
main.cache = {}
if __name__ == "__main__": main()
