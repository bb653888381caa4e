/* The letters of a dossier on the page that finds it by its code, also after it has ended. */
import { letters } from './letters.js';

const place = document.querySelector('[data-letters]');
if (place) {
  place.replaceChildren(letters(place.dataset.letters));
}
