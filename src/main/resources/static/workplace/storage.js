/*
 * Tasklist can keep a half-filled form in the browser. On a shared computer that would be a
 * citizen's data, so nothing of the kind stays: the button is hidden, and what an older session
 * left is removed.
 */
const KEPT = /^(camForm|camunda-form):/;

function forget() {
  Object.keys(localStorage)
    .filter(key => KEPT.test(key))
    .forEach(key => localStorage.removeItem(key));
}

forget();
window.addEventListener('pagehide', forget);

export default [];
