import { chosenLanguage, configure } from '../../../../workplace/webapp.js';

/** The webapp lists these in its own window of shortcuts, so they cannot come from the bundle. */
const said = {
  vi: {
    receive: 'Tiếp nhận hồ sơ',
    find: 'Tìm hồ sơ',
    claim: 'Nhận việc đang chọn',
    filter: 'Tới danh sách bộ lọc',
    list: 'Tới danh sách công việc',
    form: 'Tới ô đầu tiên của biểu mẫu'
  },
  en: {
    receive: 'Receive a dossier',
    find: 'Find a dossier',
    claim: 'Claim the selected task',
    filter: 'Go to the filters',
    list: 'Go to the tasks',
    form: 'Go to the first field of the form'
  }
}[chosenLanguage()];

export default await configure(
  'tasklist',
  { vi: 'Công việc', en: 'Tasks' },
  {
    shortcuts: {
      receiveDossier: { key: 'alt+n', description: said.receive },
      findDossier: { key: 'alt+k', description: said.find },
      claimTask: { key: 'ctrl+alt+c', description: said.claim },
      focusFilter: { key: 'ctrl+shift+f', description: said.filter },
      focusList: { key: 'ctrl+alt+l', description: said.list },
      focusForm: { key: 'ctrl+alt+f', description: said.form }
    }
  }
);
