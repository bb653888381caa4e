import { configure } from '../../../../workplace/webapp.js';

export default await configure('cockpit', { vi: 'Giám sát', en: 'Cockpit' });
