//! How far what was typed is from a word that it may have been meant for.

/// How many letters must be typed, left out or changed to make `key` of what was typed. `None` where that is more than a
/// third of them, and `key` does not hold what was typed.
pub fn distance(typed: &[char], key: &str) -> Option<usize> {
    let key: Vec<char> = key.chars().collect();
    let most = typed.len() / 3;
    let edits = Some(typed.len().abs_diff(key.len())).filter(|fewest| *fewest <= most).map(|_| edits(typed, &key));
    let is_held = || typed.len() > 2 && key.windows(typed.len()).any(|part| part == typed);
    edits.filter(|edits| *edits <= most).or_else(|| is_held().then_some(most))
}

/// The edit distance of Levenshtein.
fn edits(typed: &[char], key: &[char]) -> usize {
    let mut costs: Vec<usize> = (0..=key.len()).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut diagonal = row;
        costs[0] = row + 1;
        for (column, other) in key.iter().enumerate() {
            let changed = diagonal + usize::from(letter != other);
            diagonal = costs[column + 1];
            costs[column + 1] = changed.min(costs[column].min(diagonal) + 1);
        }
    }
    costs[key.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn what_is_near_has_few_other_letters_or_holds_what_was_typed() {
        for (typed, key, expected) in [
            ("john-lee", "john-lee", Some(0)),
            ("jon-lee", "john-lee", Some(1)),
            ("jhon-lee", "john-lee", Some(2)),
            ("lee", "john-lee", Some(1)),
            ("le", "john-lee", None),
            ("", "john-lee", None),
            ("xxxxxxxx", "john-lee", None),
        ] {
            assert_eq!(distance(&letters(typed), key), expected, "{typed}");
        }
    }
}
