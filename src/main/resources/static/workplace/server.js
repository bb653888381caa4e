/* Calls of our own endpoints. */
import { home } from './webapp.js';

export async function get(path, options = {}) {
  const answer = await fetch(home + path, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    ...options
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** The same where there may be nothing to tell: null then. */
export async function find(path) {
  const answer = await fetch(home + path, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin'
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

/** Sends with our own token; what the server refuses is an error that has told why. */
export async function post(path, body) {
  const { header, token } = await get('/api/csrf');
  const answer = await fetch(home + path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', [header]: token },
    credentials: 'same-origin',
    body: JSON.stringify(body)
  });
  if (answer.ok) return answer.json();
  const told = await answer.json().catch(() => null);
  throw Object.assign(new Error(`${path}: ${answer.status}`), { told: told && told.message });
}
