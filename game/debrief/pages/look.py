"""How a page looks: one column of text, tables with hairlines, light and dark, phone width, print."""

from typing import Final

STYLE: Final = """
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1b18; --quiet: #5c574f; --line: #cfc9bd; --first: #1f4e79; --second: #9a4a12;
  --shade: #1d1b1859;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e9e5dc; --quiet: #aaa397; --line: #48443c; --first: #8fbbe8; --second: #e8a66f;
    --shade: #e9e5dc59;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
}
header, nav, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; }
h1, h2, h3, nav, table, figcaption, .kicker, .cue, svg text {
  font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
}
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .5rem; letter-spacing: -.01em; }
h2 {
  font-size: 1.3rem; line-height: 1.25; margin: 3.25rem 0 .75rem; padding-top: .75rem;
  border-top: 2px solid var(--ink);
}
h3 { font-size: 1.05rem; margin: 2.25rem 0 .5rem; }
p, li { max-width: 40rem; overflow-wrap: break-word; }
p { margin: 0 0 .8rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.4rem; }
li { margin-bottom: .35rem; }
a { color: var(--first); }
.kicker { color: var(--quiet); font-size: .85rem; margin: 0 0 .4rem; }
#frame + p { border-left: 3px solid var(--second); padding: .1rem 0 .1rem .9rem; font-size: 1.15rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
nav { font-size: .9rem; line-height: 1.5; margin-top: 1.75rem; }
nav ol { columns: 2; column-gap: 2.5rem; padding-left: 1.5rem; }
nav li { break-inside: avoid; }
.wide {
  overflow-x: auto; margin: 1rem 0 1.5rem;
  background:
    linear-gradient(to right, var(--paper) 40%, transparent) left / 3rem 100% local,
    linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% local,
    linear-gradient(to right, var(--shade), transparent) left / 1.1rem 100% scroll,
    linear-gradient(to left, var(--shade), transparent) right / 1.1rem 100% scroll;
  background-repeat: no-repeat;
}
figure .wide { margin: 0; }
.cue { display: none; color: var(--second); font-size: .85rem; margin: 0; }
.wide:focus-visible, a:focus-visible { outline: 2px solid var(--first); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.4; }
.bare { width: auto; }
.bare th, .bare td { padding-right: 1.75rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 1px solid var(--ink); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.n { white-space: normal; }
figure { margin: 1.25rem 0; }
figcaption { font-size: .85rem; color: var(--quiet); margin-bottom: .25rem; }
svg { display: block; width: 100%; height: auto; max-width: 44rem; }
svg text { font-size: 12px; fill: var(--ink); }
svg .dot { font-size: 11px; font-weight: 600; fill: var(--paper); }
svg .tick, svg .axis { fill: var(--quiet); }
.grid { stroke: var(--line); fill: none; }
.zero { stroke: var(--ink); fill: none; }
.l0 { stroke: var(--first); stroke-width: 2; fill: none; }
.l1 { stroke: var(--second); stroke-width: 2; stroke-dasharray: 6 4; fill: none; }
.reach { stroke: var(--quiet); stroke-width: 1.5; fill: none; }
.m0 { fill: var(--first); }
.m1 { fill: var(--paper); stroke: var(--second); stroke-width: 2; }
.b0 { fill: var(--first); }
.b1 { fill: var(--paper); stroke: var(--second); stroke-width: 2; }
footer { color: var(--quiet); font-size: .9rem; padding-bottom: 4rem; margin-top: 3rem; }
.sheet p, .sheet li { font-size: .95rem; line-height: 1.45; }
.sheet { border: 1px solid var(--ink); padding: .9rem 1rem; margin: 0 0 1.25rem; break-inside: avoid; }
.sheet h3 { margin: 0 0 .4rem; }
@media print, (min-width: 60rem) {
  main:has(.sheet) { columns: 2; column-gap: 1.25rem; padding-right: 2px; }
  main:has(.sheet) h2 { column-span: all; }
}
@media (max-width: 40rem) {
  header { padding-top: 1.5rem; }
  h1 { font-size: 1.6rem; }
  nav ol { columns: 1; }
  .wide svg { width: 34rem; max-width: none; }
  .many { min-width: 34rem; }
  .many tbody th { position: sticky; left: 0; background: var(--paper); }
  .cue { display: block; }
  .wordy thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .wordy, .wordy tbody, .wordy tr, .wordy th, .wordy td, .wordy caption { display: block; width: auto; }
  .wordy tr { border-bottom: 1px solid var(--ink); padding: .5rem 0; }
  .wordy th, .wordy td { border: 0; padding: .1rem 0; text-align: left; }
  .wordy [data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-weight: 400; }
}
@media print {
  :root {
    --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --first: #1f4e79; --second: #9a4a12;
  }
  @page { margin: 18mm 16mm; }
  body { font-size: 10.5pt; line-height: 1.4; }
  header, nav, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { padding-top: 0; }
  .skip { display: none; }
  h2 { margin-top: 1.75rem; }
  h2, h3, caption, figcaption { break-after: avoid; }
  tr, figure, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; background: none; }
  .wide svg { width: 100%; }
  .many { min-width: 0; }
  .cue { display: none; }
  table { font-size: 8.5pt; }
  a { color: inherit; text-decoration: none; }
}
"""
