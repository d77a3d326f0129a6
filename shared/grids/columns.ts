import { halfWidth } from '../halfWidth';
import type { PeopleField } from './peopleFields';

/**
 * The fields of a roster workbook and the header words offices use for them; the first is our own. A word further
 * back is weaker: it counts only where no other column has a better one.
 */
export const peopleColumns = {
  estate: ['小区', '小区名称', '所属小区', '院落', '小区院落'],
  building: [
    '楼栋',
    '楼号',
    '栋',
    '几栋',
    '栋号',
    '楼栋号',
    '幢',
    '幢号',
    '楼',
    '座',
    '楼幢号',
    '几号楼',
    '楼座',
  ],
  unit: ['单元', '单元号', '几单元', '门洞', '梯'],
  floor: ['楼层', '层', '所在楼层', '几层'],
  room: ['房号', '室', '房间号', '门牌号', '室号', '门牌', '房间', '户室', '门号', '房屋号', '几室'],
  address: [
    '地址',
    '住址',
    '现住址',
    '家庭住址',
    '居住地址',
    '详细地址',
    '现居住地址',
    '住户地址',
    '楼栋单元房号',
    '楼号单元房号',
    '楼栋房号',
    '房屋地址',
    '楼室号',
    '家庭地址',
    '位置',
    '楼栋单元',
  ],
  name: [
    '姓名',
    '名字',
    '住户姓名',
    '居民姓名',
    '人员姓名',
    '家庭成员姓名',
    '成员姓名',
    '住户',
    '业主姓名',
    '户主姓名',
    '户主',
  ],
  relation: ['与户主关系', '关系', '和户主关系', '户主关系', '与户主的关系', '家庭关系', '成员关系', '称谓'],
  sex: ['性别', '男女'],
  documentKind: ['证件类型', '证件种类', '证件类别'],
  documentNumber: [
    '证件号码',
    '身份证号',
    '身份证号码',
    '证件号',
    '身份证',
    '公民身份号码',
    '公民身份证号码',
    '居民身份证号码',
    '身份证件号码',
  ],
  phone: [
    '联系电话',
    '电话',
    '手机号',
    '手机号码',
    '手机',
    '联系方式',
    '电话号码',
    '本人电话',
    '本人手机',
    '本人手机号',
    '联系手机',
    '移动电话',
    '电话手机',
    '联系号码',
    '固定电话',
    '座机',
  ],
  residence: ['居住状态', '居住情况', '户籍情况', '居住类型', '人口类型', '人员性质', '户籍类型', '人户情况'],
  keyGroups: ['重点人群', '人员类别', '特殊人群', '人群类别', '重点人员', '人员标签', '类别'],
  canUsePhone: ['会用手机', '能否使用手机', '是否会用手机', '会用智能手机', '是否使用智能手机', '能用手机'],
  note: ['备注', '说明', '其他', '附注'],
} as const satisfies Record<PeopleField, readonly string[]>;

export const gridColumns = {
  code: ['网格编号', '网格号', '网格编码', '网格代码'],
  level: ['级别', '网格级别', '层级'],
  parent: ['上级网格', '上级网格编号', '所属网格', '上级'],
  name: ['名称', '网格名称'],
  range: ['范围', '网格范围', '负责范围', '管辖范围'],
  personName: ['姓名', '负责人', '网格员姓名', '负责人姓名'],
  personPhone: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式'],
  role: ['角色', '职务', '岗位'],
} as const;
export type GridField = keyof typeof gridColumns;

/** What is longer is a title. */
const longestHeader = 60;

/** The words of a header as they are compared: the whole, and each of 手机/电话. No blanks, (notes) or stars, half-width. */
function wordsOf(header: string): string[] {
  const plain = halfWidth(header.slice(0, longestHeader))
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:.·_-]/g, '')
    .replace(/^\d+(?=\D)/, '');
  const parts = plain.split(/[/、或]/);
  return [parts.join(''), ...parts].filter(Boolean);
}

type Words<Field extends string> = Record<Field, readonly string[]>;

/**
 * Which column holds which field, by its header alone; a header nobody knows is null. A field goes to one column: the
 * one with its strongest word, the first of equals.
 */
export function matchColumns<Field extends string>(
  headers: readonly string[],
  words: Words<Field>,
): (Field | null)[] {
  const spoken = headers.map(wordsOf);
  const matched = headers.map((): Field | null => null);
  for (const field of Object.keys(words) as Field[]) {
    const columns = words[field].map((word) =>
      spoken.findIndex((header, i) => header.includes(word) && !matched[i]),
    );
    const column = columns.find((i) => i >= 0);
    if (column !== undefined) matched[column] = field;
  }
  return matched;
}
