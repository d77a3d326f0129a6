import { table, useWords } from '@/words';

const words = table(
  {
    title: '请住户绑定',
    choose: '给哪一位绑定手机',
    bound: '已绑定',
    notBound: '还没绑定',
    scan: '请对方用手机扫这个码',
    asks: { document: '然后填证件号码后四位', phone: '没有证件：填登记电话的后四位' },
    left: (text: string) => `${text} 后失效，只能用一次`,
    over: '这个码已失效',
    again: '再出一个码',
    other: '换一位',
    unbind: '解除这一位现在的绑定',
    unbindAsk: '手机丢了或绑错了人：所有绑定这一位的账号马上失效。',
    unbindYes: '确认解除',
    keep: '先不解除',
    picture: (name: string) => `${name} 的绑定码`,
    nothing: '档案里没有证件也没有电话，请先补上一样',
  },
  {
    title: 'Add a phone',
    choose: 'Whose phone is it',
    bound: 'added',
    notBound: 'no phone yet',
    scan: 'Let them scan this with their phone',
    asks: {
      document: 'then give the last four of the document',
      phone: 'no document: the last four of the telephone on file',
    },
    left: (text: string) => `Ends in ${text}; works once`,
    over: 'This code has ended',
    again: 'Show a new one',
    other: 'Somebody else',
    unbind: 'Take away the phones of this person',
    unbindAsk: 'A lost phone or the wrong person: every account of this person stops at once.',
    unbindYes: 'Take them away',
    keep: 'Keep them',
    picture: (name: string) => `Code for ${name}`,
    nothing: 'Neither document nor telephone on file; add one first',
  },
);
export const useInviteWords = () => useWords(words);
