import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card, Heading, Icon, Link, Loading, Notice, spoken } from '@/parts';
import { Columns } from './Columns';
import { LastImport } from './LastImport';
import { Preview } from './Preview';
import { useLastImport } from './queries';
import { Running } from './Running';
import { type Importing, type Step, useImport } from './useImport';
import { useImportWords } from './words';

const steps: readonly Step[] = ['file', 'columns', 'preview', 'import'];

/** A workbook into the roster, step by step; an import that runs is shown to whoever comes back. */
export function ImportRoster({ onStep }: { onStep(step: Step): void }) {
  const words = useImportWords();
  const importing = useImport();
  const { step, watch } = importing;
  const last = useLastImport();
  const running = last?.state === 'running' ? last.id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an import that begins to run, or a page that opens.
  useEffect(() => {
    if (running && step === 'file') watch(running);
  }, [running, step]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of steps alone.
  useEffect(() => onStep(step), [step]);
  return (
    <>
      <Where step={step} />
      {importing.file && <View className="under book-help">{words.fileName(importing.file.name)}</View>}
      {importing.refusal && <Notice>{importing.refusal}</Notice>}
      {step === 'file' && <ChooseFile importing={importing} />}
      {step === 'columns' && <Columns importing={importing} />}
      {step === 'preview' && <Preview importing={importing} />}
      {step === 'import' && <Running importing={importing} />}
    </>
  );
}

function Where({ step }: { step: Step }) {
  const words = useImportWords();
  const at = steps.indexOf(step);
  return (
    <View
      className="book-steps"
      {...spoken({ role: 'group', label: words.step(at + 1, words.steps[at] ?? '') })}
    >
      {words.steps.map((name, i) => (
        <View key={name} className={i === at ? 'book-step now' : 'book-step'}>
          <View className={`point ${i < at ? 'done' : i === at ? 'now' : ''}`}>
            {i < at && <Icon name="done" />}
          </View>
          {name}
        </View>
      ))}
    </View>
  );
}

function ChooseFile({ importing }: { importing: Importing }) {
  const words = useImportWords();
  const { isBusy, choose, fetchTemplate } = importing;
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // The same file, mended, may be chosen again.
    if (file) void choose(file).finally(() => Object.assign(input, { value: '' }));
  };
  return (
    <>
      <LastImport onLook={importing.watch} />
      <Card>
        <Heading>{words.title}</Heading>
        <View className="under">{words.help}</View>
        <label className={`tap button file ${isBusy ? 'off' : ''}`}>
          {words.file}
          <input
            className="file-input"
            type="file"
            accept=".xlsx,.csv"
            disabled={isBusy}
            onChange={(e) => take(e.target)}
          />
        </label>
        <Link label={words.template} icon="paper" onTap={() => void fetchTemplate()} />
        {isBusy && (
          <>
            <View className="section" {...spoken({ role: 'status' })}>
              {words.reading}
            </View>
            <Loading />
          </>
        )}
      </Card>
    </>
  );
}
