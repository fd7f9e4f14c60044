/** Tells HTML and XML from other text by their first tag, and by their name where that leaves a doubt. */

const HTML = new Set(['html', 'htm', 'xhtml', 'shtml']);
const XML = new Set(['xml', 'xsd', 'xsl', 'xslt', 'rss', 'atom', 'svg', 'kml', 'gpx', 'plist', 'wsdl', 'rdf', 'pom', 'resx']);
/** What may stand before the first element. */
const BEFORE = /^\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]*?-->\s*)*/;
const BEGINS_HTML = /^<(?:!doctype\s+html|html|head|body|table|div|form|dl|p|h[1-6]|ul|section|main|article)[\s>]/i;
const BEGINS_XML = /^<(?:!DOCTYPE\s|[A-Za-z_][\w.:-]*(?:\s[^<>]{0,2000})?\/?>)/;

export function detectMarkup(text: string, extension: string): 'html' | 'xml' | undefined {
  const isNamedHtml = HTML.has(extension);
  const isNamedXml = XML.has(extension);
  const start = BEFORE.exec(text)![0].length;
  if (text[start] !== '<') return isNamedHtml && text.includes('<') ? 'html' : undefined;
  const first = text.slice(start, start + 2100);
  if (BEGINS_HTML.test(first)) return isNamedXml ? 'xml' : 'html';
  if (isNamedHtml) return 'html';
  const isDeclared = text.slice(0, start).includes('<?xml');
  return (isDeclared || isNamedXml) && BEGINS_XML.test(first) ? 'xml' : undefined;
}
