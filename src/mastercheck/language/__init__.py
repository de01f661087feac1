"""Words and what they say: counting, sentences, terms, passages, evidence, citations. The only user of spaCy, imported where it is needed."""
