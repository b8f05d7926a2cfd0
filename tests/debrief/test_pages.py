"""The files of a debrief: well-formed, readable by everybody, and inert whatever a name holds."""

import csv
import io
import json
import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from game.debrief.chairs import Chair
from game.debrief.chapters import Audience, Bullets, Chapter, Figure, Paragraph, Series, Shape, Table, section_of
from game.debrief.findings import Findings, Wish, debriefed
from game.debrief.gathering import gathered, spread_of
from game.debrief.handout import handout
from game.debrief.pages.data import TABLES, columns_of, data_of, rows_of
from game.debrief.pages.html import html_page
from game.debrief.pages.inert import REPLACED, for_cell, for_html, for_markdown, row_of_cells
from game.debrief.pages.markdown import markdown_page
from game.debrief.pages.report import report_html, report_markdown
from game.debrief.partings import letters
from game.debrief.sections import sections
from game.debrief.words.answers import offers
from game.debrief.words.frame import NO_PROOF
from game.play.match import Match
from game.telling.names import Names
from tests.campaigns import CAMPAIGN
from tests.debrief.pages import Page, faults
from tests.debrief.recorded import broken_off, findings, game, games, untouched
from tests.telling.text_files import TextFile

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover='x'",
    "&lt;b&gt;",
    "]]><!--",
    "[click](javascript:alert(1))",
    "**bold** `code` | cell",
    "\x1b[31mred\x1b]0;title\x07",
    "abc\u202egnp.exe\u2066\u2069\u200f\u061c",
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "1. list",
    "# heading",
    "</style></title></svg>",
    "https://example.org www.example.org",
    "\ud800",
)


def every_page() -> list[str]:
    """Pages of every kind, of finished games and others."""
    found = [report_html(findings(match), audience) for match in games() for audience in Audience]
    found += [report_html(debriefed(match), Audience.TEACHER) for match in (broken_off(), untouched())]
    rolled = debriefed(game("statecraft", "quick"), Wish(rollouts=2, advisers=True))
    scenario = game().game.scenario
    return [
        *found,
        report_html(rolled, Audience.TEACHER),
        html_page("Cards", "x", handout(scenario)),
        html_page("Games", "x", gathered([("a", findings()), ("b", findings())])),
    ]


def hostile_chapters(text: str) -> tuple[Chapter, ...]:
    series = (Series(text, ((0, 1), (1, 2)), ((0, 2), (1, 2))), Series(text, ((0, 1),)))
    figures = tuple(Figure(text, text, shape, series, text, text, ticks=(text, text)) for shape in Shape)
    table = Table(text, (text, text), ((text, text), (text, text)), (1,))
    return (Chapter("one", text, (Paragraph(text), Bullets((text,)), table, *figures)),)


def test_every_page_is_well_formed_and_has_its_landmarks_headings_and_names() -> None:
    for text in every_page():
        assert list(faults(Page(text))) == []


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = Page(report_html(findings(), Audience.TEACHER))
    policy = next(each["content"] for each in page.all("meta") if each.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert "url(" not in report_html(findings(), Audience.TEACHER)
    assert "http" not in page.text


def test_every_figure_has_a_title_a_description_and_a_table_with_its_numbers() -> None:
    page = Page(report_html(debriefed(game("statecraft", "quick"), Wish(rollouts=2)), Audience.TEACHER))
    drawn = page.all("svg")
    assert len(drawn) >= 4
    assert all(each["role"] == "img" and len(each["aria-labelledby"].split()) == 2 for each in drawn)
    assert len(page.all("desc")) == len(drawn)
    tags = [tag for tag, _ in page.tags]
    for place in [at for at, tag in enumerate(tags) if tag == "figure"]:
        assert "table" in tags[place : tags.index("section", place) if "section" in tags[place:] else None]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_name_holds_comes_out_inert_in_a_page(text: str) -> None:
    harmless = Page(html_page("x", "x", hostile_chapters("x")))
    page = Page(html_page(text, text, hostile_chapters(text)))
    assert list(faults(page)) == []
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in harmless.tags]
    assert all(ord(letter) >= 32 or letter in "\n\t" for letter in page.text)
    assert not set("\u202e\u2066\u2069\u200f\u061c\x1b") & set(page.text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_name_holds_comes_out_inert_in_markdown(text: str) -> None:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable("table")
    kinds = [each.type for each in reader.parse(markdown_page("x", "x", hostile_chapters("x")))]
    tokens = reader.parse(markdown_page(text, text, hostile_chapters(text)))
    assert [each.type for each in tokens] == kinds
    inside = [child.type for each in tokens for child in each.children or ()]
    assert set(inside) <= {"text", "text_special", "em_open", "em_close"}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_spreadsheet_takes_a_cell_for_a_formula(text: str) -> None:
    """As OWASP lists them: cells that begin with =, +, -, @, a tab or a line break."""
    line = row_of_cells((text, 1, None, "plain"))
    (row,) = list(csv.reader(io.StringIO(line, newline="")))
    assert row[1:] == ["1", "", "plain"]
    assert row[0][:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
    assert row[0] == for_cell(text)


def test_ordinary_text_stays_as_it_is() -> None:
    said = "Moscow’s “no”: −3 points – turn 2 (24–48 %)"
    assert for_html(said) == said
    assert for_markdown(said) == said
    assert for_cell(said) == said
    assert for_html("a\u202eb") == f"a{REPLACED}b"


def test_a_students_debrief_has_nothing_that_the_parties_kept_to_themselves() -> None:
    for match in games():
        found = findings(match)
        page = Page(report_html(found, Audience.STUDENT))
        text = page.text + report_markdown(found, Audience.STUDENT) + json.dumps(data_of(found, Audience.STUDENT))
        told = [section.title for section in sections(match, Audience.STUDENT, found)]
        assert "The zone of agreement, and your text" not in told
        for word in (
            "margin",
            "Margin",
            "truly wanted",
            "No deal was worth",
            "What would have turned it",
            "zone_",
            "best_",
        ):
            assert word not in text
        if match.game.sealed:
            label = match.game.truth.label
            assert f"“{label}”" not in text
            assert match.game.truth.about.strip()[:40] not in text


def test_every_debrief_says_that_it_proves_nothing_and_what_was_not_on_the_table() -> None:
    for audience in Audience:
        for match in (*games(), broken_off(), untouched()):
            first = sections(match, audience, findings(match) if match.over else None)[0]
            assert first.lines[0] == NO_PROOF
            for word in ("justice", "accountability", "children", "occupation"):
                assert word in first.lines[2]


def test_a_debrief_reads_as_it_did(snapshot: SnapshotAssertion) -> None:
    found = debriefed(game("statecraft", "quick", "ripe", 5), Wish(rollouts=2))
    text = "\n\n".join("\n".join((f"== {each.title} ==", *each.lines)) for each in sections(found.match, found=found))
    assert text + "\n" == snapshot(extension_class=TextFile)


def test_sections_have_no_line_breaks_or_markup_of_their_own() -> None:
    for section in sections(game()):
        assert section.lines
        assert all("\n" not in line and "<" not in line for line in section.lines)


def test_games_from_one_start_are_compared_and_not_ranked() -> None:
    """Handed in the other way round, the same games give the same numbers."""
    first, second = findings(game("statecraft", "quick")), findings(game("passive", "quick"))
    one, other = gathered([("a", first), ("b", second)]), gathered([("b", second), ("a", first)])
    assert "not a ranking" in markdown_page("x", "x", one)
    text = markdown_page("x", "x", tuple(chapter for chapter in one if chapter.id != "claims"))
    for word in ("best", "winner", "rank ", "first place"):
        assert word not in text.lower()
    for here, there in zip(one, other, strict=True):
        if here.id in ("measures", "lenses", "endings", "claims"):
            tables = [[b for b in each.blocks if isinstance(b, Table)] for each in (here, there)]
            assert tables[0] == tables[1]


def test_every_cell_of_a_table_in_lines_says_what_it_is() -> None:
    table = Table(
        "Best", ("Clause", "There", "Yours at the end", "Points"), (("Line", "Zone.", "Standstill", "3"),), (3,)
    )
    chapter = Chapter("x", "x", (table, Table("Two", ("Clause", "Wording"), (("Line", "Zone"),))))
    assert section_of(chapter).lines == (
        *("Best:", "- Line: there: Zone; yours at the end: Standstill; points 3", ""),
        *("Two:", "- Line: Zone"),
    )
    lenses = next(each for each in sections(game(), found=findings()) if each.title == "Six ways to judge it")
    assert all("; capped as dictated: no" in line for line in lenses.lines if "score" in line)


def test_dots_of_games_are_lettered_and_none_covers_another() -> None:
    values = (100, 100, 97, 3, 100)
    series = (Series("one", tuple(enumerate(values))), Series("two", tuple(enumerate(reversed(values)))))
    page = Page(html_page("x", "x", (Chapter("one", "x", (strips(series),)),)))
    dots = [(int(each["cx"]), int(each["cy"])) for each in page.all("circle")]
    assert len(set(dots)) == 10
    for one, other in combinations(dots, 2):
        assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= 14**2
    assert len([each for each in page.all("text") if each["class"] == "dot"]) == 10
    height = int(page.all("svg")[0]["viewbox"].split()[-1])
    assert all(0 < y < height for _, y in dots)


def strips(series: tuple[Series, ...]) -> Figure:
    return Figure("x", "x", Shape.STRIPS, series, "x", "", low=0, high=100, ticks=tuple("ABCDE"))


def test_whatever_may_be_wider_than_a_phone_scrolls_and_says_so() -> None:
    page = Page(report_html(findings(), Audience.TEACHER))
    tables = [each for each in page.all("table") if "many" in each.get("class", "")]
    cues = [each for each in page.all("p") if each.get("class") == "cue"]
    assert tables
    assert len(cues) == len(tables) + len(page.all("svg"))


def test_acts_that_were_never_learnt_of_are_counted_as_often_as_they_were_done() -> None:
    for match in games():
        for chair in findings(match).chairs:
            told = next(s for s in sections(match, found=findings(match)) if chair_title(match, chair) == s.title).text
            said = re.search(r"never learnt of (\d+)(?:: (.*?)\.)?(?:\n|$)", told)
            assert said is not None
            listed = [part for part in (said[2] or "").split("; ") if part]
            counts = [int(times[1]) if (times := re.search(r"\(×(\d+)\)$", part)) else 1 for part in listed]
            assert int(said[1]) == len(chair.hidden) == sum(counts)


def chair_title(match: Match, chair: Chair) -> str:
    return f"From the chair of {Names(match.game.scenario).formal(chair.party)}"


def test_a_refusal_says_what_was_asked_for_and_what_would_have_been_enough() -> None:
    found = findings(game("pressure-only", "class", "ripe", 5))
    names = Names(found.match.game.scenario)
    (table,) = [block for block in offers(found, Audience.TEACHER).blocks if isinstance(block, Table)]
    assert table.head[-2:] == ("What it asked for", "The smallest change that would have been enough")
    for row, refusal in zip(table.rows, found.refusals, strict=True):
        if refusal.reply.answer.instead is not None:
            assert names.term(refusal.reply.answer.instead).lower() in row[-2].lower()
    (told,) = [block for block in offers(found, Audience.STUDENT).blocks if isinstance(block, Table)]
    assert told.head[-1] == "What it asked for"


def test_five_numbers_are_by_the_nearest_rank() -> None:
    told = spread_of([15, 20, 35, 40, 50])
    assert (told.least, told.lower, told.middle, told.upper, told.most) == (15, 20, 35, 40, 50)
    assert spread_of([7]).lower == spread_of([7]).most == 7
    assert [letters(number) for number in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_just_the_columns_of_its_table(table: str) -> None:
    seen: list[Findings] = [findings(match) for match in games()]
    for found in (*seen, debriefed(broken_off()), debriefed(untouched())):
        for row in rows_of(found, "a", table):
            assert tuple(row) == columns_of(found, table)
            assert all(name.isidentifier() or name == "game" for name in row)
    assert len({columns_of(found, table) for found in seen}) == 1


def test_a_games_data_can_be_written_as_json_for_either_audience() -> None:
    for audience in Audience:
        assert json.loads(json.dumps(data_of(findings(), audience)))["note"].startswith("A world that we wrote")


@pytest.mark.campaign
@pytest.mark.slow
def test_axe_finds_nothing_to_say_about_a_page(tmp_path: Path) -> None:
    """In headless Chromium, at desktop and phone width, where both and npm can be had."""
    if CAMPAIGN == "every-run":
        pytest.skip("it takes a browser some seconds; 'make campaigns' looks")
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    script = axe(tmp_path)
    if browser is None or script is None:
        pytest.skip("neither Chromium nor axe-core, or only one of them, can be had here")
    told = report_html(debriefed(game("statecraft", "quick"), Wish(rollouts=2)), Audience.TEACHER)
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    assert policy in told
    told_by = "r.violations.map(v => v.id + ' ' + v.nodes[0].html)"
    run = f"axe.run().then(r => {{ document.body.textContent = 'AXE' + JSON.stringify({told_by}) + 'END' }})"
    page = tmp_path / "page.html"
    page.write_text(
        told.replace(policy, "").replace("</body>", f"<script>{script}</script><script>{run}</script></body>")
    )
    for width in (1280, 390):
        words = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900"]
        words += ["--virtual-time-budget=60000", "--dump-dom", page.as_uri()]
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=180)
        assert "AXE[]END" in done.stdout, done.stdout[-2000:]


def axe(folder: Path) -> str | None:
    """The source of axe-core, fetched by npm; None if that cannot be done."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    words = [npm, "pack", "axe-core@4", "--silent"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    packed = next(folder.glob("axe-core-*.tgz"), None)
    if done.returncode or packed is None:
        return None
    shutil.unpack_archive(packed, folder)
    return (folder / "package" / "axe.min.js").read_text(encoding="utf-8")
