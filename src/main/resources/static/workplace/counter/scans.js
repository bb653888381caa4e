/*
 * Scanned papers: several files at once, chosen or dropped, each with its progress, its preview and
 * the paper it belongs to. What was refused says why and stays until it is taken away.
 */
import { home } from '../webapp.js';
import { text } from '../texts.js';
import { element } from '../dom.js';
import { inMegabytes, sized } from '../size.js';
import { call, signed, signInAgain } from './calls.js';
import { paper as window } from './window.js';

const MOST_BYTES = 20 * 1024 * 1024;
const AT_ONCE = 2;

export class Scans {
  /** draft() promises the id of a draft that the server knows; papers() names the list of papers. */
  constructor({ draft, papers, changed }) {
    Object.assign(this, { draft, papers, changed });
    this.files = [];
    this.chooser = element('input.unseen', {
      type: 'file',
      id: 'scans',
      multiple: true,
      accept: '.pdf,.jpg,.jpeg,.png',
      onchange: () => {
        this.take(this.chooser.files);
        this.chooser.value = '';
      }
    });
    this.told = element('p.unseen', { role: 'status' });
    this.list = element('ul.scans');
    this.node = element(
      'div.drop',
      {},
      this.chooser,
      element('label.button.second.small', { for: 'scans' }, text('counter.scans.choose')),
      element('span.hint', {}, ' ', text('counter.scans.hint')),
      this.list,
      this.told
    );
    this.node.addEventListener('dragover', event => {
      event.preventDefault();
      this.node.classList.add('over');
    });
    this.node.addEventListener('dragleave', () => this.node.classList.remove('over'));
    this.node.addEventListener('drop', event => {
      event.preventDefault();
      this.node.classList.remove('over');
      this.take(event.dataTransfer.files);
    });
  }

  take(files) {
    for (const file of files) this.add({ file, name: file.name, bytes: file.size, state: 'waiting' });
    this.go();
  }

  add(one) {
    this.files.push(one);
    one.progress = element('progress', { max: 100, value: 0, 'aria-label': text('counter.scans.progress', one.name) });
    one.problem = element('p.wrong-field', { role: 'alert' });
    one.paper = element('select', {
      'aria-label': text('counter.scans.of', text('counter.scans.paper'), one.name),
      onchange: () => this.belongs(one)
    });
    one.node = element('li');
    this.list.append(one.node);
    this.draw(one);
  }

  draw(one) {
    const named = key => ({ type: 'button', 'aria-label': text('counter.scans.of', text(key), one.name) });
    const { state } = one;
    one.node.dataset.state = state;
    one.node.replaceChildren(
      element('span.file', {}, one.name, ' ', element('span.hint', {}, sized(one.bytes))),
      ...(state === 'waiting' || state === 'going' ? [one.progress] : []),
      ...(state === 'there'
        ? [one.paper, element('button.second.small', { ...named('counter.scans.view'), onclick: () => this.view(one) }, text('counter.scans.view'))]
        : []),
      ...(state === 'lost'
        ? [element('button.second.small', { ...named('counter.scans.retry'), onclick: () => this.again(one) }, text('counter.scans.retry'))]
        : []),
      element('button.second.small', { ...named('counter.scans.remove'), onclick: () => this.remove(one) }, text('counter.scans.remove')),
      one.problem
    );
  }

  again(one) {
    one.state = 'waiting';
    one.problem.textContent = '';
    this.draw(one);
    this.go();
  }

  go() {
    const free = AT_ONCE - this.files.filter(one => one.state === 'going').length;
    this.files.filter(one => one.state === 'waiting').slice(0, Math.max(free, 0)).forEach(one => this.send(one));
  }

  async send(one) {
    if (one.state !== 'waiting') return;
    one.state = 'going';
    this.draw(one);
    try {
      if (one.bytes > MOST_BYTES) throw { told: text('counter.scans.too-big', one.name, inMegabytes(one.bytes)) };
      const scan = await this.upload(one, await this.draft());
      if (this.files.some(other => other !== one && other.id === scan.id)) this.forget(one);
      else Object.assign(one, { id: scan.id, name: scan.name, state: 'there' });
      this.told.textContent = text('counter.scans.done', one.name);
    } catch (problem) {
      one.state = problem.told ? 'refused' : 'lost';
      one.problem.textContent = problem.told || text('counter.scans.failed', one.name);
    }
    this.draw(one);
    this.offerPapers();
    this.changed();
    this.go();
    this.wake?.();
  }

  /** By XMLHttpRequest, which tells how far it is. */
  async upload(one, draft) {
    const headers = await signed();
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      one.request = request;
      request.open('POST', `${home}/api/counter/drafts/${draft}/scans?name=${encodeURIComponent(one.file.name)}`);
      Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = event => (one.progress.value = (100 * event.loaded) / event.total);
      request.onerror = request.onabort = () => failed({});
      request.onload = () => {
        let told = null;
        try {
          told = JSON.parse(request.responseText);
        } catch (notJson) {
          // A refusal without words.
        }
        if (request.status === 201) done(told);
        else if (request.status === 401) signInAgain().then(() => this.upload(one, draft)).then(done, failed);
        else failed({ told: told && told.message });
      };
      request.send(one.file);
    });
  }

  view(one) {
    window(one.name, `${home}/api/scans/${one.id}`);
  }

  async remove(one) {
    one.request?.abort();
    try {
      if (one.id) await call(`/api/counter/drafts/${await this.draft()}/scans/${one.id}`, { method: 'DELETE' });
      this.forget(one);
      this.changed();
    } catch (problem) {
      one.problem.textContent = problem.message;
    }
    this.chooser.focus();
  }

  forget(one) {
    this.files = this.files.filter(other => other !== one);
    one.node.remove();
  }

  offerPapers() {
    const names = this.papers();
    for (const one of this.files) {
      const chosen = one.belongsTo ?? '';
      one.paper.replaceChildren(
        element('option', { value: '' }, text('counter.scans.no-paper')),
        ...names.map((name, at) => element('option', { value: at + 1 }, name))
      );
      one.paper.value = chosen;
    }
  }

  async belongs(one) {
    one.belongsTo = one.paper.value;
    const paper = one.belongsTo ? `?paper=${one.belongsTo}` : '';
    try {
      await call(`/api/counter/drafts/${await this.draft()}/scans/${one.id}${paper}`, { method: 'PUT' });
    } catch (problem) {
      one.problem.textContent = problem.message;
    }
  }

  /** Another procedure has other papers. */
  detach() {
    for (const one of this.files.filter(scan => scan.belongsTo)) {
      one.paper.value = '';
      this.belongs(one);
    }
    this.offerPapers();
  }

  /** Kept when nothing is on its way; how many files could not be taken. */
  async settled() {
    while (this.files.some(one => one.state === 'waiting' || one.state === 'going')) {
      await new Promise(woken => (this.wake = woken));
    }
    return this.files.filter(one => one.state !== 'there').length;
  }

  set(scans) {
    this.empty();
    for (const scan of scans) {
      this.add({ id: scan.id, name: scan.name, bytes: scan.bytes, state: 'there', belongsTo: scan.paper ?? '' });
    }
    this.offerPapers();
  }

  empty() {
    this.files = [];
    this.list.replaceChildren();
  }
}
