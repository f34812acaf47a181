/** Cells that a spreadsheet shows as they are: nothing in them is a formula, hidden, or more than it can hold. */
import { cutTo, fitted } from '../text.ts';

/**
 * Characters of a cell.
 * https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
const LONGEST = 32_767;

/**
 * What a spreadsheet would take for a formula, full-width forms included, and blanks before it, which some take away.
 * Behind a semicolon, too: where that separates lists, Excel splits the line there. A tab or line end cannot come first:
 * they are shown by their code points.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(^|;)(?=[\s"']*[=+\-@＝＋－＠])/gu;

/** On one line, with a `'` before what would be a formula. */
export const cell = (text: string): string => cutTo(fitted(text, LONGEST).replace(FORMULA, "$1'"), LONGEST);

/** A line as RFC 4180 has it, every cell in quotes. */
export const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
