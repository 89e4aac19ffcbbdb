"""How a sentence reports speech: its tokens, phrases, subjects and verbs, its reporting clauses."""
