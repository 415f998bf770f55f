"""How it is kept: scenarios, rules, saves; the only file access."""
