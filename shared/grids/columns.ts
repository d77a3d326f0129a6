/** The fields of a roster workbook and the header words offices use for them. */
export const peopleColumns = {
  estate: ['小区', '小区名称'],
  building: ['楼栋', '楼号', '栋'],
  unit: ['单元', '单元号'],
  floor: ['楼层', '层'],
  room: ['房号', '室', '房间号', '门牌号'],
  name: ['姓名'],
  relation: ['与户主关系', '关系'],
  sex: ['性别'],
  documentKind: ['证件类型'],
  documentNumber: ['证件号码', '身份证号', '身份证号码', '证件号'],
  phone: ['联系电话', '电话', '手机号', '手机号码'],
  residence: ['居住状态', '居住情况'],
  keyGroups: ['重点人群', '人员类别'],
  canUsePhone: ['会用手机'],
  note: ['备注'],
} as const;
export type PeopleField = keyof typeof peopleColumns;

export const gridColumns = {
  code: ['网格编号'],
  level: ['级别'],
  parent: ['上级网格'],
  name: ['名称'],
  range: ['范围'],
  personName: ['姓名'],
  personPhone: ['电话'],
  role: ['角色'],
} as const;
export type GridField = keyof typeof gridColumns;

/** Which column holds which field; a header nobody knows maps to null. */
export function matchColumns<Field extends string>(
  headers: readonly string[],
  words: Record<Field, readonly string[]>,
): (Field | null)[] {
  return headers.map(
    (header) =>
      (Object.keys(words) as Field[]).find((field) => words[field].includes(header.replace(/\s/g, ''))) ??
      null,
  );
}
