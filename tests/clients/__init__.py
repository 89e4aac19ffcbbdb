"""Exported files read back with the programs they are for; see docs/exchange.md."""
