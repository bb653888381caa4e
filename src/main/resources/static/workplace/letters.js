/*
 * "Văn bản" of a dossier: letters that were issued, and forms that fit it now. A form is looked at
 * before it is issued; what was issued is opened and printed as it was.
 *
 * GET /api/dossiers/{code}/letters → {issued: […], offered: […]}; POST …/letters/{form} issues.
 */
import { home } from './webapp.js';
import { get } from './server.js';
import { text } from './texts.js';
import { element } from './dom.js';
import { moment } from './moment.js';

const at = path => `${home}/api${path}`;

/** Whole width, without the little pages beside it. */
const VIEW = '#navpanes=0&view=FitH';

/** Issues a letter; an error's message is the server's own sentence. */
async function issue(code, form) {
  const csrf = await get('/api/csrf');
  const answer = await fetch(at(`/dossiers/${encodeURIComponent(code)}/letters/${form}`), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json', [csrf.header]: csrf.token }
  });
  const told = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error((told && told.message) || text('letters.failed'));
  return told;
}

/** A paper in a window of its own, with what can be done with it. */
export class Paper {
  constructor(title) {
    this.frame = element('iframe.mc-paper', { title });
    this.told = element('p.mc-status', { role: 'status' });
    this.buttons = element('p.mc-buttons');
    this.box = element(
      'dialog.mc-window.mc-paper-window',
      { 'aria-label': title },
      element(
        'header',
        {},
        element('h2', {}, title),
        element('button.mc-close', { type: 'button', 'aria-label': text('letters.close'), onclick: () => this.box.close() }, '×')
      ),
      element('div.mc-window-body', {}, this.buttons, this.told, this.frame)
    );
    this.box.addEventListener('close', () => this.box.remove());
    // Keys here are not for the webapp behind.
    this.box.addEventListener('keydown', event => event.stopPropagation());
  }

  open() {
    document.body.append(this.box);
    this.box.showModal();
    return this;
  }

  show(address, ...buttons) {
    this.frame.src = address + VIEW;
    this.buttons.replaceChildren(...buttons);
    const first = this.buttons.querySelector('button, a');
    if (first) first.focus();
  }

  issued(letter) {
    const address = at(`/letters/${letter.id}.pdf`);
    this.show(
      address,
      button('letters.print', () => this.print(address)),
      element('a.mc-action', { href: address, target: '_blank' }, text('letters.tab'))
    );
  }

  print(address) {
    try {
      this.frame.contentWindow.focus();
      this.frame.contentWindow.print();
    } catch (problem) {
      console.warn('motcua: no print', problem);
      window.open(address, '_blank');
    }
  }
}

function button(key, act) {
  return element('button.mc-action', { type: 'button', onclick: act }, text(key));
}

function titled(letter) {
  return letter.number ? `${letter.name} – ${letter.number}` : letter.name;
}

function issuedRow(letter) {
  return element(
    'tr',
    {},
    element('td', {}, titled(letter)),
    element('td', {}, moment(letter.issuedAt)),
    element('td', {}, letter.issuedByName),
    element('td', {}, button('letters.open', () => new Paper(titled(letter)).open().issued(letter)))
  );
}

function issuedList(letters) {
  if (!letters.length) return element('p.mc-none', {}, text('letters.none'));
  const columns = ['letter', 'when', 'who', 'paper'];
  return element(
    'table.mc-table',
    {},
    element('thead', {}, element('tr', {}, columns.map(key => element('th', {}, text(`letters.${key}`))))),
    element('tbody', {}, letters.map(issuedRow))
  );
}

/** The draft; the button that makes it a letter stands above it, or why there is none. */
function preview(code, offer, changed) {
  const paper = new Paper(offer.name).open();
  const act = button('letters.issue', async () => {
    act.disabled = true;
    paper.told.textContent = text('letters.issuing');
    try {
      const letter = await issue(code, offer.form);
      paper.told.textContent = letter.number
        ? text('letters.issued', letter.number)
        : text('letters.issued-plain');
      paper.issued(letter);
      changed();
    } catch (problem) {
      paper.told.textContent = problem.message;
      act.disabled = false;
    }
  });
  paper.told.textContent = offer.mayIssue ? text('letters.draft') : offer.why;
  const draft = at(`/dossiers/${encodeURIComponent(code)}/letters/${offer.form}/preview.pdf`);
  paper.show(
    draft,
    ...(offer.mayIssue ? [act] : []),
    button('letters.print', () => paper.print(draft))
  );
}

function offers(code, offered, changed) {
  return element(
    'p.mc-buttons',
    {},
    offered.map(offer =>
      element(
        'button.mc-action',
        { type: 'button', 'data-form': offer.form, onclick: () => preview(code, offer, changed) },
        offer.name
      )
    )
  );
}

async function fill(box, code) {
  try {
    const { issued, offered } = await get(`/api/dossiers/${encodeURIComponent(code)}/letters`);
    box.replaceChildren(
      issuedList(issued),
      ...(offered.length
        ? [element('p.mc-hint', {}, text('letters.offered')), offers(code, offered, () => fill(box, code))]
        : [])
    );
  } catch (problem) {
    console.warn('motcua: no letters', problem);
    box.replaceChildren(element('p.mc-problem', { role: 'alert' }, text('letters.not-loaded')));
  }
}

/** The part of a sheet that shows the letters of a dossier. */
export function letters(code) {
  const box = element('div.mc-letters', {}, element('p.mc-none', { role: 'status' }, text('sheet.loading')));
  fill(box, code);
  return box;
}
