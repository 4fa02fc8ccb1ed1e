"""What to do first: the smallest repairs that turn a verdict, found by judging again."""
