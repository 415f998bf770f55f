"""Stories: what orders do, told in the notation of `notation.py`."""
