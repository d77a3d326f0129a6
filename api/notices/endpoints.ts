import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { listDemoMessages } from './listDemoMessages';
import { listNotices } from './listNotices';
import { listSubscriptions } from './listSubscriptions';
import { moveDemoClock } from './moveDemoClock';
import { saveSubscriptions } from './saveSubscriptions';

export const noticeEndpoints: Binding[] = [
  endpoint(contracts.listNotices, { who: 'account', run: listNotices }),
  endpoint(contracts.listDemoMessages, { who: 'anyone', run: listDemoMessages }),
  endpoint(contracts.moveDemoClock, { who: 'anyone', run: moveDemoClock }),
  endpoint(contracts.listSubscriptions, { who: 'account', run: listSubscriptions }),
  endpoint(contracts.saveSubscriptions, { who: 'account', run: saveSubscriptions }),
];
