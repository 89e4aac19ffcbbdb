"""Real and hostile .bib files: nothing lost, nothing changed that was not asked for."""
