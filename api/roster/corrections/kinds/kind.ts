import type { CorrectionKind, CorrectionOf } from '@shared/roster/corrections';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../../../context';
import type { DataKey } from '../../../platform/sealing';
import type { GridPlace, ResidentDoc } from '../../model';

/** What a correction is about, found and seen by who says it. */
export interface Subject {
  /** Everybody concerned; the first one’s roster key seals what was said. */
  about: Types.ObjectId[];
  surname: string;
  door: string;
  dwellingId?: Types.ObjectId | undefined;
  toDoor?: string;
  place: GridPlace;
  fields?: string[];
}

export interface Applying {
  communityId: Types.ObjectId;
  /** The first of `about`. */
  residentId: Types.ObjectId;
  /** Its roster key. */
  key: DataKey;
  /** Whose word makes it hold: who said it, or who accepted it. */
  by: Types.ObjectId;
  session: ClientSession;
}

export interface Applied {
  /** What it was, to be sealed. */
  before: Record<string, unknown>;
  /** Who turned out to be concerned as well. */
  also?: Types.ObjectId[];
}

/** One kind of correction: what it is about, and what it does. */
export interface Kind<K extends CorrectionKind> {
  /** Finds what it is about among what `sees` lets through. Problems: notFound, input.invalid. */
  subject(ctx: Context, sees: Sees, said: CorrectionOf<K>): Promise<Subject>;
  /** Does it, in the caller’s transaction; answers what it was before. Problems: roster.movedOn, resident.known, resident.openWork. */
  apply(ctx: Context, said: CorrectionOf<K>, on: Applying): Promise<Applied>;
}

/** What the one who corrects may see. Each: notFound otherwise. */
export interface Sees {
  communityId: Types.ObjectId;
  resident(id: string): Promise<ResidentDoc>;
  household(
    id: string,
  ): Promise<{ _id: Types.ObjectId; door: string; dwellingId?: Types.ObjectId } & GridPlace>;
  dwelling(id: string): Promise<{ _id: Types.ObjectId; door: string } & GridPlace>;
}
