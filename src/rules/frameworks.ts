/** Frameworks: the controls that rules may name, with their titles. */
import type { ReportFramework } from '../model/report.ts';
import { yamlFilesBelow } from './files.ts';
import { RuleError } from './problem.ts';
import { compileSchema, frameworkSchema } from './schema.ts';
import { YamlFile } from './yaml-file.ts';

export type Framework = ReportFramework;

/** All frameworks of a folder by id. Throws RuleError. */
export async function loadFrameworks(folder: string): Promise<ReadonlyMap<string, Framework>> {
  const validate = compileSchema(frameworkSchema);
  const frameworks = new Map<string, Framework>();
  for (const path of await yamlFilesBelow(folder)) {
    const file = await YamlFile.read(path);
    file.check(validate);
    const framework = file.value() as Framework;
    if (frameworks.has(framework.id))
      throw new RuleError([file.at(['id'], `the framework ${framework.id} is there twice`)]);
    frameworks.set(framework.id, framework);
  }
  return frameworks;
}
