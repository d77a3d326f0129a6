import { audience } from '@shared/live';
import type { NoticeCode, NoticeSide } from '@shared/notices/codes';
import type { MessageState } from '@shared/notices/contract';
import type { Params } from '@shared/problems';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';

/** A message to one account, told once: its id is `<document>:<occasion>:<account>`. */
export interface MessageDoc {
  _id: string;
  /** Null of a telephone that belongs to no account. */
  accountId: Types.ObjectId | null;
  communityId: Types.ObjectId;
  side: NoticeSide;
  code: NoticeCode;
  params: Params;
  about: { entity: string; id: string };
  /** A line in the inbox, or a message that WeChat or a telephone alone carries. */
  channel: 'inbox' | 'wechat' | 'telephone';
  /** How it went on beyond the inbox, and what came of it. */
  carried?: { channel: 'telephone' | 'wechat'; state: MessageState; at: Date }[];
  madeAt: Date;
  audience: string[];
  version: number;
}
const message = new Schema<MessageDoc>(
  {
    _id: String,
    accountId: Schema.Types.ObjectId,
    communityId: Schema.Types.ObjectId,
    side: String,
    code: String,
    params: Schema.Types.Mixed,
    about: { entity: String, id: String },
    channel: String,
    carried: { type: [{ _id: false, channel: String, state: String, at: Date }], default: undefined },
    madeAt: Date,
    audience: [String],
    version: Number,
  },
  schemaOptions,
);
message.index({ accountId: 1, side: 1, communityId: 1, madeAt: -1, _id: -1 });
export const Messages = collection<MessageDoc>('messages', message);

export interface Telling {
  about: { entity: string; id: string };
  /** Several documents of which one message tells: said instead of `about` in the id. */
  together?: string;
  /** What happened, unique for the document: `declared`, `rung:leader`. */
  occasion: string;
  accountId: Types.ObjectId;
  communityId: Types.ObjectId;
  /** As whom the account is told. */
  side: NoticeSide;
  code: NoticeCode;
  params: Params;
  madeAt: Date;
  /** Product time after which it is not carried on beyond the inbox any more. */
  wantedUntil?: Date;
}

/** A message to somebody, with a line in the inbox. */
export type ReadMessage = MessageDoc & { accountId: Types.ObjectId };

export const messageOf = ({
  about,
  together,
  occasion,
  accountId,
  communityId,
  side,
  code,
  params,
  madeAt,
}: Telling): ReadMessage => ({
  _id: `${together ?? `${about.entity}:${about.id}`}:${occasion}:${String(accountId)}`,
  accountId,
  communityId,
  side,
  code,
  params,
  about,
  channel: 'inbox',
  madeAt,
  audience: [audience.account(String(accountId))],
  version: 1,
});
