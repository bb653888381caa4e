/*
 * "Tệp quét" of a dossier: its scanned papers, looked at in a window.
 *
 * GET /api/dossiers/{code}/scans → [{id, paper, name, type, bytes}], paper being the place in the list
 * of papers, from 1.
 */
import { home } from './webapp.js';
import { get } from './server.js';
import { text } from './texts.js';
import { element } from './dom.js';
import { Paper } from './letters.js';
import { sized } from './size.js';

function row(scan, papers) {
  const open = element(
    'button.mc-action',
    {
      type: 'button',
      'aria-label': text('sheet.scan.view', scan.name),
      onclick: () => new Paper(scan.name).open().show(`${home}/api/scans/${scan.id}`)
    },
    text('counter.scans.view')
  );
  const paper = scan.paper && papers[scan.paper - 1];
  return element(
    'tr',
    {},
    [scan.name, paper ? paper.name : '', sized(scan.bytes), open].map(cell => element('td', {}, cell))
  );
}

async function fill(box, code, papers) {
  try {
    const scans = await get(`/api/dossiers/${encodeURIComponent(code)}/scans`);
    box.replaceChildren(
      scans.length
        ? element(
            'table.mc-table',
            {},
            element(
              'thead',
              {},
              element(
                'tr',
                {},
                ['name', 'paper', 'size'].map(key => element('th', {}, text(`sheet.scan.${key}`))),
                element('td', {})
              )
            ),
            element('tbody', {}, scans.map(scan => row(scan, papers)))
          )
        : element('p.mc-none', {}, text('sheet.scans.none'))
    );
  } catch (problem) {
    console.warn('motcua: no scans', problem);
    box.replaceChildren(element('p.mc-problem', { role: 'alert' }, text('sheet.scans.failed')));
  }
}

/** The part of a sheet that shows the scans of a dossier. */
export function scans(code, papers) {
  const box = element('div.mc-scans', {}, element('p.mc-none', { role: 'status' }, text('sheet.loading')));
  fill(box, code, papers);
  return box;
}
