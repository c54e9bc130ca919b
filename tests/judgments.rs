//! What a reader means by a query, held against the record that is built in: the entry meant comes first.

use zhegang::data::{self, Record};
use zhegang::search::{Hit, Index, Query};
use zhegang::text::neutral;

/// What is typed, and the name of the entry that is meant.
const JUDGMENTS: &[(&str, &str)] = &[
    // The whole name comes before longer names and before texts that contain it.
    ("李家超", "李家超"),
    ("金融", "金融"),
    ("教育", "教育"),
    // The beginning of a name, of a word in it, and its inside. Quotes begin words and need not be typed.
    ("共建", "共建「一帶一路」及商貿投資"),
    ("一帶一路", "共建「一帶一路」及商貿投資"),
    ("共建一帶一路", "共建「一帶一路」及商貿投資"),
    ("中醫藥", "醫療衞生和中醫藥"),
    // Simplified, and the variant that most keyboards give.
    ("中医药", "醫療衞生和中醫藥"),
    ("医疗卫生", "醫療衞生和中醫藥"),
    ("醫療衛生", "醫療衞生和中醫藥"),
    ("刘捷", "劉捷"),
    ("陈国基", "陳國基"),
    // A name with a short gap comes before a text that has the characters in a row.
    ("李超", "李家超"),
    ("科創", "科技創新"),
    // Pinyin: in full, initials, both, and unfinished. All the initials of a name are the whole name.
    ("lijiachao", "李家超"),
    ("li jia chao", "李家超"),
    ("ljc", "李家超"),
    ("lijc", "李家超"),
    ("lijiach", "李家超"),
    ("lj", "劉捷"),
    ("wh", "王浩"),
    ("yaogaoyuan", "姚高員"),
    // Names that the record does not spell: by every reading of their characters.
    ("jr", "金融"),
    ("jinrong", "金融"),
    ("kjcx", "科技創新"),
    ("kejichuangxin", "科技創新"),
    ("hangkong", "航空"),
    ("wenhuahelvyou", "文化和旅遊"),
    ("wenhuaheluyou", "文化和旅遊"),
    ("qingnian", "青年發展"),
    ("ningbo", "寧波"),
    ("gamjung", "金融"),
    // Jyutping.
    ("leigaaciu", "李家超"),
    ("lei5 gaa1 ciu1", "李家超"),
    ("lgc", "李家超"),
    ("wonghou", "王浩"),
    // English, whatever its case.
    ("finance", "金融"),
    ("Education", "教育"),
    ("john lee", "李家超"),
    ("hong kong", "香港"),
    // Offices. A whole post comes before one that contains it.
    ("政務司司長", "陳國基"),
    ("省委書記", "王浩"),
    ("董事長", "王劍峰"),
    // Several words in any order. Brackets are no part of a name.
    ("青年 備忘錄", "共同推動青年發展合作備忘錄"),
    ("備忘錄 青年", "共同推動青年發展合作備忘錄"),
    ("備忘錄\u{3000}青年", "共同推動青年發展合作備忘錄"),
    // The operators that people know.
    ("意向書$", "關於深化創新房屋科技、智慧屋邨管理及幸福社區交流與合作意向書"),
    ("^共同", "共同推動青年發展合作備忘錄"),
    // An office by its sounds, before the office of that name.
    ("xingzhengzhangguan", "李家超"),
    // Nothing matches as typed: the same sounds, one typo.
    ("李嘉超", "李家超"),
    ("lijaichao", "李家超"),
];

fn record() -> Record {
    data::load(data::BUNDLED.as_bytes(), neutral).expect("the built-in record opens").record
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && !"《》".contains(*c)).collect()
}

fn own_name<'a>(record: &'a Record, hit: &Hit) -> &'a str {
    record.entry(hit.id).name.forms().next().map_or("", |form| &form.text)
}

#[test]
fn the_entry_that_is_meant_comes_first() {
    let record = record();
    let index = Index::build(&record, &|_| ());
    let mut missed = Vec::new();
    for &(query, meant) in JUDGMENTS {
        let hits = index.find(&record, &Query::read(query), &[], usize::MAX).hits;
        let first = hits.first().map(|hit| own_name(&record, hit));
        if first.map(bare) != Some(bare(meant)) {
            let seen: Vec<_> = hits.iter().take(3).map(|hit| (hit.class, own_name(&record, hit))).collect();
            missed.push(format!("{query}: {meant} was meant, found {seen:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn every_name_finds_its_own_entry_whole() {
    let record = record();
    let index = Index::build(&record, &|_| ());
    for id in record.all_ids() {
        for form in record.entry(id).name.forms() {
            let hits = index.find(&record, &Query::read(&form.text), &[], usize::MAX).hits;
            let class = hits.iter().find(|hit| hit.id == id).map(|hit| hit.class);
            assert!(matches!(class, Some(0 | 1 | 14)), "{}: class {class:?}", form.text);
        }
    }
}
