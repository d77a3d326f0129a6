import { colours, elderColours, elderSizes, sizes, wordsOn } from './tokens';

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['normal', colours, sizes, 14, 44],
  ['elder', { ...colours, ...elderColours }, elderSizes, 18, 60],
] as const)('the tokens, %s', (_, palette, size, smallestText, smallestTarget) => {
  it.each(wordsOn)('%s reads on %s', (words, ground) => {
    expect(contrast(palette[words], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('borders of inputs and icons stand out', () => {
    for (const ground of [palette.page, palette.card])
      expect(contrast(palette.edge, ground)).toBeGreaterThanOrEqual(3);
  });

  it('text is large enough, and so is whatever is tapped', () => {
    const { caption, body, strong, title, head, figure, target, button, row, call } = size;
    expect(Math.min(caption, body, strong, title, head, figure)).toBeGreaterThanOrEqual(smallestText);
    expect(Math.min(target, button, row, call)).toBeGreaterThanOrEqual(smallestTarget);
  });
});
