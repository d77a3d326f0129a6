import type { FeverOutcome, FeverStep } from '../requests/kinds';
import type { Filler, readingMethods } from '../temperatures/reading';

/** Words of the papers for a hospital and for the person. What is printed is Chinese; headings have English beside them. */
export const methodWords: Record<(typeof readingMethods)[number], string> = {
  forehead: '额温',
  ear: '耳温',
  armpit: '腋温（电子）',
  mercury: '腋温（水银）',
};
export const fillerWords: Record<Filler, string> = {
  self: '本人',
  family: '家人',
  mandate: '代办人',
  workerPhone: '网格员（电话）',
  workerDoor: '网格员（上门）',
  health: '卫生站',
};
export const symptomWords: Record<string, string> = {
  fever: '发热',
  dryCough: '干咳',
  fatigue: '乏力',
  soreThroat: '咽痛',
  lossOfSmell: '嗅觉减退',
  diarrhoea: '腹泻',
  breathlessness: '气促',
  other: '其他不适',
};
export const stepWords: Record<FeverStep, string> = {
  call: '电话',
  houseCall: '上门',
  refer: '转诊',
  testResult: '检测',
};
export const resultWords: Record<string, string> = {
  reached: '已联系上',
  noAnswer: '没人接',
  wrongNumber: '号码不对',
  seen: '已看过',
  nobodyHome: '家里没人',
  emergency120: '120',
  feverClinic: '发热门诊',
  district: '上报区里',
  negative: '阴性',
  positive: '阳性',
  pending: '待结果',
};
export const outcomeWords: Record<FeverOutcome, string> = {
  recovered: '已好转',
  otherIllness: '其他疾病',
  measuredWrong: '误测',
  hospital: '送医院',
  central: '送集中点',
  movedAway: '已离开本社区',
  died: '去世',
};
