/* Calls of our own endpoints. */
import { home } from './webapp.js';

/** Our own token against forged requests; the webapps have theirs, under other names. */
export function csrf() {
  return decodeURIComponent((document.cookie.match(/(?:^|; )MC-XSRF=([^;]*)/) || [])[1] || '');
}

export async function get(path, options = {}) {
  const answer = await fetch(home + path, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    ...options
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
