import { table, useWords } from '@/words';

const words = table(
  {
    title: '分诊台登记',
    who: '谁来登记',
    another: '一起来的，再加一位',
    where: '住在哪里',
    journey: '怎么回来的',
    send: '登记',
    done: '登记好了',
    received: '已登记，等核实',
    answers: '由谁核实',
    until: '最晚',
    next: '登记下一位',
  },
  {
    title: 'Desk',
    who: 'Who is it',
    another: 'Add somebody who came along',
    where: 'Where they live',
    journey: 'How they came',
    send: 'Register',
    done: 'Registered',
    received: 'Registered, to be verified',
    answers: 'Verified by',
    until: 'Before',
    next: 'The next one',
  },
);
export const useDeskWords = () => useWords(words);
