"""Ordering what the catalogue offers: faces for people, use cases, and the rooms that own the tables.

docs/house.md is the plan; `[tool.importlinter]` in pyproject.toml keeps it.
"""
