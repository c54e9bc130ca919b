//! What the shell and `man` know of the options and verbs, made from the same tree as the help.

use std::io::{self, Write};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use super::options;

const NAME: &str = "zhegang";
/// What stands at the foot of a page.
const SOURCE: &str = concat!("zhegang ", env!("CARGO_PKG_VERSION"));

/// Writes a script by which a shell completes the command line.
pub(super) fn completions(out: &mut dyn Write, shell: Shell) -> io::Result<()> {
    let mut command = options::command();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, NAME, &mut script);
    out.write_all(&script)?;
    if shell == Shell::Fish { out.write_all(words_for_fish(&command).as_bytes()) } else { Ok(()) }
}

/// The words that stand by themselves behind a verb, such as kinds, which the script for fish leaves out.
fn words_for_fish(command: &Command) -> String {
    let verbs =
        command.get_subcommands().flat_map(|verb| verb.get_positionals().map(move |arg| (verb.get_name(), arg)));
    let lines = verbs.filter_map(|(verb, arg)| {
        let words = arg.get_value_parser().possible_values()?;
        let words: Vec<_> = words.map(|word| word.get_name().to_owned()).collect();
        let condition = format!("__fish_{NAME}_using_subcommand {verb}");
        Some(format!("complete -c {NAME} -n \"{condition}\" -f -a \"{}\"\n", words.join(" ")))
    });
    lines.collect()
}

/// Writes the page of the program, or of one of its verbs.
pub(super) fn page(out: &mut dyn Write, verb: Option<&str>) -> io::Result<()> {
    let mut command = options::command();
    command.build();
    let page = verb.and_then(|verb| command.find_subcommand(verb)).unwrap_or(&command).clone();
    let about = page.get_about().map(ToString::to_string).unwrap_or_default();
    let first = about.split("\n\n").next().unwrap_or_default().to_owned();
    let page = Man::new(page.about(first).long_about(about)).source(SOURCE);
    let mut whole = Vec::new();
    page.render(&mut whole)?;
    // What stands behind the options has its own lines and columns.
    let whole = String::from_utf8_lossy(&whole).replace("\n.SH EXTRA\n", "\n.SH NOTES\n.nf\n");
    out.write_all(whole.replace("\n.SH VERSION\n", "\n.fi\n.SH VERSION\n").as_bytes())
}
