/** The text of HTML as a part of a document (the body of a mail): what is shown, and what is said in attributes and comments. */

/** Elements that end a line. */
const BLOCKS = new Set(
  'address article aside blockquote br center dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table title tr ul'.split(
    ' ',
  ),
);
/** Elements that end a cell. */
const CELLS = new Set(['td', 'th']);
/** Attributes with text that people read or that a form sends. */
const ATTRIBUTES = ['alt', 'title', 'value', 'content', 'placeholder'] as const;

/** Text of the mark-up, a line for each block; addresses of links that are not shown stand at the end. */
export async function htmlText(html: string): Promise<string> {
  const { Parser } = await import('htmlparser2');
  let text = '';
  const targets: string[] = [];
  let isStyle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isStyle = name === 'style';
        if (BLOCKS.has(name)) text += '\n';
        for (const attribute of ATTRIBUTES) {
          const value = attributes[attribute];
          if (value !== undefined && value !== '') text += `${value}\n`;
        }
        const { href } = attributes;
        const target = href?.replace(/^mailto:/i, '');
        if (target !== undefined) targets.push(target);
      },
      ontext(data) {
        if (!isStyle) text += data;
      },
      oncomment(data) {
        text += `\n${data}\n`;
      },
      onclosetag(name) {
        if (name === 'style') isStyle = false;
        if (BLOCKS.has(name)) text += '\n';
        else if (CELLS.has(name)) text += '\t';
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const shown = text
    .replace(/[ \t\f\v]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return [shown, ...new Set(targets.filter((target) => target !== '' && !shown.includes(target)))].join('\n');
}
