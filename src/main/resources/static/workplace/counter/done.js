/* What was received: code, due date with its reason, the slip on the screen, and on to the next. */
import { home } from '../webapp.js';
import { text } from '../texts.js';
import { element } from '../dom.js';
import { moment } from '../moment.js';
import { why } from '../why.js';
import { promises } from '../results.js';
import { call } from './calls.js';

export class Done {
  /** next() begins the next dossier. */
  constructor(next) {
    this.next = next;
    this.node = element('div.done', { hidden: true });
  }

  /** slipNow: the slip is made at once; else only when it is asked for. */
  show(receipt, { slipNow, bag }) {
    this.code = receipt.code;
    this.frame = element('iframe.slip', { title: text('counter.done.slip'), hidden: true, tabindex: '-1' });
    this.told = element('p.hint', { role: 'status' });
    const go = element(
      'button',
      { type: 'button', id: 'next', onclick: () => this.next() },
      text(bag.length ? 'counter.done.next.bag' : 'counter.done.next'),
      ' ',
      element('kbd', {}, 'Enter')
    );
    this.node.replaceChildren(
      element(
        'div.card',
        {},
        element('h2', { tabindex: '-1' }, text('counter.done')),
        element(
          'dl',
          {},
          element('dt', {}, text('counter.done.code')),
          element('dd.code', { id: 'code' }, receipt.code),
          element('dt', {}, text('counter.done.due')),
          element('dd.due', { id: 'due' }, receipt.due ? moment(receipt.due) : text('counter.done.no-limit'))
        ),
        element('p', { id: 'reckoning' }, receipt.reckoning),
        promises(receipt.results),
        receipt.projection ? element('p', {}, receipt.projection) : null,
        why(receipt.code),
        element(
          'p.buttons',
          {},
          go,
          element('button.second', { type: 'button', onclick: () => this.print() }, text('counter.done.print'), ' ', element('kbd', {}, 'Ctrl + P')),
          bag.length > 1
            ? element('button.second', { type: 'button', onclick: () => this.printBag(bag) }, text('counter.bag.print', bag.length))
            : null
        ),
        this.told
      ),
      this.frame
    );
    this.node.hidden = false;
    go.focus();
    if (slipNow) this.slip();
    else this.told.textContent = bag.length ? '' : text('counter.done.no-slip');
  }

  hide() {
    this.node.hidden = true;
    this.node.replaceChildren();
  }

  get open() {
    return !this.node.hidden;
  }

  /** Issues the slip, or finds the one that was issued. */
  slip() {
    return this.make(() => call(`/api/dossiers/${encodeURIComponent(this.code)}/letters/slip`, { method: 'POST' }));
  }

  async make(issue) {
    const code = this.code;
    this.told.textContent = text('counter.done.slipping');
    try {
      const letter = await issue();
      if (code !== this.code || !this.open) return null;
      const address = `${home}/api/letters/${letter.id}.pdf`;
      this.told.replaceChildren(
        element('a', { href: address, target: '_blank' }, text('counter.done.slipped', letter.number))
      );
      this.frame.hidden = false;
      this.frame.src = `${address}#navpanes=0&view=FitH`;
      return letter;
    } catch (problem) {
      console.warn('motcua: no slip', problem);
      this.told.textContent = problem.status ? problem.message : text('counter.done.slip-failed');
      return null;
    }
  }

  async print() {
    if (this.frame.hidden && !(await this.slip())) return;
    this.toPrinter();
  }

  async printBag(codes) {
    if (await this.make(() => call('/api/letters', { method: 'POST', body: { codes, form: 'slips' } }))) this.toPrinter();
  }

  toPrinter() {
    try {
      this.frame.contentWindow.focus();
      this.frame.contentWindow.print();
    } catch (problem) {
      console.warn('motcua: no print', problem);
      open(this.frame.src, '_blank');
    }
  }
}
