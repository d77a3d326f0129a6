import { call } from './call';

/**
 * The telephone of somebody, else of whoever the community calls for the household; opened to call and recorded as that. Null
 * where neither has one.
 */
export async function phoneToCall(residentId: string, householdId: string): Promise<string | null> {
  const own = await phoneOf(residentId);
  if (own) return own;
  const { contactResidentId } = await call('getHousehold', { params: { id: householdId } });
  return contactResidentId && contactResidentId !== residentId ? phoneOf(contactResidentId) : null;
}

const phoneOf = async (id: string): Promise<string | null> =>
  (await call('revealField', { params: { id }, body: { field: 'phone', reason: 'call' } })).value;
