/*
 * First tab of a task: the sheet of its dossier, from GET /api/tasks/{id}/sheet. Every part may be
 * missing; what is missing is not shown.
 */
import { get } from './server.js';
import { text } from './texts.js';
import { badge, element } from './dom.js';

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
  return list.length
    ? table(
        ['paper.name', 'paper.kind', 'paper.count'],
        list.map(paper => [paper.name, paper.kind, String(paper.count ?? '')])
      )
    : element('p.mc-none', {}, text('sheet.papers.none'));
}

function whatWasDone(acts) {
  return acts.length
    ? table(
        ['act.when', 'act.what', 'act.who', 'act.outcome'],
        acts.map(act => [act.at, act.step, whoDid(act), outcomeOf(act)])
      )
    : element('p.mc-none', {}, text('sheet.acts.none'));
}

function whoDid(act) {
  return element('span', {}, act.person, act.post ? element('span.mc-post', {}, act.post) : null);
}

function outcomeOf(act) {
  const why = [act.reason, act.note].filter(Boolean).join(' – ');
  return element('span', {}, act.outcome || '', why ? element('span.mc-why', {}, why) : null);
}

function person(who) {
  if (!who || typeof who === 'string') return who;
  return [who.name, who.identity, who.phone, who.address].filter(Boolean).join(' · ');
}

function explanation(lines) {
  return lines && lines.length
    ? element('ul.mc-lines', {}, [].concat(lines).map(line => element('li', {}, line)))
    : null;
}

function draw(sheet) {
  const owner = person(sheet.owner);
  const applicant = person(sheet.applicant);
  return element(
    'div.mc-sheet',
    {},
    element(
      'dl.mc-facts',
      {},
      fact('code', sheet.code && element('strong.mc-code', {}, sheet.code)),
      fact('procedure', sheet.procedure),
      fact('case', sheet.caseName),
      fact('state', sheet.state),
      fact('applicant', applicant),
      owner && owner !== applicant ? fact('owner', owner) : [],
      fact('content', sheet.content),
      fact('received', sheet.received),
      fact('due', sheet.due),
      fact('left', badge(sheet.dossier)),
      fact('why', explanation(sheet.why))
    ),
    section('papers', papers(sheet.papers || [])),
    section('acts', whatWasDone(sheet.acts || []))
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
