import type { MessageState, ToldLine } from '@shared/notices/contract';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import { Messages } from './model';

export interface ToldAccount {
  at: Date;
  occasion: string;
  /** Null of a telephone that belongs to no account. */
  accountId: Types.ObjectId | null;
  side: 'staff' | 'household';
  channel: 'inbox' | 'telephone' | 'wechat';
  state: MessageState;
}

/** Who was told of something, how, and what came of it; by the beginning of the messages' ids: `request:<id>`. */
export async function toldAbout(ctx: Context, about: string): Promise<ToldAccount[]> {
  const docs = await Messages(ctx)
    .find({ _id: { $gte: `${about}:`, $lt: `${about};` } })
    .sort({ _id: 1 })
    .lean();
  return docs
    .flatMap(({ _id, accountId, side, madeAt, channel, carried = [] }) => {
      const occasion = _id.slice(about.length + 1, _id.lastIndexOf(':'));
      const line = { occasion, accountId, side };
      return [
        ...(channel === 'inbox' ? [{ ...line, channel, state: 'sent' as const, at: madeAt }] : []),
        ...carried.map((sent) => ({ ...line, ...sent })),
      ];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The accounts of staff among them, whose names are shown. */
export const staffTold = (told: ToldAccount[]): Types.ObjectId[] =>
  told.flatMap(({ side, accountId }) => (side === 'staff' && accountId ? [accountId] : []));

/** For staff: a colleague by name, a household and a telephone of a post without one. */
export const presentTold = (told: ToldAccount[], staff: Map<string, { name: string }>): ToldLine[] =>
  told.map(({ at, occasion, side, accountId, channel, state }) => ({
    at: at.toISOString(),
    ...{ occasion, side },
    to: side === 'staff' ? (staff.get(String(accountId))?.name ?? '') : '',
    channel,
    state,
  }));
