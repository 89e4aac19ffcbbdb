"""``python -m citekit``."""

from citekit.cli.main import main

main()
