"""Contracts: what every order, phase, doctrine, measure and scenario that exists must keep."""
