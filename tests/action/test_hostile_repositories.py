"""Pull requests that want to run code, forge results or switch off their own check: none succeeds."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.action.conftest import Once
from tests.action.harness import (
    CI,
    EXAMPLE,
    FOREIGN,
    Seen,
    act,
    commit,
    pull_request,
    repository,
    workflow,
)

_NOTICE = """\
format: 1
notice: {id: a, language: en, title: Privacy notice}
controller: {name: A company, country: FR}
recipients:
  zoom: {name: Zoom, role: processor, country: US}
"""
_CLEAN = "format: 1\nnotice: {id: a, language: en}\n"
_SKIP = "skip:\n  - {rule: %s, reason: not now}\n"
_MODULES = (
    "venv",
    "pip",
    "click",
    "yaml",
    "json",
    "sysconfig",
    "pathlib",
    "babel",
    "sitecustomize",
    "usercustomize",
)
_CANARY = "import pathlib; pathlib.Path({where!r}).touch()\n"
_IMPORTED = (
    *("venv", "pip", "click", "yaml", "json", "ensurepip", "sysconfig", "pathlib", "babel", "jsonschema"),
    *("sitecustomize", "usercustomize", "notice_lint", "deepdiff", "jinja2", "ruamel", "hashlib"),
)
_FORGED = (
    "Zoom\\n::set-output name=result::clean\\n::add-mask::Zoom\\n::stop-commands::x\\n##[set-env name=X]y"
)
_RULE = """\
name: evil
severity: error
summary: "{0.__class__} ::error::x"
for_each: recipients
require: {name: absent}
message: "{name.__class__.__mro__}"
why: x
fix_hint: x
references: [{cite: x, url: "https://example.org", as_of: 2026-11-01, evidence: K}]
since: 0.1.0
"""
_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)

Files = Mapping[str, str]
_CHANGED: dict[str, Callable[[str], Files]] = {
    "modules": lambda canary: {f"{name}.py": f"open({canary!r}, 'w')" for name in _MODULES},
    "package": lambda canary: {
        "notice_lint/__init__.py": f"open({canary!r}, 'w')",
        "notice_lint/__main__.py": "",
    },
    "bare-repository": lambda canary: {
        "bare/HEAD": "ref: refs/heads/main\n",
        "bare/config": f"[core]\n\tbare = true\n\tfsmonitor = touch {canary}\n",
        "bare/objects/x": "",
        "bare/refs/x": "",
        "bare/notice.yaml": _NOTICE,
    },
    "attributes": lambda _: {".gitattributes": "*.yaml diff=evil filter=evil export-subst\n"},
    "settings-skip": lambda _: {"notice-lint.yaml": _SKIP % "transfer-basis-missing"},
    "settings-never": lambda _: {"notice-lint.yaml": "fail_on: never\n"},
    "settings-elsewhere": lambda _: {"notice-lint.yaml": "notices: [clean.yaml]\n", "clean.yaml": _CLEAN},
    "settings-pyproject": lambda _: {"pyproject.toml": '[tool.notice-lint]\nfail_on = "never"\n'},
    "settings-broken": lambda _: {"notice-lint.yaml": "fail_on: [::error::x\n"},
    "ignore-all": lambda _: {
        "notice.yaml": _NOTICE.replace(
            "US}", "US}  # notice-lint: ignore[transfer-basis-missing] -- trust me"
        )
    },
    "baseline": lambda _: {
        "notice-lint.yaml": "baseline: b.yaml\n",
        "b.yaml": "format: 1\nfindings: []\n",
    },
    "own-pack": lambda _: {
        "notice-lint.yaml": "rules: [rules]\n",
        "rules/pack.yaml": "name: evil\n",
        "rules/evil.yaml": _RULE,
    },
    "commands": lambda _: {"notice.yaml": _NOTICE.replace("name: Zoom", f'name: "{_FORGED}"')},
    "commands-in-keys": lambda _: {"notice.yaml": _NOTICE + f'"{_FORGED}": 1\n'},
    "commands-in-the-id": lambda _: {"notice.yaml": _NOTICE.replace("id: a", f'id: "{_FORGED}"')},
    "names": lambda _: {
        "::error::x.yaml": _NOTICE,
        "a\n::set-output name=result::clean.yaml": _NOTICE,
        "##[add-mask]x.yaml": _NOTICE,
        "\u202egnp.yaml": _NOTICE,
        "-rf.yaml": _NOTICE,
        "--output=x.yaml": _NOTICE,
    },
    "emptied": lambda _: {"notice.yaml": ""},
    "hidden": lambda _: {".gitignore": "*.yaml\n"},
    "alias-bomb": lambda _: {
        "notice.yaml": f"{_NOTICE}sections:\n  {_BOMB.replace(chr(10), chr(10) + '  ')}\n"
    },
    "merge-keys": lambda _: {"notice.yaml": _NOTICE + "x: &x {a: 1}\ny: {<<: [*x, *x]}\n"},
    "tags": lambda canary: {
        "notice.yaml": _NOTICE + f"x: !!python/object/apply:os.system ['touch {canary}']\n"
    },
    "too-large": lambda _: {"notice.yaml": _NOTICE + "# x\n" * 500_000},
    "no-text": lambda _: {"notice.yaml": "\ufeff\x00\x01" + _NOTICE},
    "author-file": lambda _: {"changes.yaml": f'format: 1\n"{_FORGED}": "{_FORGED}"\n'},
}


_NAMES = (*_CHANGED, "links", "deleted")


def _flow(names: Sequence[str]) -> str:
    """Return a workflow that uses the action once in each folder, in two jobs: the runner has two cores."""
    lines = ["on: [pull_request]", "permissions: {contents: read}", "jobs:"]
    for job, part in (("even", names[::2]), ("odd", names[1::2])):
        lines += [
            f"  {job}:",
            "    runs-on: ubuntu-latest",
            "    steps:",
            "      - uses: actions/checkout@v4",
        ]
        lines += [
            f"      - {{id: {name}, continue-on-error: true, uses: {FOREIGN},"
            f" with: {{working-directory: {name}}}}}"
            for name in part
        ]
    return "\n".join([*lines, ""])


@pytest.fixture(scope="session")
def seen(once: Once, ours: Path) -> Seen:
    """One run of act over all of them, each in a folder of one pull request."""
    return once("hostile", lambda folder: _run(folder, ours))


def _run(folder: Path, ours: Path) -> Seen:
    site, canary = folder / "site", str(folder / "canary")
    before = {f"{name}/notice.yaml": _NOTICE for name in _NAMES}
    base = repository(site, {**before, CI: _flow(_NAMES)})
    changed = {
        f"{name}/{path}": text for name, made in _CHANGED.items() for path, text in made(canary).items()
    }
    (site / "deleted/notice.yaml").rename(site / "deleted/notice.txt")
    (site / "links/notice.yaml").unlink()
    os.symlink("/proc/self/environ", site / "links/notice.yaml")  # noqa: PTH211 - as a pull request brings it
    head = commit(site, changed)
    return act(site, "pull_request", pull_request(base, head), uses={FOREIGN: ours})


@pytest.mark.parametrize("name", _NAMES)
def test_it_is_not_green_and_says_so_itself(seen: Seen, name: str) -> None:
    outputs = seen.outputs(name)

    assert seen.outcome(name) == "failure"
    assert outputs["result"] in {"findings", "could-not-check"}
    assert outputs["exit-code"] in {"1", "2"}
    assert 1 <= len([record for record in seen.annotations("error") if record["stepID"][0] == name]) <= 10


def test_none_of_them_runs_code(seen: Seen, shared: Path) -> None:
    assert seen.records
    assert not (shared / "hostile/canary").exists()


def test_none_of_them_gives_a_command(seen: Seen) -> None:
    assert seen.commands() <= {"error", "warning", "notice", "set-output", "summary", "debug"}
    forged = [r for r in seen.records if r.get("command") == "set-output" and r["name"] == "result"]
    assert {record["arg"] for record in forged} <= {"findings", "could-not-check"}


def test_nobody_sees_the_environment(seen: Seen) -> None:
    assert "GITHUB_WORKSPACE=" not in seen.log() + seen.summary()


@pytest.fixture(scope="session")
def pushed(once: Once, ours: Path) -> Seen:
    """A push with hostile inputs, names and modules."""
    return once("hostile-push", lambda folder: _push(folder, ours))


def _push(folder: Path, ours: Path) -> Seen:
    canary, evil = folder / "canary", f"touch {folder / 'canary'}"
    said = "x\n::set-output name=result::clean\n::add-mask::Zoom\n##[stop-commands]x\n%0A::warning::forged"
    hostile = EXAMPLE.replace("name: Zoom\n", f"name: {json.dumps(said)}\n")
    inputs = """paths: "notices\\nodd/x\\"; touch pwned; \\"\\n$(touch pwned)", sarif-file: out.sarif"""
    files = {f"{name}.py": _CANARY.format(where=str(canary)) for name in _IMPORTED}
    files |= {
        "notices/notice.yaml": hostile,
        "notices/::error::x.yaml": EXAMPLE,
        'odd/x"; touch pwned; "': EXAMPLE,
        "$(touch pwned)": EXAMPLE,
        "bare/HEAD": "ref: refs/heads/main\n",
        "bare/config": f"[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = {evil}\n",
        "bare/objects/x": "",
        "bare/refs/x": "",
        "bare/notice.yaml": EXAMPLE,
        CI: workflow(FOREIGN, inputs),
    }
    repository(folder / "site", files)
    return act(folder / "site", "push", uses={FOREIGN: ours})


def test_a_hostile_push_runs_nothing_forges_nothing_and_is_not_green(pushed: Seen, shared: Path) -> None:
    outputs = pushed.outputs("lint")

    assert pushed.outcome("lint") == "failure"
    assert not (shared / "hostile-push/canary").exists()
    assert "pwned" not in [path.name for path in (shared / "hostile-push").rglob("*")]
    assert pushed.commands() <= {"error", "warning", "notice", "set-output", "summary", "debug"}
    assert [len(pushed.annotations(level)) for level in ("error", "warning", "notice")] == [10, 10, 10]
    assert (outputs["result"], outputs["exit-code"], outputs["notices"]) == ("findings", "1", "4")
    assert "forged" not in [record.get("arg") for record in pushed.records]
