import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { bindWechat } from './bindWechat';
import { changePassword } from './changePassword';
import { createCodeSession } from './createCodeSession';
import { createDemoSession } from './createDemoSession';
import { createPasswordSession } from './createPasswordSession';
import { createStaffInvitation } from './createStaffInvitation';
import { createWechatSession } from './createWechatSession';
import { endSession } from './endSession';
import { listCommunities } from './listCommunities';
import { refreshSession } from './refreshSession';
import { requestSignInCode } from './requestSignInCode';
import { resetPassword } from './resetPassword';
import { switchMembership } from './switchMembership';

export const accountEndpoints: Binding[] = [
  endpoint(contracts.createDemoSession, { who: 'anyone', run: createDemoSession }),
  endpoint(contracts.createWechatSession, { who: 'anyone', run: createWechatSession }),
  endpoint(contracts.requestSignInCode, { who: 'anyone', run: requestSignInCode }),
  endpoint(contracts.createCodeSession, { who: 'anyone', run: createCodeSession }),
  endpoint(contracts.refreshSession, { who: 'anyone', run: refreshSession }),
  endpoint(contracts.createPasswordSession, { who: 'anyone', run: createPasswordSession }),
  endpoint(contracts.changePassword, { who: 'account', withOneTimePassword: true, run: changePassword }),
  endpoint(contracts.bindWechat, { who: 'account', run: bindWechat }),
  endpoint(contracts.resetPassword, { can: ['manage', 'Staff'], run: resetPassword }),
  endpoint(contracts.createStaffInvitation, { can: ['manage', 'Staff'], run: createStaffInvitation }),
  endpoint(contracts.endSession, { who: 'account', withOneTimePassword: true, run: endSession }),
  endpoint(contracts.switchMembership, { who: 'account', run: switchMembership }),
  endpoint(contracts.listCommunities, { who: 'anyone', limit: 'posted', run: listCommunities }),
];
