import { table, useWords } from '@/words';

const words = table(
  {
    title: '暖邻',
    privacyHead: '先请您看一下',
    privacy:
      '为了登记返回和居家观察，我们要用到：姓名、证件号码、电话、住址、行程和体温。\n只有您的网格员、卫生站和社区办公室能看到；每次查看原文都有记录，您看得到。\n观察解除 30 天后销毁。',
    refused: '不同意也可以：请打社区电话，由工作人员代办。',
    agree: '同意',
    disagree: '不同意',
    welcome: '您好，请登录',
    as: '我是（演示）',
    number: '第几位',
    enter: '进入',
    resident: '居民',
    worker: '网格员',
    leader: '网格长',
    office: '社区办公室',
  },
  {
    title: 'Nuanlin',
    privacyHead: 'Please read this first',
    privacy:
      'To register a return and the observation at home we use: name, document number, telephone, address, journey and temperature.\nOnly your grid worker, the health station and the community office see them; every opening is recorded and you can read the record.\nDestroyed 30 days after release.',
    refused: 'You may refuse: call the community and staff will do it for you.',
    agree: 'Agree',
    disagree: 'Do not agree',
    welcome: 'Please sign in',
    as: 'I am (demo)',
    number: 'Number',
    enter: 'Enter',
    resident: 'Resident',
    worker: 'Grid worker',
    leader: 'Grid leader',
    office: 'Office',
  },
);
export const useSignInWords = () => useWords(words);
