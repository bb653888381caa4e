/*
 * The results of a linked dossier (liên thông): each with its agency and its own date beside the
 * date of the whole. Nothing for an ordinary dossier.
 */
import { text } from './texts.js';
import { element, fullBadge } from './dom.js';
import { moment } from './moment.js';

/** In the sheet of a task; mine is the result that this step works for. */
export function results(list, mine) {
  return element(
    'table.mc-table',
    {},
    element('thead', {}, element('tr', {}, ['name', 'due', 'stage'].map(key => element('th', { scope: 'col' }, text(`result.${key}`))))),
    element(
      'tbody',
      {},
      list.map(one =>
        element(
          'tr',
          { 'data-mine': one.id === mine ? 'true' : null },
          element('td', {}, element('strong', {}, one.name), element('span.mc-post', {}, one.agency, one.id === mine ? ` · ${text('result.mine')}` : null)),
          element('td', {}, moment(one.due), one.firstDue !== one.due ? element('span.mc-why', {}, text('sheet.first', moment(one.firstDue))) : null, one.id === mine ? null : element('span.mc-why', {}, one.why)),
          element('td', {}, fullBadge(one.left), element('span.mc-why', {}, one.stage), one.paper ? element('span.mc-why', {}, one.paper) : null)
        )
      )
    )
  );
}

/** The date of this unit's own result, beside that of the whole; nothing if it works for the whole. */
export function own(list, mine) {
  const one = list.find(result => result.id === mine);
  return one
    ? [
        element('dt', {}, text('result.own')),
        element('dd', {}, moment(one.due), ' ', fullBadge(one.left), element('span.mc-why', {}, `${one.name} · ${one.why}`))
      ]
    : [];
}

/** At reception: what each agency promises. */
export function promises(list) {
  return list && list.length
    ? element(
        'table',
        { id: 'results' },
        element('caption', {}, text('result.promised')),
        element('thead', {}, element('tr', {}, ['name', 'limit', 'promise'].map(key => element('th', { scope: 'col' }, text(`result.${key}`))))),
        element(
          'tbody',
          {},
          list.map(one => element('tr', {}, element('td', {}, `${one.name} – ${one.agency}`), element('td', {}, one.limit), element('td', {}, moment(one.due))))
        )
      )
    : null;
}
