import type * as z from 'zod';

type Schema = z.core.$ZodType;
/** What a schema is made of; the part of zod’s own description that is read here. */
type Def = {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
  options?: Schema[];
};

/**
 * A reply without anything its schema does not name, even where it does not fit: no field that nobody declared leaves.
 * What should be a plain value and is a document becomes null.
 */
export function stripReply(schema: Schema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const def = schema._zod.def as unknown as Def;
  if (def.innerType) return stripReply(def.innerType, value);
  if (def.options) return stripUnion(def.options, value);
  if (def.type === 'array')
    return Array.isArray(value) ? value.map((one) => stripReply(def.element as Schema, one)) : null;
  if (Array.isArray(value)) return null;
  const entries = Object.entries(value);
  if (def.type === 'record')
    return Object.fromEntries(entries.map(([key, one]) => [key, stripReply(def.valueType as Schema, one)]));
  if (def.type !== 'object') return null;
  const shape = def.shape ?? {};
  return Object.fromEntries(
    entries.flatMap(([key, one]) => {
      const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return known ? [[key, stripReply(known, one)]] : [];
    }),
  );
}

/** Of several shapes none fits: only what each of those that can be a document would let through. */
function stripUnion(options: Schema[], value: object): unknown {
  const fitting = options.find((option) => (option as z.ZodType).safeParse(value).success);
  if (fitting) return stripReply(fitting, value);
  const composite = options.filter((option) => stripReply(option, value) !== null);
  return composite.length
    ? composite.reduce<unknown>((left, option) => stripReply(option, left), value)
    : null;
}
