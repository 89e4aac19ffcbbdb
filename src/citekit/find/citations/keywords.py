"""Short titles that are made of the key words of a title: "Kuhn, Scientific Revolutions, 12"."""

from __future__ import annotations

import re

from citekit.find.worktitles import is_content, main_title, plain

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
#: What a short title ends before.
SIGNS = frozenset(("", *",.;:”\"»“«’'*_)\n"))
#: Code points that a title has at most.
REACH = 160
#: What stands between two words of a title.
_WITHIN = frozenset((" ", "-", "‑", "\n"))
#: A word that may stand for a title has so many letters; a short title so many words.
_LEAST_ALONE = 6
_MOST_WORDS = 6


def key_words_end(text: str, start: int, end: int, titled: str, only: bool = False) -> int:
    """Where a short title ends that begins at ``start`` and has the key words of a title in
    :func:`plain` form, in their order: "Lost Towns" of "The Map of Lost Towns"; 0 if something
    else stands there.  One word alone is enough for the ``only`` work of its author.

    Source: Chicago Manual of Style (18th edition), 13.33–13.36 (the key words of the main
    title, whose order is kept, seldom more than four).
    """
    title = WORD.findall(main_title(titled))
    content = at = count = 0
    stop = start
    for word in WORD.finditer(text, start, min(end, start + REACH)):
        own = plain(word[0])
        if (stop > start and text[stop : word.start()] not in _WITHIN) or own not in title[at:]:
            break
        at = title.index(own, at) + 1
        content += is_content(own)
        count += 1
        stop = word.end()
    alone = only and count == 1 and stop - start >= _LEAST_ALONE
    if not (content > 1 or alone) or not is_content(title[at - 1]):
        return 0
    signs = text[stop : stop + 1] in SIGNS or text[stop + 1 : stop + 2] == "»"
    return stop if signs and count <= _MOST_WORDS else 0
