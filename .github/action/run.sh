#!/usr/bin/env bash
# Makes a Python environment outside the workspace, once a job, and runs the action's own code in it: action.yml calls this.
#
# -I on every call of Python: the workspace belongs to the pull request, and a file `pip.py` there must not run.
set -euo pipefail
die() {  # fixed sentences only; exit status 2 means that nothing could be checked
  printf '::error title=notice-lint::%s\n' "$1"
  exit 2
}

py="${INPUT_PYTHON:-}"
[ -n "$py" ] || py="$(command -v python3 || command -v python || true)"
[ -n "$py" ] || die "No Python was found. Run actions/setup-python before this step."
lock="$GITHUB_ACTION_PATH/.github/action/requirements.txt"
# The name says what the environment is made of, so that a later step finds the same one, and none of another action.
# (A step of the same job that ran code of the pull request could spoil it; it could spoil every later step as well.)
name="$("$py" -I -c 'import hashlib, pathlib, sys
sys.version_info < (3, 11) and sys.exit(1)
made = [sys.version, sys.executable, sys.argv[1], pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")]
print(hashlib.sha256("\0".join(made).encode("utf-8", "surrogateescape")).hexdigest()[:20])' "$GITHUB_ACTION_PATH" "$lock")" \
  || die "Python 3.11 or newer is needed. Run actions/setup-python before this step."
venv="${RUNNER_TEMP:?}/notice-lint-$name"
vpy="$venv/bin/python"

make_environment() {
  rm -rf "$venv"  # what an interrupted step has left
  "$py" -I -m venv --without-pip "$venv" \
    || die "A Python environment could not be made. Run actions/setup-python before this step."
  [ -x "$vpy" ] || vpy="$venv/Scripts/python.exe"
  # The runner's own pip saves the seconds that a new one costs; where it is missing or old, the environment gets one.
  pip=("$py" -I -m pip --python "$vpy")
  if ! "${pip[@]}" --version >/dev/null 2>&1; then
    "$vpy" -I -m ensurepip >/dev/null || die "pip is missing. Run actions/setup-python before this step."
    pip=("$vpy" -I -m pip)
  fi
  "${pip[@]}" install --quiet --disable-pip-version-check --no-input --no-compile --no-deps --only-binary :all: \
    --require-hashes --requirement "$lock" || die "What notice-lint needs could not be installed, see the log."
  # No build: the environment learns where the action's own sources lie.
  "$vpy" -I -c 'import pathlib, sys, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "notice_lint_action.pth").write_text(sys.argv[1] + "\n", encoding="utf-8")' \
    "$GITHUB_ACTION_PATH"
  : > "$venv/complete"
}

[ -f "$venv/complete" ] || make_environment
[ -x "$vpy" ] || vpy="$venv/Scripts/python.exe"

exec "$vpy" -I -X utf8 -m notice_lint.cli.action
