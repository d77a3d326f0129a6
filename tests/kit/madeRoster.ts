import { documentOf } from './family';
import type { MadeCell, MadeSheet } from './workbook';

/** Somebody who does not exist. */
export interface MadePerson {
  building: number;
  unit: number;
  room: number;
  name: string;
  relation: string;
  sex: string;
  documentNumber: string;
  phone: string;
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const given = [...'安宁嘉慧明远文雅思晨雨欣子涵浩然'];
const roles = [
  ['户主', '男'],
  ['配偶', '女'],
  ['子', '男'],
  ['女儿', '女'],
  ['母亲', '女'],
] as const;

/** Households of two and three (or so) people, as many people as told; `from` keeps two communities apart. */
export function madeRoster(households: number, people: number, from = 0): MadePerson[][] {
  let made = 0;
  return Array.from({ length: households }, (_, h) => {
    const size = Math.floor(((h + 1) * people) / households) - Math.floor((h * people) / households);
    return Array.from({ length: size }, (_, i) => madePerson(h, i, from + made++));
  });
}

function madePerson(household: number, i: number, n: number): MadePerson {
  const [relation, sex] = roles[i % roles.length] as (typeof roles)[number];
  const letter = (list: string[], at: number) => list[at % list.length] as string;
  return {
    building: Math.floor(household / 120) + 1,
    unit: Math.floor((household % 120) / 40) + 1,
    room: (Math.floor((household % 40) / 4) + 1) * 100 + (household % 4) + 1,
    name: letter(surnames, household) + letter(given, n) + letter(given, Math.floor(n / given.length)),
    relation,
    sex,
    documentNumber: documentOf(n),
    phone: `199${String(10_000_000 + n)}`,
  };
}

const wide = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Titles, a header of other words, one address column merged down each household, a note at the end. */
export function mergedSheet(households: MadePerson[][], digits: 'plain' | 'wide' = 'plain'): MadeSheet {
  const merges: string[] = ['A1:F1'];
  const rows: MadeCell[][] = [
    ['幸福家园住户信息登记表'],
    ['填表单位：社区居委会', null, null, null, '2026年11月'],
    ['住户地址', '住户姓名', '和户主关系', '身份证号', '联系方式', '男女'],
  ];
  for (const people of households) {
    const first = rows.length + 1;
    for (const [i, person] of people.entries()) {
      const written = digits === 'wide' ? wide : (text: string) => text;
      const address = i ? null : written(`${person.building}号楼${person.unit}单元${person.room}`);
      const { name, relation, documentNumber, phone, sex } = person;
      rows.push([address, name, relation, written(documentNumber), written(phone), sex]);
    }
    if (people.length > 1) merges.push(`A${first}:A${rows.length}`);
  }
  rows.push(['说明：以上信息由各楼栋长核对'], ['合计', rows.length - 3]);
  return { name: '住户信息', rows, merges };
}

/** A csv as Windows saves it: header words of its own, no marks around numbers, GBK. */
export function plainCsv(households: MadePerson[][]): Buffer {
  const lines = [
    [
      '编号',
      '小区名称',
      '楼号',
      '单元号',
      '室号',
      '居民姓名',
      '称谓',
      '公民身份号码',
      '手机号码',
      '人户情况',
    ],
    ...households
      .flat()
      .map(({ building, unit, room, name, relation, documentNumber, phone }, i) => [
        i + 1,
        '西苑',
        building,
        unit,
        room,
        name,
        relation,
        documentNumber,
        phone,
        i % 5 ? '人户一致' : '租住',
      ]),
  ];
  return gb18030(`${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
}

/**
 * A sheet for each building, which only its title names: unit and room together and the head of the household in merged
 * cells, everybody’s birthday as a day, the telephone of somebody to call under 电话 and their own under 本人号码.
 */
export function sheetsOfBuildings(households: MadePerson[][]): MadeSheet[] {
  const buildings = [...new Set(households.map(([head]) => head?.building as number))];
  return buildings.map((building) => {
    const rows: MadeCell[][] = [
      [`${building}号楼住户登记表`],
      ['房号', '户主', '姓名', '关系', '出生日期', '证件号码', '电话', '本人号码'],
    ];
    const merges = ['A1:H1'];
    for (const people of households.filter(([head]) => head?.building === building)) {
      const first = rows.length + 1;
      for (const [i, { unit, room, name, relation, documentNumber, phone }] of people.entries()) {
        const door = i ? [null, null] : [`${unit}-${room}`, people[0]?.name ?? null];
        const day = { day: `19${70 + (i % 30)}-05-0${(i % 9) + 1}` };
        rows.push([...door, name, relation, day, documentNumber, '029-88880000', Number(phone)]);
      }
      if (people.length > 1) merges.push(`A${first}:A${rows.length}`, `B${first}:B${rows.length}`);
    }
    return { name: `${building}栋`, rows, merges };
  });
}

/** Node decodes GB18030 and does not encode it: the table is turned around. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return Buffer.from(
    [...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))),
  );
}
