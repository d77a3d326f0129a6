export { noticeEndpoints } from './endpoints';
export { messageWorks } from './messageWork';
export { Messages, type Telling } from './model';
export { refuseWithoutPort, sendMessage, type ToSend } from './sendMessage';
export { moveSubscriptions } from './subscriptions';
export { tell } from './tell';
export { tellByCredit } from './tellByCredit';
export { type PhoneTelling, tellByPhone } from './tellByPhone';
export { type ToldAccount, toldAbout } from './toldAbout';
