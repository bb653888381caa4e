import { configure } from '../../../../workplace/webapp.js';

export default await configure('welcome', { vi: 'Trang chủ', en: 'Home' }, { links: [] });
