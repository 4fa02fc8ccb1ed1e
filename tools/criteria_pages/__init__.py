"""A page for each criterion: what it asks, how it is measured, examples, verdicts."""
