import { addressKey } from '@shared/roster/address';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import { inTransaction } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import type { DwellingDoc } from '../../roster';
import type { ImportDoc } from '../model';
import { kept, recordStep, type Step } from './importState';
import { type JudgedBatch, judgeBatch, type Verdict } from './judgeBatch';
import { importKeyOf } from './matchHouseholds';
import type { PlannedHousehold } from './planRoster';
import type { RefusedRow } from './readPerson';
import { writeBatch } from './writeBatch';

const batchHouseholds = 25;
const attempts = 3;

export interface Wanted {
  households: PlannedHousehold[];
  dwellings: Map<string, DwellingDoc>;
  preferFile: boolean;
}

/** Judges the people of a file batch by batch. Reads only; a batch is told what it would do. */
export async function* judgePeople(
  ctx: Context,
  communityId: Types.ObjectId,
  wanted: Wanted,
): AsyncGenerator<{ judged: JudgedBatch; again: () => Promise<JudgedBatch> }> {
  const importKeys = new Set(
    wanted.households.map(({ identity }) => importKeyOf(ctx, communityId, identity)),
  );
  for (let i = 0; i < wanted.households.length; i += batchHouseholds) {
    const batch = wanted.households.slice(i, i + batchHouseholds);
    const again = () => judgeBatch(ctx, communityId, batch, { ...wanted, importKeys });
    yield { judged: await again(), again };
  }
}

/**
 * Writes the people of a file. A batch and its counts stand together or not at all, so a cut import is finished by the
 * same file and its counts are right at any time. Answers the rows that only the roster could refuse.
 */
export async function takePeople(ctx: Context, doc: ImportDoc, wanted: Wanted): Promise<RefusedRow[]> {
  const refused: RefusedRow[] = [];
  for await (const { judged, again } of judgePeople(ctx, doc.communityId, wanted)) {
    const written = await takeBatch(ctx, doc, judged, again);
    refused.push(...written.refused);
  }
  return refused;
}

async function takeBatch(
  ctx: Context,
  doc: ImportDoc,
  first: JudgedBatch,
  again: () => Promise<JudgedBatch>,
): Promise<JudgedBatch> {
  let judged = first;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const batch = judged;
    const isWritten = await inTransaction(ctx, async (session) => {
      if (!(await writeBatch(ctx, doc.communityId, batch, session))) {
        await session.abortTransaction();
        return false;
      }
      await recordStep(ctx, doc, stepOf(batch), session);
      return true;
    });
    if (isWritten) return batch;
    // Somebody corrected one of these people between looking and writing: look again.
    judged = await again();
  }
  throw problem('unavailable');
}

/** What a batch does, in counts and lists. */
export function stepOf({ verdicts, refused }: JudgedBatch): Required<Step> {
  const known = verdicts.filter((verdict) => verdict.known);
  const updated = known.filter(({ changed }) => changed.length);
  const touched = known.filter(isTouched);
  return {
    counts: {
      created: verdicts.length - known.length,
      updated: updated.length,
      same: known.length - updated.length,
      kept: known.filter(({ kept: stays }) => stays.length).length,
      people: -refused.length,
    },
    rowsDone: verdicts.length + refused.length,
    changes: touched.slice(0, kept.changes).map(changeLine),
    refused: refused.map(refusedLine),
  };
}

export const isTouched = ({ changed, kept: stays }: Verdict): boolean =>
  changed.length > 0 || stays.length > 0;

export const changeLine = ({ planned, changed, kept: stays }: Verdict): ImportDoc['changes'][number] => ({
  sheetName: planned.sheet,
  row: planned.row,
  changed,
  kept: stays,
});

export const refusedLine = ({
  sheet,
  row,
  path,
  code,
  params,
}: RefusedRow): ImportDoc['refused'][number] => ({
  sheet: 'people',
  sheetName: sheet,
  row,
  path,
  code,
  ...(params && { params }),
});

/** Doors with somebody behind them. */
export const occupiedDoors = (households: PlannedHousehold[]): Set<string> =>
  new Set(households.map(({ address }) => addressKey(address)));
