//! One form for all that write the same Han character: Traditional, Simplified, Hong Kong's, Taiwan's, and the radicals
//! that stand for characters.
//!
//! Made by `data/variants/make_variants.py` from `OpenCC` (Apache-2.0) and Unicode data; see the README there.

/// For every page of 64 characters the place of its entry in the table, or 0; then the entries: which of the 64 are
/// variants, a bit each, and the place of their forms; then the forms. Numbers have their lower bytes first.
const TABLE: &[u8] = include_bytes!("../../data/variants/table.bin");
const FIRST: usize = 0x2e00;
const PAGE: usize = 64;
const PAGES: usize = (0x32400 - FIRST) / PAGE;

/// The character that a variant is compared as; other characters are themselves.
pub fn one_form(c: char) -> char {
    of_variant(c).unwrap_or(c)
}

fn of_variant(c: char) -> Option<char> {
    let at = (c as usize).checked_sub(FIRST)?;
    let (page, bit) = (at / PAGE, 1 << (at % PAGE));
    let entry = if page < PAGES { place(2 * page)? } else { 0 };
    let variants = u64::from_le_bytes(if entry > 0 { bytes(entry)? } else { [0; 8] });
    if variants & bit == 0 {
        return None;
    }
    let before = (variants & (bit - 1)).count_ones() as usize;
    let [lower, middle, higher] = bytes(place(entry + 8)? + 3 * before)?;
    char::from_u32(u32::from_le_bytes([lower, middle, higher, 0]))
}

fn place(at: usize) -> Option<usize> {
    bytes(at).map(u16::from_le_bytes).map(usize::from)
}

fn bytes<const N: usize>(at: usize) -> Option<[u8; N]> {
    TABLE.get(at..)?.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::super::readings::{self, Readings, Tongue};
    use super::*;

    fn variants() -> impl Iterator<Item = (char, char)> {
        ('\u{0}'..=char::MAX).filter_map(|c| of_variant(c).map(|form| (c, form)))
    }

    #[test]
    fn every_variant_has_a_form_that_is_none_itself() {
        assert_eq!(variants().count(), 4305);
        for (variant, form) in variants() {
            assert!(variant != form && of_variant(form).is_none(), "{variant} {form}");
        }
    }

    #[test]
    fn no_form_stands_for_many_characters() {
        let mut forms: Vec<char> = variants().map(|(_, form)| form).collect();
        forms.sort_unstable();
        let most = forms.chunk_by(|one, other| one == other).max_by_key(|variants| variants.len());
        assert_eq!(most.map(|variants| (variants[0], variants.len())), Some(('坛', 5)));
    }

    #[test]
    fn a_form_is_read_as_all_its_variants_are() {
        let readings = Readings::open();
        for (variant, form) in variants() {
            for tongue in [Tongue::Mandarin, Tongue::Cantonese] {
                let of_form: Vec<&str> = readings.of(readings::set(form), tongue).collect();
                for reading in readings.of(readings::set(variant), tongue) {
                    assert!(of_form.contains(&reading), "{variant} {form} {reading}");
                }
            }
        }
    }

    #[test]
    fn the_tables_of_characters_are_small() {
        let readings =
            [&include_bytes!("../../data/readings/index.bin")[..], include_bytes!("../../data/readings/sets.txt")];
        assert!(TABLE.len() + readings.map(<[u8]>::len).iter().sum::<usize>() <= 200 * 1024);
    }
}
