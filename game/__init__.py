"""Counterpoise: scenario -> World -> View -> Orders -> Sheet -> PHASES -> World' and Records -> Events."""

__version__ = "0.1.0"
