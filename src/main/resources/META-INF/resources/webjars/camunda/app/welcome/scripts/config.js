import { configure } from '../../../../workplace/webapp.js';

export default await configure('welcome', { vi: 'Thông tin cá nhân', en: 'My profile' }, { links: [] });
