import sharp, { type Sharp } from 'sharp';

export interface MadeFile {
  name: string;
  bytes: Buffer;
}

const blank = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#2e7d6b' } });

/** A photo as a phone takes it: lying on its side, with the place and the phone written into it. */
export async function photoOf(width = 400, height = 300): Promise<MadeFile> {
  const bytes = await blank(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Nuanfone', DateTime: '2026:11:22 10:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '34/1 15/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '108/1 56/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
  return { name: 'photo.jpg', bytes };
}

/** Whether a phone wrote a place into it: the entry that leads to the coordinates, in either order of bytes. */
export const hasPlace = (exif: Buffer | undefined): boolean =>
  ['2588040001000000', '8825000400000001'].some((entry) => exif?.includes(Buffer.from(entry, 'hex')));

/** A few kilobytes that unpack to a hundred million pixels. */
export const bombOf = (): Promise<Buffer> =>
  blank(10_000, 10_000).png({ compressionLevel: 9, palette: true }).toBuffer();

/** As detailed as a real one: it does not shrink to nothing. */
export const noiseOf = (width: number, height: number): Sharp =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: '#888888' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
