import { Memberships } from '../../../accounts';
import { AccessLog } from '../../../audit';
import { problem } from '../../../platform/problem';
import { dataKeyId } from '../../../platform/sealing';
import { forgetProvisional } from '../../forgetProvisional';
import { confirmProvisional } from '../../makeProvisional';
import { Households, Residents } from '../../model';
import { openResident } from '../../openPeople';
import { resealingPerson } from '../../sealResident';
import type { Kind } from './kind';
import { residentSubject } from './subjects';

/** A worker has seen that somebody who only declared lives here. */
export const confirm: Kind<'confirm'> = {
  subject: residentSubject,
  async apply(ctx, _said, { communityId, residentId, session }) {
    const doc = await Residents(ctx)
      .findOne({ communityId, _id: residentId, provisional: true })
      .session(session)
      .lean();
    if (!doc) throw problem('roster.movedOn');
    await confirmProvisional(ctx, communityId, { residentId, householdId: doc.householdId }, session);
    return { before: { provisional: true } };
  },
};

/** Somebody who only declared, and whom nothing needs any more, is forgotten: file and key. */
export const remove: Kind<'remove'> = {
  subject: residentSubject,
  async apply(ctx, _said, { communityId, residentId, session }) {
    if (await ctx.hooks.hasOpenWork(communityId, [residentId], session)) throw problem('resident.openWork');
    if (!(await forgetProvisional(ctx, communityId, residentId, session))) throw problem('roster.movedOn');
    return { before: {} };
  },
};

/** Somebody who only declared is a person of the roster: one file; what was declared goes over, and what the roster lacked. */
export const join: Kind<'join'> = {
  async subject(ctx, sees, { residentId, intoResidentId }) {
    const [into, subject] = await Promise.all([
      sees.resident(intoResidentId),
      residentSubject(ctx, sees, { residentId }),
    ]);
    // The file that stays is the first: its key seals what was said.
    return { ...subject, about: [into._id, ...subject.about] };
  },
  async apply(ctx, said, { communityId, key, session }) {
    const find = (_id: string, provisional: boolean) =>
      Residents(ctx).findOne({ communityId, _id, provisional }).session(session).lean();
    const [from, into] = [await find(said.residentId, true), await find(said.intoResidentId, false)];
    if (!from || !into) throw problem('roster.movedOn');
    const isOpen = (id: typeof from._id) => ctx.hooks.hasOpenWork(communityId, [id], session);
    if ((await isOpen(from._id)) && (await isOpen(into._id))) throw problem('resident.openWork');
    const home = await sharedHome(ctx, [into.householdId, from.householdId], communityId, session);
    const keyId = dataKeyId('roster', from._id);
    const lent = openResident(from, (await ctx.seals.load([keyId], session)).get(keyId));
    const opened = openResident(into, key);
    await ctx.hooks.rehouse(
      { communityId, residentIds: [from._id], householdId: home, intoResidentId: into._id },
      session,
    );
    await Memberships(ctx).updateMany(
      { communityId, residentId: from._id },
      { $set: { residentId: into._id, householdId: home }, $inc: { rightsVersion: 1 } },
      { session },
    );
    await AccessLog(ctx).updateMany(
      { communityId, residentId: from._id },
      { $set: { residentId: into._id } },
      { session },
    );
    // First the other file goes: a document belongs to one.
    await forgetProvisional(ctx, communityId, from._id, session);
    const again = resealingPerson(ctx, into, key, opened, {
      document: opened.document ?? lent.document,
      phone: opened.phone ?? lent.phone,
      birthDate: opened.birthDate ?? lent.birthDate,
    });
    await Residents(ctx).updateOne(
      { communityId, _id: into._id },
      { ...again, $inc: { version: 1 } },
      { session },
    );
    return { before: { residentId: said.residentId } };
  },
};

type Session = Parameters<typeof confirmProvisional>[3];
type Ids = [Parameters<typeof confirmProvisional>[1], Parameters<typeof confirmProvisional>[1]];

/** The household of the roster, when both stand behind the same door; else what was declared stays where it was declared. */
async function sharedHome(
  ctx: Parameters<typeof confirmProvisional>[0],
  [into, from]: Ids,
  communityId: Ids[0],
  session: Session,
): Promise<Ids[0]> {
  const homes = await Households(ctx)
    .find({ communityId, _id: { $in: [into, from] } }, { dwellingId: 1 })
    .session(session)
    .lean();
  return new Set(homes.map(({ dwellingId }) => String(dwellingId))).size === 1 ? into : from;
}
