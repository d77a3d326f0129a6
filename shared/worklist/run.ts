import * as z from 'zod';
import { contract } from '../contract';
import { Id, Instant, ReasonPart, Version } from '../fields';
import { RunView } from '../requests/run';

/** What is done at a door (domain, section 5). */
export const doorKinds = ['delivery', 'trash', 'reading', 'visit'] as const;
export type DoorKind = (typeof doorKinds)[number];

export const DueAtDoor = z.object({
  kind: z.enum(doorKinds),
  id: Id.describe('Of the request or the slot'),
  version: Version,
  residentId: Id.nullable(),
  name: z.string().nullable().describe('Masked; of what is owed by one person'),
  dueAt: Instant,
  nextTryAt: Instant.nullable().describe('Nobody was at home: when somebody comes again'),
  title: ReasonPart.describe(
    '`<kind>.<state>` of an errand with size, urgent; `reading.<window>`, `visit.<window>`, `trash.<window>` of standing trash',
  ),
  inRun: z.boolean().describe('Put into the run'),
  actions: z.array(z.string()),
});
export type DueAtDoor = z.infer<typeof DueAtDoor>;

const counts = z.record(z.enum(doorKinds), z.int());

export const getRun = contract({
  operation: 'getRun',
  method: 'GET',
  path: '/api/runs',
  summary:
    'All that is due at a building now, by unit and floor from the top, and the caller’s run through it',
  query: z.strictObject({
    estate: z.string().trim().max(40).default(''),
    building: z.string().trim().min(1).max(20),
  }),
  reply: z.object({
    run: RunView.nullable(),
    counts,
    items: z.array(
      z.object({
        householdId: Id,
        door: z.string(),
        unit: z.string(),
        floor: z.string(),
        isApart: z
          .boolean()
          .describe('Infectious waste: taken apart and last, so a door may stand in the list a second time'),
        due: z.array(DueAtDoor),
      }),
    ),
  }),
  errors: [],
});

export const listRuns = contract({
  operation: 'listRuns',
  method: 'GET',
  path: '/api/runs/buildings',
  summary: 'The buildings where something is due at a door, and how much of what',
  reply: z.object({
    items: z.array(z.object({ estate: z.string(), building: z.string(), doors: z.int(), counts })),
  }),
  errors: [],
});
