import type { Context, Who } from '../context';
import { readsCase } from './caseActors';
import type { CaseDoc } from './model';
import { keyOf, placeOf } from './texts';

/** Where cases are that have no door, in the words of whoever wrote it down; for whoever reads what was said. */
export async function openPlaces(ctx: Context, who: Who, docs: CaseDoc[]): Promise<Map<string, string>> {
  const legible = docs.filter((doc) => doc.place && readsCase(who, doc));
  const keys = await ctx.seals.load(legible.map(keyOf));
  return new Map(
    legible.flatMap((doc) => {
      const { _id, place = '' } = doc;
      const key = keys.get(keyOf(doc));
      return key ? [[String(_id), key.open(place, placeOf.field(_id, 'place'))]] : [];
    }),
  );
}
