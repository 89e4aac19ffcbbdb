"""Quotations: their marks, what kind they are, and what attributes them to whom."""
