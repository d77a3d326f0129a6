import type { Illness } from './policy';

/** The illness of all policies that are shipped. */
export const covid19: Illness = {
  code: 'covid19',
  symptoms: [
    'fever',
    'dryCough',
    'fatigue',
    'soreThroat',
    'lossOfSmell',
    'diarrhoea',
    'breathlessness',
    'other',
  ],
  tellingSymptoms: ['fever', 'dryCough', 'breathlessness'],
  feverCelsius: 37.3,
  highFeverCelsius: 38.0,
  medicatedFeverCelsius: 37.0,
};
