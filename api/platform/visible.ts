import { subject as named } from '@casl/ability';
import { type Abilities, type Act, abilitiesFor, dependOnTime, type Subject } from '@shared/abilities';
import { Types } from 'mongoose';
import type { Who } from '../context';

const built = new WeakMap<object, { abilities: Abilities; at: number }>();
/** What is seen for some days only is seen a minute longer at most. */
const keptMs = 60_000;

/** The abilities behind a token, built once for a membership as it is in the cache; once a minute where time changes them. */
export function abilitiesOf(who: Who): Abilities {
  const of = who.membership ?? who;
  const at = who.at.getTime();
  const known = built.get(of);
  // A window that listens speaks for the moment it was opened; it does not bring that back.
  if (known && (at - known.at < keptMs || !dependOnTime(who.membership))) return known.abilities;
  const abilities = abilitiesFor(who.membership, who.at);
  built.set(of, { abilities, at });
  return abilities;
}

const filters = new WeakMap<Abilities, Map<string, Filter>>();
interface Filter {
  plain: Record<string, unknown>;
  withIds: Record<string, unknown>;
}

/** The filter of what this membership may see (or act on). Without any rule nothing matches. */
export const visible = (who: Who, subject: Subject, act: Act = 'read'): Record<string, unknown> =>
  filterOf(who, subject, act).plain;

/** The same for the driver, which takes ids as ids. Of one rule the conditions themselves. */
export const visibleIds = (who: Who, subject: Subject, act: Act): Record<string, unknown> =>
  filterOf(who, subject, act).withIds;

/** Made once for each set of abilities: they do not change. */
function filterOf(who: Who, subject: Subject, act: Act): Filter {
  const abilities = abilitiesOf(who);
  const known = filters.get(abilities) ?? new Map<string, Filter>();
  filters.set(abilities, known);
  const name = `${act} ${subject}`;
  const filter = known.get(name) ?? makeFilter(abilities, subject, act);
  known.set(name, filter);
  return filter;
}

function makeFilter(abilities: Abilities, subject: Subject, act: Act): Filter {
  const rules = abilities.rulesFor(act, subject);
  if (rules.some(({ inverted }) => inverted)) throw new Error('abilities: permissions only, no exceptions');
  const none = { _id: { $in: [] } };
  if (!rules.length) return { plain: none, withIds: none };
  const any = rules.map(({ conditions }) => (conditions ?? {}) as Record<string, unknown>);
  const ids = any.map((conditions) => withIds(conditions) as Record<string, unknown>);
  const [only, ...others] = ids;
  return { plain: { $or: any }, withIds: only && !others.length ? only : { $or: ids } };
}

const isId = /^[0-9a-f]{24}$/;
function withIds(value: unknown): unknown {
  if (typeof value === 'string') return isId.test(value) ? new Types.ObjectId(value) : value;
  if (Array.isArray(value)) return value.map(withIds);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Types.ObjectId || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIds(inner)]));
}

/** What rules look at in a document. */
interface Placed {
  _id?: Types.ObjectId;
  communityId: Types.ObjectId;
  residentId?: Types.ObjectId | undefined;
  householdId?: Types.ObjectId | undefined;
  partyId?: Types.ObjectId | undefined;
  gridPath?: Types.ObjectId[];
  /** Of a slot or a request. */
  kind?: string;
  healthUntil?: Date;
  /** Of a request. */
  life?: string;
  state?: string;
  open?: boolean;
  privateTo?: Types.ObjectId | undefined;
  poolGridId?: Types.ObjectId;
  holder?: { accountId: Types.ObjectId } | null;
  /** Of a person: something of them is in view of the health station. */
  isInCare?: boolean;
}

/** Whether this membership may do something with one thing. The same rules as the filter, on a document that was read. */
export const mayWith = (who: Who, act: Act, subject: Subject, doc: Placed): boolean =>
  abilitiesOf(who).can(act, named(subject, new Facts(doc) as Facts & Record<PropertyKey, unknown>));

const text = (id?: Types.ObjectId) => id && String(id);

/** A document as rules read it: ids as texts, each made when a rule asks for it. */
class Facts {
  constructor(private readonly doc: Placed) {}
  get _id() {
    return text(this.doc._id);
  }
  get communityId() {
    return text(this.doc.communityId);
  }
  get residentId() {
    return text(this.doc.residentId);
  }
  get householdId() {
    return text(this.doc.householdId);
  }
  get partyId() {
    return text(this.doc.partyId);
  }
  get poolGridId() {
    return text(this.doc.poolGridId);
  }
  get gridPath() {
    return this.doc.gridPath?.map(String) ?? [];
  }
  get privateTo() {
    return text(this.doc.privateTo) ?? null;
  }
  get holder() {
    const { holder } = this.doc;
    return holder && { accountId: String(holder.accountId) };
  }
  get kind() {
    return this.doc.kind;
  }
  get life() {
    return this.doc.life;
  }
  get state() {
    return this.doc.state;
  }
  get open() {
    return this.doc.open;
  }
  get healthUntil() {
    return this.doc.healthUntil;
  }
  get isInCare() {
    return this.doc.isInCare;
  }
}

/** Whether temperatures and symptoms of somebody are the caller's business. */
export const seesHealth = (
  who: Who,
  doc: Required<Pick<Placed, 'communityId' | 'residentId' | 'householdId' | 'gridPath'>> & Placed,
): boolean => mayWith(who, 'read', 'Health', doc);
