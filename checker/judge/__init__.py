"""Judge: from what was counted to verdicts, reached twice."""
