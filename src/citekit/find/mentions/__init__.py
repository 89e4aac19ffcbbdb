"""Narrative mentions: authors, titles and terms named in prose, and what is told of a work."""
