"""A repository with a sound base and a pull request, for tests of the gate."""

from pathlib import Path

import pytest

from tests.repositories import Work
from tests.run.gate.pull_request import PACK, RULE, SETTINGS, SOUND


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Return a repository whose base is sound, with a pull request checked out that adds nothing yet."""
    work = Work(tmp_path / "work")
    work.write("notice.yaml", SOUND)
    work.write("second.yaml", SOUND.replace("id: shop", "id: second"))
    work.write("legal/notice.yaml", SOUND.replace("id: shop", "id: legal"))
    work.write("notice-lint.yaml", SETTINGS)
    work.write("our-rules/pack.yaml", PACK)
    work.write("our-rules/our-owner-missing.yaml", RULE)
    work.commit()
    work.git("checkout", "--quiet", "-b", "pr")
    monkeypatch.chdir(work.folder)
    return work
