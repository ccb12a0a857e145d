"""Plain data as YAML, for people to read: examples in documents, never a user's file."""

from typing import Any

import yaml

from notice_lint.source.document import WholeNumber


def to_yaml(data: object) -> str:
    """Return data as YAML in block style, in their own order, with short lists on one line."""
    text: str = yaml.dump(_plain(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text


class _Dumper(yaml.SafeDumper):
    """Writes short collections on one line."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    short = all(isinstance(member, str | int) and len(str(member)) < 40 for member in data)  # noqa: PLR2004 - a short word
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=short)


_Dumper.add_representer(list, _list)


def _plain(data: object) -> object:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(member) for member in data]
    return int(data) if isinstance(data, WholeNumber) else data
