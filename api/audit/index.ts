export { type AccessDoc, AccessLog, ExportLog, SearchLog } from './model';
export { recordAccess } from './recordAccess';
export { recordExport } from './recordExport';
export { recordSearch } from './recordSearch';
