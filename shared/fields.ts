import * as z from 'zod';
import { isPhone, normalizePhone } from './phone';

export { isPhone, normalizePhone };

/** Building blocks of the contracts. Limits stand here once; texts for OpenAPI on the field. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .describe('Identifier; sorts by time of making');

export const Instant = z.iso.datetime({ offset: true }).describe('Moment, ISO 8601 with zone');
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Calendar day in Beijing');
export const Version = z.int().min(1).describe('Grows with every change of the document');

export const ReasonPart = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ReasonPart = z.infer<typeof ReasonPart>;

/** Page of a list; `next` goes back as `cursor`. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
};

export const Name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((name) => /^[\p{L}\p{M}·.'’\- ]+$/u.test(name), { params: { code: 'name.characters' } })
  .describe('Full name, 1 to 60 characters');

/** Mobile or landline of the mainland, or an international number with its +. Blanks and dashes are dropped. */
export const Phone = z
  .string()
  .max(30)
  .transform((raw) => normalizePhone(raw))
  .refine(isPhone, { params: { code: 'phone.format' } })
  .describe('Telephone number');
