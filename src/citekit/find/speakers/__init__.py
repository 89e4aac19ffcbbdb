"""Who speaks: a phrase to the fullest name that the document gives it."""
