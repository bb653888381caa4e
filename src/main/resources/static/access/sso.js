// One login for all webapps: leaving one of them ends the session of all, and a session that has
// ended leads to our own login page. Loaded before the webapp starts (customScripts in config.js).
const root = window.location.pathname.replace(/\/camunda\/app\/.*$/, '');
let leaving = false;

function goTo(page) {
  if (!leaving) {
    leaving = true;
    window.location.assign(root + page);
  }
}

async function leave() {
  leaving = true;
  // Drafts of forms hold people's data and must not stay on a shared computer.
  Object.keys(window.localStorage)
    .filter((key) => key.startsWith('camunda-form:') || key.startsWith('camForm:'))
    .forEach((key) => window.localStorage.removeItem(key));
  const answer = await fetch(`${root}/api/csrf`, { cache: 'no-store' });
  if (answer.ok) {
    const { header, token } = await answer.json();
    await fetch(`${root}/logout`, {
      method: 'POST',
      headers: { [header]: token },
      redirect: 'manual',
    });
  }
  window.location.assign(`${root}/login?logout`);
}

// The webapp makes its own module for custom code only after this file was loaded, so we add to the
// one module that is there already.
window.angular.module('ng').run([
  '$rootScope',
  ($rootScope) => {
    $rootScope.$on('authentication.logout.success', (event) => {
      event.preventDefault();
      leave();
    });
    $rootScope.$on('authentication.login.required', (event) => {
      event.preventDefault();
      goTo('/login?expired');
    });
  },
]);

export default [];
