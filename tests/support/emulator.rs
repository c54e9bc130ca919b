//! A terminal in memory that gives every character the cells of one policy, draws no cluster as one, wraps no line and
//! loses both halves of a wide character when one is overwritten: what the plainest real terminals do.

use zhegang::text::{self, Ambiguous};

/// One cell. The tail of a wide character has no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub cells: usize,
    style: Style,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Style {
    /// bold, dim, italic, underlined, reversed
    modifiers: [bool; 5],
    fg: String,
    bg: String,
}

#[derive(Debug)]
pub struct Emulator {
    ambiguous: Ambiguous,
    cols: usize,
    rows: usize,
    cells: Vec<Cell>,
    /// Row and column of the cursor.
    at: (usize, usize),
    region: (usize, usize),
    style: Style,
}

impl Emulator {
    pub fn new(cols: u16, rows: u16, ambiguous: Ambiguous) -> Self {
        let (cols, rows) = (usize::from(cols), usize::from(rows));
        let mut emulator = Self {
            ambiguous,
            cols,
            rows,
            cells: Vec::new(),
            at: (0, 0),
            region: (0, rows - 1),
            style: Style::default(),
        };
        emulator.cells = vec![emulator.blank(); cols * rows];
        emulator
    }

    /// What is seen: a blank shows only its ground.
    pub fn seen(&self) -> Vec<Cell> {
        let seen = |cell: &Cell| {
            let mut cell = cell.clone();
            let [.., underlined, reversed] = cell.style.modifiers;
            if cell.text == " " && !underlined && !reversed {
                cell.style = Style { bg: cell.style.bg, ..Style::default() };
            }
            cell
        };
        self.cells.iter().map(seen).collect()
    }

    /// Whether every cell has a ground that is not the terminal's own.
    pub fn is_covered(&self) -> bool {
        self.cells.iter().all(|cell| !cell.style.bg.is_empty() || cell.style.modifiers[4] && !cell.style.fg.is_empty())
    }

    /// A row as text.
    pub fn row(&self, row: usize) -> String {
        self.cells[row * self.cols..(row + 1) * self.cols].iter().map(|cell| cell.text.as_str()).collect()
    }

    /// Shows a frame. Anything that acts on a terminal and is not what a painter sends is a failure.
    #[track_caller]
    pub fn show(&mut self, frame: &[u8]) {
        let text = str::from_utf8(frame).expect("frames are in UTF-8");
        let mut rest = text.chars();
        while let Some(char) = rest.next() {
            match char {
                '\x1b' => match rest.next() {
                    Some('[') => {
                        let sequence: String = rest.by_ref().take_while(|char| !char.is_ascii_alphabetic()).collect();
                        let end = text.len() - rest.as_str().len();
                        self.act(&sequence, text.as_bytes()[end - 1]);
                    }
                    Some('M') if self.at.0 == self.region.0 => self.scroll(-1),
                    Some('M') => self.at.0 -= 1,
                    other => panic!("an escape before {other:?}"),
                },
                '\r' => self.at.1 = 0,
                '\n' if self.at.0 == self.region.1 => self.scroll(1),
                '\n' => self.at.0 = (self.at.0 + 1).min(self.rows - 1),
                _ => self.put(char),
            }
        }
    }

    #[track_caller]
    fn act(&mut self, parameters: &str, end: u8) {
        let numbers: Vec<usize> = parameters.split(';').map(|number| number.parse().unwrap_or(0)).collect();
        let number = |place: usize| numbers.get(place).copied().unwrap_or(0).max(1);
        match end {
            b'm' => self.restyle(parameters),
            b'H' => self.at = ((number(0) - 1).min(self.rows - 1), (number(1) - 1).min(self.cols - 1)),
            b'G' => self.at.1 = (number(0) - 1).min(self.cols - 1),
            b'C' => self.at.1 = (self.at.1 + number(0)).min(self.cols - 1),
            b'K' => {
                self.assert_plain();
                (self.at.1..self.cols).for_each(|col| self.erase(self.at.0, col));
            }
            b'J' => {
                self.assert_plain();
                self.cells = vec![self.blank(); self.cols * self.rows];
            }
            b'r' => {
                let bottom = if parameters.is_empty() { self.rows } else { number(1).min(self.rows) };
                self.region = (number(0) - 1, bottom - 1);
                self.at = (0, 0);
            }
            b'h' | b'l' | b'n' | b'c' => {}
            _ => panic!("{parameters:?} {:?} in a frame", char::from(end)),
        }
    }

    fn restyle(&mut self, parameters: &str) {
        let mut codes = parameters.split(';');
        while let Some(code) = codes.next() {
            match code {
                "" | "0" => self.style = Style::default(),
                "1" | "2" | "3" | "4" | "7" => {
                    let place = ["1", "2", "3", "4", "7"].iter().position(|one| *one == code).expect("one of them");
                    self.style.modifiers[place] = true;
                }
                "38" => self.style.fg = colour(&mut codes),
                "48" => self.style.bg = colour(&mut codes),
                "39" => self.style.fg.clear(),
                "49" => self.style.bg.clear(),
                other if other.starts_with(['3', '9']) => other.clone_into(&mut self.style.fg),
                other => other.clone_into(&mut self.style.bg),
            }
        }
    }

    fn put(&mut self, char: char) {
        assert!(!char.is_control(), "{char:?} in a frame");
        let hides = matches!(char,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        assert!(!hides, "{char:?} in a frame");
        let (row, col) = self.at;
        let cells = text::cells(char.encode_utf8(&mut [0; 4]), self.ambiguous);
        if cells == 0 {
            // A mark joins what stands before the cursor.
            let before = (0..col).rev().find(|col| !self.cell(row, *col).text.is_empty()).unwrap_or(0);
            self.cells[row * self.cols + before].text.push(char);
            return;
        }
        if col + cells > self.cols {
            return;
        }
        (col..col + cells).for_each(|col| self.erase(row, col));
        let style = self.style.clone();
        let place = row * self.cols + col;
        self.cells[place] = Cell { text: char.to_string(), cells, style: style.clone() };
        for tail in 1..cells {
            self.cells[place + tail] = Cell { text: String::new(), cells: 0, style: style.clone() };
        }
        self.at.1 = (col + cells).min(self.cols - 1);
    }

    /// Empties a cell, and the other half of what stood there.
    fn erase(&mut self, row: usize, col: usize) {
        let head = if self.cell(row, col).cells == 0 { col - 1 } else { col };
        let cells = self.cell(row, head).cells;
        for col in head..head + cells {
            self.cells[row * self.cols + col] = self.blank();
        }
        self.cells[row * self.cols + col] = self.blank();
    }

    fn cell(&self, row: usize, col: usize) -> &Cell {
        &self.cells[row * self.cols + col]
    }

    fn blank(&self) -> Cell {
        Cell { text: " ".to_owned(), cells: 1, style: Style { bg: self.style.bg.clone(), ..Style::default() } }
    }

    /// Some terminals fill what is emptied with the ground in use, others do not.
    #[track_caller]
    fn assert_plain(&self) {
        assert!(self.style.bg.is_empty(), "empties cells while the ground is {}", self.style.bg);
    }

    fn scroll(&mut self, rows: isize) {
        self.assert_plain();
        let (top, bottom) = self.region;
        let blank = self.blank();
        let block = &mut self.cells[top * self.cols..(bottom + 1) * self.cols];
        if rows > 0 {
            block.rotate_left(self.cols);
            let end = block.len() - self.cols;
            block[end..].fill(blank);
        } else {
            block.rotate_right(self.cols);
            block[..self.cols].fill(blank);
        }
    }
}

/// The parameters of one colour: its kind, then an index or three parts. Those of another one may follow.
fn colour<'a>(codes: &mut impl Iterator<Item = &'a str>) -> String {
    let kind = codes.next().expect("a kind of colour");
    let parts = match kind {
        "5" => 1,
        "2" => 3,
        _ => panic!("{kind} is no kind of colour"),
    };
    std::iter::once(kind).chain(codes.take(parts)).collect::<Vec<_>>().join(";")
}
