export { noticeEndpoints } from './endpoints';
export { messageWork } from './messageWork';
export { Messages, type Telling, tell } from './model';
export { refuseWithoutPort, sendMessage, type ToTelephone } from './sendMessage';
