import type { BuildingView, listBuildings as contract } from '@shared/roster/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { Dwellings } from './model';

/** Buildings and their units. A membership sees its own community; without one, any may be chosen. */
export async function listBuildings(ctx: Context, who: Who, { params }: Input<typeof contract>) {
  if (who.membership && who.membership.communityId !== params.id) throw problem('notFound');
  const rows = await Dwellings(ctx).aggregate<{ _id: { estate: string; building: string; unit: string } }>([
    { $match: { communityId: new Types.ObjectId(params.id) } },
    {
      $group: {
        _id: { estate: '$address.estate', building: '$address.building', unit: '$address.unit' },
        order: { $min: '$order' },
      },
    },
    { $sort: { order: 1 } },
  ]);
  const byBuilding = new Map<string, BuildingView>();
  for (const { _id } of rows) {
    const key = `${_id.estate}|${_id.building}`;
    const view = byBuilding.get(key) ?? { estate: _id.estate, building: _id.building, units: [] };
    view.units.push(_id.unit);
    byBuilding.set(key, view);
  }
  return { items: [...byBuilding.values()] };
}
