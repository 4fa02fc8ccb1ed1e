"""Intake: every export of a unit folder becomes typed rows with places; nothing is lost."""
