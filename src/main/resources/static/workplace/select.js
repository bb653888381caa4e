/*
 * After a choice the lists of forms forget to open: the form viewer, as Tasklist carries it, believes
 * the list open until its field was left, entered and left once more. Whoever chose the wrong reason,
 * or changed the outcome after it, clicked and saw nothing. This is done here right after the choice;
 * Tab then goes on from the field as before. Who is in the next field already is left there, and the
 * rest is done on coming back.
 */
const FIELD = '.fjs-select-hidden-input';
const STEPS_MS = 40;
const left = new WeakSet();

function walk(input, steps) {
  const next = () => {
    const elsewhere = document.activeElement !== input && document.activeElement !== document.body;
    if (elsewhere) left.add(input);
    const step = steps.shift();
    if (!step || elsewhere || !input.isConnected) return;
    input[step]();
    setTimeout(next, STEPS_MS);
  };
  setTimeout(next, STEPS_MS);
}

function chosen(field) {
  const input = field && field.querySelector(FIELD);
  if (input) setTimeout(() => !field.querySelector('.fjs-dropdownlist') && walk(input, ['blur', 'focus', 'blur']));
}

window.addEventListener('mousedown', event => {
  if (event.target.closest('.fjs-dropdownlist-item')) chosen(event.target.closest('.fjs-form-field-select'));
}, true);
window.addEventListener('keydown', event => {
  const open = event.key === 'Enter' && event.target.matches(FIELD);
  const field = open && event.target.closest('.fjs-form-field-select');
  if (field && field.querySelector('.fjs-dropdownlist')) chosen(field);
}, true);
window.addEventListener('focusin', event => {
  if (left.delete(event.target)) walk(event.target, ['blur', 'focus']);
});

export default [];
