"""Copies of Word files with what was found written beside the text, as Word comments."""
