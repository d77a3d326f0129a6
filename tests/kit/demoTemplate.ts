/** Both demo communities, made once a run by the real importer and copied for every file that lives in them. */
import { type Collection, MongoClient } from 'mongodb';
import { closeContext, openContext } from '../../api/openContext';
import { readConfig } from '../../api/platform/config';
import { isDuplicate } from '../../api/platform/mongo';
import { seedDemo } from '../../scripts/seed/seedDemo';
import { eventually } from './eventually';

/** Before any story begins, so that whoever is in it has been there for a while. */
const madeAt = '2026-11-22T09:00:00+08:00';

interface Making {
  _id: string;
  isDone: boolean;
}

/** Fills the database of this configuration; its keys are those of the first who asks. */
export async function copyDemo(environment: Record<string, string>): Promise<void> {
  const client = new MongoClient(environment.MONGODB_URI as string);
  try {
    const template = `demo_${process.env.NUANLIN_TEST_RUN}`;
    await makeOnce(client, template, environment);
    const collections = await client.db(template).collections();
    await Promise.all(collections.map((each) => copy(each, environment.NUANLIN_DB as string)));
  } finally {
    await client.close();
  }
}

/** An empty one is made with its indexes when the API starts. */
async function copy(from: Collection, db: string): Promise<void> {
  if (!(await from.estimatedDocumentCount())) return;
  await from.aggregate([{ $out: { db, coll: from.collectionName } }]).toArray();
}

/** Of all workers of the run one makes it, the others wait. */
async function makeOnce(
  client: MongoClient,
  template: string,
  environment: Record<string, string>,
): Promise<void> {
  const makings = client.db('test_makings').collection<Making>('makings');
  const _id = template;
  try {
    await makings.insertOne({ _id, isDone: false });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await eventually(
      () => makings.findOne({ _id }),
      (making) => making?.isDone === true,
      110_000,
    );
    return;
  }
  try {
    const context = await openContext(
      readConfig({ ...environment, NUANLIN_DB: template, NUANLIN_NOW: madeAt }),
    );
    await seedDemo(context, () => undefined);
    await closeContext(context);
    await makings.updateOne({ _id }, { $set: { isDone: true } });
  } catch (error) {
    await makings.deleteOne({ _id });
    throw error;
  }
}
