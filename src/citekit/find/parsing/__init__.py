"""A reference string to the fields of a record."""
