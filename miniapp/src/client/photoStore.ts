import Taro from '@tarojs/taro';
import { keptMs, openBytes, type Sealed, sealBytes } from './phoneStore';
import { isBrowser } from './send';

/** A photo as it lies on the phone; in a browser also what is sent. */
export interface Taken {
  path: string;
  blob?: Blob;
}

/** Where photos lie that wait for a network, by name. */
interface Shelf {
  put(name: string, photo: Taken): Promise<void>;
  get(name: string): Promise<Taken | null>;
  drop(name: string): Promise<void>;
  names(): Promise<string[]>;
}

const nameOf = (accountId: string, key: string): string => `${accountId}_${key}`;

/**
 * A photo that cannot be sent yet, under the key that it is sent with: as long as what is typed, and gone with the sign-out. A browser
 * has it sealed beside the texts, whose room is too small for it; a mini-program in the folder that is the program’s own.
 */
export const keepPhoto = (accountId: string, key: string, photo: Taken): Promise<void> =>
  shelfOf(accountId).put(nameOf(accountId, key), photo);

/** Null once it was sent, or where the phone has cleared it away. */
export const keptPhoto = (accountId: string, key: string): Promise<Taken | null> =>
  shelfOf(accountId).get(nameOf(accountId, key));

export const dropPhoto = (accountId: string, key: string): Promise<void> =>
  shelfOf(accountId).drop(nameOf(accountId, key));

/** Those of an account; with `onlyOld` what is too old to be sent. */
export async function dropPhotos(accountId: string, { onlyOld }: { onlyOld: boolean }): Promise<void> {
  const shelf = shelfOf(accountId);
  const own = (await shelf.names()).filter((name) => name.startsWith(nameOf(accountId, '')));
  await Promise.all(own.filter((name) => !onlyOld || isOld(name)).map(shelf.drop));
}

/** A UUIDv7 begins with when it was made. */
const isOld = (name: string): boolean => {
  const key = name.slice(name.lastIndexOf('_') + 1).replace('-', '');
  return Date.now() - Number.parseInt(key.slice(0, 12), 16) > keptMs;
};

/** In the place of a photo’s id, while it waits on this phone. */
const mark = 'kept:';
export const markOf = (key: string): string => mark + key;
export const markedKey = (id: string): string | null => (id.startsWith(mark) ? id.slice(mark.length) : null);

const shelfOf = (accountId: string): Shelf => (isBrowser ? browserShelf(accountId) : folderShelf);

const table = 'photos';

function browserShelf(accountId: string): Shelf {
  return {
    async put(name, { blob = new Blob() }) {
      const sealed = sealBytes(accountId, name, new Uint8Array(await blob.arrayBuffer()));
      if (sealed) await inDatabase('readwrite', (all) => all.put(sealed, name));
    },
    async get(name) {
      const sealed = await inDatabase<Sealed | undefined>('readonly', (all) => all.get(name));
      const bytes = sealed && openBytes(accountId, name, sealed);
      return bytes ? { path: '', blob: new Blob([bytes as BlobPart], { type: 'image/jpeg' }) } : null;
    },
    drop: (name) => inDatabase('readwrite', (all) => all.delete(name)),
    async names() {
      return (await inDatabase('readonly', (all) => all.getAllKeys())).map(String);
    },
  };
}

/** Answers once it is written, not only taken. */
async function inDatabase<T>(
  mode: IDBTransactionMode,
  use: (all: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('nuanlin', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(table);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const work = database.transaction(table, mode);
      const asked = use(work.objectStore(table));
      work.oncomplete = () => resolve(asked.result);
      work.onabort = work.onerror = () => reject(work.error);
    });
  } finally {
    database.close();
  }
}

const files = () => Taro.getFileSystemManager();
const pathOf = (name: string): string => `${Taro.env.USER_DATA_PATH}/${table}_${name}`;

const folderShelf: Shelf = {
  async put(name, { path }) {
    files().saveFileSync(path, pathOf(name));
  },
  async get(name) {
    const isThere = (await folderShelf.names()).includes(name);
    return isThere ? { path: pathOf(name) } : null;
  },
  async drop(name) {
    if ((await folderShelf.names()).includes(name)) files().unlinkSync(pathOf(name));
  },
  async names() {
    const all = files().readdirSync(Taro.env.USER_DATA_PATH ?? '');
    return all.filter((name) => name.startsWith(`${table}_`)).map((name) => name.slice(table.length + 1));
  },
};
