import { goBack } from '@/client/navigate';
import { Button, Card, Heading, Line, Notice, Page, State } from '@/parts';
import { type ChangeName, offeredTo } from './changes';
import { Fill } from './Fill';
import type { About } from './form';
import { LastLook } from './LastLook';
import { useChange } from './useChange';
import { useChangeWords } from './words';

interface ChangeStepsProps {
  about: About;
  first: ChangeName | '';
  watermark: string;
}

/** One change of an entry: choose what, fill in, see what will happen, do it. */
export function ChangeSteps({ about, first, watermark }: ChangeStepsProps) {
  const words = useChangeWords();
  const { file } = about;
  const { name, step, form, isSending, refusal, faultOf, ...steps } = useChange(about, first);
  const isAtOnce = file.actions.includes('correct') || name === 'contact';
  const at = { watermark, strip: `${file.door} · ${file.name}` };
  const back = first ? () => goBack() : () => steps.choose('');
  if (!name)
    return (
      <Page {...at} title={words.what}>
        <What about={about} onChoose={steps.choose} />
      </Page>
    );
  if (step === 'done') {
    // After these two there is no such entry to go back to.
    const leave = () => goBack(name === 'remove' || name === 'same' ? 2 : 1);
    const known = <Button label={words.known} onTap={leave} />;
    return (
      <Page {...at} title={words.titles[name] ?? words.names[name]} onBack={leave}>
        <State icon="done" words={isAtOnce ? words.done : words.told} button={known} />
      </Page>
    );
  }
  if (step === 'fill')
    return (
      <Page
        {...at}
        title={words.titles[name] ?? words.names[name]}
        onBack={back}
        foot={<Button label={words.next} onTap={steps.check} />}
      >
        {refusal && <Notice>{refusal}</Notice>}
        <Fill name={name} about={about} form={form} onChange={steps.change} faultOf={faultOf} />
      </Page>
    );
  const label = name === 'remove' ? words.remove : isAtOnce ? words.save : words.send;
  return (
    <LastLook
      {...{ at, about, name, form, refusal, isSending, label }}
      onBack={steps.again ?? back}
      onSave={() => void steps.save()}
    />
  );
}

const parts = ['provisional', 'facts', 'home'] as const;

/** Everything that may be said of this person. */
function What({ about, onChoose }: { about: About; onChoose(name: ChangeName): void }) {
  const words = useChangeWords();
  return (
    <>
      {parts.map((part) => {
        const offered = offeredTo(about, part);
        if (!offered.length) return null;
        return (
          <Card key={part}>
            <Heading>{words.parts[part]}</Heading>
            {offered.map((name) => (
              <Line key={name} label={words.names[name]} onTap={() => onChoose(name)} />
            ))}
          </Card>
        );
      })}
    </>
  );
}
