"""What rules may ask for: every view, and of every field its name, kind and meaning.

Declared once, here. Rule files are checked against it when they are loaded, and
`notice_lint.model.notice` fills it. A kind says which words of the vocabulary fit:

text        what the notice says, in its languages          mentions, is, present
string      a name, an address: not translated              is, in, present
word, id    one of a closed list; the name of a thing       is, in
words, ids  several of them                                 any_in, none_in, all_in, at_least (a count)
country     one or several (countries)                      as above; also with a list of the reference data
date        also period and number                          at_least, at_most; a date older_than, newer_than
flag        true or false                                   is
part        a whole part of the notice                      present, declared, absent
phrase      a sentence of ours, for messages only
"""

from collections.abc import Mapping

from notice_lint.model.views.changes import CHANGES_VIEWS
from notice_lint.model.views.cookies import COOKIES
from notice_lint.model.views.data import DATA
from notice_lint.model.views.field import Field, View
from notice_lint.model.views.handed import HANDED_VIEWS
from notice_lint.model.views.parties import PARTIES
from notice_lint.model.views.parts import PARTS
from notice_lint.model.views.recipients import RECIPIENTS
from notice_lint.model.views.whole import WHOLE

__all__ = ["VIEWS", "Field", "View"]

VIEWS: Mapping[str, View] = {
    **WHOLE,
    **PARTIES,
    **DATA,
    **RECIPIENTS,
    **COOKIES,
    **PARTS,
    **HANDED_VIEWS,
    **CHANGES_VIEWS,
}
"""Every view by its name."""
