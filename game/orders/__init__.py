"""What can be asked: one file per order."""
