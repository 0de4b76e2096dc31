'use strict';
// One stream of events feeds the page; every change the page makes is one POST.

const $ = (selector) => document.querySelector(selector);

const SWITCHES = [
  { label: 'stop fan1', component: 'fan1', broken: (b) => b.fan1?.stopped, off: { stopped: true }, on: { stopped: false } },
  { label: 'stop fan2', component: 'fan2', broken: (b) => b.fan2?.stopped, off: { stopped: true }, on: { stopped: false } },
  { label: 'pull mains', component: 'mains', broken: (b) => b.mains?.online === false, off: { online: false }, on: { online: true } },
  { label: 'fail supply', component: 'power-fail', broken: (b) => b['power-fail']?.active, off: { active: true }, on: { active: false } },
  { label: 'fill disk1', component: 'disk1', broken: (b) => b.disk1?.usedPercent >= 90, off: { usedPercent: 97 }, on: { usedPercent: 41 } },
  { label: 'fill disk2', component: 'disk2', broken: (b) => b.disk2?.usedPercent >= 90, off: { usedPercent: 99 }, on: { usedPercent: 58 } },
  { label: 'give up sda', component: 'sda', broken: (b) => b.sda?.online === false, off: { online: false }, on: { online: true } },
  { label: 'degrade RAID', component: 'md0', broken: (b) => b.md0?.missingDisks > 0, off: { missingDisks: 1 }, on: { missingDisks: 0 } },
  { label: 'use up memory', component: 'memory', broken: (b) => b.memory?.availablePercent <= 10, off: { availablePercent: 4 }, on: { availablePercent: null } },
  { label: 'unplug printer', component: 'printer', broken: (b) => b.printer?.attached === false, off: { attached: false }, on: { attached: true } },
  { label: 'fail service', component: 'kiosk.service', broken: (b) => b['kiosk.service']?.failed, off: { failed: true }, on: { failed: false } },
  { label: 'age certificate', component: 'certificate', broken: (b) => b.certificate?.daysLeft <= 30, off: { daysLeft: 5 }, on: { daysLeft: null } },
  { label: 'cut network', component: 'link', broken: (b) => b.link?.up === false, off: { up: false }, on: { up: true } },
];

const LCD_SWITCHES = [
  { label: 'reset LCD', component: 'lcd', broken: () => false, off: { reset: true } },
  { label: 'unplug LCD', component: 'lcd', broken: (b) => b.lcd?.unplugged, off: { unplugged: true }, on: { unplugged: false } },
  { label: 'refuse transfers', component: 'lcd', broken: (b) => b.lcd?.failEvery > 0, off: { failEvery: 20 }, on: { failEvery: 0 } },
  { label: 'lose bytes', component: 'lcd', broken: (b) => b.lcd?.dropEvery > 0, off: { dropEvery: 60 }, on: { dropEvery: 0 } },
  { label: 'stall transfers', component: 'lcd', broken: (b) => b.lcd?.stallMs > 0, off: { stallMs: 20 }, on: { stallMs: 0 } },
  { label: 'silence MISO', component: 'lcd', broken: (b) => b.lcd?.answers === false, off: { answers: false }, on: { answers: true } },
  { label: 'garble MISO', component: 'lcd', broken: (b) => b.lcd?.wrongAnswers, off: { wrongAnswers: true }, on: { wrongAnswers: false } },
];

async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) alert((await answer.text()).trim());
  return answer.ok;
}

function element(tag, className, text) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
}

// ---- the LCD: the next picture is asked for when the last one has arrived, never twice at once

const lcd = $('#lcd');

// Small panels are shown with every pixel as a square of whole ones; large ones are scaled to fit.
const SMALL_WIDTH = 384, LARGE_WIDTH = 640, FITTING_WIDTH = 480;
function fitLcd() {
  const width = lcd.naturalWidth;
  const scale = width > LARGE_WIDTH ? FITTING_WIDTH / width : Math.max(1, Math.floor(SMALL_WIDTH / width));
  lcd.width = Math.round(width * scale);
  lcd.height = Math.round(lcd.naturalHeight * scale);
  lcd.classList.toggle('scaled-down', scale < 1);
}

let lcdDue = false, lcdBusy = false;
async function refreshLcd() {
  if (lcdBusy) { lcdDue = true; return; }
  lcdBusy = true;
  try {
    const answer = await fetch('/api/lcd.png');
    const url = URL.createObjectURL(await answer.blob());
    lcd.onload = () => { fitLcd(); URL.revokeObjectURL(url); };
    lcd.src = url;
  } finally {
    lcdBusy = false;
    if (lcdDue) { lcdDue = false; refreshLcd(); }
  }
}

for (const key of document.querySelectorAll('[data-key]')) {
  let since = 0;
  key.addEventListener('pointerdown', () => { since = performance.now(); });
  key.addEventListener('click', (click) => {
    const held = click.shiftKey ? 1500 : since ? Math.max(20, Math.round(performance.now() - since)) : 80;
    since = 0;
    post(`/api/buttons/${key.dataset.key}`, { ms: Math.min(held, 60000) });
  });
}

// ---- the board

let board = {};
let broker = 'up';
function componentSwitch(s) {
  const broken = Boolean(s.broken(board));
  const button = element('button', broken ? 'on' : '', broken ? `${s.label} ✕` : s.label);
  button.onclick = () => post(`/api/board/${s.component}`, broken ? s.on : s.off);
  return button;
}

function drawSwitches() {
  const box = $('#switches');
  box.replaceChildren(...SWITCHES.map(componentSwitch));
  $('#lcd-switches').replaceChildren(...LCD_SWITCHES.map(componentSwitch));
  for (const [label, state] of [['freeze broker', 'stalled'], ['stop broker', 'down']]) {
    const is = broker === state;
    const button = element('button', is ? 'on' : '', is ? `${label} ✕` : label);
    button.onclick = () => post('/api/broker', { state: is ? 'up' : state });
    box.append(button);
  }
}

// What a person reads off each component; a sensor is named only when it does not work.
const MEASURES = {
  stopped: (v) => (v ? 'stopped' : ''),
  rpm: (v) => `${Math.round(v)} rpm`,
  pwmPercent: (v) => `PWM ${Math.round(v)} %`,
  online: (v) => (v ? 'online' : 'off'),
  percent: (v) => `${Math.round(v)} %`,
  status: (v) => v.toLowerCase().replaceAll('_', ' '),
  milliVolts: (v) => `${(v / 1000).toFixed(2)} V`,
  celsius: (v) => `${v.toFixed(1)} °C`,
  held: (v) => (v ? 'held by hand' : ''),
  usedPercent: (v) => `${v.toFixed(1)} % used`,
  fillPercentPerHour: (v) => (v >= 0.05 ? `+${v.toFixed(1)} %/h` : ''),
  up: (v) => (v ? 'up' : 'down'),
  carrierChanges: (v) => `${v} carrier ${v === 1 ? 'change' : 'changes'}`,
  synchronised: (v) => (v ? 'synchronised' : 'not synchronised'),
  daysLeft: (v) => `${Math.floor(v)} days left`,
  attached: (v) => (v ? 'plugged in' : 'not plugged in'),
  failed: (v) => (v ? 'failed' : 'runs'),
  ioErrors: (v) => (v ? `${v} I/O errors` : ''),
  missingDisks: (v) => (v ? `${v} disk missing` : 'whole'),
  availablePercent: (v) => `${Math.round(v)} % available`,
  on: (v) => (v ? 'on' : 'asleep'),
  backlightPercent: (v) => `backlight ${v} %`,
  powered: (v) => (v ? '' : 'no supply'),
  unplugged: (v) => (v ? 'unplugged' : ''),
  failEvery: (v) => (v ? `1 transfer of ${v} fails` : ''),
  dropEvery: (v) => (v ? `1 transfer of ${v} loses a byte` : ''),
  stallMs: (v) => (v ? `each transfer stalls ${v} ms` : ''),
  answers: (v) => (v ? '' : 'MISO silent'),
  wrongAnswers: (v) => (v ? 'MISO garbled' : ''),
  violations: (v) => (v ? `${v} refused` : ''),
  firstViolation: (v) => v,
  sensor: (v) => (v === 'works' ? '' : `sensor ${v}`),
};

function drawMeasures() {
  const rows = [];
  for (const [component, values] of Object.entries(board)) {
    const told = Object.entries(values).map(([key, value]) => MEASURES[key]?.(value) ?? '').filter(Boolean);
    const row = element('tr');
    row.append(element('td', 'code', component), element('td', '', told.join(' · ')));
    rows.push(row);
  }
  $('#measures tbody').replaceChildren(...rows);
}

// ---- faults and tickets

function symptom(text) {
  const cell = element('td');
  cell.append(document.createTextNode(text?.en ?? ''), element('span', 'zh', text?.zh ?? ''));
  return cell;
}

function emptyRow(columns, text) {
  const row = element('tr');
  const cell = element('td', 'none', text);
  cell.colSpan = columns;
  row.append(cell);
  return row;
}

function howItStands(fault) {
  if (fault.test) {
    return 'drill: nothing is wrong';
  }
  return fault.suppressedBy ? 'symptom of another fault' : `confirmed ${new Date(fault.first).toLocaleTimeString([], { hour12: false })}`;
}

function drawFaults(state) {
  const rows = [];
  for (const f of state.faults ?? []) {
    const row = element('tr');
    row.append(element('td', `code ${f.severity}`, f.code), element('td', '', f.component), symptom(f.symptom));
    row.append(element('td', '', howItStands(f)));
    rows.push(row);
  }
  for (const p of state.pending ?? []) {
    const row = element('tr', 'pending');
    row.append(element('td', 'code', p.code), element('td', '', p.component), symptom(p.symptom));
    row.append(element('td', '', `pending, a fault in ${Math.ceil(p.remainingS)} s`));
    rows.push(row);
  }
  $('#faults tbody').replaceChildren(...(rows.length ? rows : [emptyRow(4, 'none: the board is well')]));
  $('#fault-count').textContent = state.faults?.length ? `(${state.faults.length})` : '';
}

function drawTickets(tickets) {
  const rows = (tickets ?? []).map((t) => {
    const row = element('tr');
    row.append(element('td', 'code', t.id), element('td', '', (t.codes ?? t.faultIds ?? []).join(', ')), element('td', '', t.state));
    row.append(element('td', '', t.assignee ? `${t.assignee.name} (${t.assignee.kind})` : '—'));
    row.append(element('td', '', t.dueAt ? new Date(t.dueAt).toLocaleTimeString([], { hour12: false }) : '—'));
    const onSite = [t.acknowledgedBy && `seen by ${t.acknowledgedBy}`, t.signedOffBy && `signed off by ${t.signedOffBy}`];
    row.append(element('td', '', onSite.filter(Boolean).join(', ') || '—'));
    return row;
  });
  $('#tickets tbody').replaceChildren(...(rows.length ? rows : [emptyRow(6, 'none')]));
}

function badge(text, kind) {
  return element('li', kind, text);
}

function draw(state) {
  board = state.board ?? {};
  broker = state.broker ?? 'up';
  $('#device').textContent = `${state.device} · ${state.lcd.panel}`;
  $('#lcd-facts').textContent = `${state.lcd.state}, ${state.lcd.power} · brightness ${state.lcd.brightness} % · ${state.lcd.frames} frames · ${state.lcd.bytes.toLocaleString()} bytes on the bus`;
  $('#badges').replaceChildren(
    badge(state.link.connected ? 'link up' : 'link down', state.link.connected ? 'good' : 'bad'),
    badge(`outbox ${state.link.outbox}`, state.link.outbox ? 'warn' : 'good'),
    badge(`broker ${broker}`, broker === 'up' ? 'good' : 'bad'),
  );
  drawSwitches();
  drawMeasures();
  drawFaults(state);
  drawTickets(state.tickets);
}

// ---- messages

let paused = false;
$('#pause').onclick = () => { paused = !paused; $('#pause').textContent = paused ? 'go on' : 'pause'; };
function addMessage(m) {
  if (paused) return;
  const row = element('li');
  const up = m.topic.includes('/up/');
  row.append(element('span', '', new Date(m.at).toLocaleTimeString([], { hour12: false })), element('span', up ? 'up' : 'dn', up ? '↑' : '↓'));
  row.append(element('span', '', m.topic + (m.retained ? ' ⚑' : '')), element('span', 'payload', m.payload));
  row.onclick = () => row.classList.toggle('open');
  const list = $('#messages');
  list.prepend(row);
  while (list.children.length > 200) list.lastChild.remove();
}

const events = new EventSource('/api/events');
events.addEventListener('lcd', refreshLcd);
events.addEventListener('state', (e) => draw(JSON.parse(e.data)));
events.addEventListener('message', (e) => addMessage(JSON.parse(e.data)));
events.addEventListener('end', () => events.close());
events.onopen = async () => { draw(await (await fetch('/api/state')).json()); refreshLcd(); };
events.onerror = () => { $('#device').textContent = 'the demo is not answering'; };
