"""Operators about what a notice says at all."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Term, Text
from notice_lint.model.record import SILENT, Record


def provision_stated(_record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find collections from the person of which the notice does not say whether the data must be given.

    One problem for the whole notice where it says so nowhere, else one for each collection that lacks it.
    Source: GDPR Art. 13(2)(e).
    """
    asked = [r for r in context.notice.view("collected_categories") if r.text("source") == "data-subject"]
    silent = {r.text("collection"): r for r in asked if r.value("provision") is SILENT}
    if not silent:
        return
    if len(silent) == len({r.text("collection") for r in asked}) and not context.notice.view("provisions"):
        labels = [r.value("collection_label") for r in silent.values()]
        named = Term("list", tuple(label for label in labels if isinstance(label, Text)))
        yield Problem(("collections",), {"collections": named})
        return
    for name, one in silent.items():
        label = one.value("collection_label")
        yield Problem(("collections", name), {"collections": label if isinstance(label, Text) else name})
