/*
 * Start form of every procedure, for use inside another page:
 *
 *   import { mount } from '/forms/receive-dossier.js';
 *   mount(container, { procedureCode, csrf: { header, token }, onDone: receipt => … });
 *
 * csrf may also be a function that returns such a pair, or a promise of one; it is asked each time
 * the form is sent. onDone is called with the receipt as soon as a dossier is received; the form
 * then shows the slip. The promise of mount is kept when the form can be typed into, with a
 * function that takes the form away. Nothing is stored in the browser: what citizens tell stays in
 * this page.
 */
const KINDS = [['original', 'Bản chính'], ['certified-copy', 'Bản sao chứng thực'], ['photocopy', 'Bản chụp']];
const IDENTITIES = {
  person: [['cccd', 'Thẻ căn cước, CCCD'], ['cmnd', 'CMND 9 số'], ['passport', 'Hộ chiếu']],
  organisation: [['tax-code', 'Mã số thuế'], ['establishment-decision', 'Quyết định thành lập']],
};

export async function mount(container, { procedureCode, csrf, onDone }) {
  const [html, facts] = await Promise.all([
    fetch(new URL('./receive-dossier.html', import.meta.url), { credentials: 'same-origin' }).then(ok).then(r => r.text()),
    fetch(`/api/procedures/${encodeURIComponent(procedureCode)}`, { credentials: 'same-origin' }).then(ok).then(r => r.json()),
  ]);
  container.innerHTML = html;
  new ReceptionForm(container.querySelector('.rd'), facts, csrf, onDone).show();
  return () => container.replaceChildren();
}

async function ok(response) {
  if (response.ok) return response;
  const told = await response.json().catch(() => null);
  throw new Error(told?.message || 'Không tải được biểu mẫu tiếp nhận. Hãy thử lại.');
}

class ReceptionForm {
  constructor(root, facts, csrf, onDone) {
    Object.assign(this, { root, facts, csrf, onDone: onDone || (() => {}) });
    this.form = root.querySelector('.rd-form');
    this.done = root.querySelector('.rd-done');
    this.message = root.querySelector('.rd-message');
  }

  show() {
    const { facts } = this;
    this.fact('name', facts.name);
    this.fact('line', [`Mã ${facts.code}`, facts.field, facts.lead, limit(facts), facts.fee && `Phí: ${facts.fee}`].filter(Boolean).join(' · '));
    const several = facts.cases.length > 1;
    this.offer('caseId', facts.cases.map(c => [c.id, [c.name, c.committed || c.limit].filter(Boolean).join(' – ')]), several);
    this.offer('receptionUnit', facts.receptions.map(u => [u.id, u.name]), facts.receptions.length > 1);
    this.field('level').hidden = facts.levels.length < 2;
    this.offer('commune', facts.communes.map(u => [u.id, u.name]), facts.levels.includes('xa'), true);
    this.chooseOwnCommune();
    this.field('difficultArea').hidden = !facts.difficultLimits;
    for (const who of ['applicant', 'owner']) this.person(who);
    this.form.elements.ownerIsApplicant.addEventListener('change', e => {
      this.root.querySelector('[data-person=owner]').hidden = e.target.checked;
      if (!e.target.checked) this.form.elements['owner.name'].focus();
    });
    facts.papers.forEach(name => this.paper(name));
    this.root.querySelector('[data-add]').addEventListener('click', () => this.paper('', true));
    this.form.addEventListener('submit', e => { e.preventDefault(); this.send(); });
    this.form.addEventListener('keydown', e => { if (e.key === 'Enter' && e.ctrlKey) { e.preventDefault(); this.send(); } });
    this.form.addEventListener('input', e => this.clear(e.target.closest('[data-field]')));
    this.root.querySelector('[data-print]').addEventListener('click', () => this.print());
    this.root.querySelector('[data-again]').addEventListener('click', () => this.again());
    this.focusFirst();
  }

  fact(name, text) { this.root.querySelector(`[data-fact=${name}]`).textContent = text; }
  field(name) { return this.root.querySelector(`[data-field="${CSS.escape(name)}"]`); }

  focusFirst() {
    const first = [...this.form.querySelectorAll('select,input,textarea')].find(e => e.offsetParent && e.type !== 'checkbox');
    (first || this.form.elements['applicant.name']).focus();
  }

  offer(name, choices, shown, canBeEmpty) {
    const select = this.form.elements[name];
    const options = choices.map(([value, words]) => new Option(words, value));
    if (canBeEmpty || choices.length > 1) options.unshift(new Option('— chọn —', ''));
    select.replaceChildren(...options);
    this.field(name).hidden = !shown;
  }

  /** At the counter of a commune the dossier is most often its own. */
  chooseOwnCommune() {
    const own = this.facts.receptions.length === 1 ? this.facts.receptions[0].id : '';
    const option = [...this.form.elements.commune.options]
      .filter(o => o.value && own.startsWith(`${o.value}-`))
      .sort((a, b) => b.value.length - a.value.length)[0];
    if (option) option.defaultSelected = option.selected = true;
  }

  person(who) {
    const grid = this.root.querySelector(`[data-person=${who}]`);
    const star = '<span class="rd-star">*</span>';
    const id = name => `rd-${who}-${name}`;
    const box = (span, name, label, input, needed = true) =>
      `<div class="rd-${span}" data-field="${who}.${name}"><label for="${id(name)}">${label} ${needed ? star : ''}</label>${input}<p class="rd-problem" id="${id(name)}-problem"></p></div>`;
    const text = (name, more = '') => `<input type="text" id="${id(name)}" name="${who}.${name}" aria-describedby="${id(name)}-problem" ${more}>`;
    grid.innerHTML =
      box(2, 'kind', 'Cá nhân hay tổ chức', `<select id="${id('kind')}" name="${who}.kind"><option value="person">Cá nhân</option><option value="organisation">Tổ chức</option></select>`)
      + box(2, 'identityKind', 'Loại giấy tờ', `<select id="${id('identityKind')}" name="${who}.identityKind"></select>`)
      + box(2, 'identityNumber', 'Số giấy tờ', text('identityNumber', 'maxlength="30"'))
      + box(3, 'name', 'Họ tên hoặc tên tổ chức', text('name', 'maxlength="255"'))
      + box(3, 'address', 'Địa chỉ', text('address', 'maxlength="500"'))
      + box(3, 'phone', 'Điện thoại', text('phone', 'inputmode="tel" maxlength="20"'), who === 'applicant')
      + box(3, 'email', 'Thư điện tử', text('email', 'inputmode="email" maxlength="255"'), false);
    const kind = this.form.elements[`${who}.kind`];
    const fill = () => this.form.elements[`${who}.identityKind`].replaceChildren(...IDENTITIES[kind.value].map(([v, w]) => new Option(w, v)));
    kind.addEventListener('change', fill);
    fill();
  }

  paper(name, own = false) {
    const row = document.createElement('tr');
    const label = own ? '<input type="text" data-p="name" aria-label="Tên giấy tờ" placeholder="Tên giấy tờ">' : '<label></label>';
    row.innerHTML = `<td><input type="checkbox" data-p="ticked" ${own ? 'checked' : ''}></td><td>${label}<p class="rd-problem"></p></td>`
      + `<td><input type="number" data-p="count" min="1" max="999" value="1" aria-label="Số lượng"></td>`
      + `<td><select data-p="kind" aria-label="Loại bản"></select></td>`;
    row.querySelector('[data-p=kind]').replaceChildren(...KINDS.map(([v, w]) => new Option(w, v)));
    const tick = row.querySelector('[data-p=ticked]');
    tick.setAttribute('aria-label', own ? 'Đã nhận' : `Đã nhận: ${name}`);
    if (!own) {
      tick.id = `rd-paper-${this.root.querySelectorAll('[data-papers] tr').length}`;
      row.querySelector('label').htmlFor = tick.id;
      row.querySelector('label').textContent = name;
      row.querySelector('label').style.fontWeight = 400;
    }
    // Typing a count means the paper is there.
    row.querySelector('[data-p=count]').addEventListener('input', () => { tick.checked = true; });
    row.addEventListener('input', () => this.clear(row));
    this.root.querySelector('[data-papers]').append(row);
    if (own) row.querySelector('[data-p=name]').focus();
  }

  application() {
    const e = this.form.elements;
    const visible = name => !this.field(name).hidden && e[name].value ? e[name].value : null;
    const person = who => Object.fromEntries(['name', 'kind', 'identityKind', 'identityNumber', 'phone', 'email', 'address']
      .map(part => [part, e[`${who}.${part}`].value]));
    return {
      procedureCode: this.facts.code,
      caseId: this.facts.cases.length > 1 ? e.caseId.value : (this.facts.cases[0]?.id ?? ''),
      level: visible('level'), receptionUnit: visible('receptionUnit') ?? (this.facts.receptions[0]?.id ?? null),
      commune: visible('commune'), difficultArea: e.difficultArea.checked,
      channel: e.channel.value, assisted: e.assisted.checked, priority: e.priority.value,
      returnWay: e.returnWay.value, content: e.content.value || null,
      applicant: person('applicant'), owner: e.ownerIsApplicant.checked ? null : person('owner'),
      papers: this.papers(),
    };
  }

  papers() {
    return [...this.root.querySelectorAll('[data-papers] tr')].map(row => {
      const value = part => row.querySelector(`[data-p=${part}]`);
      const ticked = value('ticked').checked;
      return { name: value('name') ? value('name').value : row.querySelector('label').textContent,
        kind: value('kind').value, count: ticked ? Number(value('count').value || 0) : 0, ticked };
    });
  }

  async send() {
    if (this.sending) return;
    this.sending = true;
    const button = this.form.querySelector('[type=submit]');
    button.disabled = true;
    this.clearAll();
    const application = this.application();
    try {
      const pair = typeof this.csrf === 'function' ? await this.csrf() : this.csrf;
      const response = await fetch('/api/dossiers', {
        method: 'POST', credentials: 'same-origin', body: JSON.stringify(application),
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(pair ? { [pair.header]: pair.token } : {}) },
      });
      const told = await response.json().catch(() => null);
      if (response.status === 201) this.received(told, application);
      else this.refused(told);
    } catch (e) {
      this.say('Không gửi được hồ sơ vì mất kết nối. Những gì đã nhập vẫn còn; hãy thử lại.');
    } finally {
      this.sending = false;
      button.disabled = false;
    }
  }

  refused(told) {
    const problems = told?.problems || {};
    let first = null;
    const elsewhere = [];
    for (const [name, words] of Object.entries(problems)) {
      const place = this.place(name);
      if (!place || place.hidden) { elsewhere.push(...words); continue; }
      place.querySelector('.rd-problem').textContent = words.join(' ');
      const input = this.input(place, name);
      input.setAttribute('aria-invalid', 'true');
      if (!first || place.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) first = input;
    }
    this.say([told?.message || 'Không tiếp nhận được hồ sơ. Hãy thử lại.', ...elsewhere].join(' '));
    if (first) first.focus();
  }

  place(name) {
    const paper = name.match(/^papers\[(\d+)]/);
    return paper ? this.root.querySelectorAll('[data-papers] tr')[Number(paper[1])] : this.field(name);
  }

  input(place, name) {
    const part = name.match(/^papers\[\d+]\.(\w+)/)?.[1];
    return (part && place.querySelector(`[data-p=${part}]`)) || place.querySelector('input,select,textarea');
  }

  say(text) { this.message.textContent = text; this.message.focus(); this.message.scrollIntoView({ block: 'nearest' }); }

  clear(place) {
    place?.querySelectorAll('[aria-invalid]').forEach(e => e.removeAttribute('aria-invalid'));
    place?.querySelectorAll('.rd-problem').forEach(e => { e.textContent = ''; });
  }

  clearAll() { this.message.textContent = ''; this.clear(this.form); }

  received(receipt, application) {
    this.receipt = receipt;
    const slip = (name, text) => { this.root.querySelector(`[data-slip=${name}]`).textContent = text; };
    const taken = application.papers.filter(p => p.ticked);
    slip('unit', this.facts.receptions.find(u => u.id === application.receptionUnit)?.name || '');
    slip('code', receipt.code);
    slip('procedure', `${this.facts.code} – ${this.facts.name}`);
    const chosen = this.facts.cases.length > 1 && this.facts.cases.find(c => c.id === application.caseId);
    slip('case', chosen ? chosen.name : '');
    const place = this.root.querySelector('[data-slip=case]');
    place.hidden = place.previousElementSibling.hidden = !chosen;
    slip('applicant', `${application.applicant.name}, ${application.applicant.phone}`);
    slip('owner', (application.owner || application.applicant).name);
    slip('papers', taken.map(p => `${p.name} (${p.count} ${KINDS.find(([v]) => v === p.kind)[1].toLowerCase()})`).join('; ') || 'Không có');
    slip('received', moment(receipt.receivedAt));
    slip('due', receipt.due ? moment(receipt.due) : 'Không quy định thời hạn');
    const results = receipt.results || [];
    slip('results', results.map(r => `${r.name} – ${r.agency}: ${moment(r.due)}`).join('; '));
    const each = this.root.querySelector('[data-slip=results]');
    each.hidden = each.previousElementSibling.hidden = !results.length;
    slip('way', this.form.elements.returnWay.selectedOptions[0].textContent);
    slip('why', receipt.reckoning);
    slip('projection', receipt.projection || '');
    this.root.querySelector('[data-slip=projection]').hidden = !receipt.projection;
    this.root.querySelector('[data-slip-told]').textContent = '';
    this.form.hidden = true;
    this.done.hidden = false;
    this.root.querySelector('[data-print]').focus();
    this.onDone(receipt);
  }

  /** Issues the slip, or finds the one that was issued, and sends it to the printer. */
  async print() {
    const button = this.root.querySelector('[data-print]');
    const told = this.root.querySelector('[data-slip-told]');
    button.disabled = true;
    told.textContent = 'Đang lập giấy hẹn…';
    try {
      const pair = typeof this.csrf === 'function' ? await this.csrf() : this.csrf;
      const response = await fetch(`/api/dossiers/${encodeURIComponent(this.receipt.code)}/letters/slip`, {
        method: 'POST', credentials: 'same-origin', headers: { Accept: 'application/json', ...(pair ? { [pair.header]: pair.token } : {}) },
      });
      const letter = await response.json().catch(() => null);
      if (!response.ok) throw new Error(letter?.message || 'Không lập được giấy hẹn. Hãy thử lại.');
      const paper = Object.assign(document.createElement('a'), { href: `/api/letters/${letter.id}.pdf`, target: '_blank', textContent: `Giấy hẹn số ${letter.number}` });
      told.replaceChildren(paper);
      toPrinter(paper.href);
    } catch (e) {
      told.textContent = e instanceof TypeError ? 'Không lập được giấy hẹn vì mất kết nối. Hãy thử lại.' : e.message;
    } finally {
      button.disabled = false;
    }
  }

  again() {
    this.form.reset();
    this.form.querySelectorAll('[data-person] select[name$=".kind"]').forEach(s => s.dispatchEvent(new Event('change')));
    this.root.querySelector('[data-person=owner]').hidden = true;
    this.clearAll();
    this.done.hidden = true;
    this.form.hidden = false;
    this.focusFirst();
  }
}

/** Where the browser cannot print a paper in a frame, the link to it is beside the button. */
function toPrinter(address) {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px;border:0;opacity:0';
  frame.title = 'Giấy tiếp nhận hồ sơ';
  frame.src = address;
  frame.addEventListener('load', () => {
    try { frame.contentWindow.focus(); frame.contentWindow.print(); } catch (e) { console.warn('motcua: no print', e); }
  });
  document.querySelectorAll('iframe[data-slip-paper]').forEach(old => old.remove());
  frame.dataset.slipPaper = '';
  document.body.append(frame);
}

function limit(facts) {
  const only = facts.cases.length === 1 && (facts.cases[0].committed || facts.cases[0].limit);
  return only && `Thời hạn ${only}`;
}

function moment(iso) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric', hourCycle: 'h23' })
    .formatToParts(new Date(iso)).map(p => [p.type, p.value]));
  return `${parts.hour}:${parts.minute} ngày ${parts.day}/${parts.month}/${parts.year}`;
}
