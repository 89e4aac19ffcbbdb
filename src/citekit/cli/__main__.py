"""``python -m citekit.cli``."""

from citekit.cli.main import main

main()
