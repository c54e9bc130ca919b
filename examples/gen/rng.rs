//! Chance that is the same every time: `SplitMix64`.

#[derive(Debug)]
pub struct Rng(u64);

impl Rng {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`, which must not be 0.
    pub fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.draw() % count as u64).expect("it is below a usize")
    }

    /// Whether something happens that happens so often of a hundred times.
    pub fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// A place below `count`, the earlier the oftener, as words are in texts (Zipf): every octave is as likely.
    pub fn rank(&mut self, count: usize) -> usize {
        let octave = self.below(count.ilog2() as usize + 1);
        ((1 << octave) - 1 + self.below(1 << octave)) % count
    }

    pub fn often<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.rank(of.len())]
    }
}
