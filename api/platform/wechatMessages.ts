import { inBeijing } from '@shared/time';
import type { Config } from './config';
import { MessageFailure, type MessagePort } from './messagePort';
import { type Wechat, WechatFailure, type WechatReason } from './wechat';

/** What is said of each occasion: at most 20 characters, and nothing of anybody: it is on WeChat’s servers. */
const texts: Record<string, string> = {
  'return.verified': '返回登记已核实，请点开看',
  'return.rejected': '返回登记没通过，请点开看原因',
  'temperature.remind': '一小时后要报体温，请先量好',
  'errand.accept': '您请的忙有人接了，请点开看',
  'errand.ask': '接单的人有一件事要问，请点开答',
  'errand.deliver': '您请的忙办好了，请点开确认',
  'errand.placed': '您的网格有新的一单，请点开看',
  'errand.answer': '您问的事有回答了，请点开看',
  'errand.object': '有住户说没有办好，请点开看',
};

/** Where a tap on it leads. No address says whose errand it is. */
const home = 'resident/home/index';
const ours = 'resident/errands/list/index';
const carried = 'carrying/list/index';
const pages: Record<string, string> = {
  'errand.accept': ours,
  'errand.ask': ours,
  'errand.deliver': ours,
  'errand.placed': carried,
  'errand.answer': carried,
  'errand.object': carried,
};

/** Worth another try; anything else will be refused again. */
const passing: readonly WechatReason[] = ['busy', 'unreachable', 'tokenExpired'];

/** Carries messages by WeChat, each on a consent of its reader; null where no template is set up. */
export function createWechatMessages({ wechat }: Pick<Config, 'wechat'>, client: Wechat): MessagePort | null {
  const templates = new Map(Object.entries(wechat.templates));
  if (!templates.size) return null;
  return {
    async send({ to, template, params }) {
      const chosen = templates.get(template);
      const { code = '' } = params;
      const text = texts[code];
      if (!chosen || !text) throw new MessageFailure('refused');
      const at = inBeijing(params.at ?? '').format('YYYY-MM-DD HH:mm');
      const data = { [chosen.what]: { value: text }, [chosen.when]: { value: at } };
      const message = { openid: to, templateId: chosen.id, page: pages[code] ?? home, data };
      try {
        await client.sendSubscribed(message);
        return null;
      } catch (error) {
        if (!(error instanceof WechatFailure)) throw error;
        if (error.reason === 'notAllowed') throw new MessageFailure('noConsent');
        throw new MessageFailure(passing.includes(error.reason) ? 'unreachable' : 'refused');
      }
    },
  };
}
