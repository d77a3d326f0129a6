import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type ClientSession, type Connection, Schema, type Types } from 'mongoose';
import type { Changes } from './changes';
import type { Keyring } from './config';
import { createKnown } from './known';
import { collection, insertAll, insertPlain, schemaOptions } from './mongo';

export type DataKeyKind = 'roster' | 'episode' | 'account' | 'import' | 'message' | 'request' | 'file';

interface DataKeyDoc {
  /** `<kind>:<owner id>`; destruction of an episode deletes this document. */
  _id: string;
  masterKeyId: string;
  wrapped: string;
  madeAt: Date;
}
const DataKeys = collection<DataKeyDoc>(
  'dataKeys',
  new Schema<DataKeyDoc>({ _id: String, masterKeyId: String, wrapped: String, madeAt: Date }, schemaOptions),
);

export type DataKeyId = `${DataKeyKind}:${string}`;
export const dataKeyId = (kind: DataKeyKind, owner: Types.ObjectId | string): DataKeyId =>
  `${kind}:${String(owner)}`;

/** An opened data key: seals and opens fields of its owner. `place` binds a text to its record: `residents/<id>/name`. */
export interface DataKey {
  seal(text: string, place: string): string;
  open(sealed: string, place: string): string;
}

export interface SealKeys {
  /** Makes the keys of new owners, in the caller's transaction. */
  make(ids: DataKeyId[], session?: ClientSession): Promise<Map<DataKeyId, DataKey>>;
  /**
   * Opens the keys of many owners in one read, or in none where they were opened before; a destroyed key is missing from the map.
   * In a transaction they are read there.
   */
  load(ids: DataKeyId[], session?: ClientSession): Promise<Map<DataKeyId, DataKey>>;
  /** Keeps a key that was made, once its transaction has held: whoever made it is answered with what it sealed. */
  keep(id: DataKeyId, key: DataKey): void;
  /** Whatever these keys sealed cannot be opened any more. */
  destroy(ids: DataKeyId[], session?: ClientSession): Promise<void>;
}

export function createSealKeys(connection: Connection, ring: Keyring['master'], changes: Changes): SealKeys {
  const current = ring[0] as Keyring['master'][number];
  const collectionOf = () => DataKeys({ connection });
  const opened = createKnown<DataKeyId, DataKey>(changes, {
    collection: 'dataKeys',
    forgets: ({ id, kind }) => (kind === 'insert' ? [] : [id as DataKeyId]),
  });
  return {
    async make(ids, session) {
      const made = ids.map((id) => ({ id, key: randomBytes(32) }));
      const docs = made.map(({ id, key }) => ({
        _id: id,
        masterKeyId: current.id,
        wrapped: encrypt(current.key, key, id),
        madeAt: new Date(),
      }));
      await (session ? insertPlain(collectionOf(), docs, session) : insertAll(collectionOf(), docs));
      return new Map(made.map(({ id, key }) => [id, dataKey(key)]));
    },
    async load(ids, session) {
      const wanted = [...new Set(ids)];
      const read = async (missing: DataKeyId[]) => {
        // Asked for with every reply: straight to the driver.
        const docs = await collectionOf()
          .collection.find<DataKeyDoc>({ _id: { $in: missing } } as never, session ? { session } : {})
          .toArray();
        return new Map(docs.map((doc) => [doc._id as DataKeyId, dataKey(unwrap(ring, doc))]));
      };
      if (!wanted.length) return new Map();
      return session ? read(wanted) : opened.load(wanted, read);
    },
    keep: (id, key) => opened.keep(id, key),
    async destroy(ids, session) {
      opened.forget(ids);
      await collectionOf().deleteMany({ _id: { $in: ids } }, session ? { session } : {});
      opened.forget(ids);
    },
  };
}

const rewrapBatch = 1000;

/**
 * Seals every data key that another master key has sealed with the current one, and tells how far it is. May be cut and
 * repeated, and run beside the API: a key that was destroyed meanwhile stays destroyed. Answers how many it moved.
 */
export async function rewrapDataKeys(
  connection: Connection,
  ring: Keyring['master'],
  tell: (done: number) => void = () => undefined,
): Promise<number> {
  const [current] = ring as [Keyring['master'][number]];
  const dataKeys = DataKeys({ connection });
  for (let done = 0, after = ''; ; ) {
    const docs = await dataKeys
      .find({ _id: { $gt: after }, masterKeyId: { $ne: current.id } })
      .sort({ _id: 1 })
      .limit(rewrapBatch)
      .lean();
    if (!docs.length) return done;
    const { modifiedCount } = await dataKeys.bulkWrite(
      docs.map((doc) => ({
        updateOne: {
          filter: { _id: doc._id, masterKeyId: doc.masterKeyId },
          update: {
            $set: { masterKeyId: current.id, wrapped: encrypt(current.key, unwrap(ring, doc), doc._id) },
          },
        },
      })),
    );
    done += modifiedCount;
    after = docs.at(-1)?._id ?? after;
    tell(done);
  }
}

function unwrap(ring: Keyring['master'], doc: DataKeyDoc): Buffer {
  const master = ring.find(({ id }) => id === doc.masterKeyId);
  if (!master) throw new Error(`master key ${doc.masterKeyId} is not in the keyring`);
  return decrypt(master.key, doc.wrapped, doc._id);
}

const dataKey = (key: Buffer): DataKey => ({
  seal: (text, place) => encrypt(key, Buffer.from(text, 'utf8'), place),
  open: (sealed, place) => decrypt(key, sealed, place).toString('utf8'),
});

const encrypt = (key: Buffer, plain: Buffer, place: string): string =>
  encryptBytes(key, plain, place).toString('base64');

const decrypt = (key: Buffer, sealed: string, place: string): Buffer =>
  decryptBytes(key, Buffer.from(sealed, 'base64'), place);

/** AES-256-GCM; nonce, tag and bytes in one. The place is associated data, so what is sealed cannot be moved to another record. */
export function encryptBytes(key: Buffer, plain: Buffer, place: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function decryptBytes(key: Buffer, bytes: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
