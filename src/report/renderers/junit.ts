/**
 * A test report for CI systems: a suite for each vault, a case for each rule. Nothing in it is beyond what Jenkins takes
 * (the form `junit-10`); the form is in schemas/junit.xsd.
 */
import type { Report, ReportRule } from '../../model/report.ts';
import { type Complaint, type TestCase, testCase } from '../junit/case.ts';
import { readCases } from '../junit/reads.ts';
import { type Suite, suitesOf } from '../junit/suites.ts';
import { attributes, xmlText } from '../junit/xml.ts';
import type { Renderer } from '../renderer.ts';

export const junit: Renderer = {
  file: 'report.junit.xml',
  about: 'a test report for CI systems: a suite for each vault, a case for each rule',
  async render(report, sink) {
    const { skipped: _, ...sums } = await totalsOf(report);
    const name = `${report.tool.name} ${report.tool.version}`;
    await sink.write(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name, ...sums })}>\n`);
    for await (const suite of suites(report)) await sink.write(suiteText(suite, report.run.evaluatedAt));
    await sink.write('</testsuites>\n');
  },
};

interface Cases {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

async function* suites(report: Report): AsyncGenerator<Cases> {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  yield { name: 'Coverage', cases: readCases(report) };
  for await (const suite of suitesOf(report)) yield casesOf(suite, rules);
}

const casesOf = ({ name, cases }: Suite, rules: ReadonlyMap<string, ReportRule>): Cases => ({
  name,
  cases: [...cases.values()].map((judged) => testCase(judged, rules.get(judged.ruleId))),
});

type Sums = Record<'tests' | 'failures' | 'errors' | 'skipped', number>;

/** They stand before the suites, so these are made twice rather than kept. */
async function totalsOf(report: Report): Promise<Sums> {
  const totals: Sums = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for await (const { cases } of suites(report))
    for (const [name, number] of Object.entries(sumsOf(cases))) totals[name as keyof Sums] += number;
  return totals;
}

function sumsOf(cases: readonly TestCase[]): Sums {
  const having = (element: Complaint['element']) =>
    cases.filter(({ complaint }) => complaint?.element === element).length;
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') };
}

function suiteText({ name, cases }: Cases, evaluatedAt: string): string {
  const own = { name, ...sumsOf(cases), timestamp: evaluatedAt.replace(/(?:\.\d+)?Z$/, '') };
  return `<testsuite${attributes(own)}>\n${cases.map((each) => caseText(each, name)).join('')}</testsuite>\n`;
}

/** Readers group by the class's name. */
function caseText({ name, complaint }: TestCase, suite: string): string {
  const own = attributes({ name, classname: suite });
  return complaint ? `<testcase${own}>\n${complaintText(complaint)}</testcase>\n` : `<testcase${own}/>\n`;
}

function complaintText({ element, type, message, lines }: Complaint): string {
  const own = attributes({ type, message });
  return lines.length > 0
    ? `<${element}${own}>${lines.map(xmlText).join('\n')}</${element}>\n`
    : `<${element}${own}/>\n`;
}
