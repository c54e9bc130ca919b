//! Times, memory, and the machine.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

pub fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(run());
    (start.elapsed(), result)
}

/// The shortest of some runs, and what the last one gave.
pub fn best_of<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, T) {
    let (mut best, mut result) = timed(&mut run);
    for _ in 1..runs {
        let (time, last) = timed(&mut run);
        best = best.min(time);
        result = last;
    }
    (best, result)
}

/// The time that so many of a hundred keep. `times` must be sorted.
pub fn percentile(times: &[Duration], percent: usize) -> Duration {
    let rank = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(rank).copied().unwrap_or_default()
}

/// A line of `/proc/self/status`, in bytes: `VmRSS` is what is resident, `VmHWM` the most that ever was. 0 where there
/// is no such file.
pub fn memory(name: &str) -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    number.unwrap_or_default() * 1024
}

pub fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{}, {cores} cores", model.unwrap_or("processor unknown"))
}
