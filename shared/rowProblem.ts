import * as z from 'zod';

/** Why one row of a batch was refused, while the others stand. */
export const RowProblem = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  errors: z.array(z.object({ path: z.string(), code: z.string(), params: z.any().optional() })),
});
