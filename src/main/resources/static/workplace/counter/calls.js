/*
 * Calls of this page. When the session has ended, a person signs in again in a frame of the page and
 * the very same call is made once more: nothing that was typed is lost.
 */
import { home } from '../webapp.js';
import { text } from '../texts.js';
import { element } from '../dom.js';

const person = document.getElementById('counter').dataset.person;
let token = null;
let signingIn = null;

/** A refusal of the server: what it says, and what is wrong with which field. */
export class Refused extends Error {
  constructor(status, told) {
    super((told && told.message) || text('counter.refused'));
    this.status = status;
    this.problems = (told && told.problems) || {};
  }
}

async function csrf() {
  if (!token) token = await call('/api/csrf');
  return token;
}

/** The headers that let a call change something. */
export async function signed() {
  const { header, token: value } = await csrf();
  return { Accept: 'application/json', [header]: value };
}

/** What the server tells; null if nothing. Refused if it says no, TypeError without a connection. */
export async function call(path, { method = 'GET', body, keepalive = false } = {}) {
  for (let tried = 0; ; tried++) {
    const headers = method === 'GET' ? { Accept: 'application/json' } : await signed();
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const answer = await fetch(home + path, {
      method,
      headers,
      keepalive,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    const told = await answer.json().catch(() => null);
    if (answer.ok) return told;
    if (answer.status === 401 && !keepalive) await signInAgain();
    else if (answer.status === 403 && !told && tried === 0) token = null;
    else throw new Refused(answer.status, told);
  }
}

/** Waits until the same person has signed in again; many calls wait for one sign-in. */
export function signInAgain() {
  token = null;
  signingIn ||= ask().finally(() => (signingIn = null));
  return signingIn;
}

function ask() {
  const before = document.activeElement;
  return new Promise(signedIn => {
    const frame = element('iframe.again-frame', { title: text('counter.again') });
    const told = element('p', { id: 'again-what' }, text('counter.again.what'));
    const dialog = element(
      'dialog.again',
      { 'aria-labelledby': 'again-title', 'aria-describedby': 'again-what' },
      element('h2', { id: 'again-title' }, text('counter.again')),
      told,
      frame
    );
    frame.addEventListener('load', () => {
      const shown = frame.contentDocument;
      if (!shown || !frame.contentWindow.location.pathname.endsWith('/counter/again')) {
        shown?.querySelector('input[name=username]')?.focus();
        return;
      }
      if (shown.body.dataset.person !== person) {
        frame.replaceWith(
          element('button', { type: 'button', onclick: () => location.reload() }, text('counter.again.reload'))
        );
        told.textContent = text('counter.again.other');
        return;
      }
      dialog.close();
      dialog.remove();
      if (before && before.isConnected) before.focus();
      signedIn();
    });
    // Without signing in there is nothing to go on with.
    dialog.addEventListener('cancel', event => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    frame.src = `${home}/counter/again`;
  });
}
