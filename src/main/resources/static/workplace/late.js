/*
 * Above the tabs of a late task: how late it is, and the question why, without whose answer it
 * cannot be completed. It stands outside the tabs, so that answering leaves a half-filled form alone.
 *
 * GET /api/tasks/{id}/cause → no content while nothing is late, else {words, asked,
 *   causes: [{code, words, needsWords}], given: {code, cause, words, person, at}}
 * POST the same with {cause, words} → the same.
 */
import { find, post } from './server.js';
import { text } from './texts.js';
import { element } from './dom.js';
import { moment } from './moment.js';

const TABS = '.task-card .tabbed-content .nav-tabs';
const REFUSALS = '.notifications .alert, [notifications-panel] .alert';

let here = { taskId: null, box: null };
const heard = new WeakSet();

function taskInAddress() {
  const named = window.location.hash.match(/[?&]task=([^&]+)/);
  return named ? decodeURIComponent(named[1]) : null;
}

const address = taskId => `/api/tasks/${encodeURIComponent(taskId)}/cause`;

class Box {
  constructor(taskId) {
    this.taskId = taskId;
    this.node = element('section.mc-late', { 'aria-labelledby': 'mc-late-heading' });
  }

  draw(late) {
    this.late = late;
    this.heading = element(
      'p.mc-late-words',
      {},
      element('strong', { id: 'mc-late-heading' }, text('late.heading')),
      ' ',
      late.words
    );
    if (late.asked) this.ask();
    else this.tell();
    return this;
  }

  ask() {
    const { causes, given } = this.late;
    this.cause = element(
      'select.mc-late-cause',
      { id: 'mc-late-cause', required: true, 'aria-describedby': 'mc-late-problem' },
      element('option', { value: '' }, text('late.choose')),
      causes.map(cause =>
        element('option', { value: cause.code, selected: given && given.code === cause.code }, cause.words)
      )
    );
    this.words = element('input.mc-late-own', {
      id: 'mc-late-own',
      type: 'text',
      maxlength: 1000,
      autocomplete: 'off',
      'aria-describedby': 'mc-late-problem',
      value: given ? given.words : null
    });
    this.problem = element('p.mc-late-problem', { id: 'mc-late-problem', role: 'alert' });
    this.button = element('button.mc-late-save', { type: 'submit' }, text('late.save'));
    const label = element('label', { for: 'mc-late-own' }, text('late.words'));
    this.cause.addEventListener('change', () => {
      const chosen = causes.find(cause => cause.code === this.cause.value);
      this.words.required = Boolean(chosen && chosen.needsWords);
      label.textContent = text(this.words.required ? 'late.words-needed' : 'late.words');
      this.refuse('');
    });
    this.node.replaceChildren(
      this.heading,
      element(
        'form',
        {
          novalidate: true,
          onsubmit: event => {
            event.preventDefault();
            this.save();
          }
        },
        element('div', {}, element('label', { for: 'mc-late-cause' }, text('late.cause')), this.cause),
        element('div.mc-late-wide', {}, label, this.words),
        this.button
      ),
      this.problem
    );
  }

  tell() {
    const { given } = this.late;
    this.said = element(
      'p.mc-late-said',
      { role: 'status', tabindex: '-1' },
      text(
        'late.given',
        [given.cause, given.words].filter(Boolean).join(': '),
        given.person,
        moment(given.at)
      ),
      ' ',
      element(
        'button.mc-late-change',
        {
          type: 'button',
          onclick: () => {
            this.ask();
            this.cause.focus();
          }
        },
        text('late.change')
      )
    );
    this.node.replaceChildren(this.heading, this.said);
  }

  refuse(words) {
    this.problem.textContent = words;
    this.cause.setAttribute('aria-invalid', String(words !== ''));
  }

  async save() {
    if (!this.cause.value) {
      this.refuse(text('late.needed'));
      this.cause.focus();
      return;
    }
    this.button.disabled = true;
    try {
      const words = this.words.value.trim();
      this.draw(await post(address(this.taskId), { cause: this.cause.value, words }));
      // What was refused is answered; the notice would lie over the button that completes.
      if (this.refusal) this.refusal.querySelector('.close:not(.ng-hide)')?.click();
      this.said.focus();
    } catch (problem) {
      this.refuse(problem.told || text('late.failed'));
      this.button.disabled = false;
      (this.words.required && this.cause.value ? this.words : this.cause).focus();
    }
  }

  /** The step was refused for want of a cause: this is where to give it. */
  insist(refusal) {
    if (!this.late.asked) return;
    this.refusal = refusal;
    this.refuse(text('late.needed'));
    this.node.scrollIntoView({ block: 'nearest' });
    this.cause.focus({ preventScroll: true });
  }
}

/** Shows the box of the task that is open now; `again` asks anew, for time passes. */
async function look(again) {
  const taskId = document.querySelector(TABS) ? taskInAddress() : null;
  const same = taskId === here.taskId && (!here.box || here.box.node.isConnected);
  if (same && !(again && !here.box)) return here.box;
  if (here.box) here.box.node.remove();
  const asked = (here = { taskId, box: null });
  if (!taskId) return null;
  let late = null;
  try {
    late = await find(address(taskId));
  } catch (problem) {
    console.debug('motcua: no cause asked', problem);
  }
  const tabs = document.querySelector(TABS);
  if (late && tabs && here === asked) {
    here.box = new Box(taskId).draw(late);
    tabs.before(here.box.node);
  }
  return here.box;
}

/**
 * A refusal about a cause may come when a step was not yet late as it was opened. Refusals are always
 * Vietnamese, whatever the reader's language.
 */
function listen() {
  document.querySelectorAll(REFUSALS).forEach(async alert => {
    // Its words come after its frame.
    const words = alert.querySelector('.message')?.textContent || '';
    if (heard.has(alert) || !words.trim()) return;
    heard.add(alert);
    const box = words.includes(text('late.told')) && (await look(true));
    if (box) box.insist(alert);
  });
}

new MutationObserver(() => {
  look(false);
  listen();
}).observe(document.documentElement, { childList: true, subtree: true });

export default [];
