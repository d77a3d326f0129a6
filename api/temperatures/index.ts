export { ExtraReadings } from './model';
export { recordExtraReading } from './recordExtraReading';
