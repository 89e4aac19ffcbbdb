"""Documents: bytes to text, with line and column of every position."""
