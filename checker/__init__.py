"""The compliance checker: intake and documents, rulebook, measure, judge, report."""
