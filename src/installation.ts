/** Where the program's own files are, from the sources as well as from the build. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Tool } from './model/snapshot.ts';

const inPackage = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { name, version } = JSON.parse(readFileSync(inPackage('package.json'), 'utf8')) as Tool;

export const installation = {
  tool: { name, version },
  rules: inPackage('rules'),
  templates: inPackage('reports'),
  baseObjects: inPackage('fixtures/base'),
  schemas: inPackage('schemas'),
  /** The estate that `demo` scans. */
  demoEstate: inPackage('fixtures/estate/havelmark'),
} as const;
