"""Words as Word counts them (RULEBOOK decision 2).

A word is what stands between white space, no-break spaces included. Numbers and lone symbols are words; hyphens, slashes and
apostrophes stay inside; en and em dashes part words and are none themselves; each CJK ideograph, kana, punctuation mark and full-width
letter is a word of its own. Hangul is written with spaces. Marks of no width part nothing.
"""

import re

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_IDEOGRAPHS = "\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PUNCTUATION = "\u3001-\u3004\u3008-\u3020\u302a-\u3030\u303c-\u303f\u3099-\u309c\u30a0\u30fb\ufe30-\ufe4f"
_FULL_WIDTH = "\uff01-\uff9f\uffe0-\uffe6"
_SIGNS = "\u2e80-\u2fdf\u2ff0-\u2fff\u3100-\u312f\u3190-\u31ef\u3200-\u33ff"
_CJK = _KANA + _IDEOGRAPHS + _PUNCTUATION + _FULL_WIDTH + _SIGNS
_PARTING = r"\s\u2013\u2014"
_WORD = re.compile(rf"[{_CJK}]|[^{_PARTING}{_CJK}]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text, in order."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))
