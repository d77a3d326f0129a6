import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { listDemoMessages } from './listDemoMessages';
import { listNotices } from './listNotices';
import { moveDemoClock } from './moveDemoClock';

export const noticeEndpoints: Binding[] = [
  endpoint(contracts.listNotices, { who: 'account', run: listNotices }),
  endpoint(contracts.listDemoMessages, { who: 'anyone', run: listDemoMessages }),
  endpoint(contracts.moveDemoClock, { who: 'anyone', run: moveDemoClock }),
];
