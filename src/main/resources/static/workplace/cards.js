/*
 * On every card of the list: code, applicant, procedure and the working time left for this step and
 * for the dossier. All cards that appear together are asked for in one call.
 *
 * GET /api/tasks/cards?ids=a,b → [{taskId, code, applicant, procedure, priority,
 *   stepRemaining: {state, words}, remaining: {state, words}}]; what is not the reader's is left out.
 */
import { get } from './server.js';
import { text } from './texts.js';
import { badge, element } from './dom.js';

const KEPT_MS = 30_000;
const MOST_AT_ONCE = 100;

const kept = new Map();
let waiting = new Map();

function card(taskId) {
  const known = kept.get(taskId);
  if (known && Date.now() - known.at < KEPT_MS) return Promise.resolve(known.card);
  if (!waiting.size) setTimeout(ask, 20);
  return new Promise(resolve => {
    waiting.set(taskId, [...(waiting.get(taskId) || []), resolve]);
  });
}

async function ask() {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const part = ids.slice(from, from + MOST_AT_ONCE);
    const cards = await answered(part);
    for (const id of part) {
      if (cards.has(id)) kept.set(id, { at: Date.now(), card: cards.get(id) });
      asked.get(id).forEach(resolve => resolve(cards.get(id)));
    }
  }
}

async function answered(ids) {
  try {
    const cards = await get(`/api/tasks/cards?ids=${ids.map(encodeURIComponent).join(',')}`);
    return new Map(cards.map(found => [found.taskId, found]));
  } catch (problem) {
    console.warn('motcua: no cards', problem);
    return new Map();
  }
}

function timeLine(label, time) {
  return time && time.words
    ? element('div.mc-time', {}, element('span.mc-time-label', {}, label), badge(time))
    : null;
}

function draw(node, found) {
  node.replaceChildren(
    element(
      'div.mc-card',
      {},
      element(
        'div.mc-code',
        {},
        found.code,
        found.priority ? element('span.mc-priority', {}, text('card.priority')) : null
      ),
      element('div.mc-applicant', {}, found.applicant),
      element('div.mc-procedure', { title: found.procedure }, found.procedure),
      timeLine(text('card.step'), found.stepRemaining),
      timeLine(text('card.dossier'), found.remaining)
    )
  );
}

export default {
  id: 'mc-card',
  pluginPoint: 'tasklist.card',
  priority: 5000,
  render(node, { taskId }) {
    card(taskId).then(found => found && draw(node, found));
  }
};
