import type { Corrections } from '@shared/returns/declaration';
import type { ReturnView } from '@shared/returns/view';
import { fieldTime, instantOf } from '@/parts/fieldTime';

/** How somebody came, as it is typed. */
export interface JourneyForm {
  /** Division code of the province, or `abroad`. */
  province: string;
  city: string;
  country: string;
  /** Beijing time, `YYYY-MM-DDTHH:mm`. */
  leftAt: string;
  arrivedAt: string;
  kind: string;
  number: string;
  seat: string;
}

export const newJourney: JourneyForm = {
  province: '',
  city: '',
  country: '',
  leftAt: '',
  arrivedAt: '',
  kind: '',
  number: '',
  seat: '',
};

type JourneyBody = Required<Pick<Corrections, 'origin' | 'leftAt' | 'arrivedAt' | 'transport'>>;

/** As the contract has it. What is empty is left out, so that the field is named as missing. */
export function journeyBody(form: JourneyForm): JourneyBody {
  const divisionCode = form.city || form.province;
  const transport = { kind: form.kind, number: form.number, seat: form.seat };
  return filled({
    origin: form.province === 'abroad' ? filled({ country: form.country }) : filled({ divisionCode }),
    leftAt: instantOf(form.leftAt) ?? '',
    arrivedAt: instantOf(form.arrivedAt) ?? '',
    transport: filled(transport),
  }) as unknown as JourneyBody;
}

export const filled = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>;

/** A declared journey, to be corrected. */
export function journeyFrom({ origin, leftAt, arrivedAt, transport }: ReturnView): JourneyForm {
  const { divisionCode, country } = origin;
  return {
    province: country ? 'abroad' : divisionCode ? `${divisionCode.slice(0, 2)}0000` : '',
    city: divisionCode && !divisionCode.endsWith('0000') ? `${divisionCode.slice(0, 4)}00` : '',
    country: country ?? '',
    leftAt: fieldTime(leftAt),
    arrivedAt: fieldTime(arrivedAt),
    kind: transport.kind ?? '',
    number: transport.number ?? '',
    seat: transport.seat ?? '',
  };
}
