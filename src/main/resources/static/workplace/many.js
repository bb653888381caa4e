/*
 * Many dossiers at once: a list with check boxes, filters and keys, and one deed on all that are
 * selected. What was done leaves the selection; what was not stays selected with its reason.
 */
import { badge, element } from './dom.js';

const main = document.getElementById('main');
const root = main.dataset.root.replace(/\/$/, '');
const unit = main.dataset.mode === 'unit';
const at = id => document.getElementById(id);
const CHUNK = 20;

const words = (
  await (await fetch(`${root}/workplace/texts.json?lang=${document.documentElement.lang}`)).json()
).texts;
const text = (key, ...values) =>
  (words[key] || key).replace(/\{(\d)\}/g, (all, n) => (n in values ? values[n] : all));

const state = { rows: [], kinds: {}, chosen: new Set(), anchor: null, busy: false, asked: 0 };

/* ---- the server ---- */

async function ask(path, body) {
  const options = { headers: { Accept: 'application/json' }, credentials: 'same-origin' };
  if (body) {
    const csrf = await answered(await fetch(`${root}/api/csrf`, options)).json();
    options.method = 'POST';
    options.headers = {
      Accept: 'application/json, application/pdf',
      'Content-Type': 'application/json',
      [csrf.header]: csrf.token
    };
    options.body = JSON.stringify(body);
  }
  return fetch(root + path, options);
}

function answered(answer) {
  if (answer.ok) return answer;
  const expired = answer.status === 401 || answer.status === 403;
  throw Object.assign(new Error(String(answer.status)), { expired });
}

async function load() {
  const query = unit
    ? main.dataset.person === undefined
      ? ''
      : `?person=${encodeURIComponent(main.dataset.person)}`
    : at('by-procedure').value
      ? `?procedure=${encodeURIComponent(at('by-procedure').value)}`
      : '';
  const mine = ++state.asked;
  try {
    const page = await answered(await ask(`/api/tasks/${unit ? 'unit' : 'work'}${query}`)).json();
    // Asked again meanwhile: the later answer counts, in whatever order they come.
    if (mine !== state.asked) return;
    state.rows = page.rows.map(row => ({ ...row, node: null, typed: {}, done: false }));
    state.kinds = page.kinds;
    state.chosen.clear();
    state.anchor = null;
    tell(page.total > page.rows.length ? text('many.more', page.rows.length, page.total) : null);
    complain(null);
    fill();
    draw();
  } catch (problem) {
    complain(text(problem.expired ? 'many.expired' : 'many.broken'));
  }
}

/* ---- the list ---- */

const shown = () => state.rows.filter(matches);
const selected = () => state.rows.filter(row => state.chosen.has(row.taskId));

const plain = words =>
  words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();

function matches(row) {
  const find = plain(at('find').value.trim());
  return (
    (!find || plain(`${row.code} ${row.applicant}`).includes(find)) &&
    (!at('by-procedure').value || row.procedureCode === at('by-procedure').value) &&
    (!at('by-step').value || row.step === at('by-step').value) &&
    (!at('by-state').value || (row.left && row.left.state === at('by-state').value))
  );
}

/** Offers in each filter what the list has, and keeps what was chosen. */
function fill() {
  offer('by-procedure', state.rows.map(r => [r.procedureCode, `${r.procedureCode} – ${r.procedure}`]));
  offer('by-step', state.rows.map(r => [r.step, r.step]));
  offer('by-state', state.rows.filter(r => r.left).map(r => [r.left.state, text(`state.${r.left.state}`)]));
}

function offer(id, pairs) {
  const select = at(id);
  const before = select.value;
  const known = new Map(pairs);
  if (before && !known.has(before)) known.set(before, select.selectedOptions[0].text);
  select.replaceChildren(
    select.options[0],
    ...[...known].sort((a, b) => a[1].localeCompare(b[1], 'vi')).map(([value, label]) =>
      element('option', { value }, label)
    )
  );
  select.value = before;
}

function draw() {
  const rows = shown();
  at('rows').replaceChildren(...rows.map(row => (row.node = drawn(row))));
  at('empty').hidden = rows.length > 0;
  roam(rows[0]);
  mark();
}

function drawn(row) {
  const kind = state.kinds[row.kind];
  const box = element('input', {
    type: 'checkbox',
    tabindex: -1,
    disabled: row.done || (!unit && kind.alone),
    'aria-label': text('many.select', row.code, row.applicant),
    onclick: event => choose(row, event.shiftKey)
  });
  const open = `${root}/camunda/app/tasklist/default/#/?task=${row.taskId}`;
  const node = element(
    'tr',
    { tabindex: -1, 'data-task': row.taskId, 'data-code': row.code },
    element('td', {}, box),
    element('td', {}, badge(row.left), element('span.person', {}, row.due || '')),
    element(
      'td',
      {},
      element('strong', {}, row.code),
      row.priority ? element('span.mc-badge', {}, text('many.priority')) : null,
      element('span.person', {}, row.applicant)
    ),
    element('td', {}, row.step, element('span.person', {}, `${row.procedureCode} – ${row.procedure}`)),
    element(
      'td',
      {},
      row.holder || '',
      row.inPlaceOf ? element('span.person', {}, text('many.for', row.inPlaceOf)) : null
    ),
    element('td', {}, unit ? null : own(row, kind, open), element('span', { class: 'result' }))
  );
  node.addEventListener('click', event => {
    roam(row);
    if (!event.target.closest('input, a, button')) choose(row, event.shiftKey);
  });
  return node;
}

/** What has to be typed for this dossier alone, or the way to its own form. */
function own(row, kind, open) {
  if (kind.alone) return element('a', { href: open }, text('many.alone'));
  return [
    ...kind.typed.map(name =>
      element('input.own', {
        'aria-label': `${text(`many.word.${name}`)}, ${row.code}`,
        placeholder: text(`many.word.${name}`),
        autocomplete: 'off',
        maxlength: 200,
        value: row.typed[name] || null,
        oninput: event => (row.typed[name] = event.target.value)
      })
    ),
    element('a', { href: open, tabindex: -1 }, text('many.open'))
  ];
}

function choose(row, range) {
  const rows = shown();
  const selectable = r => !r.done && r.node && !r.node.querySelector('input[type=checkbox]').disabled;
  if (range && state.anchor && rows.includes(state.anchor)) {
    const [a, b] = [rows.indexOf(state.anchor), rows.indexOf(row)].sort((x, y) => x - y);
    rows.slice(a, b + 1).filter(selectable).forEach(r => state.chosen.add(r.taskId));
  } else if (selectable(row)) {
    if (!state.chosen.delete(row.taskId)) state.chosen.add(row.taskId);
    state.anchor = row;
  }
  mark();
}

function chooseAll(on) {
  shown().forEach(row => {
    const box = row.node.querySelector('input[type=checkbox]');
    if (on && !box.disabled) state.chosen.add(row.taskId);
    else state.chosen.delete(row.taskId);
  });
  mark();
}

/** Shows what is selected, and what can be done with it. */
function mark() {
  for (const row of state.rows) {
    if (!row.node) continue;
    const on = state.chosen.has(row.taskId);
    row.node.setAttribute('aria-selected', on);
    row.node.querySelector('input[type=checkbox]').checked = on;
    row.node.classList.toggle('done', row.done);
  }
  const rows = selected();
  const open = shown().filter(row => !row.done);
  at('count').textContent = text('many.count', rows.length, open.length);
  at('all').checked = rows.length > 0 && rows.length === open.length;
  at('all').indeterminate = rows.length > 0 && rows.length < open.length;
  for (const id of ['take', 'give-back', 'print', 'reassign']) {
    if (at(id)) at(id).disabled = state.busy || rows.length === 0;
  }
  if (!unit) outcomes(rows);
}

function outcomes(rows) {
  const kinds = new Set(rows.map(row => row.kind));
  let offered = null;
  kinds.forEach(key => {
    const kind = state.kinds[key];
    const own = kind.outcomes.length
      ? kind.outcomes
      : [{ value: null, words: text('many.just-done'), consequence: '', reasons: [] }];
    offered = offered === null ? own : offered.filter(o => own.some(p => p.value === o.value && p.words === o.words));
  });
  const mixed = offered !== null && offered.length === 0;
  at('outcomes').replaceChildren(
    ...(mixed ? [element('span', {}, text('many.mixed'))] : []),
    ...(offered || []).map(outcome =>
      element(
        'button',
        {
          type: 'button',
          class: outcome === offered[0] ? null : 'second',
          disabled: state.busy,
          'data-outcome': outcome.value || 'done',
          title: outcome.consequence,
          onclick: () => decide(outcome)
        },
        outcome.words
      )
    )
  );
}

/* ---- keys ---- */

/** One row at a time is in the order of the tab key. */
function roam(row, focus) {
  at('rows').querySelectorAll('tr[tabindex="0"]').forEach(node => (node.tabIndex = -1));
  if (!row || !row.node) return;
  row.node.tabIndex = 0;
  if (focus) row.node.focus();
}

main.addEventListener('keydown', event => {
  if (event.target.closest('input:not([type=checkbox]), select, dialog, textarea')) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = shown();
  const here = rows.findIndex(row => row.node === event.target.closest('tr[data-task]'));
  const go = to => rows[to] && roam(rows[to], true);
  const keys = {
    ArrowDown: () => go(Math.min(here + 1, rows.length - 1)),
    ArrowUp: () => go(Math.max(here - 1, 0)),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    ' ': () => (here < 0 ? false : choose(rows[here], event.shiftKey)),
    a: () => chooseAll(true),
    Escape: () => chooseAll(false),
    d: () => (main.querySelector('.deeds #outcomes button, .deeds #to') || at('take')).focus(),
    o: () => {
      const link = here < 0 ? null : rows[here].node.querySelector('a');
      return link ? location.assign(link.href) : false;
    }
  };
  const key = keys[event.key];
  const button = event.target.closest('button, a, input') && [' ', 'Home', 'End'].includes(event.key);
  if (!key || button) return;
  if (key() !== false) event.preventDefault();
});

/* ---- deeds ---- */

function decide(outcome) {
  const rows = selected();
  const missing = rows.find(row =>
    state.kinds[row.kind].typed.some(name => !(row.typed[name] || '').trim())
  );
  if (missing) {
    const name = state.kinds[missing.kind].typed.find(n => !(missing.typed[n] || '').trim());
    result(missing, text('many.no-words', text(`many.word.${name}`)), false);
    missing.node.querySelector('input.own').focus();
    return;
  }
  at('ask-head').textContent = text('many.ask', outcome.words, rows.length);
  at('ask-what').textContent = outcome.consequence || '';
  at('ask-reason').hidden = !outcome.reasons.length;
  at('reason').replaceChildren(
    element('option', { value: '' }, at('late').options[0].text),
    ...outcome.reasons.map(r => element('option', { value: r.code }, r.words))
  );
  at('reason').required = Boolean(outcome.needsReason);
  at('note').required = Boolean(outcome.needsReason);
  const late = rows.some(row => row.left && row.left.state === 'overdue');
  at('ask-late').hidden = !late;
  at('late').required = late;
  at('go').textContent = outcome.words;
  const dialog = at('ask');
  dialog.returnValue = '';
  dialog.onclose = () => {
    if (dialog.returnValue !== 'go') return;
    carryOut({
      deed: 'COMPLETE',
      outcome: outcome.value,
      reason: at('reason').value || null,
      note: at('note').value || null,
      lateCause: late ? at('late').value : null,
      lateWords: late ? at('late-words').value : null
    });
  };
  dialog.showModal();
  (outcome.needsReason ? at('reason') : late ? at('late') : at('go')).focus();
}

/** The same order sent again has the same key, so that nothing is done twice. */
function keyOf(order) {
  const words = JSON.stringify(order);
  if (!state.last || state.last.words !== words) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    state.last = { words, key: [...bytes].map(b => b.toString(16).padStart(2, '0')).join('') };
  }
  return state.last.key;
}

async function carryOut(order) {
  const rows = selected();
  if (state.busy || !rows.length) return;
  state.busy = true;
  complain(null);
  mark();
  const request = keyOf(order);
  const count = { done: 0, not: 0 };
  at('progress').max = rows.length;
  at('progress').hidden = false;
  try {
    for (let i = 0; i < rows.length; i += CHUNK) {
      at('progress').value = i;
      tell(text('many.running', i, rows.length));
      const items = rows.slice(i, i + CHUNK).map(r => ({ taskId: r.taskId, words: r.typed }));
      const answer = await ask('/api/tasks/bulk', { ...order, request, items });
      if (answer.status === 422) {
        complain((await answer.json()).message);
        break;
      }
      (await answered(answer).json()).results.forEach(r => settled(r, count, order.deed));
      mark();
    }
    if (count.not === 0) state.last = null;
    tell(
      count.not ? text('many.summary', count.done, count.not) : text('many.summary.all', count.done)
    );
  } catch (problem) {
    complain(text(problem.expired ? 'many.expired' : 'many.broken'));
    tell(text('many.summary', count.done, rows.length - count.done));
  } finally {
    state.busy = false;
    at('progress').hidden = true;
    mark();
    const next = selected()[0] || shown().find(row => !row.done);
    roam(next, true);
  }
}

/** What was only taken stays selected: it is to be done next. */
function settled(told, count, deed) {
  const row = state.rows.find(r => r.taskId === told.taskId);
  count[told.done ? 'done' : 'not']++;
  if (told.done && (deed === 'COMPLETE' || unit)) {
    row.done = true;
    state.chosen.delete(row.taskId);
    row.node.querySelectorAll('input').forEach(input => (input.disabled = true));
  }
  result(row, told.done ? text('many.done') : told.message, told.done);
}

function result(row, message, good) {
  row.node
    .querySelector('.result')
    .replaceChildren(element(good ? 'span.good' : 'span.why', {}, message));
}

/** One paper for all; what cannot be printed says why, and the others are printed. */
async function print() {
  const form = at('form').value;
  let rows = selected();
  try {
    let answer = await ask('/api/letters/print', { codes: rows.map(r => r.code), form });
    if (answer.status === 409) {
      const { message, problems } = await answer.json();
      const refused = rows.filter(r => problems[r.code]);
      refused.forEach(r => result(r, problems[r.code], false));
      rows = rows.filter(r => !problems[r.code]);
      complain(message);
      if (!rows.length) return;
      answer = await ask('/api/letters/print', { codes: rows.map(r => r.code), form });
    }
    const url = URL.createObjectURL(await answered(answer).blob());
    rows.forEach(r => {
      result(r, text('many.done'), true);
      state.chosen.delete(r.taskId);
    });
    mark();
    tell(text('many.printed', rows.length));
    // A browser may refuse to open a tab by itself; the link stays.
    at('told').append(' ', element('a', { href: url, target: '_blank' }, text('many.open-pdf')));
    window.open(url, '_blank');
  } catch (problem) {
    complain(text(problem.expired ? 'many.expired' : 'many.broken'));
  }
}

function tell(message) {
  at('told').textContent = message || '';
  at('told').hidden = !message;
}

function complain(message) {
  at('problem').textContent = message || '';
  at('problem').hidden = !message;
}

for (const id of ['find', 'by-step', 'by-state']) at(id).addEventListener('input', draw);
at('by-procedure').addEventListener('input', () => (unit ? draw() : load()));
at('all').addEventListener('click', event => chooseAll(event.target.checked));
at('reload').addEventListener('click', () => (unit ? location.reload() : load()));
if (unit) {
  at('reassign').addEventListener('click', () =>
    carryOut({ deed: 'REASSIGN', to: at('to').value, reason: at('reason').value })
  );
} else {
  at('take').addEventListener('click', () => carryOut({ deed: 'TAKE' }));
  at('give-back').addEventListener('click', () => carryOut({ deed: 'GIVE_BACK' }));
  at('print').addEventListener('click', print);
}
await load();
roam(shown()[0], true);
