import type { ReturnView } from '@shared/returns/view';
import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useParty, useReturn } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Chip, Heading, Link, Page, State } from '@/parts';
import { JourneyCard } from '@/returns/JourneyCard';
import { useWatermark } from '@/worklist/useWatermark';
import { useWorkerWords } from '../words';
import { Decision } from './Decision';
import { Person } from './Person';
import { Told } from './Told';

/** One family that declared: who they are, a call, and the decision. */
export default function Verify() {
  const isReady = useEntry();
  const words = useWorkerWords();
  const { id = '' } = useRouter().params;
  const asked = useReturn(isReady ? id : '');
  const party = useParty(asked.data?.partyId ?? '');
  const watermark = useWatermark();
  const declared = party.data?.items.filter(({ state }) => state === 'declared') ?? [];
  const isFever = ({ urgency }: ReturnView) => urgency === 'fever';
  const waiting = [...declared.filter(isFever), ...declared.filter((one) => !isFever(one))];
  const [first] = waiting;
  return (
    <Page title={words.verifyTitle} watermark={watermark}>
      <Async query={asked.error ? asked : party} empty={!first && <State icon="done" words={words.done} />}>
        {first && (
          <>
            <Heading look="head">
              {first.door} · {words.people(waiting.length)}
            </Heading>
            <Told one={first} />
            {waiting.map((one) => (
              <Person key={one.id} one={one} />
            ))}
            <JourneyCard
              of={first}
              before={first.late && <Chip kind="warn" label={words.late24} />}
              after={
                <Link
                  label={words.correct}
                  onTap={() => open(pages.workerCorrect, { partyId: first.partyId })}
                />
              }
            />
            <Link label={words.invite} onTap={() => open(pages.invite, { householdId: first.householdId })} />
            <Decision waiting={waiting} />
          </>
        )}
      </Async>
    </Page>
  );
}
