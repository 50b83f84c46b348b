#include "passes/report_page.h"

namespace fluxion::passes {

const char *const kReportHead = R"page(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Fluxion: what the passes made</title>
<style>
:root { color-scheme: light dark; --line: #8888; --soft: #8882; }
body { font: 14px/1.4 system-ui, sans-serif; margin: 0; display: grid; height: 100vh; grid-template-rows: auto 1fr auto; }
header { padding: 8px 12px; border-bottom: 1px solid var(--line); max-height: 36vh; overflow: auto; }
h1 { font-size: 16px; margin: 0 12px 0 0; display: inline; }
table { border-collapse: collapse; margin-top: 6px; }
td, th { padding: 1px 10px; text-align: right; font-variant-numeric: tabular-nums; font-weight: normal; }
th { opacity: .7; }
td:first-child, th:first-child { text-align: left; }
tr[tabindex] { cursor: pointer; }
tr.chosen { background: #4a90d944; }
main { display: grid; grid-template-columns: 1fr 1fr; min-height: 0; }
section { overflow: auto; border-right: 1px solid var(--line); position: relative; }
h2 { font-size: 13px; margin: 0; padding: 4px 12px; position: sticky; left: 0; top: 0; background: Canvas; z-index: 1; }
footer { border-top: 1px solid var(--line); max-height: 30vh; overflow: auto; padding: 6px 12px; min-height: 3em; }
pre { margin: 4px 0; font-size: 12px; white-space: pre-wrap; }
svg text { font-size: 11px; fill: #111; pointer-events: none; }
svg path { fill: none; stroke: var(--line); }
svg g { cursor: pointer; }
svg rect { stroke: #777; }
svg g.new rect { stroke: #1a9d3a; stroke-width: 2.5; }
svg g.gone rect { stroke: #d02c2c; stroke-width: 2.5; stroke-dasharray: 5 3; }
svg g.chosen rect { stroke: #1565d8; stroke-width: 3; stroke-dasharray: none; }
.key { display: inline-block; padding: 0 6px; margin-left: 8px; border: 2px solid #777; color: #111; background: #eee; }
</style>
</head>
<body>
<header>
<h1>What the passes made</h1>
<label>of <select id="function"></select></label>
<span class="key" style="border-color:#1a9d3a">new</span><span class="key" style="border-color:#d02c2c">gone</span>
<span class="key" style="background:hsl(50 90% 82%)">cheap</span><span class="key" style="background:hsl(0 90% 62%)">dear</span>
<table id="stages"></table>
</header>
<main><section id="before"></section><section id="after"></section></main>
<footer id="details">Click an op. The arrow keys go from pass to pass.</footer>
<script type="application/json" id="data">)page";

const char *const kReportTail = R"page(</script>
<script>
'use strict';
const functions = JSON.parse(document.getElementById('data').textContent);
const at = {f: 0, s: 0};
const W = 168, H = 36, GAP = 14, ROW = 74;
const make = (tag, attributes = {}, text) => {
  const svg = ['svg', 'g', 'rect', 'path', 'text'].includes(tag);
  const e = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text !== undefined) e.textContent = text;
  return e;
};
const short = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;
const bytes = n => n < 1e4 ? n + ' B' : n < 1e7 ? (n / 1e3).toFixed(1) + ' kB' : (n / 1e6).toFixed(1) + ' MB';
const time = ns => ns < 1e3 ? ns.toFixed(0) + ' ns' : ns < 1e6 ? (ns / 1e3).toFixed(1) + ' µs' : (ns / 1e6).toFixed(2) + ' ms';
const cost = stage => stage.nodes.reduce((sum, n) => sum + (n.c || 0), 0);
const name = n => n.k ? `kernel ${n.k}, ${n.n} ops` : n.o.replace(/^fx\./, '');
const signature = n => [n.o, n.k, n.n, n.t, n.l].join('|');

// Which nodes of `stage` have no counterpart in `other`, by what they are and where they come from.
function surplus(stage, other) {
  const count = new Map();
  if (other) for (const n of other.nodes) count.set(signature(n), (count.get(signature(n)) || 0) + 1);
  return stage.nodes.map(n => {
    const left = count.get(signature(n)) || 0;
    count.set(signature(n), left - 1);
    return other ? left <= 0 : false;
  });
}

// Rows by the longest way from an argument; constants stand just above their first user. Within a row, by the mean place
// of what a node reads.
function layout(nodes) {
  const row = nodes.map(() => 0), x = nodes.map(() => 0);
  nodes.forEach((n, i) => { for (const j of n.i) row[i] = Math.max(row[i], row[j] + 1); });
  for (let i = nodes.length - 1; i >= 0; --i) {
    if (nodes[i].i.length || nodes[i].o === 'argument') continue;
    const users = nodes.map((n, j) => n.i.includes(i) ? row[j] : Infinity).reduce((a, b) => Math.min(a, b), Infinity);
    if (users < Infinity) row[i] = Math.max(0, users - 1);
  }
  const rows = [];
  nodes.forEach((_, i) => (rows[row[i]] = rows[row[i]] || []).push(i));
  for (const members of rows) {
    if (!members) continue;
    const wish = i => nodes[i].i.length ? nodes[i].i.reduce((s, j) => s + x[j], 0) / nodes[i].i.length : 0;
    members.sort((a, b) => wish(a) - wish(b) || a - b);
    let next = 0;
    for (const i of members) { x[i] = Math.max(next, wish(i)); next = x[i] + W + GAP; }
  }
  return {x, y: row.map(r => 8 + r * ROW), width: Math.max(0, ...x) + W + 24, height: 8 + rows.length * ROW};
}

function details(n) {
  const box = document.getElementById('details');
  box.replaceChildren(make('b', {}, `${n.o}${n.k ? ' ' + n.k : ''}  ${n.t}`));
  let more = n.l ? ' · ' + n.l : '';
  if (n.d) more += ' · in ' + n.d;
  if (n.c !== undefined) more += ` · about ${time(n.c)}: ${Math.round(n.f)} additions' worth, ${bytes(n.b)}`;
  box.append(more);
  if (n.x) box.append(make('pre', {}, n.x));
}

function draw(id, stage, other, mark, dearest) {
  const pane = document.getElementById(id);
  const title = stage ? `${id === 'before' ? 'Before' : 'After'}: ${stage.name}, about ${time(cost(stage))} on one core` : '';
  pane.replaceChildren(make('h2', {}, title));
  if (!stage) return;
  if (stage.ops > stage.nodes.length + 50 && stage.nodes.length >= 2500) pane.append(`the first ${stage.nodes.length} of ${stage.ops} ops`);
  const place = layout(stage.nodes), marked = surplus(stage, other);
  const svg = make('svg', {width: place.width, height: place.height});
  stage.nodes.forEach((n, i) => {
    for (const j of n.i) {
      const x1 = place.x[j] + W / 2, y1 = place.y[j] + H, x2 = place.x[i] + W / 2, y2 = place.y[i];
      svg.append(make('path', {d: `M${x1},${y1} C${x1},${y1 + 22} ${x2},${y2 - 22} ${x2},${y2}`}));
    }
  });
  stage.nodes.forEach((n, i) => {
    const g = make('g', {transform: `translate(${place.x[i]},${place.y[i]})`, class: marked[i] ? mark : '', 'data-op': n.o});
    const heat = n.c && dearest ? Math.sqrt(n.c / dearest) : 0;
    const fill = n.c ? `hsl(${50 - 50 * heat} 90% ${82 - 20 * heat}%)` : '#e8e8ee';
    g.append(make('rect', {width: W, height: H, rx: n.k ? 9 : 3, fill}));
    g.append(make('text', {x: 7, y: 15}, short(name(n), 26)), make('text', {x: 7, y: 29}, short(n.t, 28)));
    g.addEventListener('click', () => {
      document.querySelectorAll('g.chosen').forEach(e => e.classList.remove('chosen'));
      g.classList.add('chosen');
      details(n);
    });
    svg.append(g);
  });
  pane.append(svg);
}

function show() {
  const stages = functions[at.f].stages, after = stages[at.s], before = at.s ? stages[at.s - 1] : null;
  const table = document.getElementById('stages');
  table.replaceChildren();
  const head = make('tr');
  for (const h of ['pass', 'time', 'ops', 'kernels', 'values', 'cost']) head.append(make('th', {}, h));
  table.append(head);
  stages.forEach((s, i) => {
    const row = make('tr', {tabindex: 0, class: i === at.s ? 'chosen' : ''});
    for (const t of [s.name, i ? s.ms.toFixed(3) + ' ms' : '', s.ops, s.kernels, bytes(s.bytes), time(cost(s))]) row.append(make('td', {}, t));
    row.addEventListener('click', () => { at.s = i; show(); });
    table.append(row);
  });
  const dearest = Math.max(0, ...[before, after].filter(s => s).flatMap(s => s.nodes.map(n => n.c || 0)));
  draw('before', before, after, 'gone', dearest);
  draw('after', after, before, 'new', dearest);
}

const select = document.getElementById('function');
functions.forEach((f, i) => select.append(make('option', {value: i}, f.name)));
select.addEventListener('change', () => { at.f = Number(select.value); at.s = 0; show(); });
document.addEventListener('keydown', e => {
  const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[e.key];
  if (!step || !functions.length || e.target === select) return;
  e.preventDefault();
  at.s = Math.min(functions[at.f].stages.length - 1, Math.max(0, at.s + step));
  show();
});
// What is shown first is what the last pass made that changed more than the order.
if (functions.length) {
  const stages = functions[0].stages, same = s => stages[s].ops === stages[s - 1].ops && stages[s].bytes === stages[s - 1].bytes;
  for (at.s = stages.length - 1; at.s > 1 && same(at.s); --at.s);
  show();
}
else document.getElementById('details').textContent = 'No function went through a pass.';
</script>
</body>
</html>
)page";

}  // namespace fluxion::passes
