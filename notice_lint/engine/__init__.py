"""Rules: reading them, and judging notices by them."""
