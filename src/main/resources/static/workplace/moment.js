/* Moments as people here write them, in the time of the province wherever the browser stands. */
const FORM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});

/** 08:30 23/11/2026, from an instant in ISO 8601 or null. */
export function moment(instant) {
  if (!instant) return '';
  const part = Object.fromEntries(
    FORM.formatToParts(new Date(instant)).map(({ type, value }) => [type, value])
  );
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`;
}
