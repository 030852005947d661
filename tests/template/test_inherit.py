"""What a child template may say, and what comes of it."""

import pytest

from checker.errors import TemplateErrors
from tests.template.find import WORK, compiled, entry


def test_a_child_changes_what_it_names_and_keeps_the_rest() -> None:
    child = compiled(child="extends: [base.yaml]\nrules:\n  - {id: words.slogan, severity: info}\n", base=WORK)
    rule = entry(child, "rules", "words.slogan")
    assert rule["severity"] == "info"
    assert rule["message"] == "“{quote}”是口号"
    assert rule["options"] == {"any": ["口号", "标语"]}


def test_id_version_and_title_are_the_childs_own() -> None:
    child = compiled(child='checker: 1\nid: ours\nversion: "7"\ntitle: 我县\nextends: [base.yaml]\n', base=WORK)
    assert (child["id"], child["version"], child["title"]) == ("ours", "7", "我县")
    assert child["level"] == "township"


def test_of_two_parents_the_later_one_wins() -> None:
    louder = "rules:\n  - {id: words.slogan, severity: error}\n"
    quieter = "rules:\n  - {id: words.slogan, severity: info}\n"
    child = compiled(
        child="extends: [base.yaml, louder.yaml, quieter.yaml]\n", base=WORK, louder=louder, quieter=quieter
    )
    assert entry(child, "rules", "words.slogan")["severity"] == "info"


def test_the_file_itself_wins_over_its_parents_and_its_overrides_over_that() -> None:
    body = "extends: [base.yaml]\nrules:\n  - {id: words.slogan, severity: error}\n"
    assert entry(compiled(child=body, base=WORK), "rules", "words.slogan")["severity"] == "error"
    body += "overrides:\n  - {id: words.slogan, severity: info}\n"
    assert entry(compiled(child=body, base=WORK), "rules", "words.slogan")["severity"] == "info"


def test_a_grandchild_inherits_through_its_parent() -> None:
    parent = "extends: [base.yaml]\noverrides:\n  - {id: words.slogan, hint: 删去}\n"
    child = compiled(child="extends: [parent.yaml]\n", parent=parent, base=WORK)
    assert entry(child, "rules", "words.slogan")["hint"] == "删去"


def test_a_template_that_is_reached_twice_is_inherited_once() -> None:
    child = compiled(
        child="extends: [left.yaml, right.yaml]\n",
        left="extends: [base.yaml]\n",
        right="extends: [base.yaml]\n",
        base=WORK,
    )
    assert [rule["id"] for rule in child["rules"]] == ["work.missing", "words.slogan"]


def test_lists_are_replaced_and_maps_are_merged() -> None:
    body = "extends: [base.yaml]\nparts:\n  - {id: work, heading: {any: [全年工作]}}\n"
    heading = entry(compiled(child=body, base=WORK), "parts", "work")["heading"]
    assert heading == {"any": ["全年工作"], "none": ["计划"]}


def test_plus_adds_to_a_list_and_minus_takes_away() -> None:
    body = "extends: [base.yaml]\noverrides:\n  - {id: work, heading: {any-: [工作情况], any+: [全年工作]}}\n"
    assert entry(compiled(child=body, base=WORK), "parts", "work")["heading"]["any"] == ["主要工作", "全年工作"]


def test_plus_begins_a_list_that_was_not_there() -> None:
    body = "extends: [base.yaml]\noverrides:\n  - {id: words.slogan, none+: [口号声]}\n"
    assert entry(compiled(child=body, base=WORK), "rules", "words.slogan")["options"]["none"] == ["口号声"]


def test_a_rule_can_be_taken_away_by_its_id() -> None:
    child = compiled(child="extends: [base.yaml]\nrules-: [words.slogan]\n", base=WORK)
    assert [rule["id"] for rule in child["rules"]] == ["work.missing"]


def test_a_child_adds_a_rule_of_its_own_behind_the_inherited_ones() -> None:
    body = "extends: [base.yaml]\nrules:\n  - {id: words.own, kind: pattern, severity: info, category: wording, any: [某], message: 有某}\n"
    assert [rule["id"] for rule in compiled(child=body, base=WORK)["rules"]] == [
        "work.missing",
        "words.slogan",
        "words.own",
    ]


def test_an_override_reaches_the_rules_that_a_part_becomes() -> None:
    body = "extends: [fazhi-township]\noverrides:\n  - {id: duty.merged, severity: error, hint: 单列}\n"
    rule = entry(compiled(child=body), "rules", "duty.merged")
    assert (rule["severity"], rule["hint"], rule["options"]) == ("error", "单列", {"part": "duty", "check": "merged"})


def test_a_locked_rule_may_be_made_stricter_and_said_in_other_words() -> None:
    locked = WORK.replace("severity: warning", "severity: warning\n    locked: true")
    body = "extends: [base.yaml]\noverrides:\n  - {id: words.slogan, severity: error, gate: true, message: 不写口号}\n"
    rule = entry(compiled(child=body, base=locked), "rules", "words.slogan")
    assert (rule["severity"], rule["gate"], rule["locked"], rule["message"]) == ("error", True, True, "不写口号")


def test_a_lock_of_the_first_parent_holds_against_the_second() -> None:
    locked = WORK.replace("severity: warning", "severity: warning\n    locked: true")
    quieter = "rules:\n  - {id: words.slogan, severity: info}\n"
    with pytest.raises(
        TemplateErrors, match=r"quieter.yaml:6:34: “words.slogan”由上级锁定（locked），等级不能从 warning 降为 info"
    ):
        compiled(child="extends: [base.yaml, quieter.yaml]\n", base=locked, quieter=quieter)


def test_a_variant_of_a_locked_rule_may_not_be_quieter_than_the_rule() -> None:
    body = "extends: [own.yaml]\noverrides:\n  - {id: date.format, variants: {han: {severity: off}}}\n"
    own = "extends: [fazhi-township]\noverrides:\n  - {id: date.format, locked: true}\n"
    with pytest.raises(TemplateErrors, match=r"“date\.format”由上级锁定（locked），等级不能从 warning 降为 off"):
        compiled(child=body, own=own)


def test_a_parameter_takes_the_value_of_the_last_file_that_sets_it() -> None:
    base = WORK.replace("parts:", "params:\n  least: {type: int, default: 50, about: 最少字数}\nparts:")
    base = base.replace("points: 100,", "points: 100, min_chars: $least,")
    assert entry(compiled(base=base), "parts", "work")["min_chars"] == 50
    child = compiled(child="extends: [base.yaml]\nparams: {least: 80}\n", base=base)
    assert entry(child, "parts", "work")["min_chars"] == 80
    assert child["params"] == {"least": 80}


def test_a_list_may_be_a_parameter_and_be_added_to() -> None:
    base = WORK.replace("parts:", "params:\n  slogans: {type: list, default: [口号, 标语], about: 口号}\nparts:")
    base = base.replace("any: [口号, 标语]", "any: $slogans")
    child = compiled(child="extends: [base.yaml]\nparams: {slogans+: [横幅]}\n", base=base)
    assert entry(child, "rules", "words.slogan")["options"]["any"] == ["口号", "标语", "横幅"]


def test_a_parameter_may_stand_inside_a_list() -> None:
    base = WORK.replace("parts:", "params:\n  slogan: {type: string, default: 横幅, about: 口号}\nparts:")
    base = base.replace("any: [口号, 标语]", "any: [口号, $slogan]")
    assert entry(compiled(base=base), "rules", "words.slogan")["options"]["any"] == ["口号", "横幅"]


def test_a_dollar_inside_a_regular_expression_is_no_parameter() -> None:
    base = WORK.replace("any: [口号, 标语]", "any: ['口号$', '^\\$x']")
    assert entry(compiled(base=base), "rules", "words.slogan")["options"]["any"] == ["口号$", "^\\$x"]


def test_a_date_may_be_counted_from_the_report_year() -> None:
    child = compiled(child='extends: [fazhi-township]\nparams: {deadline: "{year+1}-02-15"}\n')
    assert entry(child, "rules", "date.late")["options"]["deadline"] == "{year+1}-02-15"


def test_a_named_pattern_is_written_out_as_a_group_also_inside_another() -> None:
    base = WORK.replace("parts:", "patterns: {place: '镇|乡', organ: '{{place}}政府'}\nparts:")
    base = base.replace("any: [口号, 标语]", "any: ['我{{organ}}']")
    assert entry(compiled(base=base), "rules", "words.slogan")["options"]["any"] == ["我(?:(?:镇|乡)政府)"]


def test_a_child_replaces_a_named_pattern_for_all_rules_that_use_it() -> None:
    base = WORK.replace("parts:", "patterns: {slogan: 口号}\nparts:").replace(
        "any: [口号, 标语]", "any: ['{{slogan}}']"
    )
    child = compiled(child="extends: [base.yaml]\npatterns: {slogan: 横幅}\n", base=base)
    assert entry(child, "rules", "words.slogan")["options"]["any"] == ["(?:横幅)"]


def test_points_moved_from_one_part_to_another_still_add_up() -> None:
    child = compiled(
        child="extends: [fazhi-township]\noverrides:\n  - {id: duty, points: 22}\n  - {id: plan, points: 13}\n"
    )
    assert sum(part["points"] for part in child["parts"]) == 72


def test_an_item_of_the_score_is_merged_by_its_id() -> None:
    child = compiled(child="extends: [fazhi-township]\nscore: {items: [{id: date, lose: {date.late: 4}}]}\n")
    item = next(item for item in child["scoring"]["items"] if item["id"] == "date")
    assert item["lose"]["date.late"] == 4
    assert item["lose"]["date.missing"] == 4


def test_what_a_rule_costs_can_be_taken_away() -> None:
    child = compiled(child="extends: [fazhi-township]\nscore: {items: [{id: date, lose-: [date.late]}]}\n")
    assert "date.late" not in next(item for item in child["scoring"]["items"] if item["id"] == "date")["lose"]


def test_a_source_of_law_keeps_what_the_child_does_not_say() -> None:
    child = compiled(child="extends: [fazhi-township]\nsources: {dcgd: {clause: 第四章}}\n")
    basis = entry(child, "rules", "duty.missing")["basis"][0]
    assert (basis["source"], basis["clause"], basis["verified"]) == (
        "法治政府建设与责任落实督察工作规定",
        "第四章",
        True,
    )


def test_inheritance_without_end_is_refused_even_when_no_file_comes_twice() -> None:
    chain = {f"f{i}": f"extends: [f{i + 1}.yaml]\n" for i in range(40)}
    with pytest.raises(TemplateErrors, match="继承超过 20 层"):
        compiled(**chain, f40=WORK)
