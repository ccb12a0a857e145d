"""The names between braces in a message."""


def placeholders(message: str) -> frozenset[str]:
    """Return the names between single braces in a message: "{recipient}: {country}"."""
    names = set()
    for piece in message.split("{")[1:]:
        name, closed, _ = piece.partition("}")
        if closed:
            names.add(name)
    return frozenset(names)
