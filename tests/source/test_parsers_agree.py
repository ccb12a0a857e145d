"""PyYAML's two parsers, the C one and the pure one, come to the same data, places and flaws."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from notice_lint.source.document import Document
from notice_lint.source.parse import C_PARSER, parse
from tests.source.rendering import Data, documents, places


def _everything(document: Document) -> list[object]:
    found: list[object] = [document.data, document.flaws, document.comments]
    return found + places(document)


@given(documents(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_both_parsers_say_the_same(drawn: tuple[str, Data], line_end: str, bom: str) -> None:
    text = bom + drawn[0].replace("\n", line_end)

    assert _everything(parse(text, "n.yaml")) == _everything(parse(text, "n.yaml", pure=True))


@given(documents(), st.data())
def test_both_parsers_refuse_the_same_damaged_documents(drawn: tuple[str, Data], data: st.DataObject) -> None:
    """Only damage on which both know YAML equally well: no tabs, and nothing inside flow collections."""
    text, _ = drawn
    at = data.draw(st.integers(0, len(text)))
    damaged = (
        text[:at]
        + data.draw(st.sampled_from(["- ", "\n", " ", "é", "'", '"', "root: 1\n", "&b ", "*c "]))
        + text[at:]
    )
    fast, slow = parse(damaged, "n.yaml"), parse(damaged, "n.yaml", pure=True)

    assert [flaw.kind for flaw in fast.flaws] == [flaw.kind for flaw in slow.flaws]
    assert fast.data == slow.data


def test_without_the_c_parser_everything_is_read_with_the_other_one() -> None:
    program = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from notice_lint.source.parse import C_PARSER, parse\n"
        "print(C_PARSER, parse('a: [1, NO]', 'n.yaml').data)\n"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (found.stdout, found.stderr) == ("False {'a': [1, 'NO']}\n", "")


def test_here_the_c_parser_is_used() -> None:
    assert C_PARSER
