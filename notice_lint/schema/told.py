"""What is wrong with a text or its shape, as a sentence to be worded: for notices and for rule files."""

from notice_lint.findings import Arg, Term
from notice_lint.schema.validate import Violation
from notice_lint.source.document import Flaw


def flaw_retold(flaw: Flaw) -> Term:
    """Return the sentence for a flaw; each kind of syntax problem has one of its own."""
    kind = f"syntax.{flaw.args['problem']}" if flaw.kind == "syntax" else flaw.kind
    return Term("phrase", f"flaw.{kind}", dict(flaw.args))


def violation_retold(violation: Violation) -> Term:
    """Return the sentence for a violation of a schema."""
    args: dict[str, Arg] = {
        name: Term("list", value) if isinstance(value, tuple) else value
        for name, value in violation.args.items()
    }
    return Term("phrase", f"violation.{violation.kind}", args)
