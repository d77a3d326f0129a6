import { Image } from '@tarojs/components';
import { encode } from 'uqr';

/** Dark squares as one path, with the quiet zone that scanners need; an address of a picture. */
export function pictureOf(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A text as a QR code. */
export const Qr = ({ text, label }: { text: string; label: string }) => (
  <Image className="qr" src={pictureOf(text)} mode="aspectFit" ariaLabel={label} />
);
