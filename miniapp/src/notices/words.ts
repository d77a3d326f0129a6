import type { NoticeCode } from '@shared/notices/codes';
import type { Params } from '@shared/problems';
import { dayIn, table, useWords } from '@/words';

type Said = Record<NoticeCode, (params: Params) => string>;

/** Which half of the day something is owed in. */
const halfOf: Record<'zh' | 'en', Record<string, string>> = {
  zh: { morning: '早上', evening: '晚上' },
  en: { morning: 'morning', evening: 'evening' },
};

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
  'observation.check': ({ door }) => `今天是居家观察最后一天（${door} 等），请做期满检查`,
  'observation.leader': ({ door }) => `居家观察期满，还没解除（${door} 等），请催办`,
  'observation.head': ({ door }) => `居家观察期满，到下午还没解除（${door} 等），请处理`,
  'observation.released': ({ door }) => `${door} 的居家观察已解除，不用再报体温了`,
  'observation.deliver': ({ door }) => `${door} 的居家观察已解除，家里没有人能收到消息，请送解除通知书`,
  'observation.replanned': ({ door, lastDay }) =>
    `${door} 的居家观察日期改了，最后一天是 ${dayIn.zh(String(lastDay))}`,
  'observation.returned': ({ door }) => `${door} 有人回家了，居家观察接着做`,
  'observation.annulled': ({ door }) => `${door} 的居家观察是误开的，已取消`,
  'observation.died': ({ door }) => `${door} 有人去世，体温不用再报了，请办理解除观察`,
  'observation.positive': ({ door }) => `${door} 有人核酸阳性，请马上处理`,
  'household.joined': ({ door }) => `有一部手机绑定了 ${door}。不是家里人的，请告诉网格员`,
  'mandate.given': ({ door, until }) =>
    `${door} 请人代办，到 ${dayIn.zh(String(until))}为止。不是您家定的，请告诉网格员`,
  'mandate.ended': ({ door }) => `${door} 的代办结束了，您不能再替这一户办事`,
  'mandate.returned': ({ door }) => `替 ${door} 代办的人不再代办了`,
  'correction.proposed': ({ door }) => `楼栋长报来 ${door} 的改动，请核对`,
  'correction.applied': ({ door }) => `您报的 ${door} 的改动，已改好`,
  'correction.refused': ({ door }) => `您报的 ${door} 的改动，核对后没有改`,
  'temperature.remind': () => `一小时后要报体温`,
  'temperature.due': ({ door, window }) => `${door} ${halfOf.zh[String(window)]}的体温还没报，请现在量一下`,
  'temperature.contact': ({ door, window }) =>
    `${door} 家里有人${halfOf.zh[String(window)]}的体温还没报，请帮着报一下`,
  'temperature.call': ({ door, window }) =>
    `${halfOf.zh[String(window)]}的体温还有人没报（${door} 等），请打电话`,
  'temperature.leader': ({ door, window }) =>
    `${halfOf.zh[String(window)]}的体温过了两小时还有人没报（${door} 等）`,
  'temperature.missed': ({ door, window }) =>
    `${halfOf.zh[String(window)]}的体温有人漏报了（${door} 等），请看名单`,
  'visit.due': ({ door }) => `今天的随访还有没做的（${door} 等）`,
  'visit.leader': ({ door }) => `今天的随访过了时限还没做（${door} 等）`,
  'visit.office': ({ door }) => `今天的随访漏了（${door} 等）`,
  'trash.due': ({ door }) => `今天的垃圾还有没收的（${door} 等）`,
  'trash.leader': ({ door }) => `今天的垃圾过了时限还没收（${door} 等）`,
  'trash.office': ({ door }) => `今天的垃圾有几户没收（${door} 等）`,
  'secondReading.again': ({ door }) => `${door} 请再量一次体温`,
  'secondReading.call': ({ door }) => `${door} 发热后还没再量，请打电话问`,
  'fever.raised': ({ door }) => `${door} 有人发热或不舒服，请马上看`,
  'fever.worse': ({ door }) => `${door} 发热加重了，请马上看`,
  'fever.positive': ({ door }) => `${door} 发热的人检测阳性，请马上处理`,
  'fever.leader': ({ door }) => `${door} 发热 10 分钟没人接，请马上看`,
  'fever.duty': ({ door }) => `${door} 发热 20 分钟没人接，现在由值班负责人负责`,
  'fever.all': ({ door }) => `${door} 发热 30 分钟还没人接，请直接打电话`,
  'fever.unhandled': ({ door }) => `${door} 发热有人接了，一小时还没处理`,
  'fever.unclosed': ({ door }) => `${door} 发热处理一天了还没有结果`,
  'fever.acknowledge': ({ door }) => `${door} 的发热有人接了，会打电话给您`,
  'fever.take': ({ door }) => `${door} 的发热换了人负责，会打电话给您`,
  'fever.reassign': ({ door }) => `${door} 的发热换了人负责`,
  'fever.close': ({ door }) => `${door} 的发热处理完了，请看结果`,
  'fever.reopen': ({ door }) => `${door} 的发热重新打开了，请再看`,
  'errand.placed': ({ door }) => `${door} 下了单，请接单`,
  'errand.runningLow': ({ door }) => `${door} 上次配的药快吃完了，还要配吗？`,
  'errand.carrierLeft': ({ door }) => `${door} 的东西已经买了，拿着的人不在岗了，请马上安排人送`,
  'errand.waiting': ({ door }) => `${door} 的单 30 分钟没人接，请安排`,
  'errand.leader': ({ door }) => `${door} 的单 1 小时没人接，请安排人`,
  'errand.office': ({ door }) => `${door} 的单 2 小时没人接，请处理`,
  'errand.carrying': ({ door }) => `${door} 的东西买好 1 小时了，还没送`,
  'errand.carryingLeader': ({ door }) => `${door} 的东西买好 2 小时了，还没送，请催办`,
  'errand.onTheWay': ({ door }) => `${door} 的单出门 1 小时了，还没送到`,
  'errand.onTheWayLeader': ({ door }) => `${door} 的单出门 2 小时了，还没送到，请催办`,
  'errand.accept': ({ door }) => `${door} 的单有人接了`,
  'errand.decline': ({ door }) => `${door} 的单接单人办不了，请重新安排`,
  'errand.lapse': ({ door }) => `${door} 的单接了没办，已放回待接单`,
  'errand.ask': ({ door }) => `${door} 的单有一件事要您定，请看一下`,
  'errand.answer': ({ door }) => `${door} 的住户回答了`,
  'errand.buy': ({ door }) => `${door} 的东西买好了`,
  'errand.pass': ({ door }) => `${door} 的东西买好了，等人送上门`,
  'errand.leave': ({ door }) => `${door} 的单出门了，很快就到`,
  'errand.deliver': ({ door }) => `${door} 的单送到了，请确认；不对请在 12 小时内说`,
  'errand.nobodyHome': ({ door }) => `${door} 送上门时没有人应，会再来`,
  'errand.object': ({ door }) => `${door} 的住户说没有收好，请看原因`,
  'errand.cancel': ({ door }) => `${door} 的单取消了`,
  'errand.reassign': ({ door }) => `${door} 的单换了人`,
  'errand.handOver': ({ door }) => `${door} 的单转交给别人了`,
  'errand.money.settle': ({ door }) => `${door} 垫的钱记成已收了，请核对`,
  'errand.money.object': ({ door }) => `${door} 的住户说垫的钱没有这样还，请看原因`,
  'errand.money.waive': ({ door }) => `${door} 垫的钱由社区付`,
  'errand.reconcile': ({ door }) => `${door} 的单有人在没网时也办了，请核对`,
  'errand.reconcileLate': ({ door }) => `${door} 的单两边写的不一样，还没有人核对，请处理`,
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
  'observation.check': ({ door }) => `Last day of an observation (${door} and others); please do the check`,
  'observation.leader': ({ door }) => `An observation is over and not released (${door} and others)`,
  'observation.head': ({ door }) =>
    `An observation is over and in the afternoon still not released (${door} and others)`,
  'observation.released': ({ door }) => `${door}: the observation is over; no more temperatures are owed`,
  'observation.deliver': ({ door }) =>
    `${door}: the observation is over and nobody at home can be told; please bring the release notice`,
  'observation.replanned': ({ door, lastDay }) =>
    `${door}: the dates of the observation changed; its last day is ${dayIn.en(String(lastDay))}`,
  'observation.returned': ({ door }) => `${door}: somebody is back home; the observation goes on`,
  'observation.annulled': ({ door }) => `${door}: the observation was opened by mistake and is taken back`,
  'observation.died': ({ door }) =>
    `${door}: somebody has died; nothing is asked for any more, please release the observation`,
  'observation.positive': ({ door }) => `${door}: a test is positive; please look at once`,
  'household.joined': ({ door }) =>
    `A phone was added to ${door}. If it is nobody of yours, tell the grid worker`,
  'mandate.given': ({ door, until }) =>
    `Somebody may act for ${door} until ${dayIn.en(String(until))}. If you did not wish it, tell the grid worker`,
  'mandate.ended': ({ door }) => `You may not act for ${door} any more`,
  'mandate.returned': ({ door }) => `Whoever acted for ${door} has stopped`,
  'correction.proposed': ({ door }) => `The building head tells of a change at ${door}; please check`,
  'correction.applied': ({ door }) => `What you told of ${door} is done`,
  'correction.refused': ({ door }) => `What you told of ${door} was checked and not done`,
  'temperature.remind': () => `A temperature is due in an hour`,
  'temperature.due': ({ door, window }) =>
    `${door}: the ${halfOf.en[String(window)]} temperature is due; please measure now`,
  'temperature.contact': ({ door, window }) =>
    `${door}: somebody has not reported the ${halfOf.en[String(window)]} temperature; please help`,
  'temperature.call': ({ door, window }) =>
    `${halfOf.en[String(window)]} temperatures are missing (${door} and others); please call`,
  'temperature.leader': ({ door, window }) =>
    `${halfOf.en[String(window)]} temperatures are two hours late (${door} and others)`,
  'temperature.missed': ({ door, window }) =>
    `${halfOf.en[String(window)]} temperatures were missed (${door} and others); see the list`,
  'visit.due': ({ door }) => `Follow-ups are still owed today (${door} and others)`,
  'visit.leader': ({ door }) => `Follow-ups are overdue today (${door} and others)`,
  'visit.office': ({ door }) => `Follow-ups were missed today (${door} and others)`,
  'trash.due': ({ door }) => `Trash is still at doors today (${door} and others)`,
  'trash.leader': ({ door }) => `Trash is overdue today (${door} and others)`,
  'trash.office': ({ door }) => `Trash was not collected today (${door} and others)`,
  'secondReading.again': ({ door }) => `${door}: please measure once more`,
  'secondReading.call': ({ door }) => `${door}: not measured again after a fever; please call`,
  'fever.raised': ({ door }) => `${door}: a fever or symptoms; please look at once`,
  'fever.worse': ({ door }) => `${door}: the fever got worse; please look at once`,
  'fever.positive': ({ door }) => `${door}: the test of a fever is positive; please look at once`,
  'fever.leader': ({ door }) => `${door}: a fever unanswered for 10 minutes`,
  'fever.duty': ({ door }) =>
    `${door}: a fever unanswered for 20 minutes; the duty officer answers for it now`,
  'fever.all': ({ door }) => `${door}: a fever unanswered for 30 minutes; please call directly`,
  'fever.unhandled': ({ door }) => `${door}: a fever was acknowledged an hour ago and not looked into`,
  'fever.unclosed': ({ door }) => `${door}: a fever has had no outcome for a day`,
  'fever.acknowledge': ({ door }) => `${door}: somebody looks after the fever and will call you`,
  'fever.take': ({ door }) => `${door}: somebody else looks after the fever now and will call you`,
  'fever.reassign': ({ door }) => `${door}: somebody else looks after the fever now`,
  'fever.close': ({ door }) => `${door}: the fever is looked after; see the outcome`,
  'fever.reopen': ({ door }) => `${door}: the fever was opened again; please look`,
  'errand.placed': ({ door }) => `${door}: something is ordered; please accept it`,
  'errand.runningLow': ({ door }) => `${door}: the medicine of the last order runs low; order again?`,
  'errand.carrierLeft': ({ door }) =>
    `${door}: it is bought, and whoever has it serves no longer; find somebody now`,
  'errand.waiting': ({ door }) => `${door}: an order nobody accepted for 30 minutes`,
  'errand.leader': ({ door }) => `${door}: an order nobody accepted for an hour; find somebody`,
  'errand.office': ({ door }) => `${door}: an order nobody accepted for two hours`,
  'errand.carrying': ({ door }) => `${door}: bought an hour ago and not brought yet`,
  'errand.carryingLeader': ({ door }) => `${door}: bought two hours ago and not brought yet`,
  'errand.onTheWay': ({ door }) => `${door}: on the way for an hour and not there`,
  'errand.onTheWayLeader': ({ door }) => `${door}: on the way for two hours and not there`,
  'errand.accept': ({ door }) => `${door}: somebody has accepted the order`,
  'errand.decline': ({ door }) => `${door}: whoever accepted the order cannot do it; find somebody else`,
  'errand.lapse': ({ door }) => `${door}: the order was accepted and not done; it waits again`,
  'errand.ask': ({ door }) => `${door}: a question about the order; please answer`,
  'errand.answer': ({ door }) => `${door}: the household has answered`,
  'errand.buy': ({ door }) => `${door}: it is bought`,
  'errand.pass': ({ door }) => `${door}: it is bought and waits for somebody to bring it`,
  'errand.leave': ({ door }) => `${door}: on the way to you`,
  'errand.deliver': ({ door }) => `${door}: delivered; please confirm, or object within 12 hours`,
  'errand.nobodyHome': ({ door }) => `${door}: nobody opened; somebody comes again`,
  'errand.object': ({ door }) => `${door}: the household objects; see why`,
  'errand.cancel': ({ door }) => `${door}: the order is cancelled`,
  'errand.reassign': ({ door }) => `${door}: somebody else brings the order`,
  'errand.money.settle': ({ door }) =>
    `${door}: what was laid out is written down as given back; please check`,
  'errand.money.object': ({ door }) => `${door}: the household says the money was not given back like that`,
  'errand.money.waive': ({ door }) => `${door}: the community bears what was laid out`,
  'errand.handOver': ({ door }) => `${door}: the order was handed to somebody else`,
  'errand.reconcile': ({ door }) => `${door}: somebody did it as well, without network; please find out`,
  'errand.reconcileLate': ({ door }) =>
    `${door}: it was done twice or differently, and nobody has found out yet`,
};

const words = table(
  { title: '消息', none: '还没有消息', more: '再看一些', fresh: '新', said: zh },
  { title: 'Messages', none: 'No messages yet', more: 'More', fresh: 'new', said: en },
);
export const useNoticeWords = () => useWords(words);
