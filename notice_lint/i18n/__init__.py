"""Words: sentences filled in a language, and dates, periods, countries and lists written in it.

The tool's own sentences stand in `en.yaml` and `fr.yaml`; those of rules come with the rules.
Countries come from Babel, which is imported when the first one is named.
"""

from notice_lint.i18n.catalogue import LANGUAGES, Catalogue, Piece, catalogue, fill
from notice_lint.i18n.terms import Arg, Term, Text

__all__ = ["LANGUAGES", "Arg", "Catalogue", "Piece", "Term", "Text", "catalogue", "fill"]
