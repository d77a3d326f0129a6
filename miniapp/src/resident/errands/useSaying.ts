import type { FieldError } from '@shared/problems';
import { useSession } from '@/client/session';
import { forgetDrafts } from '@/client/useDraft';

type Input = Record<string, string>;
const missingIn = (input: Input): FieldError[] =>
  Object.entries(input).flatMap(([name, value]) =>
    value.trim() ? [] : [{ path: `input.${name}`, code: 'required' as const }],
  );

interface SayingProps<Action extends string> {
  acting: {
    act(action: Action, input: Input): Promise<boolean>;
    show(missing: FieldError[]): void;
    recheck(missing: FieldError[]): void;
  };
  action: Action;
  input: Input;
  /** What is written down is kept under names that begin so until it was sent. */
  draft: string;
  /** It was done, or is not wanted any more. */
  onDone(): void;
}

/** Sends what was written down with an action; what is missing is named first, until it is there. */
export function useSaying<Action extends string>({
  acting,
  action,
  input,
  draft,
  onDone,
}: SayingProps<Action>) {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const send = async () => {
    const missing = missingIn(input);
    if (missing.length) return acting.show(missing);
    const trimmed = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value.trim()]));
    if (!(await acting.act(action, trimmed))) return;
    forgetDrafts(accountId, draft);
    onDone();
  };
  /** Keeps what is changed; it is not called missing any more. */
  const changing =
    <T extends string>(name: string, set: (value: T) => void) =>
    (value: string) => {
      set(value as T);
      acting.recheck(missingIn({ ...input, [name]: value }));
    };
  return { send, changing };
}
