"""What is typed where a command asks: a key, or a line."""

from __future__ import annotations

import os
import sys

import typer

from citekit.cli.context import dim


class Keys:
    """What somebody types: single keys where the terminal gives them, else lines
    that begin with the key and may go on with what it asks for."""

    def __init__(self) -> None:
        self._single = sys.stdin.isatty() and os.environ.get("TERM") != "dumb"
        self._rest = ""

    def key(self, prompt: str) -> str:
        """The next key, ``q`` at the end of the input, ``n`` for an empty line."""
        print(dim(prompt), end="", flush=True)
        if not self._single:
            line = sys.stdin.readline()
            if not sys.stdin.isatty():
                print()
            self._rest = line.strip()[1:].strip()
            return (line.strip()[:1] or "n") if line else "q"
        try:
            pressed = typer.getchar()
        except EOFError:
            pressed = "q"
        print(pressed if pressed.isprintable() else "")
        return "n" if pressed in ("\r", "\n", " ") else pressed

    def ask(self, question: str) -> str:
        """A line of text; empty to leave things as they are."""
        if self._rest:
            answer, self._rest = self._rest, ""
            return answer
        print(f"  {question}: ", end="", flush=True)
        return sys.stdin.readline().strip()
