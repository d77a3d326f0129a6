import { invalid, Problem } from '../platform/problem';

export interface Photo {
  bytes: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
}

/** What any phone takes, and what no small file may unpack to. */
const mostPixels = 50_000_000;
/** A prescription can be read at this size. */
const longestSide = 1600;
const thumbSide = 320;
const withinSeconds = 10;

/** By its first bytes, whatever its name says. */
const kinds: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff',
  (bytes) => bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
];

const refused = (
  ...[code, params]: [
    code: 'file.empty' | 'file.kind' | 'file.broken' | 'file.pixels',
    params?: { maximum: number },
  ]
) => invalid([{ path: 'file', code, ...(params && { params }) }]);

/**
 * The photo drawn anew: upright, small enough to send, and with nothing of what a phone writes into it (place, device, time). What
 * cannot be drawn to the end is refused. Problem: input.invalid (file.empty, file.kind, file.pixels, file.broken).
 */
export async function reencode(bytes: Buffer): Promise<Photo> {
  if (!bytes.length) throw refused('file.empty');
  if (!kinds.some((isOf) => isOf(bytes))) throw refused('file.kind');
  try {
    return await draw(bytes);
  } catch (error) {
    throw error instanceof Problem ? error : refused('file.broken');
  }
}

async function draw(bytes: Buffer): Promise<Photo> {
  loaded ??= loadSharp();
  const sharp = await loaded;
  // Its head alone: what it says of its size is judged before anything is unpacked.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > mostPixels) throw refused('file.pixels', { maximum: mostPixels });
  const photo = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .timeout({ seconds: withinSeconds })
    .toBuffer({ resolveWithObject: true });
  const thumb = await sharp(photo.data)
    .resize({ width: thumbSide, height: thumbSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 70 })
    .toBuffer();
  return { bytes: photo.data, thumb, width: photo.info.width, height: photo.info.height };
}

let loaded: ReturnType<typeof loadSharp> | undefined;

/**
 * With the first photo, and once: while kinds are blocked and opened again, another photo that is being drawn would be refused. It
 * reads these three kinds and nothing else, and keeps nothing of what it has drawn.
 */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  sharp.cache(false);
  // One photo, one thread: others wait for the same two cores.
  sharp.concurrency(1);
  return sharp;
}
