"""Candidates: who wrote a document, by its title block or its file's name, and codes that stand for them. It reads no document."""
