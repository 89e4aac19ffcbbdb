"""Labelled reference strings, made by the citation processor and by hand-made templates,
and the training of the reference parser on them."""
