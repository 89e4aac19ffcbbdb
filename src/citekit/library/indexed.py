"""A project's index, and questions that are answered from it while it is fresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from citekit.errors import Problem
from citekit.library.brokenfiles import of_index, summary
from citekit.store import index as indexes
from citekit.store import settings
from citekit.store.listing import list_files, list_folders
from citekit.store.watch import Watch

_Method = TypeVar("_Method", bound=Callable[..., Any])
#: A look-up is repeated at most so often while documents change meanwhile.
_MOST_TRIES = 5


def question(method: _Method) -> _Method:
    """A method whose answer is that of the files as they are.

    Before it, the files are looked at that any answer depends on; after it, the documents
    that the answer was read from.  If one of them has changed, it is asked again.
    """

    @wraps(method)
    def asked(self: Indexed, *args: Any, **named: Any) -> Any:
        if self._asking:
            return method(self, *args, **named)
        self._look(())
        for _ in range(_MOST_TRIES):
            self._read, self._asking = set(), True
            try:
                answer = method(self, *args, **named)
            finally:
                self._asking = False
            if not self._look(self._read):
                break
        return answer

    return cast(_Method, asked)


class Indexed:
    """A folder with a ``citekit.toml``, its settings and its index."""

    def __init__(self, root: Path, settings: settings.Settings) -> None:
        self.root = root
        self.settings = settings
        self._index: indexes.Index | None = None
        self._asking = False
        self._read: set[str] | None = None
        self._broken: dict[str | None, Problem | None] = {}
        self._path = root / ".citekit" / "index.sqlite"
        self._watch = Watch(
            root,
            lambda: list_files(root, self.settings),
            lambda: list_folders(root, self.settings),
        )

    def close(self) -> None:
        """Close the index; the next question opens it again."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def index(self) -> indexes.Index:
        """The fresh index."""
        if self._index is None or not self._asking:
            self._look(None)
        return cast(indexes.Index, self._index)

    def note_broken(self, file: str, problems: Iterable[Problem]) -> None:
        """Remember what of a file cannot be read, as an edit has found it."""
        self._broken[file] = summary(each for each in problems if each.where.file == file)

    def broken(self) -> tuple[Problem, ...]:
        """A warning for each file of the catalogue or the passages of which something
        cannot be read, as far as questions and edits have come upon it."""
        found = dict(self._broken)
        if self._index is not None:
            with suppress(indexes.DamagedError):
                for problem in of_index(self._index, self.settings.passages):
                    found.setdefault(problem.where.file, problem)
        return tuple(filter(None, found.values()))

    def _look(self, documents: Iterable[str] | None) -> bool:
        """Bring the index up to date if a file has changed; whether one had.

        Of the documents, these are looked at and those that could not be read, or all;
        settings, catalogue, passages and folders always are.
        """
        if self._index is None:
            self._index = indexes.open_index(self._path)
        if self._index is not None:
            files = self._index.files
            chosen = None if documents is None else (*self._index.unread, *documents)
            if not self._watch.differs(files, chosen):
                return False
        self._refresh()
        return True

    def _refresh(self) -> None:
        """Make the index anew, or update it."""
        from citekit.library.indexing import refresh  # parsers load only when needed

        stats = self._watch.stats()
        before = self._index and self._index.files.get(settings.PROJECT_FILE)
        if before and before.stat != stats[settings.PROJECT_FILE]:
            self.settings = settings.load(self.root)
            self._watch.forget()
            stats = self._watch.stats()
        base = self._index
        if base is None or base.in_file:
            base = indexes.open_index(self._path)  # another process may have updated it
            self.close()
        self._index = None
        self._index = refresh(self.root, self.settings, self._watch.listing, stats, base)

    def _note(self, documents: Iterable[str] | None) -> None:
        """Remember that an answer was read from these documents, or from all."""
        if documents is None:
            self._read = None
        elif self._read is not None:
            self._read.update(documents)

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Questions inside are answered from the files as they are at the first one:
        whether they have changed is looked up once."""
        if self._asking:
            yield
            return
        self.index()
        self._asking = True
        try:
            yield
        finally:
            self._asking = False

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query; an index damaged inside is made anew."""
        try:
            return self.index().rows(query, values)
        except indexes.DamagedError:
            self.close()
            self._path.unlink(missing_ok=True)
            return self.index().rows(query, values)
