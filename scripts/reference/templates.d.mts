export function readTemplates(folder: string): Promise<Map<string, string>>;
export function precompiled(texts: ReadonlyMap<string, string>): string;
