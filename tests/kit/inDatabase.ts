import { readFileSync } from 'node:fs';
import { type Db, MongoClient } from 'mongodb';
import { uriFile } from '../../scripts/start/keepMongod';
import type { Home } from './startCommand';

/** What is in the database of a demo itself. */
export async function inDatabase<Seen>(home: Home, look: (db: Db) => Promise<Seen>): Promise<Seen> {
  const client = new MongoClient(readFileSync(uriFile(home.data), 'utf8').trim());
  try {
    return await look(client.db('nuanlin'));
  } finally {
    await client.close();
  }
}
