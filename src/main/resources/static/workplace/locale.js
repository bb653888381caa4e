/*
 * AngularJS' own dates (date picker, date filter) follow the language of the page. The module
 * ngLocale is read when the webapp starts, which is after this script.
 */
import { language } from './texts.js';

const MONTHS = Array.from({ length: 12 }, (none, at) => `tháng ${at + 1}`);
const SHORT_MONTHS = Array.from({ length: 12 }, (none, at) => `thg ${at + 1}`);
const DAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

if (language === 'vi' && window.angular) {
  window.angular.module('ngLocale', [], [
    '$provide',
    provide =>
      provide.value('$locale', {
        id: 'vi',
        localeID: 'vi',
        DATETIME_FORMATS: {
          AMPMS: ['SA', 'CH'],
          DAY: DAYS,
          SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
          MONTH: MONTHS,
          STANDALONEMONTH: MONTHS,
          SHORTMONTH: SHORT_MONTHS,
          ERANAMES: ['Trước CN', 'Sau CN'],
          ERAS: ['Trước CN', 'Sau CN'],
          FIRSTDAYOFWEEK: 0,
          WEEKENDRANGE: [5, 6],
          fullDate: 'EEEE, dd/MM/y',
          longDate: 'dd MMMM, y',
          medium: 'HH:mm:ss dd/MM/y',
          mediumDate: 'dd/MM/y',
          mediumTime: 'HH:mm:ss',
          short: 'HH:mm dd/MM/y',
          shortDate: 'dd/MM/y',
          shortTime: 'HH:mm'
        },
        NUMBER_FORMATS: {
          CURRENCY_SYM: '₫',
          DECIMAL_SEP: ',',
          GROUP_SEP: '.',
          PATTERNS: [
            { gSize: 3, lgSize: 3, maxFrac: 3, minFrac: 0, minInt: 1, negPre: '-', negSuf: '', posPre: '', posSuf: '' },
            { gSize: 3, lgSize: 3, maxFrac: 0, minFrac: 0, minInt: 1, negPre: '-', negSuf: ' ₫', posPre: '', posSuf: ' ₫' }
          ]
        },
        pluralCat: () => 'other'
      })
  ]);
}

export default [];
