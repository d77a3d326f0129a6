import type { CorrectionKind } from '@shared/roster/corrections';
import { fields } from './fields';
import type { Kind } from './kind';
import { merge } from './merge';
import { moved } from './moved';
import { movedIn } from './movedIn';
import { movedOut } from './movedOut';
import { confirm, join, remove } from './provisional';
import { split } from './split';
import { tenure } from './tenure';

/** Every kind of correction by its name. */
export const kinds: { [K in CorrectionKind]: Kind<K> } = {
  movedIn,
  movedOut,
  moved,
  fields,
  split,
  merge,
  tenure,
  confirm,
  join,
  remove,
};
export const kindOf = <K extends CorrectionKind>(kind: K): Kind<K> => kinds[kind];
