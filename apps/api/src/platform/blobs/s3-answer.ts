import { SaxesParser } from 'saxes';

/** An element and the texts of those directly in it, by their names. */
interface Said {
  name: string;
  texts: Record<string, string>;
}

/** The elements of an S3 store's answer that hold others, inner ones before those around them. @throws where it is no XML */
export function readAnswer(xml: string): Said[] {
  const found: Said[] = [];
  const open: (Said & { text: string })[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => void open.push({ name, texts: {}, text: '' }));
  parser.on('text', (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  });
  parser.on('closetag', () => {
    const { name, texts, text } = open.pop()!;
    const around = open.at(-1);
    if (around && Object.keys(texts).length === 0) around.texts[name] = text;
    else found.push({ name, texts });
  });
  parser.write(xml.trim()).close();
  return found;
}
