"""Git repositories for tests: made anew in a folder, with fixed names and days."""

import os
import subprocess
from pathlib import Path

NOTICE = """\
format: 1
notice:
  id: {id}
  language: en
  version: "{version}"
  effective: {effective}
"""


def notice(version: str, effective: str, id_: str = "shop", more: str = "") -> str:
    """Return a small notice."""
    return NOTICE.format(id=id_, version=version, effective=effective) + more


class Work:
    """A working tree with its repository."""

    def __init__(self, folder: Path, *, branch: str = "main") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.git("init", "--quiet", f"--initial-branch={branch}")

    def git(self, *arguments: str, day: str = "2026-11-01") -> str:
        """Run git as its user would, without the configuration of whoever runs the tests."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        names = {
            f"GIT_{who}_{what}": "a@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        days = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        bare = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            env={**kept, **names, **days, **bare},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def write(self, path: str, text: str) -> Path:
        """Write a file of the working tree."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
        return file

    def commit(self, day: str = "2026-11-01") -> str:
        """Commit everything, and return the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "a change", day=day)
        return self.git("rev-parse", "HEAD")

    def files(self) -> set[str]:
        """Return every file below the folder, the repository's own included."""
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")}
