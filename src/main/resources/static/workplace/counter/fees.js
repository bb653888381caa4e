/*
 * What is to be paid: what the procedure says is offered, a tick takes it; on a tick a digit is how
 * many, Enter goes down. Lines of one's own where the procedure has words only.
 */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { field, line, select, words } from './fields.js';

const KINDS = ['state', 'service', 'other'];
const RELIEFS = ['child', 'elderly', 'disabled', 'poor-household', 'meritorious', 'ethnic-minority', 'online', 'law'];
const WAYS = ['cash', 'transfer', 'online', 'post'];
const COLUMNS = ['there', 'item', 'price', 'count', 'relief', 'amount'];

/** Whole đồng of what was typed; NaN if it is no amount, which the server tells in words. */
function amount(typed) {
  const figures = String(typed).trim().replace(/\s*(đồng|đ)$/i, '');
  return /^(\d+|\d{1,3}([. ]\d{3})+)$/.test(figures) ? Number(figures.replace(/[. ]/g, '')) : NaN;
}

function money(value) {
  return Number.isNaN(value) ? '–' : String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

export class Fees {
  /** changed() is called when the sum may be another. */
  constructor(changed) {
    this.changed = changed;
    this.rows = element('tbody', {});
    this.table = element(
      'table.papers.fees',
      { hidden: true },
      element('thead', {}, element('tr', {}, COLUMNS.map(key => element('th', { scope: 'col' }, text(`counter.fees.${key}`))))),
      this.rows
    );
    this.says = element('p.hint', { id: 'fees-says' }, text('counter.fees.none'));
    this.more = element(
      'p.buttons',
      { hidden: true },
      element('button.second.small', { type: 'button', onclick: () => this.add() }, text('counter.fees.add'))
    );
    this.sum = element('p.fee-sum', { role: 'status' });
    this.collect = select(words('counter.fees.collect', ['now', 'later', 'exempt']));
    this.way = select(words('counter.fees.way', WAYS));
    this.ground = select(words('counter.fees.relief', RELIEFS));
    this.how = element(
      'div.grid',
      { hidden: true },
      field('feeCollect', 'counter.fees.collect', this.collect),
      field('feeWay', 'counter.fees.way', this.way),
      field('feePaper', 'counter.fees.paper', line({ maxlength: 60 })),
      field('feeRelief', 'counter.fees.relief', this.ground),
      field('feeReliefWords', 'counter.fees.relief-words', line({ maxlength: 500 }))
    );
    this.node = element('div', { 'data-field': 'fees' }, this.says, this.table, this.more, this.how, this.sum, element('p.wrong-field'));
    this.node.addEventListener('input', event => this.typed(event));
    this.node.addEventListener('change', event => this.typed(event));
    this.rows.addEventListener('keydown', event => this.key(event));
  }

  /** What a procedure says is paid, by case. */
  list(facts, caseId) {
    this.facts = facts;
    this.case = undefined;
    this.show(caseId);
  }

  show(caseId) {
    if (!this.facts || caseId === this.case) return;
    this.case = caseId;
    const known = this.facts.fees || [];
    const said = known.find(fees => fees.caseId === caseId) || (known.length === 1 ? known[0] : null);
    this.says.textContent = !said
      ? text('counter.fees.choose-case')
      : said.free
        ? text('counter.fees.free')
        : said.text
          ? text('counter.fees.says', said.text)
          : text('counter.fees.unknown');
    const own = [...this.rows.querySelectorAll('[data-own]')];
    this.rows.replaceChildren(...(said ? said.items : []).map(item => this.row(item)), ...own);
    this.more.hidden = false;
    this.settle();
  }

  row(item) {
    const id = `fee-${(this.made = (this.made || 0) + 1)}`;
    const called = item ? item.name : text('counter.fees.other');
    const name = item
      ? element('label', { for: id }, item.name, item.unit ? element('span.hint', {}, ` / ${item.unit}`) : null)
      : line({ 'data-p': 'name', 'aria-label': text('counter.fees.other'), maxlength: 255 });
    const price =
      item && item.prices.length > 1
        ? select([['', text('counter.choose')], ...item.prices.map(one => [one, one])])
        : line({ value: item ? item.prices[0] : '', inputmode: 'numeric' });
    price.dataset.p = 'price';
    price.setAttribute('aria-label', text('counter.fees.price.of', called));
    const relief = select([['', text('counter.fees.relief.none')], ...words('counter.fees.relief', RELIEFS)]);
    relief.dataset.p = 'relief';
    relief.setAttribute('aria-label', text('counter.fees.relief.of', called));
    const kind = select(words('counter.fees.kind', KINDS));
    kind.dataset.p = 'kind';
    kind.setAttribute('aria-label', text('counter.fees.kind.of', called));
    kind.value = item ? item.kind : 'state';
    kind.hidden = Boolean(item);
    const row = element(
      'tr',
      { 'data-fee': '', 'data-own': !item },
      element('td', {}, element('input', { type: 'checkbox', id, 'data-p': 'ticked', checked: !item, 'aria-label': item ? null : text('counter.fees.other') })),
      element('td', {}, name, kind, element('p.wrong-field')),
      element('td', {}, price),
      element('td', {}, element('input', { type: 'number', min: 1, max: 9999, value: 1, 'data-p': 'count', 'aria-label': text('counter.fees.count.of', called) })),
      element(
        'td',
        {},
        relief,
        element(
          'div.less',
          { hidden: true },
          line({ 'data-p': 'reliefAmount', inputmode: 'numeric', placeholder: text('counter.fees.relief-amount'), 'aria-label': text('counter.fees.relief-amount') }),
          line({ 'data-p': 'reliefWords', maxlength: 500, placeholder: text('counter.fees.relief-words'), 'aria-label': text('counter.fees.relief-words') })
        )
      ),
      element('td.number', {}, element('output', {}))
    );
    row.called = () => (item ? item.name : this.part(row, 'name').value.trim());
    return row;
  }

  part(row, part) {
    return row.querySelector(`[data-p=${part}]`);
  }

  typed(event) {
    const row = event.target.closest('[data-fee]');
    // Who types a price or a number means to take it.
    if (row && event.target.dataset.p !== 'ticked' && event.target.value) this.part(row, 'ticked').checked = true;
    this.settle();
  }

  key(event) {
    if (event.target.dataset.p !== 'ticked' || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = event.target.closest('tr');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = this.rows.children[[...this.rows.children].indexOf(row) + step];
      if (next) this.part(next, 'ticked').focus();
    } else if (/^[1-9]$/.test(event.key)) {
      this.part(row, 'count').value = event.key;
      this.part(row, 'ticked').checked = true;
      this.part(row, 'ticked').dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      return;
    }
    event.preventDefault();
  }

  add() {
    const row = this.row(null);
    this.rows.append(row);
    this.settle();
    this.part(row, 'name').focus();
  }

  /** The first line; without one, a line of one's own. */
  focus() {
    const first = this.rows.querySelector('input');
    if (first) first.focus();
    else if (!this.more.hidden) this.add();
  }

  chosen() {
    return [...this.rows.children].filter(row => this.part(row, 'ticked').checked);
  }

  owed(row) {
    const whole = amount(this.part(row, 'price').value) * Number(this.part(row, 'count').value);
    if (!this.part(row, 'relief').value) return this.collect.value === 'exempt' ? 0 : whole;
    const less = this.part(row, 'reliefAmount').value;
    return whole - (less.trim() ? amount(less) : whole);
  }

  total() {
    return this.chosen().reduce((sum, row) => sum + this.owed(row), 0);
  }

  settle() {
    const chosen = this.chosen();
    for (const row of this.rows.children) {
      row.querySelector('output').textContent = chosen.includes(row) ? money(this.owed(row)) : '';
      row.querySelector('.less').hidden = !this.part(row, 'relief').value;
    }
    this.table.hidden = !this.rows.children.length;
    this.how.hidden = !chosen.length;
    const shown = { feeWay: 'now', feePaper: 'now', feeRelief: 'exempt', feeReliefWords: 'exempt' };
    for (const [name, when] of Object.entries(shown)) {
      this.how.querySelector(`[data-field=${name}]`).hidden = this.collect.value !== when;
    }
    this.sum.textContent = chosen.length ? text('counter.fees.sum', money(this.total())) : '';
    this.changed();
  }

  /** What stands beside the button of receiving. */
  summary() {
    return this.chosen().length ? text('counter.fees.sum', money(this.total())) : '';
  }

  application() {
    const exempt = this.collect.value === 'exempt';
    return this.chosen().map((row, index) => {
      row.dataset.fee = index;
      const own = this.part(row, 'relief').value;
      return {
        kind: this.part(row, 'kind').value,
        name: row.called(),
        price: this.part(row, 'price').value,
        count: this.part(row, 'count').value,
        relief: own || (exempt ? this.ground.value : null),
        reliefAmount: own ? this.part(row, 'reliefAmount').value : null,
        reliefWords: own ? this.part(row, 'reliefWords').value : exempt ? this.how.querySelector('[name=feeReliefWords]').value : null
      };
    });
  }

  /** How it is paid at once; null if nothing is. */
  payment() {
    return this.collect.value === 'now' && this.total() > 0
      ? { way: this.way.value, paper: this.how.querySelector('[name=feePaper]').value }
      : null;
  }

  /** A transfer without its number is told before anything is received. */
  incomplete() {
    const payment = this.payment();
    const paper = this.how.querySelector('[name=feePaper]');
    if (!payment || payment.paper.trim() || !['transfer', 'online'].includes(payment.way)) return null;
    paper.focus();
    return text('counter.fees.paper.needed');
  }

  /** As a draft keeps it. */
  values() {
    return {
      lines: [...this.rows.children].map(row => ({
        own: row.hasAttribute('data-own'),
        called: row.called(),
        ticked: this.part(row, 'ticked').checked,
        ...Object.fromEntries(['kind', 'price', 'count', 'relief', 'reliefAmount', 'reliefWords'].map(part => [part, this.part(row, part).value]))
      })),
      how: Object.fromEntries([...this.how.querySelectorAll('[name]')].map(one => [one.name, one.value]))
    };
  }

  set(values) {
    for (const kept of values?.lines || []) {
      let row = kept.own ? null : [...this.rows.children].find(one => one.called() === kept.called);
      if (!row && !kept.ticked) continue;
      if (!row) {
        row = this.row(null);
        this.rows.append(row);
        this.part(row, 'name').value = kept.called;
      }
      this.part(row, 'ticked').checked = kept.ticked;
      for (const part of ['kind', 'price', 'count', 'relief', 'reliefAmount', 'reliefWords']) this.part(row, part).value = kept[part] ?? '';
    }
    for (const [name, value] of Object.entries(values?.how || {})) this.how.querySelector(`[name=${name}]`).value = value;
    this.settle();
  }

  empty() {
    this.facts = null;
    this.case = undefined;
    this.rows.replaceChildren();
    this.more.hidden = true;
    this.says.textContent = text('counter.fees.none');
    this.collect.value = 'now';
    this.way.value = 'cash';
    this.how.querySelectorAll('input').forEach(one => (one.value = ''));
    this.settle();
  }
}
