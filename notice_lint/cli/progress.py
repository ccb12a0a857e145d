"""One line that tells people who watch how far a long run is."""

import click

_MANY = 20
"""From so many notices on."""


class Progress:
    """Counts the notices that are read; one line on the standard error, written over itself."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self._total = total
        self._shown = shown and total >= _MANY
        self._done = 0

    def tell(self, name: str) -> None:
        """Count one more."""
        del name
        self._done += 1
        if self._shown and (self._done % 10 == 0 or self._done == self._total):
            click.echo(f"\r{self._done}/{self._total}", nl=False, err=True)

    def end(self) -> None:
        """Remove the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
