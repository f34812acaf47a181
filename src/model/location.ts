/** Where infrastructure as code declares a resource. */
export interface Location {
  /** Path in the repository, with `/` between its steps. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** The tag that says so; nobody has looked into the file. */
  readonly tag: string;
}

/** `infra/vaults.bicep, line 12`. */
export const locationWords = ({ file, line }: Location): string =>
  line === undefined ? file : `${file}, line ${line}`;
