"""Cases near those that a criterion has: one cell, the unit or the day changed, rows repeated."""
