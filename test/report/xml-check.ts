/** Whether a test report is XML, and of our form; by libxml2, without a network. */
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const SCHEMA = readFileSync(new URL('../../schemas/junit.xsd', import.meta.url), 'utf8');

/** Gives what is wrong, a line each. */
export async function xmlProblems(contents: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema: SCHEMA });
  return errors.map(({ rawMessage }) => rawMessage);
}
