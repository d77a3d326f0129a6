import { halfWidth } from '../halfWidth';
import { type Address, doorOf } from './address';

/** Nobody lives at a longer address; what is longer is a remark. */
const longest = 120;
const numerals = '零一二三四五六七八九';

/** 三号楼 → 3号楼, 十二栋 → 12栋; up to 99, and only before the word of a part, so that a name keeps its 三. */
const withDigits = (text: string): string =>
  text.replace(
    /([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=号楼|栋|幢|座|单元|层)/g,
    (word) => {
      if (!word.includes('十')) return String(numerals.indexOf(word));
      const [tens = '', ones = ''] = word.split('十');
      return String((tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0));
    },
  );

const part = String.raw`[A-Za-z]?\d{1,4}[A-Za-z]?`;
const named = '[A-Za-z甲乙丙丁戊东南西北]';
const buildingWord = `(?:号楼|#楼?|栋|幢|座|号院?(?=${part}单元))`;
const spoken = new RegExp(
  String.raw`^(?<estate>.*?)(?<building>${part}|${named})${buildingWord}-?(?:(?<unit>${part}|${named})(?:单元|门|梯)-?|(?<shortUnit>\d{1,2})-)?(?:(?<floor>\d{1,2})(?:层|楼)-?)?(?:(?<room>${part}(?:-\d)?)(?:室|号|房|户)?)?$`,
);
const dashed = new RegExp(
  String.raw`^(?<estate>(?:.*[^\dA-Za-z#/-])?)(?<building>${part})[-#/](?:(?<unit>\d{1,2}|${named})-)?(?:(?<floor>\d{1,2})-)?(?<room>[A-Za-z]?\d{2,4}[A-Za-z]?)(?:室|号|房|户)?$`,
);

/**
 * Reads an address as people write it: 3号楼2单元501, 3-2-501, 南区3栋2单元501室, 三号楼二单元501. Parts that are not
 * there are empty. Null when not even a building can be read. Reading `doorOf` of what was read gives it again.
 */
export function readAddress(written: string): Address | null {
  if (written.length > longest) return null;
  const text = withDigits(
    halfWidth(written)
      .trim()
      .replace(/[—–－_~]/g, '-')
      .replace(/(?<=\d)[\s,.·]+(?=\d)/g, '-')
      .replace(/\s/g, ''),
  );
  // A spreadsheet turns 3-2 into a day of this year.
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const found = (spoken.exec(text) ?? dashed.exec(text))?.groups;
  if (!found?.building) return null;
  const { estate = '', building, shortUnit = '', unit = shortUnit, floor, room = '' } = found;
  return { estate: bareEstate(estate), building, unit, floor: floor ?? floorOfRoom(room), room };
}

/** An address with building and room: a door. */
export const isDoor = (address: Pick<Address, 'building' | 'room'> | null): boolean =>
  Boolean(address?.building && address.room);

/** How the roster may have a door that somebody typed: as it stands, and as it is read. */
export function doorsLike(written: string): string[] {
  const read = readAddress(written);
  return read ? [written, doorOf(read)] : [written];
}

/** 501 is on the fifth floor, 1203 on the twelfth. Empty for any other form. */
export const floorOfRoom = (room: string): string => /^(\d{1,2})\d{2}[A-Za-z]?$/.exec(room)?.[1] ?? '';

/** What stands before the estate: city, district, street, house number of the road. */
const bareEstate = (text: string): string =>
  text
    .replace(/^.*(街道办事处|街道|社区|镇|乡)/, '')
    .replace(/^.*?市(?=.)/, '')
    .replace(/^.*(路|大道|大街|街|巷)(\d+号(?!院)|(?=\d+号院))/, '')
    .replace(/-+$/, '')
    .slice(0, 40);
