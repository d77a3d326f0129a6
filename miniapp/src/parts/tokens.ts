/**
 * The visual language in numbers: the one place for colours, type and sizes. Becomes CSS variables on the root of each
 * page (config/sass.ts); the contrasts and target sizes are held by tokens.test.ts. Sizes are px that are never scaled,
 * so that text and targets keep their size on a narrow phone.
 */
export const colours = {
  page: '#FAF6F0',
  card: '#FFFFFF',
  tint: '#FFF3E8',
  line: '#E8DFD5',
  edge: '#8C8178',
  ink: '#2B2420',
  ink2: '#5C524B',
  help: '#736860',
  primary: '#0F6674',
  onPrimary: '#FFFFFF',
  primaryTint: '#E3F1F2',
  bad: '#B3261E',
  badTint: '#FCEBE9',
  warn: '#8A5A00',
  warnTint: '#FFF4DC',
  ok: '#3A7A2E',
  okTint: '#E9F4E6',
  info: '#3B5BA9',
  infoTint: '#E9EEF8',
  off: '#D8D0C6',
} as const;
export type Colour = keyof typeof colours;

/** Elder mode deepens what carries words. */
export const elderColours = { primary: '#0F4F5A', help: '#5C524B', ink2: '#453C36' } as const;

export const sizes = {
  caption: 14,
  body: 17,
  strong: 18,
  title: 20,
  head: 24,
  figure: 36,
  target: 48,
  button: 52,
  row: 56,
  call: 56,
  icon: 24,
  gap: 12,
  side: 16,
} as const;
export type Size = keyof typeof sizes;

export const elderSizes: Record<Size, number> = {
  caption: 18,
  body: 22,
  strong: 24,
  title: 26,
  head: 30,
  figure: 48,
  target: 60,
  button: 64,
  row: 72,
  call: 64,
  icon: 32,
  gap: 16,
  side: 20,
};

export const lineHeights = { normal: 1.5, elder: 1.6 } as const;

/** Which colour of words stands on which ground, anywhere. */
export const wordsOn: readonly [words: Colour, ground: Colour][] = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink', 'tint'],
  ['ink2', 'page'],
  ['ink2', 'card'],
  ['ink2', 'off'],
  ['help', 'page'],
  ['help', 'card'],
  ['primary', 'page'],
  ['primary', 'card'],
  ['primary', 'primaryTint'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'bad'],
  ['bad', 'card'],
  ['bad', 'page'],
  ['bad', 'badTint'],
  ['warn', 'card'],
  ['warn', 'warnTint'],
  ['warn', 'tint'],
  ['ok', 'okTint'],
  ['info', 'infoTint'],
];
