import fc from 'fast-check';
import { doorOf } from './address';
import { readAddress } from './readAddress';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 500, seed };
beforeAll(() => process.stdout.write(`readAddress: FC_SEED=${seed}\n`));

const wide = (text: string): string =>
  text.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const numeral = (n: number): string => {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${n % 10 ? digits[n % 10] : ''}`;
};

describe('an address as people write it', () => {
  it.each([
    ['3号楼2单元501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3-2-501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3 2 501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3#2-501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3号楼2-501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3号2单元501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3号楼-2单元-501室', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['南区3栋2单元501室', { estate: '南区', building: '3', unit: '2', floor: '5', room: '501' }],
    ['阳光100小区3-2-501', { estate: '阳光100小区', building: '3', unit: '2', floor: '5', room: '501' }],
    [
      '西安市雁塔区东关街道城南小区3号楼2单元501室',
      { estate: '城南小区', building: '3', unit: '2', floor: '5', room: '501' },
    ],
    ['朝阳路88号院3号楼2单元501', { estate: '88号院', building: '3', unit: '2', floor: '5', room: '501' }],
    ['3幢501', { building: '3', floor: '5', room: '501' }],
    ['A座1203', { building: 'A', floor: '12', room: '1203' }],
    ['3号楼2单元5层501', { building: '3', unit: '2', floor: '5', room: '501' }],
    ['3号楼2单元', { building: '3', unit: '2' }],
  ])('%s', (written, expected) => {
    expect(readAddress(written)).toEqual({ estate: '', unit: '', floor: '', room: '', ...expected });
  });

  it.each(['', '不详', '2单元', '88号', '13812341234', '610102199001011234', '2026-03-02'])(
    '%s is none',
    (written) => {
      expect(readAddress(written)).toBeNull();
    },
  );

  const door = fc.record({
    building: fc.integer({ min: 1, max: 99 }),
    unit: fc.integer({ min: 1, max: 9 }),
    floor: fc.integer({ min: 1, max: 33 }),
    flat: fc.integer({ min: 1, max: 12 }),
    estate: fc.constantFrom('', '南区', '城南小区', '东苑'),
  });

  it('is the same door in every spelling', () => {
    fc.assert(
      fc.property(door, ({ building, unit, floor, flat, estate }) => {
        const room = `${floor}${String(flat).padStart(2, '0')}`;
        const expected = {
          estate,
          building: String(building),
          unit: String(unit),
          floor: String(floor),
          room,
        };
        for (const spelling of [
          `${estate}${building}号楼${unit}单元${room}`,
          `${estate}${building}栋${unit}单元${room}室`,
          `${estate}${numeral(building)}幢${numeral(unit)}单元${room}号`,
          wide(`${estate}${building}号楼${unit}单元${room}室`),
          `${estate}${building}-${unit}-${room}`,
          `${estate} ${building} - ${unit} - ${room} `,
        ])
          expect(readAddress(spelling)).toEqual(expected);
      }),
      runs,
    );
  });

  it('read again from how neighbours say it is the same', () => {
    fc.assert(
      fc.property(door, ({ building, unit, floor, flat }) => {
        const first = readAddress(`${building}号楼${unit}单元${floor}${String(flat).padStart(2, '0')}`);
        expect(first && readAddress(doorOf(first))).toEqual(first);
      }),
      runs,
    );
  });

  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const read = readAddress(text);
        expect(read === null || read.building.length > 0).toBe(true);
      }),
      runs,
    );
  });
});
