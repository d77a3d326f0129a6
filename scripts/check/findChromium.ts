/** Finds a Chromium for the browser stories. */
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** CHROME_PATH when it is set, else the first of the usual places that has one. */
export function findChromium(): string | undefined {
  const named = process.env.CHROME_PATH;
  return named ? (existsSync(named) ? named : undefined) : USUAL.find((file) => existsSync(file));
}
