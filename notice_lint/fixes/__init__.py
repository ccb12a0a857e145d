"""Fixes: edits on the text of a notice that change its form and nothing else."""
