import { table, useWords } from '@/words';

const words = table(
  {
    switchedOff: '微信里关着“接收通知”，发不了提醒。想要提醒，请点右上角“…”，在“设置”里打开。',
    notAsked: '微信没有打开询问，请过一会儿再点一次。',
  },
  {
    switchedOff:
      'Notifications are off in WeChat, so no reminder can be sent. To get them, tap “…” at the top right and turn them on in Settings.',
    notAsked: 'WeChat did not open its question. Please tap again in a moment.',
  },
);
export const useTellingWords = () => useWords(words);
