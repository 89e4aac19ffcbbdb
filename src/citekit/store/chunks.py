"""The file of passages in chunks of lines, so that what changed in it is found by
comparing digests.

Where a chunk ends depends on its last line alone, so that chunks after an edit are again
those that were there before it (content-defined chunking, as rsync-like tools do it).
Every line has a position; new lines get positions between those of their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple
from zlib import crc32

#: From one line, or record, to the next, where nothing was put between.
GAP = 1024
#: One line in so many ends a chunk, and no chunk has more than so many.
_MEAN, _MOST = 16, 256


class Chunk(NamedTuple):
    """Some lines: the position of the first and the step from one to the next, how many
    lines and bytes, and the SHA-256 of the bytes.  ``step`` is 0 for a chunk that has no
    place yet."""

    position: int
    step: int
    lines: int
    size: int
    digest: bytes

    @property
    def last(self) -> int:
        """The position of the last line."""
        return self.position + self.step * (self.lines - 1)


def cut(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Chunk]:
    """The chunks of a part of a file that begins where a line does."""
    end = len(data) if end is None else end
    begin = at = start
    lines = 0
    while at < end:
        stop = data.find(b"\n", at, end) + 1 or end
        lines += 1
        if lines == _MOST or stop == end or crc32(data[at:stop]) % _MEAN == 0:
            yield Chunk(0, 0, lines, stop - begin, sha256(data[begin:stop]).digest())
            begin, lines = stop, 0
        at = stop


def compare(data: bytes, old: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a file now: those of ``old`` that are still there, and new ones."""
    head, at = _same_head(data, old)
    tail, end = _same_tail(data, old[head:], at)
    middle = old[head : len(old) - tail]
    fresh = list(cut(data, at, end))
    found = list(old[:head])
    matcher = SequenceMatcher(
        None, [each.digest for each in middle], [each.digest for each in fresh], autojunk=False
    )
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        found += middle[old_start:old_end] if tag == "equal" else fresh[new_start:new_end]
    return found + list(old[len(old) - tail :])


def _same_head(data: bytes, old: Sequence[Chunk]) -> tuple[int, int]:
    """How many chunks are the same from the file's beginning on, and where they end."""
    view = memoryview(data)
    count = at = 0
    for chunk in old:
        if sha256(view[at : at + chunk.size]).digest() != chunk.digest:
            break
        count, at = count + 1, at + chunk.size
    if count and at < len(data) and data[at - 1] != 10:  # its last line goes on
        return count - 1, at - old[count - 1].size
    return count, at


def _same_tail(data: bytes, old: Sequence[Chunk], start: int) -> tuple[int, int]:
    """How many chunks are the same up to the file's end, and where they begin."""
    view = memoryview(data)
    count, end = 0, len(data)
    for chunk in reversed(old):
        at = end - chunk.size
        if at < start or (at > start and data[at - 1] != 10):
            break
        if sha256(view[at:end]).digest() != chunk.digest:
            break
        count, end = count + 1, at
    return count, end


def place(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with positions for those that have none.

    Where there is no room between two neighbours, these move as well: they are not the
    same values any more.
    """
    found = list(chunks)
    start = 0
    while start < len(found):
        if found[start].step:
            start += 1
            continue
        stop = start
        while True:
            while stop < len(found) and not found[stop].step:
                stop += 1
            while start and not found[start - 1].step:
                start -= 1
            low = found[start - 1].last if start else 0
            lines = sum(each.lines for each in found[start:stop])
            room = None if stop == len(found) else found[stop].position - low
            step = GAP if room is None else room // (lines + 1)
            if step:
                break
            for index in (start - 1, stop):
                if 0 <= index < len(found):
                    found[index] = found[index]._replace(step=0)
        for index in range(start, stop):
            position = low + step
            found[index] = found[index]._replace(position=position, step=step)
            low = found[index].last
        start = stop
    return found
