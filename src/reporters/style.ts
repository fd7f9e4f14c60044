/** Colours of the reports for people. */

/** ANSI codes; `reset` ends any of them. */
const STYLES = { high: '31;1', medium: '33', low: '36', bold: '1', dim: '2' } as const;

export type Paint = (style: keyof typeof STYLES, text: string) => string;

export function painter(color: boolean): Paint {
  return (style, text) => (color ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
}
