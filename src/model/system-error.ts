/** What the operating system refuses, in words: what is the matter, and what to do about it. */

type Words = readonly [what: string, next: string];

const CODES: { readonly [code: string]: Words } = {
  EACCES: ['its permissions do not let it be read or written', 'Check the permissions.'],
  EDQUOT: ['the disk quota is used up', 'Free some room and run it again.'],
  EEXIST: ['a file stands where a folder is needed', 'Check the path.'],
  EFBIG: ['the file would become larger than is allowed', 'Raise the limit (ulimit -f), or choose another disk.'],
  EIO: ['the disk does not work', 'Check the disk, or choose another.'],
  EISDIR: ['this is a folder, and a file is needed', 'Check the path.'],
  ELOOP: ['the links at this path lead in a circle', 'Check the path.'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n) and run it again.'],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter one.'],
  ENOENT: ['there is no such file or folder', 'Check the path.'],
  ENOSPC: ['the disk is full', 'Free some room and run it again.'],
  ENOTDIR: ['a part of the path is a file, and a folder is needed', 'Check the path.'],
  EPERM: ['the system does not allow it', 'Check the permissions.'],
  EROFS: ['the disk cannot be written to', 'Choose another folder.'],
  ESPIPE: ['this is a device or a pipe, and a file is needed', 'Write what comes out of it to a file, and name that.'],
};

const OTHER: Words = ['the system refuses it', 'Check the path, or choose another.'];

/** Whether it is about a file, and not about this program. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && /^E[A-Z0-9]+$/.test((error as NodeJS.ErrnoException).code ?? '');

const wordsOf = (error: NodeJS.ErrnoException): Words => CODES[error.code ?? ''] ?? OTHER;

/** Why a file could not be read or written, without its path: `there is no such file or folder (ENOENT)`. */
export const whyRefused = (error: unknown): string =>
  isSystemError(error) ? `${wordsOf(error)[0]} (${error.code ?? ''})` : messageOf(error);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What helps against it: a sentence. */
export const wayOut = (error: unknown): string => (isSystemError(error) ? wordsOf(error)[1] : OTHER[1]);
