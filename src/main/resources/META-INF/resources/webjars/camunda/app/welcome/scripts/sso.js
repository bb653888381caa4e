// One login for all webapps; see /access/sso.js.
export { default } from '../../../../access/sso.js';
