"""Examples of rules that judge weakenings: each is compared with its version before."""

from notice_lint.engine.examples import earlier
from notice_lint.engine.rule import Example, Rule
from notice_lint.model.notice import Handed
from notice_lint.run.gate.gate import VIEW
from notice_lint.run.gate.ignores import compared
from notice_lint.run.gate.notices import regimes
from notice_lint.source.document import Document


def weakened(_: Rule, example: Example, document: Document) -> Handed:
    """Return the records of what an example lowers, its ignores and its laws."""
    before = earlier(example)
    found = [*compared(before, document, {}).found, *regimes(before, document)]
    return {VIEW: [one.record() for one in found]}
