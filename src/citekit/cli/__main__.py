"""``python -m citekit.cli``."""

from citekit.cli import start

start()
