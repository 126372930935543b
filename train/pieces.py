"""Word pieces and case classes of one word: the twin of src/nn/wordpiece.cc."""

import unicodedata

CASES = 10
PAD, UNK, CLS, SEP = 0, 1, 2, 3


def case_class(word):
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    if all(not c.isupper() for c in letters):
        return 9 if any(ord(c) > 127 for c in letters) else 1
    if len(letters) == 1:
        return 4
    if all(c.isupper() for c in letters):
        return 3
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 2
    return 5


def is_punctuation(c):
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def is_cjk(c):
    o = ord(c)
    return 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0xF900 <= o <= 0xFAFF or 0x20000 <= o <= 0x2FA1F


def keep_piece(piece):
    """Whether English text can use a piece: Latin letters, digits, punctuation and signs."""
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
    for c in piece.removeprefix("##"):
        if ord(c) > 0x24F and c.isalpha() and not unicodedata.name(c, "").startswith(("LATIN", "GREEK")):
            return False
    return True


class WordPieces:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.index = {p: i for i, p in enumerate(vocabulary)}
        assert [self.index[p] for p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")] == [PAD, UNK, CLS, SEP]
        self.cache = {}

    def __call__(self, word):
        found = self.cache.get(word)
        if found is None:
            found = self.cache[word] = self._cut(word)
        return found

    def _cut(self, word):
        if len(word.encode()) > 100:
            return [UNK]
        text = unicodedata.normalize("NFD", word.lower())
        text = "".join(c for c in text if unicodedata.category(c) != "Mn")
        parts, run = [], ""
        for c in text:
            if is_punctuation(c) or is_cjk(c):
                if run:
                    parts.append(run)
                parts.append(c)
                run = ""
            elif not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"):
                run += c
        if run:
            parts.append(run)
        ids = [i for part in parts for i in self._greedy(part)]
        return ids or [UNK]

    def _greedy(self, part):
        ids, begin = [], 0
        while begin < len(part):
            end = len(part)
            while end > begin:
                piece = ("##" if begin else "") + part[begin:end]
                if piece in self.index:
                    ids.append(self.index[piece])
                    break
                end -= 1
            if end == begin:
                return [UNK]
            begin = end
        return ids
