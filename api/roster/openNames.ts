import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import type { ResidentDoc } from './model';
import { residentPlace } from './sealResident';

/** Full names of residents by id, for their own household. */
export async function openNames(
  ctx: Context,
  residents: Pick<ResidentDoc, '_id' | 'name'>[],
): Promise<Map<string, string>> {
  const keys = await ctx.seals.load(residents.map(({ _id }) => dataKeyId('roster', _id)));
  return new Map(
    residents.map(({ _id, name }) => [
      String(_id),
      keys.get(dataKeyId('roster', _id))?.open(name, residentPlace(_id, 'name')) ?? '',
    ]),
  );
}
