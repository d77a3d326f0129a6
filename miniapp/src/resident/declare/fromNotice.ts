import { type Form, type Household, newForm } from '@/returns/declare/form';

export interface Notice {
  communityId: string;
  /** Estate and building as the list of doors has them: `城南小区|3`; empty when the notice is for the whole community. */
  building: string;
}

const id = /^[0-9a-f]{24}$/;

/**
 * What the code of a posted notice says: `?communityId=…&building=城南小区|3` in a browser, `scene=<communityId>` in a
 * mini-program, whose codes hold 32 characters. Ids and a building, no personal data.
 */
export function noticeOf(params: Record<string, string | undefined>): Notice | null {
  const communityId = params.communityId ?? decodeURIComponent(params.scene ?? '');
  if (!id.test(communityId)) return null;
  return { communityId, building: decodeURIComponent(params.building ?? '') };
}

/** A declaration that begins at a posted notice: whoever lives behind another door chooses from there on. */
export function formOfNotice({ communityId, building }: Notice, household: Household | null): Form {
  const form = newForm(household);
  return { ...form, via: 'noticeQr', place: { ...form.place, communityId, building } };
}
