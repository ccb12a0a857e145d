"""A file that is written anew holds the old bytes or the new ones, whatever happens meanwhile."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from notice_lint.run.save import NotWritten, beside, replace, sweep
from tests.conftest import ROOT
from tests.consumers import tool

OLD, NEW = b"country: us\n" * 400, b"country: US\n" * 400

_PROGRAM = """\
import sys
from pathlib import Path
from notice_lint.errors import NoticeLintError
from notice_lint.run.save import replace
path = sys.argv[1]
try:
    replace(path, path, Path(path).read_bytes(), b"country: US\\n" * 400)
except NoticeLintError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """Return a file with the old bytes."""
    path = tmp_path / "notice.yaml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def _left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".nl-"))


def test_the_new_text_stands_there_with_the_mode_of_the_old_one(notice: Path) -> None:
    replace(notice, "notice.yaml", OLD, NEW)

    assert notice.read_bytes() == NEW
    assert notice.stat().st_mode & 0o7777 == 0o640
    assert _left_over(notice.parent) == []


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o4755, 0o200 | 0o444])
def test_every_mode_is_kept(notice: Path, mode: int) -> None:
    notice.chmod(mode)

    replace(notice, "notice.yaml", OLD, NEW)

    assert notice.stat().st_mode & 0o7777 == mode


def test_a_link_still_leads_to_the_file(notice: Path) -> None:
    link, further = notice.with_name("link.yaml"), notice.with_name("further.yaml")
    link.symlink_to("notice.yaml")
    further.symlink_to(link)

    replace(further, "further.yaml", OLD, NEW)

    assert further.is_symlink()
    assert link.readlink() == Path("notice.yaml")
    assert not notice.is_symlink()
    assert notice.read_bytes() == NEW


def test_a_second_name_of_the_file_keeps_it_from_being_written(notice: Path) -> None:
    os.link(notice, notice.with_name("other.yaml"))

    with pytest.raises(NotWritten, match="hard link"):
        replace(notice, "notice.yaml", OLD, NEW)

    assert notice.read_bytes() == OLD


def test_a_read_only_file_is_not_written(notice: Path) -> None:
    notice.chmod(0o444)

    with pytest.raises(NotWritten, match="read-only"):
        replace(notice, "notice.yaml", OLD, NEW)

    assert notice.read_bytes() == OLD
    assert notice.stat().st_mode & 0o7777 == 0o444


@pytest.mark.parametrize("now", [b"", OLD + b"#", OLD.replace(b"us", b"fr", 1), OLD[:-1]])
def test_what_somebody_else_wrote_meanwhile_is_kept(notice: Path, now: bytes) -> None:
    notice.write_bytes(now)

    with pytest.raises(NotWritten, match="changed since it was read"):
        replace(notice, "notice.yaml", OLD, NEW)

    assert notice.read_bytes() == now
    assert _left_over(notice.parent) == []


def test_a_file_that_changes_while_it_is_written_is_kept(
    notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def meanwhile(handle: int) -> None:
        other = notice.with_name("other")
        other.write_bytes(b"mine\n")
        other.rename(notice)
        real(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)

    with pytest.raises(NotWritten, match="changed since it was read"):
        replace(notice, "notice.yaml", OLD, NEW)

    assert notice.read_bytes() == b"mine\n"
    assert _left_over(notice.parent) == []


def test_what_is_no_file_is_not_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)

    for path in (pipe, tmp_path, tmp_path / "none.yaml"):
        with pytest.raises(NotWritten):
            replace(path, path.name, OLD, NEW)


def test_what_a_killed_run_left_is_removed(notice: Path) -> None:
    left = Path(beside(str(notice)))
    left.write_bytes(b"half a text")

    sweep(notice, "notice.yaml")

    assert not left.exists()

    left.symlink_to("notice.yaml")
    replace(notice, "notice.yaml", OLD, NEW)

    assert notice.read_bytes() == NEW
    assert _left_over(notice.parent) == []


def test_nothing_is_removed_while_another_run_writes(notice: Path) -> None:
    import fcntl  # noqa: PLC0415 - the lock of another run

    left = Path(beside(str(notice)))
    left.write_bytes(b"half a text")
    with notice.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        sweep(notice, "notice.yaml")

        with pytest.raises(NotWritten, match="another run is writing it"):
            replace(notice, "notice.yaml", OLD, NEW)

        assert left.read_bytes() == b"half a text"

    assert notice.read_bytes() == OLD


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".yaml")
    path.write_bytes(OLD)

    replace(path, path.name, OLD, NEW)

    assert path.read_bytes() == NEW


def test_a_full_disk_leaves_the_old_text(notice: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))

        with pytest.raises(NotWritten):
            replace(notice, "notice.yaml", OLD, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)

    assert notice.read_bytes() == OLD
    assert _left_over(notice.parent) == []


def test_a_full_file_system_leaves_the_old_text(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user cannot mount a small disk; a limit on the size of files is tried instead")
    try:
        path = disk / "notice.yaml"
        path.write_bytes(OLD)

        with pytest.raises(NotWritten, match="the disk is full"):
            replace(path, "notice.yaml", OLD, NEW * 4)

        assert path.read_bytes() == OLD
        assert _left_over(disk) == []
    finally:
        subprocess.run(["umount", disk], check=True)


_RENAME = "rename,renameat,renameat2"
_POINTS = [
    *(
        ("openat", fault)
        for fault in ("error=EACCES", "error=ENOSPC", "error=EROFS", "error=EMFILE", "signal=SIGKILL")
    ),
    *(("fchmod", fault) for fault in ("error=EPERM", "error=EIO", "signal=SIGKILL")),
    *(
        ("write", fault)
        for fault in ("error=ENOSPC", "error=EIO", "error=EDQUOT", "signal=SIGKILL", "signal=SIGTERM")
    ),
    *(("write", f"{fault}:when=2+") for fault in ("error=ENOSPC", "signal=SIGKILL")),
    *(("fsync", fault) for fault in ("error=EIO", "error=ENOSPC", "signal=SIGKILL", "signal=SIGTERM")),
    *(("close", fault) for fault in ("error=EIO", "signal=SIGKILL")),
    *((_RENAME, fault) for fault in ("error=EACCES", "error=EIO", "error=ENOSPC", "error=EXDEV")),
    *((_RENAME, fault) for fault in ("signal=SIGKILL", "signal=SIGTERM")),
    *((f"unlink,unlinkat,{_RENAME}", fault) for fault in ("error=EIO", "error=EACCES")),
]
"""Every step of writing beside the file and taking its place, with what can go wrong in it."""

_FOLDER = [("fsync", "error=EIO"), ("fsync", "signal=SIGKILL"), ("openat", "error=EACCES")]


def _strace(notice: Path, calls: str, fault: str, where: str) -> subprocess.CompletedProcess[str]:
    injected = [f"--inject={one}:{fault}" for one in calls.split(",")]
    return subprocess.run(
        [
            *(tool.program("strace"), "-f", "-qq", "-o", str(notice.with_name("trace")), "-P", where),
            *(f"--trace={calls}", *injected, sys.executable, "-c", _PROGRAM, str(notice)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(("calls", "fault"), _POINTS)
def test_a_fault_at_any_step_leaves_old_or_new_bytes(notice: Path, calls: str, fault: str) -> None:
    link = notice.with_name("link.yaml")
    link.symlink_to("notice.yaml")

    done = _strace(link, calls, fault, beside(str(notice)))

    trace = notice.with_name("trace").read_text(encoding="utf-8")
    assert "INJECTED" in trace or "--- SIG" in trace or "killed by" in trace or "when=2+" in fault
    assert notice.read_bytes() in (OLD, NEW)
    assert "error" not in fault or (notice.read_bytes() == NEW) == (done.returncode == 0)
    assert "Traceback" not in done.stderr
    assert notice.stat().st_mode & 0o7777 == 0o640
    assert link.is_symlink()

    replace(link, "link.yaml", notice.read_bytes(), NEW)

    assert notice.read_bytes() == NEW
    assert _left_over(notice.parent) == []


@pytest.mark.parametrize(("calls", "fault"), _FOLDER)
def test_a_fault_after_the_last_step_leaves_the_new_bytes(notice: Path, calls: str, fault: str) -> None:
    _strace(notice, calls, fault, str(notice.parent))

    assert notice.read_bytes() == NEW
    assert _left_over(notice.parent) == []


def test_twenty_runs_at_once_leave_one_whole_file(notice: Path) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, notice], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for _ in range(20)
    ]
    said = [run.communicate(timeout=120)[1] for run in runs]

    assert notice.read_bytes() == NEW
    assert {run.returncode for run in runs} <= {0, 1}
    assert not [text for text in said if "Traceback" in text]
    assert _left_over(notice.parent) == []
