"""The gate of a pull request: what it lowers is found, and what it touches comes first."""
