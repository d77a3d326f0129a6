import en from 'i18n-iso-countries/langs/en.json';
import zh from 'i18n-iso-countries/langs/zh.json';

/** In the table of divisions, not in that of countries. */
const divisions = ['CN', 'HK', 'MO', 'TW'];
const names: Record<'zh' | 'en', Record<string, string | string[]>> = {
  zh: zh.countries as Record<string, string | string[]>,
  en: en.countries as Record<string, string | string[]>,
};

/** An ISO 3166 code of a country or region that somebody can come from. */
export const isCountry = (code: string): boolean => code in names.en && !divisions.includes(code);

/** The first of its names; empty for a code that is none. */
export function countryName(code: string, language: 'zh' | 'en'): string {
  const name = names[language][code];
  return (Array.isArray(name) ? name[0] : name) ?? '';
}

/** All of them by name, to choose from. */
export const listCountries = (language: 'zh' | 'en'): { value: string; label: string }[] =>
  Object.keys(names[language])
    .filter(isCountry)
    .map((value) => ({ value, label: countryName(value, language) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
