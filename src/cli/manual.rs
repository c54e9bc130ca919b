//! What the shell and `man` know of the options and verbs, made from the same tree as the help.

use std::io::{self, Write};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::{keys, options};
use crate::data::Lang;
use crate::ui::keymap::Keymap;

const NAME: &str = "zhegang";
/// What stands for an entry of the record behind a verb.
const IDS: [&str; 2] = ["ID", "ADDRESS"];
/// What completes the ids of a record, which change with it: the program is asked for them.
const IDS_FOR_BASH: &str = include_str!("manual/ids.bash");
const IDS_FOR_ZSH: &str = include_str!("manual/ids.zsh");
const IDS_FOR_FISH: &str = include_str!("manual/ids.fish");
/// What completes the first word in the script for zsh.
const VERBS_IN_ZSH: &str = "\":: :_zhegang_commands\"";
const VERBS_AND_FILES_IN_ZSH: &str = "\":: :_zhegang_verbs_and_files\"";
/// Where the script for zsh is done with its functions.
const END_OF_ZSH: &str = "if [ \"$funcstack[1]\"";
/// What stands at the foot of a page.
const SOURCE: &str = concat!("zhegang ", env!("CARGO_PKG_VERSION"));

/// Writes a script by which a shell completes the command line.
pub(super) fn completions(out: &mut dyn Write, shell: Shell) -> io::Result<()> {
    // The script for zsh takes the first word for a file, if there may be one, and then completes nothing behind a verb.
    let mut command = if shell == Shell::Zsh { options::without_file() } else { options::command() };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, NAME, &mut script);
    let script = String::from_utf8_lossy(&script);
    let whole = match shell {
        Shell::Fish => script.into_owned() + &words_for_fish(&command) + IDS_FOR_FISH + &ids_for_fish(&command),
        Shell::Zsh => ids_for_zsh(&script),
        _ => script.into_owned() + IDS_FOR_BASH,
    };
    out.write_all(whole.as_bytes())
}

/// The script for zsh with ids in the place of files where entries are named, and files beside verbs.
fn ids_for_zsh(script: &str) -> String {
    let lines = script.split_inclusive('\n').map(|line| {
        let is_of_entries = IDS.iter().any(|name| line.contains(&format!(":{name} -- ")));
        if is_of_entries { line.replace(":_default'", ":_zhegang_ids'") } else { line.to_owned() }
    });
    let script = lines.collect::<String>().replace(VERBS_IN_ZSH, VERBS_AND_FILES_IN_ZSH);
    script.replacen(END_OF_ZSH, &format!("{IDS_FOR_ZSH}{END_OF_ZSH}"), 1)
}

/// Ids behind the verbs that take them.
fn ids_for_fish(command: &Command) -> String {
    let takes_ids = |verb: &&Command| verb.get_positionals().any(|arg| IDS.contains(&arg.get_id().as_str()));
    let line = |verb: &Command| {
        let condition = format!("__fish_{NAME}_using_subcommand {}", verb.get_name());
        format!("complete -c {NAME} -n \"{condition}\" -f -a \"(__fish_{NAME}_ids)\"\n")
    };
    command.get_subcommands().filter(takes_ids).map(line).collect()
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

/// Writes the page of the program, or of one of its verbs. That of the program and that of its keys have the key table.
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
    let keys = if matches!(verb, None | Some(options::KEYS)) { key_table() } else { String::new() };
    let whole = String::from_utf8_lossy(&whole).replace("\n.SH EXTRA\n", &format!("\n{keys}.SH NOTES\n.nf\n"));
    out.write_all(whole.replace("\n.SH VERSION\n", "\n.fi\n.SH VERSION\n").as_bytes())
}

/// The keys as they come, with lines and columns of their own.
fn key_table() -> String {
    let lines = keys::lines(&Keymap::default(), Lang::En);
    let mut table = Roff::new();
    table.control("SH", ["KEYS"]).control("nf", []).text([roman(lines.trim_end())]).control("fi", []);
    table.to_roff()
}
