"""The parts of the screens: text that reflows, text that stays text, signs and colours that go together."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from game.contracts.building.shipped import shipped
from game.model.ids import US, PartyId
from game.telling.names import Names
from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.markdown import inline, markdown_rows
from game.tui.widgets.marks import bar, bracketed, mark, marks, range_bar, seat_style
from game.tui.widgets.rows import TIE, Row, lay, row
from game.tui.widgets.sheet import Sheet
from tests.tui.stage import (
    NARROW,
    WIDE,
    advised,
    on_stage,
    press,
    screen_lines,
    session,
    shown,
    sit_down,
    staged,
    until,
)

HOSTILE = (
    "a [/b] close",
    "[@click=app.quit]press me[/]",
    "[bold]not bold[/bold]",
    "[MUN] stays",
    "[RU: once the rest of the Donbas is handed over]",
    r"back\[slash",
)
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200)


@pytest.mark.parametrize("text", HOSTILE)
@staged
async def test_square_brackets_are_text_and_never_markup(tmp_path: Path, text: str) -> None:
    async with on_stage(tmp_path) as pilot:
        sheet = pilot.app.screen.query_one("#status", Sheet)
        sheet.show([row(text)])
        await pilot.pause()
        assert text in shown(pilot)


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in row("before\x1b[2Jafter").body.plain
    assert "\x07" not in inline("bell\x07").plain


@given(TEXTS, st.integers(1, 60), st.integers(0, 30), st.integers(0, 30))
def test_no_line_is_wider_than_its_sheet(text: str, width: int, lead: int, right: int) -> None:
    laid = lay(Row(Content(text), Content("x" * min(lead, width - 1)), Content("y" * right)), width)
    assert laid
    widest = max(line.cell_length for line in laid)
    assert widest <= max(width, lead + 2)


@given(st.lists(st.text("abcde", min_size=1, max_size=7), max_size=40), st.integers(20, 60))
def test_wrapping_loses_no_word(words: list[str], width: int) -> None:
    laid = lay(row(" ".join(words), lead="1 ", right="done"), width)
    told = " ".join(line.plain for line in laid).split()
    assert sorted(told) == sorted(["1", *words, "done"])


def test_a_party_always_has_its_glyph_its_tag_and_its_colour() -> None:
    names = Names(shipped())
    seen = set()
    for party in (*shipped().parties, US):
        drawn = mark(names, party)
        assert drawn.plain == f"{names.glyph(party)}{TIE}{names.tag(party)}"
        assert seat_style(names, party) in str(drawn.spans[0].style)
        seen.add(seat_style(names, party))
    assert len(seen) == len(shipped().parties) + 1


@given(st.integers(12, 60), st.integers(0, 30))
def test_a_sign_and_its_tag_stay_on_one_line(width: int, right: int) -> None:
    names = Names(shipped())
    parties = (*shipped().parties, US)
    laid = [line.plain for line in lay(row(marks(names, parties), lead="  ", right="○" * right), width)]
    assert all(any(f"{names.glyph(party)} {names.tag(party)}" in line for line in laid) for party in parties)
    assert not any(TIE in line for line in laid)


@given(st.integers(8, 40))
def test_a_number_is_not_torn_from_its_percent_sign(width: int) -> None:
    laid = [line.plain for line in lay(row("About 5 % here, 17 % there and 100 % of all."), width)]
    assert not any(line.lstrip().startswith("%") for line in laid)
    assert all(any(each in line for line in laid) for each in ("5 %", "17 %", "100 %"))


def test_a_bracket_of_the_draft_keeps_its_words_and_gains_the_marks_of_those_who_want_it() -> None:
    names = Names(shipped())
    drawn = bracketed(names, "[UA EU: without recognition of any change of border]")
    assert drawn.plain.replace(TIE, " ") == "[● UA ■ EU: without recognition of any change of border]"
    assert (
        bracketed(names, "The Parties shall cease fire [Annex B].").plain == "The Parties shall cease fire [Annex B]."
    )


@given(st.integers(0, 100))
def test_a_bar_shows_anything_above_nothing_and_is_full_only_at_the_top(value: int) -> None:
    drawn = bar(value, 100, 20).plain
    assert len(drawn) == 20
    assert ("█" in drawn) == (value > 0)
    assert ("░" not in drawn) == (value == 100)


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_range_covers_both_its_ends(one: int, other: int) -> None:
    drawn = range_bar(min(one, other), max(one, other), 20).plain
    assert len(drawn) == 20
    assert "█" in drawn


def test_markdown_becomes_headings_bullets_and_weights() -> None:
    rows = list(markdown_rows("# Your task\n\nYou can *try* to **listen**:\n\n- one\n- two\n  lines\n"))
    assert [each.body.plain for each in rows if each.body.plain] == [
        "Your task",
        "You can try to listen:",
        "one",
        "two lines",
    ]


def test_ascii_signs_are_as_wide_as_what_they_stand_for() -> None:
    for sign in "▲▼●■★◆○□█░│─›→·–—−…“”‘’✓×±▸▾":
        assert len(in_ascii(sign)) == 1
        assert in_ascii(sign).isascii()


@staged
async def test_the_ascii_screen_is_ascii(tmp_path: Path) -> None:
    async with on_stage(tmp_path, ascii=True) as pilot:
        assert shown(pilot).isascii()
        await sit_down(pilot, session(turn=4))
        for key in ("t", "p", "g", "l", "c", "a"):
            assert shown(pilot).isascii(), shown(pilot)
            await press(pilot, key)
            assert shown(pilot).isascii(), shown(pilot)
            await press(pilot, "escape")


@staged
async def test_the_theme_changes_with_one_key_and_nothing_moves(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await advised(pilot)
        before, dark = shown(pilot), pilot.app.theme
        await press(pilot, "f2")
        assert pilot.app.theme != dark
        assert shown(pilot) == before
        await press(pilot, "f2", "f2")
        assert pilot.app.theme == dark


@pytest.mark.parametrize("ascii_only", [False, True])
@staged
async def test_a_pane_says_where_there_is_more_to_scroll_to(tmp_path: Path, ascii_only: bool) -> None:
    async with on_stage(tmp_path, NARROW, ascii=ascii_only) as pilot:
        await press(pilot, "n")
        down, up, both = ("v more", "^ more", "^v more") if ascii_only else ("▼ more", "▲ more", "▲▼ more")
        assert f" {down} " in screen_lines(pilot)[-2]
        await press(pilot, "pagedown")
        assert f" {both} " in screen_lines(pilot)[-2]
        await press(pilot, "end")
        assert f" {up} " in screen_lines(pilot)[-2]
        await pilot.resize_terminal(80, 70)
        await until(pilot, lambda: "more" not in screen_lines(pilot)[-2])


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
@staged
async def test_no_pane_ends_below_the_fold_without_a_sign(tmp_path: Path, size: tuple[int, int]) -> None:
    def unseen(sheet: Sheet) -> bool:
        return sheet.has_class("pane") and 0 < sheet.scrollable_content_region.height < len(sheet.lines)

    async with on_stage(tmp_path, size) as pilot:
        await press(pilot, "n", "b")
        found = 0
        for keys in (
            ("escape",),
            ("escape",),
            ("t",),
            ("escape", "p"),
            ("escape", "g"),
            ("escape", "a"),
            ("2", "1", "1"),
        ):
            for sheet in filter(unseen, pilot.app.screen.query(Sheet)):
                region = sheet.region
                assert "more" in screen_lines(pilot)[region.bottom - 1][region.x : region.right], sheet
                found += 1
            await press(pilot, *keys)
        assert found >= 3


def test_seats_beyond_the_third_share_colours_but_not_marks() -> None:
    names = Names(shipped())
    assert mark(names, PartyId("russia")).plain != mark(names, PartyId("europe")).plain
