//! What is part of what, without circles: whoever climbs to the top of a record must arrive.

use super::Code;
use super::heads::Head;
use super::reader::{Reader, quoted};
use crate::data::id::{EntryId, Kind};

const KEY: &str = "parent_id";

impl<'a> Reader<'a> {
    pub fn resolve_parents(&mut self, kind: Kind, heads: &mut [Head<'a>]) {
        for head in &mut *heads {
            head.parent = self.reference(&head.object, KEY, &[kind]);
        }
        let mut kept: Vec<&mut Head<'a>> = heads.iter_mut().filter(|head| head.title.is_some()).collect();
        let parents: Vec<Option<usize>> = kept.iter().map(|head| head.parent.map(EntryId::place)).collect();
        for place in closing(&parents) {
            let head = &mut *kept[place];
            head.parent = None;
            let named = self.id(&head.object, KEY).unwrap_or_default();
            let value = head.object.get(KEY).unwrap_or(head.object.value);
            let named = quoted(&named);
            self.fault(
                value,
                Code::Circle,
                format!("\"{KEY}\" names {named}, which is part of this entry; name another or remove it"),
            );
        }
    }
}

/// The entries whose parent leads back to themselves: of each circle the one that closes it, going by the record's order.
fn closing(parents: &[Option<usize>]) -> Vec<usize> {
    let mut climbed_from: Vec<Option<usize>> = vec![None; parents.len()];
    let mut closing = Vec::new();
    for start in 0..parents.len() {
        let mut here = start;
        while climbed_from[here].is_none() {
            climbed_from[here] = Some(start);
            let Some(parent) = parents[here] else { break };
            if climbed_from[parent] == Some(start) {
                closing.push(here);
            }
            here = parent;
        }
    }
    closing
}

#[cfg(test)]
mod tests {
    use super::closing;

    #[test]
    fn of_each_circle_one_reference_closes_it() {
        let cases: [(&[Option<usize>], &[usize]); 7] = [
            (&[], &[]),
            (&[None, Some(0), Some(1)], &[]),
            (&[Some(0)], &[0]),
            (&[Some(1), Some(0)], &[1]),
            (&[Some(1), Some(2), Some(0), Some(0)], &[2]),
            (&[Some(2), Some(2), Some(3), Some(2)], &[3]),
            (&[Some(1), Some(0), Some(3), Some(2)], &[1, 3]),
        ];
        for (parents, expected) in cases {
            assert_eq!(closing(parents), expected, "{parents:?}");
        }
    }
}
