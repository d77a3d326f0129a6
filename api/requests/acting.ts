import type { LineMark } from '@shared/requests/shopping';

/** What an action brings along, of whatever life and kind. */
export interface ActionInput {
  step?: string;
  result?: string;
  text?: string;
  reason?: string;
  outcome?: string;
  accountId?: string;
  yes?: boolean;
  amountFen?: number;
  where?: string;
  doorCode?: string;
  photoFileId?: string;
  receiptFileId?: string;
  answeredBy?: string;
  nextTryAt?: string;
  pays?: string;
  runId?: string;
  lines?: number[];
  as?: LineMark | 'toGet';
}

/** A step that is about to be taken. */
export interface Acting<Action, State> {
  action: Action;
  to: State;
  input: ActionInput;
  now: Date;
  /** Earlier than now where it was done without network. */
  doneAt: Date;
}

/** What somebody wrote with an action; one action has one text. */
export const textOf = ({ text, reason, where, answeredBy }: ActionInput): string | undefined =>
  text ?? reason ?? where ?? answeredBy;
