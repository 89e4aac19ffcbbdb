"""In-text citations: by author and date, number, note or key, and what repeats them."""
