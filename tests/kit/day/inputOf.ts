import { addDays, addMinutes, momentOf } from '@shared/time';
import type { Caller } from '../caller';
import { errandDoc, errandSeenBy } from '../errands';
import type { MadeFile } from '../photos';
import type { Entry } from './book';
import type { Day } from './liveDay';
import type { Move } from './ways';

interface Asked {
  move: Move;
  by: Caller;
  photo: MadeFile;
  /** Number of the worker whom somebody else names. */
  given: number;
}

/** What somebody fills in for a step. */
export async function inputOf(day: Day, entry: Entry, asked: Asked): Promise<Record<string, unknown>> {
  const { move, by, given } = asked;
  const { clock } = day.community.running.context;
  const reason = '原因';
  switch (move.does) {
    case 'decline':
    case 'object':
      return { reason };
    case 'cancel':
      return { reason, ...(entry.seen.state === 'purchased' && { pays: 'household' }) };
    case 'ask':
      return { text: '没有了，换一种行吗？' };
    case 'answer':
      return { yes: entry.order.at % 20 === 0 };
    case 'mark':
      return { lines: [0], as: 'got' };
    case 'buy':
      return { amountFen: 3000 };
    case 'pass':
      return { where: '南门岗亭' };
    case 'addToRun':
      return { runId: await tripOf(day, entry, by) };
    case 'reassign':
      return { accountId: accountOf(day, entry.seen.state === 'assigned' ? ownOf(entry) : given), reason };
    case 'nobodyHome':
      return {
        reason,
        nextTryAt:
          move.again === 'tomorrow'
            ? momentOf(addDays(day.date, 1), '07:00').toISOString()
            : addMinutes(clock.now(), 60).toISOString(),
      };
    case 'deliver':
      return { disinfectedTwice: true, ...(await proofOf(entry, asked)) };
    default:
      return {};
  }
}

const ownOf = ({ order }: Entry): number => order.home.worker;
const accountOf = ({ estate }: Day, number: number): string => estate.workers.get(number)?.accountId ?? '';

/** The household says the code; whoever opened is named where nobody reads one; every third door is proved by a photo. */
async function proofOf({ order: { home, at }, seen }: Entry, { by, photo }: Asked) {
  if (at % 30 === 0) {
    const { id } = await by.gets('uploadFile', { query: { use: 'evidence' }, file: photo });
    return { photoFileId: id };
  }
  if (!home.resident) return { answeredBy: '李大爷' };
  return { doorCode: (await errandSeenBy(home.resident, seen.id)).doorCode };
}

/** A trip through the building, begun by whoever carries. */
async function tripOf({ community }: Day, { seen }: Entry, by: Caller): Promise<string> {
  const { run } = await by.gets('startRun', {
    body: {
      building: (await errandDoc(community, seen.id)).building,
      endsAt: addMinutes(community.running.context.clock.now(), 60).toISOString(),
    },
  });
  return run.id;
}
