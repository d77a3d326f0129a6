import { Name, Phone } from '@shared/fields';
import * as z from 'zod';
import type { NewCommunity } from '../../api/grids';
import { PlainFailure } from '../plainFailure';

const Place = z.string().trim().min(1).max(60);
export const Options = z
  .object({
    name: Place,
    district: Place,
    street: Place,
    dutyName: Name,
    dutyPhone: Phone,
    healthName: Place.optional(),
    healthPhone: Phone.optional(),
    officeName: Name,
    officePhone: Phone,
  })
  .refine(({ healthName, healthPhone }) => !healthName === !healthPhone, {
    path: ['healthPhone'],
    params: { code: 'together' },
  });

/** What was asked for, checked; one line names every wrong option. */
export function readWish(options: unknown): NewCommunity {
  const { dutyName, dutyPhone, healthName, healthPhone, officeName, officePhone, ...place } = readOptions(
    Options,
    options,
  );
  return {
    ...place,
    duty: { name: dutyName, phone: dutyPhone },
    health: healthName && healthPhone ? { name: healthName, phone: healthPhone } : undefined,
    office: { name: officeName, phone: officePhone },
  };
}

export function readOptions<T extends z.ZodType>(schema: T, options: unknown): z.infer<T> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, code, ...issue }) => {
    const said = 'params' in issue ? (issue.params as { code?: string } | undefined)?.code : undefined;
    return `--${toFlag(String(path[0]))}: ${why[said ?? code] ?? 'not as it should be'}`;
  });
  throw new PlainFailure(wrong.join('; '));
}

const toFlag = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const why: Record<string, string> = {
  'phone.format': 'a telephone number, such as 13800001234 or 02912345678',
  'name.characters': 'a name of letters only',
  together: 'name and telephone of the health station go together',
  too_small: 'empty',
  too_big: 'too long',
};
