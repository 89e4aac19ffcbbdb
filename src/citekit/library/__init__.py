"""The open project: what a Python user calls.

``Project.open()`` finds the project; its methods answer questions from the
index.  ``editing`` changes the catalogue and the passages, ``references``
makes bibliographies and citations, ``exchange`` imports and exports.
"""

from citekit.library.project import Project

__all__ = ["Project"]
