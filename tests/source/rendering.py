"""Random values written as YAML in every style, for tests that read them back."""

import re

from hypothesis import strategies as st

from notice_lint.source.document import Document, Route

Data = dict[str, "Data"] | list["Data"] | str

_LETTERS = st.sampled_from([*"abcé :#'\"\\-?,[]{}&*!|>%@`0", "’", "«", "\xa0", "😀", "字"])
LINE = st.text(_LETTERS, max_size=12)
TEXT = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
_WORD = st.text(_LETTERS.filter(lambda letter: letter != " "), min_size=1, max_size=6)
_WORDS = st.lists(_WORD, min_size=1, max_size=6).map(" ".join)
_SAFE = st.text("abcé’«\xa0😀字-'", max_size=6).map(lambda rest: "z" + rest)
_SAFE_WORDS = st.lists(_SAFE, min_size=1, max_size=6).map(" ".join)
_BREAKS = st.integers(1, 3).map(lambda count: "\n" * count)


def _paragraphs(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda first, breaks, last: first + breaks + last, words, _BREAKS, words) | words


TEXTS = {
    "plain": _paragraphs(_SAFE_WORDS),
    "single": _paragraphs(_WORDS),
    "double": TEXT,
    "literal": TEXT.map(lambda text: "x" + text),
    "folded": st.builds(str.__add__, _paragraphs(_WORDS), st.sampled_from(["", "\n", "\n\n"])),
}
"""For each style, texts that it can say."""

STYLES = tuple(TEXTS)


def rendered(text: str, style: str, indent: str) -> str | None:
    """Return `text` as a scalar of a style, behind a colon or dash; None if that style cannot say it."""
    match style:
        case "plain":
            return _plain(text, indent)
        case "single":
            return None if _loses_blanks(text) else "'" + _folded(text.replace("'", "''"), indent) + "'"
        case "double":
            return '"' + "".join(_ESCAPED.get(character, character) for character in text) + '"'
        case "literal":
            return _block(text, "|", indent)
        case _:
            return None if _has_blank_starts(text) else _block(text, ">", indent)


_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "é": "\\u00e9", "😀": "\\U0001F600", "\xa0": "\\_"}


def _plain(text: str, indent: str) -> str | None:
    """Only text that nothing in it can take for something else."""
    sound = text[:1].isalpha() and not any(sign in text for sign in ":#,[]{}?")
    return None if not sound or _loses_blanks(text) else _folded(text, indent)


def _folded(text: str, indent: str) -> str:
    """Lines as paragraphs, and every other blank between words as the end of a line."""
    text = re.sub("\n+", lambda breaks: breaks[0] + "\n" + indent, text)
    return re.sub("(?<=\\w) (\\w+ ?)", lambda found: "\n" + indent + found[1], text)


def _loses_blanks(text: str) -> bool:
    """Whether folding would eat something: blanks around line ends, or white space at the ends."""
    return any(line != line.strip(" ") for line in text.split("\n")) or text != text.strip("\n")


def _has_blank_starts(text: str) -> bool:
    return text[:1] in ("\n", " ") or "\n " in text or " \n" in text


def _block(text: str, sign: str, indent: str) -> str | None:
    kept = text.rstrip("\n")
    if not kept.strip(" "):
        return None
    ends = len(text) - len(kept)
    chomp = "-" if not ends else "" if ends == 1 else "+"
    body = _folded(kept, "") if sign == ">" else kept
    lines = "\n".join(f"{indent}{line}" if line else "" for line in body.split("\n"))
    return f"{sign}2{chomp}\n{lines}" + "\n" * max(0, ends - 1)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Data]:
    """Draw a YAML text, and what it says."""
    data: Data = draw(
        st.recursive(
            TEXT,
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(st.text("abcxyz", min_size=1, max_size=3), inner, max_size=4)
            ),
            max_leaves=12,
        )
    )
    return "root:" + _node(draw, data, "") + "\nend: text # a comment\n", {"root": data, "end": "text"}


def _node(draw: st.DrawFn, data: Data, indent: str) -> str:
    inner = indent + "  "
    if isinstance(data, str):
        style = draw(st.sampled_from(STYLES))
        return " " + (rendered(data, style, inner) or rendered(data, "double", inner) or "")
    if not data:
        return " {}" if isinstance(data, dict) else " []"
    if isinstance(data, dict):
        pairs = "".join(f"\n{inner}{key}:{_node(draw, value, inner)}" for key, value in data.items())
        return draw(st.sampled_from(["", "  # why"])) + pairs
    return "".join(f"\n{inner}-{_node(draw, value, inner)}" for value in data)


def places(document: Document) -> list[object]:
    """Return the span, the key's span and the source text of every value."""
    found: list[object] = []
    todo: list[tuple[Route, object]] = [((), document.data)]
    while todo:
        route, value = todo.pop()
        found += [document.span(route), document.key_span(route), document.written(route)]
        inner = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        todo += [((*route, step), item) for step, item in inner]
    return found
