import type { DeclarationInput } from '@shared/returns/contract';
import { uuidV7 } from '@/client/uuidV7';

/** What is typed, as it is typed; kept on the phone until it has arrived. */
export interface PersonForm {
  id: string;
  name: string;
  docKind: 'residentId' | 'passport' | 'other';
  docNumber: string;
  phone: string;
  unwell: '' | 'no' | 'yes';
  symptoms: string[];
  celsius: string;
}
export interface Form {
  key: string;
  province: string;
  city: string;
  country: string;
  leftAt: string;
  arrivedAt: string;
  kind: string;
  number: string;
  seat: string;
  communityId: string;
  building: string;
  unit: string;
  dwellingId: string;
  people: PersonForm[];
}

export const newPerson = (name = ''): PersonForm => ({
  id: uuidV7(),
  name,
  docKind: 'residentId',
  docNumber: '',
  phone: '',
  unwell: '',
  symptoms: [],
  celsius: '',
});

export const newForm = (dwellingId: string): Form => ({
  key: uuidV7(),
  province: '',
  city: '',
  country: '',
  leftAt: '',
  arrivedAt: '',
  kind: '',
  number: '',
  seat: '',
  communityId: '',
  building: '',
  unit: '',
  dwellingId,
  people: [],
});

const beijing = (local: string) => (local ? `${local}:00+08:00` : '');

/** The form as the body of declareReturn; what is empty stays empty, so that the field is named. */
export function bodyOf(form: Form, at: Date): DeclarationInput {
  const divisionCode = form.city || form.province;
  return {
    ...(form.dwellingId && { dwellingId: form.dwellingId }),
    source: 'self',
    origin: form.province === 'abroad' ? { country: form.country } : { divisionCode },
    leftAt: beijing(form.leftAt),
    arrivedAt: beijing(form.arrivedAt),
    transport: {
      kind: form.kind as 'train',
      ...(form.number && { number: form.number }),
      ...(form.seat && { seat: form.seat }),
    },
    people: form.people.map((person, i) => ({
      name: person.name,
      document: { kind: person.docKind, number: person.docNumber },
      ...(person.phone && { phone: person.phone }),
      relation: i === 0 ? ('self' as const) : ('other' as const),
      symptoms: person.unwell === 'yes' ? person.symptoms : [],
      ...(person.celsius && {
        reading: {
          celsius: Number(person.celsius),
          method: 'forehead' as const,
          takenAt: at.toISOString(),
          medicine: false,
          confirmed: [],
        },
      }),
    })),
  };
}
