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

  /**
   * slipNow: the slip is made at once; else only when it is asked for. costs: something is to be paid;
   * payment: how it is paid now, null if later.
   */
  show(receipt, { slipNow, bag, costs, payment }) {
    this.code = receipt.code;
    this.payment = payment;
    this.money = element('div.taken', { role: 'status', hidden: !costs });
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
        this.told,
        this.money
      ),
      this.frame
    );
    this.node.hidden = false;
    go.focus();
    if (!slipNow) this.told.textContent = bag.length ? '' : text('counter.done.no-slip');
    return this.settle(costs, slipNow);
  }

  /** Money first, so that the slip says what was paid. */
  async settle(costs, slipNow) {
    if (costs) await this.take();
    if (slipNow) await this.slip();
  }

  /**
   * Takes what is owed, if it is paid now, and tells how it stands. When an answer was lost on its way,
   * the server knows whether the money was taken: it is asked first, and never taken twice.
   */
  async take() {
    const code = this.code;
    const address = `/api/dossiers/${encodeURIComponent(code)}/fees`;
    const { money } = this;
    money.replaceChildren(text('counter.done.taking'));
    try {
      const standing = await call(address);
      let receipt = standing.receipts.filter(one => one.stands).pop();
      if (!receipt && this.payment && standing.owed !== '0') {
        receipt = await call(`${address}/receipts`, { method: 'POST', body: { ...this.payment, expected: standing.owed } });
      }
      if (receipt) this.showReceipt(receipt);
      else money.replaceChildren(standing.owed === '0' ? text('counter.done.free') : text('counter.done.owed', standing.owedText, standing.owedWords));
    } catch (problem) {
      console.warn('motcua: not taken', problem);
      money.replaceChildren(
        element('p.wrong-field', {}, problem.status ? problem.message : text('counter.done.take-failed')),
        element('button.second.small', { type: 'button', onclick: () => this.take() }, text('counter.done.take-again'))
      );
    }
  }

  showReceipt(receipt) {
    const address = `${home}/api/letters/${receipt.letterId}.pdf`;
    this.money.replaceChildren(
      element('a', { href: address, target: '_blank', id: 'receipt' }, text('counter.done.taken', receipt.amount, receipt.number)),
      ' ',
      element(
        'button.second.small',
        { type: 'button', onclick: () => this.look(address) },
        text('counter.done.receipt')
      )
    );
  }

  /** Shows a paper beside; Ctrl + P prints the one that is shown. */
  look(address) {
    this.frame.hidden = false;
    this.frame.src = `${address}#navpanes=0&view=FitH`;
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
      this.look(address);
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
