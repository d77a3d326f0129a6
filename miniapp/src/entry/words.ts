import type { Role } from '@shared/accounts/contract';
import type { OutboxEntry } from '@/client/outbox';
import { table, useWords } from '@/words';

const zhRoles: Record<Role, string> = {
  resident: '居民',
  worker: '网格员',
  leader: '网格长',
  health: '卫生服务站',
  counsellor: '心理咨询师',
  volunteer: '志愿者',
  buildingHead: '楼栋长',
  property: '物业',
  office: '社区办公室',
  street: '街道',
};
const enRoles: Record<Role, string> = {
  resident: 'Resident',
  worker: 'Grid worker',
  leader: 'Grid leader',
  health: 'Health station',
  counsellor: 'Counsellor',
  volunteer: 'Volunteer',
  buildingHead: 'Building head',
  property: 'Property',
  office: 'Office',
  street: 'Street',
};

const identity = table(
  {
    roles: zhRoles,
    asWhom: '我的身份',
    newcomer: '还没有身份',
    become: '换成',
    actsFor: (door: string) => `替 ${door} 办事`,
    signOut: '退出登录',
    password: '改密码',
    bind: '工作人员绑定微信',
    stay: '先不退出',
    leave: '退出，不发了',
    waiting: (n: number) => `还有 ${n} 件没有发出去，现在退出就丢了。`,
  },
  {
    roles: enRoles,
    asWhom: 'Signed in as',
    newcomer: 'nobody yet',
    become: 'Switch to',
    actsFor: (door: string) => `acting for ${door}`,
    signOut: 'Sign out',
    password: 'Change the password',
    bind: 'Staff: bind this WeChat',
    stay: 'Stay',
    leave: 'Sign out, do not send',
    waiting: (n: number) => `${n} not sent yet; signing out now loses it.`,
  },
);
export const useIdentityWords = () => useWords(identity);

const signIn = table(
  {
    title: '暖邻',
    slogan: '在家的每一天，都有人管',
    privacyHead: '先请您看一下',
    uses: '为了登记返回和居家观察，我们要用到：',
    fields: '姓名、证件号码、电话、住址、行程、体温和症状。',
    seen: '只有您的网格员、网格长、卫生站和社区办公室能看到；每次查看原文都有记录。',
    kept: '观察解除 30 天后销毁。',
    refused: '不同意也可以：请打社区电话，由工作人员为您代办。号码在楼门口的通知上。',
    agree: '同意',
    disagree: '不同意',
    welcome: '您好，请登录',
    as: '我是（演示用）',
    newcomer: '还没登记过的人',
    number: '第几位',
    enter: '进入',
    entering: '正在进入…',
    staff: '工作人员账号登录',
    numberFault: '请填数字，从 1 开始',
    unknown: '演示里没有这一位，请换个数字',
    failed: '没有登录上，请再试一次',
    expired: '登录过期了，请再进一次；填的内容还在',
  },
  {
    title: 'Nuanlin',
    slogan: 'Somebody answers for every day at home',
    privacyHead: 'Please read this first',
    uses: 'To register a return and the observation at home we use:',
    fields: 'name, document number, telephone, address, journey, temperature and symptoms.',
    seen: 'Only your grid worker, the grid leader, the health station and the community office see them; every opening is recorded.',
    kept: 'Destroyed 30 days after release.',
    refused:
      'You may refuse: call the community and staff will do it for you. The number is on the notice at the door of your building.',
    agree: 'Agree',
    disagree: 'Do not agree',
    welcome: 'Please sign in',
    as: 'I am (demo)',
    newcomer: 'Somebody new',
    number: 'Number',
    enter: 'Enter',
    entering: 'Entering…',
    staff: 'Staff: sign in by password',
    numberFault: 'Give a number, from 1 on',
    unknown: 'Nobody of that number in the demo',
    failed: 'You are not signed in. Please try again',
    expired: 'Your session has ended. Please enter once more; what you filled in is still here',
  },
);
export const useSignInWords = () => useWords(signIn);

/** What waits, by what is to be done with it. */
type Operations = Partial<Record<OutboxEntry['operation'], string>>;

const outbox = table(
  {
    title: '待发送',
    help: '已存在这部手机里，连上网会自动发送，不会重复。',
    none: '都发出去了',
    sendAll: '现在就发',
    home: '回首页',
    operations: {
      declareReturn: '登记返回',
      reportReading: '体温',
      reportHouseholdReadings: '一家人的体温',
      reportExtraReading: '健康打卡',
      logVisit: '随访记录',
      collectTrash: '收垃圾',
      skipSlot: '今天没有垃圾',
      placeRequest: '要帮忙',
      actOnRequest: '买菜跑腿的一步',
    } as Operations,
    other: '填好的内容',
    states: { waiting: '已存手机', sending: '发送中', refused: '没有通过' },
    keptAt: (at: string) => `${at} 填好`,
    mend: '改一改再发',
    discard: '不发了',
    reallyDiscard: '再点一下就删掉',
  },
  {
    title: 'Waiting to be sent',
    help: 'Kept on this phone; sent by itself, once, when there is a network.',
    none: 'Everything was sent',
    sendAll: 'Send now',
    home: 'Home',
    operations: {
      declareReturn: 'Registration of a return',
      reportReading: 'Temperature',
      logVisit: 'Follow-up',
      collectTrash: 'Trash',
      skipSlot: 'No trash today',
      placeRequest: 'Errand',
      actOnRequest: 'A step of an errand',
      reportHouseholdReadings: 'Temperatures of the household',
      reportExtraReading: 'Check-in',
    } as Operations,
    other: 'What was filled in',
    states: { waiting: 'kept on the phone', sending: 'sending', refused: 'not accepted' },
    keptAt: (at: string) => `filled in ${at}`,
    mend: 'Mend and send',
    discard: 'Do not send',
    reallyDiscard: 'Tap again to delete it',
  },
);
export const useOutboxWords = () => useWords(outbox);
