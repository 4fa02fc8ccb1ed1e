"""Rulebook: criteria, subjects, parameters and the legal register, read, checked and dated."""
