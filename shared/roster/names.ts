/** One dot for the many that stand in names of Uyghurs, Tibetans and others, as the input method left it. */
const dots = /[•‧∙⋅・･．᛫⸱]/g;

/**
 * The form under which a name is hashed, for writing and for searching alike: compatibility forms (full-width Latin) as
 * plain ones, one dot, no blanks in a Chinese name, single blanks and lower case in any other. Pure; twice is once.
 */
export function normalizeName(name: string): string {
  const plain = name.replace(dots, '·').normalize('NFKC').replace(dots, '·').replace(/\s+/g, ' ').trim();
  const dotted = plain.replace(/\s*·\s*/g, '·');
  if (/^[\p{Script=Han}·\s]+$/u.test(dotted)) return dotted.replace(/\s/g, '');
  return dotted.toLowerCase().normalize('NFC');
}
