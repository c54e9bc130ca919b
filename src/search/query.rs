//! What was typed, as words.

use super::fold::Folded;

/// A query: words between spaces, every one of which an entry must match, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// None of a blank query.
    pub words: Vec<Word>,
    /// Of several words, all of them as one with the spaces between: `hong kong`, `li jia chao`.
    pub whole: Option<Word>,
}

/// Letters as they are compared: one at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub letters: Vec<char>,
}

impl Query {
    pub fn read(typed: &str) -> Self {
        let folded = Folded::of(typed).text;
        let words: Vec<Word> = folded.split_terminator(' ').map(Word::of).collect();
        let whole = (words.len() > 1).then(|| Word::of(&folded));
        Self { words, whole }
    }
}

impl Word {
    fn of(folded: &str) -> Self {
        Self { text: folded.to_owned(), letters: folded.chars().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_spaces_of_any_width() {
        let table: [(&str, &[&str]); 6] = [
            ("", &[]),
            (" \u{3000}\t", &[]),
            ("「」", &[]),
            ("LJC", &["ljc"]),
            ("青年\u{3000}備忘錄", &["青年", "備忘錄"]),
            (" 李家超  speech ", &["李家超", "speech"]),
        ];
        for (typed, words) in table {
            let query = Query::read(typed);
            let read: Vec<&str> = query.words.iter().map(|word| word.text.as_str()).collect();
            assert_eq!(read, words, "{typed}");
            assert_eq!(query.whole.is_some(), words.len() > 1, "{typed}");
        }
    }
}
