//! Work that is shared among threads where it is much.

use std::panic::resume_unwind;
use std::thread::{ScopedJoinHandle, scope};

/// Does something for each of a few.
pub fn each<T: Sync, R: Send>(is_much: bool, few: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if !is_much {
        return few.iter().map(work).collect();
    }
    scope(|scope| {
        let running: Vec<_> = few.iter().map(|one| scope.spawn(|| work(one))).collect();
        running.into_iter().map(joined).collect()
    })
}

/// Does two things.
pub fn both<A: Send, B>(is_much: bool, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    if !is_much {
        return (one(), other());
    }
    scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (joined(one), other)
    })
}

/// What a thread has come to. If it panicked, so does this one.
pub fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
