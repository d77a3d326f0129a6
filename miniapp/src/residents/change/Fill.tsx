import type { ComponentType } from 'react';
import type { ChangeName } from './changes';
import {
  BirthDateFields,
  CanUsePhoneFields,
  DocumentFields,
  KeyGroupFields,
  NameFields,
  NoteFields,
  PhoneFields,
  RelationFields,
  ResidenceFields,
  SexFields,
} from './factFields';
import type { FillProps } from './fillProps';
import {
  JoinedFields,
  MergeFields,
  MovedFields,
  MovedInFields,
  SplitFields,
  TenureFields,
} from './homeFields';
import { SameFields } from './SameFields';

/** What is asked for a change; the others need no more than a look at what will happen. */
const fields: Partial<Record<ChangeName, ComponentType<FillProps>>> = {
  name: NameFields,
  phone: PhoneFields,
  document: DocumentFields,
  birthDate: BirthDateFields,
  relation: RelationFields,
  sex: SexFields,
  residence: ResidenceFields,
  keyGroups: KeyGroupFields,
  canUsePhone: CanUsePhoneFields,
  note: NoteFields,
  movedIn: MovedInFields,
  moved: MovedFields,
  joined: JoinedFields,
  split: SplitFields,
  merge: MergeFields,
  tenure: TenureFields,
  same: SameFields,
};

export const hasFields = (name: ChangeName): boolean => fields[name] !== undefined;

export function Fill({ name, ...props }: FillProps & { name: ChangeName }) {
  const Fields = fields[name];
  return Fields ? <Fields {...props} /> : null;
}
