"""Reference strings: where they stand, split from each other, looked up in the catalogue."""
