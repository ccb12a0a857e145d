"""What keeps git from answering, in words."""

from notice_lint.errors import NoticeLintError


class GitProblem(NoticeLintError):
    """Git is not there, refuses the repository, or does not have what was asked for."""


class UnknownRevision(GitProblem):
    """A revision that this repository does not have, or that is not taken as one."""
