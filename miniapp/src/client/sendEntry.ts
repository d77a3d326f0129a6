import { call } from './call';
import { account, type OutboxEntry } from './outboxStore';
import { keptPhoto } from './photoStore';
import { isBusy, isForNow, Problem, Stumbled, Unreachable } from './problem';
import { sendPhotoAs } from './sendPhoto';
import { useSession, withToken } from './session';

/** A wish on its way, under the identity it was made under. A token that had to be renewed may belong to whoever signed in since: not then. */
export const sendEntry = (owner: string, entry: OutboxEntry) =>
  withToken(async (token) => {
    if (account() !== owner) throw new Unreachable();
    const { operation, params, key, membershipId } = entry;
    const own = await tokenFor(membershipId, token);
    const body = await withPhotos(owner, entry, own);
    return call(operation, { params, body, key } as never, own);
  });

/** Its photos go first. One that the phone has cleared away is missing: then the server says so, and another can be taken. */
async function withPhotos(owner: string, { body, photos = [] }: OutboxEntry, token: string | undefined) {
  if (!photos.length) return body;
  const { input, ...rest } = body as { input: Record<string, unknown> };
  const sent = { ...input };
  for (const { field, use, key } of photos) {
    const photo = await keptPhoto(owner, key);
    if (photo) sent[field] = (await sendPhotoAs(token, { use, photo, key }).catch(faultOf(field))).id;
  }
  return { ...rest, input: sent };
}

/** What is wrong with a photo is said where it was taken. One that does not get through says nothing of what is smaller. */
const faultOf =
  (field: string) =>
  (error: unknown): never => {
    if (!(error instanceof Problem) || isBusy(error)) throw new Stumbled();
    if (isForNow(error)) throw error;
    const { code, params } = error;
    throw new Problem({
      code,
      params,
      errors: error.errors.map((one) => ({ ...one, path: `input.${field}` })),
    });
  };

/** A token of the identity an entry was made under, when another one is active now. */
async function tokenFor(membershipId: string | null, token: string | undefined): Promise<string | undefined> {
  if (!membershipId || membershipId === useSession.getState().session?.account.active) return token;
  const { accessToken } = await call('switchMembership', { body: { membershipId, remember: false } }, token);
  return accessToken;
}
