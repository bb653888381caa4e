/* A paper in a window of its own. */
import { text } from '../texts.js';
import { element } from '../dom.js';

export function paper(title, address) {
  const dialog = element(
    'dialog.paper',
    { 'aria-label': title },
    element(
      'header',
      {},
      element('h2', {}, title),
      element('button.second.small', { type: 'button', onclick: () => dialog.close() }, text('counter.close'))
    ),
    element('iframe', { title, src: `${address}#navpanes=0&view=FitH` })
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
