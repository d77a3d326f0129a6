import type { Download } from '../../platform/endpoint';
import { bytesOf } from './madeSheet';
import { templateSheets } from './templateSheets';

/** The workbook an office fills in when it has none. */
export const readTemplate = async (): Promise<Download> => ({
  fileName: '暖邻_花名册模板.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: await bytesOf(templateSheets()),
});
