import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { createCodeSession } from './createCodeSession';
import { createDemoSession } from './createDemoSession';
import { createWechatSession } from './createWechatSession';
import { endSession } from './endSession';
import { listCommunities } from './listCommunities';
import { refreshSession } from './refreshSession';
import { requestSignInCode } from './requestSignInCode';
import { switchMembership } from './switchMembership';

export const accountEndpoints: Binding[] = [
  endpoint(contracts.createDemoSession, { who: 'anyone', run: createDemoSession }),
  endpoint(contracts.createWechatSession, { who: 'anyone', run: createWechatSession }),
  endpoint(contracts.requestSignInCode, { who: 'anyone', run: requestSignInCode }),
  endpoint(contracts.createCodeSession, { who: 'anyone', run: createCodeSession }),
  endpoint(contracts.refreshSession, { who: 'anyone', run: refreshSession }),
  endpoint(contracts.endSession, { who: 'account', run: endSession }),
  endpoint(contracts.switchMembership, { who: 'account', run: switchMembership }),
  endpoint(contracts.listCommunities, { who: 'account', run: listCommunities }),
];
