"""Key patterns and other care of the catalogue."""
