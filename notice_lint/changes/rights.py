"""Which rights come and go with a legal basis: what a change of it means for people, worked out."""

from typing import NamedTuple

from notice_lint.changes.change import Direction

WITHDRAW, OBJECT, PORTABILITY, ERASURE = "withdraw_consent", "objection", "portability", "erasure"

RIGHTS_BY_BASIS: dict[str, tuple[str, ...]] = {
    "consent": (WITHDRAW, PORTABILITY, ERASURE),
    "contract": (PORTABILITY, ERASURE),
    "legal-obligation": (),
    "vital-interests": (ERASURE,),
    "public-task": (OBJECT,),
    "legitimate-interests": (OBJECT, ERASURE),
}
"""The rights that depend on the basis, in the words of the format.

Sources: GDPR Art. 7(3) (withdrawal), Art. 20(1)(a) (portability: consent or contract, by automated means),
Art. 21(1) (objection: public task or legitimate interests), Art. 17(3)(b) (no erasure under a legal
obligation or a public task).
"""


class Turn(NamedTuple):
    """What a change of legal bases does to rights."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    direction: Direction


def rights_of(bases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the rights that one of several bases brings."""
    every = (WITHDRAW, OBJECT, PORTABILITY, ERASURE)
    return tuple(right for right in every if any(right in RIGHTS_BY_BASIS.get(basis, ()) for basis in bases))


def turn(before: tuple[str, ...], after: tuple[str, ...]) -> Turn:
    """Return the rights gained and lost, and whom that favours.

    More rights and none fewer is more protective, fewer and none more less protective; what takes one and
    gives another cannot be told, and what leaves them as they are neither.
    """
    old, new = rights_of(before), rights_of(after)
    gained = tuple(right for right in new if right not in old)
    lost = tuple(right for right in old if right not in new)
    if gained and not lost:
        return Turn(gained, lost, Direction.MORE_PROTECTIVE)
    return Turn(gained, lost, Direction.LESS_PROTECTIVE if lost and not gained else Direction.UNDETERMINED)
