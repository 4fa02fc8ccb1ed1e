"""Inspections re-told as data: what an orderly office has, what was put wrong, what is found."""
