"""What rules may ask of the changes between two versions: who has compared them hands the records in."""

from collections.abc import Mapping

from notice_lint.model.views.field import Field, View, date, flag, id_, ids, string, text, word, words

DUTIES = ("review", "prior-notice", "advance-notice", "notify", "publish", "editorial")
"""What a change asks for, strongest first; see `notice_lint.changes.change.Duty`."""
DIRECTIONS = ("less-protective", "undetermined", "neutral", "more-protective")
"""Whom a change favours, seen from the people concerned."""
STEPS = (
    *("special-category", "children", "automated-decision", "consent", "advertising", "only-route"),
    *("accumulated", "more-protective", "acknowledged"),
)
"""Why a duty is not that of the code."""
NATURES = ("new_processing", "correction", "legal", "supplier")
"""What the author says a change is."""

_DIFFERENCES: Mapping[str, Field] = {
    "code": string("what has changed, as a code: retention.lengthened"),
    "area": string("the first word of the code: retention"),
    "headline": Field("phrase", "the change in one line"),
    "duty": word("what it asks for", DUTIES),
    "base": word("what its code asks for, before anything raised or lowered that", DUTIES),
    "steps": words("why its duty is not that of the code", STEPS),
    "direction": word("whom it favours", DIRECTIONS),
    "subject_kind": string("the part of the notice: recipients"),
    "subject_id": id_("the id of the thing that changed; of a part that is one thing, nothing"),
    "subject": Field("phrase", "what the notice calls that thing"),
    "before": Field("phrase", "what stood there; nothing where nothing stood"),
    "after": Field("phrase", "what stands there now; nothing where nothing does"),
    "listed": flag("whether people are shown it; versions and dates are not"),
    "material": flag("whether it asks for more than the list of changes: notify or more, or a review"),
    "touches_consent": flag("whether a purpose on consent is concerned"),
    "countries_added": Field("countries", "the third countries into which data now go because of it"),
    "explained": flag("whether the author gives a reason"),
    "reason": text("the author's reason"),
    "nature": word("what the author says it is", NATURES),
    "choices": Field("number", "how many choices the author names for people"),
    "impact": text("what it means for people, as the author says"),
    "compatibility": text("why data already held may serve a new purpose, as the author says"),
    "consent_renewal": text("how consent is asked for again, as the author says"),
    "reason_languages_missing": ids("languages of the notice in which the author's reason is missing"),
    "acknowledged": flag("whether a person has read and classed it"),
    "acknowledged_duty": word("as what a person has classed it", DUTIES),
    "classed_lower": flag("whether a person has classed it lower than the comparison does"),
    "id_reused": flag("whether label and content were both replaced under one id"),
}

VERSION_STEPS = ("same", "later", "earlier", "other", "unsaid")
"""How a version or a date follows on the one before; `other` where names have no order."""

_REVISION: Mapping[str, Field] = {
    "changed": flag("whether anything that the notice says differs"),
    "count": Field("number", "how many changes there are"),
    "draft": flag("whether the version before was not yet published nor in force on the day of the check"),
    "material": flag("whether people are to be told of some change: notify or more"),
    "advance": flag("whether people are to be told of some change before it applies"),
    "strongest": word("the strongest duty among the changes; a change under review counts as none", DUTIES),
    "version": string("the version now"),
    "version_before": string("the version before"),
    "version_step": word("how the version follows on the one before", VERSION_STEPS),
    "effective": date("from when the text applies now"),
    "effective_before": date("from when the text before applied"),
    "effective_step": word("how that date follows on the one before", VERSION_STEPS),
    "published": date("when the text was published"),
    "announced": date("when people are told: as the author plans it, else the publication"),
    "announcement_date": date("when people are told, as the author plans it in changes.yaml"),
    "announcement_channel": string("how people are told, as the author plans it"),
    "with_marketing": flag("whether that message also carries advertising, as the author says"),
    "lead": Field("period", "how long ahead people are told, by the organisation's own policy"),
    "lead_days": Field("number", "the days between telling people and the effect"),
    "lead_kept": flag("whether the time is as long as the policy says; unknown where dates are not"),
}

CHANGES_VIEWS: Mapping[str, View] = {
    "differences": View(
        "one change between two versions of the notice",
        "where it stands now; of what is gone, the nearest thing that is left",
        _DIFFERENCES,
    ),
    "revision": View(
        "the step from one version of the notice to the next",
        "the field where it stands, else `notice`",
        _REVISION,
    ),
}
