"""The command line: one file a command group; nothing is computed here."""
