/*
 * Finding one procedure among all: code, words without marks, nicknames; with nothing typed what this
 * counter received today. Arrows move, Enter opens.
 */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { call } from './calls.js';

const PAUSE_MS = 110;
const MOST = 30;

export class Search {
  constructor(choose) {
    this.choose = choose;
    this.found = [];
    this.at = 0;
    this.asked = 0;
    this.settled = '';
    this.input = element('input', {
      type: 'text',
      id: 'procedure',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: text('counter.procedure.placeholder'),
      'aria-controls': 'procedures',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-describedby': 'procedure-told',
      oninput: () => this.soon(),
      onfocus: () => this.find(),
      onblur: () => setTimeout(() => this.leave(), 150),
      onkeydown: event => this.key(event)
    });
    this.told = element('p.hint', { id: 'procedure-told', role: 'status' });
    this.list = element('ul.found', {
      id: 'procedures',
      role: 'listbox',
      'aria-label': text('counter.procedure.search'),
      hidden: true
    });
    this.node = element(
      'div.search',
      {},
      element('label', { for: 'procedure' }, text('counter.procedure.search')),
      this.input,
      this.told,
      this.list
    );
  }

  /** What is looked for: the name of what was chosen is no question. */
  typed() {
    const words = this.input.value.trim();
    return words === this.settled ? '' : words;
  }

  settle(words) {
    this.settled = words;
    this.input.value = words;
    this.input.setSelectionRange(0, 0);
  }

  /** Words that led to nothing do not stay as if they were chosen. */
  leave() {
    this.close();
    if (this.settled) this.settle(this.settled);
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), PAUSE_MS);
  }

  key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    if (event.key in moves && this.found.length) {
      event.preventDefault();
      this.mark(Math.min(Math.max(this.at + moves[event.key], 0), this.found.length - 1));
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      event.stopPropagation();
      this.enter();
    } else if (event.key === 'Escape') {
      this.close();
    }
  }

  /** Enter right after typing means what was typed, not what is still on the screen. */
  async enter() {
    clearTimeout(this.timer);
    if (this.typed() !== this.shownFor || this.list.hidden) await this.find();
    if (this.found[this.at]) this.take(this.found[this.at]);
  }

  async find() {
    const typed = this.typed();
    const mine = ++this.asked;
    try {
      const found = await call(
        typed ? `/api/procedures?limit=${MOST}&q=${encodeURIComponent(typed)}` : '/api/counter/today'
      );
      if (mine === this.asked) this.show(typed, found);
    } catch (problem) {
      console.warn('motcua: no procedures', problem);
      this.told.textContent = text('counter.procedure.failed');
    }
  }

  show(typed, found) {
    this.shownFor = typed;
    this.found = found;
    this.list.replaceChildren(...found.map((procedure, at) => this.line(procedure, at)));
    this.told.textContent = found.length
      ? typed
        ? text('counter.procedure.found', found.length)
        : text('counter.procedure.today')
      : typed
        ? text('counter.procedure.none', typed)
        : '';
    const open = found.length > 0 && document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.mark(0);
  }

  line(procedure, at) {
    return element(
      'li',
      {
        id: `procedure-${at}`,
        role: 'option',
        onmousemove: () => this.at !== at && this.mark(at),
        onmousedown: event => {
          event.preventDefault();
          this.take(procedure);
        }
      },
      element('span.code', {}, procedure.code),
      element('span.name', {}, procedure.name),
      element('span.where', {}, [procedure.field, procedure.limit].filter(Boolean).join(' · '))
    );
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((line, here) => line.setAttribute('aria-selected', String(here === at)));
    const line = this.list.children[at];
    if (line && !this.list.hidden) {
      line.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', line.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  take(procedure) {
    this.close();
    this.choose(procedure.code);
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.told.textContent = '';
  }
}
