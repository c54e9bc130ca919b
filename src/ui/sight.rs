//! Rows on a screen: arithmetic on row numbers, for lists and for texts.

use std::ops::Range;

use super::action::Motion;

/// Rows of context that a selection keeps above and below it.
const MARGIN: usize = 2;

/// Rows on a screen: which is first in sight, how many are in sight, how many there are.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    pub top: usize,
    pub height: usize,
    pub count: usize,
}

impl Sight {
    pub fn last_top(self) -> usize {
        self.count.saturating_sub(self.height)
    }

    fn margin(self) -> usize {
        MARGIN.min(self.height.saturating_sub(1) / 2)
    }

    /// The rows in sight, without the margins at its edges.
    pub fn rows(self) -> Range<usize> {
        self.top + self.margin()..(self.top + self.height).saturating_sub(self.margin())
    }

    /// The first row in sight once row `row` is in sight, moved no more than that takes.
    pub fn reaching(self, row: usize) -> usize {
        self.top.min(row).max((row + 1).saturating_sub(self.height)).min(self.last_top())
    }

    /// The first row in sight once row `row` is in sight, with its margin where there is one.
    pub fn showing(self, row: usize) -> usize {
        let margin = self.margin();
        let highest = row.saturating_sub(margin);
        let lowest = (row + margin + 1).saturating_sub(self.height);
        self.top.min(highest).max(lowest).min(self.last_top())
    }

    /// Where a motion leads from row `row`.
    pub fn moved(self, motion: Motion, count: Option<usize>, row: usize) -> usize {
        let by = count.unwrap_or(1);
        let (page, half) = (self.height.max(1), (self.height / 2).max(1));
        let bottom = (self.top + self.height).min(self.count).saturating_sub(1);
        let upper = if self.top == 0 { 0 } else { self.margin() };
        let lower = if bottom + 1 >= self.count { 0 } else { self.margin() };
        let row = match motion {
            Motion::Down => row.saturating_add(by),
            Motion::Up => row.saturating_sub(by),
            Motion::HalfPageDown => row + half,
            Motion::HalfPageUp => row.saturating_sub(half),
            Motion::PageDown => row + page,
            Motion::PageUp => row.saturating_sub(page),
            Motion::First => count.map_or(0, |number| number - 1),
            Motion::Last => count.map_or(self.count, |number| number - 1),
            Motion::ScreenTop => self.top + upper,
            Motion::ScreenMiddle => usize::midpoint(self.top, bottom),
            Motion::ScreenBottom => bottom.saturating_sub(lower),
        };
        row.min(self.count.saturating_sub(1))
    }

    /// Where a motion scrolls to.
    pub fn scrolled(self, motion: Motion, count: Option<usize>) -> usize {
        let by = count.unwrap_or(1);
        let top = match motion {
            Motion::Down => self.top.saturating_add(by),
            Motion::Up => self.top.saturating_sub(by),
            Motion::HalfPageDown => self.top + (self.height / 2).max(1),
            Motion::HalfPageUp => self.top.saturating_sub((self.height / 2).max(1)),
            Motion::PageDown => self.top + self.height.saturating_sub(1).max(1),
            Motion::PageUp => self.top.saturating_sub(self.height.saturating_sub(1).max(1)),
            Motion::First => count.map_or(0, |number| number - 1),
            Motion::Last => count.map_or(self.count, |number| number - 1),
            Motion::ScreenTop | Motion::ScreenMiddle | Motion::ScreenBottom => self.top,
        };
        top.min(self.last_top())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MOTIONS: [Motion; 11] = [
        Motion::Down,
        Motion::Up,
        Motion::HalfPageDown,
        Motion::HalfPageUp,
        Motion::PageDown,
        Motion::PageUp,
        Motion::First,
        Motion::Last,
        Motion::ScreenTop,
        Motion::ScreenMiddle,
        Motion::ScreenBottom,
    ];

    proptest! {
        #[test]
        fn a_selection_stays_in_its_list_and_in_sight(
            count in 1_usize..300,
            height in 1_usize..80,
            moves in proptest::collection::vec((0_usize..11, proptest::option::of(1_usize..400)), 1..40),
        ) {
            let mut sight = Sight { top: 0, height, count };
            let mut row = 0;
            for (motion, times) in moves {
                row = sight.moved(MOTIONS[motion], times, row);
                prop_assert!(row < count);
                sight.top = sight.showing(row);
                prop_assert!((sight.top..sight.top + height).contains(&row));
                prop_assert!(sight.top <= count.saturating_sub(height));
            }
        }

        #[test]
        fn moving_to_the_edges_of_the_screen_does_not_scroll(top in 0_usize..200, height in 1_usize..50) {
            let sight = Sight { top, height, count: 300 };
            for motion in [Motion::ScreenTop, Motion::ScreenMiddle, Motion::ScreenBottom] {
                prop_assert_eq!(sight.showing(sight.moved(motion, None, top)), top);
            }
        }
    }

    #[test]
    fn a_selection_keeps_rows_of_context() {
        let sight = Sight { top: 0, height: 10, count: 30 };
        assert_eq!(sight.showing(7), 0);
        assert_eq!(sight.showing(8), 1);
        assert_eq!(sight.showing(29), 20);
    }
}
