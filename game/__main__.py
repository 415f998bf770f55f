"""`python -m game`: the same as `counterpoise`."""

from game.cli import main

main()
