"""What the author declares to take the place of what: successors, splits and mergers."""

from notice_lint.changes.case import Case


class Successions:
    """The declared successions of one part."""

    def __init__(self, case: Case, part: str) -> None:
        found = [(one.old, one.new) for one in case.comparison.successions if one.part == part]
        self.single = [(old[0], new[0]) for old, new in found if len(old) == len(new) == 1]
        """One thing in place of another: two things, unless the part has a code for it."""
        self.groups = [(old, new) for old, new in found if len(old) > 1 or len(new) > 1]

    def origins(self, name: str) -> set[str]:
        """Return the old ids for which a new thing stands in a split or merger."""
        return {one for old, new in self.groups if name in new for one in old}

    def heirs(self, name: str) -> set[str]:
        """Return the new ids that stand for an old thing after a split or merger."""
        return {one for old, new in self.groups if name in old for one in new}

    def family(self, name: str) -> set[str]:
        """Return all ids that declarations tie to a thing, itself included if there are any."""
        ties = [*(((old,), (new,)) for old, new in self.single), *self.groups]
        return {one for old, new in ties if name in (*old, *new) for one in (*old, *new)}
