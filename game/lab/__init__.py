"""Do the rules behave: stylised facts, exploits and experiments, each many games of the batch engine."""
