/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { encode } from 'uqr';

const shots = process.env.NUANLIN_SHOTS;
const pointsPerMm = 72 / 25.4;

/** What leaves the printer: the size of each sheet in millimetres, and the words on paper. */
export interface Printed {
  sheets: string[];
  words: string;
}

/** Prints a page as its own style says. With `NUANLIN_SHOTS=<folder>` a person can look at the paper as well. */
export async function print(page: Page, name: string): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const mm = (points: string | undefined) => Math.round(Number(points) / pointsPerMm);
  await page.emulateMedia({ media: 'print' });
  // As wide as the paper: what a narrow telephone would break into lines stays as it is printed.
  await page.setViewportSize({ width: 794, height: 1123 });
  const words = await page.evaluate(() => document.body.innerText);
  if (shots) {
    mkdirSync(shots, { recursive: true });
    writeFileSync(path.join(shots, `${name}.pdf`), pdf);
    await page.screenshot({ path: path.join(shots, `${name}-printed.png`), fullPage: true });
  }
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 375, height: 812 });
  return { sheets: boxes.map(([, width, height]) => `${mm(width)}×${mm(height)}`), words };
}

/** Whether the printed picture is, module by module, the code of this text, with the quiet zone that scanners need. */
export async function isCodeOf(page: Page, selector: string, text: string): Promise<boolean> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  const picture = await page.locator(selector).filter({ visible: true }).screenshot();
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 375, height: 812 });
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const read = await page.evaluate(readModules, {
    url: `data:image/png;base64,${picture.toString('base64')}`,
    size,
  });
  return JSON.stringify(read) === JSON.stringify(data);
}

/** Runs in the page: dark or light in the middle of each module. */
async function readModules({ url, size }: { url: string; size: number }): Promise<boolean[][]> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const drawing = canvas.getContext('2d') as CanvasRenderingContext2D;
  drawing.drawImage(image, 0, 0);
  const isDark = (x: number, y: number) => {
    const [red = 255] = drawing.getImageData(
      Math.floor(((x + 0.5) * image.width) / size),
      Math.floor(((y + 0.5) * image.height) / size),
      1,
      1,
    ).data;
    return red < 128;
  };
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => isDark(x, y)));
}
