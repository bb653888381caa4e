/*
 * What is typed is kept at the server, for the clerk alone, a moment after each change: it survives a
 * closed browser. The id of a draft is also what keeps its dossier from being received twice.
 */
import { text } from '../texts.js';
import { element } from '../dom.js';
import { moment } from '../moment.js';
import { call } from './calls.js';

const PAUSE_MS = 600;
const AGAIN_MS = 5000;

/** crypto.randomUUID is there only over https; an office network may be without. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

export class Drafts {
  /** content() gives {title, content}; opened({content, scans}) shows another draft. */
  constructor({ content, opened, begun }) {
    Object.assign(this, { content, opened, begun });
    this.status = element('p.saved', { role: 'status' });
    this.list = element('ul.drafts');
    this.node = element(
      'section.drafts-box',
      { 'aria-labelledby': 'drafts-title' },
      element('h2', { id: 'drafts-title' }, text('counter.drafts')),
      this.list,
      element(
        'p.buttons',
        {},
        element('button.second.small', { type: 'button', onclick: () => this.begun() }, text('counter.drafts.new')),
        (this.throwAway = element(
          'button.second.small',
          { type: 'button', hidden: true, onclick: () => this.discard() },
          text('counter.drafts.discard')
        ))
      ),
      this.status
    );
    this.fresh();
    document.addEventListener('visibilitychange', () => document.hidden && this.rescue());
  }

  /** Begins with nothing; nothing is kept before something is typed. */
  fresh() {
    clearTimeout(this.timer);
    this.id = newId();
    this.known = false;
    this.dirty = false;
    this.closed = false;
    this.throwAway.hidden = true;
    this.status.textContent = '';
    history.replaceState(null, '', location.pathname);
    return this.show();
  }

  changed() {
    if (this.closed) return;
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save().catch(() => {}), PAUSE_MS);
  }

  /** Kept now; the same save serves all who wait for it. */
  save() {
    clearTimeout(this.timer);
    if (this.saving) return this.saving.then(() => (this.dirty ? this.save() : this.id));
    if (!this.dirty && this.known) return Promise.resolve(this.id);
    this.saving = this.write().finally(() => (this.saving = null));
    return this.saving;
  }

  async write() {
    this.dirty = false;
    const id = this.id;
    this.status.textContent = text('counter.saving');
    const kept = this.content();
    try {
      await call(`/api/counter/drafts/${id}`, { method: 'PUT', body: kept });
    } catch (problem) {
      this.dirty = true;
      this.status.textContent = problem.status ? problem.message : text('counter.not-saved');
      if (!problem.status) this.timer = setTimeout(() => this.save().catch(() => {}), AGAIN_MS);
      throw problem;
    }
    if (id === this.id) {
      const began = !this.known;
      this.known = true;
      this.throwAway.hidden = false;
      this.status.textContent = text('counter.saved', moment(new Date().toISOString()).slice(0, 5));
      history.replaceState(null, '', `#${id}`);
      const line = this.list.querySelector('[aria-current]');
      if (line) line.textContent = kept.title || text('counter.drafts.untitled');
      if (began) this.show();
    }
    return id;
  }

  /** The page goes away before the pause is over. */
  rescue() {
    if (this.dirty && !this.closed) {
      call(`/api/counter/drafts/${this.id}`, { method: 'PUT', body: this.content(), keepalive: true }).catch(() => {});
    }
  }

  /** Its dossier is received. */
  close() {
    clearTimeout(this.timer);
    this.closed = true;
    this.dirty = false;
    this.throwAway.hidden = true;
    this.status.textContent = '';
    history.replaceState(null, '', location.pathname);
    return this.show();
  }

  async open(id) {
    if (this.dirty) await this.save();
    try {
      const draft = await call(`/api/counter/drafts/${id}`);
      clearTimeout(this.timer);
      Object.assign(this, { id, known: true, dirty: false, closed: false });
      this.throwAway.hidden = false;
      history.replaceState(null, '', `#${id}`);
      await this.opened(draft);
      this.dirty = false;
      clearTimeout(this.timer);
      this.show();
      return true;
    } catch (problem) {
      console.warn('motcua: no draft', problem);
      this.status.textContent = problem.status ? problem.message : text('counter.drafts.failed');
      return false;
    }
  }

  async discard() {
    if (!confirm(text('counter.drafts.discard.sure'))) return;
    try {
      await call(`/api/counter/drafts/${this.id}`, { method: 'DELETE' });
      this.dirty = false;
      this.begun();
    } catch (problem) {
      this.status.textContent = problem.message;
    }
  }

  async show() {
    try {
      const drafts = await call('/api/counter/drafts');
      this.list.replaceChildren(...drafts.map(draft => this.line(draft)));
      if (!drafts.length) this.list.append(element('li.hint', {}, text('counter.drafts.none')));
    } catch (problem) {
      console.warn('motcua: no drafts', problem);
    }
  }

  line(draft) {
    const current = draft.id === this.id;
    return element(
      'li',
      {},
      element(
        'button.link',
        { type: 'button', 'aria-current': current ? 'true' : null, onclick: () => !current && this.open(draft.id) },
        draft.title || text('counter.drafts.untitled')
      ),
      element('span.hint', {}, moment(draft.changedAt))
    );
  }
}
