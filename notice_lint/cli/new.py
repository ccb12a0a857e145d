"""`notice-lint new`: commented starter files."""

from pathlib import Path

import click

import notice_lint
from notice_lint.cli import options
from notice_lint.errors import UsageProblem, reason_of

_KINDS = {
    "notice": {"notice.{lang}.yaml": "notice.yaml"},
    "rule": {"rule.yaml": "our-rule.yaml"},
    "pack": {"pack.yaml": "our-rules/pack.yaml", "rule.yaml": "our-rules/our-rule.yaml"},
}
"""What each kind writes: the starter, and the file that it becomes."""


@click.command("new")
@click.argument("kind", type=click.Choice(tuple(_KINDS)))
@click.argument("target", required=False, metavar="[FILE|DIR]")
@options.language
def command(kind: str, target: str | None, lang: str) -> None:
    """Write a commented starter file; nothing that exists is overwritten.

    \b
    notice-lint new notice               writes notice.yaml
    notice-lint new notice --lang fr     the same, with French comments
    notice-lint new rule our-rules/retention-too-long.yaml
    notice-lint new pack our-rules       a folder with a pack and its first rule
    """
    for starter, usual in _KINDS[kind].items():
        text = _starter(starter.format(lang=lang))
        path = _path(kind, usual, target)
        if kind == "rule":
            text = text.replace("our-rule", path.stem)
        _write(path, text.replace("our-rules", path.parent.name or "our-rules"))
        click.echo(f"wrote {path.as_posix()}")


def _path(kind: str, usual: str, target: str | None) -> Path:
    if target is None:
        return Path(usual)
    return Path(target) / Path(usual).name if kind == "pack" else Path(target)


def _starter(name: str) -> str:
    return (Path(notice_lint.__file__).parent / "starters" / name).read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageProblem("{path} exists; nothing was written there", path=path.as_posix()) from error
    except OSError as error:
        sentence = "{path} cannot be written: {reason}"
        raise UsageProblem(sentence, path=path.as_posix(), reason=reason_of(error)) from error
