/*
 * Finding by keyboard: "/" goes to the search, arrows go along the dossiers, Enter opens one. Whoever
 * comes back stands at the dossier that was opened: its code is in the address.
 */
const search = document.getElementById('q');
const links = [...document.querySelectorAll('#found .open')];

function mark(link) {
  window.history.replaceState(null, '', `#${encodeURIComponent(link.textContent.trim())}`);
}

links.forEach(link => link.addEventListener('click', () => mark(link)));

function step(by) {
  const at = links.indexOf(document.activeElement.closest('tr')?.querySelector('.open'));
  const next = links[Math.min(Math.max(at + by, 0), links.length - 1)];
  if (next) next.focus();
}

document.addEventListener('keydown', event => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === '/' && !typing) {
    event.preventDefault();
    search.select();
    search.focus();
  } else if (event.key === 'ArrowDown' && (!typing || document.activeElement === search)) {
    event.preventDefault();
    step(1);
  } else if (event.key === 'ArrowUp' && !typing) {
    event.preventDefault();
    if (links.indexOf(document.activeElement) === 0) search.focus();
    else step(-1);
  }
});

/** Also after the browser's own "back", which shows the page as it was left. */
function comeBack() {
  const row = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  const link = row && row.querySelector('.open');
  if (link) {
    link.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'center' });
  } else {
    search.focus();
  }
}

window.addEventListener('pageshow', comeBack);
