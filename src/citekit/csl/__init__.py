"""A CSL 1.0.2 processor.

:func:`parse_style` and :func:`parse_locale` read the XML, :func:`process`
formats citations and bibliographies, :class:`Document` keeps them up to date
while citations change.  Everything is pure: no files, no
network.
"""

from citekit.csl.document import Document
from citekit.csl.locale import Locale
from citekit.csl.locale_parse import parse_locale
from citekit.csl.nodes import Style
from citekit.csl.parse import parse_style
from citekit.csl.process import Result, process

__all__ = ["Document", "Locale", "Result", "Style", "parse_locale", "parse_style", "process"]
