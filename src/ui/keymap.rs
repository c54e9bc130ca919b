//! The one key table: what every key does, where, and in which words. Dispatch, footer, help and README come from it.

use super::action::{Action, Edit, Motion};
use super::key::{Key, KeyCode};
use super::state::{Overlay, State};
use super::words::{ORDER_LINES, SIGNS_LINES};
use crate::data::Lang;

/// Where a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Wherever keys are typed, also in a text field.
    Always,
    /// In the panes, in the reader and over the help.
    Everywhere,
    Panes,
    Reader,
    /// In the field over everything.
    Search,
    /// In the text of a hit, beside the list or in its place.
    Preview,
    /// In the field over the reader's text.
    Find,
    /// In both fields.
    Field,
    Hints,
    Help,
    /// On the page that says why Chinese can't be shown.
    Unfit,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub scope: Scope,
    /// The ways to type it; the first is the one that the footer shows. A sequence has spaces between its keys.
    pub keys: &'static [&'static str],
    pub action: Action,
    /// What it does, in Traditional Chinese, Simplified Chinese and English.
    words: [&'static str; 3],
    /// Footers drop the hints of the largest number first; 0 is never in a footer.
    pub rank: u8,
}

impl Binding {
    pub const fn words(&self, lang: Lang) -> &'static str {
        self.words[match lang {
            Lang::ZhHant => 0,
            Lang::ZhHans => 1,
            Lang::En => 2,
        }]
    }
}

const fn bind(
    scope: Scope,
    keys: &'static [&'static str],
    action: Action,
    words: [&'static str; 3],
    rank: u8,
) -> Binding {
    Binding { scope, keys, action, words, rank }
}

use Scope::{Always, Everywhere, Field, Find, Help, Hints, Panes, Preview, Reader, Search, Unfit};

/// Every key of the program.
pub const TABLE: &[Binding] = &[
    bind(Panes, &["j", "down"], Action::Move(Motion::Down), ["下移", "下移", "down"], 1),
    bind(Panes, &["k", "up"], Action::Move(Motion::Up), ["上移", "上移", "up"], 2),
    bind(Panes, &["enter", "l", "right"], Action::Open, ["開啟", "打开", "open"], 1),
    bind(Panes, &["esc"], Action::Leave, ["顯示全部", "显示全部", "show all again"], 0),
    bind(Panes, &["tab"], Action::NextPane, ["下一窗格", "下一窗格", "next pane"], 3),
    bind(Panes, &["shift-tab"], Action::PreviousPane, ["上一窗格", "上一窗格", "previous pane"], 0),
    bind(Reader, &["j", "down"], Action::Move(Motion::Down), ["下捲", "下滚", "scroll down"], 4),
    bind(Reader, &["k", "up"], Action::Move(Motion::Up), ["上捲", "上滚", "scroll up"], 5),
    bind(Reader, &["tab"], Action::NextLink, ["下一連結", "下一链接", "next link"], 2),
    bind(Reader, &["shift-tab"], Action::PreviousLink, ["上一連結", "上一链接", "previous link"], 0),
    bind(Reader, &["enter", "l", "right"], Action::Open, ["開啟連結", "打开链接", "follow link"], 1),
    bind(Reader, &["o"], Action::Hints, ["字母開連結", "字母开链接", "link by letter"], 6),
    bind(Reader, &["esc", "h", "left"], Action::Leave, ["返回窗格", "返回窗格", "to the panes"], 1),
    bind(Reader, &["n"], Action::NextMatch, ["下一處或下一項結果", "下一处或下一个结果", "next match or hit"], 3),
    bind(
        Reader,
        &["N"],
        Action::PreviousMatch,
        ["上一處或上一項結果", "上一处或上一个结果", "previous match or hit"],
        0,
    ),
    bind(Everywhere, &["ctrl-d"], Action::Move(Motion::HalfPageDown), ["下半頁", "下半页", "half a page down"], 0),
    bind(Everywhere, &["ctrl-u"], Action::Move(Motion::HalfPageUp), ["上半頁", "上半页", "half a page up"], 0),
    bind(
        Everywhere,
        &["pagedown", "ctrl-f", "space"],
        Action::Move(Motion::PageDown),
        ["下一頁", "下一页", "a page down"],
        0,
    ),
    bind(Everywhere, &["pageup", "ctrl-b"], Action::Move(Motion::PageUp), ["上一頁", "上一页", "a page up"], 0),
    bind(Everywhere, &["g g", "home"], Action::Move(Motion::First), ["最前", "最前", "first"], 0),
    bind(
        Everywhere,
        &["G", "end"],
        Action::Move(Motion::Last),
        ["最後（12G 到第 12 項）", "最后（12G 到第 12 项）", "last; 12G: the 12th"],
        0,
    ),
    bind(Everywhere, &["H"], Action::Move(Motion::ScreenTop), ["畫面頂部", "画面顶部", "top of the screen"], 0),
    bind(Everywhere, &["M"], Action::Move(Motion::ScreenMiddle), ["畫面中間", "画面中间", "middle of the screen"], 0),
    bind(Everywhere, &["L"], Action::Move(Motion::ScreenBottom), ["畫面底部", "画面底部", "bottom of the screen"], 0),
    bind(Everywhere, &["1"], Action::FocusPane(0), ["範疇", "范畴", "areas"], 0),
    bind(Everywhere, &["2"], Action::FocusPane(1), ["項目", "项目", "projects"], 0),
    bind(
        Everywhere,
        &["3"],
        Action::FocusPane(2),
        ["人物、機構、地點", "人物、机构、地点", "people, bodies, places"],
        0,
    ),
    bind(
        Everywhere,
        &["4"],
        Action::FocusPane(3),
        ["文件、發言、行程、來源", "文件、发言、行程、来源", "agreements and journey"],
        0,
    ),
    bind(Everywhere, &["0"], Action::Home, ["會議首頁", "会议首页", "start page"], 8),
    bind(Panes, &["]"], Action::NextTab, ["下一分頁", "下一分页", "next tab"], 5),
    bind(Panes, &["["], Action::PreviousTab, ["上一分頁", "上一分页", "previous tab"], 0),
    bind(Panes, &["."], Action::ShiftRight, ["橫捲向右", "横滚向右", "scroll to the right"], 0),
    bind(Panes, &[","], Action::ShiftLeft, ["橫捲向左", "横滚向左", "scroll to the left"], 0),
    bind(Panes, &["n"], Action::NextHit, ["下一項結果", "下一个结果", "next hit"], 3),
    bind(Panes, &["N"], Action::PreviousHit, ["上一項結果", "上一个结果", "previous hit"], 0),
    bind(Everywhere, &["f"], Action::Narrow, ["只看相關", "只看相关", "only tied"], 6),
    bind(Everywhere, &["/"], Action::Search, ["搜尋", "搜索", "search"], 2),
    bind(Everywhere, &["ctrl-o", "backspace", "alt-left", "<"], Action::Back, ["後退", "后退", "back"], 5),
    bind(Everywhere, &["alt-right", ">"], Action::Forward, ["前進", "前进", "forward"], 0),
    bind(Everywhere, &["y"], Action::CopyName, ["複製名稱", "复制名称", "copy the name"], 9),
    bind(Everywhere, &["t"], Action::SwitchLanguage, ["繁簡英切換", "繁简英切换", "language"], 9),
    bind(Everywhere, &["?", "f1"], Action::Help, ["說明", "说明", "keys"], 1),
    bind(Everywhere, &["q"], Action::Quit, ["離開", "退出", "quit"], 4),
    bind(Always, &["ctrl-c"], Action::Quit, ["離開", "退出", "quit"], 0),
    bind(Always, &["ctrl-z"], Action::Suspend, ["暫停，回到命令列", "暂停，回到命令行", "suspend to the shell"], 0),
    bind(Always, &["ctrl-l"], Action::Redraw, ["重繪畫面", "重绘画面", "redraw"], 0),
    bind(Search, &["down"], Action::DownOrNewer, ["下一項", "下一项", "next"], 2),
    bind(
        Search,
        &["up"],
        Action::UpOrOlder,
        ["上一項或之前的查詢", "上一项或之前的查询", "up, or an earlier query"],
        0,
    ),
    bind(Search, &["ctrl-n"], Action::Move(Motion::Down), ["下一項", "下一项", "next"], 0),
    bind(Search, &["ctrl-p"], Action::Move(Motion::Up), ["上一項", "上一项", "previous"], 0),
    bind(Search, &["pagedown"], Action::Move(Motion::PageDown), ["下一頁", "下一页", "a page down"], 0),
    bind(Search, &["pageup"], Action::Move(Motion::PageUp), ["上一頁", "上一页", "a page up"], 0),
    bind(Search, &["enter"], Action::Open, ["開啟", "打开", "open"], 1),
    bind(Search, &["ctrl-o"], Action::Read, ["預覽", "预览", "preview"], 4),
    bind(Search, &["tab"], Action::NextKind, ["下一類別", "下一类别", "next kind"], 3),
    bind(Search, &["shift-tab"], Action::PreviousKind, ["上一類別", "上一类别", "previous kind"], 0),
    bind(Search, &["ctrl-g"], Action::Group, ["按類別分組", "按类别分组", "by kind"], 5),
    bind(Search, &["alt-s"], Action::SwitchSlips, ["近音", "近音", "near sounds"], 6),
    bind(Search, &["right"], Action::Complete, ["補全", "补全", "complete"], 2),
    bind(Search, &["esc"], Action::Leave, ["返回", "返回", "back"], 1),
    bind(Preview, &["j", "down"], Action::Move(Motion::Down), ["下捲", "下滚", "scroll down"], 3),
    bind(Preview, &["k", "up"], Action::Move(Motion::Up), ["上捲", "上滚", "scroll up"], 4),
    bind(Preview, &["n", "ctrl-n"], Action::NextHit, ["下一項結果", "下一个结果", "next hit"], 2),
    bind(Preview, &["N", "ctrl-p"], Action::PreviousHit, ["上一項結果", "上一个结果", "previous hit"], 5),
    bind(Preview, &["enter"], Action::Open, ["開啟", "打开", "open"], 1),
    bind(Preview, &["esc", "/", "i"], Action::Leave, ["返回", "返回", "back"], 1),
    bind(Find, &["enter"], Action::Open, ["留在此處", "留在此处", "stay here"], 1),
    bind(Find, &["tab"], Action::SearchEverything, ["搜尋全部", "搜索全部", "search everything"], 2),
    bind(Find, &["esc"], Action::Leave, ["返回", "返回", "back"], 1),
    bind(Field, &["left"], Action::Edit(Edit::Left), ["左移一字", "左移一字", "to the left"], 0),
    bind(Field, &["right"], Action::Edit(Edit::Right), ["右移一字", "右移一字", "to the right"], 0),
    bind(Field, &["home", "ctrl-a"], Action::Edit(Edit::Start), ["到開頭", "到开头", "to the start"], 0),
    bind(Field, &["end", "ctrl-e"], Action::Edit(Edit::End), ["到末尾", "到末尾", "to the end"], 0),
    bind(Field, &["backspace"], Action::Edit(Edit::DeleteBefore), ["刪除前一字", "删除前一字", "delete backwards"], 0),
    bind(
        Field,
        &["delete", "ctrl-d"],
        Action::Edit(Edit::DeleteAfter),
        ["刪除後一字", "删除后一字", "delete forwards"],
        0,
    ),
    bind(
        Field,
        &["ctrl-w"],
        Action::Edit(Edit::DeleteWordBefore),
        ["刪除前一詞", "删除前一词", "delete the word before"],
        0,
    ),
    bind(Field, &["ctrl-u"], Action::Edit(Edit::DeleteToStart), ["刪除到開頭", "删除到开头", "delete to the start"], 0),
    bind(Field, &["ctrl-k"], Action::Edit(Edit::DeleteToEnd), ["刪除到末尾", "删除到末尾", "delete to the end"], 0),
    bind(Hints, &["esc"], Action::Leave, ["取消", "取消", "cancel"], 1),
    bind(Unfit, &["enter"], Action::Leave, ["照樣顯示", "照样显示", "go on all the same"], 1),
    bind(Unfit, &["q"], Action::Quit, ["離開", "退出", "quit"], 1),
    bind(Help, &["j", "down"], Action::Move(Motion::Down), ["下捲", "下滚", "scroll down"], 2),
    bind(Help, &["k", "up"], Action::Move(Motion::Up), ["上捲", "上滚", "scroll up"], 3),
    bind(Help, &["esc", "?", "enter"], Action::Leave, ["關閉說明", "关闭说明", "close"], 1),
];

/// A line of the help.
#[derive(Debug, Clone, Copy)]
pub enum HelpRow {
    Heading(Scope),
    Key(&'static Binding),
    /// Over the rule of what a search puts first, and a line of it.
    Order,
    OrderLine(usize),
    /// Over the signs of a query, and a line of them.
    Signs,
    SignsLine(usize),
    Blank,
}

/// From here on the help stands in two columns.
const TWO_COLUMNS_OF_HELP: u16 = 90;

/// The help: the whole table and how to search, in one or two columns.
pub fn help(cols: u16) -> Vec<Vec<HelpRow>> {
    let order = [HelpRow::Blank, HelpRow::Order].into_iter().chain((0..ORDER_LINES).map(HelpRow::OrderLine));
    let signs = [HelpRow::Blank, HelpRow::Signs].into_iter().chain((0..SIGNS_LINES).map(HelpRow::SignsLine));
    let shared = help_column(&[Everywhere, Always, Field]).into_iter().chain(order).chain(signs).collect();
    let local = help_column(&[Panes, Reader, Hints, Search, Preview, Find, Help, Unfit]);
    if cols >= TWO_COLUMNS_OF_HELP {
        return vec![shared, local];
    }
    vec![[shared, vec![HelpRow::Blank], local].concat()]
}

/// How many rows the help takes.
pub fn help_rows(cols: u16) -> usize {
    help(cols).iter().map(Vec::len).max().unwrap_or(0)
}

fn help_column(scopes: &[Scope]) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    for scope in scopes {
        if !rows.is_empty() {
            rows.push(HelpRow::Blank);
        }
        rows.push(HelpRow::Heading(*scope));
        rows.extend(TABLE.iter().filter(|binding| binding.scope == *scope).map(HelpRow::Key));
    }
    rows
}

/// What typed keys come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    Found(Action),
    /// The beginning of a sequence.
    Pending,
    None,
}

impl Scope {
    /// The scope of a session's next key.
    pub const fn of(state: &State) -> Self {
        match &state.overlay {
            Overlay::None if state.view.in_reader => Self::Reader,
            Overlay::None => Self::Panes,
            Overlay::Search(search) if search.reading.is_some() => Self::Preview,
            Overlay::Search(_) => Self::Search,
            Overlay::Find(_) => Self::Find,
            Overlay::Hints => Self::Hints,
            Overlay::Help { .. } => Self::Help,
            Overlay::Unfit(_) => Self::Unfit,
        }
    }

    pub const fn is_field(self) -> bool {
        matches!(self, Self::Search | Self::Find)
    }

    /// The lines of the table that hold in this scope, its own before those that it shares.
    pub fn bindings(self) -> impl Iterator<Item = &'static Binding> {
        let own = TABLE.iter().filter(move |binding| binding.scope == self);
        let shared = match self {
            Self::Panes | Self::Reader | Self::Help | Self::Preview => Some(Everywhere),
            Self::Search | Self::Find => Some(Field),
            Self::Always | Self::Everywhere | Self::Field | Self::Hints | Self::Unfit => None,
        };
        // Beside the list a text scrolls as anywhere, and no key leads away from the search.
        let holds = move |binding: &&Binding| self != Preview || matches!(binding.action, Action::Move(_));
        let shared = TABLE.iter().filter(move |binding| Some(binding.scope) == shared).filter(holds);
        own.chain(shared).chain(TABLE.iter().filter(|binding| binding.scope == Always))
    }

    /// The lines of the table that the footer may show, in order.
    pub fn hints(self) -> impl Iterator<Item = &'static Binding> {
        let leads_out = |binding: &&Binding| binding.scope == Help || binding.action == Action::Quit;
        self.bindings().filter(|binding| binding.rank > 0).filter(move |binding| self != Help || leads_out(binding))
    }

    /// What the keys typed so far mean here.
    pub fn lookup(self, typed: &[Key]) -> Lookup {
        let mut pending = false;
        for binding in self.bindings() {
            for keys in binding.keys {
                let mut sequence = keys.split(' ').map(Key::parse);
                if typed.iter().all(|key| sequence.next() == Some(Some(*key))) {
                    if sequence.next().is_none() {
                        return Lookup::Found(binding.action);
                    }
                    pending = true;
                }
            }
        }
        if pending { Lookup::Pending } else { Lookup::None }
    }
}

/// The key of an action in a scope, as the screen writes it.
pub fn key_of(scope: Scope, action: Action) -> String {
    let binding = TABLE.iter().find(|binding| binding.scope == scope && binding.action == action);
    binding.and_then(|binding| binding.keys.first()).map(|keys| shown(keys)).unwrap_or_default()
}

/// A key as the screen writes it: `^D`, `Enter`, and no arrows, which are two cells wide in some terminals.
pub fn shown(keys: &str) -> String {
    let parts = keys.split(' ').map(|name| match Key::parse(name) {
        Some(Key { code: KeyCode::Char(char), ctrl: true, .. }) => format!("^{}", char.to_ascii_uppercase()),
        Some(Key { code: KeyCode::Char(char), ctrl: false, alt: false }) if char != ' ' => char.to_string(),
        _ => match name {
            "pagedown" => "PgDn".to_owned(),
            "pageup" => "PgUp".to_owned(),
            _ => name.split('-').map(capital).collect::<Vec<_>>().join("-"),
        },
    });
    parts.collect()
}

fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_can_be_typed() {
        for binding in TABLE {
            for keys in binding.keys {
                assert!(keys.split(' ').all(|name| Key::parse(name).is_some()), "{keys}");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        for scope in [Panes, Reader, Search, Preview, Find, Field, Hints, Help, Unfit] {
            let mut seen = Vec::new();
            let own = TABLE.iter().filter(|binding| binding.scope == scope);
            for keys in own.flat_map(|binding| binding.keys) {
                assert!(!seen.contains(keys), "{keys} twice in {scope:?}");
                seen.push(keys);
            }
        }
    }

    #[test]
    fn a_sequence_waits_for_its_end() {
        let g = Key::char('g');
        assert_eq!(Panes.lookup(&[g]), Lookup::Pending);
        assert_eq!(Panes.lookup(&[g, g]), Lookup::Found(Action::Move(Motion::First)));
        assert_eq!(Panes.lookup(&[g, Key::char('x')]), Lookup::None);
    }

    #[test]
    fn keys_are_written_short_on_the_screen() {
        assert_eq!(shown("ctrl-d"), "^D");
        assert_eq!(shown("g g"), "gg");
        assert_eq!(shown("shift-tab"), "Shift-Tab");
        assert_eq!(shown("space"), "Space");
    }
}
