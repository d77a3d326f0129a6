import { type Model, Schema } from 'mongoose';
import { collection, type HasConnection, schemaOptions } from '../platform/mongo';
import { type CaseDoc, caseFields, caseIndexes } from './caseModel';
import { type ErrandDoc, errandFields, errandIndexes } from './errandModel';
import { requestFields, requestIndexes } from './requestBase';

export { type CaseDoc, type FeverReadingDoc, isAboutPerson } from './caseModel';
export type { ErrandDoc, Holder } from './errandModel';
export type { HistoryEntry, RequestAction, RequestState } from './requestBase';

/** Something asked for or raised; which of the two says `life`. */
export type RequestDoc = CaseDoc | ErrandDoc;
export const isErrand = (doc: RequestDoc): doc is ErrandDoc => doc.life === 'errand';

// What a document has depends on its life: the types say it.
const request = new Schema({ ...requestFields, ...caseFields, ...errandFields }, schemaOptions);
for (const [keys, options] of [...requestIndexes, ...caseIndexes, ...errandIndexes])
  request.index(keys, options);

export const Requests = collection<RequestDoc>('requests', request as unknown as Schema<RequestDoc>);
/** The same collection where only cases, or only errands, are meant; the filter says so as well. */
export const Cases = Requests as unknown as (ctx: HasConnection) => Model<CaseDoc>;
export const Errands = Requests as unknown as (ctx: HasConnection) => Model<ErrandDoc>;
