"""The test suite: one file per page or action, through the front door."""
