import { table, useWords } from '@/words';

const zhPosts: Record<string, string> = {
  patch: '包片的人',
  primary: '网格员',
  deputy: '副手',
  leader: '网格长',
  health: '卫生站',
  counsellor: '心理咨询师',
  officeHead: '办公室负责人',
  taken: '已接手的人',
  duty: '社区值班电话',
};
const enPosts: Record<string, string> = {
  patch: 'patch worker',
  primary: 'grid worker',
  deputy: 'deputy',
  leader: 'grid leader',
  health: 'health station',
  counsellor: 'counsellor',
  officeHead: 'head of the office',
  taken: 'whoever took it',
  duty: 'duty telephone',
};
type Params = Record<string, unknown>;
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const words = table(
  {
    title: '看谁负责',
    door: '门牌，如 3-2-501',
    find: '查一查',
    noDoor: (door: string) => `花名册里没有 ${door}，请核对楼栋、单元和房号`,
    several: '有几处同样的门牌，请点一处',
    call: (name: string) => `打电话给 ${name}`,
    when: '什么时候',
    now: '现在',
    moment: '另选时间',
    momentLabel: '要看的时间',
    day: '日期',
    time: '时间',
    askedFor: (at: string) => `${at} 归谁管`,
    answers: '归谁管',
    called: (name: string) => `急事先打给 ${name}`,
    why: '为什么是这个人',
    step: (code: string, p: Params) => {
      if (code === 'place') return `在“${textOf(p.grid)}”`;
      if (code === 'place.unlisted') return '不在任何网格里';
      const who = `${textOf(p.grid)} ${textOf(p.patch)} ${zhPosts[textOf(p.post)] ?? ''}`.trim();
      if (code === 'absent') return `${who}：不在岗`;
      return code === 'offDuty' ? `${who}：这时不值班` : who;
    },
  },
  {
    title: 'Who answers',
    door: 'Door, such as 3-2-501',
    find: 'Find',
    noDoor: (door: string) => `${door} is not in the roster; check building, unit and room`,
    several: 'Several doors have this number; tap one',
    call: (name: string) => `Call ${name}`,
    when: 'When',
    now: 'Now',
    moment: 'Another time',
    momentLabel: 'The moment',
    day: 'Day',
    time: 'Time',
    askedFor: (at: string) => `Who answers at ${at}`,
    answers: 'Who answers',
    called: (name: string) => `For urgent things call ${name} first`,
    why: 'Why this person',
    step: (code: string, p: Params) => {
      if (code === 'place') return `Lies in “${textOf(p.grid)}”`;
      if (code === 'place.unlisted') return 'Lies in no grid';
      const who = `${textOf(p.grid)} ${textOf(p.patch)} ${enPosts[textOf(p.post)] ?? ''}`.trim();
      if (code === 'absent') return `${who}: absent`;
      return code === 'offDuty' ? `${who}: not on duty then` : who;
    },
  },
);
export const useResponsibleWords = () => useWords(words);
