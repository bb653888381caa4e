/* The texts of our modules, from the bundle of this room; a missing one shows its key. */
import { chosenLanguage, home } from './webapp.js';

export const language = chosenLanguage();

let words = { texts: {}, replaced: {} };
try {
  const answer = await fetch(`${home}/workplace/texts.json?lang=${language}`);
  words = await answer.json();
} catch (problem) {
  console.warn('motcua: no texts', problem);
}

export const replaced = words.replaced || {};

/** The text of a key, with {0}, {1} replaced by the values. */
export function text(key, ...values) {
  const pattern = (words.texts || {})[key] || key;
  return pattern.replace(/\{(\d)\}/g, (all, at) => (at in values ? values[at] : all));
}
