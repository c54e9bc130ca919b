//! Stories: keys in, screens out.

mod support;

use support::Script;

#[test]
fn the_record_opens_on_the_meeting_with_its_honest_numbers() {
    Script::open("120x36")
        .stands_at("浙港高層會晤暨「浙港合作會議」第一次會議")
        .shows("2025年4月24日")
        .shows("杭州")
        .shows("李家超")
        .shows("10 / 51")
        .shows("未見項目名稱");
}
