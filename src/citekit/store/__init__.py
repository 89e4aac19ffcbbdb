"""Files on disk: the catalogue, passages, settings, styles, the derived index."""
