"""notice-lint: checks, change summaries and pages from one privacy notice file."""

__version__ = "0.1.0"
