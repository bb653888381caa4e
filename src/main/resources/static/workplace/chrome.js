/* Around every webapp: title, icon and the switch of language in the bar at the top. */
import { home } from './webapp.js';
import { language, text } from './texts.js';
import { element } from './dom.js';

const app = document.querySelector('base').getAttribute('app-name');
const APPS = ['tasklist', 'welcome', 'cockpit', 'admin'];
const title = `${text(`app.${app}`)} – Một Cửa`;

document.querySelectorAll('link[rel~=icon]').forEach(icon => icon.remove());
document.head.append(
  element('link', { rel: 'icon', type: 'image/svg+xml', href: `${home}/workplace/icon.svg` })
);

function choose(next) {
  document.cookie = `LANG=${next}; path=/; max-age=31536000; samesite=lax`;
  window.location.reload();
}

/** The other language, in its own words. */
function switchOfLanguage() {
  const next = language === 'vi' ? 'en' : 'vi';
  return element(
    'li.mc-language',
    {},
    element(
      'a',
      {
        href: '',
        lang: next,
        title: text('language.label'),
        onclick: event => {
          event.preventDefault();
          choose(next);
        }
      },
      text(`language.${next}`)
    )
  );
}

/** The button of the menu on small screens reads out the key of its text. */
function nameMenu() {
  const said = document.querySelector('[cam-widget-header] .navbar-toggle em');
  if (said && said.textContent !== text('menu')) said.textContent = text('menu');
}

/** In the menu of webapps, which knows English names only. */
function nameApps() {
  document.querySelectorAll('[cam-widget-header] .app-switch .dropdown-menu > li').forEach(item => {
    const known = APPS.find(name => item.classList.contains(name));
    const said = known && item.querySelector('a').firstChild;
    if (said && said.data.trim() !== text(`app.${known}`)) said.data = text(`app.${known}`);
  });
}

/** Browsers still give the zone its old name. */
function nameZone() {
  const zone = document.querySelector('[cam-widget-footer] i');
  if (zone && /^Asia\/(Saigon|Ho_Chi_Minh)$/.test(zone.textContent)) {
    zone.textContent = 'Việt Nam (GMT+7)';
  }
}

function dress() {
  // What cannot wait is counted before the name of the page (due.js).
  const wanted = (document.documentElement.dataset.mcUrgent || '') + title;
  if (document.title !== wanted) document.title = wanted;
  const bar = document.querySelector('[cam-widget-header] .app-menu > ul');
  nameZone();
  nameApps();
  nameMenu();
  if (bar && !bar.querySelector('.mc-language')) bar.prepend(switchOfLanguage());
}

dress();
new MutationObserver(dress).observe(document.documentElement, {
  childList: true,
  subtree: true,
  attributeFilter: ['data-mc-urgent']
});

export default [];
