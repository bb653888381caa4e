/* Elements without markup in strings: what people typed can never become a tag. */

/** element('a.code', {href: '#'}, 'text', child, …); null children are left out. */
export function element(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

/** A state of time as a coloured badge with words: colour alone says nothing to some people. */
export function badge(time) {
  return time && time.words
    ? element('span.mc-badge', { 'data-state': time.state }, time.words)
    : null;
}

/** The same with the name of the state before the time, where the time does not say it itself. */
export function fullBadge(time) {
  if (!time || !time.words) return null;
  const said = !time.label || time.words.startsWith(time.label);
  return badge(said ? time : { ...time, words: `${time.label} · ${time.words}` });
}
