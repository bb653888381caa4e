/* Fields with their label and the place for what is wrong with them. */
import { text } from '../texts.js';
import { element } from '../dom.js';

export const idOf = name => `f-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** A field in its box: label, input, problem. */
export function field(name, label, input, { needed = false, span = 2 } = {}) {
  const id = idOf(name);
  input.id = id;
  input.name = name;
  input.setAttribute('aria-describedby', `${id}-problem`);
  if (needed) input.setAttribute('aria-required', 'true');
  return element(
    `div.field.span-${span}`,
    { 'data-field': name },
    element('label', { for: id }, text(label), needed ? element('span.star', { 'aria-hidden': 'true' }, ' *') : null),
    input,
    element('p.wrong-field', { id: `${id}-problem` })
  );
}

export function check(name, label, on = false, { span = 6, hint } = {}) {
  const id = idOf(name);
  return element(
    `div.field.tick.span-${span}`,
    { 'data-field': name },
    element('input', { type: 'checkbox', id, name, checked: on, 'aria-describedby': `${id}-problem` }),
    element('label', { for: id }, text(label)),
    hint ? element('p.hint', {}, text(hint)) : null,
    element('p.wrong-field', { id: `${id}-problem` })
  );
}

export function line(more = {}) {
  return element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', ...more });
}

/** Choices are [value, words]. */
export function select(choices) {
  return element('select', {}, options(choices));
}

export function options(choices) {
  return choices.map(([value, words]) => element('option', { value }, words));
}

export function words(prefix, values) {
  return values.map(value => [value, text(`${prefix}.${value}`)]);
}

/** Puts what is wrong beside each field; what has no field here is given back. */
export function showProblems(root, problems) {
  const elsewhere = [];
  let first = null;
  for (const [name, told] of Object.entries(problems)) {
    const box = placeOf(root, name);
    if (!box || box.closest('[hidden]')) {
      elsewhere.push(...told);
      continue;
    }
    const input = inputOf(box, name);
    box.querySelector('.wrong-field').textContent = told.join(' ');
    input.setAttribute('aria-invalid', 'true');
    if (!first || input.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) first = input;
  }
  if (first) first.focus();
  return elsewhere;
}

function placeOf(root, name) {
  const fee = name.match(/^fees\[(\d+)]/);
  if (fee) return root.querySelector(`[data-fee="${fee[1]}"]`);
  const paper = name.match(/^papers\[(\d+)]/);
  return paper
    ? root.querySelectorAll('[data-paper]')[Number(paper[1])]
    : root.querySelector(`[data-field="${CSS.escape(name)}"]`);
}

function inputOf(box, name) {
  const part = name.match(/^(?:papers|fees)\[\d+]\.(\w+)/)?.[1];
  return (part && box.querySelector(`[data-p=${part}]`)) || box.querySelector('input, select, textarea');
}

export function clearProblems(place) {
  place.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  place.querySelectorAll('.wrong-field').forEach(told => (told.textContent = ''));
}
