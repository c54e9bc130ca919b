//! How far the reading of a file is. Who reads tells it, who waits looks at it and can call the reading off.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The reading of one file, shared by who reads it and who waits for it.
#[derive(Debug, Default)]
pub struct Progress {
    read: AtomicUsize,
    size: AtomicUsize,
    /// Of the work on what was read, 1 more than the per cent that are done; 0 before it begins.
    made: AtomicUsize,
    is_cancelled: AtomicBool,
}

/// How far a reading was at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// In bytes.
    pub read: usize,
    /// In bytes, if it is known.
    pub size: Option<usize>,
    /// How much of the record is made of what was read, in per cent; `None` while it is being read.
    pub made: Option<usize>,
}

impl Progress {
    /// Another file is read now, if several are.
    pub fn begin(&self) {
        for number in [&self.read, &self.size, &self.made] {
            number.store(0, Ordering::Relaxed);
        }
    }

    /// So many bytes are to be read.
    pub fn expect(&self, size: usize) {
        self.size.store(size, Ordering::Relaxed);
    }

    /// So many bytes more were read.
    pub fn add(&self, bytes: usize) {
        self.read.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Of a part of the work on the record, which is some of its hundredths, so much is done.
    pub fn make(&self, hundredths: std::ops::Range<usize>, done: usize, of: usize) {
        let share = done.min(of).saturating_mul(hundredths.len()) / of.max(1);
        self.made.store(1 + hundredths.start + share, Ordering::Relaxed);
    }

    pub fn reached(&self) -> Reached {
        let [read, size, made] = [&self.read, &self.size, &self.made].map(|number| number.load(Ordering::Relaxed));
        Reached { read, size: Some(size).filter(|size| *size > 0), made: made.checked_sub(1) }
    }

    /// Calls the reading off.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_told_from_the_first_part_of_the_work_on() {
        let progress = Progress::default();
        progress.add(3);
        assert_eq!(progress.reached(), Reached { read: 3, size: None, made: None });
        progress.expect(9);
        progress.make(0..40, 1, 4);
        assert_eq!(progress.reached(), Reached { read: 3, size: Some(9), made: Some(10) });
        progress.make(40..100, 7, 0);
        assert_eq!(progress.reached().made, Some(40));
        progress.make(40..100, 9, 3);
        assert_eq!(progress.reached().made, Some(100));
    }
}
