import * as z from 'zod';
import { contract } from '../contract';
import { Day, Id, Instant, page, pageQuery } from '../fields';
import { ErrandView } from './errandView';
import { errandKindNames } from './kinds';
import { sameDayStates } from './sameDay';

const Figures = {
  placed: z.int().describe('In time to be promised for the same day, or wished for on it'),
  counts: z
    .record(z.enum(sameDayStates), z.int())
    .describe('Each the length of its list; late is a part of open'),
  minutes: z
    .object({ accepted: z.number().nullable(), delivered: z.number().nullable() })
    .describe(
      'Medians from placed, or from when a wished one begins, to accepted and to delivered; null of none',
    ),
};

const kind = z.enum(errandKindNames);
const grid = z.object({ id: Id, name: z.string() });

const asked = {
  date: Day.optional().describe('Today unless told'),
  gridId: Id.optional().describe('A grid and all below it; the caller’s own unless told'),
};

export const getSameDay = contract({
  operation: 'getSameDay',
  method: 'GET',
  path: '/api/requests/sameDay',
  summary: 'What was ordered in time for the same day and how far it has come, by kind, by grid, and by both',
  query: z.strictObject(asked),
  reply: z.object({
    date: Day,
    lateFrom: Instant.describe('From then on late is known'),
    total: z.object(Figures),
    kinds: z.array(z.object({ kind, ...Figures })),
    grids: z.array(z.object({ grid, ...Figures })),
    items: z.array(z.object({ kind, grid, ...Figures })).describe('Of each kind in each grid'),
  }),
  errors: [],
});

export const listSameDay = contract({
  operation: 'listSameDay',
  method: 'GET',
  path: '/api/requests/sameDay/errands',
  summary: 'The errands behind a figure of the day, in the order in which they begin',
  query: z.strictObject({
    ...asked,
    state: z.enum(sameDayStates),
    kind: kind.optional(),
    ...pageQuery,
  }),
  reply: page(ErrandView),
  errors: [],
});
