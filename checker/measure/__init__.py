"""Measure: each criterion compiled to one query that counts over all units at once."""
