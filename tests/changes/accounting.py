"""Who told what: every place that differs, and every place that a change claims."""

from notice_lint.changes.claims import Atom
from notice_lint.changes.compare import compare
from notice_lint.changes.differ import told
from notice_lint.model.notice import Notice

Name = tuple[str, str, tuple[object, ...]]
"""Part, id, and the path in the entry."""


def accounted(old: Notice, new: Notice) -> tuple[list[Name], list[Name]]:
    """Return every place that differs, and every place that a change claims."""
    comparison = compare(old, new)
    everything: list[Name] = []
    for one in comparison.pairs:
        entry = one.after or one.before
        assert entry is not None
        whole = one.before is None or one.after is None or one.how == "declared"
        everything += [(one.part, entry.id, ())] if whole else []
        everything += [(one.part, entry.id, leaf.path) for leaf in one.leaves]
    claimed = [_name(atom) for draft in told(comparison).drafts for atom in draft.atoms]
    return everything, claimed


def _name(atom: Atom) -> Name:
    return (*atom.key, atom.path)
