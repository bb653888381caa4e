/*
 * "Why this date": the ledger of the dossier's clock, from GET /api/dossiers/{code}/clock, asked for
 * when a person opens it.
 */
import { get } from './server.js';
import { language, text } from './texts.js';
import { element } from './dom.js';

function line(row) {
  const who = row.onBehalfOf ? text('why.for', row.person, row.onBehalfOf) : row.person;
  return element(
    'li',
    { 'data-event': row.event },
    element('strong', {}, `${row.label}. `),
    row.text,
    element('span.mc-why', {}, [who, row.legalBasis].filter(Boolean).join(' · '))
  );
}

async function fill(box, code) {
  box.replaceChildren(element('p.mc-none', { role: 'status' }, text('sheet.loading')));
  try {
    const rows = await get(`/api/dossiers/${encodeURIComponent(code)}/clock?lang=${language}`);
    box.replaceChildren(element('ol.mc-ledger', {}, rows.map(line)));
  } catch (problem) {
    console.warn('motcua: no ledger', problem);
    box.replaceChildren(element('p.mc-problem', { role: 'alert' }, text('why.failed')));
  }
}

/** A part that opens by mouse or keyboard and then says how the due date came to be. */
export function why(code) {
  const box = element('div', {});
  const part = element('details.mc-ledger-box', {}, element('summary', {}, text('why.open')), box);
  part.addEventListener('toggle', () => part.open && !box.childElementCount && fill(box, code));
  return part;
}
