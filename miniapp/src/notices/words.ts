import type { NoticeCode } from '@shared/notices/codes';
import type { Params } from '@shared/problems';
import { dayIn, table, useWords } from '@/words';

type Said = Record<NoticeCode, (params: Params) => string>;

const zh: Said = {
  'return.declared': ({ door, people }) => `${door} 有 ${people} 人登记返回，请核实`,
  'return.tipped': ({ door }) => `有人告知 ${door} 有人回来了，请打电话问清楚`,
  'return.unverified': ({ door }) => `${door} 的返回登记过了时限，还没核实`,
  'return.verified': ({ door }) => `${door} 的返回登记已核实`,
  'return.rejected': ({ door }) => `${door} 的返回登记没有通过，请看原因`,
  'return.withdrawn': ({ door }) => `${door} 的返回登记已撤回`,
  'return.offered': ({ door, people }) =>
    door ? `${door} 的返回登记，已请别的社区接手` : `别的社区请我们接手 ${people} 人，请答复`,
  'return.handedOver': ({ door }) => `${door} 的返回登记，那边的社区已接手`,
  'return.refused': ({ door }) => `${door} 的返回登记，那边的社区没有接，还由我们负责`,
  'handover.unanswered': ({ people }) => `转社区的 ${people} 人过了时限，还没有答复`,
  'leaving.agree': ({ door }) => `${door} 的离开报备已同意`,
  'leaving.refuse': ({ door }) => `${door} 的离开报备没有同意，请看原因`,
  'leaving.withdraw': ({ door }) => `${door} 的离开报备已撤回`,
  'leaving.askAgain': ({ door }) => `${door} 要离开，那边的社区没有接，请重新决定`,
  'leaving.unanswered': ({ door }) => `${door} 的离开报备过了时限，还没有答复`,
  'household.joined': ({ door }) => `有一部手机绑定了 ${door}。不是家里人的，请告诉网格员`,
  'mandate.given': ({ door, until }) =>
    `${door} 请人代办，到 ${dayIn.zh(String(until))}为止。不是您家定的，请告诉网格员`,
  'mandate.ended': ({ door }) => `${door} 的代办结束了，您不能再替这一户办事`,
  'mandate.returned': ({ door }) => `替 ${door} 代办的人不再代办了`,
  'correction.proposed': ({ door }) => `楼栋长报来 ${door} 的改动，请核对`,
  'correction.applied': ({ door }) => `您报的 ${door} 的改动，已改好`,
  'correction.refused': ({ door }) => `您报的 ${door} 的改动，核对后没有改`,
};

const en: Said = {
  'return.declared': ({ door, people }) => `${door}: ${people} declared a return; please verify`,
  'return.tipped': ({ door }) => `Somebody came back to ${door}, we were told; please call`,
  'return.unverified': ({ door }) => `${door}: a return is overdue and not verified`,
  'return.verified': ({ door }) => `${door}: the return is verified`,
  'return.rejected': ({ door }) => `${door}: the return was not accepted; see why`,
  'return.withdrawn': ({ door }) => `${door}: the return was taken back`,
  'return.offered': ({ door, people }) =>
    door
      ? `${door}: another community is asked to take over`
      : `Another community asks us to take over ${people}; please answer`,
  'return.handedOver': ({ door }) => `${door}: the other community has taken over`,
  'return.refused': ({ door }) => `${door}: the other community has refused; we still answer for it`,
  'handover.unanswered': ({ people }) => `The handover of ${people} is overdue without an answer`,
  'leaving.agree': ({ door }) => `${door}: the leaving is agreed`,
  'leaving.refuse': ({ door }) => `${door}: the leaving is refused; see why`,
  'leaving.withdraw': ({ door }) => `${door}: the leaving was taken back`,
  'leaving.askAgain': ({ door }) => `${door}: the other community has refused a leaving; decide again`,
  'leaving.unanswered': ({ door }) => `${door}: a leaving is overdue without an answer`,
  'household.joined': ({ door }) =>
    `A phone was added to ${door}. If it is nobody of yours, tell the grid worker`,
  'mandate.given': ({ door, until }) =>
    `Somebody may act for ${door} until ${dayIn.en(String(until))}. If you did not wish it, tell the grid worker`,
  'mandate.ended': ({ door }) => `You may not act for ${door} any more`,
  'mandate.returned': ({ door }) => `Whoever acted for ${door} has stopped`,
  'correction.proposed': ({ door }) => `The building head tells of a change at ${door}; please check`,
  'correction.applied': ({ door }) => `What you told of ${door} is done`,
  'correction.refused': ({ door }) => `What you told of ${door} was checked and not done`,
};

const words = table(
  { title: '消息', none: '还没有消息', more: '再看一些', fresh: '新', said: zh },
  { title: 'Messages', none: 'No messages yet', more: 'More', fresh: 'new', said: en },
);
export const useNoticeWords = () => useWords(words);
