import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { listSlots } from './listSlots';

export { excuseRemaining } from './excuseRemaining';
export { Slots } from './model';
export { openSlots, type SlotOwner } from './openSlots';
export { rekeySlots } from './rekeySlots';

export const scheduleEndpoints: Binding[] = [
  endpoint(contracts.listSlots, { can: ['read', 'Slot'], run: listSlots }),
];
