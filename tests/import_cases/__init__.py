"""Import cases of a well-known client: what readers should understand."""
