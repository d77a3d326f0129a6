import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Problem } from '../../../platform/problem';
import { unreadable } from './unreadable';

export interface XmlReader {
  /** Names come without their prefix. Answer true to stop reading. */
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Looked at after every piece. */
  isDone?(): boolean;
}

/** One text or tag longer than this is no workbook’s; a parser would hold all of it in memory. */
const longestToken = 4_000_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Streams XML past a reader. Entities of a document's own are unknown to it, so none can grow. Problem: import.unreadable. */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  let sinceToken = 0;
  parser.on('error', () => {
    throw unreadable('broken');
  });
  parser.on('opentag', (tag) => {
    const { name, attributes } = tag as SaxesTagPlain;
    sinceToken = 0;
    reader.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    sinceToken = 0;
    reader.close?.(local(name));
  });
  if (reader.text) parser.on('text', (text) => reader.text?.(text));
  try {
    for await (const piece of pieces) {
      sinceToken += piece.length;
      parser.write(piece);
      if (sinceToken > longestToken) throw unreadable('broken');
      if (reader.isDone?.()) return;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Problem ? error : unreadable('broken');
  }
}
