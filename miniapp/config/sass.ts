import { require as load } from 'tsx/cjs/api';

// Taro compiles the files of this folder only.
const { icons } = load('../src/parts/icons.ts', __filename) as typeof import('../src/parts/icons');
const { colours, elderColours, elderSizes, lineHeights, sizes } = load(
  '../src/parts/tokens.ts',
  __filename,
) as typeof import('../src/parts/tokens');

/** Tokens and icons as Sass mixins, so that a colour or a size is written once, in parts/tokens.ts. */
export const tokensAsSass = (): string =>
  [
    mixin('normal', { ...colours, ...inPixels(sizes), lineHeight: lineHeights.normal }),
    mixin('elder', { ...elderColours, ...inPixels(elderSizes), lineHeight: lineHeights.elder }),
    `@mixin icons { ${Object.entries(icons).map(icon).join(' ')} }`,
  ].join('\n');

type Values = Record<string, string | number>;

const mixin = (name: string, values: Values): string =>
  `@mixin ${name}-tokens { ${Object.entries(values)
    .map(([key, value]) => `--${key}: ${value};`)
    .join(' ')} }`;

// PX in capitals is not turned into rpx or rem.
const inPixels = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, `${value}PX`]));

function icon([name, drawing]: [string, string]): string {
  const frame =
    'viewBox="0 0 24 24" fill="none" stroke="black" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${frame}>${drawing}</svg>`;
  const url = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
  return `.icon-${name} { -webkit-mask-image: ${url}; mask-image: ${url}; }`;
}
