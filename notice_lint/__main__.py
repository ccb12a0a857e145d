"""`python -m notice_lint`."""

from notice_lint.cli.main import main

main()
