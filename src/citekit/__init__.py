"""citekit: citations, bibliographies and the passages of a corpus."""

__version__ = "0.1.0"
