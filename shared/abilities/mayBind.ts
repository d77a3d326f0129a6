import type { May } from './rules';

/** Phones of residents and mandates of households; a mandate is judged by the household that gives it. */
export const mayBind = (may: May, where: Record<string, unknown>) => {
  may('invite', 'Household', where);
  may(['read', 'give', 'end'], 'Mandate', where);
};
