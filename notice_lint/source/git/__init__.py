"""Git, asked with care: revision to hash first, then objects by hash; nothing is run, fetched, written."""

from notice_lint.source.git.problem import GitProblem, UnknownRevision
from notice_lint.source.git.repository import Repository, repository
from notice_lint.source.git.tree import GitTree

__all__ = ["GitProblem", "GitTree", "Repository", "UnknownRevision", "repository"]
