import { configure } from '../../../../workplace/webapp.js';

export default await configure('admin', { vi: 'Quản trị', en: 'Admin' });
