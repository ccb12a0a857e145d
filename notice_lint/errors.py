"""Failures: what keeps the tool from doing its job.

What the author of a notice got wrong is not here. That is a finding.

NoticeLintError
├── UnreadableNotice     the file cannot be opened, or holds nothing
├── NothingToCheck       no notice was found, or no rule applies to it
├── InvalidRulePack      a rule file is wrong; the pack's author must mend it (engine.folders)
├── InvalidSettings      the settings or a baseline are wrong (settings, suppress; with packs: schema.mistake)
└── UsageProblem         the command line asks for what cannot be done
"""

import errno

_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "permission is refused",
    errno.EPERM: "permission is refused",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENOTDIR: "a part of its path is no folder",
    errno.ENOSPC: "the disk is full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "the disk is full",
    errno.EFBIG: "the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "it is a link that leads in a circle",
    errno.EIO: "the disk reports an error",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}


def reason_of(error: OSError) -> str:
    """Return why the system refuses a file, in English words that catalogues have in other languages."""
    number = errno.EISDIR if isinstance(error, IsADirectoryError) else error.errno or 0
    return _REASONS.get(number) or error.strerror or "the system refuses it"


class NoticeLintError(Exception):
    """The tool could not do its job: exit status 2, one line, no traceback.

    `sentence` is English, with what fills it in braces; the catalogues have it in other languages under
    `failure.` and the sentence itself.
    """

    def __init__(self, sentence: str, **filled: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.filled = filled

    def __str__(self) -> str:
        text = self.sentence
        for name, value in self.filled.items():
            text = text.replace(f"{{{name}}}", value)
        return text


class UnreadableNotice(NoticeLintError):
    """The file cannot be opened, or holds nothing; `reason` is a few English words, without a full stop."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__("{path}: cannot be read: {reason}", path=path, reason=reason)
        self.path = path
        self.reason = reason


class NothingToCheck(NoticeLintError):
    """No notice was found, or no rule applies: a run that checks nothing must not look green."""


class UsageProblem(NoticeLintError):
    """The command line asks for something that does not exist or does not fit together."""
