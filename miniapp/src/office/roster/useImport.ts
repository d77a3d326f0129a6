import type { PeopleField } from '@shared/grids/peopleFields';
import type { UnreadableReason } from '@shared/grids/unreadable';
import type { ImportView } from '@shared/grids/workbookContract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/client/problem';
import { download, upload } from '@/client/upload';
import { uuidV7 } from '@/client/uuidV7';
import { useFaults } from '@/returns/useFaults';
import { useUnreadableWords } from './words';

export type Step = 'file' | 'columns' | 'preview' | 'import';
/** What the office says about a file that is not what was guessed. */
interface Wishes {
  sheets?: string[];
  /** `sheet!column` → field. */
  columns: Record<string, PeopleField | null>;
  preferFile: boolean;
}
interface State {
  step: Step;
  file: File | null;
  wishes: Wishes;
  view: ImportView | null;
  /** The wish to import what is previewed: repeated, it is the same one. */
  key: string;
  isBusy: boolean;
  /** Other sheets brought columns that nobody has looked at. */
  isNewLayout: boolean;
  /** The import that is shown: running or over. */
  id: string | null;
}
const first: State = {
  step: 'file',
  file: null,
  wishes: { columns: {}, preferFile: false },
  view: null,
  key: '',
  isBusy: false,
  isNewLayout: false,
  id: null,
};

const queryOf = ({ sheets, columns, preferFile }: Wishes) => ({
  ...(sheets && { sheets: JSON.stringify(sheets) }),
  ...(Object.keys(columns).length && { columns: JSON.stringify(columns) }),
  ...(preferFile && { prefer: 'file' }),
});

const layoutsOf = ({ columns }: ImportView): string =>
  JSON.stringify(columns.map(({ layout, header }) => [layout, header]));

/** What is tried and what went wrong: one thing at a time, and everything chosen stays. */
function useAttempts(isBusy: boolean, set: (change: Partial<State>) => void) {
  const { refusal, showRefusal, show } = useFaults();
  const unreadable = useUnreadableWords();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const tell = (error: unknown) => {
    const why = error instanceof Problem && error.code === 'import.unreadable' && error.params.reason;
    if (error instanceof Problem && why) setReason(unreadable[why as UnreadableReason]?.(error.params) ?? '');
    else showRefusal(error);
  };
  const forget = () => {
    show([]);
    setReason('');
  };
  const attempt = async (work: () => Promise<Partial<State>>) => {
    if (isBusy) return;
    forget();
    set({ isBusy: true });
    try {
      set({ ...(await work()), isBusy: false });
    } catch (error) {
      tell(error);
      set({ isBusy: false });
    }
    void queries.invalidateQueries({ queryKey: ['import'] });
  };
  const fetched = async (work: () => Promise<void>) => {
    forget();
    await work().catch(tell);
  };
  return { refusal: reason || refusal, forget, attempt, fetched };
}

const read = (file: File, wishes: Wishes) =>
  upload('importRoster', { file, query: { ...queryOf(wishes), dryRun: true } });

/** What would come of a file as the office wishes it. */
async function previewed({ file, view: before }: State, wishes: Wishes): Promise<Partial<State>> {
  if (!file) return {};
  const view = await read(file, wishes);
  const isNewLayout = before !== null && layoutsOf(view) !== layoutsOf(before);
  const isAgreed = !view.missing.length && !isNewLayout;
  return { view, wishes, isNewLayout, key: uuidV7(), step: isAgreed ? 'preview' : 'columns' };
}

/** A file on its way into the roster: chosen, its columns agreed on, previewed, imported. Nothing is written before `confirm`. */
export function useImport() {
  const [state, setState] = useState<State>(first);
  const set = (change: Partial<State>) => setState((now) => ({ ...now, ...change }));
  const { refusal, forget, attempt, fetched } = useAttempts(state.isBusy, set);
  const { file, wishes, key, id } = state;
  return {
    ...state,
    refusal,
    choose: (file: File) =>
      attempt(async () => ({
        ...{ ...first, file, key: uuidV7(), step: 'columns' },
        view: await read(file, first.wishes),
      })),
    setSheets: (sheets: string[]) => set({ wishes: { ...wishes, sheets } }),
    setColumns: (columns: Wishes['columns']) =>
      set({ wishes: { ...wishes, columns: { ...wishes.columns, ...columns } } }),
    toPreview: () => attempt(() => previewed(state, wishes)),
    setPreferFile: (preferFile: boolean) => attempt(() => previewed(state, { ...wishes, preferFile })),
    confirm: () =>
      attempt(async () => {
        if (!file) return {};
        const query = { ...queryOf(wishes), wait: false };
        const begun = await upload('importRoster', { file, query, key });
        return { id: begun.id, step: 'import' };
      }),
    fetchTemplate: () => fetched(() => download('readTemplate')),
    fetchRefused: () =>
      fetched(async () => {
        if (id) await download('readRefusedRows', { params: { id } });
        else if (file) await download('previewRefusedRows', { file, query: queryOf(wishes) });
      }),
    /** Shows an import that is there already. */
    watch: (id: string) => set({ ...first, id, step: 'import' }),
    goTo: (step: Step) => {
      forget();
      set(step === 'file' ? first : { step });
    },
  };
}
export type Importing = ReturnType<typeof useImport>;
