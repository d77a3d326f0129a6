import { useDraft } from '@/client/useDraft';
import { Cells, Pad, TextField } from '@/parts';
import { PhotoField } from '@/photos/PhotoField';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

const codeDigits = 4;
type Means = 'code' | 'photo' | 'name';
const ownMeans: readonly Means[] = ['code', 'photo'];
const allMeans: readonly Means[] = ['name', ...ownMeans];

/**
 * At the door: the code that the household says, a photo of what stands there, or, where staff ordered for it, who opened; and that it
 * was disinfected twice. A household that ordered itself can read the code.
 */
export function DeliverForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [code, setCode] = useDraft(draftOf(of, 'code'));
  const [name, setName] = useDraft(draftOf(of, 'answeredBy'));
  const [photo, setPhoto] = useDraft(draftOf(of, 'photo'));
  const [means, setMeans] = useDraft<Means>(draftOf(of, 'means'));
  const [clean, setClean] = useDraft<'yes'>(draftOf(of, 'clean'));
  const isOwnOrder = of.channel === 'app';
  const by = means || (isOwnOrder ? 'code' : '');
  const said = name.trim();
  const proofs: Record<Means, object | false> = {
    code: code.length === codeDigits && { doorCode: code },
    photo: photo !== '' && { photoFileId: photo },
    name: said !== '' && { answeredBy: said },
  };
  const proof = by && proofs[by];
  const wrong = faultOf('doorCode');
  const onKey = (key: string) => {
    recheck();
    // After a wrong code another one begins.
    const before = wrong && code.length === codeDigits ? '' : code;
    if (key === 'erase') setCode(code.slice(0, -1));
    else setCode((before + key).slice(0, codeDigits));
  };
  return (
    <Form {...frame} action="deliver" input={proof && clean ? { ...proof, disinfectedTwice: true } : null}>
      {(isTried) => (
        <>
          <Cells
            label={words.proof}
            halves
            value={by}
            onChange={(next) => {
              recheck();
              setMeans(next as Means);
            }}
            fault={isTried && !by ? words.choose : undefined}
            options={(isOwnOrder ? ownMeans : allMeans).map((value) => ({
              value,
              label: words.means[value],
            }))}
          />
          {by === 'photo' && (
            <PhotoField
              label={words.photo}
              use="evidence"
              isKeepable
              value={photo}
              onChange={(next) => {
                recheck();
                setPhoto(next);
              }}
              fault={(isTried && !photo && words.photoFault) || faultOf('photoFileId')}
            />
          )}
          {by === 'code' && (
            <Pad
              label={words.code}
              value={code}
              blank="____"
              onKey={onKey}
              fault={(isTried && code.length < codeDigits && words.codeFault) || wrong}
            />
          )}
          {by === 'name' && (
            <TextField
              label={words.answeredBy}
              max={40}
              value={name}
              onChange={(next) => {
                recheck();
                setName(next);
              }}
              fault={(isTried && !said && words.write) || faultOf('answeredBy')}
            />
          )}
          <Cells
            label={words.disinfection}
            whole
            value={clean}
            onChange={() => setClean(clean ? '' : 'yes')}
            fault={isTried && !clean ? words.cleanFault : undefined}
            options={[{ value: 'yes', label: words.clean }]}
          />
        </>
      )}
    </Form>
  );
}
