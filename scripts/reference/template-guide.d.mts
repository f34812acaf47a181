export function templateGuide(texts: ReadonlyMap<string, string>): string;
