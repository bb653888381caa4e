/*
 * Cockpit asks its configuration neither for the form of dates nor for that of numbers: it would say
 * 2026-11-25T08:30:00 and 1.8k. Its module stands before this script is read and starts after it, so
 * what is added here has the last word.
 */
import { DATE_FORMAT } from './webapp.js';
import { language } from './texts.js';

const cockpit = window.angular.module('cam.cockpit');
const numbers = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-US');

cockpit.config([
  'camDateFormatProvider',
  formats =>
    Object.entries(DATE_FORMAT).forEach(([name, format]) => formats.setDateFormat(format, name))
]);

/** Pages write their own 0 where there is nothing, and dots where children have instances. */
cockpit.filter('abbreviateNumber', () => value => {
  if (value === 0) return '';
  return typeof value === 'number' ? numbers.format(value) : value;
});

export default [];
