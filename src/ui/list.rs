//! The lists that the panes show: which entries, in which order.

use crate::data::{EntryId, Kind, Record};

/// A list of entries that a pane can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// The records that are open, where there are several.
    Records,
    /// The meeting, then its policy areas.
    Areas,
    Projects,
    People,
    Organisations,
    Posts,
    Places,
    Agreements,
    Statements,
    Motions,
    Votes,
    /// Events by date.
    Journey,
    Documents,
}

impl List {
    pub const ALL: [Self; 13] = [
        Self::Records,
        Self::Areas,
        Self::Projects,
        Self::People,
        Self::Organisations,
        Self::Posts,
        Self::Places,
        Self::Agreements,
        Self::Statements,
        Self::Motions,
        Self::Votes,
        Self::Journey,
        Self::Documents,
    ];

    pub const fn kind(self) -> Kind {
        match self {
            Self::Records => Kind::Volume,
            Self::Areas => Kind::PolicyArea,
            Self::Projects => Kind::Project,
            Self::People => Kind::Person,
            Self::Organisations => Kind::Organisation,
            Self::Posts => Kind::Post,
            Self::Places => Kind::Place,
            Self::Agreements => Kind::Agreement,
            Self::Statements => Kind::Statement,
            Self::Motions => Kind::Motion,
            Self::Votes => Kind::VoteEvent,
            Self::Journey => Kind::Event,
            Self::Documents => Kind::Document,
        }
    }

    /// The list in which an entry stands, the meeting itself apart.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Volume => Self::Records,
            Kind::PolicyArea => Self::Areas,
            Kind::Project => Self::Projects,
            Kind::Person => Self::People,
            Kind::Organisation => Self::Organisations,
            Kind::Post => Self::Posts,
            Kind::Place => Self::Places,
            Kind::Agreement => Self::Agreements,
            Kind::Statement => Self::Statements,
            Kind::Motion => Self::Motions,
            Kind::VoteEvent => Self::Votes,
            Kind::Event => Self::Journey,
            Kind::Document => Self::Documents,
        }
    }
}

/// The most panes that there are.
pub const MOST_PANES: usize = 4;

/// The lists that the panes go on from to the next when there are too many for one pane each: each with the one before
/// which it stands then, the first to be moved first.
const JOINED: [(List, List); 7] = [
    (List::Posts, List::Organisations),
    (List::Votes, List::Motions),
    (List::Documents, List::Journey),
    (List::Places, List::Organisations),
    (List::Organisations, List::People),
    (List::Motions, List::Statements),
    (List::Statements, List::Agreements),
];

/// The lists of each pane, among which its tabs choose: what a record has nothing of gets none.
pub fn panes(lists: &Lists) -> Vec<Vec<List>> {
    let mut panes: Vec<Vec<List>> =
        List::ALL.into_iter().filter(|list| !lists.get(*list).is_empty()).map(|list| vec![list]).collect();
    let holder = |panes: &[Vec<List>], list: List| panes.iter().position(|pane| pane.contains(&list));
    for (list, before) in JOINED {
        if panes.len() <= MOST_PANES {
            return panes;
        }
        let (Some(from), Some(to)) = (holder(&panes, list), holder(&panes, before)) else { continue };
        join(&mut panes, from, to);
    }
    // The list of several records has a pane of its own.
    let is_crowded = holder(&panes, List::Records).is_some() && panes.len() > MOST_PANES;
    if is_crowded && let (Some(from), Some(to)) = (holder(&panes, List::Projects), holder(&panes, List::Areas)) {
        join(&mut panes, from, to);
    }
    // What is left of a record without people or agreements to stand behind: the last two join.
    while panes.len() > MOST_PANES {
        let last = panes.len() - 1;
        join(&mut panes, last, last - 1);
    }
    panes
}

/// Moves the lists of a pane behind those of another.
fn join(panes: &mut Vec<Vec<List>>, from: usize, to: usize) {
    if from != to {
        let lists = panes.remove(from);
        panes[if to > from { to - 1 } else { to }].extend(lists);
    }
}

/// The entries of every list, in the order in which they are shown.
#[derive(Debug, Clone)]
pub struct Lists {
    lists: [Vec<EntryId>; List::ALL.len()],
}

impl Lists {
    pub fn of(record: &Record) -> Self {
        Self { lists: List::ALL.map(|list| in_order(record, list)) }
    }

    pub fn get(&self, list: List) -> &[EntryId] {
        &self.lists[list as usize]
    }
}

fn in_order(record: &Record, list: List) -> Vec<EntryId> {
    let mut ids: Vec<EntryId> = record.ids(list.kind()).collect();
    match list {
        List::Areas => {
            if let Some(meeting) = record.meta.event {
                ids.insert(0, meeting);
            }
        }
        List::Journey => ids.sort_by_key(|id| record.event_order(*id)),
        _ => {}
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_record_has_too_many_panes_or_a_list_without_one() {
        for bits in 0..1_u32 << List::ALL.len() {
            let with: Vec<List> = List::ALL
                .into_iter()
                .enumerate()
                .filter(|(bit, _)| bits >> bit & 1 == 1)
                .map(|(_, list)| list)
                .collect();
            let panes = panes(&lists(&with));
            assert!(panes.len() <= MOST_PANES, "{with:?}");
            let mut shown = panes.concat();
            shown.sort_unstable_by_key(|list| *list as usize);
            assert_eq!(shown, with);
        }
    }

    fn lists(with: &[List]) -> Lists {
        let id = EntryId::new(Kind::Person, 0);
        Lists { lists: List::ALL.map(|list| if with.contains(&list) { vec![id] } else { Vec::new() }) }
    }

    fn told(with: &[List]) -> String {
        let panes = panes(&lists(with));
        panes.iter().map(|pane| format!("{pane:?}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn panes_follow_what_there_is() {
        use List::{Agreements, Areas, Documents, Journey, Motions, Organisations, People, Places, Posts, Projects};
        assert_eq!(told(&[]), "");
        assert_eq!(told(&[People]), "[People]");
        assert_eq!(told(&[People, Organisations, Places, Journey]), "[People] [Organisations] [Places] [Journey]");
        assert_eq!(
            told(&[People, Organisations, Posts, Places, Journey]),
            "[People] [Organisations, Posts] [Places] [Journey]"
        );
        let meeting =
            [Areas, Projects, People, Organisations, Places, Agreements, List::Statements, Journey, Documents];
        assert_eq!(
            told(&meeting),
            "[Areas] [Projects] [People, Organisations, Places] [Agreements, Statements, Journey, Documents]"
        );
        assert_eq!(
            told(&[People, Organisations, Motions, List::Votes, Journey, Places]),
            "[People] [Organisations, Places] [Motions, Votes] [Journey]"
        );
        assert_eq!(
            told(&List::ALL),
            "[Records] [Areas, Projects] [People, Organisations, Posts, Places] [Agreements, Statements, Motions, Votes, Journey, Documents]"
        );
    }
}
