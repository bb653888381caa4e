/*
 * The counter: one form from the procedure to the slip, by keyboard. F2 procedure, F4 applicant, F7
 * fees, F8 papers, F9 scans; Enter goes to the next field, Ctrl+Enter receives.
 */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { moment } from '../moment.js';
import { call } from './calls.js';
import { check, clearProblems, field, line, select, showProblems, words } from './fields.js';
import { Done } from './done.js';
import { Drafts } from './drafts.js';
import { Fees } from './fees.js';
import { Papers } from './papers.js';
import { Person } from './person.js';
import { Procedure } from './procedure.js';
import { Scans } from './scans.js';

const CHANNELS = ['counter', 'post', 'online', 'at-home', 'by-appointment'];
const PRIORITIES = ['none', 'elderly', 'disabled', 'pregnant-or-with-infant', 'meritorious', 'poor-household', 'ethnic-minority-remote'];
const WAYS = ['counter', 'post', 'online'];
/** A second press sooner than this is a slip of the finger, no answer to a warning. */
const ON_PURPOSE_MS = 700;

class Counter {
  constructor(root) {
    this.bag = [];
    this.open = [];
    this.procedure = new Procedure((facts, byHand) => this.chosen(facts, byHand));
    this.applicant = new Person('applicant', true, () => this.lookForOpen());
    this.owner = new Person('owner', false, () => this.lookForOpen());
    this.papers = new Papers(() => this.scans?.offerPapers());
    this.fees = new Fees(() => this.summarise());
    this.scans = new Scans({
      draft: () => this.drafts.save(),
      papers: () => this.papers.names(),
      changed: () => this.summarise()
    });
    this.drafts = new Drafts({
      content: () => this.content(),
      opened: draft => this.restore(draft),
      begun: () => this.begin()
    });
    this.done = new Done(() => this.begin(this.bag.length > 0));
    this.build(root);
    this.listen(root);
  }

  build(root) {
    this.warning = element('div.message.open-ones', { role: 'alert', hidden: true });
    this.message = element('p.message.wrong', { role: 'alert', tabindex: '-1', hidden: true });
    this.ownerBox = element('div', { hidden: true }, element('h3', {}, text('counter.owner')), this.owner.node);
    this.count = element('p', { id: 'papers-count' });
    this.toPay = element('p', { id: 'fees-sum' });
    this.bagBox = element('section', { hidden: true });
    this.button = element('button.receive', { type: 'submit' }, text('counter.receive'), ' ', element('kbd', {}, text('counter.receive.key')));
    this.form = element(
      'form',
      { novalidate: true, autocomplete: 'off', 'aria-label': text('counter.receive') },
      part('F2', 'counter.procedure', this.procedure.node),
      part(
        'F4',
        'counter.applicant',
        this.applicant.node,
        element('div.grid', {}, check('sameOwner', 'counter.owner.same', true, { span: 3 }), check('bag', 'counter.bag', false, { span: 3 })),
        this.ownerBox,
        this.warning
      ),
      part('F8', 'counter.papers', this.papers.node),
      part('F9', 'counter.scans', this.scans.node),
      part('F7', 'counter.fees', this.fees.node),
      part(
        null,
        'counter.way',
        element(
          'div.grid',
          {},
          field('channel', 'counter.channel', select(words('counter.channel', CHANNELS)), { needed: true }),
          field('returnWay', 'counter.return-way', select(words('counter.return', WAYS)), { needed: true }),
          field('priority', 'counter.priority', select(words('counter.priority', PRIORITIES))),
          field('content', 'counter.content', line({ maxlength: 2000 }), { span: 6 }),
          check('assisted', 'counter.assisted', false, { hint: 'counter.assisted.hint' })
        )
      )
    );
    this.button.setAttribute('form', (this.form.id = 'intake'));
    this.aside = element(
      'aside',
      { 'aria-label': text('counter.receive') },
      element('div.go', {}, this.message, this.button, this.count, this.toPay),
      this.bagBox,
      this.drafts.node,
      element(
        'section',
        { 'aria-labelledby': 'keys-title' },
        element('h2', { id: 'keys-title' }, text('counter.keys')),
        element(
          'dl.keys',
          {},
          [
            ['F2', 'counter.procedure'], ['F4', 'counter.applicant'], ['F8', 'counter.papers'], ['F9', 'counter.scans'], ['F7', 'counter.fees'],
            ['Alt + A', 'counter.papers.all'], ['Enter', 'counter.keys.next'], ['Ctrl + Enter', 'counter.receive']
          ].flatMap(([key, words]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, text(words))])
        )
      )
    );
    this.desk = element('div.desk', {}, this.form, this.aside);
    root.replaceChildren(this.desk, this.done.node);
  }

  listen(root) {
    const { form } = this;
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.receive();
    });
    const changed = event => {
      if (event.target.id === 'procedure') return;
      const place = event.target.closest('[data-fee], [data-field], [data-paper]');
      if (event.target.name === 'caseId') this.fees.show(event.target.value);
      if (place) clearProblems(place);
      this.summarise();
      this.drafts.changed();
    };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    this.at('sameOwner').addEventListener('change', () => {
      this.showOwner();
      if (!this.at('sameOwner').checked) this.owner.get('identityNumber').focus();
      this.lookForOpen();
    });
    this.at('bag').addEventListener('change', () => this.showBag());
    form.addEventListener('keydown', event => this.enter(event));
    document.addEventListener('keydown', event => this.key(event));
    root.hidden = false;
  }

  at(name) {
    return this.form.querySelector(`[name="${name}"]`);
  }

  key(event) {
    if (document.querySelector('dialog[open]')) return;
    const go = {
      F2: () => this.procedure.search.input.select(),
      F4: () => this.applicant.get('identityNumber').focus(),
      F8: () => this.papers.focus(),
      F9: () => this.scans.chooser.focus(),
      F7: () => this.fees.focus()
    }[event.key];
    if (this.done.open) {
      if (event.ctrlKey && event.key.toLowerCase() === 'p') {
        event.preventDefault();
        this.done.print();
      }
    } else if (go && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      go();
    } else if (event.altKey && event.code === 'KeyA') {
      event.preventDefault();
      this.papers.all();
    } else if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) this.receive();
    }
  }

  /** Enter goes on to the next field; on a tick of the papers to the next tick. */
  enter(event) {
    const { target } = event;
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || target.matches('button, [type=file], #procedure')) return;
    event.preventDefault();
    const tick = target.matches('[data-paper] [data-p=ticked]');
    const all = [...this.form.querySelectorAll('input, select')].filter(
      one => one.offsetParent && (!tick || one.matches('[data-p=ticked]') || !one.closest('[data-paper]'))
    );
    const next = all[all.indexOf(target) + 1] || this.button;
    next.focus();
    if (next.select) next.select();
  }

  chosen(facts, byHand) {
    this.papers.list(facts.checklist);
    this.fees.list(facts, this.procedure.application().caseId);
    this.scans.detach();
    this.summarise();
    if (byHand) {
      this.drafts.changed();
      // Who has gone on meanwhile stays there, with what is being typed.
      const waits = [this.procedure.search.input, document.body].includes(document.activeElement);
      if (waits) (this.procedure.firstChoice() || this.applicant.get('identityNumber')).focus();
    }
    this.lookForOpen();
  }

  showOwner() {
    this.ownerBox.hidden = this.at('sameOwner').checked;
  }

  ownerNow() {
    return this.at('sameOwner').checked ? this.applicant : this.owner;
  }

  /** The same procedure of the same owner, open: said, not forbidden. */
  lookForOpen() {
    this.looking = this.findOpen();
    return this.looking;
  }

  async findOpen() {
    const { identityKind, identityNumber } = this.ownerNow().values();
    const procedureCode = this.procedure.facts?.code;
    this.confirmed = 0;
    let open = [];
    if (procedureCode && identityNumber.trim()) {
      try {
        open = await call('/api/counter/open', { method: 'POST', body: { procedureCode, identityKind, identityNumber } });
      } catch (problem) {
        // A wrong number is told at its field, and without an answer there is nothing to warn of.
      }
    }
    this.open = open;
    this.warning.hidden = !open.length;
    this.warning.replaceChildren(
      element('p', {}, element('strong', {}, text('counter.open'))),
      element(
        'ul',
        {},
        open.map(one =>
          element(
            'li',
            {},
            element('a', { href: `/dossier?code=${encodeURIComponent(one.code)}`, target: '_blank' }, one.code),
            ' ',
            text('counter.open.line', moment(one.receivedAt), one.reception, one.stateWords)
          )
        )
      ),
      element('p', {}, text('counter.open.go-on'))
    );
  }

  summarise() {
    const [there, all] = this.papers.counts();
    this.count.textContent = all ? text('counter.papers.count', there, all) : '';
    this.toPay.textContent = this.fees.summary();
  }

  showBag() {
    const on = this.at('bag').checked;
    if (!on) this.bag = [];
    this.bagBox.hidden = !this.bag.length;
    this.bagBox.replaceChildren(
      element('h2', {}, text('counter.bag.count', this.bag.length)),
      element('ul.codes', {}, this.bag.map(code => element('li', {}, code)))
    );
  }

  /** Everything that was typed, as a draft keeps it. */
  content() {
    const { facts } = this.procedure;
    const applicant = this.applicant.values();
    return {
      title: [this.ownerNow().values().name || applicant.name, facts && `${facts.code} ${facts.name}`].filter(Boolean).join(' – '),
      content: {
        procedure: facts?.code ?? null,
        choices: facts ? { ...this.procedure.application() } : null,
        applicant,
        owner: this.at('sameOwner').checked ? null : this.owner.values(),
        papers: this.papers.values(),
        fees: this.fees.values(),
        way: this.way(),
        bag: this.at('bag').checked ? this.bag : null
      }
    };
  }

  way() {
    return {
      channel: this.at('channel').value,
      assisted: this.at('assisted').checked,
      priority: this.at('priority').value,
      returnWay: this.at('returnWay').value,
      content: this.at('content').value
    };
  }

  async restore({ content, scans }) {
    this.clear();
    const draft = content || {};
    this.applicant.set(draft.applicant || {});
    this.at('sameOwner').checked = !draft.owner;
    if (draft.owner) this.owner.set(draft.owner);
    this.showOwner();
    for (const [name, value] of Object.entries(draft.way || {})) {
      if (name === 'assisted') this.at(name).checked = value;
      else this.at(name).value = value;
    }
    this.at('bag').checked = Boolean(draft.bag);
    this.bag = draft.bag || [];
    this.showBag();
    if (draft.procedure) {
      await this.procedure.open(draft.procedure, false);
      for (const name of ['caseId', 'level', 'receptionUnit', 'commune']) {
        if (draft.choices?.[name]) this.procedure.get(name).value = draft.choices[name];
      }
      this.procedure.get('difficultArea').checked = Boolean(draft.choices?.difficultArea);
      this.papers.set(draft.papers || []);
      this.fees.show(this.procedure.application().caseId);
      this.fees.set(draft.fees);
    }
    this.scans.set(scans || []);
    this.summarise();
    this.lookForOpen();
    (draft.procedure ? this.applicant.get('identityNumber') : this.procedure.search.input).focus();
  }

  application() {
    return {
      ...this.procedure.application(),
      ...this.way(),
      content: this.at('content').value || null,
      applicant: this.applicant.values(),
      owner: this.at('sameOwner').checked ? null : this.owner.values(),
      papers: this.papers.application(),
      fees: this.fees.application()
    };
  }

  say(words) {
    this.message.hidden = !words;
    this.message.textContent = words;
  }

  /** One at a time: what is on its way is not sent again. */
  async receive() {
    if (this.sending || this.done.open) return;
    this.sending = true;
    this.button.disabled = true;
    try {
      await this.send();
    } catch (problem) {
      this.fail(problem);
    } finally {
      this.sending = false;
      this.button.disabled = false;
    }
  }

  async send() {
    this.say('');
    if (!this.procedure.facts) {
      this.procedure.say(text('counter.procedure.first'));
      this.procedure.search.input.focus();
      return;
    }
    await Promise.all([this.applicant.lookUp(), this.at('sameOwner').checked ? null : this.owner.lookUp()]);
    await this.looking;
    const undone = await this.scans.settled();
    if (undone) {
      this.say(text('counter.scans.pending', undone));
      return;
    }
    const unpaid = this.fees.incomplete();
    if (unpaid) {
      this.say(unpaid);
      return;
    }
    if (this.open.length && !this.warned()) return;
    clearProblems(this.form);
    this.button.firstChild.textContent = text('counter.receiving');
    try {
      await this.keep();
      this.received(await call(`/api/dossiers?draft=${this.drafts.id}`, { method: 'POST', body: this.application() }));
    } finally {
      this.button.firstChild.textContent = text('counter.receive');
    }
  }

  /** A draft that is received already cannot be kept; asked again, reception tells its receipt. */
  async keep() {
    this.drafts.dirty = true;
    try {
      await this.drafts.save();
    } catch (problem) {
      if (problem.status !== 403) throw problem;
    }
  }

  /** True once a person has seen the warning and pressed again. */
  warned() {
    if (this.confirmed && Date.now() - this.confirmed > ON_PURPOSE_MS) return true;
    this.confirmed ||= Date.now();
    this.say(text('counter.open.again'));
    this.warning.scrollIntoView({ block: 'center' });
    return false;
  }

  fail(problem) {
    if (!problem.status) {
      console.warn('motcua: not sent', problem);
      this.say(text('counter.not-sent'));
      return;
    }
    this.say([problem.message, ...showProblems(this.form, problem.problems)].join(' '));
  }

  received(receipt) {
    const { facts } = this.procedure;
    if (this.at('bag').checked && !this.bag.includes(receipt.code)) this.bag.push(receipt.code);
    this.drafts.close();
    this.desk.hidden = true;
    this.done.show(receipt, {
      slipNow: !this.at('bag').checked && !facts.onTheSpot,
      bag: this.bag,
      costs: this.fees.chosen().length > 0,
      payment: this.fees.payment()
    });
  }

  clear() {
    this.say('');
    clearProblems(this.form);
    this.procedure.empty();
    this.papers.empty();
    this.fees.empty();
    this.scans.empty();
    this.applicant.empty();
    this.owner.empty();
    this.at('sameOwner').checked = true;
    this.showOwner();
    this.at('channel').value = 'counter';
    this.at('returnWay').value = 'counter';
    this.at('priority').value = 'none';
    this.at('content').value = '';
    this.at('assisted').checked = false;
    this.at('bag').checked = false;
    this.open = [];
    this.warning.hidden = true;
    this.summarise();
  }

  /** The next dossier; in a bag its sender and ways stay. */
  async begin(sameSender = false) {
    if (this.drafts.dirty) await this.drafts.save();
    const { bag } = this;
    const kept = { applicant: this.applicant.values(), channel: this.at('channel').value, returnWay: this.at('returnWay').value };
    this.done.hide();
    this.desk.hidden = false;
    this.clear();
    this.bag = sameSender ? bag : [];
    if (sameSender) {
      this.at('bag').checked = true;
      this.applicant.set(kept.applicant);
      this.at('channel').value = kept.channel;
      this.at('returnWay').value = kept.returnWay;
    }
    this.showBag();
    this.drafts.fresh();
    this.procedure.search.input.focus();
  }
}

function part(key, heading, ...children) {
  const id = `part-${heading.split('.').pop()}`;
  return element(
    'section.part',
    { 'aria-labelledby': id },
    element('h2', { id }, text(heading), key ? element('kbd', {}, key) : null),
    ...children
  );
}

const counter = new Counter(document.getElementById('counter'));
const begun = location.hash.slice(1);
if (!begun || !(await counter.drafts.open(begun))) counter.procedure.search.input.focus();
