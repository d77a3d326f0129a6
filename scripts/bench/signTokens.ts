import { createSecretKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { Types } from 'mongoose';
import type { Context } from '../../api/context';

interface Member {
  accountId: Types.ObjectId;
  membershipId: Types.ObjectId;
}

/** Tokens of an hour, as if each had signed in. */
export function signTokens(ctx: Context, members: Member[]): string[] {
  const [key] = ctx.config.keys.token;
  if (!key) throw new Error('the keyring has a token key');
  const secret = createSecretKey(key.key);
  return members.map(({ accountId, membershipId }) =>
    jwt.sign(
      { sub: String(accountId), sid: String(new Types.ObjectId()), m: { id: String(membershipId), v: 1 } },
      secret,
      { algorithm: 'HS256', keyid: key.id, expiresIn: 3600 },
    ),
  );
}
