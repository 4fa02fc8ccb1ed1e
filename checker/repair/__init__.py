"""Copies of Word files with their formatting put right; never a word of the text."""
