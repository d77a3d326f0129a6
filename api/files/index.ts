import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { readFile } from './readFile';
import { uploadFile } from './uploadFile';

export { attachFiles, type Named } from './attachFiles';
export { dropWith } from './dropWith';
export { fileWork } from './fileWork';

export const fileEndpoints: Binding[] = [
  endpoint(contracts.uploadFile, { can: ['act', 'Request'], run: uploadFile }),
  endpoint(contracts.readFile, { can: ['read', 'Request'], run: readFile }),
];
