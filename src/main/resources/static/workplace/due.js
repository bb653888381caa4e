/*
 * How much of the reader's work is overdue, due today or soon due: quietly in the bar and, for what
 * cannot wait, in the title of the page. Nothing pops up and nothing takes the focus. A page that
 * nobody looks at asks for nothing, neither for this nor for the list of tasks.
 *
 * GET /api/workplace/due → {overdue, today, soon}.
 */
import { get } from './server.js';
import { text } from './texts.js';
import { element } from './dom.js';

const EVERY_MS = 45_000;
const STATES = ['overdue', 'today', 'soon'];

const parts = Object.fromEntries(
  STATES.map(state => [state, element('span.mc-badge', { 'data-state': state, hidden: true })])
);
const box = element('span.mc-due', { 'aria-label': text('due.label'), role: 'group' }, Object.values(parts));

let last = 0;

function show(due) {
  for (const state of STATES) {
    const words = text(`due.${state}`, due[state]);
    if (parts[state].textContent !== words) parts[state].textContent = words;
    parts[state].hidden = !due[state];
  }
  const urgent = due.overdue + due.today;
  document.documentElement.dataset.mcUrgent = urgent ? `(${urgent}) ` : '';
}

async function ask() {
  if (document.hidden) return;
  last = Date.now();
  try {
    show(await get('/api/workplace/due'));
  } catch (problem) {
    console.debug('motcua: nothing known of what is due', problem);
  }
}

/** Tasklist reads its list anew every ten seconds; that waits while the page is hidden. */
function onlyWhileSeen(root) {
  const broadcast = root.$broadcast;
  root.$broadcast = function (name, ...more) {
    return name === 'refresh' && document.hidden
      ? { defaultPrevented: true }
      : broadcast.call(this, name, ...more);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    root.$broadcast('refresh');
    if (Date.now() - last > EVERY_MS) ask();
  });
  root.$on('taskListChanged', ask);
}

setInterval(ask, EVERY_MS);

export default {
  id: 'mc-due',
  pluginPoint: 'tasklist.navbar.action',
  priority: 450,
  render(node, api, scope) {
    node.append(box);
    if (!onlyWhileSeen.done) {
      onlyWhileSeen.done = true;
      onlyWhileSeen(scope.$root);
    }
    ask();
  }
};
