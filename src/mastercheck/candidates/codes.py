"""Codes: short signs that stand for names. The same person has the same code in every run, on every machine and in every file.

A code is the beginning of a keyed BLAKE2 hash (RFC 7693) of the name in the form of `identify`, in Crockford's letters: 32^6 codes, so that
two of 300 candidates share one in one cohort of 20,000 or so.
"""

from hashlib import blake2b

from mastercheck.candidates.persons import identify

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter is taken for another or for a figure."""

LENGTH = 6
LONGEST_KEY = 64
"""Bytes of a key at most (RFC 7693, 2.1)."""


def code_person(name: str, key: str = "") -> str:
    """Return the code of a person.

    Args:
        name: however written.
        key: secret words; who does not know them cannot find out a code from a name.
    """
    return f"C-{_shorten(identify(name) or name, key)}"


def code_file(name: str, key: str = "") -> str:
    """Return the code of a file whose author is not known."""
    return f"D-{_shorten(name, key)}"


def _shorten(text: str, key: str) -> str:
    secret = blake2b(key.encode("utf-8", "replace"), digest_size=LONGEST_KEY).digest() if key else b""
    number = int.from_bytes(blake2b(text.encode("utf-8", "replace"), key=secret, digest_size=8).digest(), "big")
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)
