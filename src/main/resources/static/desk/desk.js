// Helps the hands on the page of hand-overs: everything works without it.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function mark(box) {
  box.closest('tr').classList.toggle('ticked', box.checked);
}

function count(form) {
  const ticked = all('tbody input[name=code]:checked', form).length;
  const button = form.querySelector('button[data-words]');
  button.textContent = button.dataset.words.replace('{0}', ticked);
  button.disabled = ticked === 0;
}

for (const form of all('form.give')) {
  const everything = form.querySelector('input.all');
  const boxes = all('tbody input[name=code]', form);
  everything.hidden = false;
  everything.addEventListener('change', () => {
    boxes.forEach(box => { box.checked = everything.checked; mark(box); });
    count(form);
  });
  boxes.forEach(box => {
    mark(box);
    box.addEventListener('change', () => { mark(box); count(form); });
  });
  count(form);
}

// A scanner types the code and Enter: the dossier is ticked, and the field waits for the next one.
const scan = document.querySelector('#scan');
if (scan) {
  const told = document.querySelector('#scan-told');
  scan.form.addEventListener('submit', event => {
    event.preventDefault();
    const code = scan.value.trim().toUpperCase();
    const box = all('form.give input[name=code]').find(b => b.value === code);
    if (box) {
      box.checked = true;
      box.dispatchEvent(new Event('change'));
      box.closest('tr').scrollIntoView({ block: 'nearest' });
    }
    told.textContent = (box ? told.dataset.found : told.dataset.missing).replace('{0}', code);
    scan.value = '';
  });
}

// Reason and words are asked for where something differs.
for (const row of all('form.take tbody tr')) {
  const outcome = row.querySelector('select[name^=outcome]');
  const open = () => {
    const differs = outcome.value !== 'received';
    row.dataset.open = differs;
    all('.difference', row).forEach(field => { field.disabled = !differs; });
    row.querySelector('[name^=found]').disabled = outcome.value !== 'short';
  };
  outcome.addEventListener('change', open);
  open();
}

// Pressed twice it is sent once.
for (const form of all('form[method=post]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
  });
}
// Coming back to a page that the browser kept, it may be sent again.
window.addEventListener('pageshow', () => all('form').forEach(form => delete form.dataset.sent));

for (const button of all('[data-print]')) {
  button.addEventListener('click', () => window.print());
}
