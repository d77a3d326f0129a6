import type { FieldCode, FieldError, ProblemCode } from '@shared/problems';
import type { Problem } from '@/client/problem';
import { table, useWords } from '.';

const fields: Record<'zh' | 'en', Record<FieldCode, string>> = {
  zh: {
    required: '还没填',
    type: '格式不对',
    format: '格式不对',
    choice: '请选一个',
    tooShort: '太短了',
    tooLong: '太长了',
    tooFew: '太少了',
    tooMany: '太多了',
    tooSmall: '太小了',
    tooBig: '太大了',
    unknownField: '多余的内容',
    'name.characters': '姓名里有不能用的字符',
    'name.mismatch': '姓名和证件对不上',
    'document.format': '身份证号应为 18 位',
    'document.date': '证件里的出生日期不存在',
    'document.check': '证件号码有误，请核对最后几位',
    'document.twice': '这个证件号码已经填过了',
    'document.rounded': '证件号码被表格存成了数字，后几位已丢失，请改成文本重填',
    'phone.format': '请填 11 位手机号，国外号码前面加 +',
    'phone.otherName': '这个电话在别人名下，请核对姓名和电话',
    'password.wrong': '密码不对',
    'password.own': '密码里不要有自己的姓名或电话',
    'password.simple': '太容易猜到，换一个长一点、乱一点的',
    'password.same': '要和一次性密码不一样',
    'grid.unknown': '找不到这个网格',
    'grid.none': '请选负责的网格',
    'room.missing': '请填房号',
    'building.unknown': '请填楼栋',
    'person.twoDwellings': '同一个人填在了两处房屋',
    'value.masked': '这里是遮住的内容，请填原文',
    'time.tooEarly': '太早了，只能登记 30 天内回来的',
    'time.tooLate': '太晚了，最多提前 2 天登记',
    'time.order': '离开时间要在到达之前',
    'dwelling.unknown': '找不到这个门牌',
    'grid.overlap': '有门牌已经归别的网格或包片了',
    'grid.level': '级别要比上级网格小、比下级网格大',
    'person.unknown': '这个人已经不是网格员或网格长了，请重选',
    'absence.tooLong': '一次最多请 180 天',
    'community.unknown': '请选另一个社区',
    'household.unknown': '找不到这一户',
    'division.unknown': '请重新选择来自哪里',
    'country.unknown': '请从列表里选国家或地区',
    'reading.confirmRange': '这个体温少见，请再量一次确认',
    'reading.confirmOld': '这是 12 小时前量的，请确认',
  },
  en: {
    required: 'Please fill in',
    type: 'Not valid',
    format: 'Not valid',
    choice: 'Choose from the list',
    tooShort: 'Too short',
    tooLong: 'Too long',
    tooFew: 'Too few',
    tooMany: 'Too many',
    tooSmall: 'Too small',
    tooBig: 'Too large',
    unknownField: 'Not expected',
    'name.characters': 'A character that cannot be used',
    'name.mismatch': 'Name and document do not match',
    'document.format': 'Should have 18 characters',
    'document.date': 'The birth date in it does not exist',
    'document.check': 'Check the number, it has a mistake',
    'document.twice': 'This document was given already',
    'document.rounded': 'The sheet kept this number without its last digits; enter it as text',
    'phone.format': 'Give the whole telephone number',
    'phone.otherName': 'This telephone is kept under another name; check both',
    'password.wrong': 'The password is wrong',
    'password.own': 'Not your own name or telephone',
    'password.simple': 'Too easy to guess; take a longer, less orderly one',
    'password.same': 'Must differ from the one-time password',
    'grid.unknown': 'No such grid',
    'grid.none': 'Choose the grids',
    'room.missing': 'Give the room',
    'building.unknown': 'Give the building',
    'person.twoDwellings': 'One person stands in two dwellings',
    'value.masked': 'This is a masked text; enter the real one',
    'time.tooEarly': 'Too early',
    'time.tooLate': 'Too late',
    'time.order': 'Leaving comes before arriving',
    'dwelling.unknown': 'No such door',
    'grid.overlap': 'Another grid or patch has some of these doors',
    'grid.level': 'The level must lie between the grid above and those below',
    'person.unknown': 'No longer a worker or leader; choose again',
    'absence.tooLong': 'At most 180 days at once',
    'community.unknown': 'Choose another community',
    'household.unknown': 'No such household',
    'division.unknown': 'Choose the place again',
    'country.unknown': 'Choose the country from the list',
    'reading.confirmRange': 'Unusual; measure again to confirm',
    'reading.confirmOld': 'Taken over 12 hours ago; confirm',
  },
};
const special = table(
  {
    noPeople: '请点一下谁回来了',
    manyPeople: '最多 12 位，多的请另外登记',
    celsius: '体温要三个数字，如 36.5',
    start: '这一天和行程对不上，请先核对行程',
    leaves: '只能报 30 天内的离开',
  },
  {
    noPeople: 'Tap who came back',
    manyPeople: 'At most 12 people; register the others apart',
    celsius: 'Three digits, such as 36.5',
    start: 'This day does not fit the journey; check that first',
    leaves: 'Only leavings within 30 days',
  },
);
/** What is wrong with a field; some fields have words of their own. */
export function useFieldWords(): (fault: Pick<FieldError, 'path' | 'code'>) => string {
  const words = useWords(fields);
  const own = useWords(special);
  return ({ path, code }) => {
    if (path === 'people' && code === 'tooFew') return own.noPeople;
    if (path === 'people' && code === 'tooMany') return own.manyPeople;
    if (path === 'startEvent.at') return own.start;
    if (path === 'leavesAt' && code.startsWith('time')) return own.leaves;
    if (path.endsWith('celsius') && code === 'format') return own.celsius;
    return words[code];
  };
}

const general = table(
  {
    movedOn: '刚刚有人处理过了，请看最新情况',
    movedOnBy: (who: string) => `${who} 刚刚处理过了，请看最新情况`,
    elsewhere: '这位居民已有登记，请打电话给社区',
    incomplete: '还没填是谁、怎么回来的，请先打电话问清楚',
    unplaced: '地址还没落位，请等社区办公室',
    tooManyChanges: '改得太多次了，请打电话给网格员',
    notAllowed: '您的身份不能做这件事',
    tooMany: '点得太快了，请等一分钟再试',
    passwordWrong: '电话或密码不对；忘了请找办公室要一个新的一次性密码',
    mustChange: '请先把一次性密码换成自己的',
    staffAlready: '这个人已经是这个身份了',
    lastHead: '办公室至少要留一位负责人',
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
    noMessages: '现在发不了验证码，请打电话给社区',
    signIn: '请重新登录',
    other: '没有成功，请稍后再试或打电话给社区',
  },
  {
    movedOn: 'Somebody has just dealt with it; see how it is now',
    movedOnBy: (who: string) => `${who} has just dealt with it; see how it is now`,
    elsewhere: 'This person has a declaration; call the community',
    incomplete: 'Who it is and how they came is not filled in yet; call first',
    unplaced: 'The office has not placed this address yet',
    tooManyChanges: 'Changed too often; call the grid worker',
    notAllowed: 'You may not do this here',
    tooMany: 'Too many tries; wait a minute',
    passwordWrong: 'Telephone or password is wrong; the office can give a new one-time password',
    mustChange: 'Choose a password of your own first',
    staffAlready: 'This person already serves in this role',
    lastHead: 'The office keeps at least one head',
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
    'code.wrong': words.codeWrong,
    'message.unavailable': words.noMessages,
    'password.wrong': words.passwordWrong,
    'password.mustChange': words.mustChange,
    'staff.already': words.staffAlready,
    'staff.lastHead': words.lastHead,
    'staff.keptElsewhere': words.keptElsewhere,
    'staff.loginTaken': words.loginTaken,
    'membership.ended': words.ended,
    'membership.movedOn': words.movedOn,
    'invitation.invalid': words.invitation,
    'wechat.notSignedIn': words.notWechat,
    'wechat.isStaff': words.wechatTaken,
    'import.running': words.importRunning,
    'import.unreadable': words.importUnreadable,
    'grid.movedOn': words.gridMovedOn,
    'absence.overlaps': words.absenceOverlaps,
    destroyed: words.destroyed,
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
