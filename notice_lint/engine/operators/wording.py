"""Operators about what a sentence says as a whole, beyond single phrases."""

import re
from collections.abc import Iterator, Mapping

from notice_lint.engine.operators.prose import hits, prose, sentences
from notice_lint.engine.problem import Context, Problem
from notice_lint.engine.wordlist import fold
from notice_lint.model.record import Record

TOPICS = ("deemed-consent", "continued-consent", "use-as-consent", "deemed-acceptance", "check-back")
ORDERS = ("any", "act-first")
"""What a sentence can do; the pack's word lists for it are `TOPIC-act` and `TOPIC-word`."""

_SHORTEST = 20
"""Characters that such a sentence has at least: labels and names need no reading."""

_WORD = re.compile(r"[^\W\d_]+")


def not_in_one_sentence(record: Record, parameters: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a sentence that holds an act (list `TOPIC-act`) and what is made of it (list `TOPIC-word`).

    "By using this site, you consent to the use of your data": neither half says that alone. With the
    `order` `act-first`, the act must come before: "If you consent, we measure your use of the site" is fine.
    """
    whole, topic = prose(record), parameters["topic"]
    if whole is None or len(whole.text) < _SHORTEST:
        return
    words = hits(whole, f"{topic}-word", context)
    acts = hits(whole, f"{topic}-act", context) if words else ()
    if not acts:
        return
    for start, end in sentences(whole.text):
        done = [hit for hit in acts if start <= hit.start and hit.end <= end]
        made = [hit for hit in words if start <= hit.start and hit.end <= end]
        if done and made and (parameters["order"] == "any" or done[0].start < made[-1].start):
            first, last = min(done[0].start, made[0].start), max(done[-1].end, made[-1].end)
            found = whole.text[first:last]
            yield Problem(whole.place, {"found": found}, stretch=(first, last), key=found.casefold())


def purpose_explained(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find purposes that consist of a phrase that says nothing ("to improve our services"), and of no more.

    Phrases: list `vague-purposes`. Words beside them that explain nothing: list `purpose-filler`.
    Source: WP260 rev.01, para 12.
    """
    whole = prose(record)
    found = hits(whole, "vague-purposes", context) if whole else ()
    if whole is None or not found:
        return
    empty = (*found, *hits(whole, "purpose-filler", context))
    rest = [
        match[0]
        for match in _WORD.finditer(whole.text)
        if len(fold(match[0])) > 1 and not any(hit.start <= match.start() < hit.end for hit in empty)
    ]
    if not rest:
        for hit in found:
            words = whole.text[hit.start : hit.end]
            yield Problem(whole.place, {"found": words}, stretch=(hit.start, hit.end), key=words.casefold())
