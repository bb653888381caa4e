/*
 * A person by identity number: what earlier dossiers of this counter know fills the empty fields, and
 * stays editable.
 */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { moment } from '../moment.js';
import { call } from './calls.js';
import { field, line, options, select, words } from './fields.js';

const IDENTITIES = {
  person: ['cccd', 'cmnd', 'passport'],
  organisation: ['tax-code', 'establishment-decision']
};
const PARTS = ['kind', 'identityKind', 'identityNumber', 'name', 'phone', 'email', 'address'];

export class Person {
  /** changed(person) is called when it is clear who it is. */
  constructor(who, phoneNeeded, changed) {
    this.who = who;
    this.changed = changed;
    this.asked = '';
    this.waiting = Promise.resolve();
    this.told = element('p.hint', { role: 'status' });
    const named = part => `${who}.${part}`;
    this.node = element(
      'div.grid',
      { 'data-person': who },
      field(named('kind'), 'counter.kind', select(words('counter.kind', ['person', 'organisation'])), { needed: true }),
      field(named('identityKind'), 'counter.identity-kind', select([]), { needed: true }),
      field(named('identityNumber'), 'counter.identity-number', line({ maxlength: 30 }), { needed: true }),
      field(named('name'), 'counter.name', line({ maxlength: 255 }), { needed: true }),
      field(named('phone'), 'counter.phone', line({ maxlength: 20, inputmode: 'tel' }), { needed: phoneNeeded }),
      field(named('email'), 'counter.email', line({ maxlength: 255, inputmode: 'email' })),
      field(named('address'), 'counter.address', line({ maxlength: 500 }), { needed: true, span: 6 }),
      element('div.span-6', {}, this.told)
    );
    this.get('kind').addEventListener('change', () => this.offerIdentities());
    this.get('identityNumber').addEventListener('change', () => this.lookUp());
    this.get('identityKind').addEventListener('change', () => this.lookUp());
    this.offerIdentities();
  }

  get(part) {
    return this.node.querySelector(`[name="${this.who}.${part}"]`);
  }

  offerIdentities() {
    this.get('identityKind').replaceChildren(
      ...options(words('counter.identity', IDENTITIES[this.get('kind').value]))
    );
  }

  lookUp() {
    const by = { identityKind: this.get('identityKind').value, identityNumber: this.get('identityNumber').value.trim() };
    const asked = JSON.stringify(by);
    if (!by.identityNumber || asked === this.asked) return this.waiting;
    this.asked = asked;
    this.told.textContent = '';
    this.waiting = this.find(by).then(() => this.changed(this));
    return this.waiting;
  }

  async find(by) {
    try {
      const known = await call('/api/counter/person', { method: 'POST', body: by });
      if (known) this.fill(known);
      else this.told.textContent = text('counter.unknown');
    } catch (problem) {
      const wrong = problem.problems?.identityNumber;
      if (!wrong) this.told.textContent = text('counter.lookup-failed');
      else {
        const input = this.get('identityNumber');
        input.setAttribute('aria-invalid', 'true');
        input.closest('.field').querySelector('.wrong-field').textContent = wrong.join(' ');
      }
    }
  }

  /** What the clerk has typed already is not written over. */
  fill({ person, code, receivedAt }) {
    for (const part of ['name', 'phone', 'email', 'address']) {
      const input = this.get(part);
      if (!input.value.trim() && person[part]) {
        input.value = person[part];
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    this.told.textContent = text('counter.known', code, moment(receivedAt));
  }

  values() {
    return Object.fromEntries(PARTS.map(part => [part, this.get(part).value]));
  }

  /** From a draft, or from the dossier before. */
  set(values) {
    for (const part of PARTS) {
      if (values[part] === undefined || values[part] === null) continue;
      this.get(part).value = values[part];
      if (part === 'kind') this.offerIdentities();
    }
    this.asked = JSON.stringify({ identityKind: this.get('identityKind').value, identityNumber: this.get('identityNumber').value.trim() });
  }

  empty() {
    PARTS.slice(2).forEach(part => (this.get(part).value = ''));
    this.get('kind').value = 'person';
    this.offerIdentities();
    this.told.textContent = '';
    this.asked = '';
  }
}
