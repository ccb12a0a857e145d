"""Text in: YAML files to plain data and the place of every piece of it."""
