"""A git repository: found by us, not by git, and asked only for objects."""

import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Self

from notice_lint.source.git.call import Answer, Git
from notice_lint.source.git.objects import HASH, Objects
from notice_lint.source.git.problem import GitProblem, UnknownRevision
from notice_lint.source.git.revision import refuse
from notice_lint.source.git.tree import GitTree


def repository(start: str | os.PathLike[str]) -> "Repository | None":
    """Return the repository whose working tree holds `start`, a file or folder; None if there is none.

    It is looked for upwards, by the name `.git` alone: a bare repository that lies about as a folder is not
    taken for one. Raises `GitProblem` if git is not installed, or refuses the repository that was found.
    """
    here = Path(start).resolve()
    found = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
    top = next(found, None)
    return None if top is None else Repository(str(top))


class Repository:
    """One repository with a working tree. `close` it, or use it with `with`: it keeps one git running."""

    def __init__(self, top: str) -> None:
        self.top = top
        """The top of the working tree, absolute, with links followed."""
        self._git, self.shallow = _opened(top)
        self.objects = Objects(self._git)
        self._headers: dict[str, Mapping[str, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the git that reads objects."""
        self.objects.close()

    def inside(self, path: str | os.PathLike[str]) -> str | None:
        """Return a file's path from the top, with `/`; None for one outside the working tree.

        Links among its folders are followed, the file's own name is not.
        """
        named = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow the file's own name
        full = named.parent.resolve() / named.name
        return full.relative_to(self.top).as_posix() if full.is_relative_to(self.top) else None

    def commit(self, revision: str) -> str:
        """Return the hash of the one commit that a revision names.

        Raises `UnknownRevision`, with what to do about it where the clone is shallow.
        """
        refuse(revision)
        answer = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        hash_ = answer.out.decode("ascii", "replace").removesuffix("\n")
        if answer.status == 0 and HASH.fullmatch(hash_):
            return hash_
        if self.shallow:
            sentence = (
                "“{revision}” is not in this clone, which is shallow: run “git fetch --unshallow --tags”, or"
                " in a workflow check out with “fetch-depth: 0”"
            )
            raise UnknownRevision(sentence, revision=revision)
        raise UnknownRevision(
            "“{revision}” is no commit, tag or branch of this repository", revision=revision
        )

    @cached_property
    def head(self) -> str | None:
        """The hash of the commit that is checked out, None before the first one."""
        try:
            return self.commit("HEAD")
        except UnknownRevision:
            return None

    def has(self, revision: str) -> bool:
        """Whether a revision names a commit of this clone."""
        try:
            return bool(self.commit(revision))
        except UnknownRevision:
            return False

    def tree(self, commit: str, name: str = "") -> GitTree:
        """Return the files of a commit, given by its hash; `name` is how users know it."""
        return GitTree(self.objects, self.header(commit).get("tree", ""), name or commit[:10])

    def header(self, commit: str) -> Mapping[str, str]:
        """Return what a commit says of itself: `tree`, first `parent`, `committer`; nothing if it is away."""
        if commit not in self._headers:
            self._headers[commit] = self._header(commit)
        return self._headers[commit]

    def _header(self, commit: str) -> Mapping[str, str]:
        kind, content = self.objects.read([commit]).get(commit, ("missing", b""))
        head: dict[str, str] = {}
        for line in content.partition(b"\n\n")[0].split(b"\n") if kind == "commit" else ():
            key, _, value = line.decode("utf-8", "replace").partition(" ")
            head.setdefault(key, value)
        return head

    def ask(self, *arguments: str) -> Answer:
        """Return what git answers; arguments are our own words, hashes, or stand behind an end of options."""
        return self._git.ask(*arguments)

    @cached_property
    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """The names of tags by the hash of the commit that they name, sorted."""
        form = "--format=%(objectname)%00%(*objectname)%00%(refname:strip=2)"
        named: dict[str, list[str]] = {}
        for line in self.ask("for-each-ref", form, "refs/tags").out.split(b"\n"):
            own, _, rest = line.decode("utf-8", "surrogateescape").partition("\0")
            peeled, _, name = rest.partition("\0")
            if name:
                named.setdefault(peeled or own, []).append(name)
        return {commit: tuple(sorted(names)) for commit, names in named.items()}


def _opened(top: str) -> tuple[Git, bool]:
    """Return git for a working tree, and whether the clone is shallow."""
    git = Git(top)
    answer = git.ask(*_WHETHER)
    if answer.status and "dubious ownership" in answer.error:
        git = Git(top, as_user=True)  # only the user's own configuration can say that it is safe
        answer = git.ask(*_WHETHER)
    if answer.status:
        raise _refused(top, answer)
    bare, shallow = answer.out.decode("ascii", "replace").split()
    if bare != "false":
        raise GitProblem("“{path}” is a bare repository: there are no notices in it", path=top)
    return git, shallow == "true"


_WHETHER = ("rev-parse", "--is-bare-repository", "--is-shallow-repository")


def _refused(top: str, answer: Answer) -> GitProblem:
    if "dubious ownership" in answer.error:
        sentence = (
            "git does not trust “{path}”, because it belongs to another user; if you do, run: git config"
            " --global --add safe.directory {path}"
        )
        return GitProblem(sentence, path=top)
    with suppress(IndexError):
        reason = answer.error.splitlines()[-1].removeprefix("fatal: ")
        return GitProblem("git cannot read the repository “{path}”: {reason}", path=top, reason=reason)
    return GitProblem("git cannot read the repository “{path}”", path=top)
