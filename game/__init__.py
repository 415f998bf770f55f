"""Counterpoise: scenario -> World -> View -> Orders -> Sheet -> PHASES -> World' and Records -> Events."""

import os

# The matrices are small: a second BLAS thread costs more than it gives, and processes run side by side.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# What a command prints is its own.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

__version__ = "0.1.0"
