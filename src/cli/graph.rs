//! Who and what is tied to an entry, as a graph for other programs: what `r` shows in the program.

use std::io::{self, Write};

use serde_json::json;

use super::options::GraphFormat;
use super::{kinds, plain};
use crate::data::{EntryId, Lang};
use crate::ui::World;
use crate::ui::ties;
use crate::ui::words::Words;

/// An entry and all that is tied to it.
#[derive(Debug)]
struct Graph {
    /// The entry first, each once.
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

#[derive(Debug)]
struct Node {
    key: String,
    kind: &'static str,
    name: String,
}

/// From the entry to another one, by its place among the nodes.
#[derive(Debug)]
struct Edge {
    to: usize,
    tie: &'static str,
}

/// Writes the graph of an entry. Returns whether anything is tied to it.
pub(super) fn write(
    out: &mut dyn Write,
    world: &World,
    id: EntryId,
    format: GraphFormat,
    lang: Lang,
) -> io::Result<bool> {
    let graph = Graph::of(world, id, lang);
    match format {
        GraphFormat::Dot => graph.dot(out)?,
        GraphFormat::Mermaid => graph.mermaid(out)?,
        GraphFormat::Json => graph.json(out)?,
    }
    Ok(!graph.edges.is_empty())
}

impl Graph {
    fn of(world: &World, id: EntryId, lang: Lang) -> Self {
        let node = |id: EntryId| {
            let entry = world.record.entry(id);
            let name = plain::one_line(entry.name.shown(lang));
            Node { key: plain::one_line(&entry.key), kind: kinds::code(id.kind), name }
        };
        let (mut ids, mut edges) = (vec![id], Vec::new());
        for (tie, entries) in ties::of(&world.record, id) {
            let tie = Words::of(lang).tie(id.kind, tie);
            for entry in entries {
                let to = ids.iter().position(|known| *known == entry).unwrap_or_else(|| {
                    ids.push(entry);
                    ids.len() - 1
                });
                edges.push(Edge { to, tie });
            }
        }
        Self { nodes: ids.into_iter().map(node).collect(), edges }
    }

    /// In the language of Graphviz.
    fn dot(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "digraph {{")?;
        writeln!(out, "  rankdir=LR;")?;
        writeln!(out, "  node [shape=box];")?;
        for Node { key, name, .. } in &self.nodes {
            writeln!(out, "  {} [label={}];", in_dot(key), in_dot(name))?;
        }
        for Edge { to, tie } in &self.edges {
            let (from, to) = (in_dot(&self.nodes[0].key), in_dot(&self.nodes[*to].key));
            writeln!(out, "  {from} -> {to} [label={}];", in_dot(tie))?;
        }
        writeln!(out, "}}")
    }

    /// In the language of Mermaid, whose own ids cannot be those of the record.
    fn mermaid(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "flowchart LR")?;
        for (number, Node { name, .. }) in self.nodes.iter().enumerate() {
            writeln!(out, "  n{number}[\"{}\"]", in_mermaid(name))?;
        }
        for Edge { to, tie } in &self.edges {
            writeln!(out, "  n0 -->|\"{}\"| n{to}", in_mermaid(tie))?;
        }
        Ok(())
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let nodes = self.nodes.iter().map(|node| json!({"id": node.key, "kind": node.kind, "name": node.name}));
        let edge = |Edge { to, tie }: &Edge| json!({"from": self.nodes[0].key, "to": self.nodes[*to].key, "tie": tie});
        let edges = self.edges.iter().map(edge).collect::<Vec<_>>();
        writeln!(out, "{}", json!({"nodes": nodes.collect::<Vec<_>>(), "edges": edges}))
    }
}

/// A quoted string of DOT, in which a backslash and a quotation mark mean something.
fn in_dot(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A quoted text of Mermaid: what it or a browser could take for more than text stands as the number of its character.
fn in_mermaid(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(char, '"' | '#' | '&' | ';' | '<' | '>' | '`' | '\\') {
            quoted.extend(["#", &u32::from(char).to_string(), ";"]);
        } else {
            quoted.push(char);
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_ends_its_quotation() {
        assert_eq!(in_dot(r#"a "b" \"#), r#""a \"b\" \\""#);
        assert_eq!(in_mermaid("甲\"] --> <b>#`\\"), "甲#34;] --#62; #60;b#62;#35;#96;#92;");
    }
}
