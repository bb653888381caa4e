/*
 * What is due first stands first. Tasklist orders every list by age unless its address says
 * otherwise, whatever the filter asks for.
 */
const DUE_FIRST = 'sorting=' + encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');

function ordered(hash) {
  const home = hash === '' || hash === '#' || /^#\/?(\?|$)/.test(hash);
  if (!home || hash.includes('sorting=')) return hash;
  const [path, search] = (hash.replace(/^#?\/?/, '#/') || '#/').split('?');
  return `${path}?${search ? `${search}&` : ''}${DUE_FIRST}`;
}

const wanted = ordered(window.location.hash);
if (wanted !== window.location.hash) {
  window.history.replaceState(null, '', window.location.pathname + window.location.search + wanted);
}

document.addEventListener(
  'click',
  event => {
    if (event.target.closest && event.target.closest('.navbar-brand[href="#/"]')) {
      event.preventDefault();
      window.location.hash = ordered('#/');
    }
  },
  true
);

export default [];
