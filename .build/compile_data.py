"""Build hook: rules, reference data, words and schemas become Python literals inside the wheel.

An editable install gets none of them: there the YAML files are read, and an edit counts at once.
"""

import sys
import tempfile
from pathlib import Path
from pprint import pformat
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """Adds `notice_lint/_data/*.py` to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the literals to a temporary folder and list them for the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        folder = Path(tempfile.mkdtemp(prefix="notice-lint-data-"))
        modules = {"__init__": '"""Data files, compiled by the build."""\n'}
        modules |= {name: _module(name, data) for name, data in _everything().items()}
        for name, text in modules.items():
            path = folder / f"{name}.py"
            path.write_text(text, encoding="utf-8")
            build_data["force_include"][str(path)] = f"notice_lint/_data/{path.name}"


def _module(name: str, data: object) -> str:
    return f'"""{name}, compiled by the build."""\n\nDATA = {pformat(data, width=120, sort_dicts=False)}\n'


def _everything() -> dict[str, object]:
    """Return all data by the name under which `notice_lint.source.compiled` asks for them."""
    from notice_lint.changes import codes  # noqa: PLC0415 - the root is on the path only now
    from notice_lint.engine import folders, shipped  # noqa: PLC0415 - the root is on the path only now
    from notice_lint.engine.kinds import declared  # noqa: PLC0415 - likewise
    from notice_lint.engine.verify import verify  # noqa: PLC0415 - likewise
    from notice_lint.i18n import LANGUAGES, load  # noqa: PLC0415 - likewise
    from notice_lint.i18n.catalogue import territories  # noqa: PLC0415 - likewise
    from notice_lint.reference import load as reference  # noqa: PLC0415 - likewise
    from notice_lint.schema import load as schema  # noqa: PLC0415 - likewise
    from notice_lint.source.tree import Folder  # noqa: PLC0415 - likewise

    packs = [
        folders.pack_files(Folder.on_disk(path.parent), f"rules/{path.parent.name}")
        for path in sorted(shipped.folder().glob("*/pack.yaml"))
    ]
    mistakes = verify(packs, {})
    if mistakes:
        raise SystemExit(f"rules are not sound: {mistakes}")
    data = _packs([files.raw() for files in packs])
    data["kinds"] = declared()
    data["as_of"] = reference.as_of()
    data["change_codes"] = codes.stated()
    data |= {f"words_{language}": load.words(language) for language in LANGUAGES}
    data |= {
        f"words_{subject}_{language}": load.words_of(subject, language)
        for subject in load.SUBJECTS
        for language in LANGUAGES
    }
    data |= {f"territories_{language}": dict(territories(language)) for language in LANGUAGES}
    data |= {f"reference_{name}": reference.data(name) for name in reference.FILES}
    data |= {f"schema_{name}": schema.load_schema(name) for name in schema.NAMES}
    return data


def _packs(packs: list[dict[str, Any]]) -> dict[str, object]:
    """Return the packs with what judging needs, and by rule, apart, what only its reader does."""
    from notice_lint.engine.rule import LATER  # noqa: PLC0415 - the root is on the path only now

    rules = {name: rule for raw in packs for name, rule in raw["rules"].items()}
    data: dict[str, Any] = {
        f"packs_{part}": {
            name: {key: rule[key] for key in keys if key in rule} for name, rule in rules.items()
        }
        for part, keys in LATER.items()
    }
    for raw in packs:
        for language, texts in raw["words"].items():
            data.setdefault(f"packs_words_{language}", {}).update(texts)
    late = {key for keys in LATER.values() for key in keys}
    data["packs"] = [{**raw, "words": {}, "rules": _without(late, raw["rules"])} for raw in packs]
    return data


def _without(keys: set[str], rules: dict[str, Any]) -> dict[str, Any]:
    return {name: {key: rule[key] for key in rule if key not in keys} for name, rule in rules.items()}
