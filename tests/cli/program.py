"""The command line as a program of its own, without the price of a cold start.

A server is started once: it imports the program, reads the rules, and makes a fresh copy of itself for each
call. What such a copy does, it does as a process: its folder, its environment and its end are its own. Cold
starts are tested in `test_exit_status.py`.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

_SERVER = """
import json, os, sys
from notice_lint.cli.main import main
from notice_lint.engine.shipped import shipped_packs
shipped_packs()
null = os.open(os.devnull, os.O_RDONLY)
for line in sys.stdin.buffer:
    asked = json.loads(line)
    child = os.fork()
    if not child:
        os.dup2(null, 0)
        out = os.open(asked["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        sys.argv[1:] = asked["args"]
        main()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.stdout.write(f"{status}\\n")
    sys.stdout.flush()
"""


class Done(NamedTuple):
    """What came of a call: what both streams said together, and the exit status."""

    output: bytes
    status: int


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which a checkout's command runs."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **more}


def call(args: Sequence[str], folder: Path, **more: str) -> Done:
    """Call the program in a folder, with these variables besides the usual ones."""
    if not hasattr(os, "fork"):  # Windows
        return _cold(args, folder, environment(**more))
    server = _server()
    assert server.stdin is not None
    assert server.stdout is not None
    out = folder.parent / f"{folder.name}.out"
    asked = {"args": args, "folder": str(folder), "environment": environment(**more), "out": str(out)}
    server.stdin.write(f"{json.dumps(asked)}\n".encode())
    server.stdin.flush()
    status = int(server.stdout.readline())
    return Done(out.read_bytes(), status)


def _cold(args: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Done:
    done = subprocess.run(
        [sys.executable, "-m", "notice_lint", *args],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=variables,
        check=False,
        timeout=60,
    )
    return Done(done.stdout, done.returncode)


@cache
def _server() -> subprocess.Popen[bytes]:
    running = subprocess.Popen(
        [sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )
    atexit.register(running.kill)
    return running
