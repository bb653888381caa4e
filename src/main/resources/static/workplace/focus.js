/*
 * Tasklist draws its list anew every few seconds and after each act, and whoever worked by keyboard
 * then stood nowhere: the next Tab began at the top of the page. Here the focus comes back: to the
 * same task of the list, or to the one in its place if it is gone; after completing to the list.
 */
const ITEM = '.tasks-list li.task';
const COMPLETE = '.task-card [ng-click="complete()"]';

let held = null;

function taskOf(item) {
  const link = item.querySelector('a[href*="task="]');
  return link && link.getAttribute('href').match(/[?&]task=([^&]+)/)?.[1];
}

function inList(node) {
  const item = node.closest(ITEM);
  if (!item) return null;
  const all = [...document.querySelectorAll(ITEM)];
  const links = [...item.querySelectorAll('a, button')];
  return { node, task: taskOf(item), place: all.indexOf(item), link: Math.max(links.indexOf(node), 0) };
}

// Camunda throws away whatever would listen on the document.
window.addEventListener('focusin', event => {
  held = inList(event.target) || (event.target.matches(COMPLETE) ? { node: event.target, place: 0, link: 0 } : null);
});
// Who clicks on nothing wants to stand nowhere.
document.addEventListener('pointerdown', event => {
  if (!event.target.closest('a, button, input, select, textarea, [tabindex]')) held = null;
}, true);

function again() {
  const all = [...document.querySelectorAll(ITEM)];
  const item = all.find(one => taskOf(one) === held.task) || all[Math.min(held.place, all.length - 1)];
  const links = item ? [...item.querySelectorAll('a, button')] : [];
  return links[held.link] || links[0];
}

function comeBack() {
  const lost = held && !held.node.isConnected;
  const nowhere = !document.activeElement || document.activeElement === document.body;
  if (!lost || !nowhere) return;
  const next = again();
  if (next) next.focus({ preventScroll: Boolean(held.task) });
}

// A new link can be stood on only when Tasklist has filled in its address.
let soon = 0;
new MutationObserver(() => {
  if (!held) return;
  clearTimeout(soon);
  soon = setTimeout(comeBack);
}).observe(document.documentElement, { childList: true, subtree: true });

export default [];
