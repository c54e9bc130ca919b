//! What can be said behind `cargo bench --`.

pub const USAGE: &str = "\
usage: cargo bench -- [OPTIONS]
  --entries N   entries of the generated record (1000000)
  --seed N      of the record and of what is typed (1)
  --targets N   how many entries are typed, key by key (400)
  --runs N      the best of so many runs counts (5)
  --threads N   of the other matchers (as many as there are cores)
  --only PART   keys, matchers, programs or built-in
FZF and SK name the programs, else they are looked for in PATH; an empty name leaves one out.
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Keys,
    Matchers,
    Programs,
    BuiltIn,
}

#[derive(Debug)]
pub struct Options {
    pub entries: usize,
    pub seed: u64,
    pub targets: usize,
    pub runs: usize,
    pub threads: usize,
    pub only: Option<Part>,
}

impl Options {
    /// What runs in `cargo test`: everything of this program once, no other program.
    pub fn small() -> Self {
        Self { entries: 2_000, seed: 1, targets: 16, runs: 1, threads: 2, only: None }
    }

    pub fn read(args: impl Iterator<Item = String>) -> Result<Self, String> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let mut options = Self { entries: 1_000_000, targets: 400, runs: 5, threads, ..Self::small() };
        let mut args = args.filter(|arg| arg != "--bench");
        while let Some(name) = args.next() {
            let value = args.next().ok_or_else(|| format!("{name} needs a value"))?;
            let number = || value.parse::<usize>().map_err(|error| format!("{name} {value}: {error}"));
            match name.as_str() {
                "--entries" => options.entries = number()?.max(crate::record::FEWEST),
                "--seed" => options.seed = number()? as u64,
                "--targets" => options.targets = number()?.max(1),
                "--runs" => options.runs = number()?.max(1),
                "--threads" => options.threads = number()?.max(1),
                "--only" => options.only = Some(part(&value).ok_or_else(|| format!("{value} is no part"))?),
                _ => return Err(format!("{name} is not known")),
            }
        }
        Ok(options)
    }

    pub fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }
}

fn part(name: &str) -> Option<Part> {
    let parts =
        [("keys", Part::Keys), ("matchers", Part::Matchers), ("programs", Part::Programs), ("built-in", Part::BuiltIn)];
    parts.iter().find(|(other, _)| *other == name).map(|(_, part)| *part)
}
