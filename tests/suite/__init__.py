"""Runs fixtures of the CSL test suite: ``python -m tests.suite FOLDER [--json OUT]``."""
