// Compiles the templates of the HTML report into code, before the build: what is built takes its names from there.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { precompiled, readTemplates } from './reference/templates.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await writeFile(`${root}/src/report/precompiled.ts`, precompiled(await readTemplates(`${root}/reports/html`)));
