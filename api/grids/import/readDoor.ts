import { faultsOf } from '@shared/faults';
import { halfWidth } from '@shared/halfWidth';
import { Address } from '@shared/roster/address';
import { floorOfRoom, readAddress } from '@shared/roster/readAddress';
import type { Cells, Fault } from './row';

const bare = (text: string | undefined, suffix: RegExp): string =>
  halfWidth(text ?? '')
    .trim()
    .replace(suffix, '');

/** The door of a row: its own columns first, what they leave open from the column of whole addresses. */
export function readDoor(cells: Cells): Address | Fault {
  const whole = cells.address ? readAddress(cells.address) : null;
  const parts = splitParts(cells);
  const room = parts.room || whole?.room || '';
  const address = {
    estate: parts.estate || whole?.estate || '',
    building: parts.building || whole?.building || '',
    unit: parts.unit || whole?.unit || '',
    floor: parts.floor || whole?.floor || floorOfRoom(room),
    room,
  };
  return addressFault(cells, address) ?? address;
}

/** One cell may hold two parts: 3号楼2单元 as the building, 2-501 as the room. */
function splitParts(cells: Cells): Address {
  const parts = {
    estate: (cells.estate ?? '').trim(),
    building: bare(cells.building, /(号楼|楼|栋|幢|座|号|#)$/),
    unit: bare(cells.unit, /(单元|门)$/),
    floor: bare(cells.floor, /(层|楼)$/),
    room: bare(cells.room, /(室|号|房)$/),
  };
  if (parts.unit || !cells.building || !cells.room) return parts;
  const together = readAddress(`${cells.building}-${cells.room}`);
  return together?.unit
    ? { ...parts, building: together.building, unit: together.unit, room: together.room }
    : parts;
}

function addressFault(cells: Cells, address: Address): Fault | null {
  const { building, room } = address;
  const written = `${cells.building ?? ''}${building ? '' : (cells.address ?? '')}`;
  if (!building || /不详|未知|不明|^\d{4}-\d\d-\d\d$/.test(written))
    return { path: 'building', code: 'building.unknown' };
  if (!room) return { path: 'room', code: 'room.missing' };
  const parsed = Address.safeParse(address, { reportInput: true });
  const fault = parsed.success ? null : faultsOf(parsed.error)[0];
  return fault ? { path: fault.path, code: fault.code } : null;
}
