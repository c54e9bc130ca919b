//! Words of the page that tells what changed since an older version, and the words for what can change.

use super::lookup::word;
use super::{Codes, Words};

/// The words of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Changes {
    pub title: &'static str,
    /// The file of the older version.
    pub older: &'static str,
    /// Which key tells what changed, behind that something did.
    pub by_key: &'static str,
    pub none: &'static str,
    pub no_older: &'static str,
    /// The groups.
    pub added: &'static str,
    pub removed: &'static str,
    pub renamed: &'static str,
    pub changed: &'static str,
    /// What is counted, and the heading over it.
    pub perhaps_same: [&'static str; 2],
    /// How many are not listed.
    pub more: &'static str,
    /// What became of a value, where it is heard: it came, it went, it is another one.
    pub came: &'static str,
    pub went: &'static str,
    pub became: [&'static str; 2],
    /// The id of an entry.
    pub id: &'static str,
    /// Keys of the file that no page has but this one, and those that mean more here.
    pub fields: Codes,
    pub certainties: Codes,
}

impl Words {
    /// A field that changed.
    pub fn changed_field<'a>(&self, key: &'a str) -> &'a str {
        let own = self.changes.fields.iter().find(|(known, _)| *known == key);
        own.map_or_else(|| self.field(key), |(_, own)| own)
    }

    /// A value of a key of the file.
    pub fn value_of<'a>(&self, key: &str, code: &'a str) -> &'a str {
        match (key, code) {
            ("classification", _) => self.class(code),
            ("role", _) => self.role(code),
            ("result", _) => self.result(code),
            ("option", _) => self.vote_option(code),
            ("status", _) => self.status_word(code),
            ("time_of_day", _) => self.time_of_day(code),
            ("lang" | "language", _) => self.language_name(code),
            ("note", _) => self.form_note(code),
            ("inferred" | "fields", _) => self.changed_field(code),
            ("certainty", _) => word(self.changes.certainties, code),
            ("quotation", "reported") => self.reported,
            ("quotation", "quoted-in-part") => self.quoted_in_part,
            ("quotation", "direct") => self.direct,
            ("value", _) => self.value(code),
            _ => code,
        }
    }
}

pub(super) const ZH_HANT: Changes = Changes {
    title: "改動",
    older: "舊版",
    by_key: "；{} 看改動",
    none: "與舊版相比，內容沒有改動。",
    no_older: "沒有舊版可供比較。",
    added: "新增",
    removed: "刪除",
    renamed: "改名",
    changed: "修改",
    perhaps_same: ["疑為同一", "疑為同一條目，編號已改"],
    more: "另有 {} 項",
    came: "新增{}",
    went: "刪除{}",
    became: ["原為{}", "現為{}"],
    id: "條目編號",
    fields: &[
        ("title", "標題"),
        ("main_document_id", "所據文件"),
        ("stated_counts", "所稱數目"),
        ("agreements", "文件"),
        ("license", "資料授權"),
        ("sources", "來源"),
        ("details", "其他資料"),
        ("contacts", "聯絡方法"),
        ("certainty", "可信程度"),
        ("inferred", "推斷所得"),
        ("memberships", "職務"),
        ("on_behalf_of_id", "代表"),
        ("post_id", "職位"),
        ("person_id", "人物"),
        ("person_ids", "提及的人物"),
        ("entity_id", "出席者"),
        ("start_date", "開始日期"),
        ("end_date", "結束日期"),
        ("date", "日期"),
        ("status", "狀況"),
        ("about_event_id", "所談之事"),
        ("quotation", "引述方式"),
        ("terms", "用語"),
        ("language", "語言"),
        ("document", "文件"),
        ("legislative_session_id", "會期"),
        ("motion_id", "議案"),
        ("result", "結果"),
        ("counts", "票數"),
        ("votes", "表決"),
        ("voter_id", "表決者"),
        ("option", "立場"),
        ("value", "票數"),
        ("group_id", "黨派或團體"),
    ],
    certainties: &[("certain", "已證實"), ("reported", "見於報道"), ("inferred", "推斷")],
};

pub(super) const ZH_HANS: Changes = Changes {
    title: "改动",
    older: "旧版",
    by_key: "；{} 看改动",
    none: "与旧版相比，内容没有改动。",
    no_older: "没有旧版可供比较。",
    added: "新增",
    removed: "删除",
    renamed: "改名",
    changed: "修改",
    perhaps_same: ["疑似同一", "疑似同一条目，编号已改"],
    more: "另有 {} 项",
    came: "新增{}",
    went: "删除{}",
    became: ["原为{}", "现为{}"],
    id: "条目编号",
    fields: &[
        ("title", "标题"),
        ("main_document_id", "依据文件"),
        ("stated_counts", "所称数目"),
        ("agreements", "文件"),
        ("license", "数据许可"),
        ("sources", "来源"),
        ("details", "其他信息"),
        ("contacts", "联系方式"),
        ("certainty", "可信程度"),
        ("inferred", "推断所得"),
        ("memberships", "职务"),
        ("on_behalf_of_id", "代表"),
        ("post_id", "职位"),
        ("person_id", "人物"),
        ("person_ids", "提到的人物"),
        ("entity_id", "出席者"),
        ("start_date", "开始日期"),
        ("end_date", "结束日期"),
        ("date", "日期"),
        ("status", "状态"),
        ("about_event_id", "所谈之事"),
        ("quotation", "引述方式"),
        ("terms", "用语"),
        ("language", "语言"),
        ("document", "文件"),
        ("legislative_session_id", "会期"),
        ("motion_id", "议案"),
        ("result", "结果"),
        ("counts", "票数"),
        ("votes", "表决"),
        ("voter_id", "表决者"),
        ("option", "立场"),
        ("value", "票数"),
        ("group_id", "党派或团体"),
    ],
    certainties: &[("certain", "已证实"), ("reported", "见于报道"), ("inferred", "推断")],
};

pub(super) const EN: Changes = Changes {
    title: "Changes",
    older: "Older file",
    by_key: "; {} tells what changed",
    none: "Nothing changed since the older version.",
    no_older: "There is no older version to compare with.",
    added: "Added",
    removed: "Removed",
    renamed: "Renamed",
    changed: "Changed",
    perhaps_same: ["Same entry?", "Perhaps the same under a new id"],
    more: "{} more",
    came: "added {}",
    went: "removed {}",
    became: ["was {}", "now {}"],
    id: "id",
    fields: &[
        ("main_document_id", "main document"),
        ("stated_counts", "stated"),
        ("license", "licence"),
        ("contacts", "contact"),
        ("identifiers", "identifier"),
        ("birth_date", "born"),
        ("death_date", "died"),
        ("memberships", "offices"),
        ("on_behalf_of_id", "stands for"),
        ("post_id", "post"),
        ("person_id", "person"),
        ("person_ids", "people mentioned"),
        ("entity_id", "who took part"),
        ("start_date", "start date"),
        ("end_date", "end date"),
        ("date", "date"),
        ("about_event_id", "about"),
        ("legislative_session_id", "session"),
        ("motion_id", "motion"),
        ("voter_id", "voter"),
        ("option", "vote"),
        ("value", "count"),
        ("group_id", "party or group"),
    ],
    certainties: &[],
};
