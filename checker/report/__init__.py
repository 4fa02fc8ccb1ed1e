"""Report: one file per format; they render and decide nothing."""
