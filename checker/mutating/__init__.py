"""Criteria changed on purpose, to see whether the cases beside them notice."""
