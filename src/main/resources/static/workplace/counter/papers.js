/* The checklist of papers. On a tick a digit is how many, a letter which form; Enter goes down. */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { line, select, words } from './fields.js';

const KINDS = ['original', 'certified-copy', 'photocopy'];
const LETTERS = { b: 'original', s: 'certified-copy', c: 'photocopy' };

export class Papers {
  /** changed() is called when the list itself is another. */
  constructor(changed) {
    this.changed = changed;
    this.rows = element('tbody', {});
    this.table = element(
      'table.papers',
      { hidden: true },
      element(
        'thead',
        {},
        element('tr', {}, ['there', 'name', 'count', 'kind'].map(key => element('th', { scope: 'col' }, text(`counter.paper.${key}`))))
      ),
      this.rows
    );
    this.none = element('p.hint', {}, text('counter.papers.none'));
    this.hint = element('p.hint', { id: 'papers-hint', hidden: true }, text('counter.papers.hint'));
    this.more = element(
      'p.buttons',
      { hidden: true },
      element('button.second.small', { type: 'button', onclick: () => this.all() }, text('counter.papers.all')),
      element('button.second.small', { type: 'button', onclick: () => this.add() }, text('counter.papers.add'))
    );
    this.node = element('div', {}, this.none, this.hint, this.table, this.more);
    this.rows.addEventListener('keydown', event => this.key(event));
  }

  list(checklist) {
    this.rows.replaceChildren(...checklist.map(paper => this.row(paper)));
    this.shown(true);
    this.changed();
  }

  shown(there) {
    this.none.hidden = there;
    [this.table, this.hint, this.more].forEach(part => (part.hidden = !there));
  }

  row(paper) {
    const id = `paper-${this.made = (this.made || 0) + 1}`;
    const own = paper === null;
    const name = own
      ? line({ 'data-p': 'name', id: `${id}-name`, 'aria-label': text('counter.paper.other'), maxlength: 4000 })
      : element('label', { for: id }, paper.name, ' ', element('span.need', { 'data-need': paper.need }, text(`counter.paper.${paper.need}`)));
    const called = own ? text('counter.paper.other') : paper.name;
    const kind = select(words('counter.paper-kind', KINDS));
    kind.dataset.p = 'kind';
    kind.setAttribute('aria-label', text('counter.paper.kind.of', called));
    kind.value = own ? 'original' : paper.kind;
    const tick = element('input', { type: 'checkbox', id, 'data-p': 'ticked', checked: own, 'aria-describedby': 'papers-hint' });
    if (own) tick.setAttribute('aria-label', text('counter.paper.other'));
    const count = element('input', {
      type: 'number', min: 1, max: 999, value: 1, 'data-p': 'count', 'aria-label': text('counter.paper.count.of', called)
    });
    // Who types a number has the paper.
    count.addEventListener('input', () => (tick.checked = true));
    const row = element(
      'tr',
      { 'data-paper': '' },
      element('td', {}, tick),
      element('td', {}, name, element('p.wrong-field')),
      element('td', {}, count),
      element('td', {}, kind)
    );
    row.called = () => (own ? name.value.trim() : paper.name);
    return row;
  }

  part(row, part) {
    return row.querySelector(`[data-p=${part}]`);
  }

  key(event) {
    if (event.target.dataset.p !== 'ticked' || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target.closest('tr');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = [...this.rows.children].indexOf(row) + step;
      if (this.rows.children[next]) this.part(this.rows.children[next], 'ticked').focus();
    } else if (/^[1-9]$/.test(event.key)) {
      this.part(row, 'count').value = event.key;
      this.tick(row);
    } else if (event.key.toLowerCase() in LETTERS) {
      this.part(row, 'kind').value = LETTERS[event.key.toLowerCase()];
      this.tick(row);
    } else {
      return;
    }
    event.preventDefault();
  }

  tick(row) {
    const tick = this.part(row, 'ticked');
    tick.checked = true;
    tick.dispatchEvent(new Event('input', { bubbles: true }));
  }

  all() {
    [...this.rows.children].forEach(row => this.tick(row));
  }

  add() {
    const row = this.row(null);
    this.rows.append(row);
    this.part(row, 'name').focus();
    this.changed();
  }

  focus() {
    this.rows.querySelector('input')?.focus();
  }

  names() {
    return [...this.rows.children].map(row => row.called());
  }

  counts() {
    const rows = [...this.rows.children];
    return [rows.filter(row => this.part(row, 'ticked').checked).length, rows.length];
  }

  values() {
    return [...this.rows.children].map(row => {
      const ticked = this.part(row, 'ticked').checked;
      return {
        name: row.called(),
        own: Boolean(this.part(row, 'name')),
        kind: this.part(row, 'kind').value,
        count: ticked ? Number(this.part(row, 'count').value || 0) : 0,
        ticked
      };
    });
  }

  application() {
    return this.values().map(({ own, ...paper }) => paper);
  }

  /** From a draft: papers of the list by their name, others as own ones. */
  set(values) {
    for (const value of values) {
      let row = [...this.rows.children].find(one => one.called() === value.name);
      if (!row) {
        row = this.row(null);
        this.rows.append(row);
        this.part(row, 'name').value = value.name;
      }
      this.part(row, 'ticked').checked = value.ticked;
      this.part(row, 'kind').value = value.kind;
      if (value.count) this.part(row, 'count').value = value.count;
    }
    this.changed();
  }

  empty() {
    this.rows.replaceChildren();
    this.shown(false);
  }
}
