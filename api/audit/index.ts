export { AccessLog } from './model';
export { recordAccess } from './recordAccess';
