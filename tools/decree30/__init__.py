"""Faultless documents by Decree 30/2020/NĐ-CP, one for each template and layout, and mutants."""
