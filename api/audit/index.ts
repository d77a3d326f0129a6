export { AccessLog, ExportLog } from './model';
export { recordAccess } from './recordAccess';
export { recordExport } from './recordExport';
