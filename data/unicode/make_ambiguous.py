#!/usr/bin/env python3
"""Makes src/text/width/ambiguous.rs: the characters of East Asian Width "A" (see README.md beside this file)."""

import pathlib

import unicodedata2 as unicodedata

TARGET = pathlib.Path(__file__).parents[2] / "src/text/width/ambiguous.rs"

HEAD = """\
//! The characters of East Asian Width "ambiguous": one cell in most terminals, two in some. Unicode {version}.
//!
//! Made by `data/unicode/make_ambiguous.py`; not to be edited.

use std::ops::RangeInclusive;

/// Sorted, with gaps between them.
pub(super) const AMBIGUOUS: &[RangeInclusive<char>] = &[
"""


def ranges():
    """The first and last code point of each run of class A."""
    runs = []
    for code in range(0x110000):
        if unicodedata.east_asian_width(chr(code)) != "A":
            continue
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def main():
    lines = (f"    '\\u{{{first:x}}}'..='\\u{{{last:x}}}',\n" for first, last in ranges())
    TARGET.write_text(HEAD.format(version=unicodedata.unidata_version) + "".join(lines) + "];\n", encoding="utf-8")


if __name__ == "__main__":
    main()
