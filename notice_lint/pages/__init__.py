"""Blocks, and their writers: the only places that escape for a medium."""
