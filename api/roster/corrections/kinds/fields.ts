import type { PersonChanges } from '@shared/roster/corrections';
import { dayOf } from '@shared/time';
import { invalid, problem } from '../../../platform/problem';
import { type ResidentDoc, Residents } from '../../model';
import { openResident } from '../../openPeople';
import { type PersonFields, resealingPerson } from '../../sealResident';
import type { Kind } from './kind';
import { residentSubject } from './subjects';

const clear = ['relation', 'sex', 'residence', 'canUsePhone'] as const;
const sealed = ['name', 'document', 'birthDate', 'phone', 'note', 'keyGroups'] as const;

/** Single fields of a person. What a workbook wrote last stays known, so that last week’s file does not undo this. */
export const fields: Kind<'fields'> = {
  async subject(ctx, sees, { residentId, set }) {
    const names = Object.keys(set);
    if (!names.length) throw invalid([{ path: 'set', code: 'required' }]);
    return { ...(await residentSubject(ctx, sees, { residentId })), fields: names };
  },
  async apply(ctx, { set }, { communityId, residentId, key, session }) {
    const doc = await Residents(ctx).findOne({ communityId, _id: residentId }).session(session).lean();
    if (!doc) throw problem('roster.movedOn');
    const opened = openResident(doc, key);
    const said = Object.keys(set) as (keyof PersonChanges)[];
    const before = Object.fromEntries(
      said.map((name) => [name, name in opened ? opened[name as 'name'] : (doc[name as 'relation'] ?? null)]),
    );
    const $set: Partial<ResidentDoc> = Object.fromEntries(
      clear.flatMap((name) => (set[name] === undefined ? [] : [[name, set[name]]])),
    );
    const anew = Object.fromEntries(
      sealed.flatMap((name) => (set[name] === undefined ? [] : [[name, set[name]]])),
    );
    refuseBirthDate({ ...opened, ...anew }, set.birthDate, ctx.clock.now());
    const again = Object.keys(anew).length ? resealingPerson(ctx, doc, key, opened, anew) : null;
    await Residents(ctx).updateOne(
      { communityId, _id: residentId },
      {
        ...(again?.$unset && { $unset: again.$unset }),
        $set: { ...again?.$set, ...$set },
        $inc: { version: 1 },
      },
      { session },
    );
    return { before };
  },
};

/** A resident ID says the day itself, and nobody is born tomorrow. */
function refuseBirthDate(
  { document }: Partial<PersonFields>,
  birthDate: string | undefined,
  now: Date,
): void {
  if (birthDate === undefined) return;
  const path = 'set.birthDate';
  if (document?.kind === 'residentId') throw invalid([{ path, code: 'birth.inDocument' }]);
  if (birthDate > dayOf(now)) throw invalid([{ path, code: 'birth.impossible' }]);
}
