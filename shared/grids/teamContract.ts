import * as z from 'zod';
import { Role } from '../accounts/contract';
import { contract } from '../contract';
import { Id, Version } from '../fields';
import { errandKindNames, openableKindNames } from '../requests/kinds';

/** Whether volunteers may accept what is of a kind (domain, section 5). */
const OpenedKinds = z.object({
  items: z.array(z.object({ kind: z.enum(errandKindNames), isOpen: z.boolean() })),
});

export const getOpenedKinds = contract({
  operation: 'getOpenedKinds',
  method: 'GET',
  path: '/api/opened-kinds',
  summary: 'Kinds of errands that may be opened to volunteers, and whether they are',
  reply: OpenedKinds,
  errors: [],
});

export const setOpenedKinds = contract({
  operation: 'setOpenedKinds',
  method: 'PATCH',
  path: '/api/opened-kinds',
  summary: 'What volunteers may accept from now on; what one of them has in hand stays theirs',
  body: z.strictObject({ kinds: z.array(z.enum(openableKindNames)).max(openableKindNames.length) }),
  reply: OpenedKinds,
  errors: [],
});

/** So many teams has a community at most. */
export const mostTeams = 50;

export const TeamView = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  kinds: z.array(z.enum(errandKindNames)),
  grids: z.array(z.object({ id: Id, name: z.string() })),
  members: z
    .array(z.object({ id: Id.describe('Of the membership'), name: z.string(), role: Role }))
    .describe('Those who serve; who does no longer is in no team'),
});
export type TeamView = z.infer<typeof TeamView>;

const Team = {
  name: z.string().trim().min(1).max(20),
  kinds: z.array(z.enum(errandKindNames)).min(1).max(errandKindNames.length),
  gridIds: z.array(Id).min(1).max(200).describe('Errands of their estates'),
  memberIds: z
    .array(Id)
    .min(1)
    .max(200)
    .describe('Memberships of workers, leaders, volunteers, the property'),
};

export const listTeams = contract({
  operation: 'listTeams',
  method: 'GET',
  path: '/api/teams',
  summary: 'Teams of the community: to whose members errands of some kinds are offered as well',
  reply: z.object({ items: z.array(TeamView) }),
  errors: [],
});

export const createTeam = contract({
  operation: 'createTeam',
  method: 'POST',
  path: '/api/teams',
  summary: 'People with one task',
  body: z.strictObject(Team),
  reply: TeamView,
  status: 201,
  errors: ['key.reused', 'team.tooMany'],
});

export const updateTeam = contract({
  operation: 'updateTeam',
  method: 'PATCH',
  path: '/api/teams/{id}',
  summary: 'Another name, other kinds, grids, people; what somebody has in hand stays theirs',
  params: z.object({ id: Id }),
  body: z.strictObject({ ...Team, seenVersion: Version }),
  reply: TeamView,
  errors: ['team.movedOn'],
});

export const endTeam = contract({
  operation: 'endTeam',
  method: 'POST',
  path: '/api/teams/{id}/end',
  summary: 'There is no such team any more; ending it again changes nothing',
  params: z.object({ id: Id }),
  errors: [],
});
