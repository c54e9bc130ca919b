//! A place in the record as a short line that leads there again: `person:john-lee?view=relations`.

use std::fmt;

use super::page::Page;
use crate::data::library::SIGN;
use crate::data::{EntryId, Record};

/// Signs that mean something in an address, or to a shell, and stand in it as `%` and their bytes.
const RESERVED: [char; 10] = ['%', '?', '&', '=', '#', '\'', '"', '\\', '`', '$'];

/// The page that needs another entry.
const COMPARE: &str = "compare";

/// Where to: an entry or a page, and what was searched for there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The key of the entry; empty for the start page.
    pub key: String,
    pub page: Page,
    /// The key of the entry that stands beside it, where two are compared.
    pub with: Option<String>,
    /// What stands in the field over everything.
    pub query: Option<String>,
}

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The record has no such entry.
    Entry(String),
    /// Nothing is asked for so.
    Part(String),
}

impl Address {
    /// Reads an address; its entry must be in the record, and may be named as `entry` takes it.
    pub fn read(text: &str, record: &Record) -> Result<Self, Unreadable> {
        let (key, rest) = text.split_once('?').unwrap_or((text, ""));
        let typed = plain(key);
        let key = match entry(record, &typed) {
            Ok(id) => record.entry(id).key.to_string(),
            Err(_) if typed.is_empty() => typed,
            Err(_) => return Err(Unreadable::Entry(typed)),
        };
        let mut address = Self { key, ..Self::default() };
        let mut is_compared = false;
        for part in rest.split('&').filter(|part| !part.is_empty()) {
            let page = |name: &str| Page::ALL.into_iter().find(|page| page.code() == name);
            match part.split_once('=') {
                Some(("view", name)) if page(name).is_some() => address.page = page(name).unwrap_or_default(),
                Some(("view", COMPARE)) => is_compared = true,
                Some(("with", other)) => {
                    let other = plain(other);
                    let id = entry(record, &other).map_err(|_| Unreadable::Entry(other))?;
                    address.page = Page::Compare(id);
                    address.with = Some(record.entry(id).key.to_string());
                }
                Some(("q", query)) => address.query = Some(plain(query)),
                _ => return Err(Unreadable::Part(plain(part))),
            }
        }
        // Neither says anything without the other.
        match (is_compared, &address.with) {
            (true, None) => Err(Unreadable::Part(format!("view={COMPARE}"))),
            (false, Some(other)) => Err(Unreadable::Part(format!("with={other}"))),
            _ => Ok(address),
        }
    }
}

/// The entry of an id, also with a colon, as links have it; or the only one of which the id ends so, behind a slash. Else
/// all of which it does. Of several records the id may have the name of one before it.
pub fn entry(record: &Record, typed: &str) -> Result<EntryId, Vec<EntryId>> {
    let slashed = |typed: &str| typed.replacen(':', "/", 1);
    let only = |ids: Vec<EntryId>| if let [id] = ids.as_slice() { Ok(*id) } else { Err(ids) };
    if let Some(id) = record.find(typed).or_else(|| record.find(&slashed(typed))) {
        return Ok(id);
    }
    let in_files = [typed, &slashed(typed)].map(|key| record.find_unqualified(key));
    if let Some(ids) = in_files.into_iter().find(|ids| !ids.is_empty()) {
        return only(ids);
    }
    let ends_so = |id: &EntryId, end: &str| last_part(record.own_key(*id)) == end;
    let named = typed.split_once(SIGN).and_then(|(name, rest)| Some((record.volume_called(name)?, rest)));
    let Some((volume, rest)) = named else {
        return only(record.all_ids().filter(|id| ends_so(id, typed)).collect());
    };
    let rest_slashed = slashed(rest);
    let is_meant = |id: &EntryId| ends_so(id, rest) || record.own_key(*id) == rest_slashed;
    only(record.entries_of(volume).filter(is_meant).collect())
}

/// What follows the last slash of an id.
pub fn last_part(key: &str) -> &str {
    key.rsplit('/').next().unwrap_or(key)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&with_colon(&self.key))?;
        let page = (self.page != Page::Entry).then(|| format!("view={}", self.page.code()));
        let with = self.with.as_ref().map(|key| format!("with={}", with_colon(key)));
        let query = self.query.as_ref().map(|query| format!("q={}", quoted(query)));
        for (sign, part) in ['?', '&', '&'].into_iter().zip(page.into_iter().chain(with).chain(query)) {
            write!(f, "{sign}{part}")?;
        }
        Ok(())
    }
}

/// A key as a word of an address.
fn with_colon(key: &str) -> String {
    quoted(&if key.contains(':') { key.to_owned() } else { key.replacen('/', ":", 1) })
}

fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for char in text.chars() {
        if RESERVED.contains(&char) || char.is_whitespace() || char.is_control() {
            let mut bytes = [0; 4];
            quoted.extend(char.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            quoted.push(char);
        }
    }
    quoted
}

/// The text with what stands behind `%` as it was; what no text comes of stays as it stands.
fn plain(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, more @ ..] = rest {
        let code = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
        let byte = more.get(..2).filter(|_| *first == b'%').filter(|two| two.iter().all(u8::is_ascii_hexdigit));
        if let Some(byte) = byte.and_then(code) {
            bytes.push(byte);
            rest = &more[2..];
        } else {
            bytes.push(*first);
            rest = more;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;
    use crate::data::load;

    fn record(keys: &[&str]) -> Record {
        let people: Vec<_> = keys.iter().map(|key| serde_json::json!({"id": key, "name": "甲"})).collect();
        let file = serde_json::json!({ "persons": people }).to_string();
        load(file.as_bytes(), |text| Cow::Borrowed(text)).unwrap().record
    }

    #[test]
    fn addresses_are_short_and_read_back() {
        let record = record(&["person/john-lee", "a:b/c", "x y"]);
        let of = |key: &str, page, query: Option<&str>| Address {
            key: key.to_owned(),
            page,
            with: None,
            query: query.map(str::to_owned),
        };
        let other = record.find("a:b/c").expect("in the record");
        let compared =
            |query| Address { with: Some("a:b/c".to_owned()), ..of("person/john-lee", Page::Compare(other), query) };
        for (address, text) in [
            (of("person/john-lee", Page::Entry, None), "person:john-lee"),
            (of("person/john-lee", Page::Relations, None), "person:john-lee?view=relations"),
            (of("", Page::Timeline, None), "?view=timeline"),
            (of("person/john-lee", Page::Entry, Some("科技 100%")), "person:john-lee?q=科技%20100%25"),
            (of("a:b/c", Page::Figures, Some("?")), "a:b/c?view=figures&q=%3F"),
            (of("x y", Page::Entry, None), "x%20y"),
            (compared(Some("?")), "person:john-lee?view=compare&with=a:b/c&q=%3F"),
            (compared(None), "person:john-lee?view=compare&with=a:b/c"),
        ] {
            assert_eq!(address.to_string(), text);
            assert_eq!(Address::read(text, &record), Ok(address));
        }
        for typed in ["person/john-lee", "john-lee"] {
            assert_eq!(Address::read(typed, &record), Ok(of("person/john-lee", Page::Entry, None)));
        }
    }

    #[test]
    fn what_leads_nowhere_is_told() {
        let record = record(&["person/john-lee"]);
        assert_eq!(Address::read("person:nobody", &record), Err(Unreadable::Entry("person:nobody".to_owned())));
        let unknown = Address::read("person:john-lee?view=compare&with=x", &record);
        assert_eq!(unknown, Err(Unreadable::Entry("x".to_owned())));
        for part in ["view=nothing", "view", "x=1", "view=compare", "with=person/john-lee"] {
            let text = format!("person:john-lee?{part}");
            assert_eq!(Address::read(&text, &record), Err(Unreadable::Part(part.to_owned())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_query_comes_back(query in any::<String>()) {
            let address = Address { query: Some(query), ..Address::default() };
            prop_assert_eq!(Address::read(&address.to_string(), &record(&["p"])), Ok(address));
        }

        #[test]
        fn anything_can_be_read(text in any::<String>()) {
            let _ = Address::read(&text, &record(&["p"]));
        }
    }
}
