import type { ProblemCode } from '@shared/problems';
import { Problem } from '@/client/problem';
import { table, useWords } from '.';

const general = table(
  {
    movedOn: '刚刚有人处理过了，请看最新情况',
    movedOnBy: (who: string) => `${who} 刚刚处理过了，请看最新情况`,
    elsewhere: '这位居民已有登记，请打电话给社区',
    rosterMovedOn: '刚刚有人改过了，请看最新情况',
    known: '花名册里已有这个证件的人，请先查找',
    openWork: '这个人的返回登记或观察还没结束，请先办完',
    minor: '满 18 岁才能自己决定',
    incomplete: '还没填是谁、怎么回来的，请先打电话问清楚',
    unplaced: '地址还没落位，请等社区办公室',
    tooManyChanges: '改得太多次了，请打电话给网格员',
    closedLongAgo: '结束超过 7 天了，有新情况请重新上报',
    nobodyReached: '没有联系上人，只能记一笔，还不算处理',
    enough: '这个时段已经记了很多次，请打电话给网格员',
    full: '这里已经记得太多，记不下了；请直接办下一步',
    notAllowed: '您的身份不能做这件事',
    tooMany: '点得太快了，请等一分钟再试',
    passwordWrong: '电话或密码不对；忘了请找办公室要一个新的一次性密码',
    mustChange: '请先把一次性密码换成自己的',
    staffAlready: '这个人已经是这个身份了',
    lastHead: '办公室至少要留一位负责人',
    noPhone: '这个人没有登记手机号，请先补上',
    keptElsewhere: '这个人还属于别的社区，请让系统管理员来办',
    loginTaken: '这个电话已有另一个账号，请让系统管理员来办',
    ended: '这个身份已经结束了',
    invitation: '邀请码不对或已过期，请办公室再给一个',
    notWechat: '请先用微信进入，再绑定',
    wechatTaken: '这个微信已经绑了另一位工作人员',
    tooManyLong: (minutes: number) => `次数太多了，请等 ${minutes} 分钟再试`,
    tooLarge: (mb: number) => `文件太大，最多 ${mb} MB。请删掉图片或拆成几份`,
    destroyed: '已经按期删除，看不到了',
    importRunning: '本社区正在导入另一份，请等它完成',
    importUnreadable: '这个文件读不了，请换 .xlsx 再试',
    gridOverlap: (p: Problem['params']) =>
      `${p.count} 户已经归“${p.grid}”：${p.doors}。请先从那里去掉，或改这里的范围`,
    gridMovedOn: '刚刚有人改过这个网格，请看最新的再改',
    gridNotEmpty: (p: Problem['params']) => `里面还有 ${p.count} 户或下级网格（${p.names}），请先改到别处`,
    absenceOverlaps: '这段时间已经请过假了，请先结束那一次',
    codeWrong: '验证码不对或已过期，请重新获取',
    missedMore: '又有漏报的体温，请看过再确认',
    tooEarly: '最后一天才能做期满检查',
    blocked: '还不能解除，请看缺什么',
    noMessages: '现在发不了验证码，请打电话给社区',
    signIn: '请重新登录',
    other: '没有成功，请稍后再试或打电话给社区',
  },
  {
    movedOn: 'Somebody has just dealt with it; see how it is now',
    movedOnBy: (who: string) => `${who} has just dealt with it; see how it is now`,
    elsewhere: 'This person has a declaration; call the community',
    rosterMovedOn: 'Somebody has just changed it; see how it is now',
    known: 'The roster has this document already; look for the person first',
    openWork: 'A return or an observation of this person is open; finish it first',
    minor: 'Only adults decide about this',
    incomplete: 'Who it is and how they came is not filled in yet; call first',
    unplaced: 'The office has not placed this address yet',
    tooManyChanges: 'Changed too often; call the grid worker',
    closedLongAgo: 'Closed over seven days ago; report it anew',
    nobodyReached: 'Nobody was reached: it can be noted, it is not looked into yet',
    enough: 'Enough is kept for this time; call the grid worker',
    full: 'Too much is written down here; go on to the next step',
    notAllowed: 'You may not do this here',
    tooMany: 'Too many tries; wait a minute',
    passwordWrong: 'Telephone or password is wrong; the office can give a new one-time password',
    mustChange: 'Choose a password of your own first',
    staffAlready: 'This person already serves in this role',
    lastHead: 'The office keeps at least one head',
    noPhone: 'No telephone is known of this person; add one first',
    keptElsewhere: 'This person also belongs to another community; ask the operator',
    loginTaken: 'Another account has this telephone; ask the operator',
    ended: 'This has ended already',
    invitation: 'The code is wrong or too old; ask the office for another',
    notWechat: 'Enter by WeChat first',
    wechatTaken: 'This WeChat belongs to another member of staff',
    tooManyLong: (minutes: number) => `Too many tries; wait ${minutes} minutes`,
    tooLarge: (mb: number) => `Too large; ${mb} MB at most. Remove pictures or divide it`,
    destroyed: 'It was deleted when its time was over',
    importRunning: 'Another import of this community is running; wait for it',
    importUnreadable: 'The file cannot be read; try an .xlsx',
    gridOverlap: (p: Problem['params']) =>
      `${p.count} doors belong to “${p.grid}”: ${p.doors}. Take them out there first, or change this`,
    gridMovedOn: 'Somebody has just changed this grid; look at it again first',
    gridNotEmpty: (p: Problem['params']) =>
      `${p.count} doors or grids still lie in it (${p.names}); give them to another one first`,
    absenceOverlaps: 'There is an absence in this time already; end that one first',
    codeWrong: 'The code is wrong or too old; ask for a new one',
    missedMore: 'More temperatures were missed; look at them first',
    tooEarly: 'The check begins on the last day',
    blocked: 'It cannot be released yet; see what is missing',
    noMessages: 'No code can be sent now; call the community',
    signIn: 'Sign in again',
    other: 'It did not work; try later or call the community',
  },
);
/** The sentence for a refusal as a whole; fields have their own. */
export function useProblemWords(): (problem: Problem) => string {
  const words = useWords(general);
  const byCode: Partial<Record<ProblemCode, string>> = {
    'return.movedOn': words.movedOn,
    'return.declaredElsewhere': words.elsewhere,
    'return.incomplete': words.incomplete,
    'return.unplaced': words.unplaced,
    'return.tooManyChanges': words.tooManyChanges,
    'leaving.movedOn': words.movedOn,
    'slot.movedOn': words.movedOn,
    'request.movedOn': words.movedOn,
    'request.tooLate': words.closedLongAgo,
    'request.nobodyReached': words.nobodyReached,
    'slot.full': words.enough,
    'request.full': words.full,
    'observation.full': words.full,
    'observation.movedOn': words.movedOn,
    'observation.missedMore': words.missedMore,
    'observation.tooEarly': words.tooEarly,
    'observation.blocked': words.blocked,
    'code.wrong': words.codeWrong,
    'message.unavailable': words.noMessages,
    'password.wrong': words.passwordWrong,
    'password.mustChange': words.mustChange,
    'staff.already': words.staffAlready,
    'staff.lastHead': words.lastHead,
    'staff.noPhone': words.noPhone,
    'staff.keptElsewhere': words.keptElsewhere,
    'staff.loginTaken': words.loginTaken,
    'membership.ended': words.ended,
    'membership.unknown': words.ended,
    'membership.movedOn': words.movedOn,
    'invitation.invalid': words.invitation,
    'wechat.notSignedIn': words.notWechat,
    'wechat.isStaff': words.wechatTaken,
    'import.running': words.importRunning,
    'import.unreadable': words.importUnreadable,
    'grid.movedOn': words.gridMovedOn,
    'absence.overlaps': words.absenceOverlaps,
    destroyed: words.destroyed,
    'roster.movedOn': words.rosterMovedOn,
    'resident.known': words.known,
    'resident.openWork': words.openWork,
    'resident.minor': words.minor,
    notAllowed: words.notAllowed,
    tooManyRequests: words.tooMany,
  };
  return ({ code, params, errors }) => {
    const minutes = Math.ceil(Number(params.seconds) / 60);
    if (code === 'tooManyRequests' && minutes > 1) return words.tooManyLong(minutes);
    if (code === 'body.tooLarge' && errors.some(({ path }) => path === 'file'))
      return words.tooLarge(Math.floor(Number(params.maximum) / 1_000_000));
    if (code === 'return.movedOn' && params.by) return words.movedOnBy(String(params.by));
    if (code === 'grid.overlap') return words.gridOverlap(params);
    if (code === 'grid.notEmpty') return words.gridNotEmpty(params);
    return byCode[code] ?? (code.startsWith('session.') ? words.signIn : words.other);
  };
}

/** Words of a refusal of which only the code was kept. */
export function useRefusalWords(): (code: ProblemCode) => string {
  const words = useProblemWords();
  return (code) =>
    words(new Problem({ code, params: {}, errors: [], type: '', title: '', status: 0, requestId: '' }));
}
