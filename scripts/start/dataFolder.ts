import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where what runs here keeps its data. */
export const dataFolder = (root: string): string => process.env.NUANLIN_DATA ?? path.join(root, '.data');

const markOf = (data: string) => path.join(data, 'real-community');

/** From the first real community on, nothing of this folder is forgotten by a flag. */
export function markReal(data: string): void {
  mkdirSync(data, { recursive: true });
  writeFileSync(markOf(data), 'This folder holds the data of real people.\n');
}

export const isReal = (data: string): boolean => existsSync(markOf(data));
