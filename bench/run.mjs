/** All benchmarks, one after the other. Ends with an error when one could not be run to its end. */
import { availableParallelism } from 'node:os';
import { measure as evaluations } from './evaluations.mjs';
import { measure as memory } from './memory.mjs';
import { measure as page } from './page.mjs';
import { measure as requests } from './requests.mjs';
import { measure as startup } from './startup.mjs';
import { print } from './table.mjs';

console.log(
  `Node ${process.version} on ${availableParallelism()} cores. × is the ratio to the plainest way, named first.\n`,
);
for (const [title, measure] of Object.entries({ evaluations, startup, requests, page, memory })) {
  console.log(title);
  print(await measure());
  console.log();
}
