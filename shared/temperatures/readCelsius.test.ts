import fc from 'fast-check';
import { readCelsius } from './readCelsius';
import { celsiusMax, celsiusMin } from './reading';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`celsius: FC_SEED=${seed}\n`));

describe('a typed temperature', () => {
  it('is read where it is certain, in every way people type it', () => {
    for (const text of ['36.5', '36,5', '３６．５', '36。5', ' 36.5 ', '36.5℃', '36.5 度', '36点5', '36，5'])
      expect([text, readCelsius(text)]).toEqual([text, { celsius: 36.5 }]);
    expect(readCelsius('37')).toEqual({ celsius: 37 });
    expect(readCelsius('36.50')).toEqual({ celsius: 36.5 });
  });

  it('is asked about where it is likely, and never guessed', () => {
    expect(readCelsius('365')).toEqual({ ask: 36.5, why: 'noPoint' });
    expect(readCelsius('36.55')).toEqual({ ask: 36.6, why: 'tooFine' });
    expect(readCelsius('98.6')).toEqual({ ask: 37, why: 'fahrenheit' });
    expect(readCelsius('９８．６')).toEqual({ ask: 37, why: 'fahrenheit' });
  });

  it('is refused with a reason otherwise', () => {
    expect(readCelsius('')).toEqual({ wrong: 'required' });
    expect(readCelsius('三十六度五')).toEqual({ wrong: 'format' });
    expect(readCelsius('36.5.1')).toEqual({ wrong: 'format' });
    expect(readCelsius('-36.5')).toEqual({ wrong: 'format' });
    expect(readCelsius('12')).toEqual({ wrong: 'tooSmall' });
    expect(readCelsius('3650')).toEqual({ wrong: 'tooBig' });
    expect(readCelsius('1e2')).toEqual({ wrong: 'format' });
  });

  it('never becomes another one than was typed, whatever is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: celsiusMin * 10, max: celsiusMax * 10 }), (tenths) => {
        expect(readCelsius((tenths / 10).toFixed(1))).toEqual({ celsius: tenths / 10 });
        expect(readCelsius(String(tenths))).toEqual({ ask: tenths / 10, why: 'noPoint' });
      }),
      { numRuns: 300, seed },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), (text) => {
        const read = readCelsius(text);
        if (!('celsius' in read)) return;
        const digits = text.normalize('NFKC').replace(/[^\d]/g, '');
        expect(digits.startsWith(String(read.celsius).replace('.', ''))).toBe(true);
        expect(read.celsius >= celsiusMin && read.celsius <= celsiusMax).toBe(true);
      }),
      { numRuns: 1000, seed },
    );
  });
});
