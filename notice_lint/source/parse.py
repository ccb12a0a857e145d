"""YAML text to a `Document`: plain data, the place of every piece of it, and what is wrong with the text."""

from itertools import islice
from operator import sub

from yaml.error import MarkedYAMLError, YAMLError

from notice_lint.source.build import MOST, SCALAR_BYTES, Builder, Oddity, Stop
from notice_lint.source.characters import odd_characters, without_odd_characters
from notice_lint.source.document import Document, Flaw
from notice_lint.source.events import C_PARSER, events
from notice_lint.source.index import Index, Lines

__all__ = ["BYTES", "C_PARSER", "parse"]

BYTES = 1 << 20
"""The largest notice that is read; the longest ones that people publish are a tenth of it."""

_BOM = "\ufeff"


def parse(text: str, path: str, *, bom: bool = False, pure: bool = False) -> Document:
    """Read one notice. Whatever the text holds, this returns a document: look at its `flaws` first.

    `path` is as users see it. `bom` says that a byte order mark was taken off; one that still stands at the
    start is taken off here. `pure` asks for the slow parser, with the same outcome.
    """
    if not bom and text.startswith(_BOM):
        text, bom = text[1:], True
    if len(text) > BYTES // 4 and (flaw := _too_large(text)):
        return Document(path, text, bom=bom, flaws=(flaw,), read_to=0)
    odd = list(islice(odd_characters(text), MOST))
    builder = Builder(without_odd_characters(text) if odd else text)
    fatal = _read(builder, pure=pure, tell_syntax=not odd)
    data = builder.root
    if not (fatal or odd or builder.oddities or builder.escaped):
        return Document(path, text, data, bom=bom, nodes=builder.nodes)
    from notice_lint.source.flaws import Placer  # noqa: PLC0415 - a sound text has none

    index = Index(builder.text, data, builder.nodes)
    flaws = Placer(text, builder, index).flaws(odd, fatal=fatal)
    for holder, aside in builder.aside:
        holder.pop(aside, None)
    if fatal:
        return Document(path, text, bom=bom, flaws=flaws, nodes=builder.nodes, read_to=_last_end(builder))
    return Document(
        path, text, data, bom=bom, flaws=flaws, nodes=builder.nodes, read_to=builder.read_to, index=index
    )


def _too_large(text: str) -> Flaw | None:
    """Return the flaw of a text over the limit, at the first character beyond it."""
    data = text.encode(errors="surrogatepass")
    if len(data) <= BYTES:
        return None
    end = len(data[:BYTES].decode(errors="ignore"))
    return Flaw("too-large", Lines(text).span(end, end + 1), {"limit": str(BYTES)})


def _last_end(builder: Builder) -> int:
    return max(builder.nodes.ends, default=0)


def _read(builder: Builder, *, pure: bool, tell_syntax: bool) -> bool:
    """Return whether reading had to stop before the end. What is wrong is left in `builder.oddities`."""
    try:
        builder.read(events(builder.text, pure=pure))
    except Stop:
        return True
    except MarkedYAMLError as error:
        from notice_lint.source.syntax import explain  # noqa: PLC0415 - a sound text needs no explaining

        kind, at, end, args = explain(error, builder.text)
        if kind != "syntax" or tell_syntax:  # odd characters may be the reason, and are told already
            builder.oddities.append(Oddity(kind, args, at, end, -1))
        return True
    except YAMLError:  # a character that a parser refuses and we do not know of: it has no mark
        builder.oddities.append(Oddity("syntax", {"problem": "other"}, 0, 0, -1))
        return True
    return _scalar_too_long(builder)


def _scalar_too_long(builder: Builder) -> bool:
    """Escapes and folding only make a value shorter than its text, so the text is what is measured."""
    nodes, text = builder.nodes, builder.text
    if len(text) <= SCALAR_BYTES // 4 or len(text.encode()) <= SCALAR_BYTES:
        return False
    lengths = list(map(sub, nodes.ends, nodes.starts))
    for number, start in enumerate(nodes.starts):
        if (
            lengths[number] > SCALAR_BYTES // 4
            and len(text[start : nodes.ends[number]].encode()) > SCALAR_BYTES
        ):
            args = {"limit": str(SCALAR_BYTES)}
            builder.oddities.append(Oddity("scalar-too-long", args, start, start + 1, number))
            return True
    return False
