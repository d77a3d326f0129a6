import { countryName } from '@shared/returns/countries';
import { useSettings } from '@/client/settings';
import { table, useWords } from '@/words';

/** Words of a return that residents and workers read alike. */
const words = table(
  {
    province: '来自哪个省',
    city: '哪个市',
    abroad: '境外',
    country: '国家或地区',
    leftAt: '什么时候离开的',
    leftDay: '离开的日期',
    leftTime: '离开的时间',
    arrivedAt: '什么时候到家',
    arrivedDay: '到家的日期',
    arrivedTime: '到家的时间',
    transport: '怎么回来的',
    number: '车次、航班或车牌',
    seat: '座位（没有可不填）',
    name: '姓名',
    unchanged: '（不改就空着）',
    docKind: '证件',
    docNumber: '证件号码',
    phone: '电话',
    correctTitle: '改登记',
    journey: '行程',
    whose: '改谁的',
    save: '保存',
    saved: '已改好',
    nothingToCorrect: '这份登记已经核实，不能再改。要改请打电话',
    from: '来自',
    by: '怎么来的',
    left: '离开',
    arrived: '到家',
    feels: '身体',
    byMandate: '由代办人登记',
    well: '没有不舒服',
    measured: '体温',
    notMeasured: '没量',
    fix: (n: number) => `还有 ${n} 处没填好`,
  },
  {
    province: 'Province',
    city: 'City',
    abroad: 'Abroad',
    country: 'Country or region',
    leftAt: 'When did you leave',
    leftDay: 'Day of leaving',
    leftTime: 'Time of leaving',
    arrivedAt: 'When did you get home',
    arrivedDay: 'Day of getting home',
    arrivedTime: 'Time of getting home',
    transport: 'How did you travel',
    number: 'Train, flight or plate',
    seat: 'Seat (if any)',
    name: 'Name',
    unchanged: ' (leave empty to keep)',
    docKind: 'Document',
    docNumber: 'Document number',
    phone: 'Telephone',
    correctTitle: 'Correct',
    journey: 'Journey',
    whose: 'Whose',
    save: 'Save',
    saved: 'Corrected',
    nothingToCorrect: 'Verified already; to correct it, please call',
    from: 'From',
    by: 'Travelled by',
    left: 'Left',
    arrived: 'Home',
    feels: 'Health',
    byMandate: 'Declared by somebody acting for the household',
    well: 'Feeling well',
    measured: 'Temperature',
    notMeasured: 'not measured',
    fix: (n: number) => `${n} to correct`,
  },
);
export const useReturnWords = () => useWords(words);

const choices = table(
  {
    flight: '飞机',
    train: '火车',
    coach: '客车',
    car: '自驾',
    ship: '轮船',
    residentId: '身份证',
    passport: '护照',
    other: '其他证件',
    none: '没有证件',
    self: '本人',
    spouse: '配偶',
    child: '孩子',
    parent: '父母',
    grandchild: '孙子孙女',
    grandparent: '爷爷奶奶',
    sibling: '兄弟姐妹',
    relative: '其他',
    forehead: '额温枪',
    ear: '耳温枪',
    armpit: '电子体温计',
    mercury: '水银体温计',
    fever: '发热',
    dryCough: '干咳',
    fatigue: '没力气',
    soreThroat: '嗓子痛',
    lossOfSmell: '闻不到或尝不出',
    diarrhoea: '腹泻',
    breathlessness: '喘不上气',
    otherSymptom: '其他不适',
  },
  {
    flight: 'Flight',
    train: 'Train',
    coach: 'Coach',
    car: 'Car',
    ship: 'Ship',
    residentId: 'Resident ID',
    passport: 'Passport',
    other: 'Other document',
    none: 'No document',
    self: 'Myself',
    spouse: 'Spouse',
    child: 'Child',
    parent: 'Parent',
    grandchild: 'Grandchild',
    grandparent: 'Grandparent',
    sibling: 'Sibling',
    relative: 'Other',
    forehead: 'Forehead',
    ear: 'Ear',
    armpit: 'Armpit',
    mercury: 'Mercury',
    fever: 'Fever',
    dryCough: 'Dry cough',
    fatigue: 'Fatigue',
    soreThroat: 'Sore throat',
    lossOfSmell: 'Loss of smell',
    diarrhoea: 'Diarrhoea',
    breathlessness: 'Breathless',
    otherSymptom: 'Other',
  },
);
export const useChoiceWords = () => useWords(choices);

/** Words of a code: `other` means something else for a document, a relation and a symptom. */
export function useSymptomWord(): (code: string) => string {
  const words = useChoiceWords();
  return (code) => (code === 'other' ? words.otherSymptom : (words[code as 'fever'] ?? code));
}
export function useRelationWord(): (code: string) => string {
  const words = useChoiceWords();
  return (code) => (code === 'other' ? words.relative : (words[code as 'self'] ?? code));
}

/** 陕西省西安市, or the name of a country. */
export function useOriginText(): (origin: { place: string; country: string | null }) => string {
  const language = useSettings((settings) => settings.language);
  return ({ place, country }) => place || countryName(country ?? '', language);
}
