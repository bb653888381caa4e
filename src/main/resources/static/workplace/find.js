/*
 * The search box in the bar at the top: dossiers by code, name, identity number or phone, without
 * marks, and the reader's tasks of them. Alt+K goes there from anywhere; Enter opens the task, or the
 * dossier where there is none. GET /api/dossiers?q= → {total, more, rows: [{code, applicant, identity,
 * procedure, stateWords, left, here: [{step, who, taskId}]}]}.
 */
import { home } from './webapp.js';
import { get } from './server.js';
import { text } from './texts.js';
import { badge, element } from './dom.js';

const PAUSE_MS = 250;
const LEAST_TYPED = 2;

class Finder {
  constructor() {
    this.lines = [];
    this.at = -1;
    this.asked = 0;
    this.input = element('input.mc-find-input', {
      type: 'search',
      id: 'mc-find',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-label': text('find.label'),
      'aria-controls': 'mc-find-list',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      title: text('find.shortcut'),
      placeholder: text('find.placeholder'),
      oninput: () => this.soon(),
      onkeydown: event => this.key(event)
    });
    this.status = element('p.mc-find-status', { role: 'status' });
    this.list = element('ul.mc-find-list', {
      id: 'mc-find-list',
      role: 'listbox',
      'aria-label': text('find.label')
    });
    this.panel = element('div.mc-find-panel', { hidden: true }, this.status, this.list);
    this.node = element('div.mc-find', { role: 'search' }, this.input, this.panel);
    this.node.addEventListener('focusout', event => {
      if (!this.node.contains(event.relatedTarget)) this.close();
    });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), PAUSE_MS);
  }

  key(event) {
    // What is typed here is not for the webapp; Alt+N is for whoever listens from anywhere.
    if (!event.altKey) event.stopPropagation();
    if (event.key === 'Escape') {
      this.input.value = '';
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.lines.length) {
      event.preventDefault();
      const next = this.at + (event.key === 'ArrowDown' ? 1 : -1);
      this.mark(Math.min(Math.max(next, 0), this.lines.length - 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.enter();
    }
  }

  /** Enter right after typing means what is being looked for, not the old list. */
  async enter() {
    clearTimeout(this.timer);
    if (this.input.value.trim() !== this.shownFor) await this.find();
    const line = this.lines[Math.max(this.at, 0)];
    if (line) this.go(line.address);
  }

  async find() {
    const words = this.input.value.trim();
    const mine = ++this.asked;
    if (words.length < LEAST_TYPED) {
      this.close();
      return;
    }
    try {
      const found = await get(`/api/dossiers?q=${encodeURIComponent(words)}`);
      if (mine === this.asked) this.show(words, found);
    } catch (problem) {
      console.warn('motcua: no search', problem);
      if (mine === this.asked) this.say(text('find.failed'));
    }
  }

  show(words, found) {
    this.shownFor = words;
    this.lines = found.rows.flatMap(linesOf);
    if (this.lines.length) {
      this.lines.push({
        address: `${home}/dossiers?q=${encodeURIComponent(words)}`,
        content: [element('strong', {}, text('find.all', found.total, found.more ? '+' : ''))]
      });
    }
    this.list.replaceChildren(
      ...this.lines.map((line, at) =>
        element(
          'li',
          {
            id: `mc-find-${at}`,
            role: 'option',
            onmousedown: event => event.preventDefault(),
            onmousemove: () => this.at !== at && this.mark(at),
            onclick: () => this.go(line.address)
          },
          line.content
        )
      )
    );
    this.say(this.lines.length ? text('find.hint') : text('find.none'));
    if (this.lines.length) this.mark(0);
  }

  say(words) {
    this.status.textContent = words;
    this.panel.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((line, here) =>
      line.setAttribute('aria-selected', String(here === at))
    );
    const line = this.list.children[at];
    line.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', line.id);
  }

  close() {
    this.asked++;
    clearTimeout(this.timer);
    this.panel.hidden = true;
    this.lines = [];
    this.at = -1;
    this.shownFor = null;
    this.list.replaceChildren();
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  go(address) {
    this.close();
    window.location.assign(address);
  }
}

/** A task opens where the reader is: the list, its filter and its order stay as they are. */
function taskAddress(taskId) {
  const [path, search] = (window.location.hash || '#/').split('?');
  const kept = (search || '').split('&').filter(part => part && !/^(task|detailsTab)=/.test(part));
  return `${path}?${[...kept, `task=${encodeURIComponent(taskId)}`].join('&')}`;
}

function linesOf(row) {
  const tasks = row.here.filter(step => step.taskId);
  const dossier = `${home}/dossier?code=${encodeURIComponent(row.code)}`;
  return tasks.length
    ? tasks.map(step => ({
        address: taskAddress(step.taskId),
        content: content(row, `${step.step} · ${step.who}`)
      }))
    : [{ address: dossier, content: content(row, `${row.stateWords} · ${text('find.read')}`) }];
}

function content(row, where) {
  return [
    element('span.mc-code', {}, row.code),
    ' ',
    badge(row.left),
    element('span.mc-find-who', {}, [row.applicant, row.identity].filter(Boolean).join(' · ')),
    element('span.mc-find-what', {}, row.procedure),
    element('span.mc-find-where', {}, where)
  ];
}

const finder = new Finder();

window.addEventListener('keydown', event => {
  if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyK') {
    event.preventDefault();
    finder.input.focus();
    finder.input.select();
  }
});

export default {
  id: 'mc-find',
  pluginPoint: 'tasklist.navbar.action',
  priority: 500,
  render: node => node.append(finder.node)
};
