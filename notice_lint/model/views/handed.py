"""What rules may ask of records that no notice builds by itself: `run` hands them in."""

from collections.abc import Mapping

from notice_lint.model.views.field import Field, View, date, flag, ids, string, word

HOW = ("inline", "settings", "baseline")
"""The ways in which a finding is ignored."""

WEAKENED = ("ignores", "settings", "baseline", "packs", "notices")
"""What a pull request can change so that less is found."""

_IGNORES: Mapping[str, Field] = {
    "how": word("where it stands: in the notice, the settings or the baseline", HOW),
    "written": string("the comment as it is written; of an entry elsewhere nothing"),
    "malformed": Field("phrase", "what keeps the comment from being read as an ignore; else nothing"),
    "rules": ids("the rules that it names, as it names them"),
    "unknown": ids("those of them that no pack has"),
    "meant": Field("phrase", "the rule that was probably meant by the first unknown one, as a sentence"),
    "unused": ids("those that ran and found nothing which it could hide"),
    "locked": ids("those that a pack has locked"),
    "locked_by": string("the pack that has locked the first of them"),
    "reason": string("the reason that it gives"),
    "by": string("who answers for it"),
    "until": date("the last day on which it counts"),
    "expired": flag("whether that day is over"),
}

_WEAKENINGS: Mapping[str, Field] = {
    "what": word("where less is found than before", WEAKENED),
    "detail": Field("phrase", "what was changed, as a sentence"),
    "rules": ids("the rules that it concerns"),
    "path": string("the file in which it was changed"),
    "before": string("what stood there in the base revision"),
    "after": string("what stands there now"),
    "accepted": flag("whether somebody with the right to do so has accepted it"),
}

HANDED_VIEWS: Mapping[str, View] = {
    "ignores": View(
        "one way in which findings are switched off: a comment, an entry of the settings or the baseline",
        "where it stands",
        _IGNORES,
    ),
    "weakenings": View(
        "one change of a pull request by which less is found", "where it was changed", _WEAKENINGS
    ),
}
