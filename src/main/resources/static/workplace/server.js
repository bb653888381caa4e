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
