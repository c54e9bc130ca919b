//! What changed since an older version of the record, with links to the entries that are still there.

use super::{Block, Role, Span, Writer};
use crate::data::model::Entry;
use crate::data::{EntryId, Record};
use crate::ui::diff::compare::{Difference, Shared, Sort};
use crate::ui::diff::told::{Row, Telling, Told, cut, from_difference};

/// So many entries and fields a group lists; the first of its entries whatever it has.
const MOST_LINES: usize = 400;
/// So many fields an entry lists.
const MOST_FIELDS: usize = 40;
/// The columns of a value; one of more than the first begins where it differs from the other.
const WHOLE_COLS: usize = 48;
const VALUE_COLS: usize = 120;
/// The columns of a name; what was said is its own name.
const NAME_COLS: usize = 56;

impl Writer<'_> {
    pub(super) fn changes(&mut self) {
        let (world, words) = (self.world, self.words.changes);
        self.blocks.push(Block::Title(words.title.to_owned()));
        let (Some(sides), Some(differences)) = (world.sides(self.lang), world.differences(self.lang)) else {
            self.blocks.push(Block::Para(vec![Span::body(words.no_older)]));
            return;
        };
        if let Some(file) = world.older.as_ref().and_then(|older| older.file.as_deref()) {
            self.text_field(words.older, file);
        }
        if differences.is_empty() {
            self.blocks.push(Block::Para(vec![Span::body(words.none)]));
            return;
        }
        let mut groups = Sort::ALL.map(|sort| (sort, Vec::new()));
        for difference in differences {
            groups[difference.sort() as usize].1.push(difference);
        }
        for (sort, group) in &groups {
            self.count(*sort, group);
        }
        let telling = Telling { sides, words: Some(self.words) };
        for (sort, group) in &groups {
            if !group.is_empty() {
                let [_, perhaps_same] = words.perhaps_same;
                self.heading(if *sort == Sort::PerhapsSame { perhaps_same } else { self.group(*sort) });
                self.differences(&telling, group);
            }
        }
    }

    const fn group(&self, sort: Sort) -> &'static str {
        let words = self.words.changes;
        match sort {
            Sort::OfFile => self.words.about_record,
            Sort::Added => words.added,
            Sort::Removed => words.removed,
            Sort::Renamed => words.renamed,
            Sort::Changed => words.changed,
            Sort::PerhapsSame => words.perhaps_same[0],
        }
    }

    /// How many entries a group has, and of which kinds they are.
    fn count(&mut self, sort: Sort, group: &[&Difference]) {
        let kinds = group.chunk_by(|one, other| one.kind() == other.kind());
        let kinds: Vec<_> = kinds.filter_map(|of_kind| Some((of_kind.first()?.kind()?, of_kind.len()))).collect();
        let name = |kind| self.words.kinds_of(self.record, kind);
        let mut spans = vec![Span::body(&group.len().to_string()), Span::dim("  ")];
        match kinds.as_slice() {
            [] => return,
            [(kind, _)] => spans.push(Span::dim(name(*kind))),
            // Each in a piece of its own, which stays whole.
            several => spans.extend(several.iter().enumerate().map(|(number, (kind, count))| {
                let comma = if number + 1 < several.len() { self.words.comma } else { "" };
                Span::dim(&format!("{} {}{comma}", name(*kind), count))
            })),
        }
        self.field(self.group(sort), spans);
    }

    fn differences(&mut self, telling: &Telling<'_>, group: &[&Difference]) {
        let first = self.blocks.len();
        for (number, difference) in group.iter().enumerate() {
            let blocks = self.difference(telling, difference);
            if number > 0 && self.blocks.len() - first + blocks.len() > MOST_LINES {
                let more = self.more(group.len() - number);
                self.blocks.push(Block::Note(vec![Span::dim(&more)]));
                return;
            }
            self.blocks.extend(blocks);
        }
    }

    fn more(&self, count: usize) -> String {
        self.words.changes.more.replacen("{}", &count.to_string(), 1)
    }

    fn difference(&self, telling: &Telling<'_>, difference: &Difference) -> Vec<Block> {
        let (old, new) = (telling.sides.old, telling.sides.new);
        let mut blocks: Vec<Block> = match difference {
            Difference::OfFile(_) => None,
            Difference::Removed(id) => Some(self.named(old, *id, None)),
            Difference::Added(id)
            | Difference::Renamed(_, id, _)
            | Difference::Changed(_, id, _)
            | Difference::PerhapsSame(_, id, _) => Some(self.named(new, *id, Some(*id))),
        }
        .map(Block::Item)
        .into_iter()
        .collect();
        if let Difference::PerhapsSame(was, is, shared) = difference {
            blocks.extend(self.shared([old.entry(*was), new.entry(*is)], shared));
        }
        let fields = difference.fields();
        let rows = fields.iter().flat_map(|field| telling.rows(difference.kind(), field)).take(MOST_FIELDS);
        for Row { label, told } in rows {
            self.became(&mut blocks, label, Vec::new(), told);
        }
        let left_out = fields.iter().map(|field| field.change.count()).sum::<usize>().saturating_sub(MOST_FIELDS);
        if left_out > 0 {
            blocks.push(changed("", vec![Span::dim(&self.more(left_out))]));
        }
        blocks
    }

    /// An entry by its name and kind, as the text of a list item.
    fn named(&self, record: &Record, id: EntryId, link: Option<EntryId>) -> Vec<Span> {
        let role = if link.is_some() { Role::ItemLink } else { Role::Body };
        let name = Span { text: cut(record.entry(id).name.shown(self.lang), NAME_COLS), role, link };
        vec![name, Span::dim(&format!("  {}", self.words.kind_of(record, id)))]
    }

    /// What two entries share, and that their ids are not the same.
    fn shared(&self, [was, is]: [&Entry; 2], shared: &Shared) -> [Block; 2] {
        let (label, value) = match shared {
            Shared::Name(name) => (self.words.changed_field("name"), name),
            Shared::Identifier { scheme, value } => {
                (self.words.changed_field("identifiers"), &format!("{scheme} {value}"))
            }
        };
        let id = self.words.changes.id.to_owned();
        let ids = Block::Changed { label: id, about: Vec::new(), old: was.key.to_string(), new: is.key.to_string() };
        [ids, changed(label, vec![Span::body(value)])]
    }

    /// What became of a field, or of a field of the one that a label names.
    fn became(&self, blocks: &mut Vec<Block>, label: String, about: Vec<Span>, told: Told) {
        let (about, old, new) = match told {
            Told::Added(value) => (about, String::new(), cut(&value, VALUE_COLS)),
            Told::Removed(value) => (about, cut(&value, VALUE_COLS), String::new()),
            Told::Became(pair) => {
                let [old, new] = from_difference(&pair, WHOLE_COLS, VALUE_COLS);
                (about, old, new)
            }
            Told::Reordered => (vec![Span::body(self.words.diff.reordered)], String::new(), String::new()),
            Told::Hidden => {
                let hidden = vec![Span::body(self.words.diff.hidden), Span::body(" --contacts")];
                (hidden, String::new(), String::new())
            }
            Told::Within(stayed, fields) => return self.within(blocks, label, &cut(&stayed, VALUE_COLS), fields),
        };
        blocks.push(Block::Changed { label, about, old, new });
    }

    /// What became of fields of an object, which is told by what stayed: on its line, if it is one field.
    fn within(&self, blocks: &mut Vec<Block>, mut label: String, stayed: &str, fields: Vec<Row>) {
        let is_one = fields.len() == 1 && !stayed.is_empty();
        if !is_one && !stayed.is_empty() {
            blocks.push(changed(&std::mem::take(&mut label), vec![Span::body(stayed)]));
        }
        for Row { label: field, told } in fields {
            let about: &[&str] = match (is_one, field.is_empty()) {
                (true, true) => &[stayed],
                (true, false) => &[stayed, "  ", &field],
                (false, _) => &[&field],
            };
            let about = about.iter().map(|text| Span::body(text)).collect();
            self.became(blocks, std::mem::take(&mut label), about, told);
        }
    }
}

fn changed(label: &str, about: Vec<Span>) -> Block {
    Block::Changed { label: label.to_owned(), about, old: String::new(), new: String::new() }
}
