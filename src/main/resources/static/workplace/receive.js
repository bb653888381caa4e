/*
 * "Receive a dossier" in the bar at the top, for counter clerks: find one procedure among all by
 * code or by words without marks, then fill in its form. Alt+N opens it from anywhere.
 *
 * GET /api/procedures?q= → [{code, name, field, limit}], best first. The form is the module
 * /forms/receive-dossier.js: mount(container, {procedureCode, csrf, onDone}),
 * csrf being a function that promises {header, token}.
 */
import { home } from './webapp.js';
import { get } from './server.js';
import { text } from './texts.js';
import { element } from './dom.js';

const PAUSE_MS = 120;
const MOST_SHOWN = 50;
const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

let open = null;
let refreshTasks = () => {};

class Window {
  constructor() {
    this.before = document.activeElement;
    this.body = element('div.mc-window-body');
    this.box = element(
      'div.mc-window',
      { role: 'dialog', 'aria-modal': 'true', 'aria-label': text('receive.title') },
      element(
        'header',
        {},
        element('h2', {}, text('receive.title')),
        element(
          'button.mc-close',
          { type: 'button', 'aria-label': text('receive.close'), onclick: () => this.leave() },
          '×'
        )
      ),
      this.body
    );
    this.veil = element('div.mc-veil', { onkeydown: event => this.key(event) }, this.box);
    this.typed = false;
    this.box.addEventListener('input', () => {
      this.typed = this.inForm;
    });
  }

  show() {
    document.body.append(this.veil);
    document.body.classList.add('mc-window-open');
    this.search();
  }

  key(event) {
    event.stopPropagation();
    if (event.key === 'Escape') this.leave();
    if (event.key === 'Tab') this.stay(event);
  }

  /** The focus goes round inside the window. */
  stay(event) {
    const inside = [...this.box.querySelectorAll(FOCUSABLE)].filter(node => node.offsetParent);
    const [first, last] = [inside[0], inside[inside.length - 1]];
    if (event.shiftKey && document.activeElement === first) {
      event.preventDefault();
      last.focus();
    } else if (!event.shiftKey && document.activeElement === last) {
      event.preventDefault();
      first.focus();
    }
  }

  leave() {
    if (!this.typed || window.confirm(text('receive.leave'))) this.close();
  }

  close() {
    if (this.unmount) this.unmount();
    this.veil.remove();
    document.body.classList.remove('mc-window-open');
    open = null;
    if (this.before && this.before.focus) this.before.focus();
  }

  search() {
    this.inForm = false;
    this.typed = false;
    if (this.unmount) this.unmount();
    this.unmount = null;
    const search = new Search(procedure => this.form(procedure));
    this.body.replaceChildren(search.node);
    search.input.focus();
    search.find();
  }

  async form(procedure) {
    this.inForm = true;
    const place = element('div.mc-form', {}, element('p.mc-none', {}, text('receive.opening')));
    this.body.replaceChildren(
      element(
        'button.mc-back',
        { type: 'button', onclick: () => this.back() },
        `‹ ${text('receive.back')}`
      ),
      place
    );
    try {
      const form = await import(`${home}/forms/receive-dossier.js`);
      place.replaceChildren();
      this.unmount = await form.mount(place, {
        procedureCode: procedure.code,
        csrf: () => get('/api/csrf'),
        onDone: () => this.done()
      });
      if (typeof this.unmount !== 'function') this.unmount = null;
      const first = place.querySelector('input, select, textarea');
      if (first && !place.contains(document.activeElement)) first.focus();
    } catch (problem) {
      console.warn('motcua: no form', problem);
      place.replaceChildren(
        element('p.mc-problem', { role: 'alert' }, text('receive.form-failed'))
      );
    }
  }

  back() {
    if (!this.typed || window.confirm(text('receive.leave'))) this.search();
  }

  /** The form says itself what was received; the list behind the window shows the new task. */
  done() {
    this.typed = false;
    this.inForm = false;
    refreshTasks();
  }
}

class Search {
  constructor(choose) {
    this.choose = choose;
    this.found = [];
    this.at = 0;
    this.asked = 0;
    this.input = element('input.mc-search', {
      type: 'search',
      id: 'mc-search',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: text('receive.placeholder'),
      'aria-controls': 'mc-found',
      'aria-expanded': 'true',
      oninput: () => this.soon(),
      onkeydown: event => this.key(event)
    });
    this.status = element('p.mc-status', { role: 'status' });
    this.list = element('ul.mc-found', { id: 'mc-found', role: 'listbox', 'aria-label': text('receive.label') });
    this.node = element(
      'div',
      {},
      element('label', { for: 'mc-search' }, text('receive.label')),
      this.input,
      element('p.mc-hint', {}, text('receive.hint')),
      this.status,
      this.list
    );
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), PAUSE_MS);
  }

  key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in moves && this.found.length) {
      event.preventDefault();
      this.mark(Math.min(Math.max(this.at + moves[event.key], 0), this.found.length - 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.enter();
    }
  }

  /** Enter right after typing means the first of what is being looked for, not of the old list. */
  async enter() {
    clearTimeout(this.timer);
    if (this.input.value.trim() !== this.shownFor) await this.find();
    if (this.found[this.at]) this.choose(this.found[this.at]);
  }

  async find() {
    const words = this.input.value.trim();
    const mine = ++this.asked;
    try {
      const found = await get(`/api/procedures?limit=${MOST_SHOWN}&q=${encodeURIComponent(words)}`);
      if (mine === this.asked) this.show(words, found);
    } catch (problem) {
      console.warn('motcua: no procedures', problem);
      if (mine === this.asked) {
        this.show(null, []);
        this.status.textContent = text('receive.failed');
      }
    }
  }

  show(words, found) {
    this.shownFor = words;
    this.found = found;
    this.list.replaceChildren(...this.found.map((procedure, at) => this.line(procedure, at)));
    this.status.textContent = !found.length
      ? words && text('receive.none')
      : found.length >= MOST_SHOWN
        ? text('receive.more', MOST_SHOWN)
        : text('receive.found', found.length);
    this.mark(0);
  }

  line(procedure, at) {
    return element(
      'li',
      {
        id: `mc-found-${at}`,
        role: 'option',
        onmousemove: () => this.at !== at && this.mark(at),
        onclick: () => this.choose(procedure)
      },
      element('span.mc-code', {}, procedure.code),
      element('span.mc-name', {}, procedure.name),
      element('span.mc-where', {}, [procedure.field, procedure.limit].filter(Boolean).join(' · '))
    );
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((line, here) =>
      line.setAttribute('aria-selected', String(here === at))
    );
    const line = this.list.children[at];
    if (line) {
      line.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', line.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }
}

function receive() {
  if (!open) {
    open = new Window();
    open.show();
  }
}

let receives = false;
try {
  receives = (await get('/api/workplace/me')).receives;
} catch (problem) {
  console.warn('motcua: nobody known', problem);
}

function button(node, scope) {
  refreshTasks = () => scope.$root.$broadcast('refresh');
  node.append(
    element(
      'a.mc-receive',
      {
        href: '',
        title: text('receive.shortcut'),
        onclick: event => {
          event.preventDefault();
          receive();
        }
      },
      element('span.glyphicon.glyphicon-plus-sign', { 'aria-hidden': 'true' }),
      ` ${text('receive.action')}`
    )
  );
}

if (receives) {
  window.addEventListener('keydown', event => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyN') {
      event.preventDefault();
      receive();
    }
  });
}

export default receives
  ? [
      {
        id: 'mc-receive',
        pluginPoint: 'tasklist.navbar.action',
        priority: 400,
        render: (node, api, scope) => button(node, scope)
      },
      {
        id: 'mc-counter',
        pluginPoint: 'tasklist.navbar.action',
        priority: 390,
        render: node =>
          node.append(
            element('a.mc-counter', { href: `${home}/counter`, title: text('receive.counter.what') }, text('receive.counter'))
          )
      }
    ]
  : [];
