/**
 * Rule evaluations a second on one core: every rule on every resource of its kind, facts in memory, against the same
 * rules written by hand.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azure } from '../dist/collect/azure/catalog.js';
import { judge } from '../dist/engine/judge.js';
import { Language } from '../dist/engine/language.js';
import { decide } from '../dist/engine/verdict.js';
import { installation } from '../dist/installation.js';
import { lineage } from '../dist/model/catalog.js';
import { loadRules } from '../dist/rules/load.js';
import { Parameters } from '../dist/rules/parameters.js';
import { openSnapshot } from '../dist/snapshot/read.js';
import { BY_HAND } from './by-hand.mjs';
import { writeEstate } from './estate.mjs';
import { printIfMain } from './table.mjs';

const SIZE = { vaults: 40, objects: 4000 };
const ROUNDS = 25;
const GOAL = 1_500_000;

/** @typedef {import('./table.mjs').Row} Row */
/** @typedef {import('../dist/model/rule.js').Rule} Rule */
/** @typedef {import('../dist/model/snapshot.js').Resource} Resource */
/** @typedef {{ rule: Rule, frame: unknown[], byHand: import('./by-hand.mjs').Case }} Task */

/** @returns {Promise<Row[]>} */
export async function measure() {
  const language = new Language(azure);
  const loaded = await loadRules([installation.rules], language);
  const rules = loaded.rules.filter(({ id }) => Object.hasOwn(BY_HAND, id));
  const tasks = tasksOf(rules, await syntheticResources());
  compare(tasks);
  const { machine } = language;
  const subjects = {
    'by hand, verdict alone': ({ rule, byHand }) => BY_HAND[rule.id](byHand),
    'verdict alone': ({ rule, frame }) => decide(rule, frame),
    'judge, findings traced': ({ rule, frame }) => judge(rule, frame, machine, 'findings'),
    'judge, all traced': ({ rule, frame }) => judge(rule, frame, machine, 'all'),
  };
  const speeds = race(tasks, subjects);
  const byHand = speeds['by hand, verdict alone'];
  return Object.entries(speeds).map(([subject, speed]) => ({
    what: `evaluations a second, ${subject}`,
    measured: Math.round(speed),
    ratio: speed / byHand,
    ...(subject === 'judge, findings traced' && { goal: `≥ ${GOAL.toLocaleString('en')}`, met: speed >= GOAL }),
  }));
}

async function syntheticResources() {
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-bench-'));
  try {
    const file = join(folder, 'snapshot.ndjson');
    await writeEstate(file, SIZE);
    const snapshot = await openSnapshot(file, azure);
    const resources = [];
    for await (const entry of snapshot.entries()) if (entry.record === 'resource') resources.push(entry);
    return { resources, now: Date.parse(snapshot.header.collectedAt) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** In the order in which `evaluate` asks. @param {readonly Rule[]} rules @returns {Task[]} */
function tasksOf(rules, { resources, now }) {
  const parameters = new Parameters(rules, { config: {}, overrides: [] });
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return resources.flatMap((resource) => {
    const line = lineage(azure, resource.kind).reduce((found) => [...found, parentOf(found, resource, byId)], []);
    const facts = line.map((one) => one.facts);
    return rules
      .filter(({ kind }) => kind === resource.kind)
      .map((rule) => {
        const { values } = parameters.for(rule, resource, line.slice(1));
        return { rule, frame: [...facts, values, now], byHand: { facts: resource.facts, params: values, now } };
      });
  });
}

/** @param {Resource[]} line @param {Resource} resource @param {Map<string, Resource>} byId */
const parentOf = (line, resource, byId) => (line.length === 0 ? resource : byId.get(line.at(-1).parent));

/** Functions that do not give the same verdicts are not worth racing. @param {Task[]} tasks */
function compare(tasks) {
  const seen = new Set();
  for (const { rule, frame, byHand } of tasks) {
    const { verdict } = decide(rule, frame);
    const other = BY_HAND[rule.id]?.(byHand);
    if (verdict !== other) throw new Error(`${rule.id}: ${verdict}, by hand ${other}: ${JSON.stringify(byHand.facts)}`);
    seen.add(verdict);
  }
  if (seen.size < 4) throw new Error(`only these verdicts came up: ${[...seen].join(', ')}`);
}

/** Evaluations a second of each subject, the median of rounds in turn. */
function race(tasks, subjects) {
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(subjects)) times[name].push(timed(tasks, run));
  return Object.fromEntries(Object.entries(times).map(([name, own]) => [name, tasks.length / median(own)]));
}

/** Seconds. The answers are looked at, or the compiler would leave out what makes them. */
function timed(tasks, run) {
  let answers = 0;
  const start = process.hrtime.bigint();
  for (const task of tasks) if (run(task)) answers++;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (answers !== tasks.length) throw new Error(`${answers} answers to ${tasks.length} tasks`);
  return seconds;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

await printIfMain(import.meta, measure);
