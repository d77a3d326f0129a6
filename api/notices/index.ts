export { Messages, type Telling, tell } from './model';
