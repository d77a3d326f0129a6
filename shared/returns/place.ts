import * as z from 'zod';
import { contract } from '../contract';
import { Id, Version } from '../fields';
import { Address } from '../roster/address';
import { ReturnView } from './view';

export const placeAddress = contract({
  operation: 'placeAddress',
  method: 'POST',
  path: '/api/returns/{id}/place',
  summary:
    'The office finds the door of an address nobody has on a list, or makes it; the whole party moves there',
  params: z.object({ id: Id }),
  body: z
    .strictObject({
      seenVersion: Version,
      dwellingId: Id.optional().describe('A door that is in the roster'),
      address: Address.optional().describe('A door that is made now'),
    })
    .refine((body) => Boolean(body.dwellingId) !== Boolean(body.address), {
      path: ['dwellingId'],
      params: { code: 'required' },
    }),
  reply: z.object({ returns: z.array(ReturnView) }),
  errors: ['return.movedOn', 'return.tooManyChanges', 'key.reused'],
});
