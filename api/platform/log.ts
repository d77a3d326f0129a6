import pino, { type Logger } from 'pino';

/** Structured log: ids and codes only. Bodies, headers and texts of people never get here. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.authorization', '*.cookie'],
  });

export type Log = Logger;
