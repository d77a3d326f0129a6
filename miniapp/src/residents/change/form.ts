import type { HouseholdView } from '@shared/roster/contract';
import type { ResidentFile } from '@shared/roster/residents';

/** Whom a change is about, and with whom the person lives. */
export interface About {
  file: ResidentFile;
  household: HouseholdView;
}

/** What is typed and chosen; nothing is filled in but what the file shows anyway. */
export interface ChangeForm {
  name: string;
  phone: string;
  documentKind: string;
  documentNumber: string;
  birthDate: string;
  note: string;
  relation: string;
  sex: string;
  residence: string;
  canUsePhone: string;
  tenure: string;
  keyGroups: string[];
  residentIds: string[];
  dwellingId: string;
  /** Empty: a household of their own. */
  householdId: string;
  intoResidentId: string;
  /** What was chosen, in words: for the last look. */
  toDoor: string;
  home: string;
  into: string;
}

/** Choices stand as the file has them; of somebody new nothing is known. */
export const formFor = (name: string, { file, household }: About): ChangeForm => ({
  name: '',
  phone: '',
  documentKind: 'residentId',
  documentNumber: '',
  birthDate: '',
  note: '',
  relation: name === 'movedIn' ? '' : file.relation,
  sex: name === 'movedIn' ? '' : (file.sex ?? ''),
  residence: file.residence,
  canUsePhone: file.canUsePhone ? 'yes' : 'no',
  tenure: household.tenure ?? '',
  keyGroups: [...file.keyGroups],
  residentIds: [],
  dwellingId: '',
  householdId: '',
  intoResidentId: '',
  toDoor: '',
  home: '',
  into: '',
});
