/*
 * Admin names rights and kinds of groups by their codes (READ, TASK_WORK, counter-clerk), puts
 * "Authorizations" behind the name of a thing whatever the language, and passes on what the engine
 * says in English. All are said in words of the bundles where they appear, and nowhere else.
 */
import { replaced, text } from './texts.js';

const CHOICES = '.dropdown-menu .selection';
const RIGHTS = 'td.permissions, .confirm-delete-authorization dd';
const KINDS = 'td.group-type';
const TITLE = '.section-content header h3';
const NOTICES = '.notifications';

const [before, after] = text('right.said').split('{0}');

/** The words of one code; a code that has none stays as it is. */
function inWords(kind, code) {
  const key = `${kind}.${code}`;
  const words = text(key);
  return words === key ? code : words;
}

/** What the engine says stands alone or after what was not done: "Could not create user: …". */
const saidByEngine = Object.entries(replaced).map(([said, words]) => {
  const escaped = said.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace('{0}', '(?<value>.+)');
  return [new RegExp(`^(?<done>.*?: )??(?:Error: )?${escaped}$`), words];
});

function notice(said) {
  for (const [pattern, words] of saidByEngine) {
    const found = said.match(pattern);
    if (found) return (found.groups.done || '') + words.replace('{0}', () => found.groups.value);
  }
  return said;
}

function wanted(place, said) {
  if (place.closest(CHOICES)) return inWords('choice', said);
  if (place.closest(RIGHTS)) return said.split(', ').map(code => inWords('right', code)).join(', ');
  if (place.closest(NOTICES)) return notice(said);
  if (place.closest(KINDS)) return inWords('role', said);
  if (place.closest(TITLE) && said.length > before.length + after.length && said.endsWith(after)) {
    return text('right.title', said.slice(before.length, said.length - after.length));
  }
  return said;
}

function translate(node) {
  const said = node.data.trim();
  const words = said && node.parentElement ? wanted(node.parentElement, said) : said;
  if (words !== said) node.data = node.data.replace(said, () => words);
}

function translateAll(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translate(root);
    return;
  }
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) translate(walk.currentNode);
}

new MutationObserver(changes => {
  for (const change of changes) {
    if (change.type === 'characterData') translate(change.target);
    change.addedNodes.forEach(translateAll);
  }
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true });

export default [];
