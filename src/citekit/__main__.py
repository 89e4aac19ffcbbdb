"""``python -m citekit``."""

from citekit.cli import start

start()
