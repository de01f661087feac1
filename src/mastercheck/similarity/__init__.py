"""Passages that documents share: pure functions of documents that have been read."""

from mastercheck.similarity.known import known_shingles
from mastercheck.similarity.sharing import find_shared
from mastercheck.similarity.text import Text, prepare

__all__ = ["Text", "find_shared", "known_shingles", "prepare"]
