import { type GridField, gridColumns, peopleColumns } from '@shared/grids/columns';
import type { PeopleField } from '@shared/grids/peopleFields';
import { sampleMark } from '../import/notes';
import type { MadeSheet } from './madeSheet';
import { peopleFieldsWritten } from './peopleSheet';

/** How each column is filled in, and the sample; the ones with a star are needed. */
const people: Record<Exclude<PeopleField, 'address'>, [note: string, sample: string]> = {
  estate: ['几个小区的楼号重复时才要填', '南苑'],
  building: ['必填。写 3号楼 或 3 都可以', '3号楼'],
  unit: ['没有单元就空着', '2单元'],
  floor: ['可以不填，会从房号推出来', '5'],
  room: ['必填。一套房空着没人住，也写一行，姓名不填', '501'],
  name: ['必填。一人一行', '张三'],
  relation: ['户主、配偶、子、女、父亲、母亲、其他；同一套房里第二个“户主”算另一户', '户主'],
  sex: ['男 或 女', '男'],
  documentKind: ['居民身份证、护照、其他证件；不填算居民身份证', '居民身份证'],
  documentNumber: ['18 位，单元格设成“文本”再填，否则后几位会丢', '11010119900101001X'],
  phone: ['手机 11 位；座机带区号；国外号码前面加 +', '13800000000'],
  residence: ['常住 或 流动（租住）', '常住'],
  keyGroups: ['独居、残疾、透析、孕妇等；几项之间用顿号', '独居、透析'],
  canUsePhone: ['是 或 否；填“否”的人由网格员上门或打电话', '否'],
  note: ['其他要说明的', ''],
};
const needed: readonly PeopleField[] = ['building', 'room', 'name'];

const grids: Record<GridField, [note: string, sample: string]> = {
  code: ['必填，每个网格一个编号', 'G1'],
  level: ['必填：社区、综合、小区、楼栋', '楼栋'],
  parent: ['上一级网格的编号；最上一级空着', 'G0'],
  name: ['怎么叫它', '南苑一网格'],
  range: ['必填：全部、1-22号楼、3号楼2单元、5号楼1-2单元3层', '1-3号楼'],
  personName: ['负责人的姓名', '李四'],
  personPhone: ['负责人的手机，登录也用它', '13900000000'],
  role: ['网格长 或 网格员', '网格员'],
};

const starred = (field: PeopleField): string =>
  needed.includes(field) ? `${peopleColumns[field][0]}*` : peopleColumns[field][0];

/** An empty roster with notes beside it; the row marked 示例 shows how, and an import leaves it out. */
export function templateSheets(): MadeSheet[] {
  const fields = peopleFieldsWritten;
  const gridFields = Object.keys(grids) as GridField[];
  return [
    {
      sheet: '居民花名册',
      data: [
        ['序号', ...fields.map(starred)],
        [sampleMark, ...fields.map((field) => people[field as 'name'][1])],
      ],
    },
    {
      sheet: '网格划分',
      data: [
        ['序号', ...gridFields.map((field) => gridColumns[field][0])],
        [sampleMark, ...gridFields.map((field) => grids[field][1])],
      ],
    },
    {
      sheet: '填写说明',
      data: [
        [
          '带 * 的列必须填；其他列不知道就空着。“示例”那一行导入时会跳过，可以删掉。没有网格划分可以不管那张表。',
        ],
        ...fields.map((field) => [starred(field), people[field as 'name'][0]]),
        ['网格划分'],
        ...gridFields.map((field) => [gridColumns[field][0], grids[field][0]]),
      ],
    },
  ];
}
