import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, Name, Phone } from '../fields';
import { Responsible } from '../grids/contract';
import { Address } from '../roster/address';
import { tipRelations } from './declaration';

/** Tips of one account in 24 hours. */
export const tipsADay = 10;

export const Tip = z
  .strictObject({
    dwellingId: Id.optional(),
    communityId: Id.optional().describe('With `address`, when the door is not in the list'),
    address: Address.optional(),
    name: Name.optional().describe('Of whoever came back, if known'),
    phone: Phone.optional().describe('Of whoever came back, if known'),
    relation: z.enum(tipRelations).describe('What the one who tells is to them'),
    note: z.string().trim().min(1).max(300).describe('What was seen, and when'),
  })
  .refine((tip) => Boolean(tip.dwellingId) !== Boolean(tip.communityId && tip.address), {
    path: ['dwellingId'],
    params: { code: 'required' },
  });
export type Tip = z.infer<typeof Tip>;

export const tipReturn = contract({
  operation: 'tipReturn',
  method: 'POST',
  path: '/api/returns/tips',
  summary:
    'Tells of somebody who came back; a worker calls. Never a complaint, and the household is not told by whom',
  body: Tip,
  reply: z.object({ id: Id, dueAt: Instant, responsible: Responsible }),
  status: 201,
  errors: ['key.reused'],
});
