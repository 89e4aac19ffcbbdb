"""What words do around quoted speech, by language: tables of words, one set of bits a word."""
