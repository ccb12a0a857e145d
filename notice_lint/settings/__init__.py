"""The settings: `notice-lint.yaml`, or `[tool.notice-lint]` in pyproject.toml."""
