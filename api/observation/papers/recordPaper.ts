import {
  fillerWords,
  methodWords,
  outcomeWords,
  resultWords,
  stepWords,
  symptomWords,
} from '@shared/observation/paperWords';
import type { CurvePoint } from '@shared/temperatures/contract';
import { dayOf } from '@shared/time';
import type { CommunityDoc } from '../../accounts';
import type { Paper, PaperContent } from '../../platform/pdf';
import type { CaseDoc } from '../../requests';
import type { ObservationDoc } from '../model';
import { drawCurve } from './curveDrawing';
import { clockText, dayText, facts, foot, heading, rows, title } from './paperParts';

export interface RecordOf {
  /** Chinese, English. */
  title: [zh: string, en: string];
  /** Who, where, and how long. */
  facts: (readonly [string, string])[];
  firstDay: string;
  lastDay: string;
  tests: ObservationDoc['tests'];
  community: CommunityDoc;
  points: CurvePoint[];
  feverCelsius: number;
  fevers: CaseDoc[];
  now: Date;
}

/** The record as a paper; facts only, in the order in which a doctor asks for them. */
export function recordPaper(of: RecordOf): Paper {
  const { community, firstDay, lastDay, points, feverCelsius, fevers, tests, now } = of;
  const standing = points.filter(({ corrected }) => !corrected);
  return {
    info: { title: of.title[0] },
    footer: foot(`${community.name}  ${clockText(now)} 打印  值班电话 ${community.duty.phone}`),
    content: [
      title(...of.title),
      facts(of.facts),
      heading('体温曲线', `Fever line ${feverCelsius.toFixed(1)} ℃`),
      { svg: drawCurve(standing, { firstDay, lastDay: laterOf(lastDay, standing), feverCelsius }) },
      ...feverPart(fevers),
      ...testPart(tests),
      heading('每次体温', `Readings: ${standing.length}`),
      standing.length ? readingTable(standing, feverCelsius) : '没有记录',
    ],
  };
}

/** An observation that is over may have later readings: the drawing goes on to the last of them. */
const laterOf = (lastDay: string, points: CurvePoint[]): string => {
  const last = points.at(-1);
  const day = last ? dayOf(last.takenAt) : lastDay;
  return day > lastDay ? day : lastDay;
};

const readingTable = (points: CurvePoint[], feverCelsius: number): PaperContent =>
  rows(
    ['时间', '体温', '方法', '症状', '退热药', '谁填的'],
    [70, 48, 70, '*', 40, 84],
    points.map(({ takenAt, celsius, method, symptoms, medicine, filledBy }) => [
      clockText(takenAt),
      {
        text: `${celsius.toFixed(1)} ℃`,
        bold: celsius >= feverCelsius,
        color: celsius >= feverCelsius ? '#B3261E' : '#000000',
      },
      methodWords[method],
      symptoms.map((code) => symptomWords[code] ?? code).join('、') || '无',
      medicine ? '用了' : '没有',
      fillerWords[filledBy],
    ]),
  );

function feverPart(fevers: CaseDoc[]): PaperContent[] {
  if (!fevers.length) return [heading('发热与处理', 'Fevers'), '没有发热'];
  return [
    heading('发热与处理', 'Fevers and what was done'),
    rows(
      ['开始', '怎么处理', '结果'],
      [70, '*', 90],
      fevers.map((fever) => [
        clockText(fever.raisedAt),
        stepsOf(fever).join('\n') || '还没有人处理',
        fever.outcome
          ? `${outcomeWords[fever.outcome as 'recovered']} ${clockText(fever.closedAt ?? fever.raisedAt)}`
          : '处理中',
      ]),
    ),
  ];
}

/** What was done, without the notes: those are sealed and stay. */
const stepsOf = ({ history }: CaseDoc): string[] =>
  history.flatMap(({ at, step, result }) =>
    step ? [`${clockText(at)} ${stepWords[step as 'call']} ${resultWords[result ?? ''] ?? ''}`] : [],
  );

function testPart(tests: ObservationDoc['tests']): PaperContent[] {
  if (!tests.length) return [];
  return [
    heading('核酸检测', 'Tests'),
    rows(
      ['第几天', '采样', '结果'],
      [70, '*', 90],
      tests.map(({ day, takenOn, result }) => [
        `第 ${day} 天`,
        dayText(takenOn),
        resultWords[result] ?? result,
      ]),
    ),
  ];
}
