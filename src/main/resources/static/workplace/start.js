/*
 * The one custom script of every webapp. A webapp stops if one of its custom scripts fails to load,
 * so this one loads the others and goes on without those that fail.
 */
import { appRoot, home } from './webapp.js';

const app = document.querySelector('base').getAttribute('app-name');

const MODULES = {
  tasklist: [
    'order',
    'locale',
    'chrome',
    'translate',
    'storage',
    'cards',
    'sheet',
    'late',
    'focus',
    'select',
    'find',
    'due',
    'receive'
  ],
  welcome: ['locale', 'chrome'],
  cockpit: ['locale', 'cockpit', 'chrome', 'translate'],
  admin: ['locale', 'chrome', 'admin']
};

const addresses = [
  `${appRoot}/app/${app}/scripts/sso.js`,
  ...(MODULES[app] || ['chrome']).map(name => `${home}/workplace/${name}.js`)
];

async function load(address) {
  try {
    return [].concat((await import(address)).default || []);
  } catch (problem) {
    console.warn(`motcua: ${address} is left out`, problem);
    return [];
  }
}

export default (await Promise.all(addresses.map(load))).flat();
