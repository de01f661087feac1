"""Words and what they say: counting, sentences, terms, passages, evidence, citations. The only user of spaCy, loaded only where needed."""
