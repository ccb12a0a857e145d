"""Which texts are taken as a revision, before git sees them."""

import re

from notice_lint.source.git.problem import UnknownRevision

_LONGEST = 250

_REFUSED = re.compile(r"^-|@\{|\.\.|[\x00-\x20\x7f-\x9f^:?*\[\\\ud800-\udfff]|\u2028|\u2029")
"""Options; the reflog of this one clone; ranges and exclusions; what no name of a branch or tag may hold.

Source: git-check-ref-format(1), gitrevisions(7).
"""


def refuse(revision: str) -> None:
    """Raise `UnknownRevision` for a text that is not the name of one commit: a range, an option, a path."""
    found = _REFUSED.search(revision)
    if not revision or len(revision) > _LONGEST or found:
        shown = revision[:_LONGEST]
        sentence = "“{revision}” is not taken as a revision: write a commit, a tag or a branch"
        if found and found[0] != "-" and found[0].isprintable() and found[0].strip():
            sentence += ", without “{part}”"
            raise UnknownRevision(sentence, revision=shown, part=found[0])
        raise UnknownRevision(sentence, revision=shown)
