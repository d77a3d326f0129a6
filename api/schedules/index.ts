import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { collectTrash } from './collectTrash';
import { excuseSlot } from './excuseSlot';
import { getSlot } from './getSlot';
import { listSlots } from './listSlots';
import { listUnreported } from './listUnreported';
import { listWithoutPhone } from './listWithoutPhone';
import { logCall } from './logCall';
import { logVisit } from './logVisit';
import { revealSlotPhone } from './revealSlotPhone';
import { listSchedules, setWindows } from './setWindows';
import { skipSlot } from './skipSlot';

export { excuseForDeath, excuseOfRequest, excuseRemaining } from './excuseRemaining';
export { findSlot } from './findSlot';
export { withoutPhone } from './listWithoutPhone';
export { type EmbeddedReading, isOfPerson, type PersonSlot, type SlotDoc, Slots } from './model';
export { openSlots, type SlotOwner } from './openSlots';
export { peopleAtHome } from './peopleAtHome';
export { peopleToCall } from './peopleToCall';
export { presentReading, presentSlots, stateOf } from './present';
export { rekeyDoors, rekeySlots } from './rekeySlots';
export { replanSlots } from './replanSlots';
export { revealPhone } from './revealPhone';
export { setCare } from './setCare';
export { keepInSlot, settleSlot, settleSlots, settleTogether } from './settleSlot';
export { slotWork } from './slotWork';

export const scheduleEndpoints: Binding[] = [
  endpoint(contracts.listSlots, { can: ['read', 'Slot'], run: listSlots }),
  endpoint(contracts.listSchedules, { can: ['read', 'Schedule'], run: listSchedules }),
  endpoint(contracts.setWindows, { can: ['update', 'Schedule'], run: setWindows }),
  endpoint(contracts.listUnreported, { can: ['excuse', 'Slot'], run: listUnreported }),
  endpoint(contracts.listWithoutPhone, { can: ['excuse', 'Slot'], run: listWithoutPhone }),
  // After the path whose last part is a name: the first that matches answers.
  endpoint(contracts.getSlot, { can: ['read', 'Slot'], run: getSlot }),
  endpoint(contracts.excuseSlot, { can: ['excuse', 'Slot'], run: excuseSlot }),
  endpoint(contracts.revealSlotPhone, { can: ['reveal', 'Slot'], run: revealSlotPhone }),
  endpoint(contracts.logCall, { can: ['excuse', 'Slot'], run: logCall }),
  endpoint(contracts.logVisit, { can: ['visit', 'Slot'], run: logVisit }),
  endpoint(contracts.collectTrash, { can: ['collect', 'Slot'], run: collectTrash }),
  endpoint(contracts.skipSlot, { can: ['skip', 'Slot'], run: skipSlot }),
];
