"""How it is told: concepts of the field found in what was done, the rulebook made from the rules themselves."""
