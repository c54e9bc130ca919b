//! A key over the record that is built in.

use std::io::{self, Write};
use std::time::Duration;

use zhegang::data;
use zhegang::search::Trail;
use zhegang::text::neutral;
use zhegang::ui::World;

use crate::keys::press;
use crate::measure::{percentile, timed};
use crate::table::{Table, count, ms};
use crate::targets::keys;

/// What readers of this record type.
const TYPED: &[&str] = &[
    "李家超",
    "王浩",
    "劉捷",
    "金融",
    "教育",
    "共建",
    "一帶一路",
    "中醫藥",
    "中医药",
    "医疗卫生",
    "刘捷",
    "李超",
    "科創",
    "科技創新",
    "浙港合作會議",
    "政務司司長",
    "省委書記",
    "董事長",
    "青年 備忘錄",
    "意向書",
    "ljc",
    "lijiachao",
    "lijc",
    "kjcx",
    "kejichuangxin",
    "hangkong",
    "wenhuahelvyou",
    "yaogaoyuan",
    "ningbo",
    "leigaaciu",
    "wonghou",
    "gamjung",
    "finance",
    "education",
    "john lee",
    "hong kong",
];

pub fn report(runs: usize, out: &mut dyn Write) -> io::Result<()> {
    let loaded = data::load(data::BUNDLED.as_bytes(), neutral).expect("the built-in record opens");
    let world = World::new(loaded).expect("it has entries");
    let mut trail = Trail::default();
    let [(first, _), (again, _)] = [(); 2].map(|()| timed(|| press(&world, "港", &mut Trail::default())));
    let typed: Vec<String> = TYPED.iter().flat_map(|typed| keys(typed)).collect();
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..runs {
        times.extend(typed.iter().map(|typed| press(&world, typed, &mut trail).0));
    }
    times.sort_unstable();
    let pressed = u32::try_from(times.len()).expect("a few thousand");
    let mean = times.iter().sum::<Duration>() / pressed.max(1);
    writeln!(
        out,
        "The built-in record, {} entries, {} queries typed key by key, {runs} times over; a key as above, ms. The index is\n\
         made in {} ms at the first key.\n",
        world.record.all_ids().count(),
        TYPED.len(),
        ms(first.saturating_sub(again)),
    )?;
    let mut table = Table::new(["", "keys", "mean", "p50", "p99", "max"]);
    let mut row = vec!["built-in".to_owned(), count(times.len()), ms(mean)];
    row.extend([50, 99, 100].map(|percent| ms(percentile(&times, percent))));
    table.row(row);
    table.write(out)
}
