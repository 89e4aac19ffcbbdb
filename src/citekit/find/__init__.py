"""What a corpus cites and quotes, found in its texts: pure functions from a text, and a
catalogue, to suggestions."""
