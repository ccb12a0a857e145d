"""What a caller can ask for: check, fix, compare. Returns; never prints, exits or reads a clock."""
