//! The matchers of other finders, over the same lines: all hits found and sorted, as their programs do.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32String};

/// Lines as `nucleo-matcher` wants them; made beforehand, as its programs do.
pub struct Nucleo {
    lines: Vec<Utf32String>,
    threads: usize,
}

impl Nucleo {
    pub fn new(lines: &[String], threads: usize) -> Self {
        Self { lines: lines.iter().map(|line| line.as_str().into()).collect(), threads }
    }

    /// How many lines match.
    pub fn find(&self, query: &str) -> usize {
        let atom = Atom::new(query, CaseMatching::Smart, Normalization::Smart, AtomKind::Fuzzy, false);
        let share = self.lines.len().div_ceil(self.threads);
        let mut hits: Vec<(Reverse<u16>, usize)> = std::thread::scope(|scope| {
            let shares = self.lines.chunks(share).enumerate();
            let workers = shares.map(|(number, lines)| {
                let atom = &atom;
                scope.spawn(move || {
                    let mut matcher = Matcher::new(Config::DEFAULT);
                    let score = |(place, line): (usize, &Utf32String)| {
                        let score = atom.score(line.slice(..), &mut matcher)?;
                        Some((Reverse(score), number * share + place))
                    };
                    lines.iter().enumerate().filter_map(score).collect::<Vec<_>>()
                })
            });
            let workers: Vec<_> = workers.collect();
            workers.into_iter().flat_map(|worker| worker.join().expect("a matcher does not panic")).collect()
        });
        hits.sort_unstable();
        std::hint::black_box(&hits).len()
    }
}

/// How many lines match; sorting is part of frizbee's own function.
pub fn frizbee(lines: &[String], threads: usize, query: &str) -> usize {
    let mut matcher = frizbee::Matcher::new(query, &frizbee::Config::default());
    std::hint::black_box(matcher.match_list_parallel(lines, threads)).len()
}
