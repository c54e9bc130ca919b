#!/usr/bin/env python3
"""Makes index.bin and sets.txt: how Han characters are read in Mandarin and in Cantonese (see README.md beside this file).

    python3 data/readings/make_readings.py PINYIN.TXT CHARS.TSV
"""

import pathlib
import re
import struct
import sys
import unicodedata

FOLDER = pathlib.Path(__file__).parent
FIRST, LAST = 0x4E00, 0x9FFF
VARIANTS = FOLDER.parent / "variants" / "table.bin"
FIRST_PAGE, PAGES, PAGE = 0x2E00, 3032, 64
# A reading with less of a character's use than this is left out.
LEAST_PERCENT = 1.0


def toneless(syllable):
    """`lǚ` as `lv`: no tone, and one letter for ü."""
    letters = unicodedata.normalize("NFD", syllable.replace("ü", "v").replace("ê", "e"))
    letters = re.sub("u\u0308", "v", letters)
    return re.sub("[^a-z]", "", letters)


def in_use(char):
    """Whether a character set of Hong Kong, Taiwan or the mainland has it."""
    for codec in ("big5hkscs", "gb2312"):
        try:
            char.encode(codec)
            return True
        except UnicodeEncodeError:
            pass
    return False


def pinyin(path):
    readings = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        found = re.match(r"U\+([0-9A-F]+): (\S+)", line)
        if found:
            readings[chr(int(found[1], 16))] = [toneless(one) for one in found[2].split(",")]
    return readings


def jyutping(path):
    readings = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        char, reading, *weight = line.split("\t")
        percent = float(weight[0].rstrip("%")) if weight and weight[0] else 100.0
        if len(char) == 1 and percent >= LEAST_PERCENT:
            readings.setdefault(char, []).append(toneless(reading))
    return readings


def variants():
    """The characters that the search compares as another, by that other."""
    table = VARIANTS.read_bytes()
    found = {}
    for page, entry in enumerate(struct.unpack_from(f"<{PAGES}H", table)):
        bits, form = struct.unpack_from("<QH", table, entry) if entry else (0, 0)
        for place in range(PAGE):
            if bits >> place & 1:
                char = chr(FIRST_PAGE + page * PAGE + place)
                found.setdefault(chr(int.from_bytes(table[form : form + 3], "little")), []).append(char)
                form += 3
    return found


def main():
    mandarin, cantonese = pinyin(sys.argv[1]), jyutping(sys.argv[2])
    others = variants()
    sets, index = [""], []
    numbers = {"": 0}
    for code in range(FIRST, LAST + 1):
        char = chr(code)
        ways = [way for way in [char, *others.get(char, [])] if in_use(way)]
        both = [[reading for way in ways for reading in one.get(way, [])] for one in (mandarin, cantonese)]
        line = "|".join(",".join(dict.fromkeys(one for one in readings if one)) for readings in both)
        line = "" if line == "|" else line
        if line not in numbers:
            numbers[line] = len(sets)
            sets.append(line)
        index.append(numbers[line])
    (FOLDER / "index.bin").write_bytes(struct.pack(f"<{len(index)}H", *index))
    (FOLDER / "sets.txt").write_text("\n".join(sets) + "\n", encoding="ascii")


main()
