"""The GitHub Action: `python -I -m notice_lint.cli.action`, started by `.github/action/run.sh`."""
