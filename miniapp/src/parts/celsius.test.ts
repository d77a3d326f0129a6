import * as fc from 'fast-check';
import { isComplete, typed } from './celsius';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`the pad: FC_SEED=${seed}\n`));

const pressed = (...keys: string[]) => keys.reduce(typed, '');

describe('the pad for a temperature', () => {
  it('sets the point by itself, and shows it', () => {
    expect(pressed('3')).toBe('3');
    expect(pressed('3', '6')).toBe('36.');
    expect(pressed('3', '6', '5')).toBe('36.5');
    expect(pressed('3', '6', '.', '5')).toBe('36.5');
  });

  it('takes one digit back at a time, also the one before the point', () => {
    expect(pressed('3', '6', '5', 'erase')).toBe('36.');
    expect(pressed('3', '6', '5', 'erase', 'erase')).toBe('3');
    expect(pressed('3', '6', '5', 'erase', 'erase', 'erase', 'erase')).toBe('');
  });

  it('never holds anything but the beginning of a temperature', () => {
    const keys = fc.array(fc.constantFrom(...'0123456789.', 'erase'), { maxLength: 12 });
    fc.assert(
      fc.property(keys, (keys) => {
        const text = pressed(...keys);
        expect(text).toMatch(/^(\d?|\d\d\.\d?)$/);
        expect(isComplete(text)).toBe(text.length === 4);
      }),
      { seed },
    );
  });
});
