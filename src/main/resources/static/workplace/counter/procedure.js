/* The procedure and what has to be chosen of it: case, level, commune, counter. */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { call } from './calls.js';
import { check, field, options, select, words } from './fields.js';
import { Search } from './search.js';

export class Procedure {
  /** chosen(facts) is called when the facts are there. */
  constructor(chosen) {
    this.chosen = chosen;
    this.facts = null;
    this.search = new Search(code => this.open(code, true));
    this.told = element('div.facts', { 'aria-live': 'polite' });
    this.choices = element(
      'div.grid',
      { hidden: true },
      field('caseId', 'counter.case', select([]), { needed: true, span: 6 }),
      field('receptionUnit', 'counter.reception', select([]), { needed: true }),
      field(
        'level',
        'counter.level',
        select([['', text('counter.choose')], ...words('counter.level', ['tinh', 'xa'])]),
        { needed: true }
      ),
      field('commune', 'counter.commune', select([])),
      check('difficultArea', 'counter.difficult')
    );
    this.problem = element(
      'div',
      { 'data-field': 'procedureCode' },
      element('p.wrong-field', { id: 'procedure-problem', role: 'alert' })
    );
    this.node = element('div', {}, this.search.node, this.problem, this.told, this.choices);
  }

  get(name) {
    return this.choices.querySelector(`[name=${name}]`);
  }

  async open(code, byHand) {
    this.say('');
    try {
      this.show(await call(`/api/procedures/${encodeURIComponent(code)}`), byHand);
    } catch (problem) {
      console.warn('motcua: no procedure', problem);
      this.say(problem.status ? problem.message : text('counter.procedure.failed'));
    }
  }

  say(words) {
    this.problem.firstChild.textContent = words;
  }

  show(facts, byHand) {
    this.facts = facts;
    this.search.settle(`${facts.code} – ${facts.name}`);
    const limit = facts.cases.length === 1 && (facts.cases[0].committed || facts.cases[0].limit);
    const told = [
      ['lead', facts.lead],
      ['limit', limit],
      ['fee', facts.fee],
      ['result', facts.result]
    ].filter(([, value]) => value);
    this.told.replaceChildren(
      element('p.chosen', {}, facts.name),
      element('dl', {}, told.map(([key, value]) => element('div', {}, element('dt', {}, text(`counter.${key}`)), element('dd', {}, value))))
    );
    this.choices.hidden = false;
    this.offer('caseId', facts.cases.map(c => [c.id, [c.name, c.committed || c.limit].filter(Boolean).join(' – ')]), facts.cases.length > 1);
    this.offer('receptionUnit', facts.receptions.map(u => [u.id, u.name]), facts.receptions.length > 1);
    this.offer('commune', facts.communes.map(u => [u.id, u.name]), facts.levels.includes('xa'), true);
    this.chooseOwnCommune();
    this.box('level').hidden = facts.levels.length < 2;
    this.box('difficultArea').hidden = !facts.difficultLimits;
    this.chosen(facts, byHand);
  }

  box(name) {
    return this.choices.querySelector(`[data-field=${name}]`);
  }

  offer(name, choices, shown, maybeEmpty) {
    const all = maybeEmpty || choices.length > 1 ? [['', text('counter.choose')], ...choices] : choices;
    this.get(name).replaceChildren(...options(all));
    this.box(name).hidden = !shown;
  }

  /** At the counter of a commune the dossier is most often its own. */
  chooseOwnCommune() {
    const own = this.facts.receptions.length === 1 ? this.facts.receptions[0].id : '';
    const commune = this.facts.communes
      .filter(unit => own.startsWith(`${unit.id}-`))
      .sort((a, b) => b.id.length - a.id.length)[0];
    if (commune) this.get('commune').value = commune.id;
  }

  /** The first choice that has to be made; null if there is none. */
  firstChoice() {
    return [...this.choices.querySelectorAll('select')].find(one => !one.closest('[hidden]') && !one.value);
  }

  value(name) {
    return !this.box(name).hidden && this.get(name).value ? this.get(name).value : null;
  }

  application() {
    const { facts } = this;
    return {
      procedureCode: facts.code,
      caseId: facts.cases.length > 1 ? this.get('caseId').value : (facts.cases[0]?.id ?? ''),
      level: this.value('level'),
      receptionUnit: this.value('receptionUnit') ?? facts.receptions[0]?.id ?? null,
      commune: this.value('commune'),
      difficultArea: this.get('difficultArea').checked && !this.box('difficultArea').hidden
    };
  }

  empty() {
    this.facts = null;
    this.search.settle('');
    this.told.replaceChildren();
    this.choices.hidden = true;
    this.say('');
  }
}
