/*
 * What the config.js of every webapp has in common: language, dates, branding, and our modules.
 * It runs before the webapp begins, so whatever goes wrong here must not stop it.
 */

const base = document.querySelector('base');

/** Where the webapps stand, e.g. /camunda; the application itself stands beside them. */
export const appRoot = base.getAttribute('app-root');
export const home = appRoot.replace(/\/camunda$/, '');

/** The reader's choice (cookie LANG), Vietnamese unless another was made. */
export function chosenLanguage() {
  return (document.cookie.match(/(?:^|; )LANG=(vi|en)(?:;|$)/) || [])[1] || 'vi';
}

/**
 * Views that officials have no right to, or that would lead past our own reception; and a page of
 * figures for a licence that would say 0 to everything, since the engine's metrics are off.
 */
const EXCLUDED = [
  'tasklist.navbar.action:start-process-action',
  'tasklist.navbar.action:create-task-action',
  'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history',
  'tasklist.task.detail:task-detail-diagram',
  'tasklist.task.detail:task-detail-description',
  'admin.system:system-settings-metrics'
];

export const DATE_FORMAT = {
  monthName: 'MMMM',
  day: 'DD',
  abbr: 'HH:mm DD/MM/YYYY',
  normal: 'HH:mm DD/MM/YYYY',
  long: 'HH:mm, dddd, DD/MM/YYYY',
  short: 'DD/MM/YYYY'
};

export async function configure(app, names, more = {}) {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  base.setAttribute('cam-exclude-plugins', EXCLUDED.join(','));
  await fillTranslationCache(app, language);
  return {
    app: { name: names[language], vendor: 'Một Cửa ·' },
    locales: { availableLocales: [language], fallbackLocale: language },
    dateFormat: DATE_FORMAT,
    disableWelcomeMessage: true,
    customScripts: ['../../../workplace/start.js'],
    ...more
  };
}

/**
 * The webapps read their texts from a cache in the browser and fetch new ones only for the next
 * start: without this the first start shows keys, and the first after an update shows old texts.
 */
async function fillTranslationCache(app, language) {
  try {
    const prefix = `${appRoot}/app/${app}/locales/`;
    const answer = await fetch(`${prefix}${language}.json`, { cache: 'no-cache' });
    const texts = await answer.json();
    const cache = JSON.parse(localStorage.getItem('camunda-web') || '{}');
    cache[`${prefix}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
    localStorage.setItem('camunda-web', JSON.stringify(cache));
  } catch (problem) {
    console.warn('motcua: texts are not cached', problem);
  }
}
