/* Sizes of files as people here write them: 0,4 MB is told in KB. */
const FORM = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const MEGABYTE = 1024 * 1024;

export const inMegabytes = bytes => FORM.format(bytes / MEGABYTE);

export const sized = bytes => (bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${inMegabytes(bytes)} MB`);
