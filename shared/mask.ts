/** What a list shows of a sealed field. The server masks; nothing unmasked reaches a list. */
export const maskName = (surname: string): string => (surname ? `${surname}**` : '**');

/** 138****1234; short or foreign numbers keep their last two. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

export const maskDocument = (number: string): string =>
  number.length >= 15 ? `${number.slice(0, 3)}***********${number.slice(-4)}` : `****${number.slice(-2)}`;

const doubleSurnames = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '南宫',
];

/** The clear part of a name: the surname in Chinese, otherwise the first word, of a single word the first letter. */
export function surnameOf(name: string): string {
  const double = doubleSurnames.find((surname) => name.startsWith(surname) && name.length > surname.length);
  if (double) return double;
  if (/^\p{Script=Han}/u.test(name))
    return name.includes('·') ? (name.split('·')[0] ?? name) : name.slice(0, 1);
  const [first = '', ...others] = name.split(/\s+/);
  return others.length ? first : first.slice(0, 1);
}
