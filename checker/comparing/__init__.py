"""Comparing: what changed between two results, and by which cause."""
