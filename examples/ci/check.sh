#!/usr/bin/env bash
# Any other CI (Jenkins, Buildkite, a cron job): checks the notices of this folder, leaves JUnit and HTML behind.
#
#   NOTICE_LINT_PACKAGE   what pip installs: pin a version (default: notice-lint)
#   BASE                  the revision from which settings and ignores count, such as origin/main; may be empty
#   OUT                   where reports go (default: notice-lint-reports)
#
# Ends as notice-lint does: 0 nothing at or above the threshold, 1 findings, 2 could not check, 3 a bug of notice-lint.
# In Jenkins: `sh 'BASE=origin/main examples/ci/check.sh'`, then `junit 'notice-lint-reports/junit.xml'`.
set -euo pipefail

out="${OUT:-notice-lint-reports}"
venv="$(mktemp -d)"
trap 'rm -rf "$venv"' EXIT
# -I: what lies in this folder (pip.py, venv.py) is not imported.
python3 -I -m venv "$venv"
"$venv/bin/python" -I -m pip install --quiet --disable-pip-version-check "${NOTICE_LINT_PACKAGE:-notice-lint}"
mkdir -p "$out"

base=()
[ -z "${BASE:-}" ] || base=(--base "$BASE")
status=0
"$venv/bin/python" -I -m notice_lint check ${base[@]+"${base[@]}"} \
  --report "junit=$out/junit.xml" --report "html=$out/report.html" --report "json=$out/report.json" -- "$@" || status=$?
exit "$status"
