/*
 * First tab of a task: what the step asks and the sheet of its dossier, from
 * GET /api/tasks/{id}/sheet. Every part may be missing; what is missing is not shown.
 */
import { get } from './server.js';
import { text } from './texts.js';
import { element, fullBadge } from './dom.js';
import { moment } from './moment.js';
import { why } from './why.js';
import { own, results } from './results.js';
import { letters } from './letters.js';
import { scans } from './scans.js';

function fact(label, ...values) {
  const shown = values.filter(value => value !== null && value !== undefined && value !== '');
  return shown.length
    ? [element('dt', {}, text(`sheet.${label}`)), element('dd', {}, ...shown)]
    : [];
}

function section(key, content) {
  return element('section', {}, element('h3', {}, text(`sheet.${key}`)), content);
}

function table(columns, rows) {
  return element(
    'table.mc-table',
    {},
    element('thead', {}, element('tr', {}, columns.map(key => element('th', {}, text(`sheet.${key}`))))),
    element('tbody', {}, rows.map(row => element('tr', {}, row.map(cell => element('td', {}, cell ?? '')))))
  );
}

function papers(list) {
  const handedIn = list.filter(paper => paper.ticked);
  return handedIn.length
    ? table(
        ['paper.name', 'paper.kind', 'paper.count'],
        handedIn.map(paper => [paper.name, paper.kind, String(paper.count)])
      )
    : element('p.mc-none', {}, text('sheet.papers.none'));
}

function whatWasDone(acts) {
  return acts.length
    ? table(
        ['act.when', 'act.what', 'act.who', 'act.outcome'],
        acts.map(act => [moment(act.completed), act.step, whoDid(act), outcomeOf(act)])
      )
    : element('p.mc-none', {}, text('sheet.acts.none'));
}

/** Why steps, or the dossier itself, passed their limits. */
function delays(list) {
  return list.length
    ? section(
        'delays',
        table(
          ['delay.what', 'delay.late', 'delay.cause', 'delay.who'],
          list.map(delay => [
            delay.what,
            delay.late,
            element(
              'span',
              {},
              delay.cause,
              delay.words ? element('span.mc-why', {}, delay.words) : null
            ),
            element('span', {}, delay.person, element('span.mc-post', {}, moment(delay.at)))
          ])
        )
      )
    : null;
}

function whoDid(act) {
  const post = act.postName || act.post;
  return element(
    'span',
    {},
    act.personName || act.person,
    post ? element('span.mc-post', {}, post) : null
  );
}

function outcomeOf(act) {
  const why = [act.reason, act.note, act.trace, act.dutyException].filter(Boolean).join(' – ');
  return element('span', {}, act.outcome || '', why ? element('span.mc-why', {}, why) : null);
}

function person(who) {
  return who
    ? [who.name, who.identity, who.phone, who.email, who.address].filter(Boolean).join(' · ')
    : null;
}

function received(dossier) {
  return [moment(dossier.receivedAt), dossier.receivedBy, dossier.reception, dossier.channel]
    .filter(Boolean)
    .join(' · ');
}

/** The promise with what it rests on; what the first slip said, if it is another day now. */
function due(dossier) {
  const first = dossier.firstDue && dossier.firstDue !== dossier.due;
  return dossier.due
    ? [
        moment(dossier.due),
        element(
          'span.mc-why',
          {},
          [
            dossier.limit && text('sheet.limit', dossier.limit),
            first && text('sheet.first', moment(dossier.firstDue)),
            dossier.pausedSince &&
              text('sheet.paused', moment(dossier.pausedSince), dossier.pausedBecause || '')
          ]
            .filter(Boolean)
            .join(' · ')
        )
      ]
    : [text('sheet.no-limit')];
}

/** What this very step asks, above everything else. */
function step(sheet) {
  const asked = [sheet.asked, sheet.unitName].filter(Boolean).join(' · ');
  return element(
    'p.mc-step',
    {},
    element('strong', {}, sheet.step),
    ' ',
    fullBadge(sheet.stepRemaining),
    asked ? element('span.mc-why', {}, asked) : null
  );
}

/** What follows from each choice, so that it is known before the click. */
function outcomes(list) {
  return list.length
    ? section(
        'outcomes',
        element(
          'ul.mc-outcomes',
          {},
          list.map(one =>
            element('li', {}, element('strong', {}, one.words), one.consequence ? `: ${one.consequence}` : null)
          )
        )
      )
    : null;
}

/** Behind, here and ahead, as the model draws the route. */
function route(stops) {
  return stops.length
    ? section(
        'route',
        element(
          'ol.mc-route',
          {},
          stops.map(stop =>
            element(
              'li',
              { 'data-passage': stop.passage, 'aria-current': stop.passage === 'here' ? 'step' : null },
              element('strong', {}, stop.step),
              fullBadge(stop.left),
              element('span.mc-why', {}, stop.words)
            )
          )
        )
      )
    : null;
}

function draw(sheet) {
  const dossier = sheet.dossier;
  return element(
    'div.mc-sheet',
    {},
    step(sheet),
    outcomes(sheet.outcomes || []),
    element(
      'dl.mc-facts',
      {},
      fact('code', element('strong.mc-code', {}, dossier.code)),
      fact('procedure', dossier.procedure),
      fact('case', dossier.caseName),
      fact('state', dossier.stateWords),
      fact('remarks', (dossier.remarks || []).join(' · ')),
      fact('due', ...due(dossier)),
      own(dossier.results || [], sheet.result),
      fact('why', why(dossier.code)),
      fact('left', fullBadge(dossier.remaining)),
      fact('applicant', person(dossier.applicant)),
      dossier.ownerIsApplicant ? [] : fact('owner', person(dossier.owner)),
      fact('content', dossier.content),
      fact('received', received(dossier)),
      fact('lead', dossier.lead),
      fact('return-way', dossier.returnWay),
      fact('fees', dossier.fees)
    ),
    dossier.results && dossier.results.length ? section('results', results(dossier.results, sheet.result)) : null,
    route(dossier.route || []),
    section('acts', whatWasDone(dossier.acts || [])),
    section('papers', papers(dossier.papers || [])),
    section('scans', scans(dossier.code, dossier.papers || [])),
    section('letters', letters(dossier.code)),
    delays(dossier.delays || [])
  );
}

let shown = 0;

export default {
  id: 'mc-sheet',
  pluginPoint: 'tasklist.task.detail',
  priority: 1001,
  properties: { label: text('sheet.tab') },
  async render(node, { taskId }) {
    const mine = ++shown;
    node.replaceChildren(element('p.mc-none', { role: 'status' }, text('sheet.loading')));
    let content;
    try {
      content = draw(await get(`/api/tasks/${encodeURIComponent(taskId)}/sheet`));
    } catch (problem) {
      console.warn('motcua: no sheet', problem);
      content = element('p.mc-problem', { role: 'alert' }, text('sheet.failed'));
    }
    if (mine === shown) node.replaceChildren(content);
  }
};
