/*
 * The form viewer, the engine's REST and some corners of Cockpit speak only English, and filters have
 * one name only. All are replaced where they appear, and nowhere else: a citizen's own words are never
 * touched.
 */
import { language, replaced } from './texts.js';

const PLACES = [
  '.fjs-container, .flatpickr-calendar, .task-filters, .notifications, [notifications-panel]',
  // Cockpit: heads of tables, kinds of things, what stands for no value, buttons, windows.
  'thead, td.type, td.col-type, td.configuration, td.message i, .null-value',
  '.navigation, .placeholder-container, .tooltip, .alert > .close',
  'a[download], a[ng-click^=uploadVariable], .modal-dialog select, label.radio, p.invalid'
].join();
/** Inside the places: what was typed or drawn by a designer, not said by the viewer. */
const OWN_WORDS = 'textarea, input, .fjs-form-field-text, .fjs-form-field-html, .fjs-table-body';
const SAID_IN_ATTRIBUTES = ['placeholder', 'title', 'aria-label', 'label'];

/** REST names the task by an id that nobody knows, before it says why it refused. */
const BEFORE_A_REFUSAL = /^Cannot submit task form \S+: /;

const exact = new Map();
const patterns = [];
for (const [said, wanted] of Object.entries(replaced)) {
  if (said.includes('{0}')) {
    const escaped = said.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.+)');
    patterns.push([new RegExp(`^${escaped}$`), wanted]);
  } else {
    exact.set(said, wanted);
  }
}

function filledIn(said) {
  for (const [pattern, wanted] of patterns) {
    const found = said.match(pattern);
    if (found) return wanted.replace(/\{(\d)\}/g, (all, at) => found[Number(at) + 1]);
  }
  return null;
}

function translated(words) {
  const said = words.replace(/\s+/g, ' ').trim().replace(/^Error: /, '');
  if (exact.has(said)) return exact.get(said);
  if (BEFORE_A_REFUSAL.test(said)) return said.replace(BEFORE_A_REFUSAL, '');
  // The engine's words stand alone or after what was not done: "Không xóa được lô: The user …".
  const reason = said.indexOf(': ') + 2;
  const why = reason > 1 ? filledIn(said.slice(reason)) : null;
  return why === null ? filledIn(said) : said.slice(0, reason) + why;
}

function translateText(node) {
  const parent = node.parentElement;
  if (!parent || !parent.closest(PLACES) || parent.closest(OWN_WORDS)) return;
  const wanted = translated(node.data);
  if (wanted !== null && wanted !== node.data) node.data = wanted;
}

function translateAttributes(node) {
  for (const name of SAID_IN_ATTRIBUTES) {
    const said = node.getAttribute(name);
    const wanted = said && node.closest(PLACES) ? translated(said) : null;
    if (wanted !== null && wanted !== said) node.setAttribute(name, wanted);
  }
}

function translateAll(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.currentNode; node; node = walk.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else translateAttributes(node);
  }
}

if (Object.keys(replaced).length) {
  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === 'characterData') translateText(change.target);
      change.addedNodes.forEach(translateAll);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
}

export default [];
