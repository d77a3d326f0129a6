import fc from 'fast-check';
import { normalizeName } from './names';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`names: FC_SEED=${seed}\n`));

describe('a name as people type it', () => {
  it.each([
    ['王 芳', '王芳'],
    ['　王　芳 ', '王芳'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉‧买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['Ｊｏｈｎ  Smith', 'john smith'],
    ['JOSÉ Díaz', 'jose\u0301 díaz'.normalize('NFC')],
    ['王Lily', '王lily'],
  ])('%s', (typed, plain) => {
    expect(normalizeName(typed)).toBe(plain);
  });

  it('is the same whatever the width, the dot, the blanks and the case', () => {
    const part = fc.constantFrom('阿依', '古丽', 'maria', 'o’neil', '买买提', 'li');
    const dot = fc.constantFrom('·', '•', '‧', '・', '．');
    fc.assert(
      fc.property(part, part, dot, fc.boolean(), (first, second, between, isLoud) => {
        const plain = normalizeName(`${first}·${second}`);
        const typed = ` ${first}${between}${second}　`;
        expect(normalizeName(isLoud ? typed.toUpperCase() : typed)).toBe(plain);
      }),
      runs,
    );
  });

  it('is not changed by being normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        const once = normalizeName(typed);
        expect(normalizeName(once)).toBe(once);
      }),
      runs,
    );
  });
});
