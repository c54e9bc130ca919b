#!/usr/bin/env python3
"""Makes table.bin: one form for all that write the same character (see README.md beside this file).

    python3 data/variants/make_variants.py OPENCC_DICTIONARIES EQUIVALENTUNIFIEDIDEOGRAPH.JSON
"""

import collections
import json
import pathlib
import struct
import sys
import unicodedata

TARGET = pathlib.Path(__file__).parent / "table.bin"
DICTIONARIES = ("TSCharacters", "HKVariants", "TWVariants")
# What the table covers, from before the first radical to the last Han character, and how many characters are a page.
FIRST, END, PAGE = 0x2E00, 0x32400, 64
RADICALS = range(0x2E80, 0x2EF4)

# Characters that people write on purpose where another would do, each with those that are its own variants: they are
# never joined with anything else, whatever the dictionaries say.
APART = {
    "邨": "Hong Kong's estates and names; not 村",
    "喆": "names; not 哲",
    "堃": "names; not 坤",
    "淼": "names; not 渺",
    "犇": "names; not 奔",
    "龢": "names; not 和",
    "迺": "names; not 乃",
    "昇": "names; the mainland's table of 2013 has it beside 升",
    "甯": "a surname of its own beside 寧, in the mainland's table of 2013 too",
    "麴麹": "a surname of its own beside 曲, in the mainland's table of 2013 too",
}

# Pairs that the dictionaries leave out, of words in daily use and of old printing types.
MORE = (
    "舖鋪 砲炮 姪侄 鑛礦 韮韭 朶朵 彞彝 畧略 蹤踪 隣鄰 煑煮 葢蓋 揷插 囯國 "
    "靑青 淸清 卽即 旣既 鄕鄉 硏研 値值 槪概 飮飲 緖緒 戸戶 呉吳 徳德 黒黑 歩步 毎每"
)


def may_join(one, other):
    return all((one in group) == (other in group) for group in APART)


class Classes:
    """Characters joined with their variants."""

    def __init__(self):
        self.parent = {}

    def root(self, char):
        while (parent := self.parent.setdefault(char, char)) != char:
            char = parent
        return char

    def join(self, one, other):
        if may_join(one, other):
            self.parent[self.root(one)] = self.root(other)

    def all(self):
        classes = collections.defaultdict(set)
        for char in list(self.parent):
            classes[self.root(char)].add(char)
        return [members for members in classes.values() if len(members) > 1]


def dictionary(folder, name):
    """The entries of a dictionary of OpenCC that turn one character into others."""
    for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, values = line.split("\t")
            yield unicodedata.normalize("NFKC", key), [unicodedata.normalize("NFKC", value) for value in values.split()]


def in_gb2312(char):
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def representative(members, simplified):
    """The Simplified form that most members have; in a class without one, the plainest character."""

    def rank(char):
        return (not in_gb2312(char), ord(char) > 0x9FFF or ord(char) < 0x4E00, -simplified[char], ord(char))

    return min(members, key=rank)


def variants(folder):
    classes, simplified = Classes(), collections.Counter()
    for name in DICTIONARIES:
        for key, values in dictionary(folder, name):
            # Further values are for single words, and would chain 鍊 to both 链 and 炼; but where the first is the
            # character itself, the next is what most words have: 瞭 is 了, 覆 is 复.
            if name == "TSCharacters":
                values = [value for value in values if value != key][:1]
                simplified.update(values)
            for value in values:
                classes.join(key, value)
    for one, other in MORE.split():
        classes.join(one, other)
    # A Simplified character that no other makes, such as 钜.
    known = {char for members in classes.all() for char in members}
    for key, values in dictionary(folder, "STCharacters"):
        if key not in known:
            classes.join(key, values[0])
    table = {}
    for members in classes.all():
        one = representative(members, simplified)
        table.update({char: one for char in members if char != one})
    return table, classes.all()


def radicals(path):
    """The characters that stand for the radicals which have no compatibility decomposition."""
    for entry in json.loads(path.read_text(encoding="utf-8"))["EquivalentUnifiedIdeograph"]:
        first, *last = (int(code, 16) for code in entry["range"])
        for code in range(first, (last or [first])[0] + 1):
            char = chr(code)
            if code in RADICALS and unicodedata.normalize("NFKC", char) == char:
                yield char, chr(int(entry["unified"], 16))


def packed(table):
    """The places of the entries of all pages, the entries of those that have variants, and the forms of the variants."""
    pages = collections.defaultdict(list)
    for code in sorted(map(ord, table)):
        pages[(code - FIRST) // PAGE].append(code)
    count = (END - FIRST) // PAGE
    forms_at = 2 * count + 10 * len(pages)
    places, entries, forms = [0] * count, b"", b""
    for page, codes in pages.items():
        places[page] = 2 * count + len(entries)
        bits = sum(1 << (code - FIRST) % PAGE for code in codes)
        entries += struct.pack("<QH", bits, forms_at + len(forms))
        forms += b"".join(ord(table[chr(code)]).to_bytes(3, "little") for code in codes)
    return struct.pack(f"<{count}H", *places) + entries + forms


def main():
    folder, unified = map(pathlib.Path, sys.argv[1:])
    table, classes = variants(folder)
    table.update({radical: table.get(char, char) for radical, char in radicals(unified)})
    assert not set(table) & set(table.values())
    TARGET.write_bytes(packed(table))
    print(len(table), "characters;", TARGET.stat().st_size, "bytes; sizes of classes", end=" ")
    print(sorted(collections.Counter(map(len, classes)).items()))
    for members in sorted(classes, key=len, reverse=True):
        if len(members) > 3:
            print(table.get(min(members), min(members)), "".join(sorted(members)))


main()
