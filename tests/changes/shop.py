"""The sound notice of a small shop, in versions: a folder as users keep it, made for one test."""

from pathlib import Path

from tests.conftest import ROOT

SHOP = (ROOT / "tests/notices/shop.yaml").read_text(encoding="utf-8")

ADVERTS = "  adverts: {text: To show you adverts, legal_basis: consent, opt_out: Tell us.}\n"
PURPOSES = "\npurposes:\n"


def shop(version: str, effective: str, published: str = "", *edits: tuple[str, str]) -> str:
    """Return the shop's notice as another version, with words replaced; each must be there."""
    head = (
        ('version: "2026-03"', f'version: "{version}"'),
        ("published: 2026-03-01", f"published: {published or effective}"),
        ("effective: 2026-04-01", f"effective: {effective}"),
    )
    text = SHOP
    for old, new in (*head, *edits):
        assert old in text
        text = text.replace(old, new, 1)
    return text


LONGER = ("orders: {period: P3Y", "orders: {period: P10Y")
WITH_ADVERTS = (PURPOSES, f"{PURPOSES}{ADVERTS}")


def folder(where: Path, *versions: str) -> Path:
    """Write versions into `versions/`, the last one beside it as the notice; return the notice's path."""
    (where / "versions").mkdir(parents=True, exist_ok=True)
    *earlier, last = versions
    for number, text in enumerate(earlier, 1):
        (where / "versions" / f"v{number}.yaml").write_text(text, encoding="utf-8")
    notice = where / "notice.yaml"
    notice.write_text(last, encoding="utf-8")
    return notice
