"""The shape of notices, rules and packs: JSON Schemas, and what is wrong with a file that does not fit."""
