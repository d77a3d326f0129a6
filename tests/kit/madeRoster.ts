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

/** Titles, a header of other words, one address column merged down each household, a note at the end. */
export function mergedSheet(households: MadePerson[][]): MadeSheet {
  const merges: string[] = ['A1:F1'];
  const rows: MadeCell[][] = [
    ['幸福家园住户信息登记表'],
    ['填表单位：社区居委会', null, null, null, '2026年11月'],
    ['住户地址', '住户姓名', '和户主关系', '身份证号', '联系方式', '男女'],
  ];
  for (const people of households) {
    const first = rows.length + 1;
    for (const [i, person] of people.entries()) {
      const address = i ? null : `${person.building}号楼${person.unit}单元${person.room}`;
      rows.push([address, person.name, person.relation, person.documentNumber, person.phone, person.sex]);
    }
    if (people.length > 1) merges.push(`A${first}:A${rows.length}`);
  }
  rows.push(['说明：以上信息由各楼栋长核对'], ['合计', rows.length - 3]);
  return { name: '住户信息', rows, merges };
}
